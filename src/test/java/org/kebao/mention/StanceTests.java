package org.kebao.mention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.util.ReflectionTestUtils;

import org.kebao.amount.MetricKind;
import org.kebao.field.TypedReports;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Catalogues;
import org.kebao.metric.Metric;
import org.kebao.period.PeriodKind;
import org.kebao.prose.Figure;
import org.kebao.prose.Prose;
import org.kebao.report.Part;
import org.kebao.report.Report;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a sentence says of its figure, held against the table. The figure stands in 【】.
 */
class StanceTests {

	private static final TimeAndPlace YEAR = new TimeAndPlace(2025, PeriodKind.ANNUAL, false, "望川县", "COUNTY");

	private static final TimeAndPlace HALF = new TimeAndPlace(2025, PeriodKind.FIRST_HALF, false, "望川县", "COUNTY");

	@ParameterizedTest(name = "{0}: {1}{2} → {3}")
	@CsvSource(textBlock = """
			# the same number
			全年申请专利【400件】。, 400, 件, AGREES
			全年申请专利【401件】。, 400, 件, DIFFERS
			争取各类科技计划项目 【62 项】，, 63, 项, DIFFERS
			专利申请量400件、授权量【180件】。, 180, 件, AGREES
			'申请专利【1,843件】。', 1843, 件, AGREES
			新认定高新技术企业【九十八家】。, 98, 家, AGREES
			# converted
			技术合同成交额【26.645332亿元】。, 266453.32, 万元, AGREES
			技术合同成交额【266453.32万元】。, 266453.32, 万元, AGREES
			成交额【8209.39万元】。, 0.820939, 亿元, AGREES
			成交额【2.66亿元】。, 26645.3, 万元, AGREES
			成交额【26.64亿元】。, 266453.32, 万元, DIFFERS
			成交额【2.66亿元】。, 266453.32, 万元, DIFFERS
			培训农民【1.2万人次】。, 12000, 人次, AGREES
			培训农民【1.2万人次】。, 12345, 人次, AGREES
			培训农民【1.3万人次】。, 12345, 人次, DIFFERS
			# as far as the text shows it
			成交额【8209万元】。, 8209.39, 万元, AGREES
			成交额【8210万元】。, 8209.39, 万元, DIFFERS
			成交额【8209.4万元】。, 8209.39, 万元, AGREES
			# about so, and meant so
			带动企业【近30家】。, 29, 家, AGREES
			带动企业【近30家】。, 31, 家, DIFFERS
			带动企业【近30家】。, 20, 家, DIFFERS
			带动企业【40余家】。, 43, 家, AGREES
			带动企业【40余家】。, 52, 家, DIFFERS
			带动企业【40余家】。, 39, 家, DIFFERS
			技术合同成交额迈上【5亿元】台阶。, 5.53, 亿元, AGREES
			技术合同成交额跨越【5亿元】大关。, 4.9, 亿元, DIFFERS
			发放贷款【超10亿元】。, 10.2, 亿元, AGREES
			发放贷款【超10亿元】。, 9.8, 亿元, DIFFERS
			带动企业【约300家】。, 288, 家, AGREES
			带动企业【约300家】。, 240, 家, DIFFERS
			培训【2600余人次】。, 2634, 人次, AGREES
			培训【2600余人次】。, 2710, 人次, DIFFERS
			# measure words
			举办科普活动【128场】。, 128, 场次, AGREES
			选派科技特派员【96名】。, 96, 人, AGREES
			服务【136家】企业。, 136, 家次, UNTESTED
			培训【2634人】。, 2634, 人次, UNTESTED
			每万人口有效发明专利拥有量【28.65件】。, 28.65, 件/万人, AGREES
			# nothing there to compare
			申请专利【xx件】。, 400, 件, UNTESTED
			""")
	void theNumberDecides(String sentence, BigDecimal amount, String unit, Stance stance) {
		assertThat(stance(sentence, MetricKind.FLOW, unit, amount.toPlainString(), YEAR, Part.ACHIEVEMENTS))
			.isEqualTo(stance);
	}

