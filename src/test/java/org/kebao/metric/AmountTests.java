package org.kebao.metric;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AmountTests {

	@Test
	void blankZeroAndNotApplicableAreThreeThings() {
		assertThat(Amount.read("  ", 0, false).state()).isEqualTo(ValueState.BLANK);
		assertThat(Amount.read("0", 0, false).state()).isEqualTo(ValueState.GIVEN);
		assertThat(Amount.read("不适用", 0, false).state()).isEqualTo(ValueState.NOT_APPLICABLE);
		assertThat(Amount.read("0", 0, false).print()).isEqualTo("0");
		assertThat(Amount.read("", 0, false).print()).isEmpty();
		assertThat(Amount.read("不适用", 0, false).print()).isEqualTo("不适用");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "8209.39|8209.39", "8,209.39|8209.39", "１２３．５|123.5", "1642.00|1642", "+5|5",
			"0.50|0.5", "77,335|77335", " 14 |14" })
	void readsWhatExcelAndInputMethodsProduce(String typed, BigDecimal amount) {
		assertThat(Amount.read(typed, 2, false).amount()).isEqualByComparingTo(amount);
		assertThat(Amount.read(typed, 2, false).print()).isEqualTo(amount.toPlainString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "1.2.3", "12,34", "1e5", "五", "14项", "--", "1 2", "NaN", "=1+1", "无" })
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

	@Test
	void refusesWhatNoColumnCouldHold() {
		assertThat(Amount.read("1" + "0".repeat(15), 0, false).refusal()).contains("太大");
		assertThat(Amount.read("9".repeat(15), 0, false).refusal()).isNull();
	}

}
