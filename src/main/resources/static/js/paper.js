// Papers in frames: each is the document that is exported, so no style of a page reaches it.
// One that stands there is renewed in place, so that it stays where it was scrolled to.
const STYLE = /<style>([^<]*)<\/style>/;

// A page's own policy refuses the style of a paper even where it is only read; so it is
// taken out first, and made a sheet of the frame's own window.
export function read(html) {
  const paper = new DOMParser().parseFromString(html.replace(STYLE, ""), "text/html");
  return { paper, css: STYLE.exec(html)?.[1] ?? "" };
}

export function show(frame, { paper, css }) {
  const page = frame.contentDocument;
  const sheet = new frame.contentWindow.CSSStyleSheet();
  sheet.replaceSync(css);
  page.querySelector("style")?.remove();
  page.adoptedStyleSheets = [sheet];
  page.title = paper.title;
  page.body.replaceWith(page.adoptNode(paper.body));
}

// Beside a text that is written it follows what is saved.
for (const frame of document.querySelectorAll("iframe[data-preview]")) {
  let waiting;
  document.body.addEventListener("kebao:saved", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => renew(frame), 300);
  });
}

async function renew(frame) {
  try {
    const response = await fetch(frame.src, { headers: { "X-Requested-With": "fetch" } });
    const html = await response.text();
    if (response.ok && frame.contentDocument?.querySelector(".paper")) show(frame, read(html));
    else if (response.ok) frame.src = String(frame.src);
  } catch {
    // what is saved and what is not is told elsewhere; the next save renews it
  }
}
