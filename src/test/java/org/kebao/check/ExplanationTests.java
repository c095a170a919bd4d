package org.kebao.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kebao.proof.Basis;
import org.kebao.proof.Finding;

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
	void wordsFallWhenAFigureChangesAndStandAgainWhenItIsBack() {
		Explanation explanation = judged(Explanation.Verdict.ACCEPTED);
		assertThat(explanation.holdsFor(finding(1500))).isTrue();
		assertThat(explanation.verdictOn(finding(1500))).isEqualTo(Explanation.Verdict.ACCEPTED);
		assertThat(explanation.holdsFor(finding(1510))).isFalse();
		assertThat(explanation.verdictOn(finding(1510))).isEqualTo(Explanation.Verdict.OPEN);
		assertThat(finding(1510).basis().since(explanation.getFigures()))
			.containsExactly(new Basis.Change("到位资金", "1500万元", "1510万元"));
	}

	@Test
	void wordsThatStillHoldHoldForBothAndAreToBeJudgedAgain() {
		Explanation explanation = judged(Explanation.Verdict.ACCEPTED);
		explanation.hold(finding(1500));
		assertThat(explanation.getVerdict()).isEqualTo(Explanation.Verdict.ACCEPTED);
		explanation.hold(finding(1510));
		assertThat(explanation.getVerdict()).isEqualTo(Explanation.Verdict.OPEN);
		assertThat(explanation.holdsFor(finding(1510))).isTrue();
		assertThat(explanation.holdsFor(finding(1500))).isTrue();
		assertThat(explanation.holdsFor(finding(1520))).isFalse();
		explanation.write("另外的说明文字", finding(1520), 1L, NOW);
		assertThat(explanation.holdsFor(finding(1500))).as("other words were written for other figures").isFalse();
	}

	@Test
	void rejectedWordsStayRejectedUntilTheyAreRewritten() {
		Explanation explanation = judged(Explanation.Verdict.REJECTED);
		assertThat(explanation.verdictOn(finding(1510))).isEqualTo(Explanation.Verdict.REJECTED);
		explanation.write("另外的说明文字", finding(1500), 1L, NOW);
		assertThat(explanation.getVerdict()).isEqualTo(Explanation.Verdict.OPEN);
		assertThat(explanation.getVerdictWords()).isEmpty();
	}

	private static Explanation judged(Explanation.Verdict verdict) {
		Explanation explanation = new Explanation(1L, "C05-PRJ10.PRJ10");
		explanation.write("上年项目今年到位", finding(1500), 1L, NOW);
		explanation.judge(verdict, "过于笼统", 2L, NOW);
		return explanation;
	}

	private static Finding finding(int amount) {
		return new Finding("C05-PRJ10.PRJ10", "C05-PRJ10", "到位不超过争取", Finding.Severity.WARNING, List.of("PRJ10"), "",
				"",
				Basis.of("C05-PRJ10", "PRJ10")
					.amount("PRJ10", "到位资金", BigDecimal.valueOf(amount), "万元")
					.amount("PRJ09", "争取资金", BigDecimal.valueOf(1000), "万元"));
	}

}
