// What the rules find, beside the cells as one types: each answer to a save brings all of
// them. A text that is being written stays under the hands of its writer.
const STATES = { REJECTED: "请重写", OUTDATED: "数字已变，请核对说明", EXPLAINED: "已说明", ACCEPTED: "审核员已认可" };

export function findings(root) {
  const panel = root.querySelector("[data-findings]");
  const count = root.querySelector("[data-finding-count]");
  const table = root.querySelector("table.metrics");
  const blocking = (one) => ["ERROR", "OPEN", "REJECTED"].includes(one.state);
  const color = (one) => (one.error ? "err" : blocking(one) ? "warn" : "ok");

  document.body.addEventListener("kebao:checked", ({ detail: { findings: found, count: text } }) => {
    summarize(found, text);
    if (!table) return;
    for (const one of found) show(one);
    for (const shown of table.querySelectorAll("[data-finding]")) {
      if (!found.some((one) => one.key === shown.dataset.finding)) remove(shown);
    }
  });

  function summarize(found, text) {
    const chip = `chip ${found.some((one) => one.error) ? "err" : found.some(blocking) ? "warn" : ""}`;
    if (count.textContent !== text) count.textContent = text;
    count.className = chip;
    panel.querySelector("[data-finding-summary]").textContent = text;
    panel.querySelector("[data-finding-none]").hidden = found.length > 0;
    const list = panel.querySelector("[data-finding-list]");
    list.hidden = found.length === 0;
    list.replaceChildren(...found.map((one) => {
      const line = panel.querySelector("[data-finding-line]").content.firstElementChild.cloneNode(true);
      line.querySelector(".chip").classList.add(color(one));
      line.querySelector(".chip").textContent = one.error ? "错误" : blocking(one) ? "待说明" : "已说明";
      line.querySelector("a").textContent = one.message;
      line.querySelector("a").href = `${panel.dataset.base ?? ""}#finding-${one.key}`;
      return line;
    }));
  }

  function show(one) {
    const shown = table.querySelector(`[data-finding="${CSS.escape(one.key)}"]`) ?? add(one);
    if (!shown) return;
    shown.querySelector("[data-message]").textContent = one.message;
    shown.querySelector("[data-instruction]").textContent = one.instruction;
    if (one.error) return;
    const verdict = shown.querySelector("[data-verdict]");
    verdict.hidden = !one.verdict;
    verdict.textContent = `审核员未认可：${one.verdict}`;
    const state = shown.querySelector("[data-explained]");
    state.hidden = !STATES[one.state];
    state.textContent = STATES[one.state] ?? "";
    state.classList.toggle("ok", one.state === "ACCEPTED");
  }

  function add(one) {
    const cell = table.querySelector(`[data-row="${CSS.escape(one.metric)}"]`);
    if (!cell) return null;
    const shown = document.getElementById("finding-template").content.firstElementChild.cloneNode(true);
    shown.dataset.finding = one.key;
    shown.id = `finding-${one.key}`;
    const severity = shown.querySelector("[data-severity]");
    severity.classList.add(one.error ? "err" : "warn");
    severity.textContent = one.error ? "错误" : "提示";
    if (one.error) {
      shown.classList.add("error-finding");
      shown.querySelector(".explain").remove();
    } else {
      field(shown, one);
    }
    rowOf(cell, one.metric).append(shown);
    return shown;
  }

  function field(shown, one) {
    const area = shown.querySelector("textarea");
    area.id = area.name = one.field;
    area.value = area.defaultValue = one.words;
    area.setAttribute("aria-describedby", `${one.field}-error`);
    shown.querySelector("label").htmlFor = one.field;
    shown.querySelector("[data-error]").id = `${one.field}-error`;
    const base = shown.querySelector("[data-base]");
    base.name = `base.${one.field}`;
    base.value = one.version;
  }

  function rowOf(cell, code) {
    let row = table.querySelector(`[data-found="${CSS.escape(code)}"]`);
    if (!row) {
      row = document.createElement("tr");
      row.className = "found";
      row.id = `found-${code}`;
      row.dataset.found = code;
      row.append(Object.assign(document.createElement("td"), { colSpan: 5 }));
      cell.after(row);
      describe(cell, (ids) => [...ids, row.id]);
    }
    return row.firstElementChild;
  }

  function remove(shown) {
    const undecided = shown.querySelector("[aria-invalid=true], .conflict");
    if (undecided || shown.contains(document.activeElement)) {
      shown.querySelector("[data-message]").textContent = "这条提示已经消除，说明可以清空。";
      return;
    }
    const row = shown.closest("tr");
    shown.remove();
    if (row.querySelector("[data-finding]")) return;
    describe(row.previousElementSibling, (ids) => ids.filter((id) => id !== row.id));
    row.remove();
  }

  function describe(cell, change) {
    const input = cell.querySelector("[data-cell]");
    const ids = (input?.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
    input?.setAttribute("aria-describedby", change(ids).join(" "));
  }
}
