package org.kebao.amount;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnitsTests {

	@ParameterizedTest
	@CsvSource({ "万元, 亿元, 0.0001", "亿元, 万元, 10000", "元, 亿元, 0.00000001", "亿元, 元, 100000000", "人, 万人, 0.0001",
			"万平方米, 平方米, 10000", "项, 项, 1", "万元, 万元, 1" })
	void tellsAnAmountInAnotherSizeOfTheSameMeasure(String from, String to, String factor) {
		assertThat(Units.factor(from, to).orElseThrow()).isEqualByComparingTo(factor);
	}

	@ParameterizedTest
	@CsvSource({ "人, 人次", "家, 家次", "万元, 万人", "项, 件", "亩, 平方米", "元, %" })
	void neverTellsOneMeasureAsAnother(String from, String to) {
		assertThat(Units.factor(from, to)).isEmpty();
		assertThat(Units.factor(to, from)).isEmpty();
	}

}
