// Turns each textarea[data-prose] into an editor that shows metrics as chips, picks them
// from a list and underlines what the checks find. The textarea stays the field of the
// form: it holds the text at every moment and speaks for it with its input events, so
// nothing else on the page knows of the editor.
import "./sheets.js";
import { history, historyKeymap, insertNewline, isolateHistory, standardKeymap } from "@codemirror/commands";
import { Annotation, Compartment, EditorState, Transaction } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { chips, reread } from "./chips.js";
import { count } from "./entries.js";
import { pick } from "./picker.js";
import { element } from "./popup.js";
import { found, stretch, underlines } from "./underline.js";
import { words as readWords } from "./words.js";

const NEAR = "800px"; // what is further off becomes an editor when one comes near
const LONGEST = 20_000; // characters; a longer text stays a textarea, which is quick at any length
const OPENED = /(?:^|[^{｛])[{｛]{2}$/;

const followed = Annotation.define();
const editors = new Map(); // textarea -> editor

const root = document.querySelector("main.filing");
let findings = JSON.parse(root.querySelector("[data-findings]")?.dataset.found ?? "[]").filter((one) => one.spot);
const areas = [...root.querySelectorAll("textarea[data-prose]")].filter((one) => one.value.length <= LONGEST);
const words = readWords(root.dataset.report, () => editors.forEach(({ view }) => view.dispatch({ effects: reread.of(null) })));

function editor(area) {
  const line = area.hasAttribute("data-line");
  const attributes = new Compartment();
  let composed = false, held = null;

  const box = element("div", { class: ["prose", ...[...area.classList].map((name) => `prose-${name}`)].join(" ") });
  box.style.setProperty("--rows", area.rows);
  area.before(box);
  const view = new EditorView({
    doc: area.value,
    extensions: [
      history({ joinToEvent: (one, adjacent) => adjacent && !deletesChip(one) }),
      keymap.of([{ key: "Enter", run: line ? () => true : insertNewline, shift: line ? () => true : insertNewline }, ...historyKeymap, ...standardKeymap]),
      EditorView.lineWrapping,
      placeholder(area.placeholder),
      attributes.of(given()),
      chips(words),
      underlines,
      line ? EditorState.transactionFilter.of(oneLine) : [],
      EditorView.updateListener.of(changed),
      EditorView.domEventObservers({ compositionend: () => { setTimeout(composedText); } }),
    ],
  });
  const button = element("button", { type: "button", class: "prose-pick", tabindex: "-1", title: "也可以在文字里输入 {{" }, "插入指标");
  button.addEventListener("click", () => { if (!view.state.readOnly) open(view.state.selection.main); });
  box.append(area, view.dom, button);
  area.tabIndex = -1;
  area.setAttribute("aria-hidden", "true");

  // what names, describes or locks the textarea does so to the editor
  function given() {
    const labels = [...area.labels].map((label, index) => (label.id ||= `${area.id}-label-${index}`)).join(" ");
    const said = { "aria-labelledby": labels, "aria-label": labels ? null : area.getAttribute("aria-label") };
    for (const name of ["aria-describedby", "aria-invalid", "aria-required"]) said[name] = area.getAttribute(name);
    if (area.readOnly || area.disabled) said["aria-readonly"] = "true";
    if (line) said["aria-multiline"] = "false";
    box.classList.toggle("invalid", said["aria-invalid"] === "true");
    box.classList.toggle("disabled", area.matches(":disabled"));
    return [
      EditorView.contentAttributes.of(Object.fromEntries(Object.entries(said).filter(([, value]) => value))),
      EditorState.readOnly.of(area.readOnly || area.matches(":disabled")),
      EditorView.editable.of(!area.matches(":disabled")),
    ];
  }

  function changed(update) {
    if (update.docChanged || update.transactions.some((one) => one.effects.some((effect) => effect.is(reread)))) count(area, words.printed(view.state.doc.toString()));
    if (held) {
      const from = update.changes.mapPos(held.from, 1);
      held = { from, to: Math.max(from, update.changes.mapPos(held.to, -1)) };
    }
    const own = !update.transactions.every((one) => one.annotation(followed));
    if (!update.docChanged || !own) {
      if (update.selectionSet) keepSelection();
      return;
    }
    composed ||= view.compositionStarted;
    tell(view.compositionStarted);
    const typed = update.transactions.some((one) => one.isUserEvent("input.type"));
    if (typed && !composed) openAfterBraces();
  }

  function tell(isComposing) {
    area.value = view.state.doc.toString();
    keepSelection();
    area.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing }));
  }

  // Who calls the textarea finds the caret where it was.
  function keepSelection() {
    const { from, to } = view.state.selection.main;
    if (area.selectionStart !== from || area.selectionEnd !== to) area.setSelectionRange(from, to);
  }

  function composedText() {
    if (!composed || view.compositionStarted) return;
    composed = false;
    view.dispatch({ effects: reread.of(null) });
    draw();
    tell(false);
    openAfterBraces();
  }

  // The text was set from outside: only what differs is changed, so that the caret stays.
  function follow() {
    const was = view.state.doc.toString(), now = area.value;
    if (was === now) return;
    let from = 0, behind = 0;
    while (from < was.length && from < now.length && was[from] === now[from]) from++;
    while (behind < was.length - from && behind < now.length - from && was.at(-1 - behind) === now.at(-1 - behind)) behind++;
    view.dispatch({
      changes: { from, to: was.length - behind, insert: now.slice(from, now.length - behind) },
      annotations: [followed.of(true), isolateHistory.of("full")],
    });
    if (document.activeElement !== area) keepSelection();
  }

  // What is typed to call the list is no text yet: nothing unfinished is saved or found
  // fault with. Who leaves the list without a choice has typed it.
  function openAfterBraces() {
    const { from, to } = view.state.selection.main;
    if (from !== to || !OPENED.test(view.state.sliceDoc(Math.max(0, to - 3), to))) return;
    const typed = view.state.sliceDoc(to - 2, to);
    queueMicrotask(() => {
      view.dispatch({ changes: { from: to - 2, to }, annotations: Transaction.addToHistory.of(false) });
      open({ from: to - 2, to: to - 2 }, typed);
    });
  }

  function open(at, typed = "") {
    held = { from: at.from, to: at.to };
    function put(text) {
      view.dispatch({
        changes: { ...held, insert: text }, selection: { anchor: held.from + text.length },
        userEvent: "input", annotations: isolateHistory.of("full"), scrollIntoView: true,
      });
      typed = "";
    }
    pick(words, () => view.coordsAtPos(held.to) ?? box.getBoundingClientRect(), put, (back) => {
      if (typed) put(typed);
      held = null;
      if (back) view.focus();
    });
  }

  function draw() {
    if (view.compositionStarted) composed = true; // when it has ended
    else view.dispatch({ effects: found.of(findings.filter(({ spot }) => spot.field === area.name)) });
  }

  area.addEventListener("input", follow);
  area.addEventListener("kebao:shown", follow);
  new MutationObserver(() => view.dispatch({ effects: attributes.reconfigure(given()) }))
    .observe(area, { attributeFilter: ["readonly", "disabled", "aria-invalid", "aria-describedby", "aria-label"] });
  draw();
  count(area, words.printed(area.value));

  return {
    view,
    draw,
    enter(from, to) {
      follow();
      view.focus();
      const { main } = view.state.selection;
      if (main.from !== from || main.to !== to) view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
    },
    reveal(spot) {
      const { from, to } = stretch(view.state, spot);
      view.focus();
      view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    },
    // All of it or nothing, as one step to undo.
    mend(edits) {
      follow();
      const changes = edits.map(({ text, expected, ...spot }) => {
        const reads = ({ from, to }) => from <= to && view.state.sliceDoc(from, to) === expected;
        const at = [stretch(view.state, spot), { from: spot.offset, to: spot.offset + spot.length }].find(reads);
        return at && { ...at, insert: text };
      });
      if (view.state.readOnly || !changes.every(Boolean)) return false;
      view.dispatch({ changes, userEvent: "input.mend", annotations: isolateHistory.of("full") });
      return true;
    },
  };
}

