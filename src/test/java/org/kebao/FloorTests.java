package org.kebao;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application works from Chromium 109 and Firefox ESR on, and below that a plain page
 * says so before anything is typed.
 */
class FloorTests {

	/**
	 * What came after Chromium 109, by what it is written as; the version it came with.
	 */
	private static final Map<String, Integer> LATER_SCRIPT = Map.ofEntries(
			Map.entry("\\.(toSorted|toReversed|toSpliced)\\(", 110), Map.entry("\\b(Object|Map)\\.groupBy\\b", 117),
			Map.entry("\\bPromise\\.withResolvers\\b", 119), Map.entry("\\bPromise\\.try\\b", 128),
			Map.entry("\\bArray\\.fromAsync\\b", 121), Map.entry("\\bURL\\.(canParse|parse)\\b", 120),
			Map.entry("\\bAbortSignal\\.any\\b", 116), Map.entry("\\.(isWellFormed|toWellFormed)\\(", 111),
			Map.entry("\\.(showPopover|hidePopover|togglePopover)\\(", 114),
			Map.entry("\\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\\(", 122),
			Map.entry("\\bIterator\\.from\\b", 122), Map.entry("\\.setHTML(Unsafe)?\\(", 124),
			Map.entry(
					"\\.(values|keys|entries)\\(\\)\\.(map|filter|some|every|find|reduce|forEach|toArray|take|drop|flatMap)\\(",
					122),
			Map.entry("\\bfrom\\s*['\"][^'\"]+['\"]\\s*with\\s*\\{", 123), Map.entry("\\b(await )?using \\w+ =", 134),
			Map.entry("\\bSymbol\\.(asyncDispose|dispose)\\b", 134), Map.entry("\\bRegExp\\.escape\\b", 136),
			Map.entry("[=(,:]\\s*/(?![*/])(?:[^/\\\\\n]|\\\\.)+/[dgimsy]*v[dgimsy]*[;,.)\\s]", 112),
			Map.entry("\\bJSON\\.rawJSON\\b", 114), Map.entry("\\bdocument\\.parseHTMLUnsafe\\b", 124));

	private static final Map<String, Integer> LATER_STYLE = Map.ofEntries(Map.entry("\\bcolor-mix\\(", 111),
			Map.entry("\\b(oklch|oklab|lch|lab|color)\\(", 111), Map.entry("\\blight-dark\\(", 123),
			Map.entry("\\bsubgrid\\b", 117),
			Map.entry("@(scope|starting-style|position-try|function|view-transition)\\b", 111),
			Map.entry(":(popover-open|user-valid|user-invalid|state\\(|open\\b|has-slotted)", 114),
			Map.entry(":nth-(last-)?child\\([^)]*\\bof\\b", 111), Map.entry("\\d(rlh|rcap|rch|rex|cap)\\b", 111),
			Map.entry("\\b(sin|cos|tan|round|mod|rem|pow|hypot|abs|sign)\\(", 111),
			Map.entry("\\b(field-sizing|interpolate-size|anchor-name|position-anchor|text-box)\\s*:", 123),
			Map.entry("\\blinear\\(", 113), Map.entry("@container\\s+style\\(", 111),
			Map.entry("@import[^;]*\\bsupports\\(", 122), Map.entry("\\bif\\(", 137));

	/** A rule within a rule, outside of what may hold rules. */
	private static final Pattern NESTING = Pattern.compile("\\{[^{}@]*[^{}@;\\s][^{};@]*\\{");

	private static final List<String> MODULES = List.of("codemirror__*/dist/index.js", "lezer__*/dist/index.js",
			"marijn__find-cluster-break/src/index.js", "style-mod/src/style-mod.js", "w3c-keyname/index.js",
			"crelt/index.js", "sortablejs/Sortable.min.js");

	@Test
	void noScriptUsesWhatCameLater() throws IOException {
		List<String> later = new ArrayList<>();
		for (Resource script : scripts()) {
			later.addAll(later(script, LATER_SCRIPT));
		}
		assertThat(later).isEmpty();
	}

	@Test
	void noStyleUsesWhatCameLater() throws IOException {
		List<String> later = new ArrayList<>();
		for (Resource style : found("classpath:/static/css/*.css")) {
			later.addAll(later(style, LATER_STYLE));
			String rules = text(style).replaceAll("(?s)/\\*.*?\\*/", "")
				.replaceAll("@(media|supports|layer|page|font-face)[^{};]*\\{", "");
			Matcher nested = NESTING.matcher(rules);
			if (nested.find()) {
				later.add(style.getFilename() + ": nested rule " + nested.group());
			}
		}
		assertThat(later).isEmpty();
	}

