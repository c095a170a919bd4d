package org.kebao.amount;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What was typed into a cell of the metric table: blank, an amount, 不适用, 未到统计时间, or
 * refused.
 *
 * @param amount null unless the state is GIVEN
 * @param refusal why the text is no amount for this metric, null where it was read
 * @param told how the text was understood, "" where it is the number itself
 */
public record Amount(ValueState state, @Nullable BigDecimal amount, @Nullable String refusal, String told) {

	/** What a clerk types for a metric that does not exist for the bureau. */
	public static final String NOT_APPLICABLE = "不适用";

	/** What a clerk types for a metric that is counted later. */
	public static final String NOT_YET = "未到统计时间";

	private static final String TEN_THOUSAND_YUAN = "万元";

	private static final String HUNDRED_MILLION_YUAN = "亿元";

	private static final int BETWEEN_THEM = 4;

	public static final Amount BLANK = new Amount(ValueState.BLANK, null, null, "");

	/**
	 * Reads a number that belongs to no metric, such as a percentage to reach.
	 * @param unit what it is told in, "" for nothing
	 */
	public static Amount plain(String typed, String unit) {
		return new AmountReader(unit, 2, false, false).read(typed);
	}

	/** Whether it says in words why there is no amount. */
	public boolean isWordsOnly() {
		return this.state == ValueState.NOT_APPLICABLE || this.state == ValueState.NOT_YET;
	}

	/**
	 * Reads a number without a unit.
	 * @param scale decimals that are kept
	 */
	public static Amount read(String typed, int scale, boolean mayBeNegative) {
		return new AmountReader("", scale, mayBeNegative, true).read(typed);
	}

	/** As it stands in a cell: no separators, no superfluous zeros. */
	public static String print(ValueState state, @Nullable BigDecimal amount) {
		return switch (state) {
			case BLANK -> "";
			case NOT_APPLICABLE -> NOT_APPLICABLE;
			case NOT_YET -> NOT_YET;
			case GIVEN -> print(amount);
		};
	}

	/** An amount without superfluous zeros, "" for none. */
	public static String print(@Nullable BigDecimal amount) {
		if (amount == null) {
			return "";
		}
		return ((amount.signum() == 0) ? BigDecimal.ZERO : amount.stripTrailingZeros()).toPlainString();
	}

	public String print() {
		return print(this.state, this.amount);
	}

	/**
	 * An amount with its unit as prose has it: from 1 亿元 on in 亿元, below in 万元, with
	 * every digit kept (domain handbook §2.2).
	 */
	public static String spell(BigDecimal amount, String unit) {
		String told = spelledUnit(amount, unit);
		return print(convert(amount, unit, told)) + told;
	}

	/** The same amount of money in 万元 or 亿元; other units stay as they are. */
	public static BigDecimal convert(BigDecimal amount, String from, String to) {
		if (from.equals(TEN_THOUSAND_YUAN) && to.equals(HUNDRED_MILLION_YUAN)) {
			return amount.movePointLeft(BETWEEN_THEM);
		}
		return (from.equals(HUNDRED_MILLION_YUAN) && to.equals(TEN_THOUSAND_YUAN)) ? amount.movePointRight(BETWEEN_THEM)
				: amount;
	}

	/** The unit an amount is told in. */
	public static String spelledUnit(BigDecimal amount, String unit) {
		BigDecimal size = amount.abs();
		if (unit.equals(TEN_THOUSAND_YUAN) && size.compareTo(BigDecimal.ONE.movePointRight(BETWEEN_THEM)) >= 0) {
			return HUNDRED_MILLION_YUAN;
		}
		boolean small = size.signum() != 0 && size.compareTo(BigDecimal.ONE) < 0;
		return (small && unit.equals(HUNDRED_MILLION_YUAN)) ? TEN_THOUSAND_YUAN : unit;
	}

	static Amount given(BigDecimal amount, String told) {
		return new Amount(ValueState.GIVEN, amount, null, told);
	}

	static Amount inWords(ValueState state) {
		return new Amount(state, null, null, "");
	}

	static Amount refused(String why) {
		return new Amount(ValueState.BLANK, null, why, "");
	}

}
