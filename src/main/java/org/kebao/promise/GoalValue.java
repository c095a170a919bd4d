package org.kebao.promise;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.amount.Given;
import org.kebao.metric.Metric;
import org.kebao.revision.Aim;

/**
 * 目标值: what a target comes to, worked out once, when the plan was approved.
 *
 * @param base the approved amount it was made from, null where there was none
 * @param formula how it was worked out, as in "2025年 5 家 × 2 = 10 家"; why it could not
 * be; "" where there was nothing to work out
 * @param amount null where there is none
 */
record GoalValue(@Nullable BigDecimal base, String formula, @Nullable BigDecimal amount) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/** For what is promised in words. */
	static final GoalValue NONE = new GoalValue(null, "", null);

	/**
	 * Works a target out.
	 * @param metric null for a target in words
	 * @param amount what the target says, such as 20 for twenty per cent more
	 * @param year the year of the base
	 */
	static GoalValue of(Aim aim, @Nullable Metric metric, @Nullable BigDecimal amount, @Nullable Given base, int year) {
		if (metric == null || amount == null) {
			return NONE;
		}
		return switch (aim) {
			case AMOUNT, ABOVE -> new GoalValue((base != null) ? base.amount() : null, "", amount);
			case PERCENT -> relative(metric, "(1 + " + Amount.print(amount) + "%)",
					BigDecimal.ONE.add(amount.divide(HUNDRED)), base, year);
			case MULTIPLE -> relative(metric, Amount.print(amount), amount, base, year);
			case WORDS -> NONE;
		};
	}

	private static GoalValue relative(Metric metric, String factorInWords, BigDecimal factor, @Nullable Given given,
			int year) {
		if (given == null) {
			return unresolved(null, "没有审定的数", metric, year);
		}
		BigDecimal base = given.amount();
		if (base.signum() <= 0) {
			return unresolved(base, (base.signum() == 0) ? "为0" : "为负数", metric, year);
		}
		String unit = metric.getUnit();
		BigDecimal exact = base.multiply(factor);
		// rounded down, a promise would be kept with less than was promised
		BigDecimal goal = exact.setScale(metric.getScale(), RoundingMode.CEILING);
		String formula = "%d年%s %s %s × %s = %s %s".formatted(year,
				given.certainty().isOpen() ? given.certainty().label() : "", Amount.print(base), unit, factorInWords,
				Amount.print(exact), unit);
		return new GoalValue(base,
				(goal.compareTo(exact) == 0) ? formula : formula + "，取 " + Amount.print(goal) + " " + unit, goal);
	}

	private static GoalValue unresolved(@Nullable BigDecimal base, String why, Metric metric, int year) {
		return new GoalValue(base, "%d年“%s”%s，目标值无法折算，完成情况由填报单位说明".formatted(year, metric.getName(), why), null);
	}

}
