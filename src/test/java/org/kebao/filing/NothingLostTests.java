package org.kebao.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kebao.Browsers;
import org.kebao.DemoServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing typed is ever lost: not with the session, not with the network, not with the
 * server, not to another's hand.
 */
class NothingLostTests {

	private static final LocatorAssertions.ContainsTextOptions PATIENTLY = new LocatorAssertions.ContainsTextOptions()
		.setTimeout(40_000);

	private final DemoServer server = DemoServer.shared();

	private final List<BrowserContext> contexts = new ArrayList<>();

	private long report;

	@BeforeEach
	void find() {
		this.report = this.server.reportOf("WC");
	}

	@AfterEach
	void close() {
		this.contexts.forEach(BrowserContext::close);
	}

	@Test
	void savesWhatIsTypedHalfASecondAfterTypingStops() {
		Page page = open("/achievements");
		page.locator("#lead").press("Control+End");
		page.locator("#lead").pressSequentially("，再添一笔");
		assertThat(state(page)).containsText("已保存");
		assertThat(saved("lead")).endsWith("，再添一笔");
		page.reload();
		assertThat(page.locator("#lead").inputValue()).endsWith("，再添一笔");
	}

	@Test
	void savesWhatWasTypedWhileThePageWasStillLoading() {
		BrowserContext context = context();
		Page page = this.server.signedIn(context, "reporter");
		page.route("**/js/filing.js", (route) -> {
			page.fill("#idea", "脚本还没到就写下的");
			route.resume();
		});
		page.navigate(this.server.url("/reports/" + this.report + "/plan"));
		assertThat(page.locator("#idea")).hasValue("脚本还没到就写下的");
		page.waitForCondition(() -> saved("idea").equals("脚本还没到就写下的"));
	}

	@Test
	void savesCannotOvertakeEachOther() {
		Page page = open("/plan");
		List<String> sent = new ArrayList<>();
		page.route("**/fields", (route) -> {
			sent.add(route.request().postData());
			if (sent.size() == 1) {
				page.waitForTimeout(1500);
			}
			route.resume();
		});
		page.fill("#idea", "先写的");
		page.waitForTimeout(900);
		page.fill("#idea", "后写的，要留下的");
		assertThat(state(page)).hasText(Pattern.compile("已保存.*"));
		page.waitForTimeout(1500);
		assertThat(saved("idea")).isEqualTo("后写的，要留下的");
		assertThat(sent).hasSizeGreaterThanOrEqualTo(2);
	}

	@Test
	void keepsTheTextWhileTheServerIsGoneAndSendsItByItself() {
		Page page = open("/plan");
		this.server.stop();
		try {
			page.fill("#idea", "服务器停着的时候写下的");
			assertThat(state(page)).containsText("未保存");
			assertThat(state(page)).containsText("连不上服务器");
		}
		finally {
			this.server.start();
		}
		assertThat(state(page)).containsText("已保存", PATIENTLY);
		assertThat(saved("idea")).isEqualTo("服务器停着的时候写下的");
	}

	@Test
	void bringsTheTextBackWhenThePageWasClosedWhileTheNetworkWasGone() {
		BrowserContext context = context();
		Page page = open(context, "/plan");
		context.setOffline(true);
		page.fill("#idea", "断网时写下又关了页面");
		assertThat(state(page)).containsText("未保存");
		page.waitForClose(() -> page.close(new Page.CloseOptions().setRunBeforeUnload(true)));
		context.setOffline(false);
		Page again = context.newPage();
		again.navigate(this.server.url("/reports/" + this.report + "/plan"));
		assertThat(again.locator("#idea")).hasValue("断网时写下又关了页面");
		assertThat(state(again)).containsText("已保存", PATIENTLY);
		assertThat(saved("idea")).isEqualTo("断网时写下又关了页面");
	}

	@Test
	void signsInInPlaceWhenTheSessionHasEnded() {
		Page page = open("/plan");
		endSessions();
		page.fill("#idea", "登录到期后写下的");
		Locator dialog = page.locator("#sign-in-dialog");
		assertThat(dialog).isVisible();
		assertThat(dialog.locator("[name=username]")).hasValue("reporter");
		dialog.locator("[name=password]").fill("wrong");
		dialog.locator("button[type=submit]").click();
		assertThat(dialog.locator("[data-sign-in-error]")).containsText("账号或密码不正确");
		dialog.locator("[name=password]").fill("kebao-demo");
		dialog.locator("button[type=submit]").click();
		assertThat(dialog).isHidden();
		assertThat(state(page)).containsText("已保存");
		assertThat(saved("idea")).isEqualTo("登录到期后写下的");
		assertThat(page.locator("#idea")).hasValue("登录到期后写下的");
	}

	@Test
	void doesNotHandTheTextToAnotherAccount() {
		Page page = open("/plan");
		String before = saved("idea");
		endSessions();
		page.fill("#idea", "只属于周文的文字");
		Locator dialog = page.locator("#sign-in-dialog");
		assertThat(dialog).isVisible();
		dialog.locator("[name=username]").fill("reporter2");
		dialog.locator("[name=password]").fill("kebao-demo");
		dialog.locator("button[type=submit]").click();
		assertThat(dialog.locator("[data-sign-in-error]")).containsText("现在登录的是 reporter2");
		assertThat(saved("idea")).isEqualTo(before);
		dialog.locator("[name=password]").fill("kebao-demo");
		dialog.locator("button[type=submit]").click();
		assertThat(state(page)).containsText("已保存");
		assertThat(saved("idea")).isEqualTo("只属于周文的文字");
	}

