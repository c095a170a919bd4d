package org.kebao.summary;

import java.time.LocalDate;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.kebao.ValidHtml;
import org.kebao.revision.Fulfilment;
import org.kebao.revision.ReportContent;

import static org.assertj.core.api.Assertions.assertThat;

class PaperPrinterTests {

	static final LocalDate DAY = LocalDate.of(2026, 12, 8);

	private final PaperPrinter printer = Printers.printer();

	private String print(String template, ReportContent content, boolean draft) {
		return this.printer.print(ShippedTemplates.text(template).fill(content, Numbering.FULL, DAY), draft);
	}

	@Test
	void printsTheWholePaperInOrder() {
		Document paper = Jsoup.parse(print(ShippedTemplates.ANNUAL, Contents.rich(), false));
		assertThat(paper.selectFirst("html").attr("lang")).isEqualTo("zh-CN");
		assertThat(paper.charset().name()).isEqualTo("UTF-8");
		assertThat(paper.title()).isEqualTo("望川县科技局2026年度工作总结及2027年工作计划");
		assertThat(paper.select("h1, h2, h3, h4").eachText()).containsExactly("望川县科技局2026年度工作总结及2027年工作计划",
				"一、主要指标完成情况", "二、主要工作成效", "（一）突出培育创新主体，高新技术产业提质增效", "（二）突出项目争取，科技资金支撑更加有力", "（三）突出平台建设，创新承载能力稳步提升",
				"（四）突出开放合作，产学研对接走深走实", "（五）突出科技惠农，乡村振兴科技支撑不断增强", "（六）突出创造保护，知识产权工作成效明显", "（七）突出党建引领，机关自身建设全面加强",
				"三、典型案例", "（一）“院士小站”扎根企业车间", "四、存在的问题", "（一）企业研发投入不均衡", "（二）高层次人才引留困难", "五、2027年工作计划", "（一）总体思路",
				"（二）工作目标", "（三）主要措施", "1.实施创新主体倍增行动", "2.提升平台载体能级", "3.打通成果转化堵点", "4.优化科技服务", "六、意见建议",
				"（一）建议加大对县域创新平台的支持力度");
		assertThat(paper.select(".signature p").eachText()).containsExactly("望川县科技局", "2026年12月8日");
		assertThat(paper.select(".addressee, .mark")).isEmpty();
	}

	@Test
	void printsWhatWasPromisedBesideWhatBecameOfIt() {
		TemplateText template = TemplateText.of("# 题\n{{#hasCompletion}}\n## 完成情况\n!完成情况表\n{{/hasCompletion}}");
		ReportContent content = Contents.promising(List.of(
				Contents.promise(1, "2026年计划", "技术合同成交额达到1亿元", "10000", "8209.39", "完成目标的82%，差18个百分点",
						Fulfilment.MISSED, "两份合同\n改在一月签"),
				Contents.promise(2, "2026年计划", "<b>办好</b>培训", null, null, "", Fulfilment.DONE, ""),
				Contents.promise(3, "2026年上级下达", "成交额达到9000万元", "9000", "9100", "超额完成1.1%", Fulfilment.DONE, "")));
		Document paper = Jsoup.parse(this.printer.print(template.fill(content, Numbering.FULL, DAY), false));
		Element table = paper.selectFirst(".completion table");
		assertThat(table.select("thead th").eachText()).containsExactly("目标任务", "基数", "目标值", "完成值", "完成情况", "说明");
		assertThat(table.select("th[scope=rowgroup]").eachText()).containsExactly("2026年计划", "2026年上级下达");
		assertThat(table.select("tr:has(th[scope=row])").eachText()).containsExactly(
				"技术合同成交额达到1亿元 — 1亿元 8209.39万元 未完成 完成目标的82%，差18个百分点 两份合同 改在一月签", "<b>办好</b>培训 — — — 完成",
				"成交额达到9000万元 — 9000万元 9100万元 完成 超额完成1.1%");
		Document without = Jsoup.parse(this.printer.print(template.fill(Contents.empty(), Numbering.FULL, DAY), false));
		assertThat(without.select("h2, table")).isEmpty();
	}

	@Test
	void namesTheAddresseeOfALetter() {
		Document paper = Jsoup.parse(print(ShippedTemplates.ANNUAL_LETTER, Contents.rich(), false));
		assertThat(paper.select(".addressee").eachText()).containsExactly("云岭市科技局：");
		assertThat(paper.selectFirst("h1").text()).isEqualTo("望川县科技局关于报送2026年度工作总结和2027年工作计划的报告");
	}

