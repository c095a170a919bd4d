package org.kebao;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole job, once: a reporter files the figures of a real annual report, the
 * supervisor returns it with two remarks, it is mended and approved, and leaves as a
 * file.
 */
@BrowserTest
class JourneyTests {

	/** By the code of the metric; the unit is the catalogue's. */
	private static final Map<String, String> FIGURES = figures();

	private static final List<String> ACHIEVEMENTS = List.of("项目争取再上台阶", "高新技术企业加快成长", "专利创造量质齐升", "技术合同登记稳步推进",
			"科技特派员服务到村", "产学研合作走深走实", "自身建设不断加强");

	private static final List<String> PROBLEMS = List.of("企业研发投入仍然不足", "科技服务力量偏弱");

	private static final List<String> MEASURES = List.of("抓项目储备", "抓主体培育", "抓成果转化", "抓队伍作风");

	private final DemoServer server = DemoServer.shared();

	private final List<BrowserContext> contexts = new ArrayList<>();

	@TempDir
	Path folder;

	private long report;

	@AfterEach
	void close() {
		this.contexts.forEach(BrowserContext::close);
	}

	@Test
	void fromTheFirstFigureToTheFileThatIsSentOn() throws Exception {
		this.report = this.server.reportOf("SQ");
		Page reporter = signedIn("shiqiao");
		reporter.navigate(this.server.url("/"));
		reporter.locator("a[href*='/reports/" + this.report + "']").first().click();
		typeFigures(reporter);
		settle(reporter);
		writeEntries(reporter, "achievements", ACHIEVEMENTS, (i) -> "第%d段成效的正文，写得具体。\n再写一段。".formatted(i + 1));
		writeEntries(reporter, "problems", PROBLEMS, (i) -> "问题%d的表现和原因。".formatted(i + 1));
		writePlan(reporter);
		submit(reporter);

		Page supervisor = signedIn("supervisor");
		returnWithTwoRemarks(supervisor);

		mend(reporter);
		submit(reporter);
		approve(supervisor);

		Path file = export(reporter);
		readsWell(file);
		opensOffline(file);
	}

	private void typeFigures(Page page) {
		FIGURES.forEach((code, figure) -> page.fill("[name='metric.%s']".formatted(code), figure));
		assertThat(page.locator("#save-state")).containsText("已保存");
		page.reload();
		assertThat(page.locator("[name='metric.TEC02']")).hasValue("8209.39");
		explain(page);
	}

	/** So much more than a county usually has wants its reason. */
	private void explain(Page page) {
		Locator explanations = page.locator(".finding textarea");
		assertThat(page.locator(".error-finding")).hasCount(0);
		assertThat(explanations.count()).isPositive();
		for (int i = 0; i < explanations.count(); i++) {
			explanations.nth(i).fill("全市集中申报的项目今年落在本县，已与市局核对");
		}
		assertThat(page.locator("#save-state")).containsText("已保存");
		assertThat(page.locator("[data-finding-count]")).not().containsText("待说明");
	}

	/** What was promised last year stands there; some of it was not kept. */
	private void settle(Page page) {
		page.navigate(this.server.url("/reports/" + this.report + "/completion"));
		Locator open = page.locator(".promise:has(select)");
		for (int i = 0; i < open.count(); i++) {
			open.nth(i).locator("select").selectOption("MISSED");
			open.nth(i).locator("textarea").fill("申报通道推迟到下年开放");
		}
		assertThat(page.locator("#save-state")).containsText("已保存");
		page.reload();
		assertThat(page.locator(".promise.lacks")).hasCount(0);
		assertThat(page.locator("[data-part=completion] .dot")).hasClass("dot DONE");
	}

	private void writeEntries(Page page, String part, List<String> headings, IntFunction<String> body) {
		page.navigate(this.server.url("/reports/" + this.report + "/" + part));
		for (int i = 0; i < headings.size(); i++) {
			page.locator("button:has-text('新增一项')").last().click();
			page.waitForURL("**/" + part + "#entry-*");
			Locator entry = page.locator(".entry").nth(i);
			entry.locator(".heading").fill(headings.get(i));
			entry.locator(".body").fill(body.apply(i));
		}
		assertThat(page.locator("#save-state")).containsText("已保存");
	}

