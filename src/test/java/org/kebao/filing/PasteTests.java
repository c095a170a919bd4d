package org.kebao.filing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sheet pasted into the metric table lands where its rows are on the screen, or where
 * its names say, is shown before it changes anything, and can be taken back.
 */
@BrowserTest
class PasteTests {

	private static int count;

	private final DemoServer server = DemoServer.spare();

	private final List<String> complaints = new ArrayList<>();

	private BrowserContext context;

	private Page page;

	private long report;

	@BeforeEach
	void open() {
		String bureau = "ZT" + ++count;
		Accounts accounts = this.server.bean(Accounts.class);
		Long city = accounts.person("supervisor").orElseThrow().bureauId();
		Long id = this.server.bean(Bureaus.class)
			.found(bureau, "粘贴县科技局" + count, "COUNTY", city, 98, LocalDate.of(2020, 1, 1), null)
			.getId();
		accounts.create(bureau.toLowerCase(), "粘贴者", id, Set.of(Role.REPORTER), "kebao-demo", false);
		this.server.bean(Periods.class)
			.askNewBureaus(this.server.jdbc()
				.sql("select id from reporting_periods where closed_at is null")
				.query(Long.class)
				.single());
		this.report = this.server.reportOf(bureau);
		this.context = Browsers.browser().newContext();
		this.page = this.server.signedIn(this.context, bureau.toLowerCase());
		this.page.onConsoleMessage((message) -> {
			if (Set.of("error", "warning").contains(message.type()) && !message.text().contains("status of 4")) {
				this.complaints.add(message.text());
			}
		});
		this.page.onPageError(this.complaints::add);
		this.page.navigate(this.server.url("/reports/" + this.report + "/metrics"));
	}

