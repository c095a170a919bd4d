package org.kebao.period;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.kebao.HouseTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds of every kind of period there is, or will be.
 */
@HouseTest
class PeriodKindTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Periods periods;

	@Test
	void theDatabaseKnowsTheSameKinds() {
		assertThat(this.jdbc.sql("select code || ' ' || months from period_kinds order by months")
			.query(String.class)
			.list())
			.isEqualTo(Stream.of(PeriodKind.values()).map((kind) -> kind.name() + " " + kind.months()).toList());
	}

	@Test
	void theyAreInTheOrderOfTheYearWhateverTheirNames() {
		assertThat(PeriodKind.values()).isSortedAccordingTo((a, b) -> Integer.compare(a.months(), b.months()));
		assertThat(Arrays.stream(PeriodKind.values()).filter(PeriodKind::isWholeYear)).hasSize(1);
	}

	@Test
	void quartersAreShippedButNotInUse() {
		assertThat(this.periods.kinds()).containsExactly(PeriodKind.FIRST_HALF, PeriodKind.ANNUAL);
	}

	@ParameterizedTest
	@EnumSource
	void whatCameBeforeIsEarlierAndTheChainComesToTheYearBefore(PeriodKind kind) {
		PeriodKey key = new PeriodKey(2026, kind);
		int steps = 0;
		for (PeriodKey before = key; before.year() == 2026; before = before.before()) {
			assertThat(before.before()).isLessThan(before);
			steps++;
		}
		assertThat(steps).isLessThanOrEqualTo(PeriodKind.values().length);
		assertThat(key.lastYear()).isLessThan(key).isEqualTo(new PeriodKey(2025, kind));
		assertThat(key.yearBefore()).isEqualTo(new PeriodKey(2025, PeriodKind.ANNUAL));
	}

	@ParameterizedTest
	@EnumSource
	void itsPlanBeginsWhereItEndsAndIsDueInOneOrMorePeriodsThatEndWithIt(PeriodKind kind) {
		List<PeriodKind> settling = Stream.of(PeriodKind.values()).filter((other) -> other.settles(kind)).toList();
		assertThat(settling).isNotEmpty();
		if (!kind.isWholeYear()) {
			assertThat(settling).allMatch((other) -> other.months() > kind.months());
		}
		assertThat(kind.yearAhead(2026)).isEqualTo(kind.isWholeYear() ? 2027 : 2026);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			FIRST_QUARTER,  25,  2026年一季度,  2026年一季度工作总结及二季度工作计划,   2026年二季度计划, 上年末
			FIRST_HALF,     50,  2026年上半年,  2026年上半年工作总结及下半年工作计划,   2026年下半年计划, 上年末
			THREE_QUARTERS, 75,  2026年前三季度, 2026年前三季度工作总结及四季度工作计划, 2026年四季度计划, 上半年末
			ANNUAL,         100, 2026年度,     2026年度工作总结及2027年工作计划,      2027年计划,      上半年末""")
	void isCalledAsInOffices(PeriodKind kind, int share, String title, String paper, String plan, String before) {
		assertThat(kind.share()).isEqualByComparingTo(Integer.toString(share));
		assertThat(kind.titleOf(2026)).isEqualTo(title);
		assertThat(kind.paperTitleOf(2026)).isEqualTo(paper);
		assertThat(kind.planOf(kind.yearAhead(2026))).isEqualTo(plan);
		assertThat(kind.endBefore()).isEqualTo(before);
	}

}
