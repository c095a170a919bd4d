package org.kebao;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is pressed after the session has ended leads to signing in where one is, and
 * then is done, once, with what was typed. A button that is pressed twice does its work
 * once.
 */
@BrowserTest
class EndedSessionTests {

	private final DemoServer server = DemoServer.spare();

	private final List<BrowserContext> contexts = new ArrayList<>();

	@AfterEach
	void close() {
		this.contexts.forEach(BrowserContext::close);
		this.server.jdbc().sql("delete from remarks where review_id is null and words like '%的意见'").update();
	}

	@Test
	void aRemarkIsKeptOnceAfterSigningInWhereOneIs() {
		Page page = open("supervisor", review());
		page.locator("#report details.add > summary").click();
		page.fill("#words-remark-report", "登录到期时写的意见");
		endSessions();
		page.locator("#report details.add form button[type=submit]").click();
		signInAgain(page);
		assertThat(page.locator(".flash")).containsText("意见已记下");
		assertThat(page.locator("#report .notes")).containsText("登录到期时写的意见");
		assertThat(page).hasURL(Pattern.compile(".*/review#.*"));
		assertThat(count("select count(*) from remarks where words = '登录到期时写的意见'")).isEqualTo(1);
		assertThat(page.locator("#words-remark-report")).hasValue("");
	}

	@Test
	void anAdministratorsFormIsSaved() {
		long id = bureau("QZ");
		Page page = open("admin", "/admin/bureaus/" + id);
		page.fill("#position", "77");
		endSessions();
		page.locator("main form button[type=submit]").first().click();
		signInAgain(page);
		assertThat(page.locator(".flash")).containsText("已保存机构");
		assertThat(count("select position from bureaus where id = " + id)).isEqualTo(77);
	}

	@Test
	void aFileIsUploaded() {
		Page page = open("reporter", "/reports/" + report() + "/intake");
		page.setInputFiles("input[type=file]",
				new FilePayload("表.xlsx", "application/octet-stream", "x".getBytes(StandardCharsets.UTF_8)));
		endSessions();
		page.locator("main form button[type=submit]").first().click();
		signInAgain(page);
		assertThat(page.locator("main .error")).not().containsText("请先选择");
		assertThat(page.locator("main .error")).isVisible();
	}

	@Test
	void anEntryIsAddedMovedAndDeleted() {
		Page page = open("reporter", "/reports/" + report() + "/suggestions");
		int before = page.locator("[data-sortable] > [data-id]").count();
		endSessions();
		page.locator("button[formaction*='/entries?']").click();
		signInAgain(page);
		assertThat(page.locator("[data-sortable] > [data-id]")).hasCount(before + 1);
		// what is pressed before the scripts are there goes the way of those who have
		// none
		page.waitForLoadState();
		Locator added = page.locator("[data-sortable] > [data-id]").last();
		String id = added.getAttribute("data-id");
		if (before > 0) {
			endSessions();
			added.locator("[data-move='-1']").click();
			signInAgain(page);
			String above = page.locator("[data-sortable] > [data-id]").nth(before).getAttribute("data-id");
			String kept = "select count(*) from entries one, entries other where one.id = %s and other.id = %s and one.position < other.position";
			page.waitForCondition(() -> count(kept.formatted(id, above)) == 1);
		}
		endSessions();
		page.locator("[data-id='%s'] button[formaction$=deletion]".formatted(id)).click();
		signInAgain(page);
		assertThat(page.locator("[data-sortable] > [data-id]")).hasCount(before);
		page.waitForLoadState();
		endSessions();
		page.locator(".undo button").click();
		signInAgain(page);
		assertThat(page.locator("[data-id='%s']".formatted(id))).isVisible();
		page.locator("[data-id='%s'] button[formaction$=deletion]".formatted(id)).click();
		assertThat(page.locator("[data-id='%s']".formatted(id))).hasCount(0);
	}

	@Test
	void thePreviewOfATemplateComes() {
		Page page = open("admin", "/admin/templates/1");
		Locator paper = page.frameLocator("[data-template-preview] iframe").locator(".paper");
		assertThat(paper).isVisible();
		endSessions();
		page.locator("#text").press("Control+End");
		page.locator("#text").pressSequentially("\n# 登录到期以后的标题");
		signInAgain(page);
		assertThat(paper).containsText("登录到期以后的标题");
	}

	@Test
	void aTokenOfAnotherTabIsTakenUpWithoutAWord() {
		BrowserContext context = context();
		Page page = open(context, "admin", "/admin/bureaus/" + bureau("LX"));
		endSessions();
		this.server.signedIn(context, "admin");
		page.fill("#position", "78");
		page.locator("main form button[type=submit]").first().click();
		assertThat(page.locator(".flash")).containsText("已保存机构");
		assertThat(page.locator("#sign-in-dialog")).isHidden();
	}

	@Test
	void whatOneTypedIsNobodyElses() {
		BrowserContext context = context();
		Page page = open(context, "supervisor", review());
		page.locator("#report details.add > summary").click();
		page.fill("#words-remark-report", "只属于审核员的意见");
		endSessions();
		this.server.signedIn(context, "reporter");
		page.locator("#report details.add form button[type=submit]").click();
		assertThat(page.locator("#sign-in-dialog [data-sign-in-error]")).containsText("现在登录的是 reporter");
		assertThat(count("select count(*) from remarks where words = '只属于审核员的意见'")).isZero();
		page.fill("#sign-in-dialog [name=password]", "kebao-demo");
		page.click("#sign-in-dialog button[type=submit]");
		assertThat(page.locator(".flash")).containsText("意见已记下");
		assertThat(count("select count(*) from remarks where words = '只属于审核员的意见'")).isEqualTo(1);
	}

