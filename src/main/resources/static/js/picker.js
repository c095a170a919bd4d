// Picks a metric for a text: a box to search in by name, alias, code or the initials of
// its pinyin, and what is found below it.
import { element, popup } from "./popup.js";
import { ASPECTS, token } from "./tokens.js";

let count = 0;

export function pick(words, place, picked, closed) {
  const id = `picker-${++count}`;
  const list = element("div", { id, role: "listbox", "aria-label": "指标" });
  const asked = element("input", {
    type: "text", role: "combobox", "aria-label": "插入指标：输入名称或拼音首字母", placeholder: "名称或拼音首字母，如 zlsq",
    "aria-expanded": "true", "aria-controls": id, "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
  });
  const none = element("p", { class: "empty", role: "status" });
  const box = element("div", { class: "popup picker", role: "dialog", "aria-label": "插入指标" }, asked, list, none);
  const shown = popup(box, place, closed);
  let options = [], at = 0;

  function choose(index) {
    const { word, aspect } = options[index].found;
    picked(token({ name: word.name, aspect }));
    shown.gone(true);
  }

  function mark(index) {
    options[at]?.element.removeAttribute("aria-selected");
    at = (index + options.length) % options.length;
    const one = options[at].element;
    one.setAttribute("aria-selected", "true");
    asked.setAttribute("aria-activedescendant", one.id);
    one.scrollIntoView({ block: "nearest" });
  }

  function option(found, index) {
    const { text, trouble } = words.says(found.word, { aspect: found.aspect, form: "" });
    const made = element("div", { role: "option", id: `${id}-${index}` },
      element("span", {}, `${found.word.name}${found.aspect && ` ${ASPECTS.get(found.aspect)}`}`), element("small", { class: trouble && "trouble" }, text));
    made.addEventListener("click", () => choose(index));
    return made;
  }

  function show() {
    const found = words.search(asked.value);
    options = found.map((one, index) => ({ found: one, element: option(one, index) }));
    const groups = new Map();
    for (const one of options) groups.set(one.found.word.group, [...(groups.get(one.found.word.group) ?? []), one.element]);
    list.replaceChildren(...[...groups].map(([name, members], index) => {
      const title = element("div", { class: "picker-group", id: `${id}-group-${index}`, role: "presentation" }, name);
      return element("div", { role: "group", "aria-labelledby": title.id }, title, ...members);
    }));
    list.hidden = options.length === 0;
    none.hidden = options.length > 0;
    none.textContent = words.known() ? "没有这样的指标" : "正在读取指标…";
    asked.removeAttribute("aria-activedescendant");
    if (options.length) mark(0);
    shown.put();
  }

  // who types the whole name and closes the braces needs no list
  function typed() {
    const closing = /^(.*?)[}｝]{2}$/.exec(asked.value);
    if (!closing) return show();
    picked(`{{${closing[1].trim()}}}`);
    shown.gone(true);
  }

  asked.addEventListener("input", ({ isComposing }) => { if (!isComposing) typed(); });
  asked.addEventListener("compositionend", typed);
  asked.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) mark(at + step);
    else if (event.key === "Enter" && options.length) choose(at);
    if (step || event.key === "Enter") event.preventDefault();
  });
  show();
  asked.focus();
  words.read().then(() => {
    if (!box.isConnected) return;
    if (!words.known()) none.textContent = "读不到指标，请稍后再试，也可以直接输入名称";
    else if (!options.length) show();
  });
}
