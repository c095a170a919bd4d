package org.kebao.check;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FormulaTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "PRJ01+PRJ02;63", "PRJ01 + PRJ02 * 2;112", "(PRJ01+PRJ02)*2;126", "-PRJ01;-14",
					"PRJ02/PRJ01*10;35", "prev.PRJ01+lastYear.PRJ01+plan.PRJ01+below.PRJ01;106",
					"MAX(PRJ01, PRJ02, 3);49", "min(PRJ01,PRJ02);14", "SUM(PRJ01,PRJ02,1);64", "ABS(PRJ01-PRJ02);35",
					"ROUND(PRJ01/3, 2);4.67", "IF(PRJ01 > 10, 1, 2);1", "IF(PRJ01 != 14 || PRJ02 = 49, 1, 2);1",
					"PRJ01 < PRJ02 && !(PRJ01 >= PRJ02);1", "x+low+high+band;10", "0.1+0.2;0.3", "recomputed.x;7" })
	void computesExactly(String text, BigDecimal result) throws Exception {
		assertThat(Formula.of(text).compute(values())).hasValueSatisfying(
				(value) -> assertThat(value.setScale(2, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo(result));
	}

	@Test
	void tellsTheMetricsItNamesInTheirOrder() throws Exception {
		Formula formula = Formula.of("PRJ09 - prev.PRJ06 + PRJ07 * lastYear.PRJ09");
		assertThat(formula.codes()).containsExactly("PRJ09", "PRJ06", "PRJ07");
		assertThat(formula.variables()).containsExactly("PRJ09", "prev.PRJ06", "PRJ07", "lastYear.PRJ09");
	}

	@Test
	void isSilentWhereAnythingIsMissingEvenInABranchNotTaken() throws Exception {
		assertThat(Formula.of("PRJ01+PRJ03").compute(values())).isEmpty();
		assertThat(Formula.of("IF(1 = 1, PRJ01, PRJ03)").compute(values())).isEmpty();
		assertThat(Formula.of("prev.PRJ02").compute(values())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PRJ01/0", "PRJ01/(PRJ02-49)", "1/(PRJ01-PRJ01)", "ROUND(PRJ01, PRJ02)" })
	void isSilentWhereNothingCanBeComputed(String text) throws Exception {
		assertThat(Formula.of(text.replace("/0", "/(PRJ01-14)")).compute(values())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "''|请填写算式", "PRJ01^PRJ02|“^”不能用", "PRJ01+|不完整", "(PRJ01|不完整", "PRJ01 PRJ02|不完整", "2PRJ01|不完整",
					"PRJ1|看不懂“PRJ1”", "1E9|看不懂“E9”", "0x1F|看不懂", "PI*2|看不懂“PI”", "next.PRJ01|看不懂“next.PRJ01”",
					"SQRT(PRJ01)|不能用“SQRT”", "FACT(99999)|不能用“FACT”", "RANDOM()|不能用“RANDOM”",
					"STR_MATCHES(PRJ01)|看不懂“STR”", "\"a\"|不能用", "PRJ01[0]|“[”不能用", "1234567890123456|不能用",
					"ROUND(PRJ01, 9999999)|算不出来", "ABS(PRJ01, 2)|不完整", "PRJ01; PRJ02|“;”不能用", "PRJ01#|“#”不能用",
					"指标|“指”不能用", "PRJ01 == 2|不完整" })
	void refusesEverythingElseWithAReason(String text, String reason) {
		assertThatThrownBy(() -> Formula.of(text)).isInstanceOf(Formula.BrokenFormulaException.class)
			.hasMessageContaining(reason);
	}

	@Test
	void refusesALongOne() {
		assertThatThrownBy(() -> Formula.of("1+".repeat(200) + "1")).hasMessageContaining("最多 300 个字符");
	}

	@Test
	void nothingItTakesCanHang() {
		Map<String, BigDecimal> huge = values().entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (any) -> new BigDecimal("999999999999999.999999")));
		org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
			for (String text : new String[] { "PRJ01*".repeat(49) + "PRJ01",
					"(".repeat(140) + "PRJ01" + ")".repeat(140), "-".repeat(290) + "PRJ01",
					"ABS(".repeat(50) + "PRJ01" + ")".repeat(50), "1/" + "PRJ01/".repeat(48) + "PRJ01" }) {
				assertThat(Formula.of(text).compute(huge)).satisfiesAnyOf((result) -> assertThat(result).isEmpty(),
						(result) -> assertThat(result.orElseThrow().toPlainString()).hasSizeLessThan(110));
			}
		});
	}

	@Test
	void isParsedOnce() throws Exception {
		assertThat(Formula.of("PRJ01 + 77")).isSameAs(Formula.of("PRJ01 + 77"));
	}

	@Test
	void manyMayComputeItAtOnce() throws Exception {
		Formula formula = Formula.of("PRJ01*2");
		assertThat(Stream.iterate(1, (i) -> i + 1).limit(2000).parallel().filter((i) -> {
			BigDecimal value = BigDecimal.valueOf(i);
			return formula.compute(Map.of("PRJ01", value)).orElseThrow().compareTo(value.add(value)) != 0;
		})).isEmpty();
	}

	private static Map<String, BigDecimal> values() {
		return Map.ofEntries(Map.entry("PRJ01", new BigDecimal("14")), Map.entry("PRJ02", new BigDecimal("49")),
				Map.entry("prev.PRJ01", new BigDecimal("6")), Map.entry("lastYear.PRJ01", new BigDecimal("20")),
				Map.entry("plan.PRJ01", new BigDecimal("30")), Map.entry("below.PRJ01", new BigDecimal("50")),
				Map.entry("x", new BigDecimal("1")), Map.entry("low", new BigDecimal("2")),
				Map.entry("high", new BigDecimal("3")), Map.entry("band", new BigDecimal("4")),
				Map.entry("recomputed.x", new BigDecimal("7")));
	}

}
