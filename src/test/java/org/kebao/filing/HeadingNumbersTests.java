package org.kebao.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.kebao.script.Mark;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A number typed before a heading comes off as one leaves it, with a word and a way back.
 */
@BrowserTest
class HeadingNumbersTests {

	private static int count;

	private final DemoServer server = DemoServer.spare();

	private final List<String> complaints = new ArrayList<>();

	private BrowserContext context;

	private Page page;

	private long report;

	@BeforeEach
	void open() {
		String bureau = "XH" + ++count;
		Accounts accounts = this.server.bean(Accounts.class);
		Long city = accounts.person("supervisor").orElseThrow().bureauId();
		Long id = this.server.bean(Bureaus.class)
			.found(bureau, "序号县科技局" + count, "COUNTY", city, 99, LocalDate.of(2020, 1, 1), null)
			.getId();
		accounts.create(bureau.toLowerCase(), "编号者", id, Set.of(Role.REPORTER), "kebao-demo", false);
		this.server.bean(Periods.class)
			.askNewBureaus(this.server.jdbc()
				.sql("select id from reporting_periods where closed_at is null")
				.query(Long.class)
				.single());
		this.report = this.server.reportOf(bureau);
		this.context = Browsers.browser().newContext();
		this.page = this.server.signedIn(this.context, bureau.toLowerCase());
		this.page.onPageError(this.complaints::add);
		this.page.navigate(this.server.url("/reports/" + this.report + "/problems"));
		this.page.click("button:has-text('新增一项问题')");
		this.page.waitForURL("**#entry-*");
	}

	@AfterEach
	void close() {
		this.context.close();
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void theNumberComesOffAsTheFieldIsLeft() {
		heading().focus();
		heading().pressSequentially("（一）创新氛围不浓");
		assertThat(state()).containsText("已保存");
		assertThat(heading()).hasValue("（一）创新氛围不浓");
		this.page.keyboard().press("Tab");
		assertThat(heading()).hasValue("创新氛围不浓");
		assertThat(note()).containsText("已去掉“（一）”");
		assertThat(state()).containsText("已保存");
		assertThat(saved()).isEqualTo("创新氛围不浓");
	}

	@Test
	void whoMeansItAsWordsPutsItBackAndItStaysAndIsPrinted() {
		heading().fill("（一）创新氛围不浓");
		this.page.keyboard().press("Tab");
		assertThat(heading()).hasValue("创新氛围不浓");
		note().locator("button").click();
		assertThat(heading()).isFocused();
		assertThat(heading()).hasValue("（一）" + Mark.KEPT + "创新氛围不浓");
		this.page.keyboard().press("Tab");
		this.page.waitForCondition(() -> saved().startsWith("（一）"));
		this.page.reload();
		heading().focus();
		this.page.keyboard().press("Tab");
		// what is saved next is saved behind whatever leaving the heading would have sent
		this.page.fill(".entry textarea.body", "接着写的正文");
		this.page.waitForCondition(() -> saved("body").equals("接着写的正文"));
		assertThat(state()).containsText("已保存");
		assertThat(heading()).hasValue("（一）" + Mark.KEPT + "创新氛围不浓");
		assertThat(printed()).contains("（一）创新氛围不浓").doesNotContain(String.valueOf(Mark.KEPT));
	}

	@Test
	void aNumeralThatBelongsToTheWordsIsLeftAlone() {
		for (String words : List.of("3.5万人大培训", "一是一，二是二", "5G应用", "三、四季度安排")) {
			heading().fill(words);
			this.page.keyboard().press("Tab");
			this.page.waitForCondition(() -> saved().equals(words));
			assertThat(state()).containsText("已保存");
			assertThat(heading()).hasValue(words);
			assertThat(note()).isHidden();
		}
	}

	@Test
	void whatWasKeptWithItsNumberFromBeforeIsPrintedWithoutItAndTakenOffWhenItIsVisited() {
		this.server.jdbc()
			.sql("update entries set heading = '三、人才短缺' where report_id = :report")
			.param("report", this.report)
			.update();
		this.page.reload();
		assertThat(printed()).contains("人才短缺").doesNotContain("三、人才短缺");
		assertThat(heading()).hasValue("三、人才短缺");
		heading().focus();
		this.page.keyboard().press("Tab");
		assertThat(heading()).hasValue("人才短缺");
		assertThat(note()).containsText("已去掉“三、”");
	}

	private Locator heading() {
		return this.page.locator(".entry .heading");
	}

	private Locator note() {
		return this.page.locator(".entry .numbered").first();
	}

	private Locator state() {
		return this.page.locator("#save-state");
	}

	private String saved() {
		return saved("heading");
	}

	private String saved(String column) {
		return this.server.jdbc()
			.sql("select " + column + " from entries where report_id = :report")
			.param("report", this.report)
			.query(String.class)
			.single();
	}

	private String printed() {
		return this.page.context()
			.request()
			.get(this.server.url("/reports/" + this.report + "/summary.html"))
			.text()
			.replaceAll("<[^>]*>", "");
	}

}