	@Test
	void aButtonPressedTwiceSendsOnce() {
		Page page = open("supervisor", review());
		List<Route> asked = new ArrayList<>();
		List<String> sent = new ArrayList<>();
		page.route("**/session", asked::add);
		page.route("**/review/remarks", (route) -> {
			sent.add(route.request().postData());
			route.resume();
		});
		page.locator("#report details.add > summary").click();
		page.fill("#words-remark-report", "按了两次的意见");
		page.locator("#report details.add form button[type=submit]").dblclick();
		page.waitForCondition(() -> !asked.isEmpty());
		// what was pressed twice has been heard twice when the next picture is drawn
		page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
		assertThat(asked).hasSize(1);
		asked.forEach(Route::resume);
		assertThat(page.locator(".flash")).containsText("意见已记下");
		assertThat(sent).hasSize(1);
		assertThat(count("select count(*) from remarks where words = '按了两次的意见'")).isEqualTo(1);
	}

	@Test
	void whatWasDoneThoughItsAnswerNeverCameIsNotDoneAgainFromThePageBefore() {
		Page page = open("supervisor", review());
		page.locator("#report details.add > summary").click();
		page.fill("#words-remark-report", "答复丢失的意见");
		page.route("**/review/remarks", (route) -> {
			route.fetch();
			route.abort();
		});
		page.locator("#report details.add form button[type=submit]").click();
		page.waitForCondition(() -> page.url().startsWith("chrome-error:"));
		assertThat(count("select count(*) from remarks where words = '答复丢失的意见'")).isEqualTo(1);
		page.unroute("**/review/remarks");
		page.goBack();
		page.waitForLoadState();
		Locator words = page.locator("#words-remark-report");
		if (!words.isVisible()) {
			page.locator("#report details.add > summary").click();
		}
		words.fill("答复丢失的意见");
		page.locator("#report details.add form button[type=submit]").click();
		assertThat(page.locator(".flash")).containsText("意见已记下");
		assertThat(count("select count(*) from remarks where words = '答复丢失的意见'")).isEqualTo(1);
	}

	@Test
	void withoutTheServerItIsSaidAndThePageStays() {
		BrowserContext context = context();
		Page page = open(context, "supervisor", review());
		page.locator("#report details.add > summary").click();
		page.fill("#words-remark-report", "断网时写的意见");
		context.setOffline(true);
		page.locator("#report details.add form button[type=submit]").click();
		assertThat(page.locator("#report [data-not-sent]")).containsText("没有发出");
		assertThat(page.locator("#words-remark-report")).hasValue("断网时写的意见");
		context.setOffline(false);
		page.locator("#report details.add form button[type=submit]").click();
		assertThat(page.locator(".flash")).containsText("意见已记下");
	}

	@Test
	void withoutScriptThePageCarriesWhatWasTyped() {
		BrowserContext context = Browsers.browser().newContext(new NewContextOptions().setJavaScriptEnabled(false));
		this.contexts.add(context);
		Page page = open(context, "supervisor", review());
		page.locator("#report details.add > summary").click();
		page.fill("#words-remark-report", "没有脚本时写的意见");
		endSessions();
		page.locator("#report details.add form button[type=submit]").click();
		assertThat(page.locator("h1")).hasText("刚才的操作没有执行");
		this.server.signedIn(context, "supervisor");
		page.click("main button");
		assertThat(page.locator("main .lede")).containsText("接着办");
		page.click("main button");
		assertThat(page.locator(".flash")).containsText("意见已记下");
		assertThat(count("select count(*) from remarks where words = '没有脚本时写的意见'")).isEqualTo(1);
	}

	@Test
	void withoutScriptWhatOneTypedIsNobodyElses() {
		BrowserContext context = Browsers.browser().newContext(new NewContextOptions().setJavaScriptEnabled(false));
		this.contexts.add(context);
		Page page = open(context, "supervisor", review());
		page.locator("#report details.add > summary").click();
		page.fill("#words-remark-report", "别人看不到的意见");
		endSessions();
		this.server.signedIn(context, "admin");
		page.locator("#report details.add form button[type=submit]").click();
		assertThat(page.locator("main .lede")).containsText("账号“supervisor”");
		assertThat(page.locator("main form")).hasCount(0);
		assertThat(page.content()).doesNotContain("别人看不到的意见");
	}

	private void signInAgain(Page page) {
		page.fill("#sign-in-dialog [name=password]", "kebao-demo");
		page.click("#sign-in-dialog button[type=submit]");
		assertThat(page.locator("#sign-in-dialog")).isHidden();
	}

	private BrowserContext context() {
		BrowserContext context = Browsers.browser().newContext();
		this.contexts.add(context);
		return context;
	}

	private Page open(String username, String path) {
		return open(context(), username, path);
	}

	private Page open(BrowserContext context, String username, String path) {
		Page page = this.server.signedIn(context, username);
		page.navigate(this.server.url(path));
		return page;
	}

	private String review() {
		return "/reports/" + this.server.reportOf("ND") + "/review";
	}

	private long report() {
		return this.server.reportOf("WC");
	}

	private long bureau(String code) {
		return count("select id from bureaus where code = '" + code + "'");
	}

	private long count(String sql) {
		return this.server.jdbc().sql(sql).query(Long.class).single();
	}

	private void endSessions() {
		this.server.jdbc().sql("delete from spring_session").update();
	}

}
