package org.kebao.amount;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CompletionTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			7,        8,       false, SHORT,   87.5,  完成目标的87.5%，差12.5个百分点
			65,       60,      false, MET,     108.3, 超额完成8.3%
			10,       10,      false, MET,     100,   完成目标
			10.00,    10,      false, MET,     100,   完成目标
			20,       10,      false, MET,     200,   超额完成100%
			0,        10,      false, SHORT,   0,     完成目标的0%，差100个百分点
			1,        3,       false, SHORT,   33.3,  完成目标的33.3%，差66.7个百分点
			2,        3,       false, SHORT,   66.7,  完成目标的66.7%，差33.3个百分点
			9999,     10000,   false, SHORT,   99.99, 完成目标的99.99%，差0.01个百分点
			999999,   1000000, false, SHORT,   99.9999, 完成目标的99.9999%，差0.0001个百分点
			5,        23701,   false, SHORT,   0.02,  完成目标的0.02%，差99.98个百分点
			9996,     10000,   false, SHORT,   99.96, 完成目标的99.96%，差0.04个百分点
			10001,    10000,   false, MET,     100.01,   超额完成0.01%
			1000001,  1000000, false, MET,     100.0001,   完成目标
			8209.39,  9851.27, false, SHORT,   83.3,  完成目标的83.3%，差16.7个百分点
			10000,    10000,   true,  SHORT,   100,   完成目标的100%，尚未突破
			10000.01, 10000,   true,  MET,     100.0001,   突破目标
			10830,    10000,   true,  MET,     108.3, 超额完成8.3%
			9000,     10000,   true,  SHORT,   90,    完成目标的90%，差10个百分点
			-,        10,      false, BLANK, -,     本期还没有数
			5,        -,       false, UNKNOWN, -,     没有可以对照的目标值
			-,        -,       false, UNKNOWN, -,     没有可以对照的目标值
			5,        0,       false, UNKNOWN, -,     目标值为0，不计算完成率
			0,        0,       false, UNKNOWN, -,     目标值为0，不计算完成率
			5,        -3,      false, UNKNOWN, -,     目标值为负数，不计算完成率
			-2,       4,       false, SHORT,   -,     实际数为负数，不计算完成率""")
	void tellsHowMuchOfAGoalWasReached(BigDecimal actual, BigDecimal goal, boolean above, Completion.State state,
			BigDecimal percent, String words) {
		Completion completion = Completion.of(actual, goal, above, false);
		assertThat(completion.state()).isEqualTo(state);
		assertThat(completion.percent()).usingComparator(CompletionTests::compare).isEqualTo(percent);
		assertThat(completion.words()).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			2.68, 2.68, false, MET,     达到目标
			2.68, 2.68, true,  SHORT,   与目标持平，尚未突破
			2.38, 2.68, false, SHORT,   低于目标0.3个百分点
			2.98, 2.68, false, MET,     高于目标0.3个百分点
			2.98, 2.68, true,  MET,     高于目标0.3个百分点
			0,    0,    false, MET,     达到目标
			0.5,  0,    false, MET,     高于目标0.5个百分点
			-,    2.68, false, BLANK, 本期还没有数
			2.68, -,    false, UNKNOWN, 没有可以对照的目标值""")
	void sharesAreToldByPercentagePoints(BigDecimal actual, BigDecimal goal, boolean above, Completion.State state,
			String words) {
		Completion completion = Completion.of(actual, goal, above, true);
		assertThat(completion.state()).isEqualTo(state);
		assertThat(completion.percent()).isNull();
		assertThat(completion.words()).isEqualTo(words);
	}

	@Test
	void aFigureThatIsNotFinalSaysSoWhereSomethingIsKnown() {
		Measure measure = new Measure("家", 0, MetricKind.FLOW, Comparison.PERCENT, false);
		Given expected = new Given(BigDecimal.valueOf(7), Certainty.ESTIMATED);
		BigDecimal goal = BigDecimal.valueOf(8);
		assertThat(Completion.of(measure, expected, goal, false).words()).isEqualTo("预计完成目标的87.5%，差12.5个百分点");
		assertThat(Completion.of(measure, expected, null, false).words()).isEqualTo("没有可以对照的目标值");
		Completion blank = Completion.of(measure, null, goal, false);
		assertThat(blank.words()).isEqualTo("本期还没有数");
		assertThat(blank.isBlank()).isTrue();
		assertThat(Completion.of(measure, expected, goal, false).isBlank()).isFalse();
	}

	private static int compare(BigDecimal one, BigDecimal other) {
		return (one == null || other == null) ? ((one == other) ? 0 : 1) : one.compareTo(other);
	}

}
