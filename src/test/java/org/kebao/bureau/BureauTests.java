package org.kebao.bureau;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BureauTests {

	private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

	@Test
	void isValidFromItsFirstDayToItsLast() {
		Bureau bureau = bureau(1L, FIRST, LAST);
		assertThat(bureau.isValidOn(FIRST.minusDays(1))).isFalse();
		assertThat(bureau.isValidOn(FIRST)).isTrue();
		assertThat(bureau.isValidOn(LAST)).isTrue();
		assertThat(bureau.isValidOn(LAST.plusDays(1))).isFalse();
	}

	@Test
	void isValidForGoodWithoutALastDay() {
		assertThat(bureau(1L, FIRST, null).isValidOn(FIRST.plusYears(50))).isTrue();
	}

	@Test
	void cannotEndBeforeItBegins() {
		assertThatIllegalArgumentException().isThrownBy(() -> bureau(1L, LAST, FIRST));
	}

	@Test
	void filesWhenAnotherIsAboveIt() {
		assertThat(bureau(1L, FIRST, null).isFiling()).isTrue();
		assertThat(bureau(null, FIRST, null).isFiling()).isFalse();
	}

	private static Bureau bureau(Long parentId, LocalDate from, LocalDate to) {
		return new Bureau("X", "某县科技局", new BureauLevel(), parentId, 1, from, to);
	}

}
