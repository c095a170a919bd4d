// Entries and targets: moved by drag or by their buttons without leaving the page, their
// words counted, their text areas as high as their text.
import { post } from "./signin.js";

export function entries(root) {
  for (const list of root.querySelectorAll("[data-sortable]")) {
    if (window.Sortable) window.Sortable.create(list, { handle: "[data-handle]", animation: 120, onEnd: () => send(list) });
    list.addEventListener("click", (event) => {
      const button = event.target.closest("[data-move]");
      if (!button) return;
      event.preventDefault();
      const item = button.closest("[data-id]");
      const other = button.dataset.move < 0 ? item.previousElementSibling : item.nextElementSibling;
      if (!other) return;
      if (button.dataset.move < 0) other.before(item);
      else other.after(item);
      button.focus();
      send(list);
    });
  }
  for (const area of root.querySelectorAll("textarea[data-field]")) {
    const fit = () => {
      if (!area.closest(".prose")) { // an editor grows by itself
        area.style.height = "auto";
        area.style.height = `${area.scrollHeight + 2}px`;
        count(area, area.value);
      }
    };
    area.addEventListener("input", fit);
    area.addEventListener("kebao:shown", fit);
    fit();
  }
  for (const aim of root.querySelectorAll("[data-aim-of]")) {
    aim.addEventListener("change", () => { aim.closest("[data-id]").dataset.aim = aim.value; });
  }
}

// How long the text of an entry is on paper.
export function count(area, text) {
  const told = area.hasAttribute("data-count") && area.closest("[data-id]").querySelector("[data-words]");
  if (told) told.textContent = `${[...text.replace(/\s/g, "")].length} 字`;
}

async function send(list) {
  const ids = [...list.querySelectorAll(":scope > [data-id]")].map((item) => ["id", item.dataset.id]);
  const response = await post(list.dataset.order, new URLSearchParams(ids)).catch(() => null);
  if (response?.ok) document.body.dispatchEvent(new CustomEvent("kebao:saved"));
  else location.reload(); // the order on the page is not the order that is kept
}
