package org.kebao.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.kebao.HouseTest;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metrics;
import org.kebao.period.PeriodKind;
import org.kebao.proof.Finding;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the shipped rules say: for each, figures that break it and figures that keep it.
 * Every metric of the catalogue counts as asked.
 */
@HouseTest
class ShippedRulesTests {

	/**
	 * Rule, figures that break it, figures that just keep it; "city" or the kind of
	 * period before them.
	 */
	private static final String CASES = """
			C01-PRJ04       | PRJ04=62 PRJ01=14 PRJ02=49 | PRJ04=63 PRJ01=14 PRJ02=49
			C01-PRJ09       | PRJ09=1242 PRJ06=755 PRJ07=887 | PRJ09=1642 PRJ06=755 PRJ07=887
			C01-PLT04       | PLT04=5 PLT01=2 PLT02=4 | PLT04=6 PLT01=2 PLT02=4
			C02-RDI03       | RDI03=5 CTX04=4 | RDI03=4 CTX04=4
			C02-RDI05       | RDI05=5 CTX06=4 | RDI05=4 CTX06=4
			C02-RDI07       | RDI07=5 CTX05=4 | RDI07=4 CTX05=4
			C02-RDI09       | RDI09=10001 RDI07=1 | RDI09=10000 RDI07=1
			C02-ENT10       | ENT10=8 ENT01=9 ENT07=1 ENT08=1 ENT09=1 | ENT10=9 ENT01=9 ENT07=1 ENT08=1 ENT09=1
			C02-IPR03       | IPR03=5 IPR02=4 | IPR03=4 IPR02=4
			C02-IPR06       | IPR06=5 IPR05=4.5 | IPR06=4.5 IPR05=4.5
			C02-IPR10       | IPR10=5 IPR09=4 | IPR10=4 IPR09=4
			C02-IPR11       | IPR11=5 IPR04=4 | IPR11=4 IPR04=4
			C02-TEC03       | TEC03=5 TEC02=4 | TEC03=4 TEC02=4
			C02-PLT05       | PLT05=5 PLT04=4 | PLT05=4 PLT04=4
			C02-PLT06       | PLT06=5 PLT04=4 | PLT06=4 PLT04=4
			C02-PLT04       | PLT04=5 PLT05=3 PLT06=3 | PLT04=6 PLT05=3 PLT06=3
			C02-AGR02       | AGR02=5 CTX07=4 | AGR02=4 CTX07=4
			C02-IND01       | IND02=5 IND01=4 | IND02=4 IND01=4
			C02-IND02       | IND02=5 CTX03=4 | IND02=4 CTX03=4
			C04-SHARE       | IND03=100.01 | IND03=100
			C04-SHARE       | RDI02=-0.01 | RDI02=0
			C07-FLOW        | PRJ01=4 prev.PRJ01=5 | PRJ01=5 prev.PRJ01=5
			C07-FLOW        | PRJ01=4 prev.PRJ01=5 | ENT05=-4 prev.ENT05=5
			C07-FLOW        | PRJ01=4 prev.PRJ01=5 | ENT01=4 prev.ENT01=5
			C07-FLOW        | PRJ01=4 prev.PRJ01=5 | 上半年 PRJ01=4 prev.PRJ01=5
			C07-FLOW-Q3     | 前三季度 PRJ01=4 prev.PRJ01=5 | 前三季度 PRJ01=5 prev.PRJ01=5
			C07-FLOW-Q3     | 前三季度 PRJ01=4 prev.PRJ01=5 | 上半年 PRJ01=4 prev.PRJ01=5
			C03-RATIO       | RDI02=2.7 recomputed.RDI02=2.68 | RDI02=2.69 recomputed.RDI02=2.68
			C05-PRJ05       | PRJ05=62 PRJ01=14 PRJ02=40 PRJ03=9 | PRJ05=63 PRJ01=14 PRJ02=40 PRJ03=9
			C05-PRJ10       | PRJ10=5 PRJ09=4 | PRJ10=4 PRJ09=4
			C05-ENT02       | ENT02=5 ENT03=4 | ENT02=4 ENT03=4
			C05-COP01       | COP01=5 COP02=4 | COP01=4 COP02=4
			C05-IND07       | IND07=5 IND06=4 | IND07=4 IND06=4
			C06-IPR02       | IPR02=5 IPR01=4 | IPR02=4 IPR01=4
			C02-PRJ08       | city PRJ08=10001 RDI07=1 | city PRJ08=10000 RDI07=1
			C02-PRJ08       | city PRJ08=10001 RDI07=1 | PRJ08=10001 RDI07=1
			C02-ENT09       | ENT09=5 ENT01=4 | ENT09=4 ENT01=4
			C02-ENT10-SUM   | ENT10=13 ENT01=9 ENT07=1 ENT08=1 ENT09=1 | ENT10=12 ENT01=9 ENT07=1 ENT08=1 ENT09=1
			C02-IPR04       | IPR04=4 IPR03=5 | IPR04=5 IPR03=5
			C02-IPR07       | IPR07=5 IPR01=4 | IPR07=4 IPR01=4
			C02-AGR01       | AGR01=10 AGR02=101 | AGR01=10 AGR02=100
			C02-FIN03       | FIN03=11 FIN01=100 | FIN03=10 FIN01=100
			C02-FIN05       | FIN05=5 FIN04=4 | FIN05=4 FIN04=4
			C08-ENT01       | ENT01=12 lastYear.ENT01=10 ENT02=3 ENT06=2 | ENT01=11 lastYear.ENT01=10 ENT02=3 ENT06=2
			C08-ENT01-HALF  | 上半年 ENT01=12 prev.ENT01=10 ENT02=3 ENT06=2 | 上半年 ENT01=11 prev.ENT01=10 ENT02=3 ENT06=2
			C08-ENT01-Q1    | 一季度 ENT01=12 prev.ENT01=10 ENT02=3 ENT06=2 | 一季度 ENT01=11 prev.ENT01=10 ENT02=3 ENT06=2
			C08-ENT05-Q1    | 一季度 ENT05=3 ENT01=12 prev.ENT01=10 | 一季度 ENT05=-2 ENT01=8 prev.ENT01=10
			C08-ENT05       | ENT05=3 ENT01=12 lastYear.ENT01=10 | ENT05=2 ENT01=12 lastYear.ENT01=10
			C08-ENT05-HALF  | 上半年 ENT05=3 ENT01=12 prev.ENT01=10 | 上半年 ENT05=-2 ENT01=8 prev.ENT01=10
			C08-IPR04       | IPR04=79 lastYear.IPR04=100 | IPR04=80 lastYear.IPR04=100
			C11-TEC01       | TEC01=0 TEC02=5 | TEC01=0 TEC02=0
			C11-TEC01       | TEC01=5 TEC02=0 | TEC01=5 TEC02=5
			C11-FIN01       | FIN01=5 FIN02=0 | FIN01=5 FIN02=1
			C11-IND05       | IND05=1 IND07=0 | IND05=1 IND07=0.1
			C11-IND05       | IND05=1 IND07=0 | IND05=0 IND07=0
			C11-INC05       | INC05=1 INC01=0 INC02=0 | INC05=1 INC01=0 INC02=1
			C11-PRJ06       | PRJ06=1.9 PRJ01=2 | PRJ06=2 PRJ01=2
			C11-PRJ06       | PRJ06=1.9 PRJ01=2 | PRJ06=5 PRJ01=0
			C11-PRJ06-HIGH  | PRJ06=20001 PRJ01=1 | PRJ06=20000 PRJ01=1
			C11-TEC02       | TEC02=499 TEC01=1 | TEC02=500 TEC01=1
			C11-TEC02-HIGH  | TEC02=5001 TEC01=1 | TEC02=5000 TEC01=1
			C12-BAND        | PRJ02=16 lastYear.PRJ02=10 band.PRJ02=50 | PRJ02=15 lastYear.PRJ02=10 band.PRJ02=50
			C12-BAND        | PRJ02=4 lastYear.PRJ02=10 band.PRJ02=50 | PRJ02=9 lastYear.PRJ02=3 band.PRJ02=50
			C12-BAND        | PRJ02=0 lastYear.PRJ02=10 band.PRJ02=50 | PRJ02=10 lastYear.PRJ02=0 band.PRJ02=50
			C12-BAND-AMOUNT | PRJ06=1.6 lastYear.PRJ06=1 band.PRJ06=50 | PRJ06=1.5 lastYear.PRJ06=1 band.PRJ06=50
			C12-BAND-AMOUNT | PRJ06=0 lastYear.PRJ06=1 band.PRJ06=50 | PRJ06=10000 lastYear.PRJ06=1 band.PRJ06=50
			C12-UNIT        | TEC02=82093900 lastYear.TEC02=8000 | TEC02=39000000 lastYear.TEC02=8000
			C12-UNIT        | TEC02=0.82 lastYear.TEC02=8000 | TEC02=0 lastYear.TEC02=8000
			C12-UNIT        | RDI01=20000 lastYear.RDI01=2 | ENT01=20000 lastYear.ENT01=2
			C12-HIGH        | PRJ01=101 high.PRJ01=100 | PRJ01=100 high.PRJ01=100
			C12-HIGH        | 上半年 PRJ01=101 high.PRJ01=100 | PRJ01=101 low.PRJ01=5
			C12-LOW-FLOW    | PRJ02=4 low.PRJ02=5 | PRJ02=5 low.PRJ02=5
			C12-LOW-FLOW    | PRJ02=4 low.PRJ02=5 | 上半年 PRJ02=4 low.PRJ02=5
			C12-LOW-STOCK   | 上半年 ENT01=4 low.ENT01=5 | ENT01=5 low.ENT01=5
			C12-LOW-RATIO   | RDI02=0.2 low.RDI02=0.3 | RDI02=0.3 low.RDI02=0.3
			C14-AGR05       | AGR05=4 AGR04=5 | AGR05=5 AGR04=5
			C14-PUB02       | PUB02=4 PUB01=5 | PUB02=5 PUB01=5
			C14-AGR04       | AGR05=99 AGR04=10 | AGR05=100 AGR04=10
			C14-AGR04       | AGR05=99 AGR04=10 | AGR05=9 AGR04=10
			C14-AGR04-HIGH  | AGR05=501 AGR04=1 | AGR05=500 AGR04=1
			C14-PUB01       | PUB02=99 PUB01=10 | PUB02=100 PUB01=10
			C14-PUB01-HIGH  | PUB02=5001 PUB01=1 | PUB02=5000 PUB01=1
			C15-BELOW       | city PRJ01=9 below.PRJ01=10 | city PRJ01=10 below.PRJ01=10
			C15-ABOVE       | city PRJ01=16 below.PRJ01=10 | city PRJ01=15 below.PRJ01=10
			C15-ABOVE       | city PRJ01=16 below.PRJ01=10 | city PRJ01=9 below.PRJ01=3
			""";

