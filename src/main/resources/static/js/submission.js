// Nothing is submitted while this browser still holds something that was typed for the
// report: it would go out without it.
import { autosave } from "./autosave.js";
import { signIn } from "./signin.js";
import { unsent } from "./unsent.js";

const root = document.querySelector("main.submission");
const form = root.querySelector("[data-submission]");
const button = form.querySelector("button[type=submit]");
const reason = root.querySelector("[data-submission-waits]");
const done = root.querySelector("[data-all-done]");
const state = root.querySelector("[data-save-state]");
const token = () => document.querySelector("meta[name=kebao-csrf]").content;

// A page without fields: what is sent from here stands elsewhere.
const nothing = () => {};
const saver = autosave(root.dataset.report, {
  text: nothing, base: () => "", has: () => false, revert: nothing, isTouched: () => false, isSaved: () => false, place: () => ({ part: "", label: "" }), token,
  show: nothing, saved: () => { state.dataset.changed = ""; }, refused: nothing, conflict: nothing, choice: nothing, chosen: nothing, updated: nothing, banner: nothing,
  state(now, why = "") { state.textContent = { saved: "", typing: "", saving: "保存中…", unsaved: `未保存：${why}` }[now]; },
}, signIn);

unsent(root, saver, token);
saver.watch(() => {
  const waits = saver.waits();
  reason.hidden = !waits;
  if (done) done.hidden = waits;
  if (waits) button.setAttribute("aria-disabled", "true");
  else button.removeAttribute("aria-disabled");
  // what has just been saved from here may be what was missing
  if (!waits && "changed" in state.dataset) location.reload();
});
form.addEventListener("submit", (event) => {
  if (!saver.waits()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  root.querySelector("[data-unsent]").focus();
});
