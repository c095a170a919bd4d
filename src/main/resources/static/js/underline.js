// What the checks find in a text, underlined where it stands; it moves with the text and
// goes when what it was said of is changed.
import { ChangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

export const found = StateEffect.define();

export const underlines = StateField.define({
  create: (state) => ({ marks: Decoration.none, since: ChangeSet.empty(state.doc.length) }),
  update({ marks, since }, { changes, docChanged, effects, newDoc }) {
    const told = effects.find((effect) => effect.is(found));
    if (told) return { marks: mark(newDoc, told.value), since: ChangeSet.empty(newDoc.length) };
    if (!docChanged) return { marks, since };
    const kept = marks.map(changes).update({ filter: (from, to, { spec }) => newDoc.sliceString(from, to) === spec.text });
    return { marks: kept, since: since.compose(changes) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});

// Where a stretch is now that was told of by the offset it had when it was found.
export function stretch(state, { offset, length }) {
  const { marks, since } = state.field(underlines);
  let at = null;
  marks.between(0, state.doc.length, (from, to, { spec }) => {
    if (spec.offset === offset && to - from === length) at = { from, to };
  });
  const within = (place) => Math.min(place, since.length);
  return at ?? { from: since.mapPos(within(offset), 1), to: since.mapPos(within(offset + length), -1) };
}

function mark(doc, findings) {
  const text = doc.toString();
  return Decoration.set(findings.flatMap(({ spot, message, error, hint }) => {
    const was = spot.was ?? spot.quote;
    const from = place(text, spot.offset, was);
    if (from < 0 || !was) return [];
    const attributes = { title: message };
    return Decoration.mark({ class: `found-${error ? "error" : hint ? "hint" : "warning"}`, attributes, offset: spot.offset, text: was })
      .range(from, from + was.length);
  }), true);
}

// The server has read what was saved; more may have been typed before it since.
function place(text, offset, was) {
  if (text.startsWith(was, offset)) return offset;
  const places = [text.lastIndexOf(was, offset), text.indexOf(was, offset)].filter((at) => at >= 0);
  return places.sort((one, other) => Math.abs(one - offset) - Math.abs(other - offset))[0] ?? -1;
}