	private void writePlan(Page page) {
		page.navigate(this.server.url("/reports/" + this.report + "/plan"));
		page.fill("#idea", "坚持稳中求进，突出企业主体，抓好项目、平台和人才三件事。");
		List<String[]> targets = List.of(new String[] { "ENT02", "MULTIPLE", "2" },
				new String[] { "IND01", "PERCENT", "20" }, new String[] { "IPR01", "PERCENT", "20" },
				new String[] { "PRJ09", "PERCENT", "20" }, new String[] { "TEC02", "AMOUNT", "10000" },
				new String[] { "AGR05", "AMOUNT", "80000" }, new String[] { "PRJ05", "AMOUNT", "60" },
				new String[] { "", "WORDS", "创建省级科技企业孵化器" });
		for (int i = 0; i < targets.size(); i++) {
			page.locator("button:has-text('新增一项目标')").click();
			page.waitForURL("**/plan#target-*");
			Locator target = page.locator(".target").nth(i);
			target.locator("[data-aim-of]").selectOption(targets.get(i)[1]);
			if (targets.get(i)[0].isEmpty()) {
				target.locator(".words").fill(targets.get(i)[2]);
			}
			else {
				target.locator(".which").selectOption(targets.get(i)[0]);
				target.locator(".amount").fill(targets.get(i)[2]);
			}
		}
		for (int i = 0; i < MEASURES.size(); i++) {
			page.locator("button:has-text('新增一项措施')").click();
			page.waitForURL("**/plan#entry-*");
			page.locator(".entry .heading").nth(i).fill(MEASURES.get(i));
			page.locator(".entry .body").nth(i).fill("措施" + (i + 1) + "的做法。");
		}
		assertThat(page.locator("#save-state")).containsText("已保存");
		assertThat(page.locator(".target")).hasCount(8);
		assertThat(page.frameLocator("[data-preview]").locator(".paper")).containsText("翻一番");
	}

	private void submit(Page page) {
		page.navigate(this.server.url("/reports/" + this.report));
		page.locator("a:has-text('报送…')").click();
		assertThat(page.locator(".gaps")).containsText("个指标空着");
		assertThat(page.locator(".gaps li:has(.chip.err)").allInnerTexts()).isEmpty();
		page.locator("button:has-text('确认报送')").click();
		assertThat(page.locator(".chip.SUBMITTED").first()).isVisible();
	}

	private void returnWithTwoRemarks(Page page) {
		page.navigate(this.server.url("/reviews"));
		page.locator("a[href='/reports/%d/review']".formatted(this.report)).first().click();
		remark(page, "metric-TEC02", "请核对技术合同成交额的口径");
		remark(page, "part-problems", "问题写得太笼统，请举出具体企业");
		page.locator("summary.btn:has-text('退回')").click();
		page.locator("form[action$='/review/return'] button[type=submit]").click();
		assertThat(page.locator(".chip.RETURNED").first()).isVisible();
	}

	private static void remark(Page page, String place, String words) {
		Locator at = page.locator("#" + place);
		at.locator("summary").first().click();
		at.locator("textarea").first().fill(words);
		at.locator("form[action$='/review/remarks'] button[type=submit]").first().click();
		assertThat(page.locator("#content")).containsText(words);
	}

	private void mend(Page page) {
		page.navigate(this.server.url("/"));
		assertThat(page.locator("main")).containsText("请核对技术合同成交额的口径");
		page.navigate(this.server.url("/reports/" + this.report + "/metrics"));
		assertThat(page.locator("[data-row=TEC02]")).containsText("请核对技术合同成交额的口径");
		page.navigate(this.server.url("/reports/" + this.report + "/problems"));
		assertThat(page.locator(".returned")).containsText("问题写得太笼统");
		page.locator(".entry .body").first().fill("全县规上工业企业中有研发活动的不到四成，石材加工企业尤其薄弱。");
		assertThat(page.locator("#save-state")).containsText("已保存");
	}

