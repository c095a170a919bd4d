package org.kebao.amount;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Domain handbook §2.2. A figure is written as its amount with a letter for its
 * certainty: E 预计, P 快报, C 核定, none for 实际.
 */
class ComparisonTests {

	@ParameterizedTest(name = "{0} {3}: {2} → {1} = {4} ({5})")
	@CsvSource(nullValues = "-", value = {
			// amounts by per cent
			"PERCENT, 400, 307.69, 万元, 增长30%, ''", "PERCENT, 1242, 654.7, 万元, 增长89.7%, ''",
			"PERCENT, 14, 11, 项, 增长27.3%, ''", "PERCENT, 950, 1000, 件, 下降5%, ''", "PERCENT, 130, 100, 件, 增长30%, ''",
			"PERCENT, 560, 400, 万元, 增长40%, ''", "PERCENT, 1, 3, 万元, 下降66.7%, ''", "PERCENT, 8, 5, 亿元, 增长60%, ''",
			"PERCENT, 5.5, 5, 亿元, 增长10%, ''", "PERCENT, 0, 50, 家, 下降100%, ''", "PERCENT, 468.2, 100, 亿元, 增长368.2%, ''",
			"PERCENT, 12, 8, 家, 增长50%, ''", "PERCENT, 9, 10, 家, 下降10%, ''", "PERCENT, 10, 9, 家, 增长11.1%, ''",
			// exactly twice and four times, and nothing near it
			"PERCENT, 200, 100, 家, 翻一番, ''", "PERCENT, 400, 100, 家, 翻两番, ''", "PERCENT, 199.9, 100, 万元, 增长99.9%, ''",
			"PERCENT, 2000.1, 1000, 万元, 增长100.01%, ''", "PERCENT, 300, 100, 家, 增长200%, ''",
			"PERCENT, 1.5, 0.75, 亿元, 翻一番, ''",
			// what is left is not gone
			"PERCENT, 5, 23701.88, 万元, 下降99.98%, ''", "PERCENT, 1, 100000000, 万元, 下降99.999999%, ''",
			// no change, and hardly any
			"PERCENT, 100, 100, 家, 持平, ''", "PERCENT, 100.00, 100, 万元, 持平, ''", "PERCENT, 0, 0, 家, 持平, ''",
			"PERCENT, 100001, 100000, 人次, 基本持平, ''", "PERCENT, 10004, 10000, 人次, 增长0.04%, ''",
			"PERCENT, 10001, 10000, 人次, 增长0.01%, ''", "PERCENT, 9999, 10000, 人次, 下降0.01%, ''",
			"PERCENT, 9996, 10000, 人次, 下降0.04%, ''",
			// small counts by their difference; money is no count
			"PERCENT, 5, 3, 家, 增加2家, ''", "PERCENT, 3, 5, 家, 减少2家, ''", "PERCENT, 9, 1, 项, 增加8项, ''",
			"PERCENT, 4, 2, 家, 增加2家, ''", "PERCENT, 4, 2, 万元, 翻一番, ''", "PERCENT, 1, 9, 家, 减少8家, ''",
			// bases that allow no percentage say why
			"PERCENT, 5, 0, 家, 增加5家, 上年同期为0", "PERCENT, 0, 5, 家, 减少5家, ''", "PERCENT, 500, 0, 件, 增加500件, 上年同期为0",
			"PERCENT, 12000, 0, 万元, 增加1.2亿元, 上年同期为0", "PERCENT, 2, -3, 家, 增加5家, 上年同期为负数",
			"PERCENT, -2, 3, 家, 减少5家, 本期为负数", "PERCENT, -2, -5, 家, 增加3家, 上年同期为负数",
			"PERCENT, -20, -5, 家, 减少15家, 上年同期为负数", "PERCENT, 400, -, 件, '', 上年同期无数据", "PERCENT, -, 400, 件, '', ''",
			"PERCENT, -, -, 件, '', ''", "POINTS, 2.68, -, %, '', 上年同期无数据",
			// shares by percentage points
			"POINTS, 2.68, 2.52, %, 提高0.16个百分点, ''", "POINTS, 2.5, 2.8, %, 降低0.3个百分点, ''",
			"POINTS, 2.68, 2.68, %, 持平, ''", "POINTS, 2.7, 2.4, %, 提高0.3个百分点, ''", "POINTS, 1.5, 0, %, 提高1.5个百分点, ''",
			"POINTS, 0, 1.5, %, 降低1.5个百分点, ''", "POINTS, 75, 74.96, %, 提高0.04个百分点, ''",
			// per-10,000 metrics and the like by their difference
			"DIFFERENCE, 3.40, 3.12, 件/万人, 增加0.28件, ''", "DIFFERENCE, 3.1, 3.4, 件/万人, 减少0.3件, ''",
			"DIFFERENCE, 2, 4, 家, 减少2家, ''", "DIFFERENCE, 4, 4, 家, 持平, ''", "DIFFERENCE, 3, 0, 家, 增加3家, ''",
			"DIFFERENCE, 2, -3, 家, 增加5家, ''",
			// estimated and preliminary against final, and the other way round
			"PERCENT, 130E, 100C, 件, 预计增长30%, ''", "PERCENT, 130P, 100C, 件, 初步统计增长30%, ''",
			"PERCENT, 130C, 100E, 件, 增长30%, 上年同期为预计数", "PERCENT, 130, 100P, 件, 增长30%, 上年同期为快报数",
			"PERCENT, 130E, 100E, 件, 预计增长30%, 上年同期为预计数", "PERCENT, 100E, 100, 件, 预计持平, ''",
			"PERCENT, 5E, 0C, 家, 预计增加5家, 上年同期为0", "PERCENT, 200E, 100, 家, 预计翻一番, ''",
			"POINTS, 2.68P, 2.52C, %, 初步统计提高0.16个百分点, ''", "DIFFERENCE, 3E, 5, 家, 预计减少2家, ''" })
	void tellsTheChangeInTheWordsOfTheTrade(Comparison comparison, @Nullable String now, @Nullable String before,
			String unit, String words, String why) {
		Change change = comparison.change(given(now), given(before), measure(comparison, unit), "上年同期");

		assertThat(change.words()).isEqualTo(words);
		assertThat(change.why()).isEqualTo(why);
		assertThat(change.words().contains("%") && change.why().contains("为0")).isFalse();
	}

