// Texts of forms that are sent as a whole, kept in this browser under the account until a
// page says that they were taken. A form that was sent into an ended session comes back.
const user = document.querySelector("meta[name=kebao-user]")?.content;
const keyOf = (area) => `kebao.kept.${user}.${location.pathname}.${area.id}`;
const taken = document.querySelector(".flash") !== null;

for (const key of JSON.parse(sessionStorage.getItem("kebao.sent") ?? "[]")) {
  if (taken) localStorage.removeItem(key);
}
sessionStorage.removeItem("kebao.sent");

for (const area of document.querySelectorAll("textarea[data-keep]")) {
  const kept = localStorage.getItem(keyOf(area));
  if (kept && kept !== area.value) {
    area.value = kept;
    const fold = area.closest("details");
    if (fold) fold.open = true;
  }
  area.addEventListener("input", () => {
    if (area.value) localStorage.setItem(keyOf(area), area.value);
    else localStorage.removeItem(keyOf(area));
  });
  area.form.addEventListener("submit", () => {
    const sent = JSON.parse(sessionStorage.getItem("kebao.sent") ?? "[]");
    sessionStorage.setItem("kebao.sent", JSON.stringify([...sent, keyOf(area)]));
  });
}
