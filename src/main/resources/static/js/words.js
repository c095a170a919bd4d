// What the metrics of a report say at present, for the chips in its texts and for the
// list they are picked from. Read once, and again when the page comes back into sight:
// figures are typed on other pages.
import { ASPECTS, tokens } from "./tokens.js";

const LACKING = { 去年: "没有上年数", 同比: "算不出", 完成率: "算不出", 目标: "没有目标" };
const MOST = 10;

export function words(report, changed) {
  let list = [], byName = new Map(), state = "unread", reading = null;

  function take(next) {
    list = next;
    byName = new Map();
    for (const one of list) for (const alias of one.aliases ?? []) byName.set(alias, one);
    for (const one of list) byName.set(one.code, one);
    for (const one of list) byName.set(one.name, one);
    changed();
  }

  function read() {
    reading ??= fetch(`/reports/${report}/words`, { signal: AbortSignal.timeout(20_000), headers: { "X-Requested-With": "fetch" } })
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.status))))
      .then((next) => { state = "read"; take(next); })
      .catch(() => { if (state !== "read") state = "failed"; })
      .finally(() => { reading = null; });
    return reading;
  }

  document.addEventListener("visibilitychange", () => { if (!document.hidden && state !== "unread") read(); });
  addEventListener("online", () => { if (state === "failed") read(); });
  document.body.addEventListener("kebao:saved", ({ detail }) => {
    if (detail?.words?.length) {
      const told = new Map(detail.words.map((one) => [one.code, one]));
      take(list.map((one) => told.get(one.code) ?? one));
    } else if (state === "failed") {
      read();
    }
  });

  return {
    read: () => (state === "unread" ? read() : reading ?? Promise.resolve()),
    find: (name) => byName.get(name),
    known: () => state === "read",
    says,
    printed: (text) => printed(text, byName),
    search: (typed) => search(list, typed),
  };
}

// A unit of another size behind a number alone: {{技术合同成交额|数}}余亿元.
const SCALED = /^[ \u00a0\u3000\u2009]*[多余馀几]?[ \u00a0\u3000\u2009]*(?:个(?=亿))?([万亿]*)/;

// What a token prints: { text, trouble }.
function says(word, { aspect, form, behind = "" }) {
  const key = form ? `${aspect}|${form}` : aspect;
  const text = word.numbers?.[`${key}|${power(word, behind)}`] ?? word.values[key];
  if (text) return { text, trouble: false };
  return { text: word.values[aspect] ? "不能用这种单位" : LACKING[aspect] ?? word.trouble, trouble: true };
}

// By which power of ten the unit that is typed there is larger than the plain one; NaN for none.
function power({ unit }, behind) {
  const [all, sizes] = SCALED.exec(behind);
  const plain = unit.replace(/^[万亿]+/, "");
  return sizes || behind.startsWith(plain, all.length) ? [...sizes].reduce((sum, one) => sum + (one === "万" ? 4 : 8), 0) : NaN;
}

// A text as the paper has it; what cannot be printed stays as it is typed.
function printed(text, byName) {
  let read = "", end = 0;
  for (const one of tokens(text)) {
    const said = byName.has(one.name) ? says(byName.get(one.name), one) : { trouble: true };
    read += text.slice(end, one.from) + (said.trouble ? text.slice(one.from, one.to) : said.text);
    end = one.to;
  }
  return read + text.slice(end);
}

const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");

// By name first, then alias, code and the initials of its pinyin; all where nothing is asked.
function search(list, typed) {
  const [asked, ...rest] = plain(typed).split(/[.。]/);
  const aspect = rest.length ? [...ASPECTS.keys()].find((one) => one && one.startsWith(rest.join(""))) ?? "" : "";
  const found = list.map((word) => ({ word, aspect, rank: asked ? rank(word, asked) : 0 })).filter((one) => one.rank < Infinity);
  if (!asked) return found;
  return found.sort((one, other) => one.rank - other.rank).slice(0, MOST);
}

function rank(word, asked) {
  const places = [[plain(word.name)], (word.aliases ?? []).map(plain), [plain(word.code)], [word.initials ?? []].flat().map(plain)];
  for (const match of ["startsWith", "includes"]) {
    const at = places.findIndex((texts) => texts.some((text) => text[match](asked)));
    if (at >= 0) return at + (match === "includes" ? places.length : 0);
  }
  return Infinity;
}
