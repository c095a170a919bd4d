package org.kebao.amount;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * 完成情况: what was reached, held against a goal (domain handbook §2.2: 完成率 = 累计 ÷ 目标, 超额 =
 * 完成率 − 100). Shares are told by percentage points.
 *
 * @param percent 完成率, never 100 of less or more and never 0 of something; null where none
 * can be told
 * @param reached in the words of the trade, such as "完成目标的87.5%" or "超额完成8.3%"; the
 * reason where nothing can be told
 * @param gap what is missing, such as "差12.5个百分点"; "" for nothing
 */
public record Completion(State state, @Nullable BigDecimal percent, String reached, String gap) {

	/** An excess too small for two decimals. */
	private static final BigDecimal HARDLY = new BigDecimal("0.01");

	/** Whether the goal was reached. */
	public enum State {

		MET, SHORT,

		/** There is a goal in figures, and no figure yet. */
		BLANK,

		UNKNOWN

	}

	/** Why nothing can be told. */
	public static Completion unknown(String why) {
		return new Completion(State.UNKNOWN, null, why, "");
	}

	/**
	 * Holds a figure against a goal; one that is not final yet says so.
	 * @param above whether the goal is to be passed (突破), not only reached
	 */
	public static Completion of(Measure measure, @Nullable Given actual, @Nullable BigDecimal goal, boolean above) {
		Completion completion = of((actual != null) ? actual.amount() : null, goal, above, measure.isShare());
		String mark = (actual != null && completion.isKnown()) ? actual.certainty().mark() : "";
		return new Completion(completion.state, completion.percent, mark + completion.reached, completion.gap);
	}

	/**
	 * @param share whether both are shares, whose quotient says nothing
	 */
	static Completion of(@Nullable BigDecimal actual, @Nullable BigDecimal goal, boolean above, boolean share) {
		if (goal == null) {
			return unknown("没有可以对照的目标值");
		}
		if (actual == null) {
			return new Completion(State.BLANK, null, "本期还没有数", "");
		}
		if (share) {
			return points(actual, goal, above);
		}
		if (goal.signum() <= 0) {
			return unknown((goal.signum() == 0) ? "目标值为0，不计算完成率" : "目标值为负数，不计算完成率");
		}
		if (actual.signum() < 0) {
			return new Completion(State.SHORT, null, "实际数为负数，不计算完成率", "");
		}
		return isMet(actual, goal, above) ? met(actual, goal, above) : missed(actual, goal);
	}

	/** As it stands in a sentence: "完成目标的87.5%，差12.5个百分点". */
	public String words() {
		return this.gap.isEmpty() ? this.reached : this.reached + "，" + this.gap;
	}

	public boolean isMet() {
		return this.state == State.MET;
	}

	public boolean isShort() {
		return this.state == State.SHORT;
	}

	public boolean isKnown() {
		return isMet() || isShort();
	}

	/** Whether the goal waits for its figure. */
	public boolean isBlank() {
		return this.state == State.BLANK;
	}

	private static boolean isMet(BigDecimal actual, BigDecimal goal, boolean above) {
		int compared = actual.compareTo(goal);
		return above ? compared > 0 : compared >= 0;
	}

	private static Completion points(BigDecimal actual, BigDecimal goal, boolean above) {
		BigDecimal difference = actual.subtract(goal);
		State state = isMet(actual, goal, above) ? State.MET : State.SHORT;
		if (difference.signum() == 0) {
			return new Completion(state, null, above ? "与目标持平" : "达到目标", above ? "尚未突破" : "");
		}
		String points = Amount.print(difference.abs()) + "个百分点";
		return new Completion(state, null, ((difference.signum() > 0) ? "高于目标" : "低于目标") + points, "");
	}

	private static Completion met(BigDecimal actual, BigDecimal goal, boolean above) {
		BigDecimal percent = Percent.of(actual, goal);
		BigDecimal excess = percent.subtract(Percent.HUNDRED);
		return new Completion(State.MET, percent,
				(excess.compareTo(HARDLY) < 0) ? (above ? "突破目标" : "完成目标") : "超额完成" + Amount.print(excess) + "%", "");
	}

	private static Completion missed(BigDecimal actual, BigDecimal goal) {
		BigDecimal percent = Percent.of(actual, goal);
		return new Completion(State.SHORT, percent, "完成目标的" + Amount.print(percent) + "%", (actual.compareTo(goal) == 0)
				? "尚未突破" : "差" + Amount.print(Percent.HUNDRED.subtract(percent)) + "个百分点");
	}

}
