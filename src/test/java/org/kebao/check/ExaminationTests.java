package org.kebao.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kebao.period.PeriodKind;
import org.kebao.proof.Finding;

import static org.assertj.core.api.Assertions.assertThat;

class ExaminationTests {

	private static final Rule SUM = rule(Rule.Reach.NAMED, "PRJ04", Rule.Relation.EQUAL, "PRJ01+PRJ02", "", null,
			"合计 {PRJ04} 项 ≠ 国家级 {PRJ01} + 省级 {PRJ02} = {right} 项，差 {difference} 项");

	@Test
	void aSumThatDoesNotAddUpIsFoundBesideTheSumWithItsFigures() {
		List<Finding> findings = find(SUM, "PRJ04=62 PRJ01=14 PRJ02=49");
		assertThat(findings).singleElement().satisfies((finding) -> {
			assertThat(finding.key()).isEqualTo("T01.PRJ04");
			assertThat(finding.metric()).isEqualTo("PRJ04");
			assertThat(finding.metrics()).containsExactly("PRJ04", "PRJ01", "PRJ02");
			assertThat(finding.message()).isEqualTo("合计 62 项 ≠ 国家级 14 + 省级 49 = 63 项，差 1 项");
		});
		assertThat(find(SUM, "PRJ04=63 PRJ01=14 PRJ02=49")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "PRJ04=62 PRJ01=14", "PRJ01=14 PRJ02=49", "PRJ04=62", "''", "PRJ04=62 PRJ01=14 lastYear.PRJ02=49" })
	void whatIsMissingMakesARuleSilentNeverFalse(String figures) {
		assertThat(Examination.of(SUM, Sheets.annual(figures))).singleElement().satisfies((outcome) -> {
			assertThat(outcome.silent()).isTrue();
			assertThat(outcome.finding()).isNull();
		});
	}

	@Test
	void zeroIsNotMissing() {
		assertThat(find(SUM, "PRJ04=1 PRJ01=0 PRJ02=0")).hasSize(1);
		assertThat(find(SUM, "PRJ04=0 PRJ01=0 PRJ02=0")).isEmpty();
	}

	@Test
	void whatTheBureauDoesNotHaveAddsNothing() {
		assertThat(find(SUM, "PRJ04=62 PRJ01=14 PRJ02=不适用")).extracting(Finding::message)
			.containsExactly("合计 62 项 ≠ 国家级 14 + 省级 不适用 = 14 项，差 48 项");
		assertThat(find(SUM, "PRJ04=14 PRJ01=14 PRJ02=不适用")).isEmpty();
		assertThat(find(SUM, "PRJ04=不适用 PRJ01=14 PRJ02=49")).hasSize(1);
		assertThat(find(SUM, "PRJ04=不适用 PRJ01=不适用 PRJ02=不适用")).isEmpty();
		assertThat(find(SUM, "PRJ04=62 PRJ01=不适用")).isEmpty();
		assertThat(find(SUM, "PRJ04=62 PRJ01=14 PRJ02=0").get(0).fingerprint())
			.isNotEqualTo(find(SUM, "PRJ04=62 PRJ01=14 PRJ02=不适用").get(0).fingerprint());
	}

	@Test
	void whatRunsUpInAYearIsNotGoneInTheEnd() {
		Rule rule = rule(Rule.Reach.EACH_FLOW, "x", Rule.Relation.AT_LEAST, "prev.x", "", null, "{name} {x}，{prev.x}");
		assertThat(find(rule, "PRJ01=不适用 prev.PRJ01=15")).extracting(Finding::message).containsExactly("国家级立项数 不适用，15");
		Rule low = rule(Rule.Reach.EACH_FLOW, "x", Rule.Relation.AT_LEAST, "low", "", "0", "");
		assertThat(find(low, "PRJ01=不适用 low.PRJ01=15")).isEmpty();
		assertThat(find(low, "PRJ01=3 low.PRJ01=15")).hasSize(1);
	}

