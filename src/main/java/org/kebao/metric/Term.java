package org.kebao.metric;

import java.util.Comparator;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.kebao.period.PeriodKind;

/**
 * The reporting period from or to which a metric is valid, whether or not it was planned
 * yet. Of one year the first half comes before the whole.
 */
@Embeddable
public record Term(int year, @Enumerated(EnumType.STRING) PeriodKind kind) implements Comparable<Term> {

	private static final Comparator<Term> ORDER = Comparator.comparingInt(Term::year).thenComparing(Term::kind);

	@Override
	public int compareTo(Term other) {
		return ORDER.compare(this, other);
	}

	public boolean isBefore(Term other) {
		return compareTo(other) < 0;
	}

	public String title() {
		return this.kind.titleOf(this.year);
	}

}
