// What every page does: post its forms once (posts.js), and send the CSRF token along with
// htmx's requests.
import "./posts.js";

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("meta[name=kebao-csrf]")?.content;
  if (token) event.detail.headers["X-CSRF-TOKEN"] = token;
});