	@ParameterizedTest(name = "{0} → {1}")
	@CsvSource(textBlock = """
			去年申请专利【290件】，今年申请专利400件。, UNTESTED
			去年申请专利290件，今年申请专利【400件】。, AGREES
			申请专利（上年290件）【400件】。, AGREES
			2024年，全县申请专利【290件】、授权180件。, UNTESTED
			2025年，全县申请专利【400件】。, AGREES
			二〇二四年申请专利【290件】。, UNTESTED
			上半年申请专利【180件】。, UNTESTED
			1—9月申请专利【280件】。, UNTESTED
			1—12月申请专利【400件】。, AGREES
			截至11月底申请专利【380件】。, UNTESTED
			前三季度申请专利【280件】。, UNTESTED
			近三年申请专利【900件】。, UNTESTED
			2021年以来累计申请专利【1900件】。, UNTESTED
			比去年增长30%，申请专利【400件】。, AGREES
			与上年同期相比，申请专利【401件】。, DIFFERS
			申请专利由290件增加到【400件】。, AGREES
			申请专利400件，比上年的【290件】多。, UNTESTED
			申请专利从【290件】、授权从100件分别增加到400件和180件。, UNTESTED
			申请专利由上年的290件增加到【400件】。, AGREES
			在去年290件的基础上，申请专利【400件】。, AGREES
			全市申请专利【12000件】。, UNTESTED
			全省首家，申请专利【401件】。, DIFFERS
			平均每家企业申请专利【3件】。, UNTESTED
			首批申请专利【20件】。, UNTESTED
			望川铸件公司申请专利【12件】。, UNTESTED
			茶业集团申请专利【12件】，全县申请专利【400件】。, UNTESTED
			铁佛桥镇申请专利【9件】。, UNTESTED
			城镇企业申请专利【401件】。, DIFFERS
			全年距目标还差【30件】。, UNTESTED
			预计全年申请专利【400件】。, UNTESTED
			力争申请专利【420件】。, UNTESTED
			某企业申请专利【12件】。, UNTESTED
			该企业创新成果不断，申请专利【12件】。, UNTESTED
			特派员王某带领团队申请专利【12件】。, UNTESTED
			会上集中发布成果，申请专利【12件】。, UNTESTED
			全市研发活跃，申请专利【9000件】。, UNTESTED
			全市研发活跃。其中，申请专利【9000件】。, UNTESTED
			在全市率先突破，申请专利【401件】。, DIFFERS
			居全市第5位，申请专利【401件】。, DIFFERS
			全市研发活跃，我县申请专利【401件】。, DIFFERS
			我国申请专利【30000件】。, UNTESTED
			五年来，创新能力不断增强。申请专利【1900件】。, UNTESTED
			五年来，创新能力不断增强。今年申请专利【401件】。, DIFFERS
			今年是“十四五”规划收官之年，申请专利【401件】。, DIFFERS
			累计申请专利【1900件】。, UNTESTED
			去年全年申请专利【290件】。, UNTESTED
			2024年全年申请专利【290件】。, UNTESTED
			截至2024年底，申请专利【290件】。, UNTESTED
			今年以来累计申请专利【401件】。, DIFFERS
			累计申请专利【400件】。, AGREES
			""")
	void ofAnotherTimeOrPlaceIsNotTested(String sentence, Stance stance) {
		assertThat(stance(sentence, MetricKind.FLOW, "件", "400", YEAR, Part.ACHIEVEMENTS)).isEqualTo(stance);
	}

	@ParameterizedTest(name = "{0} → {1}")
	@CsvSource(textBlock = """
			上半年申请专利【400件】。, AGREES
			1—6月申请专利【401件】。, DIFFERS
			截至6月底申请专利【400件】。, AGREES
			去年全年申请专利【290件】。, UNTESTED
			全年预计申请专利【800件】。, UNTESTED
			一季度申请专利【180件】。, UNTESTED
			去年上半年申请专利【290件】。, UNTESTED
			2024年上半年申请专利【290件】。, UNTESTED
			2024年1—6月申请专利【290件】。, UNTESTED
			2025年上半年申请专利【401件】。, DIFFERS
			2025年1—6月申请专利【401件】。, DIFFERS
			去年全年申请专利290件，今年上半年申请专利【401件】。, DIFFERS
			今年1月至6月，申请专利【401件】。, DIFFERS
			1月到6月申请专利【401件】。, DIFFERS
			2024年1月至6月申请专利【290件】。, UNTESTED
			在去年基础上增加到【401件】。, DIFFERS
			在上年的基础上增长到【401件】。, DIFFERS
			由去年的290增加到【401件】。, DIFFERS
			""")
	void inAHalfYearTheHalfIsMeant(String sentence, Stance stance) {
		assertThat(stance(sentence, MetricKind.FLOW, "件", "400", HALF, Part.ACHIEVEMENTS)).isEqualTo(stance);
	}

