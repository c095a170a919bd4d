// What a spreadsheet puts on the clipboard, as rows of cells. The table in text/html tells
// what text/plain can't: rows that are hidden, cells that are merged, breaks inside a cell.
const MOST_COLUMNS = 200;
const BREAK = "\u0001";

// A cell is { text, hidden, merged }; merged are those that lie under another cell.
export function sheet(data) {
  return fromHtml(data.getData("text/html")) ?? fromText(data.getData("text/plain"));
}

export function fromHtml(html) {
  // styles are read as words: the page's policy lets none in
  const plain = html.replace(/<style[\s\S]*?<\/style\s*>/gi, "").replace(/(<[^>]*?\s)style(\s*=)/gi, "$1data-style$2");
  const table = html && new DOMParser().parseFromString(plain, "text/html").querySelector("table");
  if (!table) return null;
  const columns = [];
  for (const col of table.querySelectorAll("col")) columns.push(...Array(span(col.span, MOST_COLUMNS)).fill(isHidden(col)));
  const rows = [...table.rows].map(() => []);
  [...table.rows].forEach((tr, at) => {
    for (const td of tr.cells) {
      let column = 0;
      while (rows[at][column]) column++;
      const wide = span(td.colSpan, MOST_COLUMNS), high = span(td.rowSpan, rows.length - at);
      for (let down = 0; down < high; down++) {
        for (let right = 0; right < wide; right++) {
          const under = down > 0 || right > 0;
          rows[at + down][column + right] = {
            text: under ? "" : textOf(td),
            hidden: isHidden(table.rows[at + down]) || isHidden(td) || columns[column + right] === true,
            merged: under,
          };
        }
      }
    }
  });
  return even(rows);
}

const span = (wide, most) => Math.max(1, Math.min(wide, most));

const isHidden = (element) => element.hidden || element.getAttribute("height") === "0" || element.getAttribute("width") === "0"
  || /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*(hidden|collapse)/i.test(element.dataset.style ?? "");

function textOf(td) {
  for (const end of td.querySelectorAll("br, p + p, div + div, li + li")) end.before(BREAK);
  const shown = lines(td.textContent);
  // a column too narrow shows ####; older spreadsheets say the number beside it
  return /^#+$/.test(shown) && td.hasAttribute("x:num") ? td.getAttribute("x:num") || shown : shown;
}

const lines = (text) => text.replace(/\s+/g, " ").split(BREAK).map((line) => line.trim()).filter(Boolean).join("\n");

// A cell is quoted where it holds a break or a tab. One that merely begins with a quotation
// mark is not, so a mark opens a quoted cell only if another closes it before the next cell.
export function fromText(given) {
  const text = given.replace(/\r\n?/g, "\n");
  const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y, bare = /[^\t\n]*/y;
  const rows = [[]];
  for (let at = 0; at < text.length;) {
    quoted.lastIndex = bare.lastIndex = at;
    const cell = quoted.exec(text);
    const read = cell ? cell[1].replace(/""/g, '"').replace(/\n/g, BREAK) : bare.exec(text)[0];
    rows[rows.length - 1].push({ text: lines(read), hidden: false, merged: false });
    at = cell ? quoted.lastIndex : bare.lastIndex;
    if (text[at] === "\n") {
      if (at + 1 < text.length) rows.push([]);
    } else if (text[at] === "\t" && at + 1 === text.length) {
      rows[rows.length - 1].push({ text: "", hidden: false, merged: false });
    }
    at++;
  }
  return even(rows);
}

// All rows as wide as the widest.
function even(rows) {
  const wide = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => Array.from({ length: wide }, (_, at) => row[at] ?? { text: "", hidden: false, merged: false }));
}
