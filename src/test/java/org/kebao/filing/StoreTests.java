package org.kebao.filing;

import java.util.Random;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.kebao.BrowserTest;
import org.kebao.Browsers;
import org.kebao.DemoServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages open, are typed in, save, lose answers, crash and are opened again in any order,
 * and no text is ever lost: the server has it or had it, a page or the browser keeps it,
 * or somebody has chosen another in its place.
 */
@BrowserTest
class StoreTests {

	private static final int STORIES = 150;

	/** As the server and the pages behave, around the store that is tested. */
	private static final String MODEL = """
			async (seed) => {
			  const { store } = await import("/js/store.js");
			  let state = (seed >>> 0) || 1;
			  const random = (n) => { state ^= state << 13; state >>>= 0; state ^= state >>> 17; state ^= state << 5; state >>>= 0; return state % n; };
			  const report = `model-${seed}`;
			  const FIELDS = ["lead", "idea"];
			  const server = new Map(FIELDS.map((field) => [field, { text: "", save: "" }]));
			  const had = new Set([""]), settled = new Set(), typed = new Set(), unkept = new Set(), story = [];
			  const setItem = Storage.prototype.setItem;
			  let full = false, pages = [], count = 0, saves = 0;
			  Storage.prototype.setItem = function (...args) { if (full) throw new DOMException("full", "QuotaExceededError"); return setItem.apply(this, args); };

			  function open() {
			    const id = `p${++count}`;
			    const shown = new Map(FIELDS.map((field) => [field, { text: server.get(field).text, base: server.get(field).text, put: server.get(field).text }]));
			    const page = { id, shown, kept: store(report, id), choices: new Map(), conflicts: new Map() };
			    page.view = {
			      has: () => true,
			      isTouched: (field) => shown.get(field).text !== shown.get(field).put,
			      isSaved: (field, text) => shown.get(field).text === text && !page.view.isTouched(field),
			      show: (field, text, base) => { shown.set(field, { text, base, put: text }); },
			      choice: (one) => { page.choices.set(one.key, one); },
			      chosen: (key) => { page.choices.delete(key); },
			    };
			    pages.push(page);
			  }
			  function type(page, field) {
			    const one = page.shown.get(field);
			    if (page.kept.own.has(field)) settled.add(page.kept.own.get(field).text); // typed over by the same hand
			    one.text = `t${++count}`;
			    page.kept.typed(field, one.text, one.base, {});
			    typed.add(one.text);
			    if (!page.kept.own.get(field).stored) unkept.add(one.text);
			  }
			  // What is sent comes to the server at once, and the answer later or never.
			  function send(page) {
			    if (page.flight) return land(page);
			    page.flight = [];
			    for (const [field, one] of [...page.kept.own]) {
			      if (one.held) continue;
			      const now = server.get(field), save = `${page.id}.${++saves}`, unanswered = one.sent;
			      page.kept.sent(field, save);
			      const seen = one.text === now.text || now.text === one.base || unanswered.includes(now.save);
			      page.flight.push({ field, save, text: one.text, theirs: now.text, outcome: seen ? "SAVED" : "CONFLICT" });
			      if (seen && one.text !== now.text) {
			        server.set(field, { text: one.text, save });
			        had.add(one.text);
			      }
			    }
			  }
			  function land(page) {
			    for (const { field, save, text, theirs, outcome } of page.flight) {
			      const own = page.kept.own.get(field);
			      if (random(3) === 0 || !own) continue; // the answer is lost
			      page.kept.answered(field, save);
			      if (outcome === "SAVED") {
			        Object.assign(page.shown.get(field), { base: text }, own.text === text ? { put: text } : {});
			        page.kept.saved(field, text, text);
			      } else if (own.text === text) {
			        page.kept.hold(field, { why: "CONFLICT" });
			        page.conflicts.set(field, theirs);
			      }
			    }
			    page.flight = null;
			  }
			  function look(page) {
			    page.kept.takeOver(new Set(pages.map((one) => one.id)), new Set(page.kept.others().map((one) => one.key)), page.view);
			  }
			  function choose(page) {
			    const [key, one] = [...page.choices][0] ?? [];
			    if (!key) return;
			    page.choices.delete(key);
			    if (random(2)) {
			      settled.add(one.text);
			      page.kept.forget(key);
			      return;
			    }
			    if (page.kept.own.has(one.field)) settled.add(page.kept.own.get(one.field).text);
			    page.kept.choose(one, page.shown.get(one.field).base);
			    page.view.show(one.field, one.text, page.kept.own.get(one.field).base);
			  }
			  function decide(page) {
			    const [field, theirs] = [...page.conflicts].find(([one]) => page.kept.own.get(one)?.held) ?? [];
			    if (field === undefined) return;
			    page.conflicts.delete(field);
			    const mine = page.kept.own.get(field).text, text = random(2) ? mine : theirs;
			    if (text !== mine) settled.add(mine);
			    page.kept.put(field, { text, base: theirs, sent: page.kept.own.get(field).sent, place: {} });
			    page.view.show(field, text, theirs);
			  }
			  function end(page, crash) {
			    for (const one of page.kept.own.values()) if (!one.stored && unkept.has(one.text)) settled.add(one.text); // the page had warned
			    if (!crash) page.kept.leave();
			    pages = pages.filter((one) => one !== page);
			  }
			  function lost() {
			    const kept = new Set([...had, ...settled]);
			    for (const key of Object.keys(localStorage)) if (key.startsWith("kebao.unsent:") && key.includes(`:${report}:`)) kept.add(JSON.parse(localStorage.getItem(key)).text);
			    for (const page of pages) for (const one of page.kept.own.values()) kept.add(one.text);
			    return [...typed].filter((text) => !kept.has(text));
			  }
			  try {
			    open();
			    for (let step = 0; step < 120; step++) {
			      const page = pages[random(pages.length || 1)];
			      const what = page ? random(12) : 0;
			      story.push(`${page?.id ?? ""}:${what}`);
			      if (what === 0) { if (pages.length < 3) open(); }
			      else if (what < 4) type(page, FIELDS[random(2)]);
			      else if (what < 6) send(page);
			      else if (what < 8) look(page);
			      else if (what === 8) choose(page);
			      else if (what === 9) decide(page);
			      else if (what === 10) end(page, random(2));
			      else full = random(3) === 0;
			      const gone = lost();
			      if (gone.length) return `lost ${gone} after ${story.join(" ")}`;
			    }
			    // and all of it comes to an end
			    full = false;
			    for (const page of [...pages]) end(page, random(2));
			    open();
			    for (let round = 0; round < 200; round++) { look(pages[0]); send(pages[0]); choose(pages[0]); decide(pages[0]); }
			    const left = Object.keys(localStorage).filter((key) => key.includes(`:${report}:`));
			    if (left.length) return `not settled: ${left} after ${story.join(" ")}`;
			    return lost().map((text) => `lost ${text} in the end`).join() || "";
			  } finally {
			    Storage.prototype.setItem = setItem;
			    for (const key of Object.keys(localStorage)) if (key.includes(`:${report}:`)) localStorage.removeItem(key);
			  }
			}""";

	@Test
	void noTextIsEverLost() {
		DemoServer server = DemoServer.shared();
		try (BrowserContext context = Browsers.browser().newContext()) {
			Page page = server.signedIn(context, "reporter");
			page.navigate(server.url("/reports"));
			new Random().ints(STORIES)
				.forEach((seed) -> assertThat((String) page.evaluate(MODEL, seed)).as("seed " + seed).isEmpty());
		}
	}

}
