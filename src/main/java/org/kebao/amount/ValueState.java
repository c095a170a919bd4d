package org.kebao.amount;

/**
 * What stands in a cell of the metric table. Blank, zero, 不适用 and 未到统计时间 are four
 * different statements (domain handbook C13).
 */
public enum ValueState {

	/** Nothing was filled in. */
	BLANK,

	/** An amount was given; it may be zero. */
	GIVEN,

	/** 不适用: the metric does not exist for this bureau. */
	NOT_APPLICABLE,

	/** 未到统计时间: it exists, and has not been counted yet. */
	NOT_YET

}
