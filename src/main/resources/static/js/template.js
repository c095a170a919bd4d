// The paper beside the template one writes, made of a report that was submitted.
import { read, show } from "./paper.js";
import { signIn } from "./signin.js";

const preview = document.querySelector("[data-template-preview]");
const form = preview.closest("form");
const frame = preview.querySelector("iframe");
const problems = preview.querySelector("[data-preview-problems]");
let waiting;
let asked = 0;

async function renew(signedIn = false) {
  const turn = ++asked;
  try {
    const response = await fetch(preview.dataset.templatePreview, {
      method: "POST", headers: { "X-Requested-With": "fetch" }, body: new URLSearchParams(new FormData(form)),
    });
    if (!signedIn && (response.status === 401 || response.status === 403)) {
      await signIn();
      if (turn === asked) renew(true);
      return;
    }
    const html = await response.text();
    // an answer that was overtaken tells nothing any more
    if (turn !== asked || !response.ok) return;
    const answer = read(html);
    const made = answer.paper.querySelector(".paper") !== null;
    problems.replaceChildren(...(made ? [] : answer.paper.body.childNodes));
    frame.hidden = !made;
    if (made) show(frame, answer);
  } catch {
    // the next letter asks again
  }
}

form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => renew(), 500);
});
if (frame.contentDocument?.readyState === "complete") renew();
else frame.addEventListener("load", () => renew(), { once: true });
