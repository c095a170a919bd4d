// Saves what is typed, about half a second after typing stops. One request is under way at
// a time, so saves can't overtake each other; what fails is sent again by itself. What a
// page that is gone has left unsent is taken over, never over what is typed here.
import { living, page } from "./living.js";
import { store } from "./store.js";

const PAUSE = 500;
const PATIENCE = 20_000; // a server that says nothing for so long is not there
const RETRY = [1000, 2000, 5000, 10_000, 15_000];
const AGAIN = 30_000; // a report that takes no writing is asked again: it may be opened
const LOOK = 5000; // how often what others have left is looked for
const SIZE = 200_000; // characters of one request

const FULL = "浏览器的存储空间已满或不可用，这些文字只在本页，保存好之前请不要关闭页面";
const AWAY = "连不上服务器，文字保存在本机，恢复后自动保存";
const ILL = "服务器出错，文字保存在本机，稍后自动再试";
const BUSY = "同时保存的太多，文字保存在本机，稍后自动再试";

let saves = 0;

export function autosave(report, view, signIn) {
  const kept = store(report, page);
  const { own } = kept;
  const watching = new Set();
  let alive = new Set([page]);
  let timer = 0, waking = 0, sending = false, failures = 0, trouble = "", single = false;

  function typed(field, text) {
    kept.typed(field, text, view.base(field), view.place(field));
    schedule(PAUSE);
    rest();
  }

  function schedule(delay) {
    clearTimeout(timer);
    timer = setTimeout(send, delay);
  }

  const ready = () => [...own].filter(([, one]) => !one.held);

  // Words explain the figures they were typed under; the server takes those of a batch for
  // its figures, so a figure typed after them follows with the next.
  function next() {
    const all = ready();
    const isWords = (at) => all[at]?.[0].startsWith("explanation.");
    let size = 0;
    const end = all.findIndex(([, one], at) => {
      size += one.text.length;
      return at > 0 && (single || size > SIZE || (isWords(at - 1) && !isWords(at)));
    });
    return end < 0 ? all : all.slice(0, end);
  }

  // Each save has a name, and tells those before it whose answer never came.
  function wishes(batch) {
    const save = `${page}.${++saves}`;
    const fields = batch.map(([field, { text, base, sent }]) => ({ field, text, base, save, unanswered: sent }));
    for (const [field] of batch) kept.sent(field, save);
    return { save, fields };
  }

  async function send() {
    if (sending) return;
    const batch = next();
    if (!batch.length) return rest();
    sending = true;
    let delay = 0;
    const { save, fields } = wishes(batch);
    rest();
    try {
      const response = await post(fields);
      if (response.status >= 500 || response.status === 429) throw Object.assign(new Error(response.status), { told: response.status === 429 ? BUSY : ILL });
      const answer = response.headers.get("content-type")?.includes("json") ? await response.json() : {};
      for (const { field } of fields) kept.answered(field, save);
      if (response.status === 401 || response.status === 403) {
        trouble = "登录已到期，文字保存在本机";
        rest();
        await signIn();
        trouble = "";
        if (failures++) delay = RETRY[Math.min(failures, RETRY.length - 1)]; // signed in, and refused all the same
      } else {
        failures = 0;
        trouble = "";
        if (answer.fields) take(fields, answer);
        else turnedAway(fields, response.status, answer.refused);
      }
    } catch (error) {
      delay = RETRY[Math.min(failures++, RETRY.length - 1)];
      trouble = error.told ?? AWAY;
    }
    sending = false;
    if (delay || ready().length) schedule(delay);
    else single = false;
    rest();
  }

  function post(fields, keepalive = false) {
    return fetch(`/reports/${report}/fields`, {
      method: "POST",
      redirect: "error",
      keepalive,
      signal: keepalive ? undefined : AbortSignal.timeout(PATIENCE),
      headers: { "Content-Type": "application/json", "X-Requested-With": "fetch", "X-CSRF-TOKEN": view.token() },
      body: JSON.stringify({ fields }),
    });
  }

  function take(batch, answer) {
    for (const told of answer.fields) {
      const sent = batch.find((one) => one.field === told.field);
      const now = own.get(told.field);
      if (!now) continue; // given up meanwhile
      const unchanged = now.text === sent.text;
      if (told.outcome === "SAVED") {
        view.saved(told, unchanged);
        kept.saved(told.field, sent.text, told.version);
        for (const one of kept.others()) if (one.field === told.field && one.text === sent.text) kept.forget(one.key);
      } else if (unchanged) { // until it is typed anew, or decided on
        kept.hold(told.field, { why: told.outcome, message: told.outcome === "CONFLICT" ? changed(told) : told.message });
        if (!view.has(told.field)) kept.offer(told.field);
        if (told.outcome === "CONFLICT") view.conflict(told, now.text, (text) => decide(told.field, text, told.version));
        else view.refused(told);
      }
    }
    view.banner("");
    view.updated(answer);
  }

  // The whole report takes no writing now, or the request as such was not taken.
  function turnedAway(batch, status, refused) {
    const closed = status === 409 || status === 404;
    if (!closed && batch.length > 1) {
      single = true; // one of them is at fault: it is found out, and the others are saved
      return;
    }
    const message = refused ?? (status === 404 ? "报告现在打不开" : status === 413 ? "文字太长，一次存不下" : `服务器没有接受（${status}）`);
    for (const { field } of batch) {
      kept.hold(field, { why: closed ? "CLOSED" : "REFUSED", message });
      if (!closed) view.refused({ field, message });
    }
    if (!closed) return;
    view.banner(message);
    clearTimeout(waking);
    waking = setTimeout(wake, AGAIN);
  }

  function wake() {
    for (const [field, one] of own) if (one.held?.why === "CLOSED") kept.hold(field, null);
    if (ready().length) schedule(0);
  }

  // Whoever decides has seen both texts: what he chooses follows on the saved one.
  function decide(field, text, base) {
    const { place, sent } = own.get(field) ?? { place: view.place(field) };
    kept.put(field, { text, base, sent, place });
    view.show(field, text, base);
    schedule(0);
    rest();
  }

  function rest() {
    const held = [...own.values()].filter((one) => one.held).length;
    const why = !kept.stored() ? FULL : trouble || (held && `${held} 处`);
    if (!own.size) view.state("saved");
    else if (why) view.state("unsaved", why);
    else view.state(sending ? "saving" : "typing");
    for (const told of watching) told();
  }

  // What is unsent for a reason, and what other pages of this browser hold; what is only
  // just being typed is on its way.
  function lines() {
    const mine = [...own].filter(([, one]) => one.held || trouble || !one.stored).map(([field, { text, place, held, stored }]) => ({
      key: field, field, text, place, own: true, why: held?.why ?? "WAITING", message: held?.message || (stored ? trouble : FULL),
    }));
    const others = kept.others().map(({ key, field, text, place = {}, page: of, held, at }) => ({
      key, field, text, at, place, own: false, ...(alive.has(of)
        ? { why: "OPEN", message: held?.message || "请到那个页面保存" } : { why: "LEFT", message: "以前的页面留下的，请选择要不要" }),
    }));
    return [...mine, ...others.filter((one) => one.why === "LEFT" || Date.now() - one.at > LOOK)];
  }

  // Sends again what was refused: what it was refused for may have changed.
  function again(...fields) {
    for (const field of fields) kept.hold(field, null);
    schedule(0);
    rest();
  }

  // By a yes of who typed it. What the server has is shown again.
  function drop({ key, field, own: mine }) {
    if (!mine) {
      kept.forget(key);
      view.chosen(key);
    } else {
      kept.drop(field);
      view.revert(field);
    }
    rest();
  }

  // Resolves when nothing more can be sent, or when that takes too long; leaving the page
  // then loses nothing.
  async function flush() {
    clearTimeout(timer);
    const until = Date.now() + 3000;
    while (Date.now() < until && (sending || (ready().length && !failures))) {
      if (!sending) send();
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  // Whoever wrote before it is asked who lives, and lives, is among the living.
  async function takeOver() {
    const known = new Set(kept.others().map((one) => one.key));
    alive = await living();
    const taken = kept.takeOver(alive, known, { ...view, choice: (one) => view.choice(one, (mine) => choose(one, mine)) });
    if (taken.length) schedule(0);
    rest();
  }

  function choose(one, mine) {
    if (mine) {
      kept.forget(one.key);
    } else {
      kept.choose(one, view.base(one.field) || one.base);
      view.show(one.field, one.text, own.get(one.field).base);
      schedule(0);
    }
    view.chosen(one.key);
    rest();
  }

  let looking = 0;
  function later() {
    clearTimeout(looking);
    looking = setTimeout(takeOver, 300);
  }

  takeOver();
  for (const soon of [700, 2000]) setTimeout(takeOver, soon); // who has just been left is let go of by then
  setInterval(takeOver, LOOK);
  addEventListener("storage", ({ key }) => { if (key === null || key.startsWith("kebao.unsent:")) later(); });
  addEventListener("online", () => schedule(0));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) wake(); });
  addEventListener("pagehide", () => {
    if (ready().length && !sending) post(wishes(ready()).fields, true).catch(() => {});
    kept.leave();
  });
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  addEventListener("beforeunload", (event) => { if (!kept.stored()) event.preventDefault(); });
  return {
    typed, flush, lines, again, drop,
    take: (line) => { const one = kept.others().find(({ key }) => key === line.key); if (one) choose(one, false); },
    watch: (told) => { watching.add(told); told(); },
    // whatever this browser holds of the report, here or in another page
    waits: () => own.size + kept.others().length > 0,
  };
}

const changed = ({ by, at, own }) => (own ? `您在另一个页面 ${at} 改过` : by ? `${by} ${at} 改过` : "已经改过") + "，请选择留下哪一份";
