// A number typed before a heading is the renderer's. The server takes it off, the field
// follows as it is left, and whoever means it as words puts it back with one press.
const KEPT = "\u202f"; // what script.Mark knows a number by that belongs to the words
const LIKELY = /^\s*[(（〔[【一二三四五六七八九十\d０-９①-⒛㈠-㈩第其Ⅰ-ⅻ壹贰叁肆伍陆柒捌玖拾IVX]/;

export function numbers(root) {
  for (const field of root.querySelectorAll("[data-numbered]")) {
    const note = document.createElement("p");
    const back = document.createElement("button");
    const told = document.createElement("span");
    note.className = "numbered";
    note.setAttribute("role", "status");
    note.hidden = true;
    back.type = "button";
    back.className = "link";
    back.textContent = "撤销，它是标题的文字";
    note.append(told, " ", back);
    document.getElementById(`${field.name}-error`).after(note);
    let taken = "";

    field.addEventListener("kebao:shown", ({ detail }) => {
      const typed = detail?.typed ?? "";
      if (!field.value || typed === field.value || !typed.endsWith(field.value)) return;
      taken = typed.slice(0, -field.value.length).trim();
      told.textContent = `序号由系统编排，已去掉“${taken}”。`;
      back.hidden = false;
      note.hidden = false;
    });
    field.addEventListener("input", () => { note.hidden = true; });

    function insist() {
      field.value = taken + KEPT + field.value;
      field.dispatchEvent(new CustomEvent("kebao:shown", { bubbles: true }));
      field.dispatchEvent(new Event("input", { bubbles: true }));
      told.textContent = `“${taken}”是标题的文字，照印。`;
      back.hidden = true;
      note.hidden = false;
    }

    back.addEventListener("click", () => {
      insist();
      field.focus();
    });
    field.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || note.hidden || back.hidden) return;
      event.preventDefault();
      insist();
    });
    // what was kept with its number from before is asked about when it is looked at
    field.addEventListener("focusout", () => {
      if (field.value === field.defaultValue && LIKELY.test(field.value) && !field.value.includes(KEPT) && note.hidden) {
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
  }
}
