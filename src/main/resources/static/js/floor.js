// The first script of every page, in words that every browser understands. Where a text
// could not be kept safe a plain page says so before anything is typed.
(function () {
  "use strict";

  // without these pages have no style, or lose a text: cascade layers, Array.prototype.at
  // and findLast, dialogs, replaceChildren
  var works = "CSSLayerBlockRule" in window && "at" in Array.prototype && "findLast" in Array.prototype
    && "HTMLDialogElement" in window && "replaceChildren" in Element.prototype;
  // what came with Chromium 109, and is in Firefox from of old
  var tested = "MathMLElement" in window;

  if (!works) {
    location.replace("/browser.html");
  } else if (!tested) {
    document.addEventListener("DOMContentLoaded", function () {
      var told = document.createElement("p");
      told.className = "old-browser";
      told.setAttribute("role", "alert");
      told.appendChild(document.createTextNode("这个浏览器的内核低于 Chromium 109，科报没有在上面测试过。请升级浏览器，或换用 Chrome、Edge、360（极速模式）的新版本再填报。"));
      document.body.insertBefore(told, document.body.firstChild);
    });
  }
})();