// A chip comes back alone when its deletion is taken back.
function deletesChip(transaction) {
  let longest = 0;
  transaction.changes.iterChanges((from, to) => { longest = Math.max(longest, to - from); });
  return transaction.isUserEvent("delete") && longest > 1;
}

function oneLine(transaction) {
  if (transaction.newDoc.lines === 1 || transaction.annotation(followed)) return transaction;
  const changes = [];
  for (let at = 1; at < transaction.newDoc.lines; at++) {
    const { to } = transaction.newDoc.line(at);
    changes.push({ from: to, to: to + 1, insert: " " });
  }
  return [transaction, { changes, sequential: true }];
}

function edited(area) {
  if (!editors.has(area)) {
    near.unobserve(area);
    editors.set(area, editor(area));
  }
  return editors.get(area);
}

const ofField = (name) => areas.find((one) => one.name === name && one.isConnected);

// Nobody is interrupted in a word: who is writing already gets the editor after that.
const near = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting || editors.has(target)) continue;
    if (document.activeElement !== target) edited(target);
    else target.addEventListener("blur", () => { setTimeout(() => { if (document.activeElement !== target) edited(target); }); }, { once: true });
  }
}, { rootMargin: NEAR });
for (const area of areas) {
  near.observe(area);
  // A label, a script or a reader's program means the editor when it calls the textarea.
  area.addEventListener("focus", () => {
    const { selectionStart, selectionEnd } = area; // before it is moved
    edited(area).enter(selectionStart, selectionEnd);
  });
}

document.body.addEventListener("kebao:checked", ({ detail }) => {
  findings = (detail.findings ?? []).filter((one) => one.spot);
  editors.forEach(({ draw }) => draw());
});
document.body.addEventListener("kebao:reveal", (event) => {
  const area = ofField(event.detail.field);
  if (!area) return;
  event.preventDefault(); // taken: the textarea is not meant
  edited(area).reveal(event.detail);
});
// One stretch, or several in "edits", each with the text "expected" there.
document.body.addEventListener("kebao:mend", (event) => {
  const area = ofField(event.detail.field);
  if (!area) return;
  event.preventDefault();
  event.detail.mended = edited(area).mend(event.detail.edits ?? [event.detail]);
});
