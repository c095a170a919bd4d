package org.kebao.amount;

import org.jspecify.annotations.Nullable;

/**
 * What amounts are told in, and how they are read and compared.
 *
 * @param scale decimals that are kept
 * @param mayBeNegative whether it can also shrink below zero, as a net increase does
 */
public record Measure(String unit, int scale, MetricKind kind, Comparison comparison, boolean mayBeNegative) {

	/** What the figure one year before is called. */
	private static final String LAST_YEAR = "上年同期";

	/** Whether it counts whole things, such as 项 or 家. */
	public boolean isCount() {
		return this.kind != MetricKind.RATIO && this.scale == 0;
	}

	/** Whether it is a percentage of something. */
	public boolean isShare() {
		return this.kind == MetricKind.RATIO && this.unit.equals("%");
	}

	public boolean isMoney() {
		return this.kind != MetricKind.RATIO && this.unit.endsWith("元");
	}

	/** Reads what was typed into a cell. */
	public Amount read(String typed) {
		return new AmountReader(this.unit, this.scale, this.mayBeNegative, true).read(typed);
	}

	/** Reads what was typed as a goal: the same, but no goal is 不适用. */
	public Amount readGoal(String typed) {
		return new AmountReader(this.unit, this.scale, this.mayBeNegative, false).read(typed);
	}

	/** The change against the same period of last year. */
	public Change change(@Nullable Given now, @Nullable Given before) {
		return change(now, before, LAST_YEAR);
	}

	/**
	 * The change against an earlier figure.
	 * @param base what that figure is called, such as 上年末
	 */
	public Change change(@Nullable Given now, @Nullable Given before, String base) {
		return this.comparison.change(now, before, this, base);
	}

}
