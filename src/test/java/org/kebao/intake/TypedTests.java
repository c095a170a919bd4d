package org.kebao.intake;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

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
		assertThat(amount("万元", Cell.Kind.NUMBER, Cell.Format.PLAIN, stored).text()).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "1E308", "1E-300", "1E999999999", "-1E-999999999", "NaN", "Infinity", "x" })
	void aNumberOutOfReachIsRefusedAndNotPrinted(String stored) {
		assertThat(amount("万元", Cell.Kind.NUMBER, Cell.Format.PLAIN, stored).refusal()).contains("检查单位");
	}

	@Test
	void aPercentCellIsTakenAsItShowsWhereTheUnitIsPercent() {
		Typed typed = amount("%", Cell.Kind.NUMBER, Cell.Format.PERCENT, "0.125");
		assertThat(typed.text()).isEqualTo("12.5");
		assertThat(typed.hint()).contains("12.5%");
		assertThat(amount("%", Cell.Kind.NUMBER, Cell.Format.PLAIN, "12.5").text()).isEqualTo("12.5");
		assertThat(amount("%", Cell.Kind.TEXT, Cell.Format.PLAIN, "12.5 ％").text()).isEqualTo("12.5");
		assertThat(amount("%", Cell.Kind.NUMBER, Cell.Format.PERCENT, "0.07").text()).isEqualTo("7");
	}

	@Test
	void aPercentCellIsRefusedWhereTheUnitIsAnother() {
		assertThat(amount("项", Cell.Kind.NUMBER, Cell.Format.PERCENT, "0.125").refusal()).contains("百分比格式", "项");
		assertThat(amount("项", Cell.Kind.TEXT, Cell.Format.PLAIN, "12.5%").text()).isEqualTo("12.5%");
	}

	@Test
	void whatIsNoNumberSaysWhatItIs() {
		assertThat(amount("项", Cell.Kind.NUMBER, Cell.Format.DATE, "46000").refusal()).contains("日期格式");
		assertThat(amount("项", Cell.Kind.FORMULA, Cell.Format.PLAIN, "").refusal()).contains("粘贴为数值");
		assertThat(amount("项", Cell.Kind.ERROR, Cell.Format.PLAIN, "#N/A").refusal()).contains("#N/A");
		assertThat(amount("项", Cell.Kind.BOOLEAN, Cell.Format.PLAIN, "1").refusal()).contains("逻辑值");
	}

	@ParameterizedTest
	@CsvSource({ "-", "--", "—", "——", "－", "/", "' — '" })
	void aDashLeavesWhatStandsAndSaysSo(String dash) {
		Typed typed = amount("项", Cell.Kind.TEXT, Cell.Format.PLAIN, dash);
		assertThat(typed.text()).isEmpty();
		assertThat(typed.refusal()).isEmpty();
		assertThat(typed.hint()).contains("按没有填处理");
	}

	@ParameterizedTest
	@CsvSource({ "实际,ACTUAL", "预计,ESTIMATED", "快报,PRELIMINARY", "' 核定 ',CERTIFIED" })
	void aCertaintyIsReadByItsLabel(String label, String name) {
		assertThat(Typed.certainty(cell(Cell.Kind.TEXT, Cell.Format.PLAIN, label)).text()).isEqualTo(name);
		assertThat(Typed.certainty(cell(Cell.Kind.TEXT, Cell.Format.PLAIN, label + "数")).refusal()).contains("下拉列表");
	}

	@ParameterizedTest
	@CsvSource({ "2025-12-31", "2025/12/31", "2025.12.31", "2025年12月31日", "20251231", "2025-12-31T00:00:00" })
	void aDayIsReadHoweverItIsWritten(String text) {
		assertThat(Typed.day(cell(Cell.Kind.TEXT, Cell.Format.PLAIN, text), false).text()).isEqualTo("2025-12-31");
	}

	@ParameterizedTest
	@CsvSource({ "2025-02-30", "202512", "2025年", "12-31", "46022", "去年底" })
	void whatIsNoDayIsRefused(String text) {
		assertThat(Typed.day(cell(Cell.Kind.TEXT, Cell.Format.PLAIN, text), false).refusal()).contains("请填日期");
		assertThat(Typed.day(cell(Cell.Kind.NUMBER, Cell.Format.PLAIN, text), false).refusal()).contains("请填日期");
	}

	@Test
	void aStoredDayIsCountedFromWhereTheWorkbookCounts() {
		assertThat(Typed.day(cell(Cell.Kind.NUMBER, Cell.Format.DATE, "46022"), false).text()).isEqualTo("2025-12-31");
		assertThat(Typed.day(cell(Cell.Kind.NUMBER, Cell.Format.DATE, "44560"), true).text()).isEqualTo("2025-12-31");
		assertThat(Typed.day(cell(Cell.Kind.NUMBER, Cell.Format.PLAIN, "20251231"), false).text())
			.isEqualTo("2025-12-31");
		assertThat(Typed.day(cell(Cell.Kind.NUMBER, Cell.Format.DATE, "1E20"), false).refusal()).isNotEmpty();
		assertThat(Typed.day(cell(Cell.Kind.NUMBER, Cell.Format.DATE, "-5"), false).refusal()).isNotEmpty();
	}

	@Test
	void aNoteKeepsItsLines() {
		assertThat(Typed.note(cell(Cell.Kind.TEXT, Cell.Format.PLAIN, "一_x000D_\n二")).text()).isEqualTo("一\n二");
		assertThat(Typed.note(cell(Cell.Kind.TEXT, Cell.Format.PLAIN, "=SUM(A1)")).text()).isEqualTo("=SUM(A1)");
		assertThat(Typed.note(cell(Cell.Kind.FORMULA, Cell.Format.PLAIN, "")).refusal()).contains("公式");
	}

	private static Typed amount(String unit, Cell.Kind kind, Cell.Format format, String stored) {
		Metric metric = Mockito.mock(Metric.class);
		Mockito.when(metric.getUnit()).thenReturn(unit);
		return Typed.amount(cell(kind, format, stored), metric);
	}

	private static Cell cell(Cell.Kind kind, Cell.Format format, String text) {
		return new Cell("表", 2, 4, kind, text, format, false);
	}

}
