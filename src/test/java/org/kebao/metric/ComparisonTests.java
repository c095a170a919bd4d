package org.kebao.metric;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Domain handbook §2.2.
 */
class ComparisonTests {

	@ParameterizedTest
	@CsvSource({ "PERCENT,FLOW,14,11,项,增长27.3%", "PERCENT,FLOW,400,307.69,件,增长30%", "PERCENT,FLOW,950,1000,件,下降5%",
			"PERCENT,FLOW,5,3,家,增加2家", "PERCENT,FLOW,3,5,家,减少2家", "PERCENT,FLOW,5,0,家,上年同期为0", "PERCENT,FLOW,0,0,家,持平",
			"PERCENT,STOCK,100,100,家,持平", "PERCENT,FLOW,0,50,家,下降100%", "PERCENT,FLOW,100001,100000,人次,基本持平",
			"PERCENT,FLOW,10004,10000,人次,增长0.04%", "POINTS,RATIO,2.68,2.52,%,提高0.16个百分点",
			"POINTS,RATIO,2.5,2.8,%,降低0.3个百分点", "DIFFERENCE,RATIO,3.40,3.12,件/万人,增加0.28件",
			"DIFFERENCE,STOCK,2,4,家,减少2家" })
	void tellsTheChangeInTheWordsOfTheTrade(Comparison comparison, MetricKind kind, BigDecimal now, BigDecimal before,
			String unit, String words) {
		assertThat(comparison.change(now, before, unit, kind)).isEqualTo(words);
	}

	@Test
	void tellsNothingWhereAFigureIsMissingOrNegative() {
		assertThat(Comparison.PERCENT.change(null, BigDecimal.ONE, "家", MetricKind.FLOW)).isEmpty();
		assertThat(Comparison.PERCENT.change(BigDecimal.ONE, null, "家", MetricKind.FLOW)).isEmpty();
		assertThat(Comparison.PERCENT.change(new BigDecimal("2"), new BigDecimal("-3"), "家", MetricKind.FLOW))
			.isEmpty();
	}

}
