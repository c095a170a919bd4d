package org.kebao.amount;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kebao.amount.Pace.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

	private static final BigDecimal HALF = BigDecimal.valueOf(50);

	/**
	 * @param past what was done by then and in all of past years, as in 30/100 40/100
	 */
	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			FLOW,  50,    100,   '',                    ON_TIME,  时间过半、任务过半
			FLOW,  62,    100,   '',                    ON_TIME,  时间过半、任务过半
			FLOW,  100,   100,   '',                    ACHIEVED, 已完成全年目标
			FLOW,  130,   100,   '',                    ACHIEVED, 已完成全年目标
			FLOW,  40,    100,   '',                    BEHIND,   进度滞后，低于时间进度10个百分点
			FLOW,  0,     100,   '',                    BEHIND,   进度滞后，低于时间进度50个百分点
			FLOW,  49.99, 100,   '',                    BEHIND,   进度滞后，略低于时间进度
			FLOW,  49.95, 100,   '',                    BEHIND,   进度滞后，低于时间进度0.1个百分点
			FLOW,  49.96, 100,   '',                    BEHIND,   进度滞后，略低于时间进度
			FLOW,  40,    100,   30/100,                BEHIND,   进度滞后，低于时间进度10个百分点
			FLOW,  40,    100,   30/100 50/100,         SEASONAL, 任务未过半，按往年同期进度正常（平均完成40%）
			FLOW,  40,    100,   30/100 35/100 32/100,  SEASONAL, 任务未过半，按往年同期进度正常（平均完成32.3%）
			FLOW,  40,    100,   45/100 46/100,         BEHIND,   进度滞后，低于时间进度10个百分点，也慢于往年同期（平均完成45.5%）
			FLOW,  55,    100,   60/100 62/100,         ON_TIME,  时间过半、任务过半，但慢于往年同期（平均完成61%）
			FLOW,  55,    100,   50/100 40/100,         ON_TIME,  时间过半、任务过半
			FLOW,  40,    100,   30/100 5/0,            BEHIND,   进度滞后，低于时间进度10个百分点
			FLOW,  40,    100,   30/100 0/0,            BEHIND,   进度滞后，低于时间进度10个百分点
			FLOW,  40,    100,   20/100 100/100,        BEHIND,   进度滞后，低于时间进度10个百分点，也慢于往年同期（平均完成60%）
			FLOW,  55,    100,   55/100 55/100,         ON_TIME,  时间过半、任务过半
			FLOW,  40,    100,   30/100 120/100,        BEHIND,   进度滞后，低于时间进度10个百分点
			FLOW,  40,    100,   30/100 -5/100,         BEHIND,   进度滞后，低于时间进度10个百分点
			FLOW,  40,    100,   0/100 0/50,            SEASONAL, 任务未过半，按往年同期进度正常（平均完成0%）
			FLOW,  -,     100,   30/100 50/100,         UNKNOWN,  ''
			FLOW,  40,    -,     30/100 50/100,         UNKNOWN,  ''
			FLOW,  40,    0,     '',                    UNKNOWN,  ''
			STOCK, 40,    100,   30/100 50/100,         UNTIMED,  尚未达到全年目标（时点数不按时间进度衡量）
			STOCK, 60,    100,   '',                    UNTIMED,  尚未达到全年目标（时点数不按时间进度衡量）
			STOCK, 100,   100,   '',                    ACHIEVED, 已达到全年目标
			RATIO, 2.3,   2.5,   '',                    UNTIMED,  尚未达到全年目标（相对数不按时间进度衡量）
			RATIO, 2.5,   2.5,   '',                    ACHIEVED, 已达到全年目标""")
	void tellsHowAYearsGoalStandsAtHalfYear(MetricKind kind, BigDecimal actual, BigDecimal goal, String past,
			Verdict verdict, String words) {
		Completion completion = Completion.of(actual, goal, false, kind == MetricKind.RATIO);
		Pace pace = Pace.at(HALF, kind, completion, actual, goal, years(past));
		assertThat(pace.verdict()).isEqualTo(verdict);
		assertThat(pace.words()).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			25, 25,    100, '',            ON_TIME,  达到时间进度（25%）
			25, 40,    100, 50/100 60/100, ON_TIME,  达到时间进度（25%），但慢于往年同期（平均完成55%）
			25, 20,    100, '',            BEHIND,   进度滞后，低于时间进度5个百分点
			25, 24.99, 100, '',            BEHIND,   进度滞后，略低于时间进度
			25, 20,    100, 10/100 20/100, SEASONAL, 未达到时间进度（25%），按往年同期进度正常（平均完成15%）
			75, 74,    100, '',            BEHIND,   进度滞后，低于时间进度1个百分点
			75, 75,    100, '',            ON_TIME,  达到时间进度（75%）
			75, 60,    100, 80/100 90/100, BEHIND,   进度滞后，低于时间进度15个百分点，也慢于往年同期（平均完成85%）
			75, 100,   100, '',            ACHIEVED, 已完成全年目标""")
	void tellsTheSameOfEveryPartOfAYear(BigDecimal time, BigDecimal actual, BigDecimal goal, String past,
			Verdict verdict, String words) {
		Pace pace = Pace.at(time, MetricKind.FLOW, Completion.of(actual, goal, false, false), actual, goal,
				years(past));
		assertThat(pace).isEqualTo(new Pace(verdict, words));
	}

	@Test
	void whatIsToBePassedIsNotAchievedWhenItIsReached() {
		BigDecimal goal = BigDecimal.valueOf(10_000);
		Pace pace = Pace.at(HALF, MetricKind.FLOW, Completion.of(goal, goal, true, false), goal, goal, List.of());
		assertThat(pace.verdict()).isEqualTo(Verdict.ON_TIME);
	}

	private static List<Pace.Year> years(String past) {
		return Stream.of(past.split(" "))
			.filter((year) -> !year.isEmpty())
			.map((year) -> year.split("/"))
			.map((year) -> new Pace.Year(new BigDecimal(year[0]), new BigDecimal(year[1])))
			.toList();
	}

}
