// The list of what is typed and not in the report: refused, in conflict, without a place,
// left by another page. It is the same on every page of the report; each line leads to its
// field, and goes when the server has the text or by a yes.
const SAID = {
  REFUSED: "没有通过", CONFLICT: "有两份", GONE: "栏目已不在", CLOSED: "报告不能修改", WAITING: "还没存上", LEFT: "另一份", OPEN: "另一个页面",
};

export function unsent(root, saver, token) {
  const box = root.querySelector("[data-unsent]");
  const list = box.querySelector("[data-unsent-list]");
  const blank = box.querySelector("[data-unsent-line]").content.firstElementChild;
  const report = root.dataset.report;
  const home = root.querySelector("h1");
  let told = "";
  home.tabIndex = -1; // where one goes on from when the list is empty

  function draw() {
    const lines = saver.lines();
    const now = JSON.stringify(lines.map(({ key, why, message, text, place }) => [key, why, message, text, place]));
    if (now === told) return;
    told = now;
    const focused = list.contains(document.activeElement);
    const at = document.activeElement.closest?.("[data-line]")?.dataset.line;
    list.replaceChildren(...lines.map(line));
    box.hidden = lines.length === 0;
    box.querySelector("[data-unsent-count]").textContent = lines.length;
    for (const link of root.querySelectorAll("[data-unsent-link]")) {
      link.hidden = lines.length === 0;
      link.textContent = `看没有存上的 ${lines.length} 处`;
    }
    if (focused) (list.querySelector(`[data-line="${CSS.escape(at)}"] a, [data-line="${CSS.escape(at)}"] button`) ?? (box.hidden ? home : box)).focus();
  }

  function line(one) {
    const item = blank.cloneNode(true);
    const of = (name) => item.querySelector(`[data-${name}]`);
    item.dataset.line = one.key;
    of("why").textContent = SAID[one.why];
    of("place").textContent = one.place.label || "报告";
    of("place").href = `/reports/${report}/${one.place.part || "metrics"}${one.why === "GONE" ? "" : `#${one.field}`}`;
    of("message").textContent = one.message;
    of("text").textContent = one.text || "（空）";
    of("text").setAttribute("aria-label", `${one.place.label}：没有存上的文字`);
    for (const button of item.querySelectorAll("[data-do]")) {
      const does = DOES[button.dataset.do];
      button.hidden = !does.fits(one);
      button.setAttribute("aria-label", `${button.textContent}：${one.place.label}`);
      button.addEventListener("click", () => does.act(one, button, of("message")));
    }
    return item;
  }

  const piece = ({ field }) => /^(entry|target)\.(\d+)\./.exec(field);

  const DOES = {
    copy: {
      fits: () => true,
      act: async ({ text }, button) => {
        await copy(text);
        button.textContent = "已复制";
      },
    },
    again: { fits: (one) => one.own && one.why !== "GONE" && one.why !== "CONFLICT", act: (one) => saver.again(one.field) },
    take: { fits: (one) => one.why === "LEFT", act: (one) => saver.take(one) },
    restore: {
      fits: (one) => one.own && one.why === "GONE" && piece(one),
      act: async (one, button, message) => {
        const [, kind, id] = piece(one);
        const address = `/reports/${report}/${kind === "entry" ? "entries" : "targets"}/${id}/restoration`;
        const answer = await fetch(address, { method: "POST", redirect: "manual", signal: AbortSignal.timeout(20_000), headers: { "X-Requested-With": "fetch", "X-CSRF-TOKEN": token() } }).catch(() => null);
        if (answer?.type !== "opaqueredirect") {
          message.textContent = !answer ? "连不上服务器，请稍后再试。" : answer.status === 404 ? "恢复不了，请复制文字另外填写。" : "没有恢复，请稍后再试。";
          return;
        }
        saver.again(...saver.lines().filter((other) => other.own && piece(other)?.[2] === id && piece(other)[1] === kind).map((other) => other.field));
        await saver.flush();
        history.replaceState(null, "", `/reports/${report}/${one.place.part}#${one.field}`);
        location.reload();
      },
    },
    drop: {
      fits: (one) => one.why !== "OPEN",
      act: (one) => { if (confirm(`确定不要“${one.text.slice(0, 60)}”吗？丢掉以后找不回来。`)) saver.drop(one); },
    },
  };

  saver.watch(draw);
}

// Without a secure context there is no clipboard but the old one.
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
