package org.kebao.period;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReportingPeriodTests {

	private static final LocalDate DUE = LocalDate.of(2026, 12, 10);

	private static final Long BUREAU = 7L;

	private final ReportingPeriod period = new ReportingPeriod(2026, PeriodKind.ANNUAL, DUE);

	@Test
	void isPlannedThenOpenThenClosedThenOpenAgain() {
		assertThat(this.period.isPlanned()).isTrue();
		this.period.open(Instant.EPOCH);
		assertThat(this.period.isOpen()).isTrue();
		this.period.close(Instant.EPOCH.plusSeconds(1));
		assertThat(this.period.isClosed()).isTrue();
		assertThat(this.period.isOpen()).isFalse();
		this.period.open(Instant.EPOCH.plusSeconds(2));
		assertThat(this.period.isOpen()).isTrue();
		assertThat(this.period.getOpenedAt()).isEqualTo(Instant.EPOCH);
	}

	@Test
	void refusesToOpenTwiceAndToCloseWhatIsNotOpen() {
		assertThatExceptionOfType(ReportingPeriod.OutOfTurnException.class)
			.isThrownBy(() -> this.period.close(Instant.EPOCH));
		this.period.open(Instant.EPOCH);
		assertThatExceptionOfType(ReportingPeriod.OutOfTurnException.class)
			.isThrownBy(() -> this.period.open(Instant.EPOCH));
	}

	@Test
	void anExtensionGivesOneBureauMoreTime() {
		this.period.extend(BUREAU, DUE.plusDays(5), "机构合并");
		assertThat(this.period.dueFor(BUREAU)).isEqualTo(DUE.plusDays(5));
		assertThat(this.period.dueFor(8L)).isEqualTo(DUE);
	}

	@Test
	void refusesAnExtensionThatGainsNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.period.extend(BUREAU, DUE, "早了"));
	}

	@Test
	void aClosedPeriodTakesWritingOnlyWhileAnExtensionLasts() {
		this.period.open(Instant.EPOCH);
		this.period.extend(BUREAU, DUE.plusDays(5), "机构合并");
		this.period.close(Instant.EPOCH);
		assertThat(this.period.takesWritingFrom(BUREAU, DUE.plusDays(5))).isTrue();
		assertThat(this.period.takesWritingFrom(BUREAU, DUE.plusDays(6))).isFalse();
		assertThat(this.period.takesWritingFrom(8L, DUE)).isFalse();
		assertThat(this.period.withdrawExtension(BUREAU)).isTrue();
		assertThat(this.period.withdrawExtension(BUREAU)).isFalse();
		assertThat(this.period.takesWritingFrom(BUREAU, DUE)).isFalse();
	}

}
