package org.kebao.amount;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AmountTests {

	@Test
	void blankZeroNotApplicableAndNotYetAreFourThings() {
		assertThat(Amount.read("  ", 0, false).state()).isEqualTo(ValueState.BLANK);
		assertThat(Amount.read("0", 0, false).state()).isEqualTo(ValueState.GIVEN);
		assertThat(Amount.read("不适用", 0, false).state()).isEqualTo(ValueState.NOT_APPLICABLE);
		assertThat(Amount.read("未到统计时间", 0, false).state()).isEqualTo(ValueState.NOT_YET);
		assertThat(Amount.read("未统计", 0, false).print()).isEqualTo("未到统计时间");
		assertThat(Amount.read("0", 0, false).print()).isEqualTo("0");
		assertThat(Amount.read("", 0, false).print()).isEmpty();
		assertThat(Amount.read("不适用", 0, false).print()).isEqualTo("不适用");
	}

	@Test
	void wordsInPlaceOfANumberAreNoBlank() {
		assertThat(Amount.read("不适用", 0, false).isWordsOnly()).isTrue();
		assertThat(Amount.read("未到统计时间", 0, false).isWordsOnly()).isTrue();
		assertThat(Amount.read("", 0, false).isWordsOnly()).isFalse();
		assertThat(Amount.read("0", 0, false).isWordsOnly()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "RATIO, %, true, false", "RATIO, 件/万人, false, false", "RATIO, 万元, false, false",
			"FLOW, %, false, false", "FLOW, 万元, false, true", "STOCK, 亿元, false, true", "FLOW, 家, false, false" })
	void aShareIsARatioAndMoneyIsNone(MetricKind kind, String unit, boolean share, boolean money) {
		Measure measure = new Measure(unit, 2, kind, Comparison.PERCENT, false);
		assertThat(measure.isShare()).isEqualTo(share);
		assertThat(measure.isMoney()).isEqualTo(money);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "8209.39|8209.39", "8,209.39|8209.39", "１２３．５|123.5", "1642.00|1642", "+5|5", "0.50|0.5",
					"77,335|77335", " 14 |14", ".5|0.5", "\u200b1\u202e4\u2069\ufeff|14", "1\u00ad4\u2060|14",
					"\u00a014\u3000|14" })
	void readsWhatExcelAndInputMethodsProduce(String typed, BigDecimal amount) {
		assertThat(Amount.read(typed, 2, false).amount()).isEqualByComparingTo(amount);
		assertThat(Amount.read(typed, 2, false).print()).isEqualTo(amount.toPlainString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "1.2.3", "12,34", "1e5", "五", "14项", "--", "1 2", "NaN", "=1+1", "无", "10²", "1/2",
			"½", "１２三", "2,8000", "0,123", "1,23", "1,234,56", "27 006", "1.234,5", "+-5", "①", "१२", "5." })
	void refusesWhatIsNoNumber(String typed) {
		assertThat(Amount.read(typed, 2, false).refusal()).contains("请填数字");
	}

	@Test
	void refusesMoreDecimalsThanTheMetricKeeps() {
		assertThat(Amount.read("1.5", 0, false).refusal()).isEqualTo("此项只能填整数");
		assertThat(Amount.read("1.555", 2, false).refusal()).isEqualTo("此项最多保留 2 位小数");
		assertThat(Amount.read("1.550", 2, false).refusal()).isNull();
	}

	@Test
	void refusesNegativesWhereThereCanBeNone() {
		assertThat(Amount.read("-1", 0, false).refusal()).isEqualTo("此项不能是负数");
		assertThat(Amount.read("－1", 0, true).amount()).isEqualByComparingTo("-1");
	}

	@ParameterizedTest
	@CsvSource({ "1642, 万元, 1642万元", "10000, 万元, 1亿元", "9999.99, 万元, 9999.99万元", "16420.55, 万元, 1.642055亿元",
			"0.5, 亿元, 5000万元", "1, 亿元, 1亿元", "0.000001, 亿元, 0.01万元", "0, 亿元, 0亿元", "0, 万元, 0万元", "-12000, 万元, -1.2亿元",
			"20000, 人次, 20000人次", "1234567890.12, 万元, 123456.789012亿元" })
	void spellsMoneyAsTheTradeDoesWithEveryDigit(BigDecimal amount, String unit, String spelled) {
		assertThat(Amount.spell(amount, unit)).isEqualTo(spelled);
		assertThat(Amount.convert(Amount.convert(amount, unit, Amount.spelledUnit(amount, unit)),
				Amount.spelledUnit(amount, unit), unit))
			.isEqualByComparingTo(amount);
	}

	@Test
	void refusesWhatNoColumnCouldHold() {
		assertThat(Amount.read("1" + "0".repeat(15), 0, false).refusal()).contains("太大");
		assertThat(Amount.read("9".repeat(15), 0, false).refusal()).isNull();
	}

}
