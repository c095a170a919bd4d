// Every form that is posted: sent once however often its button is pressed, and only into
// a session that lives. Where it has ended one signs in here, and then what was asked goes
// out with what was typed. The key a form carries tells the server, too, that it is one.
import { session, signIn, use } from "./signin.js";

const PATIENCE = 20_000; // whoever waits longer may press again: it is still the same form
const sending = new Map(); // form -> how to bring it back to where it was

const isPost = (form) => form.getAttribute("method")?.toLowerCase() === "post" && form.id !== "sign-in-form";

document.addEventListener("submit", (event) => {
  if (!sending.has(event.target)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || !isPost(event.target)) return;
  event.preventDefault();
  send(event.target, event.submitter);
});

// Sends a form as its button would have it, after what is to be waited for.
export async function send(form, button, before) {
  if (sending.has(form)) return;
  sending.set(form, () => {});
  form.setAttribute("aria-busy", "true");
  form.querySelector("[data-not-sent]")?.remove();
  try {
    await before?.();
    const leaving = form.matches("[data-sign-out]");
    if (!leaving) await signIn();
    else if (!(await isSignedIn())) return location.assign("/sign-in");
    go(form, button);
    setTimeout(() => free(form), PATIENCE);
  } catch {
    free(form);
    tell(form, button, "连不上服务器，没有发出。您填的内容都还在这一页上，请稍后再按一次。");
  }
}

// Whoever leaves need not sign in for it.
async function isSignedIn() {
  const now = await session();
  if (now) use(now.token);
  return now !== null;
}

function go(form, button) {
  remember(form, button);
  const action = form.getAttribute("action");
  const value = button?.name ? hidden(button.name, button.value) : null;
  if (value) form.append(value);
  if (button?.hasAttribute("formaction")) form.setAttribute("action", button.getAttribute("formaction"));
  sending.set(form, () => {
    value?.remove();
    form.setAttribute("action", action);
  });
  HTMLFormElement.prototype.submit.call(form);
}

// What was sent may have been done though its answer never came. Whoever goes back to the
// page and sends the same from there again sends the same form, and is told what came of it.
const SENT = "kebao.errands";
const MOST = 20;

function remember(form, button) {
  const key = form.querySelector("input[name=_once]");
  const sent = [...new FormData(form)].filter(([name]) => !["_once", "_csrf"].includes(name));
  if (!key || sent.some(([, value]) => typeof value !== "string")) return;
  const words = digest(JSON.stringify([location.pathname, button?.getAttribute("formaction") ?? form.getAttribute("action"), button?.name, button?.value, sent]));
  try {
    const known = JSON.parse(sessionStorage.getItem(SENT) ?? "[]");
    const before = performance.getEntriesByType("navigation")[0]?.type === "back_forward" && known.find((one) => one.words === words);
    if (before) key.value = before.key;
    sessionStorage.setItem(SENT, JSON.stringify([...known.filter((one) => one.words !== words), { words, key: key.value }].slice(-MOST)));
  } catch {
    // forbidden: nothing is known of what was sent
  }
}

// To tell texts apart, and no secret; the longer way would want a secure context.
function digest(text) {
  let one = 0xdeadbeef, other = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 2654435761);
    other = Math.imul(other ^ text.charCodeAt(at), 1597334677);
  }
  return `${text.length}-${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}

function hidden(name, value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

function free(form) {
  sending.get(form)?.();
  sending.delete(form);
  form.removeAttribute("aria-busy");
}

function tell(form, button, words) {
  const told = Object.assign(document.createElement("p"), { className: "error", textContent: words });
  told.setAttribute("role", "alert");
  told.dataset.notSent = "";
  if (button && form.contains(button)) button.after(told);
  else form.append(told);
}

// A page the browser has kept is shown again: what is asked on it now is asked anew.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of [...sending.keys()]) free(form);
  for (const key of document.querySelectorAll("input[name=_once]")) {
    key.value = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
});
