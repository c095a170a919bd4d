package org.kebao.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.kebao.glossary.Glossary;
import org.kebao.glossary.Link;
import org.kebao.lint.Flaw;
import org.kebao.script.Span;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a reading is scored, on an invented report.
 */
class EvaluationTests {

	private static final String TEXT = """
			一、主要成效
			全县立项7项，资金90万元（其中：省级3项，市级5项）。
			全年申请专利40件、授权专利40件，均比上年增长5%。培训1万多人次，覆盖xx个村。
			 （一）产业。产值翻番。
			二、打算
			预计申请专利40件。""";

	private static final EvaluationGold GOLD = EvaluationGold.read("""
			{"source": "a.txt", "kind": "ANNUAL",
			 "sections": [
			  {"level": 1, "heading": "一、主要成效"},
			  {"level": 2, "heading": "（一）产业。", "runIn": true, "optional": true},
			  {"level": 1, "heading": "二、打算"}],
			 "metrics": [
			  {"name": "立项", "value": "7", "unit": "项", "quote": "全县立项7项，资金90万元（其中：省级3项，市级5项）",
			   "inconsistent": "3+5=8",
			   "parts": [{"name": "省级", "value": "3", "unit": "项"}, {"name": "市级", "value": "5", "unit": "项"}]},
			  {"name": "资金", "value": "90", "unit": "万元", "quote": "资金90万元"},
			  {"name": "专利申请", "value": "40", "unit": "件", "growthPercent": "5", "comparison": "比上年",
			   "comparisonKind": "YOY", "quote": "申请专利40件、授权专利40件，均比上年增长5%"},
			  {"name": "专利授权", "value": "40", "unit": "件", "growthPercent": "5", "comparison": "比上年",
			   "comparisonKind": "YOY", "quote": "申请专利40件、授权专利40件，均比上年增长5%"},
			  {"name": "培训", "value": "1", "unit": "万", "unitFull": "万人", "quote": "培训1万多人"},
			  {"name": "覆盖村", "value": null, "unit": "个", "masked": true, "quote": "覆盖xx个村"},
			  {"name": "产值", "value": null, "unit": null, "growthText": "翻番", "quote": "产值翻番"},
			  {"name": "专利申请", "value": "40", "unit": "件", "role2": "FORECAST", "quote": "预计申请专利40件"}]}
			""");

	private static final EvaluationKey KEY = new EvaluationKey(
			Map.of("专利申请", List.of("IPR01"), "立项", List.of("PRJ04", ""), "立项/省级", List.of("PRJ02")), List.of());

	private static final Growth FIVE = growth("比上年增长5%", "比上年", Growth.Base.YEAR_BEFORE, "5");

	private static final Figure PROVINCE = figure("3项", "3", "项");

	private static final Figure CITY = figure("5项", "5", "项");

	private static final Figure PROJECTS = figure("7项", "7", "项", null, PROVINCE, CITY);

	private static final Figure MONEY = figure("90万元", "90", "万元");

	private static final Figure FILED = figure("40件", "40", "件", FIVE);

	private static final Figure GRANTED = new Figure(place("40件", FILED.span().end()), FILED.sentence(),
			new BigDecimal("40"), null, "件", Figure.Hole.NONE, Figure.Approximation.EXACT, "授权专利", "",
			Figure.Role.ACTUAL, FIVE, null, List.of());

	private static final Figure TRAINED = figure("1万多人次", "1", "万人次");

	private static final Figure VILLAGES = figure("xx个", null, "个");

	private static final Figure OUTPUT = figure("翻番", null, null, growth("翻番", "", Growth.Base.OTHER, "100"));

	private static final Figure EXPECTED = new Figure(place("40件", TEXT.indexOf("预计")), FILED.sentence(),
			new BigDecimal("40"), null, "件", Figure.Hole.NONE, Figure.Approximation.EXACT, "申请专利", "",
			Figure.Role.FORECAST, null, null, List.of());

	@Test
	void whatIsInTheGoldIsRightEachOnce() {
		EvaluationScore score = score(List.of(PROJECTS, MONEY, FILED, GRANTED, TRAINED, VILLAGES, OUTPUT, EXPECTED));
		assertThat(score.figures()).isEqualTo(new EvaluationTally(7, 0, 0));
		assertThat(score.growths()).isEqualTo(new EvaluationTally(3, 0, 0));
		assertThat(score.parts()).isEqualTo(new EvaluationTally(2, 0, 0));
		assertThat(score(List.of(FILED, EXPECTED)).figures()).isEqualTo(new EvaluationTally(2, 0, 5));
	}

