// Tokens of a text shown as chips with what they print; one step for the caret, one
// stroke to delete. The text itself keeps the token.
import { isolateHistory } from "@codemirror/commands";
import { StateEffect } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, WidgetType } from "@codemirror/view";
import { element, popup } from "./popup.js";
import { ASPECTS, FORMS, token, tokens } from "./tokens.js";

export const reread = StateEffect.define();

class Chip extends WidgetType {
  constructor(name, said, trouble) {
    super();
    Object.assign(this, { name, said, trouble });
  }

  eq(other) {
    return other.name === this.name && other.said === this.said && other.trouble === this.trouble;
  }

  toDOM() {
    return element("span", { class: `token${this.trouble ? " trouble" : ""}`, title: `${this.name}：点击选择内容和单位（Alt+Enter）` },
      element("span", { class: "token-name" }, this.said ? `${this.name} ` : this.name), this.said && element("b", {}, this.said));
  }

  ignoreEvent() {
    return false;
  }
}

function chip(one, words) {
  words.read();
  const word = words.find(one.name);
  const name = `${word?.name ?? one.name}${one.aspect && ` ${ASPECTS.get(one.aspect)}`}`;
  if (!word) return words.known() ? new Chip(one.name, "没有这个指标", true) : new Chip(name, "", false);
  const { text, trouble } = words.says(word, one);
  return new Chip(name, text, trouble);
}

export function chips(words) {
  const made = (doc, from = 0, to = doc.length) => tokens(doc.sliceString(from, to))
    .map((one) => Decoration.replace({ widget: chip(one, words) }).range(from + one.from, from + one.to));

  const drawn = ViewPlugin.fromClass(class {
    constructor(view) {
      this.chips = Decoration.set(made(view.state.doc));
    }

    // while an input method composes, nothing of the text is drawn anew
    update({ changes, docChanged, transactions, view, state: { doc } }) {
      if (docChanged) this.chips = this.chips.map(changes);
      if (view.compositionStarted) return;
      if (transactions.some((one) => one.effects.some((effect) => effect.is(reread)))) this.chips = Decoration.set(made(doc));
      else if (docChanged) this.redraw(doc, changes);
    }

    // a token stands on one line, so only the lines that were changed are read again
    redraw(doc, changes) {
      let from = doc.length, to = 0;
      changes.iterChangedRanges((oldFrom, oldTo, newFrom, newTo) => {
        from = Math.min(from, doc.lineAt(newFrom).from);
        to = Math.max(to, doc.lineAt(newTo).to);
      });
      this.chips = this.chips.update({ filterFrom: from, filterTo: to, filter: () => false, add: made(doc, from, to) });
    }
  }, {
    decorations: (plugin) => plugin.chips,
    provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.chips ?? Decoration.none),
  });

  function beside(view, at) {
    return tokens(view.state.doc.toString()).find((one) => one.from <= at && at <= one.to);
  }

  return [drawn, EditorView.domEventHandlers({
    mousedown(event, view) {
      const shown = event.target.closest?.(".token");
      if (!shown || event.button !== 0) return false;
      event.preventDefault();
      const one = beside(view, view.posAtDOM(shown));
      view.focus();
      if (one) view.dispatch({ selection: { anchor: one.to } });
      return true;
    },
    click(event, view) {
      const shown = event.target.closest?.(".token");
      const one = shown && beside(view, view.posAtDOM(shown));
      return one ? open(view, one, words) : false;
    },
    keydown(event, view) {
      if (event.key !== "Enter" || !event.altKey || event.isComposing) return false;
      const one = beside(view, view.state.selection.main.head);
      if (!one) return false;
      event.preventDefault();
      return open(view, one, words);
    },
  })];
}

// The menu of a chip: what of the metric it says, in which unit, or the plain words.
function open(view, one, words) {
  if (view.state.readOnly) return false;
  const raw = view.state.sliceDoc(one.from, one.to);
  const word = words.find(one.name);
  const said = word && words.says(word, one);
  const box = element("div", { class: "popup token-menu", role: "menu", "aria-label": `${word?.name ?? one.name}：内容和单位` });
  const shown = popup(box, () => view.coordsAtPos(one.from) ?? view.dom.getBoundingClientRect(), (back) => { if (back) view.focus(); });

  function put(text) {
    if (view.state.sliceDoc(one.from, one.to) === raw) {
      view.dispatch({
        changes: { from: one.from, to: one.to, insert: text }, selection: { anchor: one.from + text.length },
        userEvent: "input", annotations: isolateHistory.of("full"),
      });
    }
    shown.gone(true);
  }

  function item(role, checked, label, value, act) {
    const made = element("button", { type: "button", role, tabindex: "-1", "aria-checked": checked }, element("span", {}, label), element("small", {}, value));
    made.addEventListener("click", act);
    return made;
  }

  function group(label, choices, now, choose, value) {
    return element("div", { role: "group", "aria-label": label },
      ...choices.map(([key, name]) => item("menuitemradio", String(key === now), name, value(key), () => put(token({ ...one, ...choose(key) })))));
  }

  if (word) {
    box.append(element("p", { class: "picker-group", role: "presentation" }, word.name));
    box.append(group("内容", [...ASPECTS], one.aspect, (aspect) => ({ aspect, form: "" }), (aspect) => words.says(word, { aspect, form: "" }).text));
    const forms = [...FORMS].filter(([key]) => key === one.form || !key || words.says(word, { ...one, form: key }).trouble === false);
    if (forms.length > 1) box.append(group("单位", forms, one.form, (form) => ({ form }), (form) => words.says(word, { ...one, form }).text));
  }
  const literal = said && !said.trouble ? said.text : raw.replace(/[{｛}｝]/g, "");
  box.append(element("div", { role: "group", "aria-label": "文字" }, item("menuitem", undefined, "变回文字", literal, () => put(literal))));

  const items = [...box.querySelectorAll("button")];
  box.addEventListener("keydown", (event) => {
    const at = items.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length).focus();
  });
  shown.put();
  (box.querySelector("[aria-checked=true]") ?? items[0]).focus();
  return true;
}