	@Test
	void tellsWhereItWent() {
		assertThat(direction("5", "3")).isEqualTo(Change.Direction.UP);
		assertThat(direction("3", "5")).isEqualTo(Change.Direction.DOWN);
		assertThat(direction("3", "3.0")).isEqualTo(Change.Direction.LEVEL);
		assertThat(direction("3", null)).isEqualTo(Change.Direction.NONE);
	}

	@Test
	void printsTheReasonBesideTheWordsAndNeverAlone() {
		assertThat(new Change("增加5家", "上年同期为0", Change.Direction.UP).print()).isEqualTo("增加5家（上年同期为0）");
		assertThat(new Change("增长30%", "", Change.Direction.UP).print()).isEqualTo("增长30%");
		assertThat(Change.unknown("上年同期无数据").print()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "ACTUAL, ACTUAL, ACTUAL", "ACTUAL, ESTIMATED, ESTIMATED", "PRELIMINARY, ESTIMATED, ESTIMATED",
			"PRELIMINARY, CERTIFIED, PRELIMINARY", "CERTIFIED, CERTIFIED, CERTIFIED", "CERTIFIED, ACTUAL, ACTUAL" })
	void whatIsMadeOfTwoIsAsUnsureAsTheLessSure(Certainty one, Certainty other, Certainty both) {
		assertThat(one.with(other)).isEqualTo(both);
		assertThat(other.with(one)).isEqualTo(both);
	}

	@Test
	void certaintiesAreKnownByTheirNamesAndTheirLabels() {
		for (Certainty certainty : Certainty.values()) {
			assertThat(Certainty.named(certainty.name())).contains(certainty);
			assertThat(Certainty.labelled(certainty.label())).contains(certainty);
			assertThat(certainty.isUsual()).isEqualTo(certainty == Certainty.ACTUAL);
		}
		assertThat(Certainty.named("实际")).isEmpty();
		assertThat(Certainty.labelled("ACTUAL")).isEmpty();
	}

	@Test
	void aComparisonIsNamedWithTheUnitThatIsCounted() {
		assertThat(Comparison.DIFFERENCE.label("件/万人")).isEqualTo(Comparison.DIFFERENCE.label() + "件")
			.isEqualTo("按增减数：增加（减少）…件");
		assertThat(Comparison.POINTS.label("%")).isEqualTo(Comparison.POINTS.label()).startsWith("按百分点");
	}

	@Test
	void anAmountInAnotherUnitIsAsSureAsBefore() {
		Given given = new Given(new BigDecimal("1.5"), Certainty.ESTIMATED);
		assertThat(given.in("亿元", "万元")).hasValueSatisfying((told) -> {
			assertThat(told.amount()).isEqualByComparingTo("15000");
			assertThat(told.certainty()).isEqualTo(Certainty.ESTIMATED);
		});
		assertThat(given.in("亿元", "家")).isEmpty();
	}

	private static Measure measure(Comparison comparison, String unit) {
		boolean counts = !unit.endsWith("元") && comparison != Comparison.POINTS;
		return new Measure(unit, counts ? 0 : 2, MetricKind.FLOW, comparison, true);
	}

	private static Change.Direction direction(String now, @Nullable String before) {
		return Comparison.PERCENT.change(given(now), given(before), measure(Comparison.PERCENT, "家"), "上年同期")
			.direction();
	}

	private static @Nullable Given given(@Nullable String text) {
		if (text == null) {
			return null;
		}
		Certainty certainty = text.endsWith("E") ? Certainty.ESTIMATED : text.endsWith("P") ? Certainty.PRELIMINARY
				: text.endsWith("C") ? Certainty.CERTIFIED : Certainty.ACTUAL;
		return new Given(new BigDecimal(text.replaceAll("[EPC]$", "")), certainty);
	}

}
