// The report's page: what the reporter types goes to the autosave, and whatever leaves the
// page waits for it.
import "./arrive.js";
import { autosave } from "./autosave.js";
import { entries } from "./entries.js";
import { fields } from "./fields.js";
import { findings } from "./findings.js";
import { grid } from "./grid.js";
import { numbers } from "./numbers.js";
import { send } from "./posts.js";
import { signIn } from "./signin.js";
import { tabs } from "./tabs.js";
import { unsent } from "./unsent.js";

const root = document.querySelector("main.filing");
const form = root.querySelector("#fields");
const view = fields(root);
view.state("saved");
const saver = autosave(root.dataset.report, view, signIn);

for (const event of ["input", "compositionend"]) {
  form.addEventListener(event, ({ target, isComposing }) => {
    if (target.matches("[data-field]") && !isComposing) saver.typed(target.name, target.value);
  });
}

// What was typed while the page was still loading has had no listener.
for (const field of form.querySelectorAll("[data-field]")) {
  if (view.isTouched(field.name)) saver.typed(field.name, field.value);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = event.submitter;
  if (button?.hasAttribute("formaction")) send(form, button, () => saver.flush());
  else saver.flush();
});

root.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-flush]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  await saver.flush();
  location.href = link.href;
});

form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input[data-field]")) event.preventDefault();
});

findings(root);
grid(root);
numbers(root);
entries(root);
unsent(root, saver, view.token);
tabs(root);
