// Texts of forms that are sent as a whole, kept in this browser under the account until a
// page says that they were taken. A form that was sent into an ended session comes back, and
// so does what a crashed page held; what two pages hold of one form comes one after the other.
import { living, page } from "./living.js";
import { store } from "./store.js";

const SENT = "kebao.sent";
const areas = [...document.querySelectorAll("textarea[data-keep]")];
const kept = store(location.pathname, page);
let sending = false;
const areaOf = (id) => areas.find((one) => one.id === id);

for (const { path, id, text } of sent()) {
  const there = store(path, page);
  if (document.querySelector(".flash")) there.others().filter((one) => one.field === id && one.text === text).forEach((one) => there.forget(one.key));
}
remember([]);

const view = {
  has: (id) => areaOf(id) !== undefined,
  isSaved: () => false,
  isTouched: (id) => !areaOf(id) || areaOf(id).value !== areaOf(id).defaultValue,
  show(id, text) {
    const area = areaOf(id);
    area.value = text;
    const fold = area.closest("details");
    if (fold) fold.open = true;
  },
  choice: () => {}, // it waits until the form is free
  chosen: () => {},
};

for (const area of areas) {
  area.addEventListener("input", () => {
    if (area.value) kept.typed(area.id, area.value, "", {});
    else kept.drop(area.id);
  });
  area.form.addEventListener("submit", () => {
    sending = true;
    remember([...sent(), { path: location.pathname, id: area.id, text: area.value }]);
  });
}

async function takeOver() {
  const known = new Set(kept.others().map((one) => one.key));
  kept.takeOver(await living(), known, view);
}

takeOver();
setTimeout(takeOver, 1000); // who has just been left is let go of by then
addEventListener("pagehide", () => kept.leave());
addEventListener("beforeunload", (event) => { if (!kept.stored() && !sending) event.preventDefault(); });

function sent() {
  try {
    return JSON.parse(sessionStorage.getItem(SENT)) ?? [];
  } catch {
    return [];
  }
}

function remember(forms) {
  try {
    sessionStorage.setItem(SENT, JSON.stringify(forms));
  } catch {
    // storage full or forbidden: the page warns before it is left
  }
}