	@Test
	void showsBothTextsWhenTwoPeopleWroteInOneField() {
		Page one = open("/plan");
		Page other = open("/plan");
		one.fill("#idea", "甲写的思路");
		assertThat(state(one)).containsText("已保存");
		other.fill("#idea", "乙写的思路");
		Locator conflict = other.locator(".conflict");
		assertThat(conflict).containsText("甲写的思路");
		assertThat(conflict).containsText("乙写的思路");
		assertThat(conflict).containsText("周文");
		assertThat(saved("idea")).isEqualTo("甲写的思路");
		conflict.locator("[data-take=mine]").click();
		assertThat(state(other)).containsText("已保存");
		assertThat(saved("idea")).isEqualTo("乙写的思路");
		one.fill("#idea", "甲又改了");
		one.locator("[data-take=theirs]").click();
		assertThat(one.locator("#idea")).hasValue("乙写的思路");
		assertThat(state(one)).containsText("已保存");
		assertThat(saved("idea")).isEqualTo("乙写的思路");
	}

	@Test
	void tellsTwoTabsOfOneBrowserApart() {
		BrowserContext context = context();
		Page one = open(context, "/plan");
		Page other = context.newPage();
		other.navigate(one.url());
		one.fill("#idea", "第一个标签页");
		assertThat(state(one)).containsText("已保存");
		other.fill("#idea", "第二个标签页");
		assertThat(other.locator(".conflict")).containsText("第一个标签页");
		assertThat(other.locator(".conflict")).containsText("第二个标签页");
		assertThat(saved("idea")).isEqualTo("第一个标签页");
	}

	@Test
	void twoPeopleInDifferentFieldsDoNotDisturbEachOther() {
		Page one = open("/metrics");
		Page other = open("/metrics");
		one.fill("[name='metric.IND05']", "3");
		assertThat(state(one)).containsText("已保存");
		other.fill("[name='metric.IND06']", "1.5");
		assertThat(state(other)).containsText("已保存");
		assertThat(other.locator(".conflict")).hasCount(0);
	}

	@Test
	void refusesWhatIsNoNumberBesideItsCellAndKeepsTheRest() {
		Page page = open("/metrics");
		page.fill("[name='metric.AGR07']", "一百");
		page.fill("[name='metric.COP03']", "12");
		assertThat(page.locator("[id='metric.AGR07-error']")).containsText("请填数字");
		assertThat(page.locator("[name='metric.AGR07']")).hasAttribute("aria-invalid", "true");
		assertThat(page.locator("[name='metric.AGR07']")).hasValue("一百");
		assertThat(figure("COP03")).isEqualTo("12");
		page.fill("[name='metric.AGR07']", "100");
		assertThat(state(page)).containsText("已保存");
		assertThat(page.locator("[id='metric.AGR07-error']")).isHidden();
		assertThat(figure("AGR07")).isEqualTo("100");
	}

	@Test
	void walksFromCellToCellWithTheArrows() {
		Page page = open("/metrics");
		Locator first = page.locator("[name='metric.IPR01']");
		first.focus();
		first.press("ArrowDown");
		assertThat(page.locator("[name='metric.IPR02']")).isFocused();
		page.keyboard().press("ArrowUp");
		assertThat(first).isFocused();
	}

	@Test
	void computesRatiosAndChangesAsOneTypes() {
		Page page = open("/metrics");
		page.fill("[name='metric.RDI01']", "3");
		page.fill("[name='metric.CTX01']", "120");
		assertThat(page.locator("[data-row=RDI02] output")).hasText("2.5");
		assertThat(page.locator("[data-row=RDI02] [data-change]")).containsText("个百分点");
	}

	@Test
	void keepsARemarkThatWasSentIntoAnEndedSession() {
		String review = this.server.url("/reports/" + this.server.reportOf("ND") + "/review");
		BrowserContext context = context();
		Page page = this.server.signedIn(context, "supervisor");
		page.navigate(review);
		page.locator("#report summary").first().click();
		page.locator("#words-remark-report").fill("会话到期时正在写的意见");
		endSessions();
		page.locator("#report form button[type=submit]").first().click();
		page.waitForLoadState();
		Page again = this.server.signedIn(context, "supervisor");
		again.navigate(review);
		assertThat(again.locator("#words-remark-report")).hasValue("会话到期时正在写的意见");
		again.locator("#report form button[type=submit]").first().click();
		assertThat(again.locator("#report .notes")).containsText("会话到期时正在写的意见");
		assertThat(again.locator("#words-remark-report")).hasValue("");
	}

	private BrowserContext context() {
		BrowserContext context = Browsers.browser().newContext();
		this.contexts.add(context);
		return context;
	}

	private Page open(String part) {
		return open(context(), part);
	}

	private Page open(BrowserContext context, String part) {
		Page page = this.server.signedIn(context, "reporter");
		page.navigate(this.server.url("/reports/" + this.report + part));
		return page;
	}

	private static Locator state(Page page) {
		return page.locator("#save-state");
	}

	private void endSessions() {
		this.server.jdbc().sql("delete from spring_session").update();
	}

	private String saved(String column) {
		return this.server.jdbc()
			.sql("select " + column + " from reports where id = :id")
			.param("id", this.report)
			.query(String.class)
			.single();
	}

	private String figure(String code) {
		return this.server.jdbc()
			.sql("""
					select trim_scale(v.amount)::text from metric_values v join metrics m on m.id = v.metric_id
					where v.report_id = :id and m.code = :code""")
			.param("id", this.report)
			.param("code", code)
			.query(String.class)
			.single();
	}

}