	private void approve(Page page) {
		page.navigate(this.server.url("/reports/" + this.report + "/review"));
		assertThat(page.locator("#content")).containsText("石材加工企业尤其薄弱");
		Locator open = page.locator("form[action$='/acceptance'] button");
		for (int left = open.count(); left > 0; left--) {
			open.first().click();
			assertThat(open).hasCount(left - 1);
		}
		page.locator("summary.btn:has-text('审定')").click();
		page.locator("form[action$='/review/approval'] button[type=submit]").click();
		assertThat(page.locator(".chip.APPROVED").first()).isVisible();
	}

	private Path export(Page page) {
		page.navigate(this.server.url("/reports/" + this.report + "/summary"));
		Download download = page.waitForDownload(() -> page.locator("a[download]").first().click());
		assertThat(download.suggestedFilename()).matches("石桥县科技局_\\d{4}年度_总结\\.html");
		Path file = this.folder.resolve("总结.html");
		download.saveAs(file);
		return file;
	}

	/** Every figure and heading, in order and numbered right. */
	private void readsWell(Path file) throws Exception {
		Document paper = Jsoup.parse(Files.readString(file, StandardCharsets.UTF_8));
		assertThat(paper.select("script, link, iframe, img[src^=http]")).isEmpty();
		assertThat(paper.select("html").attr("lang")).isEqualTo("zh-CN");
		assertThat(paper.select("[class~=draft]")).isEmpty();
		List<String> rows = paper.select("table tbody tr").eachText();
		FIGURES.forEach((code, figure) -> assertThat(rows).as(code).anyMatch((row) -> row.contains(" " + figure)));
		List<String> headings = paper.select("article h2, article h3, article h4, article h5, article h6").eachText();
		List<String> expected = new ArrayList<>();
		String[] numbers = { "（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）" };
		for (int i = 0; i < ACHIEVEMENTS.size(); i++) {
			expected.add(numbers[i] + ACHIEVEMENTS.get(i));
		}
		for (int i = 0; i < PROBLEMS.size(); i++) {
			expected.add(numbers[i] + PROBLEMS.get(i));
		}
		assertThat(headings).containsSubsequence(expected);
		assertThat(headings).anyMatch((heading) -> heading.endsWith("、上期计划完成情况"));
		assertThat(headings.stream().filter((heading) -> heading.matches("[一二三四五六七]、.*")).map((h) -> h.substring(0, 1)))
			.containsExactlyElementsOf(List.of("一", "二", "三", "四", "五", "六", "七")
				.subList(0, (int) headings.stream().filter((heading) -> heading.matches("[一二三四五六七]、.*")).count()));
		String text = paper.select("article").stream().map(Element::text).reduce("", String::concat);
		assertThat(text).contains("创建省级科技企业孵化器", "翻一番", "技术合同成交额达到1亿元", "专利申请量增长20%", "石材加工企业尤其薄弱");
		assertThat(MEASURES).allSatisfy((measure) -> assertThat(text).contains(measure));
	}

	private void opensOffline(Path file) {
		BrowserContext offline = Browsers.browser().newContext(new Browser.NewContextOptions().setOffline(true));
		this.contexts.add(offline);
		Page page = offline.newPage();
		List<String> asked = new ArrayList<>();
		page.onRequest((request) -> asked.add(request.url()));
		page.navigate(file.toUri().toString());
		assertThat(page.locator("article")).containsText("石桥县科技局");
		assertThat(asked).hasSize(1);
	}

	private Page signedIn(String username) {
		BrowserContext context = Browsers.browser()
			.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768).setAcceptDownloads(true));
		this.contexts.add(context);
		Page page = context.newPage();
		page.navigate(this.server.url("/"));
		page.fill("#username", username);
		page.fill("#password", "kebao-demo");
		page.click("main button[type=submit]");
		assertThat(page.locator(".who summary")).isVisible();
		return page;
	}

	private static Map<String, String> figures() {
		Map<String, String> figures = new LinkedHashMap<>();
		figures.put("PRJ01", "14");
		figures.put("PRJ02", "49");
		figures.put("PRJ03", "68");
		figures.put("PRJ04", "63");
		figures.put("PRJ06", "755");
		figures.put("PRJ07", "887");
		figures.put("PRJ08", "560");
		figures.put("PRJ09", "1642");
		figures.put("IPR01", "400");
		figures.put("IPR02", "180");
		figures.put("ENT02", "5");
		figures.put("TEC02", "8209.39");
		figures.put("AGR05", "77335");
		return figures;
	}

}
