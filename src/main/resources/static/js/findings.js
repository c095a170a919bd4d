// What the checks find, beside the cells and below the texts as one types: each answer to a
// save brings all of them. A text that is being written stays under the hands of its writer.
const STATES = { REJECTED: "请重写", FALLEN: "数字已变，请核对说明", EXPLAINED: "已说明", ACCEPTED: "审核员已认可" };

export function findings(root) {
  const panel = root.querySelector("[data-findings]");
  const count = root.querySelector("[data-finding-count]");
  const table = root.querySelector("table.metrics");
  const blocking = (one) => ["ERROR", "OPEN", "REJECTED", "FALLEN"].includes(one.state);
  const color = (one) => (one.error ? "err" : one.hint ? "" : blocking(one) ? "warn" : "ok");
  const label = (one) => (one.error ? "错误" : one.hint ? "建议" : blocking(one) ? "待说明" : "已说明");
  const subject = ({ statement }) => [...statement].slice(0, 40).join("");
  const known = new Map();

  const first = JSON.parse(panel.dataset.found);
  for (const one of first) known.set(one.key, one);

  // When all scripts are there: whoever draws in the texts is told of what the page came
  // with as of what follows.
  addEventListener("load", () => {
    if (first.every((one) => known.get(one.key) === one)) {
      document.body.dispatchEvent(new CustomEvent("kebao:checked", { detail: { findings: first } }));
    }
    const linked = known.get(decodeURIComponent(location.hash.slice("#finding-".length)));
    if (linked?.spot && fieldOf(linked.spot.field)) reveal(linked.spot);
  });

  document.body.addEventListener("kebao:checked", ({ detail: { findings: found, count: text } }) => {
    if (found === first) return;
    known.clear();
    for (const one of found) known.set(one.key, one);
    summarize(found, text);
    settleHolds();
    for (const one of found) show(one);
    order(found);
    for (const shown of root.querySelectorAll("[data-finding]")) {
      if (!known.has(shown.dataset.finding)) remove(shown);
    }
  });

  function summarize(found, text) {
    if (count.textContent !== text) count.textContent = text;
    count.className = `chip ${found.some((one) => one.error) ? "err" : found.some(blocking) ? "warn" : ""}`;
    panel.querySelector("[data-finding-summary]").textContent = text;
    panel.querySelector("[data-finding-none]").hidden = found.length > 0;
    const list = panel.querySelector("[data-finding-list]");
    list.hidden = found.length === 0;
    list.replaceChildren(...found.map((one) => {
      const line = panel.querySelector("[data-finding-line]").content.firstElementChild.cloneNode(true);
      line.querySelector(".chip").className = `chip ${color(one)}`;
      line.querySelector(".chip").textContent = label(one);
      const link = line.querySelector("a");
      link.textContent = one.statement;
      link.href = `${one.part === panel.dataset.part ? "" : `/reports/${root.dataset.report}/${one.part}`}#finding-${one.key}`;
      link.dataset.reveal = one.key;
      return line;
    }));
  }

  function show(one) {
    let shown = root.querySelector(`[data-finding="${CSS.escape(one.key)}"]`);
    if (shown && one.spot && shown.parentElement.dataset.foundIn !== one.spot.field && !shown.contains(document.activeElement)) {
      const box = boxOf(one.spot.field); // its sentence was moved to another text
      if (box) box.append(shown);
      else shown.remove();
    }
    shown = shown?.isConnected ? shown : add(one);
    if (!shown) return;
    tell(shown, "[data-message]", one.message);
    tell(shown, "[data-instruction]", one.instruction);
    if (one.spot) place(shown, one);
    if (one.error || one.hint) return;
    explanation(shown, one);
  }

  // As their sentences follow each other, also one that was found again.
  function order(found) {
    const at = new Map(found.map((one, index) => [one.key, one.spot?.offset ?? index]));
    for (const box of root.querySelectorAll("[data-found-in]")) {
      const there = [...box.querySelectorAll(":scope > [data-finding]")];
      const wanted = [...there].sort((one, other) => at.get(one.dataset.finding) - at.get(other.dataset.finding));
      if (box.contains(document.activeElement) || wanted.every((one, index) => one === there[index])) continue;
      box.append(...wanted);
    }
  }

  function explanation(shown, one) {
    const verdict = shown.querySelector("[data-verdict]");
    verdict.hidden = !one.verdict;
    verdict.textContent = `审核员未认可：${one.verdict}`;
    const state = shown.querySelector("[data-explained]");
    state.hidden = !STATES[one.state];
    state.textContent = STATES[one.state] ?? "";
    state.classList.toggle("ok", one.state === "ACCEPTED");
    fallen(shown, one);
    earlier(shown, one);
  }

  // What it was written for, and the one press that says that it still holds.
  function fallen(shown, one) {
    const box = shown.querySelector("[data-fallen]");
    const wanted = one.state === "FALLEN";
    if (wanted) {
      const again = shown.dataset.late ? "刚才按的时候又变了，没有记下，请再看一下。" : "";
      tell(shown, "[data-since]", `${again}数字已变。${one.since}。原来的说明还在下面，没有算数。`);
      const button = box.querySelector("[data-holds]");
      button.value = one.mark;
      button.name = `holds.${one.key}`;
      button.setAttribute("aria-label", `仍适用：${subject(one)}`);
    }
    const base = box.querySelector("[data-holds-base]");
    base.name = `base.holds.${one.key}`;
    base.value = one.version;
    box.querySelector("[data-holds-error]").id = `holds.${one.key}-error`;
    if (!wanted && box.contains(document.activeElement)) shown.querySelector("textarea").focus();
    box.hidden = !wanted;
  }

  function earlier(shown, one) {
    const texts = one.earlier;
    const box = shown.querySelector("[data-earlier]");
    const said = [...box.querySelectorAll("[data-take-over]")].map((button) => button.value);
    if (said.length === texts.length && texts.every(({ words }, at) => said[at] === words)) return;
    if (box.contains(document.activeElement)) shown.querySelector("textarea").focus();
    box.replaceChildren(...texts.map(({ accepted, words }) => {
      const line = document.getElementById("earlier-template").content.firstElementChild.cloneNode(true);
      line.querySelector("b").textContent = accepted ? "上期报告里已认可的说明：" : "本报告里写过的说明：";
      line.querySelector("span").textContent = words;
      line.querySelector("button").value = words;
      line.querySelector("button").setAttribute("aria-label", `沿用：${subject(one)}`);
      return line;
    }));
  }

  // A press goes to the server as a field of its own; one that came too late is taken back.
  function holds(button) {
    const box = button.closest("[data-fallen]");
    delete box.closest("[data-finding]").dataset.late;
    let field = box.querySelector("[data-field]");
    if (!field) {
      field = Object.assign(document.createElement("input"), { type: "hidden" });
      field.dataset.field = "";
      box.append(field);
    }
    field.name = button.name;
    press(field, button.value);
  }

  function settleHolds() {
    for (const field of root.querySelectorAll("[data-fallen] [data-field][aria-invalid=true]")) {
      field.closest("[data-finding]").dataset.late = "true";
      press(field, "");
    }
  }

  function press(field, text) {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function tell(shown, part, text) {
    const element = shown.querySelector(part);
    if (element.textContent !== text) element.textContent = text;
  }

  // What a sentence is quoted with, and what can be done to it.
  function place(shown, one) {
    const { quote, marked } = one.spot;
    const end = marked.offset + marked.length;
    const words = Object.assign(document.createElement("mark"), { textContent: quote.slice(marked.offset, end) });
    shown.querySelector("[data-quote]").replaceChildren(quote.slice(0, marked.offset), words, quote.slice(end));
    choices(shown, one);
  }

  function choices(shown, one) {
    const box = shown.querySelector(".mends");
    box.setAttribute("aria-label", `处理办法：${subject(one)}`);
    const there = [...box.querySelectorAll("[data-way]")];
    if (there.length !== one.choices.length || there.some((choice, at) => choice.textContent !== one.choices[at].label)) {
      const focused = there.includes(document.activeElement);
      there.forEach((choice) => choice.remove());
      box.prepend(...one.choices.map((choice) => made(choice, one)));
      if (focused) box.querySelector(".btn")?.focus();
    }
    for (const button of box.querySelectorAll("button[data-way]")) button.value = one.mark;
  }

  function made({ kind, label, place: where }, { key }) {
    const name = kind.toLowerCase();
    const choice = document.createElement(name === "look" ? "a" : "button");
    choice.className = "btn";
    choice.textContent = label;
    choice.dataset.way = choice.dataset[name] = "";
    if (name !== "look") choice.type = "button";
    else if (where) {
      choice.href = `/reports/${root.dataset.report}/${where}`;
      choice.dataset.flush = "";
    } else {
      choice.href = `#finding-${key}`;
      choice.dataset.reveal = key;
    }
    return choice;
  }

  function add(one) {
    const box = one.spot ? boxOf(one.spot.field) : cellOf(one.metric);
    if (!box) return null;
    const shown = document.getElementById(one.spot ? "spot-template" : "finding-template").content.firstElementChild.cloneNode(true);
    shown.dataset.finding = one.key;
    shown.id = `finding-${one.key}`;
    const severity = shown.querySelector("[data-severity]");
    if (!one.hint) severity.classList.add(one.error ? "err" : "warn");
    severity.textContent = one.error ? "错误" : one.hint ? "建议" : "提示";
    if (one.error) shown.classList.add("error-finding");
    if (one.hint) shown.classList.add("hint-finding");
    if (one.error || one.hint) shown.querySelector(".explain").remove();
    else field(shown, one);
    box.append(shown);
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
    const fold = shown.querySelector("details");
    if (fold) fold.open = Boolean(one.words) || one.state === "REJECTED";
  }

  const boxOf = (name) => root.querySelector(`[data-found-in="${CSS.escape(name)}"]`);

  function cellOf(code) {
    const cell = table?.querySelector(`[data-row="${CSS.escape(code)}"]`);
    return cell && rowOf(cell, code);
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
    const writing = shown.querySelector("textarea")?.matches(":focus");
    if (writing || shown.querySelector("textarea[aria-invalid=true], .conflict")) {
      shown.querySelector("[data-message]").textContent = "这条提示已经消除，说明可以清空。";
      return;
    }
    const row = shown.closest("tr");
    if (shown.contains(document.activeElement)) {
      shown.parentElement.tabIndex = -1; // whoever pressed a button here goes on from here
      shown.parentElement.focus({ preventScroll: true });
    }
    shown.remove();
    if (!row || row.querySelector("[data-finding]")) return;
    describe(row.previousElementSibling, (ids) => ids.filter((id) => id !== row.id));
    row.remove();
  }

  function describe(cell, change) {
    const input = cell.querySelector("[data-cell]");
    const ids = (input?.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
    input?.setAttribute("aria-describedby", change(ids).join(" "));
  }

  root.addEventListener("click", (event) => {
    const said = event.target.closest("[data-holds], [data-take-over]");
    if (said) {
      event.preventDefault();
      if (said.matches("[data-holds]")) holds(said);
      else takeOver(said);
      return;
    }
    const button = event.target.closest("[data-mend], [data-bind], [data-fill]");
    if (button) {
      event.preventDefault();
      if (button.matches("[data-fill]")) fill(button);
      else mend(button);
      return;
    }
    const link = event.target.closest("[data-reveal]");
    const spot = link && !event.ctrlKey && !event.metaKey && !event.shiftKey && known.get(link.dataset.reveal)?.spot;
    if (!spot || !fieldOf(spot.field)) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    reveal(spot);
  });

  const fieldOf = (name) => root.querySelector(`[data-field][name="${CSS.escape(name)}"]`);

  // An editor that covers the field does it itself.
  const asked = (type, detail) => {
    document.body.dispatchEvent(new CustomEvent(type, { detail }));
    return detail;
  };

  function reveal({ field: name, offset, length }) {
    const area = fieldOf(name);
    asked("kebao:reveal", { field: name, offset, length });
    if (area.getAttribute("aria-hidden") === "true") return;
    area.focus();
    area.setSelectionRange(offset, offset + length);
    area.scrollIntoView({ block: "center" });
  }

  function takeOver(button) {
    const area = button.closest(".explain").querySelector("textarea");
    press(area, button.value);
    area.focus();
  }

  // Writes exactly those stretches anew, if all of them still read what they read.
  function mend(button) {
    const { spot } = known.get(button.closest("[data-finding]").dataset.finding);
    const wanted = button.matches("[data-bind]") ? [{ ...spot, text: spot.token }] : spot.edits;
    const edits = wanted.map(({ offset, length, was, text }) => ({ offset, length, expected: was, text }));
    const area = fieldOf(spot.field);
    const shown = button.closest(".finding");
    const before = area.value;
    const mended = asked("kebao:mend", { field: spot.field, edits }).mended ?? write(area, edits);
    if (!mended) {
      shown.querySelector("[data-instruction]").textContent = "这里的文字刚刚改过，稍等片刻再按。";
      return;
    }
    const after = area.value;
    done(shown, mendedWords(button, spot), (line) => {
      if (area.value !== after) {
        line.querySelector("span").textContent = "文字在那以后又改过，没有撤销；需要时请在文字里按 Ctrl+Z。";
        return;
      }
      press(area, before);
      line.remove();
      area.focus();
    });
  }

  function mendedWords(button, { was, edits }) {
    if (button.matches("[data-bind]")) return `正文“${was}”已绑定指标`;
    const [first] = edits;
    if (edits.length > 1) return `正文已改正 ${edits.length} 处`;
    return first.text ? `正文“${first.was}”已改为“${first.text}”` : `正文“${first.was}”已删去`;
  }

  // Into the table, as if it had been typed there: the cell stands on another page.
  function fill(button) {
    const shown = button.closest(".finding");
    const { fill: cell } = known.get(shown.dataset.finding).spot;
    root.querySelector(`.undo [name="${CSS.escape(cell.field)}"]`)?.closest(".undo").remove();
    const line = done(shown, `指标表“${cell.name}”：${cell.then} 改为 ${cell.told}`, () => {
      line.querySelector("span").textContent = `指标表“${cell.name}”：恢复为 ${cell.then}`;
      line.querySelector("span").tabIndex = -1;
      line.querySelector("span").focus();
      line.querySelector("button").hidden = true;
      press(field, cell.was);
    });
    const hidden = (name, value) => Object.assign(document.createElement("input"), { type: "hidden", name, value });
    const field = hidden(cell.field, "");
    field.dataset.field = "";
    const trouble = Object.assign(document.createElement("p"), { className: "error", id: `${cell.field}-error`, hidden: true });
    line.append(field, hidden(`base.${cell.field}`, cell.base), trouble);
    press(field, cell.text);
  }

  // What was done, and the one press that takes it back.
  function done(shown, words, back) {
    const box = shown.parentElement;
    box.querySelector(".undo")?.remove();
    const line = document.getElementById("undo-template").content.firstElementChild.cloneNode(true);
    line.querySelector("span").textContent = words;
    const button = line.querySelector("button");
    button.setAttribute("aria-label", `撤销：${words}`);
    button.addEventListener("click", () => back(line));
    box.prepend(line);
    button.focus();
    return line;
  }

  function write(area, edits) {
    if (!edits.every(({ offset, expected }) => area.value.startsWith(expected, offset))) return false;
    for (const { offset, length, text } of [...edits].sort((one, other) => other.offset - one.offset)) {
      area.setRangeText(text, offset, offset + length, "end");
    }
    area.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }
}
