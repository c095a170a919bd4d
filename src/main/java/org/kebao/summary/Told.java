package org.kebao.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.kebao.amount.Amount;

/**
 * An amount as a table tells it: money of 1 亿元 and more with two decimals at most. The
 * text beside the table states what it states.
 *
 * @param rounded whether the table tells less than there is
 */
record Told(BigDecimal amount, String unit, boolean rounded) {

	/** What is said below a table with such amounts. */
	static final String ROUNDED = "以亿元计的数保留两位小数，增减和完成情况按原数计算";

	private static final String HUNDRED_MILLION_YUAN = "亿元";

	private static final String TEN_THOUSAND_YUAN = "万元";

	private static final int DECIMALS = 2;

	/** Less than that, two decimals of 亿元 say too little. */
	private static final BigDecimal LEAST = new BigDecimal("0.1");

	static Told of(BigDecimal amount, String unit) {
		return in(Amount.spelledUnit(amount, unit), amount, unit);
	}

	/** In that unit. */
	static Told in(String told, BigDecimal amount, String unit) {
		BigDecimal exact = Amount.convert(amount, unit, told);
		if (!told.equals(HUNDRED_MILLION_YUAN)) {
			return new Told(exact, told, false);
		}
		BigDecimal rounded = exact.setScale(DECIMALS, RoundingMode.HALF_UP);
		return new Told(rounded, told, rounded.compareTo(exact) != 0);
	}

	/** The unit in which both can be told, the one the first is told in if may be. */
	static String unit(BigDecimal first, BigDecimal second, String unit) {
		String told = Amount.spelledUnit(first, unit);
		BigDecimal other = Amount.convert(second, unit, told).abs();
		boolean tooSmall = other.signum() != 0 && other.compareTo(LEAST) < 0;
		return (told.equals(HUNDRED_MILLION_YUAN) && tooSmall) ? TEN_THOUSAND_YUAN : told;
	}

	String number() {
		return Amount.print(this.amount);
	}

	String words() {
		return number() + this.unit;
	}

}