	/** What is looked for is found where it is. */
	@Test
	void knowsWhatCameLater() {
		assertThat(Stream.of("list.toSorted()", "import a from './a.json' with { type: 'json' }", "a.entries().map(b)",
				"x = /[\\p{L}--a]/v;", "Object.groupBy(a, b)"))
			.allMatch((script) -> LATER_SCRIPT.keySet()
				.stream()
				.anyMatch((feature) -> Pattern.compile(feature).matcher(script).find()));
		assertThat(Stream.of("a { color: color-mix(in srgb, red, blue) }", "a { grid-template-rows: subgrid }"))
			.allMatch((style) -> LATER_STYLE.keySet()
				.stream()
				.anyMatch((feature) -> Pattern.compile(feature).matcher(style).find()));
		assertThat("a { color: red; & b { color: blue } }").matches((style) -> NESTING.matcher(style).find());
		assertThat("a { color: red; } b { color: blue }").matches((style) -> !NESTING.matcher(style).find());
	}

	/**
	 * The first script of a page is read by whatever browser there is, before all else.
	 */
	@Test
	@BrowserTest
	void theFirstScriptIsInWordsThatEveryBrowserUnderstands() throws IOException {
		String script = text(found("classpath:/static/js/floor.js").get(0)).replaceAll("(?m)//.*$", "");
		assertThat(script).doesNotContainPattern("=>|`|\\b(let|const|class|async|import|export)\\b|\\?\\.|\\?\\?");
		Element first = Jsoup.parse(context().request().get(server().url("/sign-in")).text()).selectFirst("script");
		assertThat(first.attr("src")).startsWith("/js/").endsWith("/floor.js");
		assertThat(first.hasAttr("defer") || first.hasAttr("async") || first.hasAttr("type")).isFalse();
	}

	@ParameterizedTest
	@BrowserTest
	@ValueSource(strings = { "delete Array.prototype.at", "delete Array.prototype.findLast",
			"delete window.CSSLayerBlockRule", "delete window.HTMLDialogElement",
			"delete Element.prototype.replaceChildren" })
	void belowTheFloorAPlainPageSaysSo(String lack) {
		try (BrowserContext context = context()) {
			context.addInitScript(lack);
			for (String address : List.of("/sign-in", "/reports/" + server().reportOf("WC") + "/plan")) {
				Page page = address.equals("/sign-in") ? context.newPage() : server().signedIn(context, "reporter");
				page.navigate(server().url(address));
				page.waitForURL("**/browser.html");
				assertThat(page.locator("h1")).hasText("这个浏览器太旧，不能用来填报");
				assertThat(page.locator("input, textarea, script")).hasCount(0);
			}
		}
	}

	@Test
	@BrowserTest
	void whatWorksAndIsNotTestedIsTold() {
		try (BrowserContext context = context()) {
			context.addInitScript("delete window.MathMLElement");
			Page page = context.newPage();
			page.navigate(server().url("/sign-in"));
			assertThat(page.locator(".old-browser[role=alert]")).containsText("低于 Chromium 109");
			assertThat(page.locator("#username")).isVisible();
		}
	}

	@Test
	@BrowserTest
	void todaysBrowserIsToldNothing() {
		try (BrowserContext context = context()) {
			Page page = context.newPage();
			page.navigate(server().url("/sign-in"));
			assertThat(page.locator("#username")).isVisible();
			assertThat(page.locator(".old-browser")).hasCount(0);
		}
	}

	@Test
	@BrowserTest
	void withoutScriptAWordSaysHowToSave() {
		try (BrowserContext context = Browsers.browser()
			.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
			Page page = server().signedIn(context, "reporter");
			page.navigate(server().url("/reports/" + server().reportOf("WC") + "/plan"));
			assertThat(page.locator(".old-browser")).containsText("不会自动保存");
			assertThat(page.locator("noscript button, form#fields button:has-text('保存')").last()).isVisible();
		}
	}

	private static DemoServer server() {
		return DemoServer.shared();
	}

	private static BrowserContext context() {
		return Browsers.browser().newContext();
	}

	private static List<Resource> scripts() throws IOException {
		List<Resource> scripts = new ArrayList<>(found("classpath:/static/js/*.js"));
		for (String module : MODULES) {
			// the version stands between the name and the path
			scripts.addAll(found("classpath*:/META-INF/resources/webjars/" + module.replaceFirst("/", "/*/")));
		}
		assertThat(scripts).hasSizeGreaterThan(30);
		return scripts;
	}

	private static List<Resource> found(String pattern) throws IOException {
		return List.of(new PathMatchingResourcePatternResolver().getResources(pattern));
	}

	private static List<String> later(Resource resource, Map<String, Integer> features) throws IOException {
		String text = text(resource).replaceAll("(?s)/\\*.*?\\*/", "");
		return features.entrySet()
			.stream()
			.flatMap((feature) -> Pattern.compile(feature.getKey())
				.matcher(text)
				.results()
				.map((use) -> "%s: %s came with Chromium %d".formatted(resource.getFilename(), use.group(),
						feature.getValue())))
			.toList();
	}

	private static String text(Resource resource) throws IOException {
		return resource.getContentAsString(StandardCharsets.UTF_8);
	}

}
