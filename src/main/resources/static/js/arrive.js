// Who follows a link to a place arrives there: with the focus, in an open fold, in sight.
function arrive() {
  const name = decodeURIComponent(location.hash.slice(1));
  const place = name ? document.getElementById(name) : null;
  if (!place?.matches("[data-field], [data-id], [data-row], [data-promise], .finding, .part")) return;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const target = fieldOf(place);
  if (target === place && !target.matches("a, button, input, select, textarea, summary, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  (target.getAttribute("aria-hidden") === "true" ? place.parentElement : place).scrollIntoView({ block: "center" });
}

// The field itself, or the first that can be written in, or the row a finding speaks of.
function fieldOf(place) {
  if (place.matches("[data-field]")) return place;
  if (place.matches(".part")) return place.querySelector("button.btn") ?? place;
  const row = place.closest("tr.found")?.previousElementSibling;
  const fields = [...place.querySelectorAll("[data-field]"), ...(row?.querySelectorAll("[data-cell]") ?? [])];
  const blank = place.matches("[data-id], [data-promise]") && fields.find((one) => !one.value && one.offsetParent);
  return blank || fields.find((one) => one.offsetParent) || place;
}

addEventListener("hashchange", arrive);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href*='#']");
  if (link && link.hash === location.hash && link.pathname === location.pathname && !event.defaultPrevented) setTimeout(arrive);
});
if (document.readyState === "complete") arrive();
else addEventListener("load", arrive);