	@Test
	void printsTheFiguresBesideLastYear() {
		Element table = Jsoup.parse(print(ShippedTemplates.ANNUAL, Contents.rich(), false)).selectFirst("table");
		assertThat(table.select("caption").eachText()).containsExactly("主要指标完成情况表");
		assertThat(table.select("thead th[scope=col]").eachText()).containsExactly("指标", "单位", "上年同期", "本期", "增减");
		assertThat(table.select("tbody > tr:first-child > th[scope=rowgroup]").eachText()).containsExactly("科技计划与资金",
				"创新主体", "知识产权", "技术市场", "科技惠农");
		List<String> rows = table.select("tr:has(th[scope=row])").eachText();
		assertThat(rows).contains("省级以上科技计划项目立项数（合计） 项 48 63 增长31.3%", "争取省级以上科技资金（合计） 万元 865.5 1642 增长89.7%",
				"高新技术企业净增数 家 -2 5 增加7家", "技术合同成交额 万元 6921.9 8209.39 增长18.6%", "高新区技术合同成交额 万元 — 不适用 —",
				"农村实用技术培训 人次 — 77335 —");
		assertThat(rows).noneMatch((row) -> row.startsWith("上级科技资金到位额")).noneMatch((row) -> row.contains("空白指标"));
	}

	@Test
	void drawsThisPeriodBesideLastYear() {
		Element svg = Jsoup.parse(print(ShippedTemplates.ANNUAL, Contents.rich(), false)).selectFirst("figure svg");
		assertThat(svg.attr("role")).isEqualTo("img");
		assertThat(svg.attr("aria-label")).contains("技术合同成交额本期8209.39万元，上年同期6921.9万元").doesNotContain("净增");
		assertThat(svg.select("text").eachText()).contains("本期", "上年同期", "8209.39万元（增长18.6%）", "6921.9万元");
		assertThat(svg.select("[style], [id], style, script, image, a")).isEmpty();
	}

	@Test
	void drawsNothingWhereNothingCanBeCompared() {
		assertThat(Jsoup.parse(print(ShippedTemplates.ANNUAL, Contents.empty(), false)).select("svg, table")).isEmpty();
	}

	@Test
	void escapesTheNamesInTheDrawing() {
		List<ReportContent.Row> rows = List.of(
				Contents.row("A", "</text></svg><script>alert(1)</script>", "\"><b>", 0, "5", "4", "<i>&"),
				Contents.row("B", "]]><!--", "项", 0, "5", "4", ""));
		Document paper = Jsoup.parse(print(ShippedTemplates.ANNUAL,
				Contents.measuring(List.of(new ReportContent.Group("G", "<u>", rows))), false));
		assertThat(paper.select("script, b, i, u")).isEmpty();
		assertThat(paper.selectFirst("svg").attr("aria-label"))
			.contains("</text></svg><script>alert(1)</script>本期5\"><b>");
		assertThat(paper.select("svg text").eachText()).contains("5\"><b>（<i>&）");
	}

	@Test
	void saysOnADraftThatItIsOne() {
		Document paper = Jsoup.parse(print(ShippedTemplates.ANNUAL, Contents.rich(), true));
		assertThat(paper.select(".paper.draft .mark").eachText()).containsExactly("草稿");
		assertThat(paper.title()).endsWith("（草稿）");
	}

	/**
	 * Chromium up to 109 begins a page with every block inside a page of another name.
	 */
	@Test
	void namesNoPages() {
		String style = Jsoup.parse(print(ShippedTemplates.ANNUAL, Contents.rich(), true)).selectFirst("style").data();
		assertThat(style).contains("草　稿")
			.doesNotContainPattern("@page\\s+[a-z]")
			.doesNotContainPattern("(?<![-@a-z])page\\s*:");
		assertThat(Jsoup.parse(print(ShippedTemplates.ANNUAL, Contents.rich(), false)).selectFirst("style").data())
			.doesNotContain("草");
	}

