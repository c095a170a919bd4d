package org.kebao.register;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Certainty;
import org.kebao.amount.Given;
import org.kebao.amount.ValueState;

/**
 * What a submitted or approved report says to one metric, without the report around it:
 * whoever sums up a province reads tens of thousands of them.
 *
 * @param amount null unless the state is GIVEN
 * @param note 口径, "" for nothing
 */
public record FiledValue(Long bureauId, Long periodId, Long metricId, ValueState state, @Nullable BigDecimal amount,
		Certainty certainty, String note) {

	/** The amount with its certainty, nothing where none was given. */
	public Optional<Given> given() {
		return Optional.ofNullable(this.amount).map((amount) -> new Given(amount, this.certainty));
	}

}
