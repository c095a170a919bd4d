// Metrics in a text: {{专利申请量}}, {{专利申请量.同比}}, {{技术合同成交额|亿元}}, as they are
// typed, with full-width braces, dots and bars too. Read as the room "binding" reads them.
const TOKEN = /[{｛]{2}(?![{｛])((?:(?![{｛]{2}|[}｝]{2})[^\n])*)[}｝]{2}/g;

// what of the metric is said, and what a menu calls it
export const ASPECTS = new Map([["", "本期"], ["去年", "上年同期"], ["同比", "同比"], ["完成率", "完成率"], ["目标", "目标"]]);
export const FORMS = new Map([["", "自动"], ["万元", "万元"], ["亿元", "亿元"], ["数", "只要数"]]);
const BEHIND = 12; // so much of what follows tells the unit
const SAME = new Map([["上年", "去年"], ["上年同期", "去年"]]);

export function tokens(text) {
  return [...text.matchAll(TOKEN)]
    .map((found) => ({ from: found.index, to: found.index + found[0].length, ...parts(found[1]) }))
    .map((one) => ({ ...one, behind: text.slice(one.to, one.to + BEHIND) }))
    .filter((one) => one.name);
}

export function token({ name, aspect = "", form = "" }) {
  return `{{${name}${aspect && `.${aspect}`}${form && `|${form}`}}}`;
}

function parts(inside) {
  const [said, form] = behind(inside.trim(), "|｜", (word) => (word && FORMS.has(word) ? word : ""));
  const [name, aspect] = behind(said, ".．。", (word) => SAME.get(word) ?? (word && ASPECTS.has(word) ? word : ""));
  return { name, aspect, form };
}

// What stands behind the last of these marks, where it is a known word; else it is the name's.
function behind(text, marks, known) {
  const at = Math.max(...[...marks].map((mark) => text.lastIndexOf(mark)));
  const word = at < 0 ? "" : known(text.slice(at + 1).trim());
  return word ? [text.slice(0, at).trim(), word] : [text, ""];
}
