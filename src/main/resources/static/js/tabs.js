// Shows one panel of several; without script all are there, one below the other.
export function tabs(root) {
  for (const bar of root.querySelectorAll("[data-tabs]")) {
    const panels = [...bar.parentElement.querySelectorAll("[data-panel]")];
    bar.addEventListener("click", (event) => {
      const chosen = event.target.closest("[data-tab]");
      if (!chosen) return;
      bar.querySelectorAll("[data-tab]").forEach((tab) => tab.setAttribute("aria-pressed", tab === chosen));
      panels.forEach((panel) => { panel.hidden = panel.dataset.panel !== chosen.dataset.tab; });
    });
  }
}