	@Test
	void aMetricThatIsNotAskedIsMissing() {
		Rule rule = rule(Rule.Reach.NAMED, "PRJ04", Rule.Relation.EQUAL, "PRJ01+PRJ99", "", null, "");
		assertThat(find(rule, "PRJ04=62 PRJ01=14 PRJ99=1")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1642,755,887,0", "1641,755,887,1", "3.58,1.23,2.34,0", "3.59,1.23,2.34,1", "1642,755.4,886.5,0",
			"1643,755.4,886.5,1", "1641.92,755.44,886.45,1", "1641.89,755.44,886.45,0", "2,1,1.0,0", "3,1,1.00,1" })
	void roundedPartsNeedNotAddUpToARoundedSumButWholeNumbersMust(String sum, String one, String other, int found) {
		Rule rule = rule(Rule.Reach.NAMED, "PRJ09", Rule.Relation.EQUAL, "PRJ06+PRJ07", "", null, "");
		assertThat(find(rule, "PRJ09=%s PRJ06=%s PRJ07=%s".formatted(sum, one, other))).hasSize(found);
	}

	@ParameterizedTest
	@CsvSource({ "EQUAL,5,5,0", "EQUAL,5,7,0", "EQUAL,5,8,1", "EQUAL,8,5,1", "AT_MOST,7,5,0", "AT_MOST,8,5,1",
			"AT_MOST,1,5,0", "AT_LEAST,3,5,0", "AT_LEAST,2,5,1", "AT_LEAST,9,5,0", "LESS,5,5,1", "LESS,4,5,0",
			"MORE,5,5,1", "MORE,6,5,0", "BOTH_OR_NEITHER,0,0,0", "BOTH_OR_NEITHER,3,7,0", "BOTH_OR_NEITHER,0,7,1",
			"BOTH_OR_NEITHER,3,0,1" })
	void eachRelationWithATolerance(Rule.Relation relation, int left, int right, int found) {
		Rule rule = rule(Rule.Reach.NAMED, "PRJ01", relation, "PRJ02", "", "2", "");
		assertThat(find(rule, "PRJ01=%d PRJ02=%d".formatted(left, right))).hasSize(found);
	}

	@ParameterizedTest
	@CsvSource({ "EACH,13", "EACH_FLOW,8", "EACH_STOCK,2", "EACH_RATIO,2", "EACH_SHARE,1", "EACH_COUNT,6",
			"EACH_AMOUNT,5", "EACH_MONEY,4" })
	void aRuleOverEachSpeaksOfThoseOfItsKind(Rule.Reach reach, int count) {
		assertThat(Examination.of(rule(reach, "x", Rule.Relation.MORE, "0", "", null, ""), Sheets.annual("")))
			.hasSize(count);
	}

