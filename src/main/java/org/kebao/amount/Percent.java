package org.kebao.amount;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Per cent with one decimal, and with as many more as it takes to say nothing untrue at
 * the ends: what is something is never 0, what is not the whole never 100.
 */
public final class Percent {

	static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private Percent() {
	}

	/** How much a part is of a whole, which is not zero. */
	public static BigDecimal of(BigDecimal part, BigDecimal whole) {
		return round(part.movePointRight(2), whole, HUNDRED);
	}

	/**
	 * What a quotient comes to.
	 * @param end it is not to be rounded to, nor to zero
	 */
	static BigDecimal round(BigDecimal amount, BigDecimal by, BigDecimal end) {
		int scale = 1;
		BigDecimal told = amount.divide(by, scale, RoundingMode.HALF_UP);
		while ((told.signum() == 0 || told.abs().compareTo(end) == 0) && told.multiply(by).compareTo(amount) != 0) {
			scale++;
			told = amount.divide(by, scale, RoundingMode.HALF_UP);
		}
		return told;
	}

}
