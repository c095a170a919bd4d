package org.kebao.proof;

import java.math.BigDecimal;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kebao.amount.Comparison;
import org.kebao.amount.Measure;
import org.kebao.amount.MetricKind;
import org.kebao.prose.Figure;
import org.kebao.prose.Prose;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which growth a sentence may claim, given the figures of two years.
 */
class GrowthClaimTests {

	private static final Measure COUNT = new Measure("件", 0, MetricKind.FLOW, Comparison.PERCENT, false);

	private static final Measure MONEY = new Measure("万元", 2, MetricKind.FLOW, Comparison.PERCENT, false);

	private static final Measure SHARE = new Measure("%", 2, MetricKind.RATIO, Comparison.POINTS, false);

	@ParameterizedTest
	@CsvSource({
			// rounded to whole per cent
			"比上年增长30%, 1296, 1000, true", "比上年增长30%, 1304, 1000, true", "比上年增长30%, 1294, 1000, false",
			"比上年增长30%, 1306, 1000, false", "比上年增长37.9%, 400, 290, true", "比上年增长37.8%, 400, 290, false",
			"比上年增长38%, 400, 290, true",
			// about
			"同比增长近30%, 1290, 1000, true", "同比增长近30%, 1310, 1000, false", "同比增长约30%, 1320, 1000, true",
			"同比增长约30%, 1340, 1000, false", "同比增长超过30%, 1310, 1000, true", "同比增长超过30%, 1290, 1000, false",
			"同比增长超过30%, 1900, 1000, false", "同比增长30%以上, 1350, 1000, true", "同比增长30%左右, 1280, 1000, true",
			// declines
			"同比下降10%, 900, 1000, true", "同比下降10%, 1100, 1000, false", "同比下降10%, 850, 1000, false",
			"同比增长10%, 900, 1000, false",
			// what is left is not gone
			"同比下降100%, 5, 23701, false", "同比下降100%, 0, 23701, true", "同比下降近100%, 5, 23701, true",
			"同比下降99.98%, 5, 23701, true",
			// times
			"比上年翻一番, 2000, 1000, true", "比上年翻一番, 2040, 1000, true", "比上年翻一番, 1500, 1000, false",
			"比上年翻两番, 4000, 1000, true", "比上年翻两番, 3000, 1000, false", "比上年增长1.5倍, 2500, 1000, true",
			"比上年增长1.5倍, 2560, 1000, false", "比上年增长2倍, 3000, 1000, true", "比上年增长2倍, 2000, 1000, false",
			// amounts
			"比上年增加110件, 400, 290, true", "比上年增加100件, 400, 290, false", "比上年减少10件, 280, 290, true",
			"比上年减少10件, 300, 290, false",
			// nothing is no base
			"比上年增长30%, 5, 0, false", "比上年增加5件, 5, 0, true" })
	void aCountedThingHasGrownByWhatTheFiguresSay(String growth, BigDecimal now, BigDecimal before, boolean agrees) {
		assertThat(claim("专利申请量%s件，%s。".formatted(now, growth), COUNT).agrees(now, before, false)).isEqualTo(agrees);
	}

	@ParameterizedTest
	@CsvSource({
			// 8209.39 ± 0.005 over 6300.5 ± 0.05
			"技术合同成交额8209.39万元, 30.3%, 8209.39, 6300.5, false, true",
			"技术合同成交额8209.39万元, 30.4%, 8209.39, 6300.5, false, false",
			// 0.8亿元 is anything from 7500 to 8500
			"技术合同成交额0.8亿元, 33%, 8000, 6300.5, true, true", "技术合同成交额0.8亿元, 40%, 8000, 6300.5, true, false" })
	void moneyMayBeRounded(String amount, String growth, BigDecimal now, BigDecimal before, boolean rounded,
			boolean agrees) {
		GrowthClaim claim = claim("%s，同比增长%s。".formatted(amount, growth), MONEY);
		assertThat(claim.stated()).isEqualByComparingTo(now);
		assertThat(claim.agrees(now, before, rounded)).isEqualTo(agrees);
	}

	@ParameterizedTest
	@CsvSource({ "提高0.21个百分点, 2.69, 2.48, true", "提高0.2个百分点, 2.69, 2.48, true", "提高0.3个百分点, 2.69, 2.48, false",
			"降低0.21个百分点, 2.48, 2.69, true", "提高0.21个百分点, 2.48, 2.69, false" })
	void aShareChangesByPoints(String growth, BigDecimal now, BigDecimal before, boolean agrees) {
		assertThat(claim("研发投入强度%s%%，比上年%s。".formatted(now, growth), SHARE).agrees(now, before, false))
			.isEqualTo(agrees);
	}

	@Test
	void whatLastYearWouldHaveToHaveBeenIsSaid() {
		GrowthClaim claim = claim("专利申请量400件，比上年增长30%。", COUNT);
		assertThat(claim.message("专利申请量", BigDecimal.valueOf(400), BigDecimal.valueOf(290), "增长37.9%", true))
			.isEqualTo("“专利申请量”增长30%，应为增长37.9%：按增长30%推算，上年应为307.7件，上年审定数为290件");
		assertThat(claim("专利申请量400件，比上年下降100%。", COUNT).message("专利申请量", BigDecimal.valueOf(400),
				BigDecimal.valueOf(290), "增长37.9%", true))
			.as("of nothing left nothing is implied")
			.isEqualTo("“专利申请量”下降100%，应为增长37.9%：上年审定数为290件");
	}

	@Test
	void whatIsComparedWithSomethingElseIsNoClaim() {
		for (String growth : new String[] { "环比增长12%", "年均增长12%", "比年初增长12%", "比2019年增长12%" }) {
			Figure figure = figure("专利申请量400件，%s。".formatted(growth));
			assertThat(GrowthClaim.of("专利申请量400件，%s。".formatted(growth), figure, COUNT)).as(growth).isNull();
		}
	}

	private static GrowthClaim claim(String text, Measure measure) {
		return Objects.requireNonNull(GrowthClaim.of(text, figure(text), measure), text);
	}

	private static Figure figure(String text) {
		return Prose.read(text).figures().get(0);
	}

}
