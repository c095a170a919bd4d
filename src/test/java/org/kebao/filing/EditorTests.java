package org.kebao.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kebao.BrowserTest;
import org.kebao.Browsers;
import org.kebao.DemoServer;
import org.kebao.account.Accounts;
import org.kebao.account.Role;
import org.kebao.bureau.Bureaus;
import org.kebao.period.Periods;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The editor over a text: to the form it is the textarea it always was, to its writer it
 * shows metrics as chips, lets them be picked and underlines what was found.
 */
@BrowserTest
class EditorTests {

	/** What the metrics say, apart from what the demo says of them. */
	private static final String WORDS = """
			[{"name":"专利申请量","code":"IPR01","group":"知识产权","initials":["zlsql"],"unit":"件","aliases":["申请专利"],
			  "values":{"":"400件","|数":"400","去年":"308件","同比":"增长30%%"},"trouble":""},
			 {"name":"专利授权量","code":"IPR02","group":"知识产权","initials":["zlsql"],"unit":"件","aliases":[],
			  "values":{},"trouble":"未填"},
			 {"name":"技术合同成交额","code":"TEC02","group":"成果转化","initials":["jshtcje"],"unit":"万元","aliases":[],
			  "values":{"":"8209.39万元","|万元":"8209.39万元","|亿元":"0.82亿元","|数":"8209.39"},
			  "numbers":{"|数|0":"82093900","|数|8":"0.820939"},"trouble":""}%s]""";

	private static int count;

	private final DemoServer server = DemoServer.spare();

	private final List<String> complaints = new ArrayList<>();

	private String words = WORDS.formatted("");

	private String bureau;

	private BrowserContext context;

	private Page page;

	@BeforeEach
	void open() {
		// what a page saves as it is left may come late, so each test has a report of its
		// own
		this.bureau = "BJ" + ++count;
		Accounts accounts = this.server.bean(Accounts.class);
		Long city = accounts.person("supervisor").orElseThrow().bureauId();
		Long bureau = this.server.bean(Bureaus.class)
			.found(this.bureau, "编辑县科技局" + count, "COUNTY", city, 97, LocalDate.of(2020, 1, 1), null)
			.getId();
		accounts.create(this.bureau.toLowerCase(), "编者", bureau, Set.of(Role.REPORTER), "kebao-demo", false);
		this.server.bean(Periods.class)
			.askNewBureaus(this.server.jdbc()
				.sql("select id from reporting_periods where closed_at is null")
				.query(Long.class)
				.single());
		this.words = WORDS.formatted("");
		this.context = Browsers.browser()
			.newContext(new Browser.NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
		this.page = this.server.signedIn(this.context, this.bureau.toLowerCase());
		this.page.onConsoleMessage((message) -> {
			if (Set.of("error", "warning").contains(message.type())) {
				this.complaints.add(message.text());
			}
		});
		this.page.onPageError(this.complaints::add);
		this.page.route("**/words", (route) -> route
			.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(this.words)));
		open("achievements");
	}

