package org.kebao.check;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExplanationTests {

	private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");

	@ParameterizedTest
	@ValueSource(strings = { "无", "无。", "……", "！！！！！！", "无无无无无无无", "核对过了", "已 核 对 了", "12345", "。。。。。。a" })
	void wordsThatExplainNothingAreRefused(String words) {
		assertThat(Explanation.refusal(words)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "上年项目今年到位", "无此项目资金下达", "区划调整，并入两镇" })
	void wordsThatMayExplainAndNoneAtAllAreTaken(String words) {
		assertThat(Explanation.refusal(words)).isEmpty();
	}

	@Test
	void acceptedWordsAreOpenAgainWhenTheFiguresChange() {
		Explanation explanation = judged(Explanation.Verdict.ACCEPTED);
		assertThat(explanation.verdictOn("a")).isEqualTo(Explanation.Verdict.ACCEPTED);
		assertThat(explanation.verdictOn("b")).isEqualTo(Explanation.Verdict.OPEN);
		explanation.submit("a");
		assertThat(explanation.getVerdict()).isEqualTo(Explanation.Verdict.ACCEPTED);
		explanation.submit("b");
		assertThat(explanation.getVerdict()).isEqualTo(Explanation.Verdict.OPEN);
	}

	@Test
	void rejectedWordsStayRejectedUntilTheyAreRewritten() {
		Explanation explanation = judged(Explanation.Verdict.REJECTED);
		assertThat(explanation.verdictOn("b")).isEqualTo(Explanation.Verdict.REJECTED);
		explanation.write("另外的说明文字", "a", 1L, NOW);
		assertThat(explanation.getVerdict()).isEqualTo(Explanation.Verdict.OPEN);
		assertThat(explanation.getVerdictWords()).isEmpty();
	}

	private static Explanation judged(Explanation.Verdict verdict) {
		Explanation explanation = new Explanation(1L, "C05-PRJ10.PRJ10", "上年项目今年到位", "a", 1L, NOW);
		explanation.judge(verdict, "过于笼统", 2L, NOW);
		return explanation;
	}

}
