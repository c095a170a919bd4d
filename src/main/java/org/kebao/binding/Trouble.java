package org.kebao.binding;

/**
 * Why a {@link Token} states nothing.
 */
public enum Trouble {

	NONE,

	/** No metric is called so. */
	UNKNOWN,

	/** The bureau is not asked for the metric in this period. */
	NOT_ASKED,

	/** No amount was given: 未填, 不适用 or 未到统计时间. */
	BLANK,

	/** Nothing was approved for the same period one year before. */
	NO_LAST_YEAR,

	/** No goal is known for the year. */
	NO_GOAL,

	/** The metric cannot be told so. */
	WRONG_FORM,

	/** Braces that open nothing or close nothing: they stay as they were typed. */
	UNPAIRED

}
