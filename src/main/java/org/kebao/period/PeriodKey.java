package org.kebao.period;

import java.util.Comparator;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Which reporting period is meant, whether or not it was planned yet. Of one year the
 * shorter ones come first.
 */
@Embeddable
public record PeriodKey(int year, @Enumerated(EnumType.STRING) PeriodKind kind) implements Comparable<PeriodKey> {

	private static final Comparator<PeriodKey> ORDER = Comparator.comparingInt(PeriodKey::year)
		.thenComparing((key) -> key.kind().months());

	@Override
	public int compareTo(PeriodKey other) {
		return ORDER.compare(this, other);
	}

	public boolean isBefore(PeriodKey other) {
		return compareTo(other) < 0;
	}

	/** The period of the same kind one year before: 上年同期. */
	public PeriodKey lastYear() {
		return new PeriodKey(this.year - 1, this.kind);
	}

	/** The whole of the year before. */
	public PeriodKey yearBefore() {
		return new PeriodKey(this.year - 1, PeriodKind.wholeYear());
	}

	/** The period before, in the order of what is reported by everybody. */
	public PeriodKey before() {
		PeriodKind before = this.kind.beforeInYear();
		return (before != null) ? new PeriodKey(this.year, before) : yearBefore();
	}

	public String title() {
		return this.kind.titleOf(this.year);
	}

}
