// What was typed and the server does not have yet, kept in this browser under the account
// and the report: it outlives a lost network, an ended session, a closed tab, a crash. Each
// page keeps a version of its own of each field and never touches another's; what a page
// has left behind is taken over by the next. No version goes unless the server has it or
// somebody said so.
const user = document.querySelector("meta[name=kebao-user]")?.content ?? "";
const LOST_ANSWERS = 20; // so many saves are remembered of which nothing was heard

export function store(report, page) {
  const prefix = `kebao.unsent:${encodeURIComponent(user)}:${encodeURIComponent(report)}:`;
  const formerly = `kebao.unsaved.${user}.${report}.`; // as earlier versions of the application kept it
  const keyOf = (field) => `${prefix}${page}:${field}`;
  const own = new Map(); // field -> { text, base, sent, at, place, held, stored }
  const written = new Set(); // fields somebody has typed in here

  // Storage may be full, or forbidden: the page then is the only place, and says so.
  function write(field) {
    own.get(field).stored = set(keyOf(field), plain(field));
  }

  function plain(field) {
    const { stored, held, ...one } = own.get(field);
    return { ...one, field, held: held && { why: held.why, message: held.message } };
  }

  function put(field, one) {
    own.delete(field); // what was typed last stands last
    own.set(field, { held: null, at: Date.now(), ...one, sent: one.sent ?? [] });
    write(field);
  }

  function typed(field, text, base, place) {
    const was = own.get(field);
    written.add(field);
    put(field, { text, base: was?.base ?? base, sent: was?.sent ?? [], place });
  }

  // From now on an answer is owed; should it never come, what the save wrote is one's own.
  function sent(field, save) {
    const one = own.get(field);
    one.sent = [...one.sent, save].slice(-LOST_ANSWERS);
    write(field);
  }

  function answered(field, save) {
    const one = own.get(field);
    if (one) one.sent = one.sent.filter((other) => other !== save);
  }

  // The server has that text; a text that was typed since follows on it.
  function saved(field, text, version) {
    const one = own.get(field);
    if (!one) return;
    if (one.text === text) return drop(field);
    Object.assign(one, { base: version, sent: [], held: null });
    write(field);
  }

  function hold(field, held) {
    const one = own.get(field);
    if (!one) return;
    one.held = held;
    write(field);
  }

  // Refused or in conflict, and its field is not on this page: whichever page has it may
  // take it over.
  function offer(field) {
    own.get(field).left = true;
    write(field);
  }

  // Those that another page has taken over.
  function handOver() {
    for (const [field, one] of own) if (one.left && one.stored && !get(keyOf(field))) own.delete(field);
  }

  function drop(field) {
    own.delete(field);
    remove(keyOf(field));
  }

  // Those of other pages, the newest first.
  function others() {
    const found = [];
    for (const key of keys()) {
      const one = get(key);
      if (typeof one?.text !== "string") continue;
      if (key.startsWith(formerly)) {
        found.push({ ...one, key, field: key.slice(formerly.length), page: "", sent: [], left: true });
      } else if (key.startsWith(prefix)) {
        const from = key.slice(prefix.length).split(":", 1)[0];
        if (from !== page) found.push({ ...one, key, page: from });
      }
    }
    return found.sort((one, other) => other.at - one.at);
  }

  // Takes over what no living page keeps, but never over what is typed here: then both are
  // shown. Returns the fields that have got a text to be sent.
  function takeOver(living, known, view) {
    const taken = [];
    handOver();
    for (const one of others()) {
      const { key, field, text } = one;
      if (!known.has(key)) continue;
      if (living.has(one.page) && !(one.left && view.has(field))) continue;
      const here = own.get(field);
      if (here ? here.text === text : view.isSaved(field, text)) { // this page has it, or the server
        merge(one);
        view.chosen(key);
      } else if (!here && !written.has(field) && !view.isTouched(field)) {
        adopt(one);
        view.show(field, text, one.base);
        taken.push(field);
      } else {
        view.choice(one);
      }
    }
    return taken;
  }

  // One's own copy stands before the other goes; where there is no room for it, both stay.
  function adopt({ key, field, text, base, sent = [], at, place }) {
    put(field, { text, base, sent, at, place });
    if (own.get(field).stored) remove(key);
  }

  // Puts a text of another page in the place of one's own; who chooses has seen both.
  function choose(one, base) {
    put(one.field, { text: one.text, base: own.get(one.field)?.base ?? base, sent: own.get(one.field)?.sent ?? [], place: one.place });
    merge(one);
  }

  // The same text twice is one text; what either has sent is one's own.
  function merge({ key, field, sent = [] }) {
    const one = own.get(field);
    if (one) {
      one.sent = [...new Set([...one.sent, ...sent])].slice(-LOST_ANSWERS);
      write(field);
      if (!one.stored) return;
    }
    remove(key);
  }

  // The page is left: whoever comes next need not ask whether it lives.
  function leave() {
    for (const field of own.keys()) set(keyOf(field), { ...plain(field), left: true });
  }

  const stored = () => [...own.values()].every((one) => one.stored);

  function keys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix) || key.startsWith(formerly));
    } catch {
      return [];
    }
  }

  return { own, put, typed, sent, answered, saved, hold, offer, drop, others, takeOver, choose, leave, stored, forget: remove };
}

function set(key, one) {
  try {
    localStorage.setItem(key, JSON.stringify(one));
    return true;
  } catch {
    return false;
  }
}

function get(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function remove(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // forbidden: nothing is kept there
  }
}
