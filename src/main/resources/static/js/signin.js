// Signs in again in place when the session has ended: the page's own sign-in form in a
// dialog. Only the account the page belongs to is taken; its texts are nobody else's.
const dialog = document.getElementById("sign-in-dialog");
const user = document.querySelector("meta[name=kebao-user]")?.content;
let open = null;

export function signIn() {
  open ??= again().finally(() => { open = null; });
  return open;
}

async function session() {
  const response = await fetch("/session", { headers: { "X-Requested-With": "fetch" } });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

async function again() {
  const now = await session();
  if (now?.username === user) return renew(now.token);
  await showForm(now ? `现在登录的是 ${now.username}。请用 ${user} 登录，文字只会存回该账号。` : "");
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
}

async function showForm(message) {
  const page = new DOMParser().parseFromString(await (await fetch("/sign-in")).text(), "text/html");
  const form = page.getElementById("sign-in-form");
  form.classList.remove("card");
  form.querySelector("#sign-in-error")?.remove();
  form.querySelector("[name=username]").value = user;
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(form); });
  dialog.querySelector("[data-sign-in-form]").replaceChildren(form);
  tell(message);
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  if (!dialog.open) dialog.showModal();
  form.querySelector("[name=password]").focus();
}

async function submit(form) {
  try {
    const response = await fetch("/sign-in", { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const now = await session();
    if (now?.username === user) {
      renew(now.token);
      dialog.close();
    } else if (now) {
      await showForm(`现在登录的是 ${now.username}。请用 ${user} 登录，文字只会存回该账号。`);
    } else {
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      tell(page.getElementById("sign-in-error")?.textContent ?? "没有登录成功，请再试一次。");
    }
  } catch {
    tell("连不上服务器，请稍后再试。");
  }
}

function tell(message) {
  const error = dialog.querySelector("[data-sign-in-error]");
  error.textContent = message;
  error.hidden = !message;
}

function renew(token) {
  document.querySelector("meta[name=kebao-csrf]").content = token;
  document.querySelectorAll("main form input[name=_csrf]").forEach((input) => { input.value = token; });
}