	/** No rule of the content security policy was broken, no script failed. */
	@AfterEach
	void close() {
		this.context.close();
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void aPressOnTheLabelLeadsIntoTheEditorAndTheFieldKeepsStep() {
		this.page.click("label[for=lead]");
		assertThat(content()).isFocused();
		this.page.keyboard().type("上半年，");
		assertThat(text()).isEqualTo("上半年，");
		this.page.keyboard().press("Enter");
		this.page.keyboard().type("第二段");
		assertThat(text()).isEqualTo("上半年，\n第二段");
		assertThat(this.page.locator("#save-state")).containsText("已保存");
		assertThat(saved()).isEqualTo("上半年，\n第二段");
	}

	@Test
	void tabLeavesTheEditorForTheNextField() {
		this.page.click("button:has-text('新增一项成效')");
		this.page.waitForURL("**#entry-*");
		Locator body = this.page.locator(".entry .cm-content").first();
		this.page.locator(".entry select").first().focus();
		this.page.keyboard().press("Tab");
		assertThat(body).isFocused();
		this.page.keyboard().press("Tab");
		assertThat(body).not().isFocused();
		assertThat((Boolean) this.page.evaluate("() => !document.activeElement.closest('.prose')")).isTrue();
		this.page.keyboard().press("Shift+Tab");
		assertThat(body).isFocused();
	}

	@Test
	void saysToReadersWhatTheFieldSays() {
		Locator content = content();
		assertThat(content).hasAttribute("role", "textbox");
		assertThat(content).hasAttribute("aria-multiline", "true");
		assertThat(content).hasAttribute("spellcheck", "false");
		assertThat(content).hasAccessibleName("开头");
		assertThat(content).hasAttribute("aria-describedby", field().getAttribute("aria-describedby"));
		field().evaluate("(area) => area.setAttribute('aria-invalid', 'true')");
		assertThat(content).hasAttribute("aria-invalid", "true");
		field().evaluate("(area) => area.removeAttribute('aria-invalid')");
		assertThat(content).not().hasAttribute("aria-invalid", "true");
	}

	@Test
	void isLockedAndUnlockedWithItsField() {
		write("不动的");
		field().evaluate("(area) => { area.readOnly = true; }");
		assertThat(content()).hasAttribute("aria-readonly", "true");
		content().click();
		this.page.keyboard().type("改{{");
		this.page.keyboard().press("Backspace");
		assertThat(text()).isEqualTo("不动的");
		assertThat(picker()).hasCount(0);
		field().evaluate("(area) => { area.disabled = true; }");
		assertThat(content()).hasAttribute("contenteditable", "false");
		field().evaluate("(area) => { area.disabled = area.readOnly = false; }");
		content().click();
		this.page.keyboard().press("Control+End");
		this.page.keyboard().type("动了");
		assertThat(text()).isEqualTo("不动的动了");
	}

	@Test
	void savesNothingHalfComposedAndDrawsNothingAnewMeanwhile() {
		List<String> sent = new ArrayList<>();
		this.page.onRequest((request) -> {
			if (request.url().endsWith("/fields")) {
				sent.add(request.postData());
			}
		});
		this.page.clock().install();
		content().click();
		compose("zhuan'li");
		assertThat(text()).isEqualTo("zhuan'li");
		this.page.evaluate("() => document.body.dispatchEvent(new CustomEvent('kebao:saved', { detail: {} }))");
		this.page.clock().runFor(900); // longer than the autosave waits
		assertThat(sent).isEmpty();
		compose("专利");
		commit("专利申请");
		assertThat(text()).isEqualTo("专利申请");
		assertThat(this.page.locator("#save-state")).containsText("已保存");
		assertThat(saved()).isEqualTo("专利申请");
		assertThat(sent).noneMatch((one) -> one.contains("zhuan"));
	}

	@Test
	void composesBesideAChip() {
		write("{{专利申请量}}");
		content().click();
		this.page.keyboard().press("Control+End");
		compose("tong'bi");
		commit("同比");
		assertThat(text()).isEqualTo("{{专利申请量}}同比");
		assertThat(chips()).hasText(List.of("专利申请量 400件").toArray(String[]::new));
		this.page.keyboard().press("Control+z");
		assertThat(text()).isEqualTo("{{专利申请量}}");
	}

	@Test
	void bracesOfAnInputMethodOpenTheListToo() {
		content().click();
		compose("｛｛");
		assertThat(picker()).hasCount(0);
		commit("｛｛");
		assertThat(options().first()).isVisible();
		this.page.keyboard().press("Enter");
		assertThat(text()).isEqualTo("{{专利申请量}}");
	}

	@Test
	void showsTokensAsChipsWithWhatTheySay() {
		write("{{专利申请量}}、{{IPR01.同比}}、｛｛ 申请专利 。上年｝｝、{{技术合同成交额｜亿元}}、{{专利授权量}}、{{没有的}}、{{专利申请量|亿元}}、{{开着");
		assertThat(chips()).hasText(new String[] { "专利申请量 400件", "专利申请量 同比 增长30%", "专利申请量 上年同期 308件", "技术合同成交额 0.82亿元",
				"专利授权量 未填", "没有的 没有这个指标", "专利申请量 不能用这种单位" });
		assertThat(this.page.locator(".token.trouble"))
			.hasText(new String[] { "专利授权量 未填", "没有的 没有这个指标", "专利申请量 不能用这种单位" });
		assertThat(content()).containsText("、{{开着");
	}

	@Test
	void aNumberAloneIsToldInTheUnitThatIsTypedBehindIt() {
		write("{{技术合同成交额|数}}亿、{{技术合同成交额|数}} 余个亿、{{技术合同成交额|数}}元、{{技术合同成交额|数}}万元、{{技术合同成交额|数}}，{{专利申请量|数}}个");
		assertThat(chips()).hasText(new String[] { "技术合同成交额 0.820939", "技术合同成交额 0.820939", "技术合同成交额 82093900",
				"技术合同成交额 8209.39", "技术合同成交额 8209.39", "专利申请量 400" });
		write("共{{技术合同成交额|数}}亿。");
		chips().click();
		this.page.keyboard().press("End");
		this.page.keyboard().press("Enter");
		assertThat(text()).isEqualTo("共0.820939亿。");
	}

	@Test
	void theLengthOfATextIsThatOfThePaper() {
		this.page.locator("[formaction*=entries][formaction*=kind]").first().click();
		Locator body = this.page.locator(".entry textarea[data-count]");
		Locator length = this.page.locator(".entry [data-words]");
		body.fill("申请专利{{专利申请量}}，比上年{{专利申请量.同比}}。");
		assertThat(length).hasText("申请专利400件，比上年增长30%。".length() + " 字");
		String wrong = "培训20期，其中线上8期、线下13期。";
		body.fill(wrong);
		assertThat(this.page.locator(".entry .finding")).containsText(new String[] { "合计21期" });
		this.page.reload();
		assertThat(length).hasText(wrong.length() + " 字");
		// an explanation is no text of the paper
		this.page.locator(".entry textarea:not([data-count])").dispatchEvent("input");
		assertThat(length).hasText(wrong.length() + " 字");
	}

	@Test
	void braceWhatOneWillTheTextStaysAsItIs() {
		String hostile = "{{{{}}}}{{<img src=x onerror=alert(1)>}}${7*7}{{a}}}{{{b}}{{\"'&amp;.同比|亿元}}";
		write(hostile);
		assertThat(this.page.locator(".token img, .cm-line > img:not(.cm-widgetBuffer)")).hasCount(0);
		assertThat(chips())
			.hasText(new String[] { "<img src=x onerror=alert(1)> 没有这个指标", "a 没有这个指标", "b 没有这个指标", "\"'&amp; 没有这个指标" });
		assertThat(text()).isEqualTo(hostile);
		String many = "{{".repeat(20_000);
		write(many);
		assertThat(text()).isEqualTo(many);
	}

	@Test
	void aChipIsOneStepForTheCaretAndOneStrokeToDelete() {
		write("共{{专利申请量}}项");
		content().click();
		this.page.keyboard().press("Control+End");
		this.page.keyboard().press("ArrowLeft");
		this.page.keyboard().press("ArrowLeft");
		this.page.keyboard().type("有");
		assertThat(text()).isEqualTo("共有{{专利申请量}}项");
		this.page.keyboard().press("Delete");
		assertThat(text()).isEqualTo("共有项");
		this.page.keyboard().press("Control+z");
		assertThat(text()).isEqualTo("共有{{专利申请量}}项");
		this.page.keyboard().press("ArrowRight");
		this.page.keyboard().press("Backspace");
		assertThat(text()).doesNotContain("专利申请量").doesNotContain("{");
		this.page.keyboard().press("Control+z");
		assertThat(chips()).hasCount(1);
		this.page.keyboard().press("Control+y");
		assertThat(text()).isEqualTo("共有项");
	}

	@Test
	void theMenuOfAChipChangesWhatItSays() {
		write("共{{技术合同成交额}}。");
		chips().click();
		Locator menu = this.page.locator("[role=menu]");
		assertThat(menu.locator("[aria-checked=true]").first()).isFocused();
		menu.locator("text=亿元").first().click();
		assertThat(menu).hasCount(0);
		assertThat(text()).isEqualTo("共{{技术合同成交额|亿元}}。");
		assertThat(content()).isFocused();
		this.page.keyboard().press("Alt+Enter");
		this.page.keyboard().press("ArrowDown");
		this.page.keyboard().press("Enter");
		assertThat(text()).isEqualTo("共{{技术合同成交额.去年}}。");
		this.page.keyboard().press("Control+z");
		assertThat(text()).isEqualTo("共{{技术合同成交额|亿元}}。");
		chips().click();
		this.page.keyboard().press("End");
		this.page.keyboard().press("Enter");
		assertThat(text()).isEqualTo("共0.82亿元。");
		assertThat(chips()).hasCount(0);
	}

	@Test
	void altEnterAwayFromAChipDoesNothing() {
		write("平常的字");
		content().click();
		this.page.keyboard().press("Alt+Enter");
		assertThat(this.page.locator("[role=menu]")).hasCount(0);
	}

	@Test
	void picksAMetricByTheInitialsOfItsPinyin() {
		content().click();
		this.page.keyboard().type("今年{{");
		assertThat(picker().locator("input")).isFocused();
		assertThat(options()).hasCount(3);
		this.page.keyboard().type("zlsq");
		assertThat(options()).hasText(new String[] { "专利申请量400件", "专利授权量未填" });
		assertThat(picker().locator("input")).hasAttribute("aria-activedescendant",
				options().first().getAttribute("id"));
		this.page.keyboard().press("ArrowDown");
		assertThat(options().nth(1)).hasAttribute("aria-selected", "true");
		this.page.keyboard().press("ArrowDown");
		assertThat(options().first()).hasAttribute("aria-selected", "true");
		this.page.keyboard().press("Enter");
		assertThat(picker()).hasCount(0);
		assertThat(content()).isFocused();
		this.page.keyboard().type("。");
		assertThat(text()).isEqualTo("今年{{专利申请量}}。");
	}

	@Test
	void findsByNameAliasAndCodeAndTellsWhenThereIsNone() {
		content().click();
		this.page.keyboard().type("{{");
		Map.of("成交", "技术合同成交额8209.39万元", "申请专利", "专利申请量400件", "ipr02", "专利授权量未填", "申请专利.同", "专利申请量 同比增长30%")
			.forEach((asked, found) -> {
				picker().locator("input").fill(asked);
				assertThat(options()).hasText(new String[] { found });
			});
		picker().locator("input").fill("没有的东西");
		assertThat(options()).hasCount(0);
		assertThat(picker()).containsText("没有这样的指标");
		this.page.keyboard().press("Enter");
		assertThat(picker()).isVisible();
	}

	@Test
	void showsTheTenBestOfMany() {
		StringBuilder many = new StringBuilder();
		for (int i = 0; i < 40; i++) {
			many.append("""
					,{"name":"项目%d","code":"PRJ%02d","group":"项目","initials":["xm"],"unit":"项","values":{"":"%d项"}}"""
				.formatted(i, i, i));
		}
		this.words = WORDS.formatted(many);
		open("achievements");
		content().click();
		this.page.keyboard().type("{{");
		assertThat(options()).hasCount(43);
		this.page.keyboard().press("ArrowUp");
		assertThat(options().last()).isInViewport();
		this.page.keyboard().type("xm");
		assertThat(options()).hasCount(10);
	}

	@Test
	void whatCallsTheListIsNoTextYet() {
		content().click();
		this.page.keyboard().type("共{{");
		assertThat(picker()).isVisible();
		assertThat(text()).isEqualTo("共");
		this.page.keyboard().press("Escape");
		assertThat(text()).isEqualTo("共{{");
		this.page.keyboard().press("Control+z");
		assertThat(text()).isEqualTo("共");
	}

	@Test
	void escapeLeavesWhatWasTypedAndWhoKnowsTheNameTypesOn() {
		content().click();
		this.page.keyboard().type("{{");
		this.page.keyboard().press("Escape");
		assertThat(picker()).hasCount(0);
		this.page.keyboard().type("专利申请量}}，");
		assertThat(text()).isEqualTo("{{专利申请量}}，");
		this.page.keyboard().type("{{专利申请量.同比}}。");
		assertThat(text()).isEqualTo("{{专利申请量}}，{{专利申请量.同比}}。");
		assertThat(chips()).hasCount(2);
	}

	@Test
	void theButtonInTheCornerInsertsAtTheCaret() {
		write("前后");
		content().click();
		this.page.keyboard().press("Control+Home");
		this.page.keyboard().press("ArrowRight");
		this.page.locator(".prose-pick").first().click();
		options().nth(2).click();
		assertThat(text()).isEqualTo("前{{技术合同成交额}}后");
		this.page.keyboard().press("Control+z");
		assertThat(text()).isEqualTo("前后");
	}

	@Test
	void chipsFollowWhatASaveTells() {
		write("{{专利申请量}}");
		assertThat(chips()).hasText("专利申请量 400件");
		this.page.evaluate(
				"""
						() => document.body.dispatchEvent(new CustomEvent('kebao:saved', { detail: { words: [
						  { name: '专利申请量', code: 'IPR01', group: '知识产权', initials: ['zlsql'], unit: '件', values: { '': '420件' } }] } }))""");
		assertThat(chips()).hasText("专利申请量 420件");
	}

	@Test
	void pastesPlainTextAndCopiesTokens() {
		content().click();
		this.page.evaluate("""
				() => navigator.clipboard.write([new ClipboardItem({
				  'text/html': new Blob(['<b>粗</b><script>alert(1)</script>'], { type: 'text/html' }),
				  'text/plain': new Blob(['粗\\u00a0体\\t{{专利申请量}}\\r\\n二段'], { type: 'text/plain' }) })])""");
		this.page.keyboard().press("Control+v");
		assertThat(text()).isEqualTo("粗\u00a0体\t{{专利申请量}}\n二段");
		assertThat(chips()).hasCount(1);
		this.page.keyboard().press("Control+a");
		this.page.keyboard().press("Control+c");
		assertThat(this.page.evaluate("() => navigator.clipboard.readText()")).isEqualTo("粗\u00a0体\t{{专利申请量}}\n二段");
	}

	@Test
	void followsWhatIsSetFromOutsideAndKeepsTheCaret() {
		write("甲乙丙");
		content().click();
		this.page.keyboard().press("Control+End");
		field().evaluate("""
				(area) => {
				  area.value = '甲丁乙丙';
				  area.dispatchEvent(new CustomEvent('kebao:shown', { bubbles: true }));
				}""");
		assertThat(content()).hasText("甲丁乙丙");
		this.page.keyboard().type("末");
		assertThat(text()).isEqualTo("甲丁乙丙末");
	}

	@Test
	void whoCallsTheFieldFindsTheCaretWhereItWas() {
		write("甲乙丙");
		content().click();
		this.page.keyboard().press("Control+Home");
		this.page.keyboard().press("ArrowRight");
		this.page.locator("#save-state").click();
		field().focus();
		assertThat(content()).isFocused();
		this.page.keyboard().type("丁");
		assertThat(text()).isEqualTo("甲丁乙丙");
	}

	@Test
	void keepsWhatWasTypedBeforeItCame() {
		this.page.route("**/js/*/editor.js", (route) -> {
			this.page.fill("#lead", "编辑器还没到");
			this.page.locator("#lead").press("Control+End");
			route.resume();
		});
		open("achievements", false);
		assertThat(this.page.locator("#save-state")).containsText("已保存");
		assertThat(field()).isFocused();
		this.page.keyboard().type("，接着写");
		this.page.keyboard().press("Tab");
		assertThat(content()).hasText("编辑器还没到，接着写");
		assertThat(this.page.locator("#save-state")).containsText("已保存");
		assertThat(saved()).isEqualTo("编辑器还没到，接着写");
	}

	@Test
	void thePageDoesNotJumpWhenItComes() {
		this.server.jdbc()
			.sql("update reports set lead = ? where id = ?")
			.params("很长的一段开头，要折成几行才写得下。".repeat(20) + "\n\n短的一段\n", this.server.reportOf(this.bureau))
			.update();
		this.page.route("**/js/*/editor.js", Route::abort);
		open("achievements", false);
		this.page.waitForFunction("() => document.querySelector('#lead').style.height");
		double before = field().boundingBox().height;
		this.page.unroute("**/js/*/editor.js");
		this.complaints.clear();
		open("achievements");
		assertThat(this.page.locator(".prose").first().boundingBox().height).isCloseTo(before,
				org.assertj.core.data.Offset.offset(1.5));
	}

	@Test
	void underlinesWhatWasFoundAndMovesItWithTheText() {
		unanswered();
		write("立项62项，其中国家级14项。资金很多。");
		found("lead", "62项", "合计不等于分项之和");
		Locator mark = this.page.locator(".found-error");
		assertThat(mark).hasText("62项");
		assertThat(mark).hasAttribute("title", "合计不等于分项之和");
		content().click();
		this.page.keyboard().press("Control+Home");
		this.page.keyboard().type("今年共");
		assertThat(mark).hasText("62项");
		mend("62项", "63项", 2);
		assertThat(text()).isEqualTo("今年共立项63项，其中国家级14项。资金很多。");
		assertThat(mark).hasCount(0);
		this.page.keyboard().press("Control+z");
		assertThat(text()).isEqualTo("今年共立项62项，其中国家级14项。资金很多。");
	}

	@Test
	void aFindingOfAnotherFieldOrOfWordsThatAreGoneIsNotDrawn() {
		unanswered();
		write("立项62项。");
		found("idea", "立项", "别处的");
		assertThat(this.page.locator(".found-error")).hasCount(0);
		found("lead", "不在了", "没有了的");
		assertThat(this.page.locator(".found-error")).hasCount(0);
		found("lead", "立项", "在的");
		assertThat(this.page.locator(".found-error")).hasText("立项");
	}

	@Test
	void mendsOnlyWhatStillReadsAsExpected() {
		write("立项62项。");
		assertThat(mend("62项", "63项", 1)).isEqualTo(false);
		assertThat(text()).isEqualTo("立项62项。");
		assertThat(mend("62项", "{{专利申请量}}", 2)).isEqualTo(true);
		assertThat(text()).isEqualTo("立项{{专利申请量}}。");
		assertThat(chips()).hasCount(1);
		assertThat(this.page.locator("#save-state")).containsText("已保存");
		assertThat(saved()).isEqualTo("立项{{专利申请量}}。");
	}

	@Test
	void mendsSeveralStretchesAtOnceOrNone() {
		write("一,二,三。");
		String edits = """
				(wrong) => {
				  const edits = [1, 3].map((offset) => ({ offset, length: 1, expected: offset === wrong ? ';' : ',', text: '，' }));
				  const event = new CustomEvent('kebao:mend', { detail: { field: 'lead', edits }, cancelable: true });
				  return [!document.body.dispatchEvent(event), event.detail.mended];
				}""";
		assertThat(this.page.evaluate(edits, 3)).isEqualTo(List.of(true, false));
		assertThat(text()).isEqualTo("一,二,三。");
		assertThat(this.page.evaluate(edits, 0)).isEqualTo(List.of(true, true));
		assertThat(text()).isEqualTo("一，二，三。");
		content().click();
		this.page.keyboard().press("Control+z");
		assertThat(text()).isEqualTo("一,二,三。");
	}

	@Test
	void underlinesWhatThePageCameWith() {
		this.server.jdbc()
			.sql("update reports set lead = '立项62项。' where id = ?")
			.param(this.server.reportOf(this.bureau))
			.update();
		String found = """
				[{"key":"T","metric":"","part":"achievements","error":false,"hint":true,"message":"建议写明","statement":"建议写明","instruction":"",
				"field":"explanation.T","words":"","version":"","state":"HINT","verdict":"","mark":"","spot":{"part":"ACHIEVEMENTS","field":"lead",
				"place":"开头","offset":2,"length":3,"was":"62项","quote":"立项62项。","marked":{"offset":2,"length":3},"mend":null,"token":null,"edits":[]}}]""";
		this.page.route("**/reports/*/achievements",
				(route) -> route.fulfill(new Route.FulfillOptions().setContentType("text/html; charset=utf-8")
					.setBody(route.fetch()
						.text()
						.replaceFirst(" data-findings( data-found=\"[^\"]*\")?",
								" data-findings data-found='" + found + "'"))));
		open("achievements");
		assertThat(this.page.locator(".found-hint")).hasText("62项");
		assertThat(this.page.locator(".found-hint")).hasAttribute("title", "建议写明");
	}

	@Test
	void leadsToTheSentenceThatWasFound() {
		unanswered();
		write("一。\n".repeat(80) + "要看的一句。");
		found("lead", "要看", "看这里");
		this.page.evaluate("() => scrollTo(0, 0)");
		this.page.evaluate(
				"""
						() => document.body.dispatchEvent(new CustomEvent('kebao:reveal', { detail: { field: 'lead', offset: 240, length: 5 } }))""");
		assertThat(content()).isFocused();
		assertThat(this.page.locator(".cm-line", new Page.LocatorOptions().setHasText("要看的一句"))).isInViewport();
		assertThat(this.page.evaluate("() => String(getSelection())")).isEqualTo("要看的一句");
		this.page.keyboard().press("ArrowLeft");
		this.page.keyboard().type("在此：");
		assertThat(text()).endsWith("\n在此：要看的一句。");
	}

	@Test
	void aLineStaysOneLine() {
		open("plan");
		if (this.page.locator(".target").count() == 0) {
			this.page.click("button:has-text('新增一项目标')");
			this.page.waitForURL("**#target-*");
		}
		Locator words = this.page.locator("textarea.words").first();
		words.fill("");
		Locator content = this.page.locator(".target .cm-content").first();
		assertThat(content).hasAttribute("aria-multiline", "false");
		assertThat(content).hasAccessibleName("目标的文字");
		content.click();
		this.page.keyboard().type("建成");
		this.page.keyboard().press("Enter");
		this.page.keyboard().insertText("省级\n平台");
		assertThat(words).hasValue("建成省级 平台");
	}

	@Test
	void thirtyLongTextsBecomeEditorsAsOneComesNear() {
		this.page.route("**/fields", (route) -> route
			.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody("{\"refused\":\"只是试试\"}")));
		this.page.route("**/reports/*/achievements", (route) -> {
			String html = route.fetch().text();
			int from = html.indexOf("<textarea id=\"lead\"");
			int to = html.indexOf("</textarea>", from) + "</textarea>".length();
			String area = html.substring(from, to);
			StringBuilder many = new StringBuilder(area);
			for (int i = 0; i < 30; i++) {
				many.append(area.replace("id=\"lead\" name=\"lead\"", "id=\"more-%d\" name=\"more-%d\"".formatted(i, i))
					.replace("></textarea>", ">" + "很长的正文，写了一万个字。".repeat(770) + "</textarea>"));
			}
			route.fulfill(new Route.FulfillOptions().setContentType("text/html; charset=utf-8")
				.setBody(html.substring(0, from) + many + html.substring(to)));
		});
		open("achievements");
		assertThat(this.page.locator("textarea[data-prose]")).hasCount(31);
		assertThat(this.page.locator(".prose").count()).isLessThan(10);
		assertThat(this.page.locator("#more-29 + .cm-editor")).hasCount(0);
		this.page.locator("#more-29").focus();
		assertThat(this.page.locator("#more-29 + .cm-editor .cm-content")).isFocused();
		this.page.keyboard().press("Control+End");
		this.page.keyboard().type("末");
		assertThat((String) this.page.locator("#more-29").inputValue()).endsWith("字。末");
	}

