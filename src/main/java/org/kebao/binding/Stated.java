package org.kebao.binding;

import java.math.BigDecimal;

import org.kebao.amount.Amount;

/**
 * The amount a {@link Token} states, whatever form and words it is told in.
 *
 * @param unit of the amount, as the table has it
 */
public record Stated(BigDecimal amount, String unit) {

	/** As it stands in the table. */
	public String print() {
		return Amount.print(this.amount) + this.unit;
	}

}