	@Test
	void aRuleOverEachFindsInEachForItself() {
		Rule rule = rule(Rule.Reach.EACH_FLOW, "x", Rule.Relation.AT_LEAST, "prev.x", "", null,
				"{name} {x} {unit} < {prev.x} {unit}");
		assertThat(find(rule, """
				PRJ01=14 prev.PRJ01=15
				PRJ02=49 prev.PRJ02=49
				PRJ06=1  prev.PRJ06=2.5
				PRJ07=1
				ENT01=3  prev.ENT01=5
				ENT05=-2 prev.ENT05=1
				""")).extracting(Finding::key, Finding::message)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("T01.PRJ01", "国家级立项数 14 项 < 15 项"),
					org.assertj.core.groups.Tuple.tuple("T01.PRJ06", "国家级资金 1 万元 < 2.5 万元"));
	}

	@Test
	void boundsOfTheCatalogueThatAreUnknownMakeItSilent() {
		Rule rule = rule(Rule.Reach.EACH, "MIN(MAX(x, low), high)", Rule.Relation.EQUAL, "x", "", "0", "");
		assertThat(find(rule, "PRJ01=14 high.PRJ01=10")).isEmpty();
		assertThat(find(rule, "PRJ01=14 low.PRJ01=0 high.PRJ01=10 PRJ02=7 low.PRJ02=8 high.PRJ02=9")).hasSize(2);
	}

	@Test
	void itSpeaksOnlyWhereItApplies() {
		Rule rule = rule(Rule.Reach.NAMED, "PRJ01", Rule.Relation.MORE, "0", "PRJ06 > 0", null, "");
		assertThat(find(rule, "PRJ01=0 PRJ06=5")).hasSize(1);
		assertThat(find(rule, "PRJ01=0 PRJ06=0")).isEmpty();
		assertThat(find(rule, "PRJ01=0")).isEmpty();
	}

	@Test
	void itHoldsInItsPeriodsAndOnItsLevels() {
		RuleForm form = new RuleForm(null, "T01", "某规则", Rule.Reach.NAMED, "PRJ01", Rule.Relation.MORE, "100", "", null,
				Finding.Severity.ERROR, "少", "改", PeriodKind.ANNUAL, Set.of("CITY", "PROVINCE"));
		Rule rule = new Rule(form, 1);
		assertThat(find(rule, Sheets.figures("PRJ01=1", PeriodKind.ANNUAL, "CITY"))).hasSize(1);
		assertThat(find(rule, Sheets.figures("PRJ01=1", PeriodKind.ANNUAL, "COUNTY"))).isEmpty();
		assertThat(find(rule, Sheets.figures("PRJ01=1", PeriodKind.FIRST_HALF, "CITY"))).isEmpty();
	}

	@Test
	void theFingerprintChangesWithEveryFigureAndWithNothingElse() {
		String first = find(SUM, "PRJ04=62 PRJ01=14 PRJ02=49").get(0).fingerprint();
		assertThat(find(SUM, "PRJ04=62.0 PRJ01=14 PRJ02=49 PRJ03=7").get(0).fingerprint()).isEqualTo(first);
		assertThat(find(SUM, "PRJ04=62 PRJ01=15 PRJ02=48").get(0).fingerprint()).isNotEqualTo(first);
		assertThat(find(SUM, "PRJ04=61 PRJ01=14 PRJ02=49").get(0).fingerprint()).isNotEqualTo(first);
	}

	@Test
	void errorsComeFirst() {
		Rule warning = new Rule(new RuleForm(null, "T00", "提示", Rule.Reach.NAMED, "PRJ01", Rule.Relation.MORE, "100",
				"", null, Finding.Severity.WARNING, "少", "说明", null, Set.of()), 0);
		assertThat(Examination.findings(List.of(warning, SUM), Sheets.annual("PRJ04=62 PRJ01=14 PRJ02=49")))
			.extracting(Finding::severity)
			.containsExactly(Finding.Severity.ERROR, Finding.Severity.WARNING);
	}

	@Test
	void whatAnAdministratorWritesIntoAMessageIsOnlyText() {
		Rule rule = rule(Rule.Reach.NAMED, "PRJ01", Rule.Relation.MORE, "100", "", null,
				"{PRJ01} $1 \\ {difference} <b> {nothing} {");
		assertThat(find(rule, "PRJ01=1").get(0).message()).isEqualTo("1 $1 \\ 99 <b> — {");
	}

	@Test
	void aBrokenRuleOfAnotherTimeIsSilent() {
		assertThat(find(rule(Rule.Reach.NAMED, "PRJ01 +", Rule.Relation.MORE, "100", "", null, ""), "PRJ01=1"))
			.isEmpty();
	}

	private static List<Finding> find(Rule rule, String figures) {
		return find(rule, Sheets.annual(figures));
	}

	private static List<Finding> find(Rule rule, Figures figures) {
		return Examination.findings(List.of(rule), figures);
	}

	private static Rule rule(Rule.Reach reach, String left, Rule.Relation relation, String right, String when,
			String tolerance, String message) {
		return new Rule(new RuleForm(null, "T01", "某规则", reach, left, relation, right, when,
				(tolerance != null) ? new BigDecimal(tolerance) : null, Finding.Severity.ERROR, message, "改", null,
				Set.of()), 1);
	}

}