	@ParameterizedTest
	@ValueSource(strings = { "增加到", "增长到", "提高到", "上升到", "提升到", "扩大到", "壮大到", "发展到", "拓展到", "攀升到", "跃升到", "上涨到", "扩展到",
			"调整到", "调增到", "升到", "增至", "升至", "增加至", "增长至", "提高至", "上升至", "攀升至", "跃升至", "上涨至", "调整为", "变为" })
	void whatIsRaisedToALevelIsHeldAgainstTheTableAtThatLevelOnly(String reaching) {
		String sentence = "专利申请由290件%s400件。".formatted(reaching);
		assertThat(stance(sentence.replace("400件", "【400件】"), MetricKind.FLOW, "件", "400", YEAR, Part.ACHIEVEMENTS))
			.isEqualTo(Stance.AGREES);
		assertThat(stance("去年的290件%s【401件】。".formatted(reaching), MetricKind.FLOW, "件", "400", YEAR, Part.ACHIEVEMENTS))
			.isEqualTo(Stance.DIFFERS);
		assertThat(stance(sentence.replace("400件", "【401件】"), MetricKind.FLOW, "件", "400", YEAR, Part.ACHIEVEMENTS))
			.isEqualTo(Stance.DIFFERS);
		assertThat(stance("高新技术企业%s【267家】。".formatted(reaching), MetricKind.STOCK, "家", "266", YEAR, Part.ACHIEVEMENTS))
			.isEqualTo(Stance.DIFFERS);
	}

	@ParameterizedTest(name = "{0}: {1} → {2}")
	@CsvSource(textBlock = """
			FIRST_QUARTER,  一季度申请专利【401件】。, DIFFERS
			FIRST_QUARTER,  1—3月申请专利【401件】。, DIFFERS
			FIRST_QUARTER,  截至3月底申请专利【400件】。, AGREES
			FIRST_QUARTER,  上半年预计申请专利【800件】。, UNTESTED
			FIRST_QUARTER,  去年一季度申请专利【180件】。, UNTESTED
			THREE_QUARTERS, 前三季度申请专利【401件】。, DIFFERS
			THREE_QUARTERS, 1—9月申请专利【400件】。, AGREES
			THREE_QUARTERS, 1月至9月申请专利【401件】。, DIFFERS
			THREE_QUARTERS, 前3季度申请专利【401件】。, DIFFERS
			THREE_QUARTERS, 1—3季度申请专利【401件】。, DIFFERS
			THREE_QUARTERS, 第3季度申请专利【80件】。, UNTESTED
			THREE_QUARTERS, 前三季度累计申请专利【401件】。, DIFFERS
			THREE_QUARTERS, 十四五以来成效明显。前三季度申请专利【401件】。, DIFFERS
			FIRST_QUARTER,  1季度申请专利【401件】。, DIFFERS
			THREE_QUARTERS, 上半年申请专利【180件】。, UNTESTED
			THREE_QUARTERS, 一季度申请专利【80件】。, UNTESTED
			THREE_QUARTERS, 三季度申请专利【80件】。, UNTESTED
			""")
	void inAQuarterTheQuarterIsMeant(PeriodKind kind, String sentence, Stance stance) {
		TimeAndPlace quarter = new TimeAndPlace(2025, kind, false, "望川县", "COUNTY");
		assertThat(stance(sentence, MetricKind.FLOW, "件", "400", quarter, Part.ACHIEVEMENTS)).isEqualTo(stance);
	}

	@ParameterizedTest(name = "{0} → {1}")
	@CsvSource(textBlock = """
			有效期内高新技术企业【266家】。, AGREES
			有效期内高新技术企业新增【24家】。, UNTESTED
			净增高新技术企业【24家】，总数达到266家。, UNTESTED
			净增高新技术企业24家，总数达到【266家】。, AGREES
			高新技术企业增加到【267家】。, DIFFERS
			累计培育高新技术企业【266家】。, AGREES
			新增创新平台7个、高新技术企业【24家】。, UNTESTED
			新增创新平台7个，高新技术企业【267家】。, DIFFERS
			【6家】高新技术企业落户。, UNTESTED
			获批高新技术企业【24家】。, UNTESTED
			""")
	void aStockIsNotItsGrowth(String sentence, Stance stance) {
		assertThat(stance(sentence, MetricKind.STOCK, "家", "266", YEAR, Part.ACHIEVEMENTS)).isEqualTo(stance);
	}

	@Test
	void aNewFigureIsWhatAFlowCounts() {
		assertThat(stance("新增高新技术企业【98家】。", MetricKind.FLOW, "家", "98", YEAR, Part.ACHIEVEMENTS))
			.isEqualTo(Stance.AGREES);
	}

	@Test
	void aCaseTellsOfOneEnterpriseAndRaisesNoAlarm() {
		assertThat(stance("全年申请专利【12件】。", MetricKind.FLOW, "件", "400", YEAR, Part.CASES)).isEqualTo(Stance.UNTESTED);
		assertThat(stance("全年申请专利【400件】。", MetricKind.FLOW, "件", "400", YEAR, Part.CASES)).isEqualTo(Stance.AGREES);
		assertThat(stance("建议支持申请专利【500件】。", MetricKind.FLOW, "件", "400", YEAR, Part.SUGGESTIONS))
			.isEqualTo(Stance.UNTESTED);
	}

