package org.kebao.register;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Certainty;

/**
 * What the last approved report before a period says to one metric.
 */
public interface EarlierValue {

	/** The period it is looked for from. */
	Long getLaterPeriodId();

	/** The period it was approved for. */
	Long getPeriodId();

	Long getBureauId();

	Long getMetricId();

	/** Null where the bureau said that the metric does not exist for it. */
	@Nullable BigDecimal getAmount();

	Certainty getCertainty();

	String getNote();

}
