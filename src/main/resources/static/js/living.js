// Which pages of this browser are open. A page holds a lock for as long as it lives, and
// whatever ends it lets go of the lock. Locks want a secure context, and http://intranet is
// none: there the pages ask each other.
const LOCK = "kebao.page.";
const HEARD = 400; // ms; whoever lives has answered by then

export const page = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

const locks = navigator.locks;
const channel = !locks && window.BroadcastChannel ? new BroadcastChannel("kebao.pages") : null;

locks?.request(LOCK + page, () => new Promise(() => {})).catch(() => {});
channel?.addEventListener("message", ({ data }) => {
  if (data.asks) channel.postMessage({ lives: page });
});

export async function living() {
  if (locks) {
    const { held, pending } = await locks.query().catch(() => ({ held: [], pending: [] }));
    const names = [...held, ...pending].map(({ name }) => name).filter((name) => name.startsWith(LOCK));
    return new Set([page, ...names.map((name) => name.slice(LOCK.length))]);
  }
  const heard = new Set([page]);
  if (!channel) return heard;
  const listen = ({ data }) => { if (data.lives) heard.add(data.lives); };
  channel.addEventListener("message", listen);
  channel.postMessage({ asks: true });
  await new Promise((resolve) => setTimeout(resolve, HEARD));
  channel.removeEventListener("message", listen);
  return heard;
}
