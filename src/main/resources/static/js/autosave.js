// Saves what is typed, about half a second after typing stops. One request is under way at
// a time, so saves can't overtake each other; what fails is sent again by itself.
import { adopt, forget, keep, tell } from "./store.js";

const PAUSE = 500;
const RETRY = [1000, 2000, 5000, 10_000, 15_000];

export function autosave(report, view, signIn) {
  const waiting = new Map(); // field -> { text, base, held }
  let timer = 0, sending = false, failures = 0, stored = true;

  function typed(field, text) {
    const base = waiting.get(field)?.base ?? view.base(field);
    waiting.delete(field); // what was typed last stands last
    waiting.set(field, { text, base });
    stored = keep(report, field, text, base);
    view.state("unsaved");
    schedule(PAUSE);
  }

  function schedule(delay) {
    clearTimeout(timer);
    timer = setTimeout(send, delay);
  }

  const ready = () => [...waiting].filter(([, one]) => !one.held);

  // Words explain the figures they were typed under; the server takes those of a batch for
  // its figures, so a figure typed after them follows with the next.
  function next() {
    const all = ready();
    const isWords = (at) => all[at]?.[0].startsWith("explanation.");
    const end = all.findIndex((_, at) => isWords(at - 1) && !isWords(at));
    return (end < 0 ? all : all.slice(0, end)).map(([field, one]) => ({ field, text: one.text, base: one.base }));
  }

  async function send() {
    if (sending) return;
    const batch = next();
    if (!batch.length) return rest();
    sending = true;
    view.state("saving");
    let delay = 0;
    try {
      const response = await post(batch);
      if (response.status === 401 || response.status === 403) {
        view.state("unsaved", "登录已到期，文字保存在本机");
        await signIn();
      } else if (response.headers.get("content-type")?.includes("json")) {
        take(batch, await response.json());
        failures = 0;
      } else {
        throw new Error(response.status);
      }
    } catch {
      delay = RETRY[Math.min(failures++, RETRY.length - 1)];
      view.state("unsaved", "连不上服务器，文字保存在本机，恢复后自动保存");
    }
    sending = false;
    if (delay || ready().length) schedule(delay);
    else rest();
  }

  function post(fields, keepalive = false) {
    return fetch(`/reports/${report}/fields`, {
      method: "POST",
      redirect: "error",
      keepalive,
      headers: { "Content-Type": "application/json", "X-Requested-With": "fetch", "X-CSRF-TOKEN": view.token() },
      body: JSON.stringify({ fields }),
    });
  }

  function take(batch, answer) {
    if (answer.refused || !answer.fields) { // the whole report takes no writing now
      for (const { field } of batch) waiting.get(field).held = true;
      view.banner(answer.refused ?? "报告现在不能修改");
      return;
    }
    for (const told of answer.fields) {
      const sent = batch.find((one) => one.field === told.field);
      const now = waiting.get(told.field);
      const unchanged = now.text === sent.text;
      if (told.outcome === "SAVED") {
        view.saved(told, unchanged);
        if (unchanged) {
          waiting.delete(told.field);
          forget(report, told.field);
        } else {
          now.base = told.version;
          keep(report, told.field, now.text, now.base);
        }
      } else if (unchanged) {
        now.held = true; // until it is typed anew, or decided on
        if (told.outcome === "REFUSED") view.refused(told);
        else view.conflict(told, now.text, (text) => decide(told, text));
      }
    }
    view.updated(answer);
  }

  // Whoever decides has seen both texts: what he chooses follows on the saved one.
  function decide(told, text) {
    waiting.set(told.field, { text, base: told.version });
    keep(report, told.field, text, told.version);
    view.show(told.field, text, told.version);
    schedule(0);
  }

  function rest() {
    view.state(waiting.size ? "unsaved" : "saved");
  }

  // Resolves when nothing more can be sent; leaving the page then loses nothing.
  async function flush() {
    clearTimeout(timer);
    for (let i = 0; i < 40 && (sending || (ready().length && !failures)); i++) {
      if (!sending) await send();
      else await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  function takeOver() {
    for (const [field, one] of adopt(report)) {
      if (waiting.has(field)) continue;
      if (view.text(field) === one.text) {
        forget(report, field);
        continue;
      }
      waiting.set(field, one);
      view.show(field, one.text, one.base);
    }
    if (ready().length) schedule(0);
  }

  takeOver();
  setInterval(() => { tell(report, true); takeOver(); }, 10_000);
  addEventListener("online", () => schedule(0));
  addEventListener("pagehide", () => {
    if (ready().length && !sending) post(ready().map(([field, one]) => ({ field, text: one.text, base: one.base })), true).catch(() => {});
    tell(report, false);
  });
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  addEventListener("beforeunload", (event) => { if (waiting.size && !stored) event.preventDefault(); });
  return { typed, flush };
}
