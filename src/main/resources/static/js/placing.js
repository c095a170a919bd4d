// Which line of the metric table each row of a pasted sheet belongs to, and which of its
// columns holds the numbers. By the names of the metrics where the sheet has them, else row
// by row as they are on the screen. What is not certain is asked, or left out and told.
const HEADER = /^(本期|本年|当年|本月止|完成|实际|实绩|数值|指标值|金额|数量|上年|去年|同期|增减|\d{4}年)/;
const THIS = /本期|本年|当年|本月止|完成|实际|实绩/;
const OTHERS = /上年|去年|同期|增|减|比|率|幅|目标|计划|任务|预期|序号|代码|编码|单位/;
const WORDS = /^(不适用|未到统计时间|未统计)$/;
const SERIAL = /^(序号|编号|行次|代码|编码)$/;
const UNITS = /^(计量)?单位$/;
const UNIT_OF_ALL = /(?:单位:|^\()\s*([万亿千百]*元)\)?$/;
const SIZE = /^[万亿千百]*/;
const MARK = /^(其中[::]|\d{1,2}[.、]|[一二三四五六七八九十]{1,3}、|\((\d{1,2}|[一二三四五六七八九十]{1,3})\))/;

const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "");
const bare = (text) => plain(text).replace(/,(?=\d{3})/g, "");
const isValue = (text) => WORDS.test(plain(text)) || (/^[¥$€]?[+\-−(]?[¥$€]?\.?\d/.test(plain(text)) && !/^\d{4}年/.test(plain(text)));

// lines: the rows of the table as they are on the screen, { name, code, unit, names, input, shown };
// a head of a group has no code, a computed line no input.
export function placing(sheet, lines, from) {
  const names = naming(sheet, lines);
  const holdsValue = (cells) => cells.some((cell, at) => !names.includes(at) && isValue(cell.text));
  const placed = units(names.length ? byName(sheet, lines, names) : sheet.map((cells) => ({ cells })), sheet);
  const first = names.length ? placed.findIndex((row) => row.line || holdsValue(row.cells)) : headers(sheet);
  const rows = placed.slice(first);
  const title = (at) => sheet.slice(0, first).map((cells) => cells[at].text).filter(Boolean).pop() ?? "";
  const columns = [...sheet[0].keys()].map((index) => ({ index, title: title(index) }))
    .filter((one) => !names.includes(one.index) && !SERIAL.test(plain(one.title)) && !isCount(rows, one.index)
      && rows.some(({ cells }) => !cells[one.index].hidden && isValue(cells[one.index].text)));
  const likely = columns.filter((one) => THIS.test(plain(one.title)) && !OTHERS.test(plain(one.title)));
  const [only] = columns;
  const plainly = columns.length === 1 && (THIS.test(plain(only.title)) || !OTHERS.test(plain(only.title)));
  const chosen = plainly ? only.index : likely.length === 1 ? likely[0].index : -1;
  const doubtful = !names.length && onScreen(rows, lines, from).some(({ line, cells }) => line && !line.input
    && columns.some(({ index }) => isValue(cells[index].text) && bare(cells[index].text) !== bare(line.shown ?? "")));
  return { columns, chosen, doubtful, outcomes };

  // What becomes of each row; skipping: rows are counted over the cells alone.
  function outcomes(index, skipping) {
    const counted = skipping ? lines.filter((line) => line.input) : lines;
    const all = names.length ? rows : onScreen(rows, counted, counted.indexOf(lines[from]));
    return all.filter((row) => row.line?.input || holdsValue(row.cells)).map((row) => ({
      name: row.line?.name ?? row.name ?? "",
      line: row.line,
      cells: row.cells,
      text: index < 0 ? "" : row.cells[index].text + foreign(row, row.cells[index]),
      why: index < 0 ? "" : why(row, row.cells[index], all, index),
    }));
  }
}

// Why a value is left out, "" where it is taken, "=" where it stands there already.
function why(row, cell, all, index) {
  if (row.why) return row.why;
  if (!row.line) return "表格到这里为止，没有对应的行";
  if (!row.line.code) return "这一行是组标题，没有格可填";
  if (!row.line.input) return "由系统计算，不用填";
  if (cell.hidden) return "在 Excel 里是隐藏的，不改";
  if (!cell.text) return cell.merged ? "合并的单元格，不改" : "空白，不改";
  if (!isValue(cell.text)) return "不是数，不改";
  const twins = all.filter((other) => other.line === row.line && !other.cells[index].hidden && isValue(other.cells[index].text));
  if (twins.some((other) => bare(other.cells[index].text) !== bare(cell.text))) return `“${row.line.name}”出现了 ${twins.length} 次，数不一样，不改`;
  if (twins[0] !== row && twins.length > 1) return "与前面一行重复";
  return !foreign(row, cell) && bare(cell.text) === bare(row.line.input.value) ? "=" : "";
}

// The unit a row is told in, beside its number, behind its name or above all: what says
// another one than the table is filled in with it, for the server to convert or refuse.
function units(rows, sheet) {
  const at = sheet[0].findIndex((_, index) => sheet.some((cells) => UNITS.test(plain(cells[index].text))));
  const all = sheet.flat().map((cell) => UNIT_OF_ALL.exec(plain(cell.text))?.[1]).find(Boolean) ?? "";
  return rows.map((row) => ({ ...row, unit: row.unit || (at < 0 ? "" : plain(row.cells[at].text)), all }));
}

function foreign({ line, unit, all }, cell) {
  const own = plain(line?.unit ?? "");
  const said = /[\p{L}%‰]/u.test(unit) ? unit : own.endsWith("元") ? all : "";
  return said && said !== own && /^[\d.]+$/.test(bare(cell.text)) ? said : "";
}

// The head of a group and a computed metric are rows as the others are.
function onScreen(rows, lines, from) {
  return rows.map((row, at) => ({ ...row, line: lines[from + at], name: row.cells.map((cell) => cell.text).filter(Boolean)[0] }));
}

// The columns that name metrics, by name or by code: at least half of what stands in them;
// else the first column of words that stands before a number: names the table does not
// know place no row, and no row goes by its position against its name.
function naming(sheet, lines) {
  const known = dictionary(lines);
  const columns = [...sheet[0].keys()];
  const texts = (at) => sheet.map((cells) => cells[at].text).filter(Boolean);
  const certain = columns.filter((at) => {
    const found = texts(at).filter((text) => find(known, text) !== undefined).length;
    return found && found * 2 >= texts(at).length - 2;
  });
  if (certain.length) return certain;
  const value = columns.findIndex((at) => texts(at).some(isValue));
  const words = columns.slice(0, Math.max(value, 0)).find((at) => texts(at).length * 2 > sheet.length && texts(at).every(isName));
  return words === undefined ? [] : [words];
}

const isName = (text) => !isValue(text) && plain(text).length > 2 && !/^(由系统计算|核定)/.test(plain(text));

function byName(sheet, lines, columns) {
  const known = dictionary(lines);
  return sheet.map((cells) => {
    const names = columns.map((at) => cells[at].text.replace(/\n/g, "")).filter(Boolean);
    const found = names.map((name) => find(known, name));
    const unit = names.map((name) => bracketed(known, name)?.unit).find(Boolean);
    const certain = new Set(found.filter(Boolean));
    const name = names[names.length - 1] ?? "";
    return {
      cells,
      name,
      unit,
      line: certain.size === 1 ? [...certain][0] : undefined,
      why: certain.size === 1 ? "" : certain.size ? "名字和代码对不上，不改"
        : !name ? "这一行没有指标名" : found.includes(null) ? `“${name}”对得上两个指标，不改` : `表里没有“${name}”`,
    };
  });
}

// Names, aliases and codes; null where two metrics go by the same.
function dictionary(lines) {
  const known = new Map();
  const add = (key, line) => known.set(key, known.has(key) && known.get(key) !== line ? null : line);
  for (const line of lines.filter((one) => one.code)) {
    for (const name of line.names) {
      add(plain(name), line);
      add(plain(`${name}(${line.unit})`), line);
    }
  }
  for (const line of lines.filter((one) => one.code)) { // its own name is nobody else's alias
    known.set(plain(line.name), line);
    known.set(plain(`${line.name}(${line.unit})`), line);
    known.set(plain(line.code), line);
  }
  return known;
}

function find(known, text) {
  const name = plain(text);
  return known.get([name, name.replace(MARK, "")].find((one) => known.has(one)) ?? bracketed(known, text)?.name);
}

// 技术合同成交额（亿元）, where the table has it in 万元.
function bracketed(known, text) {
  const [, name, unit] = /^(.+)\(([^()]+)\)$/.exec(plain(text).replace(MARK, "")) ?? [];
  const own = plain(known.get(name)?.unit ?? "").replace(SIZE, "");
  return own && !known.has(plain(text)) && ["", own].includes(unit.replace(SIZE, "")) ? { name, unit } : undefined;
}

// Rows above the numbers that say what the columns are.
function headers(sheet) {
  let at = 0;
  while (at < sheet.length - 1 && !sheet[at].some((cell) => isValue(cell.text)) && sheet[at].some((cell) => HEADER.test(plain(cell.text)))) at++;
  return at;
}

// 1, 2, 3 … is no column of figures.
function isCount(rows, index) {
  const texts = rows.map(({ cells }) => plain(cells[index].text)).filter(Boolean);
  return texts.length > 2 && texts.every((text, at) => text === String(Number(texts[0]) + at)) && Number(texts[0]) <= 1 && rows[0].cells.length > 1;
}
