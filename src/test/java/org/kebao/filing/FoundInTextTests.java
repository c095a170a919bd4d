package org.kebao.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kebao.BrowserTest;
import org.kebao.Browsers;
import org.kebao.DemoServer;
import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.account.Role;
import org.kebao.bureau.Bureaus;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.period.Periods;
import org.kebao.report.Entry;
import org.kebao.report.Reports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is wrong with a sentence shows below its text as one types, and goes when it is
 * mended or explained.
 */
@BrowserTest
class FoundInTextTests {

	/** With the figures of a real annual report: it is 63, and 1642. */
	private static final String PARAGRAPH = "一年来，向上争取到国家和省里立项的科技计划项目62项，获得上级支持资金1242万元"
			+ "（其中：国家级14项，资金755万元；省级49项，资金887万元）。市本级安排项目68项、经费560万元。";

	private static final String MENDED = PARAGRAPH.replace("62项", "63项").replace("1242万元", "1642万元");

	private static final int TRIES = 4;

	private static int count;

	private final DemoServer server = DemoServer.spare();

	private BrowserContext context;

	private Page page;

	private String user;

	private long report;

	private String field;

	@BeforeEach
	void open() {
		String code = "WZ" + ++count;
		this.user = code.toLowerCase();
		Accounts accounts = this.server.bean(Accounts.class);
		Long province = accounts.person("yunling").orElseThrow().bureauId();
		Long bureau = this.server.bean(Bureaus.class)
			.found(code, "行文市科技局" + count, "CITY", province, 96, LocalDate.of(2020, 1, 1), null)
			.getId();
		accounts.create(this.user, "文校", bureau, Set.of(Role.REPORTER), "kebao-demo", false);
		this.server.bean(Periods.class)
			.askNewBureaus(this.server.jdbc()
				.sql("select id from reporting_periods where closed_at is null")
				.query(Long.class)
				.single());
		this.report = this.server.reportOf(code);
		Entry entry = this.server.bean(Reports.class)
			.write(this.report, person(), Right.WORDS, (draft) -> draft.addEntry(Entry.Kind.ACHIEVEMENT));
		this.field = "entry." + entry.getId() + ".body";
		this.context = Browsers.browser().newContext();
		this.page = this.server.signedIn(this.context, this.user);
		show("achievements");
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void theTwoSumsOfAParagraphStandBelowItWithinASecondOfTheLastKey() {
		long best = IntStream.range(0, TRIES).mapToLong((i) -> {
			if (i > 0) {
				write("");
			}
			assertThat(found()).hasCount(0);
			return typed(PARAGRAPH);
		}).min().orElseThrow();
		assertThat(found().locator("[data-message]"))
			.containsText(new String[] { "合计63项，与62项不符", "合计1642万元，与1242万元不符" });
		assertThat(found().locator("mark")).hasText(new String[] { "62项", "1242万元" });
		assertThat(this.page.locator("[data-finding-count]")).hasText("校核：0 处错误，2 处提示（待说明 2）");
		assertThat(best).as("milliseconds from the last key to both findings").isLessThan(1000);
	}

	@Test
	void aButtonMendsASentenceAndItsFindingGoes() {
		write(PARAGRAPH);
		assertThat(found()).hasCount(2);
		found().first().locator("[data-mend]").click();
		assertThat(found()).hasCount(1);
		found().first().locator("[data-mend]").click();
		assertThat(found()).hasCount(0);
		assertThat(area()).hasValue(MENDED);
		assertThat(this.page.locator("#save-state")).containsText("已保存");
		this.page.reload();
		assertThat(area()).hasValue(MENDED);
		assertThat(found()).hasCount(0);
	}

	@Test
	void textAndTableStandSideBySideAndOnePressTakesEitherBack() {
		show("metrics");
		this.page.fill("[name='metric.IPR01']", "400");
		assertThat(this.page.locator("#save-state")).containsText("已保存 ");
		show("achievements");
		write("全市申请专利380件。");
		Locator choices = found().locator("[data-way], summary");
		assertThat(choices).hasText(new String[] { "正文对：把指标表改成380件", "指标表对：改成“400件”", "指标表对：绑定指标", "另有口径…" });
		// none of them is the first: they look alike
		assertThat(found().locator(".mends .pri")).hasCount(0);
		this.page.evaluate(AxeBuilder.getAxeScript());
		assertThat((List<?>) this.page.evaluate("""
				async () => (await axe.run(".found-in", { preload: false })).violations
				  .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`))""")).isEmpty();
		choices.first().focus();
		this.page.keyboard().press("Enter");
		assertThat(found()).hasCount(0);
		Locator undo = this.page.locator("[data-found-in='%s'] .undo".formatted(this.field));
		assertThat(undo.locator("span")).hasText("指标表“专利申请量”：400件 改为 380件");
		assertThat(undo.locator("button")).isFocused();
		assertThat(this.page.locator("#save-state")).containsText("已保存");
		assertThat(area()).hasValue("全市申请专利380件。");
		this.page.keyboard().press("Enter");
		assertThat(found()).hasCount(1);
		found().locator("[data-mend]").click();
		assertThat(area()).hasValue("全市申请专利400件。");
		assertThat(found()).hasCount(0);
		undo.locator("button").click();
		assertThat(area()).hasValue("全市申请专利380件。");
		assertThat(found()).hasCount(1);
		show("metrics");
		assertThat(this.page.locator("[name='metric.IPR01']")).hasValue("400");
	}

	@Test
	void theOutlineTellsHowManyFiguresOfTheTextsAreNotBound() {
		show("metrics");
		this.page.fill("[name='metric.IPR01']", "400");
		assertThat(this.page.locator("#save-state")).containsText("已保存 ");
		show("achievements");
		Locator unbound = this.page.locator("[data-unbound]");
		assertThat(unbound).isHidden();
		write("全市申请专利400件。");
		assertThat(unbound).hasText("（1 处未绑定）");
		assertThat(unbound).isVisible();
		write("全市申请专利{{专利申请量}}。");
		assertThat(unbound).isHidden();
	}

	@Test
	void theServerShowsTheSameWhenThePageIsOpenedAgainAndTheListLeadsThere() {
		write("先写一段。\n" + PARAGRAPH);
		assertThat(found()).hasCount(2);
		this.page.reload();
		assertThat(found()).hasCount(2);
		assertThat(found().first().locator("[data-mend]")).hasText("分项对：改成“63项”");
		this.page.locator("[data-finding-list] a").nth(1).click();
		assertThat(selected()).isEqualTo("1242万元");
		show("problems");
		this.page.locator("[data-finding-list] a").first().click();
		this.page.waitForURL("**/achievements#finding-*");
		assertThat(selected()).isEqualTo("62项");
	}

	@Test
	void anExplanationIsWrittenWhereTheSentenceStandsAndFollowsIt() {
		write(PARAGRAPH);
		Locator first = found().first();
		assertThat(first.locator("textarea")).isHidden();
		first.locator("summary").click();
		first.locator("textarea").fill("无");
		assertThat(first.locator("[data-error]")).hasText("这还不是说明，请写明原因");
		first.locator("textarea").fill("有一个项目国家和省里都立了项");
		assertThat(first.locator("[data-explained]")).hasText("已说明");
		assertThat(this.page.locator("[data-finding-count]")).hasText("校核：0 处错误，2 处提示（待说明 1）");
		write("前面加一句话。" + PARAGRAPH);
		assertThat(found()).hasCount(2);
		this.page.reload();
		assertThat(found().first().locator("textarea")).hasValue("有一个项目国家和省里都立了项");
		assertThat(found().first().locator("[data-explained]")).hasText("已说明");
		assertThat(found().last().locator("textarea")).isHidden();
	}

	@Test
	void aSentenceMovesToAnotherTextWithItsFindings() {
		write(PARAGRAPH);
		assertThat(found()).hasCount(2);
		this.page.fill("#lead", PARAGRAPH);
		assertThat(this.page.locator("[data-found-in=lead] .finding")).hasCount(2);
		assertThat(found()).hasCount(0);
		this.page.fill("#lead", "");
		assertThat(found()).hasCount(2);
	}

	@Test
	void allSignsOfATextAreMendedWithOneClick() {
		write("加强领导,落实责任,压实任务,抓好落实。");
		assertThat(found()).hasCount(1);
		assertThat(this.page.locator("[data-finding-count]")).hasText("校核：0 处错误，0 处提示，1 条建议");
		found().locator("[data-mend]").click();
		assertThat(area()).hasValue("加强领导，落实责任，压实任务，抓好落实。");
		assertThat(found()).hasCount(0);
	}

	@Test
	void whatIsTypedMeanwhileIsNotWrittenOver() {
		write(PARAGRAPH);
		assertThat(found()).hasCount(2);
		this.context.setOffline(true);
		this.page.evaluate("""
				(name) => {
				  const area = document.querySelector(`[name="${name}"]`);
				  area.value = "换了一句。";
				  area.dispatchEvent(new Event("input", { bubbles: true }));
				  area.closest("article").querySelector("[data-mend]").click();
				}""", this.field);
		assertThat(found().first().locator("[data-instruction]")).hasText("这里的文字刚刚改过，稍等片刻再按。");
		assertThat(area()).hasValue("换了一句。");
	}

	@Test
	void withoutScriptTheButtonsMendAndWhatWasTypedElsewhereIsKept() {
		this.server.bean(Fields.class)
			.save(this.report, person(), List.of(new Saving.Wish(this.field, PARAGRAPH, Saving.version(""))));
		try (BrowserContext plain = Browsers.browser()
			.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
			this.page = this.server.signedIn(plain, this.user);
			show("achievements");
			assertThat(found()).hasCount(2);
			this.page.fill("#lead", "一年来，工作稳中有进。");
			found().first().locator("[data-mend]").click();
			assertThat(this.page.locator(".undo")).containsText("已改正");
			assertThat(found()).hasCount(1);
			assertThat(area()).hasValue(PARAGRAPH.replace("62项", "63项"));
			assertThat(this.page.locator("#lead")).hasValue("一年来，工作稳中有进。");
			this.page.locator(".undo button").click();
			assertThat(area()).hasValue(PARAGRAPH);
			assertThat(found()).hasCount(2);
		}
	}

	/** Milliseconds from the last key to both findings, as the page itself sees them. */
	private long typed(String text) {
		area().focus();
		this.page.evaluate("""
				(name) => {
				  const area = document.querySelector(`[name="${name}"]`);
				  const box = document.querySelector(`[data-found-in="${name}"]`);
				  let last = 0;
				  window.took = new Promise((resolve) => {
				    area.addEventListener("input", () => { last = performance.now(); });
				    new MutationObserver(() => {
				      if (box.querySelectorAll(".finding").length === 2) resolve(performance.now() - last);
				    }).observe(box, { childList: true });
				  });
				}""", this.field);
		int keys = text.length() - 8;
		this.page.keyboard().insertText(text.substring(0, keys));
		for (int i = keys; i < text.length(); i++) {
			this.page.keyboard().insertText(text.substring(i, i + 1));
		}
		return Math.round(((Number) this.page.evaluate("() => window.took")).doubleValue());
	}

	private void show(String part) {
		this.page.navigate(this.server.url("/reports/" + this.report + "/" + part));
	}

	private void write(String text) {
		this.page.waitForResponse((response) -> response.url().endsWith("/fields"), () -> area().fill(text));
		assertThat(this.page.locator("#save-state")).containsText("已保存");
	}

	private Locator area() {
		return this.page.locator("textarea[name='%s']".formatted(this.field));
	}

	private Locator found() {
		return this.page.locator("[data-found-in='%s'] .finding".formatted(this.field));
	}

	private String selected() {
		return (String) this.page.evaluate("""
				() => {
				  const area = document.activeElement;
				  return area.value?.slice(area.selectionStart, area.selectionEnd) ?? String(getSelection());
				}""");
	}

	private Person person() {
		return this.server.bean(Accounts.class).person(this.user).orElseThrow();
	}

}
