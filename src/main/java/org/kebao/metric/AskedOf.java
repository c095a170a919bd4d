package org.kebao.metric;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.kebao.period.PeriodKey;

/**
 * Of whom and when a metric is asked.
 *
 * @param on whether it is asked of anybody at all
 * @param exemptLevels the codes of the levels that are not asked
 * @param from the first period it is asked in, null for any
 * @param to the last period it is asked in, null for any
 */
record AskedOf(boolean on, Set<String> exemptLevels, @Nullable PeriodKey from, @Nullable PeriodKey to) {

	AskedOf on(boolean on) {
		return new AskedOf(on, this.exemptLevels, this.from, this.to);
	}

	AskedOf exempting(Set<String> exemptLevels) {
		return new AskedOf(this.on, exemptLevels, this.from, this.to);
	}

	AskedOf between(@Nullable PeriodKey from, @Nullable PeriodKey to) {
		return new AskedOf(this.on, this.exemptLevels, from, to);
	}

	boolean includes(String level, PeriodKey term) {
		return this.on && !this.exemptLevels.contains(level) && (this.from == null || !term.isBefore(this.from))
				&& (this.to == null || !this.to.isBefore(term));
	}

	/** Whether this is asked wherever and whenever the other is. */
	boolean covers(AskedOf other) {
		return !other.on || (this.on && other.exemptLevels.containsAll(this.exemptLevels)
				&& (this.from == null || (other.from != null && !other.from.isBefore(this.from)))
				&& (this.to == null || (other.to != null && !this.to.isBefore(other.to))));
	}

}