	@Test
	void anotherValueOrUnitIsWrongAndTheMetricMissed() {
		assertThat(score(List.of(figure("90万元", "90", "元"))).figures()).isEqualTo(new EvaluationTally(0, 1, 7));
		assertThat(score(List.of(figure("90万元", "9", "万元"))).figures()).isEqualTo(new EvaluationTally(0, 1, 7));
		assertThat(score(List.of(figure("xx个", "20", "个"))).figures()).isEqualTo(new EvaluationTally(0, 1, 7));
	}

	@Test
	void theSameValueElsewhereIsNotTheMetric() {
		Figure elsewhere = new Figure(new Span(0, 2), MONEY.sentence(), new BigDecimal("90"), null, "万元",
				Figure.Hole.NONE, Figure.Approximation.EXACT, "", "", Figure.Role.ACTUAL, null, null, List.of());
		assertThat(score(List.of(elsewhere)).figures()).isEqualTo(new EvaluationTally(0, 1, 7));
	}

	@Test
	void aPartIsNoFigureButAPartOfItsWholeAlone() {
		EvaluationScore apart = score(List.of(figure("7项", "7", "项"), PROVINCE, CITY));
		assertThat(apart.figures()).isEqualTo(new EvaluationTally(1, 0, 6));
		assertThat(apart.parts()).isEqualTo(new EvaluationTally(0, 0, 2));
		EvaluationScore astray = score(List.of(figure("7项", "7", "项"), figure("90万元", "90", "万元", null, CITY)));
		assertThat(astray.parts()).isEqualTo(new EvaluationTally(0, 1, 2));
	}

	@Test
	void aGrowthHasTheAmountAndTheComparison() {
		assertThat(score(List.of(figure("40件", "40", "件", growth("比上年增长5%", "比上年", Growth.Base.YEAR_BEFORE, "6"))))
			.growths()).isEqualTo(new EvaluationTally(0, 1, 3));
		assertThat(score(List.of(figure("40件", "40", "件", growth("比上年增长5%", "环比", Growth.Base.PERIOD_BEFORE, "5"))))
			.growths()).isEqualTo(new EvaluationTally(0, 1, 3));
		assertThat(score(List.of(figure("40件", "40", "件", growth("比上年增长5%", "同比", Growth.Base.YEAR_BEFORE, "5.0"))))
			.growths()).isEqualTo(new EvaluationTally(1, 0, 2));
		assertThat(score(List.of(figure("90万元", "90", "万元", FIVE))).growths()).isEqualTo(new EvaluationTally(0, 1, 3));
	}

	@Test
	void aLinkIsOneTheKeyAllows() {
		Figure projects = figure("7项", "7", "项", null, PROVINCE);
		List<Figure> figures = List.of(projects, MONEY, FILED);
		assertThat(score(figures, link(PROVINCE, "PRJ02"), link(FILED, "IPR01")).links())
			.isEqualTo(new EvaluationTally(2, 0, 1));
		assertThat(score(figures, link(PROVINCE, "PRJ03"), link(MONEY, "PRJ08")).links())
			.isEqualTo(new EvaluationTally(0, 2, 3));
		assertThat(score(figures, link(projects, "PRJ04")).links()).isEqualTo(new EvaluationTally(1, 0, 3));
		assertThat(EvaluationScore.of(GOLD, null, document(figures, List.of(), List.of())).links()).isNull();
	}

	@Test
	void aHeadingHasItsLevelUnlessItIsOptional() {
		List<Heading> headings = List.of(heading("一、主要成效", 1), heading("（一）产业。", 3), heading("二、打算", 2));
		assertThat(score(List.of(), headings, List.of()).headings()).isEqualTo(new EvaluationTally(1, 1, 1));
		assertThat(score(List.of(), headings.subList(0, 1), List.of()).headings())
			.isEqualTo(new EvaluationTally(1, 0, 1));
	}

	@Test
	void contradictionsFollowFromTheMetrics() {
		Flaw sum = flaw(Flaw.Kind.SUM, "7项", "3+5=8");
		Flaw fact = flaw(Flaw.Kind.FORECAST, "40件", "");
		Flaw forecast = flaw(Flaw.Kind.FORECAST, "预计申请专利40件", "");
		assertThat(score(List.of(), List.of(), List.of(sum, fact, forecast)).contradictions())
			.isEqualTo(new EvaluationTally(2, 0, 0));
		assertThat(score(List.of(), List.of(), List.of(sum)).contradictions()).isEqualTo(new EvaluationTally(1, 0, 1));
		assertThat(
				score(List.of(), List.of(), List.of(flaw(Flaw.Kind.SUM, "预计", ""), flaw(Flaw.Kind.NUMBERING, "二、", "")))
					.contradictions())
			.isEqualTo(new EvaluationTally(0, 2, 2));
	}

