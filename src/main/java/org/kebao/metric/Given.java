package org.kebao.metric;

import java.math.BigDecimal;

/**
 * An amount in its metric's unit, and how sure it is.
 */
public record Given(BigDecimal amount, Certainty certainty) {

	public static Given actual(BigDecimal amount) {
		return new Given(amount, Certainty.ACTUAL);
	}

}
