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
