package org.kebao.summary;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rows of a title.
 */
class TitleRowsTests {

	private static List<String> rows(String line) {
		return TitleRows.of(line)
			.stream()
			.map((row) -> row.stream().map(Unbroken.Piece::text).collect(Collectors.joining()))
			.toList();
	}

	@ParameterizedTest
	@CsvSource({ "望川县科技局,望川县科技局", "2026年度工作总结及2027年工作计划,2026年度工作总结及2027年工作计划",
			"关于报送2026年度工作总结和2027年工作计划的报告,关于报送2026年度工作总结/和2027年工作计划的报告",
			"关于报送2026年上半年工作总结和下半年工作计划的报告,关于报送2026年上半年工作总结/和下半年工作计划的报告",
			"望川县科技局关于报送2026年度工作总结和2027年工作计划的报告,望川县科技局关于报送2026年度/工作总结和2027年工作计划的报告", "江州高新技术产业开发区科技创新局,江州高新技术产业开发区科技创新局",
			"云岭市高新技术产业开发区管理委员会科技创新和产业发展局,云岭市高新技术产业开发区/管理委员会科技创新和产业发展局" })
	void breakBetweenWordsAndAreBalanced(String line, String rows) {
		assertThat(String.join("/", rows(line))).isEqualTo(rows);
	}

	@Test
	void areMadeOfTheTitleAndNothingElse() {
		for (String line : List.of("关于报送2026年度工作总结和2027年工作计划的报告", "科".repeat(60), "Kebao".repeat(20), "一",
				"《关于科技》和“创新”的报告".repeat(3))) {
			assertThat(String.join("", rows(line))).isEqualTo(line);
		}
	}

	@Test
	void keepEveryWordWhole() {
		assertThat(TitleRows.words("关于报送2026年度工作总结和2027年工作计划的报告")).containsExactly("关于", "报送", "2026年度", "工作总结", "和",
				"2027年", "工作计划的", "报告");
	}

}
