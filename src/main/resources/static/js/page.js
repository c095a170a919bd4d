// What every page does: send the CSRF token along with htmx's requests.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("meta[name=kebao-csrf]")?.content;
  if (token) event.detail.headers["X-CSRF-TOKEN"] = token;
});