	@Test
	void tellsMoneyInTablesWithTwoDecimalsAtMostAndSaysSo() {
		List<ReportContent.Row> rows = List.of(Contents.row("A", "研发经费", "万元", 2, "239479.13", "228790.05", "增长4.7%"),
				Contents.row("B", "成交额", "万元", 2, "23701.88", "512.30", "增长4526.6%"),
				Contents.row("C", "到位资金", "万元", 2, "1642.35", "865.50", "增长89.8%"),
				Contents.row("D", "产值", "亿元", 4, "1234.5678", "1200.00", "增长2.9%"));
		List<ReportContent.Promise> promises = List.of(Contents.promise(1, "2026年计划", "成交额达到27006.29万元", "27006.29",
				"23701.88", "完成目标的87.8%", Fulfilment.MISSED, ""));
		ReportContent measured = Contents.measuring(List.of(new ReportContent.Group("G", "一组", rows)));
		ReportContent content = new ReportContent(measured.format(), measured.bureau(), measured.period(),
				measured.groups(), "", List.of(), List.of(), List.of(), "", List.of(), List.of(), List.of(), promises);
		Document paper = Jsoup.parse(this.printer
			.print(TemplateText.of("# 题\n{{figure.A}}\n!指标表\n!完成情况表\n!对比图").fill(content, Numbering.FULL, DAY), false));
		assertThat(paper.select(".figures:not(.completion) tr:has(td)").eachText()).containsExactly(
				"研发经费 亿元 22.88 23.95 增长4.7%", "成交额 万元 512.3 23701.88 增长4526.6%", "到位资金 万元 865.5 1642.35 增长89.8%",
				"产值 亿元 1200 1234.57 增长2.9%");
		assertThat(paper.select(".completion .sum").eachText()).containsExactly("—", "2.7亿元", "2.37亿元");
		assertThat(paper.select(".note").eachText()).containsExactly("注：以亿元计的数保留两位小数，增减和完成情况按原数计算。",
				"注：以亿元计的数保留两位小数，增减和完成情况按原数计算。");
		assertThat(paper.select("svg text").eachText()).contains("23.95亿元（增长4.7%）");
		assertThat(paper.select("figcaption small").text()).endsWith("以亿元计的数保留两位小数");
		// what the text states it states in full
		assertThat(paper.select(".paper > p").eachText()).containsExactly("23.947913亿元");
	}

	@Test
	void printsNoMarkThatCannotBeSeen() {
		String odd = "甲\u202E乙\u200B丙\uFFFC丁\uF0FF";
		ReportContent content = new ReportContent(ReportContent.FORMAT,
				new ReportContent.Filer("X", odd, "COUNTY", odd), Contents.empty().period(),
				List.of(new ReportContent.Group("G", odd,
						List.of(Contents.row("A", odd, "项", 0, "5", "4", ""),
								Contents.row("B", odd, "项", 0, "6", "4", "")))),
				odd, List.of(Contents.item(1, "", odd, odd)), List.of(), List.of(), odd, List.of(), List.of(),
				List.of(), List.of(Contents.promise(1, odd, odd, null, null, "", Fulfilment.DONE, odd)));
		for (String template : ShippedTemplates.all().keySet()) {
			assertThat(print(template, content, false))
				.doesNotContainPattern("[\\u202A-\\u202E\\u200B\\uFFFC\\uFEFF\\uE000-\\uF8FF]");
		}
		assertThat(this.printer.print(TemplateText.of("# 题\n!完成情况表").fill(content, Numbering.FULL, DAY), false))
			.doesNotContainPattern("[\\u202A-\\u202E\\u200B\\uFFFC\\uFEFF\\uE000-\\uF8FF]")
			.contains("甲乙丙丁");
	}

	@Test
	void needsNothingOutsideItself() {
		Document paper = Jsoup.parse(print(ShippedTemplates.ANNUAL, Contents.rich(), false));
		assertThat(paper.select("script, link, a, img, iframe, object, embed, base, [src], [href], [style], [srcset]"))
			.isEmpty();
		assertThat(paper.select("*").stream().flatMap((element) -> element.attributes().asList().stream()))
			.noneMatch((attribute) -> attribute.getKey().startsWith("on") || attribute.getKey().startsWith("th:"));
		assertThat(paper.selectFirst("style").data()).doesNotContain("url(", "@import", "http");
	}

	@Test
	void printsTheSameContentToTheSameBytes() {
		assertThat(print(ShippedTemplates.ANNUAL, Contents.rich(), false))
			.isEqualTo(print(ShippedTemplates.ANNUAL, Contents.rich(), false));
		assertThat(Printers.printer()
			.print(ShippedTemplates.text(ShippedTemplates.ANNUAL).fill(Contents.rich(), Numbering.FULL, DAY), false))
			.isEqualTo(print(ShippedTemplates.ANNUAL, Contents.rich(), false));
	}

	@ParameterizedTest
	@MethodSource("org.kebao.summary.TemplateTextTests#hostile")
	void printsWhatWasTypedAsText(String typed) {
		String html = print(ShippedTemplates.ANNUAL, Contents.saying(typed, typed), false);
		Document paper = Jsoup.parse(html);
		assertThat(paper.selectFirst("h3").wholeText()).isEqualTo("（一）" + typed);
		assertThat(paper.select("h3 + p").first().wholeText()).isEqualTo(typed);
		assertThat(paper.select("script")).isEmpty();
		assertThat(ValidHtml.errors(html)).isEmpty();
	}

	@Test
	void isValidHtml() {
		for (String template : ShippedTemplates.all().keySet()) {
			assertThat(ValidHtml.errors(print(template, Contents.rich(), true))).isEmpty();
			assertThat(ValidHtml.errors(print(template, Contents.empty(), false))).isEmpty();
		}
	}

}
