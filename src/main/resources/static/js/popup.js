// A box that belongs to a place of the page: one at a time, gone with Escape or a press
// elsewhere. Where there is no room beside the place it is a sheet (css/editor.css).
const GAP = 4;
let close = () => {};

export function popup(box, place, closed) {
  close();
  document.body.append(box);

  function put() {
    const at = place();
    const { width, height } = box.getBoundingClientRect();
    const below = at.bottom + GAP + height <= innerHeight || at.top < height + GAP;
    box.style.setProperty("--left", `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`);
    box.style.setProperty("--top", `${below ? at.bottom + GAP : at.top - GAP - height}px`);
  }

  function gone(back) {
    close = () => {};
    removeEventListener("scroll", put, true);
    removeEventListener("resize", put);
    document.removeEventListener("pointerdown", elsewhere, true);
    box.remove();
    closed(back);
  }

  function elsewhere({ target }) {
    if (!box.contains(target)) gone(false);
  }

  box.addEventListener("keydown", (event) => {
    if (event.key === "Tab" || (event.key === "Escape" && !event.isComposing)) {
      event.preventDefault();
      event.stopPropagation();
      gone(true);
    }
  });
  addEventListener("scroll", put, true);
  addEventListener("resize", put);
  document.addEventListener("pointerdown", elsewhere, true);
  close = () => gone(false);
  put();
  return { put, gone };
}

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== false) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
