// The metric table under the hands of a clerk: arrows and Enter go from cell to cell, a
// sheet pasted from Excel fills the cells it belongs to, and Ctrl+Z takes it back.
import { sheet } from "./clipboard.js";
import { confirmed } from "./paste.js";

export function grid(root) {
  const table = root.querySelector("table.metrics");
  if (!table) return;
  const cells = [...table.querySelectorAll("[data-cell]")];
  const note = root.querySelector("[data-paste-note]");
  const pasted = []; // each: { count, cells: cell -> { before, after } }
  let latest = false; // whether nothing was typed in the table since

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

  table.addEventListener("paste", async (event) => {
    const cell = event.target;
    if (!cell.matches("[data-cell]") || cell.readOnly) return;
    const copied = sheet(event.clipboardData);
    if (copied.length === 1 && copied[0].length < 2) return single(event, copied[0][0]?.text ?? "");
    event.preventDefault();
    const lines = [...table.querySelectorAll("tr.g, tr[data-row]")].map(line);
    const wanted = await confirmed(copied, lines, lines.findIndex((one) => one.input === cell));
    cell.focus();
    if (wanted?.length) fill(wanted);
  });

  // The browser pastes one cell as it does any text; breaks inside it are no part of a number.
  function single(event, text) {
    const plain = event.clipboardData.getData("text/plain").trim();
    const read = text.replace(/\n/g, " ");
    if (!read || read === plain) return;
    event.preventDefault();
    document.execCommand("insertText", false, read);
  }

  function line(row) {
    return {
      name: row.dataset.row ? row.dataset.name : row.querySelector("th > span").textContent,
      code: row.dataset.row,
      unit: row.querySelector(".u")?.textContent ?? "",
      names: row.dataset.row ? [row.dataset.name, ...row.dataset.aliases.split("|").filter(Boolean)] : [],
      input: row.querySelector("[data-cell]"),
      shown: row.querySelector("[data-computed]")?.textContent,
    };
  }

  function put(cell, text) {
    cell.value = text;
    cell.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "pasted" }));
  }

  function fill(wanted) {
    const done = new Map();
    for (const { input, text } of wanted) {
      done.set(input, { before: input.value, after: text });
      put(input, text);
    }
    pasted.push({ count: done.size, cells: done });
    latest = true;
    tell(`已填入 ${wanted.length} 个数，自动保存；没有通过的标在格子旁边。`, true);
  }

  // What was typed since, or taken over from somebody, is no longer among the cells and
  // stays; what somebody else has saved meanwhile the save itself finds out.
  function undo() {
    const done = pasted.pop();
    if (!done) return;
    latest = pasted.length > 0;
    for (const [cell, { before }] of done.cells) put(cell, before);
    const kept = done.count - done.cells.size;
    tell(`已撤销，${done.cells.size} 格恢复成粘贴前的样子${kept ? `；${kept} 格粘贴后又改过，没有动` : ""}。`, pasted.length > 0);
  }

  function tell(text, undoable) {
    note.querySelector("span").textContent = text;
    note.querySelector("button").hidden = !undoable;
    note.hidden = false;
  }

  note.querySelector("button").addEventListener("click", () => {
    undo();
    note.tabIndex = -1;
    note.focus();
  });

  // What is typed over a pasted number has an undo of its own, the browser's.
  table.addEventListener("input", ({ target, detail }) => {
    if (detail === "pasted") return;
    latest = false;
    for (const { cells: done } of pasted) done.delete(target);
  });
  table.addEventListener("kebao:shown", ({ target, detail }) => {
    for (const { cells: done } of pasted) {
      const one = done.get(target);
      if (!one) continue;
      if (detail?.typed === one.after) one.after = target.value; // "1,642" is kept as 1642
      else done.delete(target);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    const last = pasted[pasted.length - 1];
    const writing = event.target.matches("input, textarea, select, [contenteditable]");
    const mine = last?.cells.has(event.target) || (latest && table.contains(event.target));
    if (!last || document.querySelector("dialog[open]") || (writing && !mine)) return;
    event.preventDefault();
    undo();
  });
}