	@Test
	void aPartOfTheFigureIsNotTheFigure() {
		Marked marked = new Marked("申请专利400件，其中望川【12件】。");
		assertThat(table("件", MetricKind.FLOW, "400", YEAR, List.of()).stance(marked.text,
				marked.figure(Figure.Role.ACTUAL), metric("件", MetricKind.FLOW), Part.ACHIEVEMENTS, false))
			.isEqualTo(Stance.UNTESTED);
	}

	@ParameterizedTest(name = "{0} → {1}")
	@CsvSource(textBlock = """
			申请专利【420件】以上。, AGREES
			2026年申请专利达到【420件】。, AGREES
			明年申请专利达到【421件】。, DIFFERS
			到2030年申请专利达到【900件】。, UNTESTED
			在今年【400件】的基础上再增长5%。, UNTESTED
			""")
	void aTargetIsHeldAgainstThePlan(String sentence, Stance stance) {
		Marked marked = new Marked(sentence);
		ReportTable table = table("件", MetricKind.FLOW, "400", YEAR,
				List.of(Map.entry("target.1.metric", "AAA01"), Map.entry("target.1.amount", "420")));
		Figure figure = marked.figure(Figure.Role.TARGET);
		assertThat(table.stance(marked.text, figure, metric("件", MetricKind.FLOW), Part.PLAN, true)).isEqualTo(stance);
	}

	@Test
	void aTargetWithoutAPlanIsNotTested() {
		Marked marked = new Marked("申请专利达到【420件】。");
		assertThat(table("件", MetricKind.FLOW, "400", YEAR, List.of()).stance(marked.text,
				marked.figure(Figure.Role.TARGET), metric("件", MetricKind.FLOW), Part.PLAN, true))
			.isEqualTo(Stance.UNTESTED);
	}

	@Test
	void aForecastIsHeldAgainstAForecastOnly() {
		Marked marked = new Marked("预计全年申请专利【401件】。");
		ReportTable estimated = table("件", MetricKind.FLOW, "400", YEAR,
				List.of(Map.entry("metric.AAA01.certainty", "ESTIMATED")));
		assertThat(estimated.stance(marked.text, marked.figure(Figure.Role.ACTUAL), metric("件", MetricKind.FLOW),
				Part.ACHIEVEMENTS, true))
			.isEqualTo(Stance.DIFFERS);
	}

	@Test
	void whatTheTableDoesNotSayIsNotTested() {
		assertThat(stance("全年申请专利【400件】。", MetricKind.FLOW, "件", "不适用", YEAR, Part.ACHIEVEMENTS))
			.isEqualTo(Stance.UNTESTED);
		assertThat(stance("全年申请专利【400件】。", MetricKind.FLOW, "件", "", YEAR, Part.ACHIEVEMENTS))
			.isEqualTo(Stance.UNTESTED);
	}

	private static Stance stance(String sentence, MetricKind kind, String unit, String amount, TimeAndPlace setting,
			Part part) {
		Marked marked = new Marked(sentence);
		return table(unit, kind, amount, setting, List.of()).stance(marked.text, marked.figure(Figure.Role.ACTUAL),
				metric(unit, kind), part, true);
	}

	private static ReportTable table(String unit, MetricKind kind, String amount, TimeAndPlace setting,
			List<Map.Entry<String, String>> more) {
		Catalogue catalogue = Catalogues.of(metric(unit, kind));
		List<Map.Entry<String, String>> saves = new ArrayList<>();
		saves.add(Map.entry("metric.AAA01", amount));
		saves.addAll(more);
		Report report = TypedReports.report(saves, catalogue, 1L);
		return new ReportTable(report, catalogue, setting);
	}

	private static Metric metric(String unit, MetricKind kind) {
		Metric metric = Catalogues.metric(1, "AAA01", kind);
		ReflectionTestUtils.setField(metric, "unit", unit);
		ReflectionTestUtils.setField(metric, "scale", 6);
		return metric;
	}

	/** A sentence with the figure that is meant between 【】. */
	private static final class Marked {

		private final String text;

		private final int offset;

		Marked(String marked) {
			this.offset = marked.indexOf('【');
			this.text = marked.replace("【", "").replace("】", "");
		}

		Figure figure(Figure.Role usual) {
			return Prose.read(this.text, usual)
				.all()
				.filter((figure) -> figure.span().offset() >= this.offset - 1 && figure.span().offset() <= this.offset)
				.findFirst()
				.orElseThrow(() -> new AssertionError("No figure read at " + this.offset + " of " + this.text + ": "
						+ Prose.read(this.text, usual).all().map((one) -> one.span().of(this.text)).toList()));
		}

	}

}
