package org.kebao;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import org.jspecify.annotations.Nullable;

/**
 * A person with a browser, who notices what is wrong with a page.
 */
final class Visitor implements AutoCloseable {

	/** Where to put a picture of every page, for whoever wants to look at them. */
	private static final String PICTURES = System.getProperty("kebao.pictures", "");

	private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	private static final List<String> OF_WIDTH = List.of("target-size", "scrollable-region-focusable");

	/** What axe has found nothing in, by the rules it was asked about. */
	private static final Map<List<String>, Set<String>> LOOKED_AT = Map.of(WCAG, new HashSet<>(), OF_WIDTH,
			new HashSet<>());

	/** Counts what a page may not have, in the language of the browser. */
	private static final String LOOK = """
			() => {
			  const faults = [];
			  const wide = document.documentElement.scrollWidth;
			  if (wide > innerWidth) {
			    const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
			    const name = (one) => one.tagName.toLowerCase() + (one.className ? '.' + one.className : '');
			    faults.push(`wider than the window: ${wide} > ${innerWidth}: ${out.slice(0, 4).map(name)}`);
			  }
			  const headings = document.querySelectorAll('h1').length;
			  if (headings !== 1) faults.push(`${headings} h1`);
			  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
			  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
			  if (twice.length) faults.push(`ids twice: ${twice}`);
			  for (const cell of document.querySelectorAll('th, td')) {
			    const text = cell.innerText.trim();
			    const box = cell.getBoundingClientRect();
			    if (text.length > 3 && box.width > 2 && box.width < 40 && box.height > 70) faults.push(`squeezed cell: ${text}`);
			  }
			  if (!document.title) faults.push('no title');
			  return faults;
			}""";

	/**
	 * Without fetching the style sheets once more, whose addresses it would take for the
	 * page's. The paper in its frame has a page of its own, where it is looked at. What
	 * differs in its words alone from what this run has looked at, in this page or in
	 * another, is not looked at again: a row, a section at the same place, a whole page.
	 * Words that do not stand in the name of what they are written on make a difference.
	 * Rows are taken out meanwhile, for axe reads even what it is to leave out.
	 */
	private static final String AXE = """
			async ({ only, include, known }) => {
			  const words = /^(for|id|name|href|value|title|action|formaction|placeholder|style|aria-(label|labelledby|describedby|controls)|data-.*)$/;
			  const plain = (text) => text.replace(/\\s/g, '').toLowerCase();
			  const name = (one) => one.getAttribute('aria-label') ?? one.getAttribute('aria-labelledby')?.split(/\\s+/).map((id) => document.getElementById(id)?.innerText).join();
			  const misnamed = (one) => name(one) && !plain(name(one)).includes(plain(one.innerText ?? ''));
			  const attribute = ({ name, value }) => (words.test(name) ? name + !value : `${name}=${value}`);
			  const parts = new Map();
			  const part = (one) => {
			    if (!parts.has(one)) parts.set(one, one.tagName + [...one.attributes].map(attribute) + !one.textContent.trim() + misnamed(one));
			    return parts.get(one);
			  };
			  const place = (one) => (one ? place(one.parentElement) + one.tagName + one.className : '');
			  const short = (text) => [...text].reduce((sum, sign) => (Math.imul(sum, 31) + sign.codePointAt(0)) | 0, 7) + ':' + text.length;
			  const kinds = new Set(known);
			  const looked = [];
			  for (const one of document.querySelectorAll('body, tbody tr, li, dialog, section, fieldset, details, nav, header, table, form')) {
			    if (!one.closest(include) || one.parentNode.closest('[data-alike]')) continue;
			    const kind = short(place(one.parentElement) + [one, ...one.querySelectorAll('*')].map(part).join());
			    if (kinds.has(kind)) one.dataset.alike = '';
			    else looked.push(kind);
			    kinds.add(kind);
			  }
			  if ('alike' in document.body.dataset) {
			    delete document.body.dataset.alike;
			    return { looked, found: [] };
			  }
			  const kept = (row) => row.contains(document.activeElement) || row.querySelector('iframe');
			  const rows = [...document.querySelectorAll('tr[data-alike], li[data-alike]')].filter((row) => !kept(row));
			  const places = rows.map((row) => { const mark = new Comment(); row.replaceWith(mark); return mark; });
			  const options = {
			    runOnly: only, rules: { 'label-content-name-mismatch': { enabled: only.type === 'tag' } },
			    resultTypes: ['violations'], preload: false, iframes: false,
			  };
			  const { violations } = await axe.run({ include: [include], exclude: ['[data-preview]', '[data-alike]'] }, options);
			  places.forEach((mark, at) => mark.replaceWith(rows[at]));
			  for (const one of document.querySelectorAll('[data-alike]')) delete one.dataset.alike;
			  return { looked, found: violations.flatMap((rule) => rule.nodes.slice(0, 5).map((node) => `axe ${rule.id}: ${node.target} ${node.html}`)) };
			}""";

	/** Opens the first of each kind of what is folded away. */
	private static final String UNFOLD = """
			() => {
			  const kind = (one) => [one.className, ...new Set([...one.querySelectorAll('*')].map((part) => part.tagName))].join();
			  const kinds = new Set();
			  let count = 0;
			  for (const one of document.querySelectorAll('main details:not([open])')) {
			    if (!one.checkVisibility() || kinds.has(kind(one))) continue;
			    kinds.add(kind(one));
			    one.open = true;
			    one.dataset.unfolded = '';
			    count++;
			  }
			  return count;
			}""";