	@Autowired
	private RuleRepository rules;

	@Autowired
	private Metrics metrics;

	@Test
	void eachIsBrokenAndKeptByTheFiguresMeantForIt() {
		Map<String, Rule> byCode = shipped().stream().collect(Collectors.toMap(Rule::getCode, Function.identity()));
		assertThat(CASES.lines()).allSatisfy((line) -> {
			String[] words = line.split("\\|");
			Rule rule = byCode.get(words[0].trim());
			assertThat(Examination.findings(List.of(rule), figures(words[1]))).singleElement()
				.satisfies((finding) -> assertThat(finding.message() + finding.instruction())
					.doesNotContain("—0", "{", "}")
					.doesNotContain(" — "));
			assertThat(Examination.findings(List.of(rule), figures(words[2]))).isEmpty();
		});
		Set<String> told = CASES.lines().map((line) -> line.split("\\|")[0].trim()).collect(Collectors.toSet());
		assertThat(told).containsExactlyInAnyOrderElementsOf(byCode.keySet());
	}

	/** The first sentence of a real annual report. */
	@Test
	void twoErrorsAndNothingElseInAnOtherwiseEmptyTable() {
		String typed = "PRJ04=%s PRJ01=14 PRJ02=49 PRJ09=%s PRJ06=755 PRJ07=887";
		assertThat(Examination.findings(shipped(), figures(typed.formatted("62", "1242"))))
			.extracting(Finding::rule, Finding::message)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("C01-PRJ04", "合计 62 项 ≠ 国家级 14 + 省级 49 = 63 项，差 1 项"),
					org.assertj.core.groups.Tuple.tuple("C01-PRJ09",
							"合计 1242 万元 ≠ 国家级 755 + 省级 887 = 1642 万元，差 400 万元"));
		assertThat(Examination.findings(shipped(), figures(typed.formatted("63", "1642")))).isEmpty();
	}

	@Test
	void everyCodeIsInTheCatalogue() {
		Set<String> codes = this.metrics.catalogue()
			.all()
			.stream()
			.map((metric) -> metric.getCode())
			.collect(Collectors.toSet());
		assertThat(shipped()).isNotEmpty().allSatisfy((rule) -> {
			for (String side : List.of(rule.getLeftSide(), rule.getRightSide())) {
				assertThat(codes).containsAll(Formula.of(side).codes());
			}
		});
	}

	private List<Rule> shipped() {
		return this.rules.findAll().stream().filter(Rule::isShipped).toList();
	}

	private Figures figures(String text) {
		Set<String> words = new TreeSet<>(Stream.of(text.trim().split(" ")).toList());
		PeriodKind kind = Stream.of(PeriodKind.values())
			.filter((one) -> words.remove(one.label()))
			.findFirst()
			.orElse(PeriodKind.ANNUAL);
		String level = words.remove("city") ? "CITY" : "COUNTY";
		Catalogue catalogue = this.metrics.catalogue();
		return Sheets.of(String.join(" ", words), kind, level,
				catalogue.all()
					.stream()
					.map((metric) -> new Figures.Subject(metric.getCode(), metric.getName(), metric.measure(), null,
							null, null))
					.toList());
	}

}
