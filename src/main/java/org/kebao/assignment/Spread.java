package org.kebao.assignment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.amount.MetricKind;
import org.kebao.metric.Metric;

/**
 * 任务分解: one metric of one year, spread over the bureaus right below.
 *
 * @param years all that can be chosen
 * @param metrics all that can be chosen
 * @param goals what the bureau itself is to reach, out of its plan or from above
 */
record Spread(int year, Metric metric, List<Integer> years, List<Metric> metrics, List<Row> rows, List<Goal> goals) {

	/**
	 * One bureau.
	 *
	 * @param last the approved amount of the year before, null for none
	 * @param saved the goal that is kept, null for none
	 * @param text what stands in the cell
	 * @param error why it was refused, "" otherwise
	 */
	record Row(Long bureauId, String bureau, @Nullable BigDecimal last, @Nullable BigDecimal saved, String text,
			String error) {

		public String before() {
			return Amount.print(this.last);
		}

		public String kept() {
			return Amount.print(this.saved);
		}

	}

	/** A goal of the bureau itself. */
	record Goal(String source, BigDecimal amount) {
	}

	/** What was typed, by the bureau's id; empty for what is kept. */
	record Typed(Map<Long, String> texts, Map<Long, String> errors) {

		static final Typed NOTHING = new Typed(Map.of(), Map.of());

	}

	/** Shares do not add up. */
	public boolean isAddable() {
		return this.metric.getKind() != MetricKind.RATIO;
	}

	public String lastSum() {
		return Amount.print(sum(this.rows.stream().map(Row::last).toList()));
	}

	public String sum() {
		return Amount.print(spread());
	}

	private BigDecimal spread() {
		return sum(this.rows.stream().map(Row::saved).toList());
	}

	/** How the tasks together stand against a goal of the bureau itself. */
	public String difference(Goal goal) {
		BigDecimal difference = spread().subtract(goal.amount());
		if (difference.signum() == 0) {
			return "任务合计与此相等";
		}
		return "任务合计比此%s%s%s".formatted((difference.signum() > 0) ? "多" : "少", Amount.print(difference.abs()),
				this.metric.getUnit());
	}

	public String print(BigDecimal amount) {
		return Amount.print(amount);
	}

	private static BigDecimal sum(List<@Nullable BigDecimal> amounts) {
		BigDecimal sum = BigDecimal.ZERO;
		for (BigDecimal amount : amounts) {
			sum = (amount != null) ? sum.add(amount) : sum;
		}
		return sum;
	}

}
