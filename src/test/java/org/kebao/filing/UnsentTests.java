package org.kebao.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
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
import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.account.Role;
import org.kebao.bureau.Bureaus;
import org.kebao.period.Periods;
import org.kebao.report.Entry;
import org.kebao.report.Reports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is typed and not in the report stands in one list, on every page of the report,
 * and nothing is submitted without it.
 */
@BrowserTest
class UnsentTests {

	private static int count;

	private final DemoServer server = DemoServer.spare();

	private BrowserContext context;

	private Person writer;

	private long report;

	@BeforeEach
	void found() {
		String code = "WS" + ++count;
		Accounts accounts = this.server.bean(Accounts.class);
		Long city = accounts.person("supervisor").orElseThrow().bureauId();
		Long bureau = this.server.bean(Bureaus.class)
			.found(code, "未存县科技局" + count, "COUNTY", city, 98, LocalDate.of(2020, 1, 1), null)
			.getId();
		accounts.create(code.toLowerCase(), "写者", bureau, Set.of(Role.REPORTER), "kebao-demo", false);
		this.server.bean(Periods.class)
			.askNewBureaus(this.server.jdbc()
				.sql("select id from reporting_periods where closed_at is null")
				.query(Long.class)
				.single());
		this.writer = accounts.person(code.toLowerCase()).orElseThrow();
		this.report = this.server.reportOf(code);
		this.context = Browsers.browser()
			.newContext(new Browser.NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
		this.server.signedIn(this.context, code.toLowerCase()).close();
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void nothingIsSubmittedWhileACellIsRefused() {
		Page page = open("metrics");
		page.fill("[name='metric.IPR01']", "一百件左右");
		assertThat(page.locator("[id='metric.IPR01-error']")).isVisible();
		assertThat(lines(page)).hasCount(1);
		page.click("a:has-text('报送…')");
		page.waitForURL("**/submission");
		assertThat(lines(page)).containsText("一百件左右");
		assertThat(lines(page)).containsText("专利申请量");
		Locator submit = page.locator("[data-submission] button[type=submit]");
		assertThat(submit).hasAttribute("aria-disabled", "true");
		assertThat(page.locator("[data-submission-waits]")).isVisible();
		submit.evaluate("(button) => { button.disabled = false; button.form.requestSubmit(button); }");
		assertThat(page.locator("[data-unsent]")).isFocused();
		assertThat(page).hasURL(Pattern.compile(".*/submission"));
		lines(page).locator("[data-place]").click();
		page.waitForURL("**/metrics#metric.IPR01");
		assertThat(page.locator("[name='metric.IPR01']")).isFocused();
		assertThat(page.locator("[name='metric.IPR01']")).hasValue("一百件左右");
		page.fill("[name='metric.IPR01']", "100");
		assertThat(lines(page)).hasCount(0);
		page.click("a:has-text('报送…')");
		page.waitForURL("**/submission");
		assertThat(page.locator("[data-submission-waits]")).isHidden();
		assertThat(submit).not().hasAttribute("aria-disabled", "true");
	}

	@Test
	void aConflictWaitsForItsDecisionAndIsSeenFromEveryPart() {
		Page page = open("plan");
		Page other = open("plan");
		other.fill("#idea", "另一页写的");
		assertThat(state(other)).containsText("已保存");
		page.fill("#idea", "这一页写的");
		assertThat(page.locator(".conflict")).isVisible();
		other.close();
		page.click("[data-part=metrics]");
		page.waitForURL("**/metrics");
		assertThat(lines(page)).containsText("您在另一个页面");
		assertThat(lines(page)).containsText("这一页写的");
		lines(page).locator("[data-place]").click();
		page.waitForURL("**/plan#idea");
		assertThat(page.locator(".conflict")).containsText("另一页写的");
		page.locator("[data-take=mine]").click();
		assertThat(lines(page)).hasCount(0);
		assertThat(state(page)).containsText("已保存");
	}

	@Test
	void whatWasTypedForADeletedEntryComesBackWithTheEntry() {
		Entry entry = reports().write(this.report, this.writer, Right.WORDS,
				(draft) -> draft.addEntry(Entry.Kind.CASE));
		String body = "entry.%d.body".formatted(entry.getId());
		Page page = open("cases");
		reports().write(this.report, this.writer, Right.WORDS, (draft) -> draft.deleteEntry(entry.getId(), true));
		page.fill("[name='" + body + "']", "写给删掉的一项");
		assertThat(lines(page)).containsText("栏目已不在");
		assertThat(lines(page)).containsText("写给删掉的一项");
		page.reload();
		assertThat(page.locator("[name='" + body + "']")).hasCount(0);
		assertThat(lines(page)).containsText("写给删掉的一项");
		assertThat(state(page)).containsText("未保存：1 处");
		lines(page).locator("[data-do=copy]").click();
		assertThat(lines(page).locator("[data-do=copy]")).hasText("已复制");
		assertThat((String) page.evaluate("navigator.clipboard.readText()")).isEqualTo("写给删掉的一项");
		lines(page).locator("[data-do=restore]").click();
		assertThat(page.locator("[name='" + body + "']")).hasValue("写给删掉的一项");
		assertThat(state(page)).containsText("已保存");
		assertThat(lines(page)).hasCount(0);
		assertThat(reports().own(this.report, this.writer).entry(entry.getId()).orElseThrow().getBody())
			.isEqualTo("写给删掉的一项");
	}

	@Test
	void whatCannotBePutBackGoesOnlyByAYes() {
		Page page = open("metrics");
		page.fill("[name='metric.IPR01']", "旧名目的数");
		assertThat(lines(page)).hasCount(1);
		List<String> asked = new ArrayList<>();
		page.onceDialog((dialog) -> {
			asked.add(dialog.message());
			dialog.dismiss();
		});
		lines(page).locator("[data-do=drop]").click();
		assertThat(asked).singleElement().asString().contains("旧名目的数");
		assertThat(lines(page)).hasCount(1);
		page.onceDialog(Dialog::accept);
		lines(page).locator("[data-do=drop]").click();
		assertThat(lines(page)).hasCount(0);
		assertThat(page.locator("[name='metric.IPR01']")).hasValue("");
		assertThat(page.locator("[id='metric.IPR01-error']")).isHidden();
		page.reload();
		assertThat(lines(page)).hasCount(0);
	}

	@Test
	void nothingIsSubmittedWhileAnotherPageOfThisBrowserHoldsSomething() {
		Page other = open("plan");
		other.route("**/fields", Route::abort);
		other.fill("#idea", "另一页还没存上");
		assertThat(state(other)).containsText("连不上服务器");
		assertThat(lines(other)).containsText("另一页还没存上");
		Page page = open("submission");
		assertThat(page.locator("[data-submission] button[type=submit]")).hasAttribute("aria-disabled", "true");
		assertThat(lines(page)).containsText("另一页还没存上");
		assertThat(lines(page)).containsText("另一个页面");
		other.unroute("**/fields");
		assertThat(state(other)).containsText("已保存");
		assertThat(page.locator("[data-submission-waits]")).isHidden();
	}

	@Test
	void theSubmissionPageSendsWhatWasLeftAndShowsWhatItCameTo() {
		Page other = open("plan");
		other.route("**/fields", Route::abort);
		other.fill("#idea", "离线写的思路");
		assertThat(state(other)).containsText("连不上服务器");
		other.close();
		Page page = open("submission");
		page.waitForCondition(() -> reports().own(this.report, this.writer).getIdea().equals("离线写的思路"));
		assertThat(page.locator(".gaps")).not().containsText("总体思路还没有写");
		assertThat(lines(page)).hasCount(0);
	}

	private Reports reports() {
		return this.server.bean(Reports.class);
	}

	private Page open(String part) {
		Page page = this.context.newPage();
		page.navigate(this.server.url("/reports/" + this.report + "/" + part));
		return page;
	}

	private static Locator state(Page page) {
		return page.locator("#save-state");
	}

	private static Locator lines(Page page) {
		return page.locator("[data-unsent-list] li");
	}

}