	private void open(String part) {
		open(part, true);
	}

	private void open(String part, boolean ready) {
		this.page.navigate(this.server.url("/reports/" + this.server.reportOf(this.bureau) + "/" + part));
		if (ready) {
			content().waitFor();
		}
	}

	private Locator field() {
		return this.page.locator("#lead");
	}

	private String text() {
		return field().inputValue();
	}

	private Locator content() {
		return this.page.locator(".prose .cm-content").first();
	}

	private Locator chips() {
		return this.page.locator(".token");
	}

	private Locator picker() {
		return this.page.locator(".picker");
	}

	private Locator options() {
		return this.page.locator(".picker [role=option]");
	}

	private void write(String text) {
		this.page.fill("#lead", text);
		assertThat(field()).hasValue(text);
	}

	private String saved() {
		return this.server.jdbc()
			.sql("select lead from reports where id = ?")
			.param(this.server.reportOf(this.bureau))
			.query(String.class)
			.single();
	}

	/** What is saved is never answered, so that no other findings come. */
	private void unanswered() {
		this.page.route("**/fields", (route) -> {
		});
	}

	/** As an answer to a save would tell it. */
	private void found(String field, String words, String message) {
		this.page.evaluate(
				"""
						([field, was, message]) => {
						  const offset = Math.max(0, document.querySelector('#lead').value.indexOf(was));
						  const marked = { offset: 0, length: was.length };
						  const spot = { part: 'ACHIEVEMENTS', field, place: '开头', offset, length: was.length, was, quote: was, marked, mend: null, token: null, edits: [] };
						  const one = { key: 'T', metric: '', part: 'achievements', error: true, hint: false, message, statement: message, instruction: '',
						    field: 'explanation.T', words: '', version: '', state: 'ERROR', verdict: '', mark: '', choices: [], spot };
						  document.body.dispatchEvent(new CustomEvent('kebao:checked', { detail: { findings: [one], count: '' } }));
						}""",
				List.of(field, words, message));
	}

	private Object mend(String expected, String text, int offset) {
		return this.page.evaluate("""
				([expected, text, offset]) => {
				  const detail = { field: 'lead', offset, length: expected.length, expected, text };
				  document.body.dispatchEvent(new CustomEvent('kebao:mend', { detail }));
				  return detail.mended;
				}""", List.of(expected, text, offset));
	}

	/** As an input method does before the writer has chosen. */
	private void compose(String text) {
		JsonObject composition = new JsonObject();
		composition.addProperty("text", text);
		composition.addProperty("selectionStart", text.length());
		composition.addProperty("selectionEnd", text.length());
		session().send("Input.imeSetComposition", composition);
	}

	private void commit(String text) {
		JsonObject chosen = new JsonObject();
		chosen.addProperty("text", text);
		session().send("Input.insertText", chosen);
	}

	private CDPSession session() {
		return this.context.newCDPSession(this.page);
	}

}