	/** No rule of the content security policy was broken, no script failed. */
	@AfterEach
	void close() {
		this.context.close();
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void aColumnOfOurOwnSheetLandsRowByRow() {
		paste("RDI01", "12.5\r\n由系统计算\r\n8.25\r\n由系统计算\r\n3.6\r\n由系统计算\r\n");
		assertThat(told()).containsText("将改 3 格");
		assertThat(cell("RDI01")).hasValue("");
		take();
		assertThat(state()).containsText("已保存");
		assertThat(figures("RDI01", "RDI03", "RDI07")).containsExactly("12.5", "8.25", "3.6");
	}

	@Test
	void numbersOfComputedRowsAreLeftOutAndAskedAbout() {
		paste("RDI01", "12.5\r\n3.21\r\n8.25\r\n2.4\r\n3.6");
		assertThat(dialog().locator("[data-paste-align]")).isVisible();
		assertThat(row("R&D经费投入强度")).containsText("由系统计算");
		dialog().locator("[value=cells]").check();
		assertThat(told()).containsText("将改 5 格");
		dialog().locator("[value=screen]").check();
		take();
		assertThat(state()).containsText("已保存");
		assertThat(figures("RDI01", "RDI03", "RDI07")).containsExactly("12.5", "8.25", "3.6");
	}

	@Test
	void headsOfGroupsAreRowsToo() {
		List<String> rows = lines();
		int head = IntStream.range(1, rows.size()).filter((at) -> rows.get(at).isEmpty()).findFirst().orElseThrow();
		String first = rows.get(head + 1);
		String before = rows.subList(0, head)
			.stream()
			.filter((code) -> !code.startsWith("="))
			.reduce((one, other) -> other)
			.orElseThrow();
		int from = rows.indexOf(before);
		paste(before, "7\n" + "\n".repeat(head - from) + "8\n");
		take();
		assertThat(state()).containsText("已保存");
		assertThat(figures(before, first)).containsExactly("7", "8");
	}

	@Test
	void aBreakInsideACellShiftsNothing() {
		paste("RDI01", "\"12.5\r\n\"\t\"投入\r\n（亿元）\"\r\n由系统计算\t\r\n8.25\t\"含\t表\"\r\n");
		take();
		assertThat(state()).containsText("已保存");
		assertThat(figures("RDI01", "RDI03")).containsExactly("12.5", "8.25");
	}

	@Test
	void whatIsHiddenMergedOrBlankLeavesWhatStands() {
		fill("IPR01", "5");
		fill("IPR02", "6");
		String third = cells().get(cells().indexOf("IPR02") + 1);
		fill(third, "7");
		paste("IPR01", "9\r\n9\r\n9\r\n9\r\n", """
				<html><head><style>td { color: red }</style></head><body><table>
				<tr height=20 style='height:15.0pt'><td rowspan=2 style="width:54pt">11<br>  </td></tr>
				<tr></tr><tr height=0 style='display:none'><td>12</td></tr><tr><td></td></tr></table></body></html>""");
		assertThat(dialog()).containsText("合并的单元格，不改");
		assertThat(dialog()).containsText("在 Excel 里是隐藏的，不改");
		take();
		assertThat(state()).containsText("已保存");
		assertThat(figures("IPR01", "IPR02", third)).containsExactly("11", "6", "7");
	}

	@Test
	void aColumnOfNamesPlacesTheRowsAndTheColumnOfThisPeriodIsTaken() {
		paste("IPR02", """
				代码\t指标\t单位\t上年同期\t本期\t数据性质
				RDI07\t地方财政科学技术支出\t亿元\t3.1\t3.6\t实际
				\t规模以上工业企业研发费用 （亿元）\t亿元\t7\t8.25\t实际
				\t2.全社会R＆D经费内部支出\t亿元\t11\t12.5\t预计
				XXX01\t县里自己的指标\t个\t1\t2\t实际
				RDI07\t专利授权量\t件\t4\t5\t实际
				\t专利申请量\t件\t4\t5\t实际
				\t专利申请量\t件\t4\t6\t实际
				""");
		assertThat(row("县里自己的指标")).containsText("表里没有");
		assertThat(row("专利授权量")).containsText("对不上");
		assertThat(row("专利申请量").first()).containsText("出现了 2 次");
		take();
		assertThat(state()).containsText("已保存");
		assertThat(figures("RDI01", "RDI03", "RDI07", "IPR01", "IPR02")).containsExactly("12.5", "8.25", "3.6", "", "");
	}

	@Test
	void whatSaysAnotherUnitIsFilledInWithIt() {
		paste("RDI01", """
				指标\t计量单位\t本期
				全社会R&D经费内部支出\t万元\t125,000
				规模以上工业企业研发费用（万元）\t\t82500
				地方财政科学技术支出\t亿元\t3.6
				专利申请量\t项\t5
				专利授权量\t美元\t5
				""");
		assertThat(row("全社会R&D经费内部支出")).containsText("125,000万元");
		take();
		assertThat(cell("IPR01").locator("xpath=ancestor::tr")).containsText("单位不同");
		this.page.waitForCondition(
				() -> figures("RDI01", "RDI03", "RDI07", "IPR01").equals(List.of("12.5", "8.25", "3.6", "")));
		assertThat(cell("IPR02").locator("xpath=ancestor::tr")).containsText("单位不同");
		paste("RDI01", "（单位：万元）\t\n全社会R&D经费内部支出\t130000\n专利授权量\t7\n");
		take();
		this.page.waitForCondition(() -> figures("RDI01", "IPR02").equals(List.of("13", "7")));
	}

	@Test
	void aNameTheTableDoesNotKnowPlacesNoRow() {
		paste("RDI01", "县里的第一个指标\t77\n县里的第二个指标\t5\n");
		assertThat(row("县里的第一个指标")).containsText("表里没有");
		assertThat(dialog().locator("[data-paste-take]")).isDisabled();
		this.page.keyboard().press("Escape");
		assertThat(cell("RDI01")).hasValue("");
	}

	@Test
	void aColumnOfAnotherPeriodIsAskedAbout() {
		paste("RDI01", "上年同期\n12.5\n");
		assertThat(dialog().locator("[data-paste-ask]")).isVisible();
		assertThat(dialog().locator("[data-paste-take]")).isDisabled();
	}

	@Test
	void ctrlZTakesAPasteBackFromWhereverOneStands() {
		fill("IPR01", "5");
		assertThat(state()).containsText("已保存");
		paste("IPR01", "全社会R&D经费内部支出\t12.5\n规模以上工业企业研发费用\t8.25\n");
		take();
		this.page.waitForCondition(() -> figures("RDI01", "RDI03").equals(List.of("12.5", "8.25")));
		assertThat(cell("IPR01")).isFocused();
		this.page.keyboard().press("Control+z");
		this.page.waitForCondition(() -> figures("RDI01", "RDI03", "IPR01").equals(List.of("", "", "5")));
		assertThat(note()).containsText("2 格恢复");
	}

	@Test
	void whichColumnIsAskedWhereItIsNotCertain() {
		paste("RDI01", "全社会R&D经费内部支出\t11\t12.5\n规模以上工业企业研发费用\t7\t8.25\n");
		assertThat(dialog().locator("[data-paste-ask]")).isVisible();
		assertThat(dialog().locator("[data-paste-take]")).isDisabled();
		assertThat(dialog().locator("input[name=paste-column]").first()).isFocused();
		this.page.keyboard().press("ArrowRight");
		assertThat(told()).containsText("将改 2 格");
		take();
		assertThat(state()).containsText("已保存");
		assertThat(figures("RDI01", "RDI03")).containsExactly("12.5", "8.25");
	}

	@Test
	void nothingChangesWhenItIsCalledOff() {
		paste("RDI01", "12.5\n\n8.25");
		this.page.keyboard().press("Escape");
		assertThat(dialog()).isHidden();
		assertThat(cell("RDI01")).isFocused();
		assertThat(cell("RDI01")).hasValue("");
		assertThat(cell("RDI03")).hasValue("");
	}

	@Test
	void whatStoodThereComesBackAfterItWasSaved() {
		fill("RDI01", "1");
		assertThat(state()).containsText("已保存");
		paste("RDI01", "1,212.5\n\n8.25\n\n30");
		take();
		this.page.waitForCondition(() -> figures("RDI01", "RDI03", "RDI07").equals(List.of("1212.5", "8.25", "30")));
		cell("RDI03").focus();
		assertThat(cell("RDI01")).hasValue("1212.5");
		fill("RDI07", "31");
		cell("RDI03").press("Control+z");
		this.page.waitForCondition(() -> figures("RDI01", "RDI03", "RDI07").equals(List.of("1", "", "31")));
		assertThat(note()).containsText("2 格恢复");
		assertThat(note()).containsText("1 格粘贴后又改过，没有动");
	}

	@Test
	void whatSomebodyElseHasSavedMeanwhileIsNotOverwritten() {
		fill("RDI01", "1");
		assertThat(state()).containsText("已保存");
		paste("RDI01", "12.5\n\n8.25");
		take();
		this.page.waitForCondition(() -> figures("RDI01", "RDI03").equals(List.of("12.5", "8.25")));
		this.server.jdbc().sql("""
				update metric_values set amount = 99 where report_id = :report
				and metric_id = (select id from metrics where code = 'RDI01')""").param("report", this.report).update();
		this.page.click("[data-paste-undo]");
		assertThat(this.page.locator(".conflict")).hasCount(1);
		this.page.waitForCondition(() -> figures("RDI01", "RDI03").equals(List.of("99", "")));
	}

	@Test
	void aRefusalStandsBesideItsCellAndTheRestIsSaved() {
		paste("RDI01", "12.5\n\n8.123456789\n\n30");
		take();
		assertThat(this.page.locator("[id='metric.RDI03-error']")).isVisible();
		this.page.waitForCondition(() -> figures("RDI01", "RDI07").equals(List.of("12.5", "30")));
	}

	@Test
	void oneCellIsAnOrdinaryPaste() {
		paste("RDI01", "12.5\r\n");
		assertThat(dialog()).isHidden();
		paste("RDI01", "\"12\r\n\"\r\n", "<table><tr><td>12<br></td></tr></table>");
		assertThat(dialog()).isHidden();
		assertThat(cell("RDI01")).hasValue("12");
	}

	/** However a table is written on the clipboard, the same cells are read. */
	@Test
	void readsEveryTableAsItWasCopied() {
		Random random = new Random(7);
		for (int i = 0; i < 200; i++) {
			List<List<String>> table = table(random);
			String text = table.stream()
				.map((row) -> row.stream().map(PasteTests::quoted).collect(Collectors.joining("\t")))
				.collect(Collectors.joining("\r\n", "", "\r\n"));
			String html = table.stream()
				.map((row) -> row.stream()
					.map((cell) -> "<td>" + cell.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>\n ")
							+ "</td>")
					.collect(Collectors.joining("", "<tr>", "</tr>\n")))
				.collect(Collectors.joining("", "<table>", "</table>"));
			Object read = this.page.evaluate(
					"""
							async ([text, html]) => {
							  const { fromText, fromHtml } = await import('/js/clipboard.js');
							  return [fromText(text), fromHtml(html)].map((rows) => rows.map((row) => row.map((cell) => cell.text)));
							}""",
					List.of(text, html));
			assertThat(read).as(text).isEqualTo(List.of(table, table));
		}
	}

	private static List<List<String>> table(Random random) {
		List<String> texts = List.of("", "1,234.5", "“一流”课题", "甲\n乙", "a \"b\" c", "12\n（亿元）", "R&D<1", "不适用", "\"引\"用",
				"5\"");
		int wide = 1 + random.nextInt(4);
		return Stream
			.generate(() -> Stream.generate(() -> texts.get(random.nextInt(texts.size()))).limit(wide).toList())
			.limit(1 + random.nextInt(5))
			.toList();
	}

	/** As Excel writes it: quoted only where the cell could not be told otherwise. */
	private static String quoted(String cell) {
		return (cell.contains("\n") || cell.contains("\t") || cell.startsWith("\""))
				? '"' + cell.replace("\"", "\"\"") + '"' : cell;
	}

	private void paste(String code, String text) {
		paste(code, text, "");
	}

	private void paste(String code, String text, String html) {
		cell(code).focus();
		this.page.evaluate(
				"""
						([text, html]) => {
						  const data = new DataTransfer();
						  data.setData('text/plain', text);
						  if (html) data.setData('text/html', html);
						  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
						}""",
				List.of(text, html));
	}

	private void take() {
		dialog().locator("[data-paste-take]").click();
		assertThat(dialog()).isHidden();
	}

	private void fill(String code, String text) {
		cell(code).fill(text);
	}

	private Locator cell(String code) {
		return this.page.locator("[name='metric." + code + "']");
	}

	private Locator dialog() {
		return this.page.locator("#paste-dialog");
	}

	private Locator told() {
		return dialog().locator("[data-paste-told]");
	}

	private Locator note() {
		return this.page.locator("[data-paste-note]");
	}

	private Locator row(String name) {
		return dialog().locator("tbody tr", new Locator.LocatorOptions().setHasText(name));
	}

	private Locator state() {
		return this.page.locator("#save-state");
	}

	/** The codes of all cells in the order of the page. */
	private List<String> cells() {
		return lines().stream().filter((code) -> !code.isEmpty() && !code.startsWith("=")).toList();
	}

	/** The rows of the page: codes, "=" before those of computed ones, "" for heads. */
	@SuppressWarnings("unchecked")
	private List<String> lines() {
		return (List<String>) this.page.evaluate(
				"""
						() => [...document.querySelectorAll('.metrics tr.g, .metrics tr[data-row]')]
						  .map((row) => (row.dataset.row && !row.querySelector('[data-cell]') ? '=' : '') + (row.dataset.row ?? ''))""");
	}

	private List<String> figures(String... codes) {
		return Stream.of(codes).map(this::figure).toList();
	}

	private String figure(String code) {
		return this.server.jdbc()
			.sql("""
					select v.amount from metric_values v join metrics m on m.id = v.metric_id
					where v.report_id = :report and m.code = :code and v.amount is not null""")
			.params(Map.of("report", this.report, "code", code))
			.query(BigDecimal.class)
			.optional()
			.map((amount) -> amount.stripTrailingZeros().toPlainString())
			.orElse("");
	}

}
