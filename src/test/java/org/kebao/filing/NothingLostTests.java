package org.kebao.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kebao.BrowserTest;
import org.kebao.Browsers;
import org.kebao.DemoServer;
import org.kebao.account.Accounts;
import org.kebao.account.Role;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Nothing typed is ever lost: not with the session, not with the network, not with the
 * server, not to another's hand.
 */
@BrowserTest
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
		page.route("**/js/*/filing.js", (route) -> {
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
		page.clock().install();
		List<Route> sent = new ArrayList<>();
		page.route("**/fields", (route) -> {
			sent.add(route);
			if (sent.size() > 1) {
				route.resume();
			}
		});
		page.fill("#idea", "先写的");
		page.waitForCondition(() -> sent.size() == 1);
		page.fill("#idea", "后写的，要留下的");
		page.clock().runFor(2000); // longer than the autosave waits
		assertThat(sent).hasSize(1);
		sent.get(0).resume();
		assertThat(state(page)).hasText(Pattern.compile("已保存.*"));
		page.clock().runFor(2000);
		assertThat(state(page)).hasText(Pattern.compile("已保存.*"));
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
		Page one = open(context(), "/plan", colleague());
		Page other = open("/plan");
		one.fill("#idea", "甲写的思路");
		assertThat(state(one)).containsText("已保存");
		other.fill("#idea", "乙写的思路");
		Locator conflict = other.locator(".conflict");
		assertThat(conflict).containsText("甲写的思路");
		assertThat(conflict).containsText("乙写的思路");
		assertThat(conflict).containsText("韩冬");
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
		assertThat(other.locator(".conflict")).containsText("您在另一个页面");
		assertThat(other.locator(".conflict")).not().containsText("周文");
		assertThat(saved("idea")).isEqualTo("第一个标签页");
	}

	@Test
	void bringsBackAtOnceWhatOnlyACrashedPageHeld() {
		BrowserContext context = context();
		crashed(context, "只有浏览器有的一段");
		Page again = page(context, "/plan");
		assertThat(again.locator("#idea")).hasValue("只有浏览器有的一段");
		again.locator("#idea").press("Control+End");
		again.locator("#idea").pressSequentially("，接着写");
		assertThat(state(again)).containsText("已保存");
		assertThat(saved("idea")).isEqualTo("只有浏览器有的一段，接着写");
	}

	@Test
	void neverPutsWhatWasLeftOverWhatIsTypedNow() {
		BrowserContext context = context();
		crashed(context, "崩溃的页面留下的");
		Page again = context.newPage();
		again.addInitScript(
				"const query = LockManager.prototype.query; const asked = new Promise((resolve) => { window.answer = resolve; }); LockManager.prototype.query = function () { return asked.then(() => query.call(this)); };");
		again.navigate(address("/plan"));
		again.fill("#idea", "现在写的");
		again.evaluate("() => window.answer()");
		Locator box = again.locator("[data-choice]");
		assertThat(box).containsText("崩溃的页面留下的");
		assertThat(box).containsText("现在写的");
		assertThat(again.locator("#idea")).hasValue("现在写的");
		assertThat(state(again)).containsText("已保存");
		assertThat(saved("idea")).isEqualTo("现在写的");
		box.locator("[data-take=theirs]").click();
		assertThat(box).hasCount(0);
		assertThat(again.locator("#idea")).hasValue("崩溃的页面留下的");
		assertThat(state(again)).containsText("已保存");
		assertThat(saved("idea")).isEqualTo("崩溃的页面留下的");
	}

	@Test
	void keepsEveryVersionThatWasLeftUntilOneIsChosen() {
		BrowserContext context = context();
		crashed(context, "第一个页面留下的");
		Page other = page(context, "/plan");
		assertThat(other.locator("#idea")).hasValue("第一个页面留下的");
		assertThat(state(other)).containsText("已保存");
		assertThat(saved("idea")).isEqualTo("第一个页面留下的");
		Page third = page(context, "/plan");
		away(other);
		away(third);
		other.fill("#idea", "第二个页面留下的");
		assertThat(state(other)).containsText("连不上服务器");
		third.fill("#idea", "第三个页面留下的");
		assertThat(state(third)).containsText("连不上服务器");
		crash(other);
		crash(third);
		Page again = page(context, "/plan");
		assertThat(again.locator("#idea")).hasValue("第三个页面留下的");
		Locator box = again.locator("[data-choice]");
		assertThat(box).containsText("第二个页面留下的");
		box.locator("[data-take=mine]").click();
		assertThat(box).hasCount(0);
		assertThat(state(again)).containsText("已保存");
		assertThat(saved("idea")).isEqualTo("第三个页面留下的");
	}

	@Test
	void leavesWhatALivingPageHoldsToThatPage() {
		BrowserContext context = context();
		Page one = open(context, "/plan");
		String before = saved("idea");
		away(one);
		one.fill("#idea", "还在写");
		assertThat(state(one)).containsText("连不上服务器");
		context.addInitScript(
				"window.answers = 0; const query = LockManager.prototype.query; LockManager.prototype.query = async function () { const all = await query.call(this); window.answers++; return all; };");
		Page other = page(context, "/plan");
		other.waitForFunction("() => window.answers > 1");
		assertThat(other.locator("#idea")).hasValue(before);
		one.unroute("**/fields");
		assertThat(state(one)).containsText("已保存", PATIENTLY);
		assertThat(saved("idea")).isEqualTo("还在写");
	}

	@Test
	void asksTheOtherPagesWhereThereAreNoLocks() {
		BrowserContext context = context();
		context.addInitScript(
				"Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }); window.questions = 0; const post = BroadcastChannel.prototype.postMessage; BroadcastChannel.prototype.postMessage = function (words) { window.questions += words.asks ? 1 : 0; return post.call(this, words); };");
		Page one = open(context, "/plan");
		String before = saved("idea");
		away(one);
		one.fill("#idea", "没有锁的页面写的");
		assertThat(state(one)).containsText("连不上服务器");
		Page other = page(context, "/plan");
		// whoever asks again has heard the answer to what was asked before
		other.waitForFunction("() => window.questions > 2");
		assertThat(other.locator("#idea")).hasValue(before);
		// which would take it over as well
		other.close();
		crash(one);
		Page again = page(context, "/plan");
		assertThat(again.locator("#idea")).hasValue("没有锁的页面写的");
	}

	@Test
	void nobodyConflictsWithHimselfWhenAnAnswerIsLost() {
		Page page = open("/metrics");
		List<String> sent = new ArrayList<>();
		page.route("**/fields", (route) -> {
			sent.add(route.request().postData());
			if (sent.size() == 1) {
				route.fetch(); // the server has it, and the answer never comes
				route.abort();
			}
			else {
				route.resume();
			}
		});
		page.fill("[name='metric.IPR01']", "7711");
		assertThat(state(page)).containsText("连不上服务器");
		assertThat(figure("IPR01")).isEqualTo("7711");
		page.fill("[name='metric.IPR01']", "7712");
		assertThat(state(page)).containsText("已保存");
		assertThat(page.locator(".conflict")).hasCount(0);
		assertThat(figure("IPR01")).isEqualTo("7712");
	}

	@Test
	void nobodyConflictsWithHimselfAcrossACrash() {
		BrowserContext context = context();
		Page page = open(context, "/metrics");
		page.route("**/fields", (route) -> {
			if (route.request().postData().contains("8811")) {
				route.fetch();
			}
			route.abort();
		});
		page.fill("[name='metric.IPR01']", "8811");
		assertThat(state(page)).containsText("连不上服务器");
		page.fill("[name='metric.IPR01']", "8812");
		page.waitForFunction("() => Object.values(localStorage).some((kept) => kept.includes('8812'))");
		crash(page);
		Page again = page(context, "/metrics");
		assertThat(state(again)).containsText("已保存");
		again.waitForCondition(() -> figure("IPR01").equals("8812"));
		assertThat(again.locator(".conflict")).hasCount(0);
	}

	@Test
	void saysThatTheServerIsAwayWhenItSaysNothing() {
		BrowserContext context = context();
		context.addInitScript("const timeout = AbortSignal.timeout; AbortSignal.timeout = () => timeout(1500);");
		Page page = open(context, "/plan");
		page.route("**/fields", (route) -> {
		});
		page.fill("#idea", "服务器没有回音的时候写下的");
		assertThat(state(page)).containsText("连不上服务器");
		page.unroute("**/fields");
		assertThat(state(page)).containsText("已保存", PATIENTLY);
		assertThat(saved("idea")).isEqualTo("服务器没有回音的时候写下的");
	}

	@Test
	void saysThatTheStorageIsFullAndWarnsBeforeThePageIsLeft() {
		BrowserContext context = context();
		context.addInitScript(
				"Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };");
		Page page = open(context, "/plan");
		away(page);
		page.fill("#idea", "本机存不下的");
		assertThat(state(page)).containsText("存储空间已满");
		List<String> asked = new ArrayList<>();
		page.onDialog((dialog) -> {
			asked.add(dialog.type());
			dialog.dismiss();
		});
		page.locator("#idea").press("End");
		page.close(new Page.CloseOptions().setRunBeforeUnload(true));
		page.waitForCondition(() -> asked.contains("beforeunload"));
		page.unroute("**/fields");
		assertThat(state(page)).containsText("已保存", PATIENTLY);
		assertThat(saved("idea")).isEqualTo("本机存不下的");
	}

	@Test
	void sendsWhatItHeldAfterAnExtension() {
		Page page = open("/plan");
		LocalDate until = extendedUntil();
		closePeriod(true, until.minusDays(60));
		try {
			page.fill("#idea", "报告期关闭后写下的");
			assertThat(page.locator("[data-banner]")).containsText("报告期已关闭");
			assertThat(state(page)).containsText("未保存");
			closePeriod(true, until);
			page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
			assertThat(state(page)).containsText("已保存");
			assertThat(page.locator("[data-banner]")).isHidden();
			assertThat(saved("idea")).isEqualTo("报告期关闭后写下的");
		}
		finally {
			closePeriod(false, until);
		}
	}

	@Test
	void oneTextThatIsNotTakenDoesNotHoldTheOthersBack() {
		Page page = open("/plan");
		page.route("**/fields", (route) -> {
			if (route.request().postData().contains("过不去")) {
				route.fulfill(new Route.FulfillOptions().setStatus(413).setBody("too large"));
			}
			else {
				route.resume();
			}
		});
		Locator words = page.locator("textarea.words").first();
		words.fill("过不去");
		page.fill("#idea", "这一段过得去");
		page.waitForCondition(() -> saved("idea").equals("这一段过得去"));
		assertThat(page.locator("[id='" + words.getAttribute("name") + "-error']")).containsText("太长");
		page.unroute("**/fields");
		words.fill("现在可以了");
		assertThat(state(page)).containsText("已保存");
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
		assertThat(page.locator("#sign-in-dialog")).isVisible();
		page.close();
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
		return open(context, part, "reporter");
	}

	private Page open(BrowserContext context, String part, String username) {
		Page page = this.server.signedIn(context, username);
		page.navigate(address(part));
		return page;
	}

	/** Another page of a browser in which somebody has signed in. */
	private Page page(BrowserContext context, String part) {
		Page page = context.newPage();
		page.navigate(address(part));
		return page;
	}

	private String address(String part) {
		return this.server.url("/reports/" + this.report + part);
	}

	/** Another reporter of the same bureau. */
	private String colleague() {
		Accounts accounts = this.server.bean(Accounts.class);
		if (accounts.person("handong").isEmpty()) {
			accounts.create("handong", "韩冬", accounts.person("reporter").orElseThrow().bureauId(),
					Set.of(Role.REPORTER), "kebao-demo", false);
		}
		return "handong";
	}

	private static void away(Page page) {
		page.route("**/fields", Route::abort);
	}

	/** A page that crashed with a text nobody else had. */
	private void crashed(BrowserContext context, String text) {
		Page page = open(context, "/plan");
		away(page);
		page.fill("#idea", text);
		assertThat(state(page)).containsText("连不上服务器");
		crash(page);
	}

	private static void crash(Page page) {
		assertThatThrownBy(() -> page.navigate("chrome://crash")).hasMessageContaining("crash");
	}

	private LocalDate extendedUntil() {
		return this.server.jdbc()
			.sql("select until from period_extensions where bureau_id = (select bureau_id from reports where id = :id)")
			.param("id", this.report)
			.query(LocalDate.class)
			.single();
	}

	/** Closes the period but for an extension of the bureau's, or opens it again. */
	private void closePeriod(boolean closed, LocalDate until) {
		this.server.jdbc()
			.sql("""
					update reporting_periods set closed_at = case when :closed then now() end
					where id = (select period_id from reports where id = :id)""")
			.param("closed", closed)
			.param("id", this.report)
			.update();
		this.server.jdbc()
			.sql("""
					update period_extensions set until = :until
					where bureau_id = (select bureau_id from reports where id = :id)""")
			.param("until", until)
			.param("id", this.report)
			.update();
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
