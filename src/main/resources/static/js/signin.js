// Signs in again in place when the session has ended: the page's own sign-in form in a
// dialog. Only the account the page belongs to is taken; its texts are nobody else's.
const PATIENCE = 15_000;
const dialog = document.getElementById("sign-in-dialog");
const user = document.querySelector("meta[name=kebao-user]")?.content;
let open = null;

// Asks anew each time whether the session lives: an answer from a moment ago may be wrong.
export async function signIn() {
  if (!user) return;
  const now = open ? null : await session();
  if (isMine(now)) return use(now.token);
  open ??= again(now).finally(() => { open = null; });
  await open;
}

// Whose session it is and its token; null where it has ended.
export async function session() {
  const response = await ask("/session", { headers: { "X-Requested-With": "fetch" } });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

// Sends what a script has to send; into an ended session after signing in.
export async function post(address, body) {
  const send = () => ask(address, {
    method: "POST",
    redirect: "error",
    headers: { "X-CSRF-TOKEN": document.querySelector("meta[name=kebao-csrf]").content, "X-Requested-With": "fetch" },
    body,
  });
  const response = await send();
  if (response.status !== 401 && response.status !== 403) return response;
  await signIn();
  return send();
}

const ask = (address, options) => fetch(address, { signal: AbortSignal.timeout(PATIENCE), ...options });

async function again(now) {
  await showForm(now);
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
}

// A password that was given by somebody else lets nobody in but to the page where it is changed.
const changes = document.querySelector("[data-own-password]") !== null;
const isMine = (now) => now?.username === user && (!now.password || changes);

async function showForm(now) {
  const page = new DOMParser().parseFromString(await (await ask("/sign-in")).text(), "text/html");
  const form = page.getElementById("sign-in-form");
  form.classList.remove("card");
  form.querySelector("#sign-in-error")?.remove();
  form.querySelector("[name=username]").value = user;
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(form); });
  dialog.querySelector("[data-sign-in-form]").replaceChildren(form);
  explain(now);
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  if (!dialog.open) dialog.showModal();
  form.querySelector("[name=password]").focus();
}

async function submit(form) {
  try {
    const response = await ask("/sign-in", { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const now = await session();
    if (isMine(now)) {
      use(now.token);
      dialog.close();
    } else if (now) {
      await showForm(now);
    } else {
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      tell(page.getElementById("sign-in-error")?.textContent ?? "没有登录成功，请再试一次。");
    }
  } catch {
    tell("连不上服务器，请稍后再试。");
  }
}

function explain(now) {
  if (now && now.username !== user) tell(`现在登录的是 ${now.username}。请用 ${user} 登录，这一页的内容只会存回该账号。`);
  else if (now) tell("一次性密码要先改掉才能继续：", Object.assign(document.createElement("a"), { href: "/password", target: "_blank", textContent: "在新的标签页修改密码" }), "，改好后回到这里用新密码登录。");
  else tell();
}

function tell(...words) {
  const error = dialog.querySelector("[data-sign-in-error]");
  error.replaceChildren(...words);
  error.hidden = !words.length;
}

// Every form of the page goes on with the token of the session that lives.
export function use(token) {
  document.querySelector("meta[name=kebao-csrf]").content = token;
  for (const input of document.querySelectorAll("form input[name=_csrf]")) {
    if (!dialog.contains(input)) input.value = token;
  }
}
