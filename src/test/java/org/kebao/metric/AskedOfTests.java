package org.kebao.metric;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodKind;

import static org.assertj.core.api.Assertions.assertThat;

class AskedOfTests {

	private static final PeriodKey HALF = new PeriodKey(2025, PeriodKind.FIRST_HALF);

	private static final PeriodKey YEAR = new PeriodKey(2025, PeriodKind.ANNUAL);

	private static final PeriodKey LATER = new PeriodKey(2026, PeriodKind.FIRST_HALF);

	private static final AskedOf ALWAYS = new AskedOf(true, Set.of(), null, null);

	@ParameterizedTest
	@CsvSource({ "2024, ANNUAL, false", "2025, FIRST_HALF, false", "2025, ANNUAL, true", "2026, FIRST_HALF, true",
			"2026, ANNUAL, false" })
	void theFirstAndTheLastPeriodAreAsked(int year, PeriodKind kind, boolean asked) {
		AskedOf asking = new AskedOf(true, Set.of(), YEAR, LATER);
		assertThat(asking.includes("COUNTY", new PeriodKey(year, kind))).isEqualTo(asked);
	}

	@Test
	void anExemptLevelIsNotAskedAndTheOthersAre() {
		AskedOf asking = new AskedOf(true, Set.of("COUNTY"), null, null);
		assertThat(asking.includes("COUNTY", YEAR)).isFalse();
		assertThat(asking.includes("CITY", YEAR)).isTrue();
		assertThat(asking.on(false).includes("CITY", YEAR)).isFalse();
	}

	@Test
	void coversOnlyWhatIsAskedNowhereElseAndAtNoOtherTime() {
		AskedOf fromYear = new AskedOf(true, Set.of(), YEAR, null);
		AskedOf toYear = new AskedOf(true, Set.of(), null, YEAR);
		AskedOf noCounty = new AskedOf(true, Set.of("COUNTY"), null, null);
		assertThat(ALWAYS.covers(fromYear)).isTrue();
		assertThat(fromYear.covers(ALWAYS)).isFalse();
		assertThat(fromYear.covers(new AskedOf(true, Set.of(), HALF, null))).isFalse();
		assertThat(fromYear.covers(new AskedOf(true, Set.of(), LATER, null))).isTrue();
		assertThat(toYear.covers(ALWAYS)).isFalse();
		assertThat(toYear.covers(new AskedOf(true, Set.of(), null, LATER))).isFalse();
		assertThat(toYear.covers(new AskedOf(true, Set.of(), null, HALF))).isTrue();
		assertThat(noCounty.covers(ALWAYS)).isFalse();
		assertThat(ALWAYS.covers(noCounty)).isTrue();
		assertThat(ALWAYS.on(false).covers(ALWAYS)).isFalse();
		assertThat(ALWAYS.on(false).covers(ALWAYS.on(false))).isTrue();
	}

}
