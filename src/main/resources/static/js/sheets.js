// CodeMirror would write its rules into a <style> element, which the content security
// policy forbids; here they go into a sheet of their own, in a layer below the page's.
import { StyleModule } from "style-mod";

const sheet = new CSSStyleSheet();
let mounted = [];

StyleModule.mount = (root, modules) => {
  const wanted = [modules].flat();
  if (wanted.every((one) => mounted.includes(one))) return;
  mounted = [...mounted.filter((one) => !wanted.includes(one)), ...wanted];
  sheet.replaceSync(`@layer library { ${mounted.map((one) => one.getRules()).join("\n")} }`);
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};
