// What was typed and is not saved yet, kept in this browser under the account and the
// report until the server has it: it outlives a lost network, an ended session, a closed
// tab. Each page owns what it typed; what a page left behind is taken over by the next.
const user = document.querySelector("meta[name=kebao-user]")?.content ?? "";
const prefix = (report) => `kebao.unsaved.${user}.${report}.`;
const page = Math.random().toString(36).slice(2);
const ABANDONED = 30_000; // a living page tells of itself more often than this

export function keep(report, field, text, base) {
  try {
    const entry = { text, base, page, at: Date.now() };
    localStorage.setItem(prefix(report) + field, JSON.stringify(entry));
    return true;
  } catch {
    return false; // storage full or forbidden: the page warns before it is left
  }
}

export function forget(report, field) {
  const entry = read(prefix(report) + field);
  if (entry?.page === page) localStorage.removeItem(prefix(report) + field);
}

// Takes over what no living page owns, and returns it by field.
export function adopt(report) {
  const found = new Map();
  for (const key of keys(report)) {
    const entry = read(key);
    const orphan = entry && (!entry.page || Date.now() - entry.at > ABANDONED);
    if (entry?.page !== page && !orphan) continue;
    const field = key.slice(prefix(report).length);
    if (orphan) keep(report, field, entry.text, entry.base);
    found.set(field, { text: entry.text, base: entry.base });
  }
  return found;
}

// Called from time to time with "at", and with "page" when the page is left.
export function tell(report, alive) {
  for (const key of keys(report)) {
    const entry = read(key);
    if (entry?.page !== page) continue;
    localStorage.setItem(key, JSON.stringify({ ...entry, page: alive ? page : "", at: Date.now() }));
  }
}

function keys(report) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix(report)));
  } catch {
    return [];
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
