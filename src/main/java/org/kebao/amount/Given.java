package org.kebao.amount;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An amount in its metric's unit, and how sure it is.
 */
public record Given(BigDecimal amount, Certainty certainty) {

	/** The same in another unit, nothing where it cannot be told in that. */
	public Optional<Given> in(String unit, String other) {
		return Units.factor(unit, other).map((factor) -> new Given(this.amount.multiply(factor), this.certainty));
	}

	public static Given actual(BigDecimal amount) {
		return new Given(amount, Certainty.ACTUAL);
	}

}
