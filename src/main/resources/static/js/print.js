// Prints the paper in the frame; where this does not run there is no such button.
const frame = document.querySelector("iframe[data-paper]");
const button = document.querySelector("[data-print]");
button.hidden = false;
button.addEventListener("click", () => frame.contentWindow.print());

// Page numbers stand in the margins of the page, which not every browser prints in.
const margins = new CSSStyleSheet();
margins.replaceSync("@page { @bottom-right { content: '1' } }");
document.querySelector("[data-no-numbers]").hidden = [...margins.cssRules].some((rule) => rule.cssText.includes("bottom-right"));

// Printed by the browser's own menu the page is the paper too, in the paper's style alone.
let restore = () => {};
addEventListener("beforeprint", () => {
  const paper = frame.contentDocument;
  const main = document.importNode(paper.querySelector("main"), true);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(paper.querySelector("style").textContent);
  const { title, body: { className, children } } = document;
  const shown = [...children].filter((child) => !child.hidden);
  const styles = [...document.styleSheets];
  styles.forEach((style) => { style.disabled = true; });
  shown.forEach((child) => { child.hidden = true; });
  document.adoptedStyleSheets = [sheet];
  document.body.className = paper.body.className;
  document.body.append(main);
  document.title = paper.title;
  restore = () => {
    main.remove();
    document.title = title;
    if (className) document.body.className = className;
    else document.body.removeAttribute("class");
    document.adoptedStyleSheets = [];
    shown.forEach((child) => { child.hidden = false; });
    styles.forEach((style) => { style.disabled = false; });
  };
});
addEventListener("afterprint", () => { restore(); restore = () => {}; });
