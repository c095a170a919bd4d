package org.kebao.filing;

import java.time.LocalDate;
import java.util.Set;

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
import org.kebao.account.Role;
import org.kebao.bureau.Bureaus;
import org.kebao.period.Periods;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * What the rules find shows as one types, in a table nobody has filled in yet.
 */
@BrowserTest
class FindingsTests {

	private static int count;

	private final DemoServer server = DemoServer.spare();

	private BrowserContext context;

	private Page page;

	private long report;

	@BeforeEach
	void open() {
		String code = "JH" + ++count;
		Accounts accounts = this.server.bean(Accounts.class);
		// what is plausible for a city: the sentence is a city's
		Long province = accounts.person("yunling").orElseThrow().bureauId();
		Long bureau = this.server.bean(Bureaus.class)
			.found(code, "校核市科技局" + count, "CITY", province, 95, LocalDate.of(2020, 1, 1), null)
			.getId();
		accounts.create(code.toLowerCase(), "校对", bureau, Set.of(Role.REPORTER), "kebao-demo", false);
		this.server.bean(Periods.class)
			.askNewBureaus(this.server.jdbc()
				.sql("select id from reporting_periods where closed_at is null")
				.query(Long.class)
				.single());
		this.context = Browsers.browser().newContext();
		this.page = this.server.signedIn(this.context, code.toLowerCase());
		this.report = this.server.reportOf(code);
		this.page.navigate(this.server.url("/reports/" + this.report + "/metrics"));
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	/** The first sentence of a real annual report: it is 63, and 1642. */
	@Test
	void theTwoErrorsOfTheFirstSentenceComeAndGoAsTheyAreTyped() {
		assertThat(this.page.locator("[data-finding-count]")).hasText("校核：0 处错误，0 处提示");
		type("PRJ04", "62");
		type("PRJ01", "14");
		type("PRJ02", "49");
		assertThat(this.page.locator("[data-finding='C01-PRJ04.PRJ04'] [data-message]"))
			.hasText("合计 62 项 ≠ 国家级 14 + 省级 49 = 63 项，差 1 项");
		type("PRJ09", "1242");
		type("PRJ06", "755");
		type("PRJ07", "887");
		assertThat(this.page.locator("[data-finding='C01-PRJ09.PRJ09'] [data-message]"))
			.hasText("合计 1242 万元 ≠ 国家级 755 + 省级 887 = 1642 万元，差 400 万元");
		assertThat(this.page.locator(".finding")).hasCount(2);
		assertThat(this.page.locator("[data-finding-list] li")).hasCount(2);
		assertThat(this.page.locator("[data-finding-count]")).hasText("校核：2 处错误，0 处提示");
		assertThat(this.page.locator("[name='metric.PRJ04']")).hasAttribute("aria-describedby",
				"metric.PRJ04-understood metric.PRJ04-error found-PRJ04");

		type("PRJ04", "63");
		type("PRJ09", "1642");
		assertThat(this.page.locator(".finding")).hasCount(0);
		assertThat(this.page.locator("[data-finding-count]")).hasText("校核：0 处错误，0 处提示");
		assertThat(this.page.locator("[name='metric.PRJ04']")).hasAttribute("aria-describedby",
				"metric.PRJ04-understood metric.PRJ04-error");
	}

	@Test
	void theServerShowsTheSameWhenThePageIsOpenedAgain() {
		type("PRJ04", "62");
		type("PRJ01", "14");
		type("PRJ02", "49");
		assertThat(this.page.locator(".finding")).hasCount(1);
		this.page.reload();
		assertThat(this.page.locator("#found-PRJ04 .finding")).hasCount(1);
		assertThat(this.page.locator("[data-finding-count]")).hasText("校核：1 处错误，0 处提示");
	}

	@Test
	void aWarningIsExplainedWhereItStandsAndTheWordsAreKept() {
		type("PRJ09", "1000");
		type("PRJ10", "1500");
		String field = "[name='explanation.C05-PRJ10.PRJ10']";
		this.page.fill(field, "无");
		assertThat(this.page.locator("[data-finding='C05-PRJ10.PRJ10'] [data-error]")).hasText("这还不是说明，请写明原因");
		this.page.fill(field, "上年立项的项目，资金今年到位");
		assertThat(this.page.locator("[data-finding='C05-PRJ10.PRJ10'] [data-explained]")).hasText("已说明");
		assertThat(this.page.locator("#save-state")).containsText("已保存");
		this.page.reload();
		assertThat(this.page.locator(field)).hasValue("上年立项的项目，资金今年到位");
		assertThat(this.page.locator("[data-finding-count]")).hasText("校核：0 处错误，1 处提示");
	}

	@Test
	void whatOneIsWritingStaysUnderOnesHandsWhileFiguresChange() {
		type("PRJ09", "1000");
		type("PRJ10", "1500");
		String field = "[name='explanation.C05-PRJ10.PRJ10']";
		this.page.fill(field, "上年立项的项目，资金今年到位");
		assertThat(this.page.locator("[data-finding='C05-PRJ10.PRJ10'] [data-explained]")).hasText("已说明");
		type("PRJ10", "1600");
		assertThat(this.page.locator("[data-finding='C05-PRJ10.PRJ10'] [data-message]")).containsText("1600 万元");
		assertThat(this.page.locator("[data-finding='C05-PRJ10.PRJ10'] [data-explained]")).hasText("数字已变，请核对说明");
		assertThat(this.page.locator(field)).hasValue("上年立项的项目，资金今年到位");
	}

	@Test
	void oldWordsComeBackWithOnePressAndNotByThemselves() {
		type("PRJ09", "1000");
		type("PRJ10", "1500");
		String field = "[name='explanation.C05-PRJ10.PRJ10']";
		this.page.fill(field, "上年立项的项目，资金今年到位");
		Locator finding = this.page.locator("[data-finding='C05-PRJ10.PRJ10']");
		assertThat(finding.locator("[data-explained]")).hasText("已说明");
		assertThat(finding.locator("[data-fallen]")).isHidden();
		type("PRJ10", "7680");
		assertThat(finding.locator("[data-since]")).containsText("写于 1500万元，现为 7680万元");
		assertThat(this.page.locator("[data-finding-count]")).hasText("校核：0 处错误，1 处提示（待说明 1）");
		this.page.reload();
		assertThat(finding.locator("[data-since]")).containsText("写于 1500万元，现为 7680万元");
		assertThat(this.page.locator(field)).hasValue("上年立项的项目，资金今年到位");
		finding.locator("[data-holds]").focus();
		this.page.keyboard().press("Enter");
		assertThat(finding.locator("[data-explained]")).hasText("已说明");
		assertThat(finding.locator("[data-fallen]")).isHidden();
		assertThat(this.page.locator(field)).isFocused();
		assertThat(this.page.locator("[data-finding-count]")).hasText("校核：0 处错误，1 处提示");
		type("PRJ10", "1500");
		assertThat(finding.locator("[data-explained]")).hasText("已说明");
	}

	@Test
	void aPressThatCameTooLateHoldsNothingAndSaysSo() {
		type("PRJ09", "1000");
		type("PRJ10", "1500");
		this.page.fill("[name='explanation.C05-PRJ10.PRJ10']", "上年立项的项目，资金今年到位");
		Locator finding = this.page.locator("[data-finding='C05-PRJ10.PRJ10']");
		assertThat(finding.locator("[data-explained]")).hasText("已说明");
		type("PRJ10", "1600");
		// another changes the figure before the press
		this.server.jdbc()
			.sql("update metric_values set amount = 1700 where amount = 1600 and report_id = ?")
			.param(this.report)
			.update();
		finding.locator("[data-holds]").click();
		assertThat(finding.locator("[data-since]")).containsText("刚才按的时候又变了，没有记下");
		assertThat(finding.locator("[data-since]")).containsText("现为 1700万元");
		assertThat(this.page.locator("#save-state")).containsText("已保存");
		finding.locator("[data-holds]").click();
		assertThat(finding.locator("[data-explained]")).hasText("已说明");
	}

	/** Both are saved at once: the words were written for the figure before. */
	@Test
	void wordsAreForTheFigureTheyWereTypedUnder() {
		type("PRJ09", "1000");
		type("PRJ10", "1500");
		this.page.fill("[name='explanation.C05-PRJ10.PRJ10']", "上年立项的项目，资金今年到位");
		this.page.fill("[name='metric.PRJ10']", "1600");
		assertThat(this.page.locator("[data-finding='C05-PRJ10.PRJ10'] [data-message]")).containsText("1600 万元");
		assertThat(this.page.locator("[data-finding='C05-PRJ10.PRJ10'] [data-explained]")).hasText("数字已变，请核对说明");
	}

	/** Both are saved at once: the words were written for the new figure. */
	@Test
	void wordsTypedAnewAreForTheFigureOfThen() {
		type("PRJ09", "1000");
		type("PRJ10", "1500");
		String field = "[name='explanation.C05-PRJ10.PRJ10']";
		this.page.fill(field, "上年立项的项目");
		this.page.fill("[name='metric.PRJ10']", "1600");
		this.page.fill(field, "上年立项的项目，资金今年到位");
		assertThat(this.page.locator("[data-finding='C05-PRJ10.PRJ10'] [data-message]")).containsText("1600 万元");
		assertThat(this.page.locator("[data-finding='C05-PRJ10.PRJ10'] [data-explained]")).hasText("已说明");
	}

	private void type(String code, String figure) {
		this.page.waitForResponse((response) -> response.url().endsWith("/fields"),
				() -> this.page.fill("[name='metric.%s']".formatted(code), figure));
		assertThat(this.page.locator("#save-state")).containsText("已保存");
	}

}
