package org.kebao.firstprint;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * How amounts were printed.
 */
final class Amount {

	private static final String NOT_APPLICABLE = "不适用";

	private static final String NOT_YET = "未到统计时间";

	private static final String TEN_THOUSAND_YUAN = "万元";

	private static final String HUNDRED_MILLION_YUAN = "亿元";

	private static final int BETWEEN_THEM = 4;

	private Amount() {
	}

	/** As it stands in a cell: no separators, no superfluous zeros. */
	static String print(Content.ValueState state, @Nullable BigDecimal amount) {
		return switch (state) {
			case BLANK -> "";
			case NOT_APPLICABLE -> NOT_APPLICABLE;
			case NOT_YET -> NOT_YET;
			case GIVEN -> print(amount);
		};
	}

	/** An amount without superfluous zeros, "" for none. */
	static String print(@Nullable BigDecimal amount) {
		if (amount == null) {
			return "";
		}
		return ((amount.signum() == 0) ? BigDecimal.ZERO : amount.stripTrailingZeros()).toPlainString();
	}

	/**
	 * An amount with its unit as prose has it: from 1 亿元 on in 亿元, below in 万元, with
	 * every digit kept (domain handbook §2.2).
	 */
	static String spell(BigDecimal amount, String unit) {
		String told = spelledUnit(amount, unit);
		return print(convert(amount, unit, told)) + told;
	}

	/** The same amount of money in 万元 or 亿元; other units stay as they are. */
	static BigDecimal convert(BigDecimal amount, String from, String to) {
		if (from.equals(TEN_THOUSAND_YUAN) && to.equals(HUNDRED_MILLION_YUAN)) {
			return amount.movePointLeft(BETWEEN_THEM);
		}
		return (from.equals(HUNDRED_MILLION_YUAN) && to.equals(TEN_THOUSAND_YUAN)) ? amount.movePointRight(BETWEEN_THEM)
				: amount;
	}

	/** The unit an amount is told in. */
	static String spelledUnit(BigDecimal amount, String unit) {
		BigDecimal size = amount.abs();
		if (unit.equals(TEN_THOUSAND_YUAN) && size.compareTo(BigDecimal.ONE.movePointRight(BETWEEN_THEM)) >= 0) {
			return HUNDRED_MILLION_YUAN;
		}
		boolean small = size.signum() != 0 && size.compareTo(BigDecimal.ONE) < 0;
		return (small && unit.equals(HUNDRED_MILLION_YUAN)) ? TEN_THOUSAND_YUAN : unit;
	}

}
