package org.kebao.rollup;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Given;
import org.kebao.metric.Metric;

/**
 * What one bureau says to one metric in one period.
 *
 * @param given as the bureau would print it, null where it gives none
 * @param part what it adds to a sum: the amount, or the ratio's numerator; null where it
 * adds nothing
 * @param denominator what it adds to the denominator of a ratio, null elsewhere
 * @param lack why it is missing, null where it gives an amount or has none to give (不适用)
 * @param since the earlier period the amount was approved for, null for this one's
 * @param note 口径, "" for nothing
 */
record Answer(@Nullable Given given, @Nullable Given part, @Nullable Given denominator, @Nullable Lack lack,
		@Nullable Long since, String note) {

	/** 不适用: nothing to add, nothing missing. */
	static final Answer NOT_APPLICABLE = new Answer(null, null, null, null, null, "");

	static Answer given(Given given, String note) {
		return new Answer(given, given, null, null, null, note);
	}

	static Answer carried(Given given, Long since, String note) {
		return new Answer(given, given, null, null, since, note);
	}

	static Answer lacking(Lack lack) {
		return new Answer(null, null, null, lack, null, "");
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
		Given above = numerator.part();
		Given below = denominator.part();
		return new Answer(
				metric.compute(above.amount(), below.amount())
					.map((amount) -> new Given(amount, above.certainty().with(below.certainty())))
					.orElse(null),
				above, below, null, (numerator.since() != null) ? numerator.since() : denominator.since(), "");
	}

	/**
	 * With the official figure in the place of the computed one (domain handbook C03);
	 * what is added up stays.
	 */
	Answer official(Given official, String note) {
		return new Answer(official, this.part, this.denominator, this.lack, null, note);
	}

	@Nullable BigDecimal amount() {
		return Optional.ofNullable(this.given).map(Given::amount).orElse(null);
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
		return !isPart() && !isLacking() && this.given == null;
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
