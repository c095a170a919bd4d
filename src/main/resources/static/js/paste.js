// A pasted sheet is shown beside what stands in the table before anything is changed.
import { placing } from "./placing.js";
import { element } from "./popup.js";

const dialog = document.getElementById("paste-dialog");

// Resolves to what is to be filled in, [{ input, text }], or null.
export function confirmed(sheet, lines, from) {
  const plan = placing(sheet, lines, from);
  const part = (name) => dialog.querySelector(`[data-paste-${name}]`);
  const asking = plan.columns.length > 1 || plan.chosen < 0;
  let column = plan.chosen, skipping = false;

  function draw() {
    const outcomes = plan.outcomes(column, skipping);
    const taken = outcomes.filter((one) => one.why === "" && column >= 0);
    part("columns").replaceChildren(element("th", { scope: "col" }, "指标"), element("th", { scope: "col" }, "单位"), element("th", { scope: "col", class: "num" }, "现在"),
      ...plan.columns.map((one) => (asking ? element("th", { scope: "col", class: "num choose" }, choice(one)) : element("th", { scope: "col", class: "num" }, "改为"))),
      element("th", { scope: "col" }, "说明"));
    part("rows").replaceChildren(...outcomes.map((one) => row(one)));
    part("ask").hidden = column >= 0 || !plan.columns.length;
    part("align").hidden = !plan.doubtful;
    part("told").textContent = !plan.columns.length ? "粘贴的内容里没有找到数。"
      : column < 0 ? "" : `将改 ${taken.length} 格，填入时逐格核对。${left(outcomes)}`;
    part("take").disabled = !taken.length;
    part("take").textContent = taken.length ? `填入 ${taken.length} 个数` : "填入";
    return taken;
  }

  function left(outcomes) {
    const same = outcomes.filter((one) => one.why === "=").length;
    const out = outcomes.filter((one) => one.why && one.why !== "=").length;
    return (same ? `${same} 格与现在相同。` : "") + (out ? `${out} 行不改，原因见说明。` : "");
  }

  function choice({ index, title }) {
    const radio = element("input", { type: "radio", name: "paste-column", value: index, checked: index === column && "checked" });
    radio.addEventListener("change", () => {
      column = index;
      draw();
      part("columns").querySelector("input:checked").focus();
    });
    return element("label", {}, radio, ` ${title || `第 ${index + 1} 列`}`);
  }

  function row({ name, line, cells, text, why }) {
    const taken = why === "" && column >= 0;
    return element("tr", { class: taken ? "taken" : "left" }, element("th", { scope: "row" }, name || "（没有名字）"), element("td", { class: "u" }, line?.unit ?? ""),
      element("td", { class: "num" }, line?.input ? line.input.value || "（空）" : line?.shown ?? ""),
      ...plan.columns.map(({ index }) => element("td", { class: taken && index === column ? "num then" : "num" }, taken && index === column ? text : cells[index].text)),
      element("td", { class: "why" }, why === "=" ? "与现在相同" : why));
  }

  return new Promise((resolve) => {
    const align = ({ target }) => { skipping = target.value === "cells"; draw(); };
    const take = () => dialog.close("take");
    const give = () => dialog.close("");
    part("align").querySelector("[value=screen]").checked = true;
    part("align").addEventListener("change", align);
    part("take").addEventListener("click", take);
    part("give").addEventListener("click", give);
    dialog.addEventListener("close", () => {
      const taken = dialog.returnValue === "take" ? plan.outcomes(column, skipping).filter((one) => one.why === "") : null;
      part("align").removeEventListener("change", align);
      part("take").removeEventListener("click", take);
      part("give").removeEventListener("click", give);
      resolve(taken && taken.map(({ line, text }) => ({ input: line.input, text: text.replace(/\n/g, " ") })));
    }, { once: true });
    dialog.returnValue = "";
    draw();
    dialog.showModal();
    (column < 0 && part("columns").querySelector("input") || (part("take").disabled ? part("give") : part("take"))).focus();
  });
}
