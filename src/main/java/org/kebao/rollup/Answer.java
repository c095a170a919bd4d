package org.kebao.rollup;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.kebao.metric.Metric;

/**
 * What one bureau says to one metric in one period.
 *
 * @param amount as the bureau would print it, null where it gives none
 * @param part what it adds to a sum: the amount, or the ratio's numerator; null where it
 * adds nothing
 * @param denominator what it adds to the denominator of a ratio, null elsewhere
 * @param lack why it is missing, null where it gives an amount or has none to give (不适用)
 * @param since the earlier period the amount was approved for, null for this one's
 */
record Answer(@Nullable BigDecimal amount, @Nullable BigDecimal part, @Nullable BigDecimal denominator,
		@Nullable Lack lack, @Nullable Long since) {

	/** 不适用: nothing to add, nothing missing. */
	static final Answer NOT_APPLICABLE = new Answer(null, null, null, null, null);

	static Answer given(BigDecimal amount) {
		return new Answer(amount, amount, null, null, null);
	}

	static Answer carried(BigDecimal amount, Long since) {
		return new Answer(amount, amount, null, null, since);
	}

	static Answer lacking(Lack lack) {
		return new Answer(null, null, null, lack, null);
	}

	/**
	 * The answer to a ratio out of those to its components. A bureau takes part with both
	 * or not at all: a numerator without its denominator would bend the ratio of the sum.
	 */
	static Answer ratio(Metric metric, Answer numerator, Answer denominator) {
		if (numerator.isNotApplicable() || denominator.isNotApplicable()) {
			return NOT_APPLICABLE;
		}
		if (numerator.isLacking() || denominator.isLacking()) {
			return lacking((numerator.lack() != null) ? numerator.lack() : denominator.lack());
		}
		return new Answer(metric.compute(numerator.part(), denominator.part()).orElse(null), numerator.part(),
				denominator.part(), null, (numerator.since() != null) ? numerator.since() : denominator.since());
	}

	boolean isPart() {
		return this.part != null;
	}

	boolean isLacking() {
		return this.lack != null;
	}

	boolean isCarried() {
		return this.since != null;
	}

	boolean isNotApplicable() {
		return !isPart() && !isLacking();
	}

	/**
	 * 缺报: why a bureau that belongs to a sum is missing in it. 不适用 is none of these: a
	 * bureau without that duty lacks nothing.
	 */
	enum Lack {

		/** Nothing was submitted yet; drafts never count. */
		NOT_SUBMITTED("未报送"),

		/** With the bureau again, which may be changing it. */
		RETURNED("已退回"),

		/** Submitted, where only approved reports are to count. */
		NOT_APPROVED("未审定"),

		/** Submitted with the cell left blank. */
		BLANK("未填"),

		/** 未到统计时间: will be counted later. */
		NOT_YET("未到统计时间");

		private final String label;

		Lack(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

}