	private static final String FOLD = """
			() => {
			  for (const one of document.querySelectorAll('[data-unfolded]')) {
			    one.open = false;
			    delete one.dataset.unfolded;
			  }
			}""";

	private final String username;

	private final BrowserContext context;

	private final Page page;

	private final List<String> troubles = new ArrayList<>();

	private @Nullable Response document;

	/**
	 * @param username "" for nobody
	 */
	Visitor(DemoServer server, String username) {
		this.username = username;
		this.context = Browsers.browser().newContext(new NewContextOptions().setLocale("zh-CN"));
		// half a megabyte, told once and not with every page
		this.context.addInitScript(AxeBuilder.getAxeScript());
		this.page = username.isEmpty() ? this.context.newPage() : server.signedIn(this.context, username);
		this.page.onConsoleMessage(this::heard);
		this.page.onPageError((error) -> this.troubles.add("script: " + error));
		this.page.onDialog((dialog) -> {
			this.troubles.add("dialog: " + dialog.message());
			dialog.dismiss();
		});
		this.page.onResponse((response) -> {
			if (isDocument(response.request())) {
				this.document = response;
			}
		});
	}

	private boolean isDocument(Request request) {
		return request.isNavigationRequest() && request.frame() == this.page.mainFrame();
	}

	private void heard(ConsoleMessage message) {
		if (message.type().equals("error") || message.type().equals("warning")) {
			this.troubles.add("console: " + message.text());
		}
	}

	Page page() {
		return this.page;
	}

	/** Opens an address in a window of that size. */
	void open(String address, int width, int height) {
		this.troubles.clear();
		this.document = null;
		this.page.setViewportSize(width, height);
		this.page.navigate(address);
		if (!this.username.isEmpty() && this.page.url().endsWith("/sign-in")) {
			this.page.fill("#username", this.username);
			this.page.fill("#password", "kebao-demo");
			this.page.click("main button[type=submit]");
			this.page.waitForURL((url) -> !url.contains("/sign-in"));
			this.page.navigate(address);
		}
	}

	/** Makes the window as large while the page stays open. */
	void resize(int width, int height) {
		this.troubles.clear();
		this.page.setViewportSize(width, height);
		// what follows the size of a window does so with the next picture of it
		this.page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
	}

	/** Waits for what a page fetches after it was opened. */
	void settle() {
		this.page.waitForLoadState();
		this.page.waitForFunction("""
				() => ![...document.querySelectorAll('.empty')].some((one) => /正在排版|编辑时在此/.test(one.textContent))""");
	}

	/**
	 * What is wrong as far as one sees it.
	 * @param status what the page is to be answered with
	 * @param told what its scripts may be answered with, besides that all is well
	 */
	List<String> seen(int status, Set<Integer> told) {
		List<String> faults = new ArrayList<>();
		if (this.document != null && !this.document.url().startsWith("file:") && this.document.status() != status) {
			faults.add("status %d instead of %d".formatted(this.document.status(), status));
		}
		// the browser complains of every such answer, meant or not
		Stream.concat(Stream.of(status), told.stream())
			.filter((answer) -> answer != 200)
			.map((answer) -> "Failed to load resource: the server responded with a status of " + answer)
			.forEach((complaint) -> this.troubles.removeIf((trouble) -> trouble.startsWith("console: " + complaint)));
		faults.addAll(this.troubles);
		faults.addAll(texts(this.page.evaluate(LOOK)));
		return faults.stream().distinct().toList();
	}

	private static List<String> texts(Object list) {
		return ((List<?>) list).stream().map(Object::toString).toList();
	}

	/** What shuts out those who see, hear or move otherwise, in a page as it is. */
	List<String> barriers() {
		return barriers("tag", WCAG, "html");
	}

	/**
	 * And in what of it is folded away.
	 * @param narrow whether only what hangs on the width is looked at
	 */
	List<String> troublesInFolds(boolean narrow) {
		if (this.page.evaluate(UNFOLD).equals(0)) {
			return List.of();
		}
		List<String> troubles = new ArrayList<>(texts(this.page.evaluate(LOOK)));
		troubles
			.addAll(narrow ? barriers("rule", OF_WIDTH, "[data-unfolded]") : barriers("tag", WCAG, "[data-unfolded]"));
		this.page.evaluate(FOLD);
		return troubles;
	}

	/** Those that depend on the width of the window. */
	List<String> barriersOfWidth() {
		return barriers("rule", OF_WIDTH, "html");
	}

	private List<String> barriers(String kind, List<String> rules, String where) {
		Set<String> known = LOOKED_AT.get(rules);
		Map<?, ?> answer = (Map<?, ?>) this.page.evaluate(AXE,
				Map.of("only", Map.of("type", kind, "values", rules), "include", where, "known", List.copyOf(known)));
		List<String> found = texts(answer.get("found"));
		if (found.isEmpty()) {
			known.addAll(texts(answer.get("looked")));
		}
		return found;
	}

	/** The page as the server sent it. */
	List<String> invalidHtml() {
		return (this.document != null) ? ValidHtml.errors(this.document.text()) : List.of();
	}

	void picture(String name) {
		if (!PICTURES.isEmpty()) {
			String file = name.replaceAll("[^\\p{L}\\p{N}]+", "-") + ".png";
			this.page.screenshot(new ScreenshotOptions().setPath(Path.of(PICTURES, file)).setFullPage(true));
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

}
