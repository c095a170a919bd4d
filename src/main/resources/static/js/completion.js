// What a save has changed in the completion table, where the page shows it.
export function completion(root, promises) {
  for (const promise of promises) {
    const line = root.querySelector(`[data-promise="${promise.promise}"]`);
    if (!line) continue;
    line.classList.toggle("lacks", promise.lacksReason);
    const actual = line.querySelector("[data-actual]");
    if (!actual) continue;
    actual.textContent = promise.actual || "未填";
    line.querySelector("[data-progress]").textContent = promise.progress;
  }
}
