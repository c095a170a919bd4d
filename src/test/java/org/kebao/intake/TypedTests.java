package org.kebao.intake;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

import org.kebao.amount.Comparison;
import org.kebao.amount.Measure;
import org.kebao.amount.MetricKind;
import org.kebao.metric.Metric;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a cell says, as one would have typed it.
 */
class TypedTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			14                     | 14
			1234.5                 | 1234.5
			0                      | 0
			-3                     | -3
			0.30000000000000004    | 0.3
			1.2345678900000001E9   | 1234567890
			123456789012345        | 123456789012345
			2.5000000000000001E-2  | 0.025
			""")
	void aStoredNumberLosesItsBinaryNoiseAndNothingElse(String stored, String text) {
		assertThat(amount("万元", Cell.Kind.NUMBER, NumberFormat.PLAIN, stored).text()).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "1E308", "1E-300", "1E999999999", "-1E-999999999", "NaN", "Infinity", "x" })
	void aNumberOutOfReachIsRefusedAndNotPrinted(String stored) {
		assertThat(amount("万元", Cell.Kind.NUMBER, NumberFormat.PLAIN, stored).refusal()).contains("检查单位");
	}

	@Test
	void aPercentCellIsTakenAsItShowsWhereTheUnitIsPercent() {
		Typed typed = amount("%", Cell.Kind.NUMBER, NumberFormat.PERCENT, "0.125");
		assertThat(typed.text()).isEqualTo("12.5");
		assertThat(typed.hint()).contains("12.5%");
		assertThat(amount("%", Cell.Kind.NUMBER, NumberFormat.PLAIN, "12.5").text()).isEqualTo("12.5");
		assertThat(amount("%", Cell.Kind.NUMBER, NumberFormat.PERCENT, "0.07").text()).isEqualTo("7");
	}

	@Test
	void aPercentCellIsRefusedWhereTheUnitIsAnother() {
		assertThat(amount("项", Cell.Kind.NUMBER, NumberFormat.PERCENT, "0.125").refusal()).contains("百分比格式", "项");
		assertThat(amount("项", Cell.Kind.TEXT, NumberFormat.PLAIN, "12.5%").text()).isEqualTo("12.5%");
	}

	@Test
	void aNumberThatShowsAnotherIsReadBothWays() {
		Typed typed = scaled("万元", "0!.0,\"万元\"", "270062900");
		assertThat(typed.text()).isEqualTo("270062900");
		assertThat(typed.seen()).isEqualTo("27006.29万元");
		assertThat(typed.hint()).isEqualTo("单元格显示为“27006.3万元”，存着的是 270062900");
		assertThat(scaled("万元", "#,##0.00,", "1234560").seen()).isEqualTo("1234.56");
		assertThat(scaled("万元", "0.00\"亿元\"", "2.7").seen()).as("shown in another unit").isEqualTo("2.7亿元");
		assertThat(scaled("亿元", "0.00,,\"亿\"", "270000000").seen()).isEqualTo("270亿");
	}

	@Test
	void whereBothReadingsAreOneNothingIsAsked() {
		assertThat(scaled("万元", "0.00\"万元\"", "27006.29")).isEqualTo(new Typed("27006.29", "", "", ""));
		assertThat(scaled("项", "0\"项\"", "48")).isEqualTo(new Typed("48", "", "", ""));
		assertThat(scaled("万元", "#,##0.00,", "0")).isEqualTo(new Typed("0", "", "", ""));
	}

	@Test
	void whatStandsBehindANumberAndIsNoUnitIsTold() {
		assertThat(scaled("项", "0\"家\"", "48")).isEqualTo(new Typed("48", "", "单元格显示为“48家”，取存着的 48", ""));
		Typed typed = scaled("万元", "0.0,\"K\"", "1234500");
		assertThat(typed.seen()).isEqualTo("1234.5");
		assertThat(typed.hint()).contains("“1234.5K”", "1234500");
	}

	@Test
	void whereOnlyWhatIsSeenCanBeKeptItIsTakenAndTold() {
		Typed typed = scaled("万元", "0!.0,\"万元\"", "270062900.125");
		assertThat(typed.refusal()).isEmpty();
		assertThat(typed.seen()).isEmpty();
		assertThat(scaled("项", "#,##0,", "1500.5").refusal() + scaled("项", "#,##0,", "1500.5").hint()).isNotEmpty();
	}

	private static Typed scaled(String unit, String format, String stored) {
		return amount(unit, Cell.Kind.NUMBER, NumberFormat.of(180, format), stored);
	}

	@Test
	void whatIsNoNumberSaysWhatItIs() {
		assertThat(amount("项", Cell.Kind.NUMBER, NumberFormat.DATE, "46000").refusal()).contains("日期格式");
		assertThat(amount("项", Cell.Kind.FORMULA, NumberFormat.PLAIN, "").refusal()).contains("粘贴为数值", "没有存下");
		assertThat(amount("项", Cell.Kind.ERROR, NumberFormat.PLAIN, "#N/A").refusal()).contains("#N/A");
		assertThat(amount("项", Cell.Kind.BOOLEAN, NumberFormat.PLAIN, "1").refusal()).contains("逻辑值");
	}

	@ParameterizedTest
	@CsvSource({ "-", "--", "—", "——", "－", "/", "' — '" })
	void aDashLeavesWhatStandsAndSaysSo(String dash) {
		Typed typed = amount("项", Cell.Kind.TEXT, NumberFormat.PLAIN, dash);
		assertThat(typed.text()).isEmpty();
		assertThat(typed.refusal()).isEmpty();
		assertThat(typed.hint()).contains("按没有填处理");
	}

	@ParameterizedTest
	@CsvSource({ "实际,ACTUAL", "预计,ESTIMATED", "快报,PRELIMINARY", "' 核定 ',CERTIFIED" })
	void aCertaintyIsReadByItsLabel(String label, String name) {
		assertThat(Typed.certainty(cell(Cell.Kind.TEXT, NumberFormat.PLAIN, label)).text()).isEqualTo(name);
		assertThat(Typed.certainty(cell(Cell.Kind.TEXT, NumberFormat.PLAIN, label + "数")).refusal()).contains("下拉列表");
	}

	@ParameterizedTest
	@CsvSource({ "2025-12-31", "2025/12/31", "2025.12.31", "2025年12月31日", "20251231", "2025-12-31T00:00:00",
			"2025-12-31 00:00:00", "2025/12/31 0:00:00", "2025-12-31 0:00", "2025-12-31 08:30:15", "２０２５年１２月３１日",
			"２０２５－１２－３１", "2025年12月31日 00:00:00", "2025．12．31", "2025-12-31T00:00:00.000Z" })
	void aDayIsReadHoweverItIsWritten(String text) {
		assertThat(Typed.day(cell(Cell.Kind.TEXT, NumberFormat.PLAIN, text), false).text()).isEqualTo("2025-12-31");
	}

	@ParameterizedTest
	@CsvSource({ "2025-02-30", "202512", "2025年", "12-31", "46022", "去年底", "2025-12-31 25:00", "2025-12-31 左右",
			"2025-12-31-1" })
	void whatIsNoDayIsRefused(String text) {
		assertThat(Typed.day(cell(Cell.Kind.TEXT, NumberFormat.PLAIN, text), false).refusal()).contains("请填日期");
		assertThat(Typed.day(cell(Cell.Kind.NUMBER, NumberFormat.PLAIN, text), false).refusal()).contains("请填日期");
	}

	@Test
	void aStoredDayIsCountedFromWhereTheWorkbookCounts() {
		assertThat(Typed.day(cell(Cell.Kind.NUMBER, NumberFormat.DATE, "46022"), false).text()).isEqualTo("2025-12-31");
		assertThat(Typed.day(cell(Cell.Kind.NUMBER, NumberFormat.DATE, "44560"), true).text()).isEqualTo("2025-12-31");
		assertThat(Typed.day(cell(Cell.Kind.NUMBER, NumberFormat.PLAIN, "20251231"), false).text())
			.isEqualTo("2025-12-31");
		assertThat(Typed.day(cell(Cell.Kind.NUMBER, NumberFormat.DATE, "1E20"), false).refusal()).isNotEmpty();
		assertThat(Typed.day(cell(Cell.Kind.NUMBER, NumberFormat.DATE, "-5"), false).refusal()).isNotEmpty();
	}

	@Test
	void aNoteKeepsItsLines() {
		assertThat(Typed.note(cell(Cell.Kind.TEXT, NumberFormat.PLAIN, "一\n二")).text()).isEqualTo("一\n二");
		assertThat(Typed.note(cell(Cell.Kind.TEXT, NumberFormat.PLAIN, "=SUM(A1)")).text()).isEqualTo("=SUM(A1)");
		assertThat(Typed.note(cell(Cell.Kind.FORMULA, NumberFormat.PLAIN, "")).refusal()).contains("公式");
	}

	private static Typed amount(String unit, Cell.Kind kind, NumberFormat format, String stored) {
		Metric metric = Mockito.mock(Metric.class);
		Mockito.when(metric.getUnit()).thenReturn(unit);
		Mockito.when(metric.measure())
			.thenReturn(new Measure(unit, unit.equals("项") ? 0 : 2, MetricKind.FLOW, Comparison.PERCENT, false));
		return Typed.amount(cell(kind, format, stored), metric);
	}

	private static Cell cell(Cell.Kind kind, NumberFormat format, String text) {
		return new Cell("表", 2, 4, kind, text, format, false, false);
	}

}
