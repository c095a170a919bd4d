// The fields of a report's page as the autosave sees them: their texts, the version each
// was read at, and where the page says what became of a save.
import { completion } from "./completion.js";

export function fields(root) {
  const byName = (name) => root.querySelector(`[data-field][name="${CSS.escape(name)}"]`);
  const baseOf = (name) => root.querySelector(`input[name="base.${CSS.escape(name)}"]`);
  const errorOf = (name) => document.getElementById(`${name}-error`);
  const understoodOf = (name) => document.getElementById(`${name}-understood`);
  const state = root.querySelector("[data-save-state]");
  const shown = new Map(); // name -> what the page itself has put there last
  const saved = new Map(); // name -> what the server is known to have: text and version
  let last = "";

  const given = (field) => (field.matches("select") ? field.querySelector("option[selected]")?.value ?? field.options[0]?.value : field.defaultValue);

  function clear(name) {
    byName(name)?.removeAttribute("aria-invalid");
    byName(name)?.closest("tr")?.classList.remove("bad");
    document.getElementById(`${name}-conflict`)?.remove();
    const error = errorOf(name);
    if (error) error.hidden = true;
    const understood = understoodOf(name);
    if (understood) understood.textContent = "";
  }

  // "1,642.00" becomes what is kept, 1642, but not under the hands of who is typing.
  function plain(field, typed, kept) {
    const place = field.closest(".prose") ?? field;
    const change = () => {
      if (field.value !== typed) return;
      field.value = kept;
      shown.set(field.name, kept);
      field.dispatchEvent(new CustomEvent("kebao:shown", { bubbles: true, detail: { typed } }));
    };
    if (place.contains(document.activeElement)) place.addEventListener("focusout", change, { once: true });
    else change();
  }

  const choiceOf = (key) => root.querySelector(`[data-choice="${CSS.escape(key)}"]`);

  function both(name, by, theirs, mine, takeTheirs, takeMine) {
    const box = document.getElementById("conflict-template").content.firstElementChild.cloneNode(true);
    box.querySelector("[data-conflict-by]").textContent = by;
    box.querySelector("[data-conflict-theirs]").textContent = theirs || "（空）";
    box.querySelector("[data-conflict-mine]").textContent = mine || "（空）";
    box.querySelector("[data-take=theirs]").onclick = takeTheirs;
    box.querySelector("[data-take=mine]").onclick = takeMine;
    errorOf(name).after(box);
    return box;
  }

  return {
    text: (name) => byName(name)?.value,
    base: (name) => baseOf(name)?.value ?? "",
    has: (name) => byName(name) !== null,

    // Whether somebody has put another text there, or is about to: what an input method
    // composes counts.
    isTouched(name) {
      const field = byName(name);
      return field ? field.value !== (shown.get(name) ?? given(field)) : false;
    },

    // Whether that text stands here because the server has it.
    isSaved(name, text) {
      const field = byName(name);
      return field?.value === text && !this.isTouched(name) && field.getAttribute("aria-invalid") !== "true";
    },

    // What the field is called, for those who do not see it.
    place(name) {
      const field = byName(name);
      const words = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
      const part = root.querySelector("[data-part][aria-current]");
      const around = field?.closest("[data-row]")?.querySelector("label, th > span") ?? field?.closest("fieldset")?.querySelector("legend") ?? field?.closest("[data-finding]")?.querySelector("[data-message]");
      const own = field?.labels?.[0];
      return {
        part: part?.dataset.part ?? "",
        label: [words(part?.querySelector("span:nth-of-type(2)")), around === own ? "" : words(around), words(own)].filter(Boolean).join("：").slice(0, 120),
      };
    },
    token: () => document.querySelector("meta[name=kebao-csrf]").content,

    show(name, text, base) {
      const field = byName(name);
      clear(name);
      if (!field) return;
      if (!saved.has(name)) saved.set(name, { text: given(field), version: baseOf(name).value });
      field.value = text;
      shown.set(name, text);
      baseOf(name).value = base;
      field.dispatchEvent(new CustomEvent("kebao:shown", { bubbles: true }));
    },

    // What was typed is given up.
    revert(name) {
      const field = byName(name);
      if (!field) return;
      const { text, version } = saved.get(name) ?? { text: given(field), version: baseOf(name).value };
      this.show(name, text, version);
    },

    saved(told, unchanged) {
      const base = baseOf(told.field);
      if (!base) return;
      clear(told.field);
      base.value = told.version;
      saved.set(told.field, told);
      const field = byName(told.field);
      const understood = understoodOf(told.field);
      if (understood && unchanged) understood.textContent = told.message;
      if (unchanged) shown.set(told.field, field.value);
      if (unchanged && field.value !== told.text) plain(field, field.value, told.text);
      field.closest("[data-id]")?.querySelector("[data-carried]")?.remove();
    },

    refused(told) {
      const error = errorOf(told.field);
      if (!error) return;
      clear(told.field);
      if (told.version) saved.set(told.field, told);
      error.textContent = told.message;
      error.hidden = false;
      byName(told.field).setAttribute("aria-invalid", "true");
      byName(told.field).closest("tr")?.classList.add("bad");
    },

    conflict(told, mine, decide) {
      const field = byName(told.field);
      if (!field) return; // the list of what is not saved leads there
      clear(told.field);
      saved.set(told.field, told);
      const by = told.own ? `您在另一个页面 ${told.at} 改过。` : told.by ? `${told.by} 在 ${told.at} 改过。` : "";
      const box = both(told.field, by, told.text, mine, () => decide(told.text), () => decide(mine));
      box.id = `${told.field}-conflict`;
      box.scrollIntoView({ block: "nearest" });
    },

    // A text of this field that another page of this browser has left unsaved.
    choice({ key, field: name, text, at }, decide) {
      const field = byName(name);
      if (!field || choiceOf(key) || document.getElementById(`${name}-conflict`)) return;
      const when = new Date(at).toLocaleString("zh-CN", { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" });
      const box = both(name, `${when} 在另一个页面填写的那份没有保存，那个页面已经关闭。`, text, field.value, () => decide(false), () => decide(true));
      box.dataset.choice = key;
      box.querySelector("[data-label=theirs]").textContent = "另一个页面留下的";
      box.querySelector("[data-take=theirs]").textContent = "用留下的";
      box.querySelector("[data-label=mine]").textContent = "现在这里的";
      box.querySelector("[data-take=mine]").textContent = "用现在的";
      field.addEventListener("input", () => { box.querySelector("[data-conflict-mine]").textContent = field.value || "（空）"; });
    },

    chosen: (key) => choiceOf(key)?.remove(),

    updated(answer) {
      last = answer.time;
      for (const cell of answer.cells) {
        const row = root.querySelector(`[data-row="${cell.code}"]`);
        if (!row) continue;
        const change = row.querySelector("[data-change]");
        change.textContent = cell.change.words;
        change.className = cell.up ? "up" : cell.down ? "down" : "";
        row.querySelector("[data-why]").textContent = cell.change.words && cell.change.why;
        row.querySelector("[data-since]").textContent = cell.since;
        row.querySelector("[data-spelled]").textContent = cell.spelled;
        if (cell.computed) row.querySelector("[data-computed]").textContent = cell.shown;
      }
      completion(root, answer.promises);
      for (const [slug, part] of Object.entries(answer.parts)) {
        const link = root.querySelector(`[data-part="${slug}"]`);
        link.querySelector(".dot").className = `dot ${part.state}`;
        link.querySelector("[data-part-note]").textContent = part.note;
        link.querySelector("[data-part-state]").textContent = `（${part.word}）`;
        const note = root.querySelector(`[data-note-of="${slug}"]`);
        if (note) note.textContent = `已填 ${part.note}`;
      }
      const unbound = root.querySelector("[data-unbound]");
      if (unbound) {
        unbound.hidden = answer.unbound === 0;
        unbound.querySelector("span").textContent = answer.unbound;
      }
      document.body.dispatchEvent(new CustomEvent("kebao:checked", { detail: { findings: answer.findings, count: answer.count } }));
      document.body.dispatchEvent(new CustomEvent("kebao:saved", { detail: { words: answer.words } }));
    },

    banner(message) {
      const banner = root.querySelector("[data-banner]");
      banner.textContent = `${message} 您填写的文字保存在本机浏览器里，没有丢失；能填写时会自动保存。`;
      banner.hidden = !message;
    },

    state(now, why = "") {
      state.dataset.state = now;
      state.textContent = { typing: "填写中…", saved: `已保存${last && " " + last}`, saving: "保存中…", unsaved: `未保存${why && "：" + why}` }[now];
    },
  };
}
