// The fields of a report's page as the autosave sees them: their texts, the version each
// was read at, and where the page says what became of a save.
import { completion } from "./completion.js";

export function fields(root) {
  const byName = (name) => root.querySelector(`[data-field][name="${CSS.escape(name)}"]`);
  const baseOf = (name) => root.querySelector(`input[name="base.${CSS.escape(name)}"]`);
  const errorOf = (name) => document.getElementById(`${name}-error`);
  const understoodOf = (name) => document.getElementById(`${name}-understood`);
  const state = root.querySelector("[data-save-state]");
  let last = "";

  function clear(name) {
    byName(name)?.removeAttribute("aria-invalid");
    byName(name)?.closest("tr")?.classList.remove("bad");
    document.getElementById(`${name}-conflict`)?.remove();
    const error = errorOf(name);
    if (error) error.hidden = true;
    const understood = understoodOf(name);
    if (understood) understood.textContent = "";
  }

  // "1,642.00" becomes what is kept, 1642, but not under the hands of who is typing.
  function plain(field, typed, kept) {
    const place = field.closest(".prose") ?? field;
    const change = () => {
      if (field.value !== typed) return;
      field.value = kept;
      field.dispatchEvent(new CustomEvent("kebao:shown", { bubbles: true, detail: { typed } }));
    };
    if (place.contains(document.activeElement)) place.addEventListener("focusout", change, { once: true });
    else change();
  }

  return {
    text: (name) => byName(name)?.value,
    base: (name) => baseOf(name)?.value ?? "",
    token: () => document.querySelector("meta[name=kebao-csrf]").content,

    show(name, text, base) {
      const field = byName(name);
      clear(name);
      if (!field) return;
      field.value = text;
      baseOf(name).value = base;
      field.dispatchEvent(new CustomEvent("kebao:shown", { bubbles: true }));
    },

    saved(told, unchanged) {
      const base = baseOf(told.field);
      if (!base) return;
      clear(told.field);
      base.value = told.version;
      const field = byName(told.field);
      const understood = understoodOf(told.field);
      if (understood && unchanged) understood.textContent = told.message;
      if (unchanged && field.value !== told.text) plain(field, field.value, told.text);
      field.closest("[data-id]")?.querySelector("[data-carried]")?.remove();
    },

    refused(told) {
      const error = errorOf(told.field);
      if (!error) return;
      clear(told.field);
      error.textContent = told.message;
      error.hidden = false;
      byName(told.field).setAttribute("aria-invalid", "true");
      byName(told.field).closest("tr")?.classList.add("bad");
    },

    conflict(told, mine, decide) {
      const field = byName(told.field);
      if (!field) return this.banner("其他部分有一处文字与别人的修改冲突，请到那一部分选择留下哪一份。");
      clear(told.field);
      const box = document.getElementById("conflict-template").content.firstElementChild.cloneNode(true);
      box.id = `${told.field}-conflict`;
      box.querySelector("[data-conflict-by]").textContent = told.by ? `${told.by} 在 ${told.at} 改过。` : "";
      box.querySelector("[data-conflict-theirs]").textContent = told.text || "（空）";
      box.querySelector("[data-conflict-mine]").textContent = mine || "（空）";
      box.querySelector("[data-take=theirs]").onclick = () => decide(told.text);
      box.querySelector("[data-take=mine]").onclick = () => decide(mine);
      errorOf(told.field).after(box);
      box.scrollIntoView({ block: "nearest" });
    },

    updated(answer) {
      last = answer.time;
      for (const cell of answer.cells) {
        const row = root.querySelector(`[data-row="${cell.code}"]`);
        if (!row) continue;
        const change = row.querySelector("[data-change]");
        change.textContent = cell.change.words;
        change.className = cell.up ? "up" : cell.down ? "down" : "";
        row.querySelector("[data-why]").textContent = cell.change.words && cell.change.why;
        row.querySelector("[data-since]").textContent = cell.since;
        row.querySelector("[data-spelled]").textContent = cell.spelled;
        if (cell.computed) row.querySelector("[data-computed]").textContent = cell.shown;
      }
      completion(root, answer.promises);
      for (const [slug, part] of Object.entries(answer.parts)) {
        const link = root.querySelector(`[data-part="${slug}"]`);
        link.querySelector(".dot").className = `dot ${part.state}`;
        link.querySelector("[data-part-note]").textContent = part.note;
        link.querySelector("[data-part-state]").textContent = { DONE: "（已完成）", BEGUN: "（已开始）", EMPTY: "（空）" }[part.state];
        const note = root.querySelector(`[data-note-of="${slug}"]`);
        if (note) note.textContent = `已填 ${part.note}`;
      }
      const unbound = root.querySelector("[data-unbound]");
      unbound.hidden = answer.unbound === 0;
      unbound.querySelector("span").textContent = answer.unbound;
      document.body.dispatchEvent(new CustomEvent("kebao:checked", { detail: { findings: answer.findings, count: answer.count } }));
      document.body.dispatchEvent(new CustomEvent("kebao:saved", { detail: { words: answer.words } }));
    },

    banner(message) {
      const banner = root.querySelector("[data-banner]");
      banner.textContent = `${message} 您填写的文字保存在本机浏览器里，没有丢失。`;
      banner.hidden = false;
    },

    state(now, why = "") {
      state.dataset.state = now;
      state.textContent = { saved: `已保存${last && " " + last}`, saving: "保存中…", unsaved: `未保存${why && "：" + why}` }[now];
    },
  };
}
