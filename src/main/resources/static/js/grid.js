// The metric table under the hands of a clerk: arrows and Enter go from cell to cell, a
// column pasted from Excel fills the cells below.
export function grid(root) {
  const table = root.querySelector("table.metrics");
  if (!table) return;
  const cells = [...table.querySelectorAll("[data-cell]")];
  const note = root.querySelector("[data-paste-note]");

  table.addEventListener("change", ({ target }) => {
    if (target.matches("[data-certainty]")) {
      target.closest("details").querySelector("[data-certainty-label]").textContent = target.selectedOptions[0].textContent;
    }
    if (target.closest("[data-certainty-of-all]") && target.value) {
      for (const one of target.closest("tbody").querySelectorAll("[data-certainty]")) {
        if (one.value === target.value) continue;
        one.value = target.value;
        one.dispatchEvent(new Event("input", { bubbles: true }));
        one.dispatchEvent(new Event("change", { bubbles: true }));
      }
      target.value = "";
    }
  });
  for (const all of table.querySelectorAll("[data-certainty-of-all]")) all.hidden = false;

  table.addEventListener("keydown", (event) => {
    if (!event.target.matches("[data-cell]")) return;
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing) return;
    event.preventDefault();
    const next = cells[cells.indexOf(event.target) + step];
    next?.focus();
    next?.select();
  });

  table.addEventListener("paste", (event) => {
    if (!event.target.matches("[data-cell]")) return;
    const lines = event.clipboardData.getData("text").replace(/\r/g, "").replace(/\n$/, "").split("\n");
    if (lines.length < 2) return;
    event.preventDefault();
    const from = cells.indexOf(event.target);
    const filled = lines.slice(0, cells.length - from);
    filled.forEach((line, i) => {
      const text = line.split("\t")[0].trim();
      if (!text) return; // an empty cell of the sheet leaves what stands here
      cells[from + i].value = text;
      cells[from + i].dispatchEvent(new Event("input", { bubbles: true }));
    });
    note.textContent = lines.length > filled.length
      ? `粘贴了 ${lines.length} 行，表格只剩 ${filled.length} 格，多出的没有用。` : `已粘贴 ${filled.length} 行，请核对位置。`;
    note.hidden = false;
  });
}