	@Test
	void aHoleIsFoundWhereAMetricIsMasked() {
		Flaw hole = flaw(Flaw.Kind.HOLE, "xx个", "");
		assertThat(score(List.of(), List.of(), List.of(hole)).holes()).isEqualTo(new EvaluationTally(1, 0, 0));
		assertThat(score(List.of(), List.of(), List.of()).holes()).isEqualTo(new EvaluationTally(0, 0, 1));
		EvaluationGold whole = new EvaluationGold("a.txt", "", "ANNUAL", List.of(), List.of(), null);
		assertThat(EvaluationScore.of(whole, null, document(List.of(), List.of(), List.of(hole))).holes())
			.isEqualTo(new EvaluationTally(0, 1, 0));
	}

	@Test
	void columnsStandUnderEachOther() {
		EvaluationTable table = new EvaluationTable();
		table.add("报告.txt", score(List.of(MONEY)));
		table.add("b.txt", score(List.of(MONEY)));
		String[] lines = table.toString().split("\n");
		assertThat(EvaluationTable.width(lines[1].substring(0, lines[1].indexOf("1.000"))))
			.isEqualTo(EvaluationTable.width(lines[2].substring(0, lines[2].indexOf("1.000"))))
			.isEqualTo(lines[0].indexOf("figures"));
	}

	@Test
	void theFileTellsEveryKeyOfAFigure() {
		EvaluationJson.Document told = document(List.of(PROJECTS, FILED, VILLAGES, OUTPUT), List.of(heading("二、打算", 1)),
				List.of(flaw(Flaw.Kind.HOLE, "xx个", "缺数")), link(FILED, "IPR01"));
		JsonNode document = JsonMapper.shared().readTree(EvaluationJson.write(List.of(told))).at("/documents/0");
		JsonNode filed = document.at("/figures/1");
		assertThat(filed.at("/value").asString()).isEqualTo("40");
		assertThat(filed.at("/metric").asString()).isEqualTo("IPR01");
		assertThat(filed.at("/comparison").asString()).isEqualTo("比上年");
		assertThat(filed.at("/growth").asString()).isEqualTo("5");
		assertThat(document.at("/figures/0/parts/1/value").asString()).isEqualTo("5");
		assertThat(document.at("/figures/2/value").isNull()).isTrue();
		assertThat(document.at("/figures/2").has("growth")).isTrue();
		assertThat(document.at("/headings/0/text").asString()).isEqualTo("二、打算");
		assertThat(document.at("/findings/0/message").asString()).isEqualTo("缺数");
		int offset = filed.at("/offset").asInt();
		assertThat(TEXT.substring(offset, offset + filed.at("/length").asInt())).isEqualTo("40件");
	}

	@Test
	void aRangeIsWrittenAsInTheGold() {
		Figure range = new Figure(new Span(0, 1), new Span(0, 1), new BigDecimal("3.0"), new BigDecimal("5"), "家",
				Figure.Hole.NONE, Figure.Approximation.EXACT, "", "", Figure.Role.ACTUAL, null, null, List.of());
		assertThat(EvaluationJson.value(range)).isEqualTo("3-5");
	}

	private static EvaluationScore score(List<Figure> figures, Link... links) {
		return EvaluationScore.of(GOLD, KEY, document(figures, List.of(), List.of(), links));
	}

	private static EvaluationScore score(List<Figure> figures, List<Heading> headings, List<Flaw> flaws) {
		return EvaluationScore.of(GOLD, KEY, document(figures, headings, flaws));
	}

	private static EvaluationJson.Document document(List<Figure> figures, List<Heading> headings, List<Flaw> flaws,
			Link... links) {
		Outline outline = new Outline(null, null, headings, List.of(), null, null);
		return new EvaluationJson.Document("a.txt", new Reading(TEXT, outline, figures), List.of(links), flaws);
	}

	private static Figure figure(String words, String value, String unit) {
		return figure(words, value, unit, null);
	}

	private static Figure figure(String words, String value, String unit, Growth growth, Figure... parts) {
		Figure.Hole hole = (value == null && unit != null) ? Figure.Hole.MASKED : Figure.Hole.NONE;
		return new Figure(place(words, 0), place(words, 0), (value != null) ? new BigDecimal(value) : null, null, unit,
				hole, Figure.Approximation.EXACT, "", "", Figure.Role.ACTUAL, growth, null, List.of(parts));
	}

	private static Growth growth(String words, String comparison, Growth.Base base, String amount) {
		return new Growth(place(words, 0), comparison, base, Growth.Kind.PERCENT, new BigDecimal(amount));
	}

	private static Heading heading(String words, int level) {
		return new Heading(place(words, 0), level, "", words, false);
	}

	private static Flaw flaw(Flaw.Kind kind, String words, String message) {
		return new Flaw(kind, place(words, 0), message, null);
	}

	private static Link link(Figure figure, String code) {
		return new Link(figure, new Glossary.Entry(code, code, List.of(), "", ""), 1);
	}

	private static Span place(String words, int from) {
		return new Span(TEXT.indexOf(words, from), words.length());
	}

}
