package org.kebao.rollup;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One metric of a period, bureau by bureau, and through the years.
 *
 * @param row the metric as it stands in the whole table
 * @param formula how it is made of two others, "" where it is not
 * @param answers of the bureaus the sum is made of, the largest amount first
 * @param middles bureaus whose own figure stands beside the sum of those below them
 * @param trend the same period of the last years, the newest first
 */
public record MetricSum(SumTable.Scope scope, SumTable.Row row, String formula, List<Line> answers,
		List<Middle> middles, List<Year> trend) {

	/**
	 * What one bureau says. What is not there is "".
	 *
	 * @param numerator what a ratio is made of
	 * @param share of the sum in per cent, null where a share has no sense
	 * @param words why there is no amount
	 * @param since the earlier period the amount is of
	 * @param certainty how sure it is, "" where it is final
	 * @param note 口径
	 */
	public record Line(String bureau, String amount, String numerator, String denominator, @Nullable BigDecimal share,
			SumTable.LastYear lastYear, String words, String since, String certainty, String note) {
	}

	/**
	 * @param words why there is no own figure
	 */
	public record Middle(String bureau, String own, String words, String sum, SumTable.Difference difference) {
	}

	/**
	 * @param parts how many bureaus give an amount
	 * @param lacking how many are missing
	 */
	public record Year(String period, String sum, int parts, int lacking, int carried, SumTable.LastYear lastYear) {
	}

}
