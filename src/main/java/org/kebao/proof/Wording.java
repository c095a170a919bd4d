package org.kebao.proof;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.kebao.amount.Amount;
import org.kebao.prose.Figure;
import org.kebao.script.MeasureWords;

/**
 * An amount in the words a figure of a text is told in.
 */
final class Wording {

	/** A sum in 亿元 has at least so many. */
	private static final int DECIMALS = 2;

	private final String unit;

	private final Figure figure;

	Wording(Figure figure) {
		this.figure = figure;
		this.unit = Optional.ofNullable(figure.unit()).orElse("");
	}

	/**
	 * The amount as the text tells it; in another size with as many decimals as it has.
	 * @param unit the amount is in
	 */
	String of(BigDecimal amount, String unit) {
		int power = power(unit);
		BigDecimal told = amount.movePointLeft(power);
		int typed = Optional.ofNullable(this.figure.value()).map(BigDecimal::scale).orElse(0);
		return Amount.print((power > 0) ? told.setScale(Math.max(typed, DECIMALS), RoundingMode.HALF_UP) : told)
				+ this.unit;
	}

	/** What its parts come to, nothing where one of them is larger or has no value. */
	Optional<String> sum() {
		BigDecimal sum = BigDecimal.ZERO;
		for (Figure part : this.figure.parts()) {
			String unit = Optional.ofNullable(part.unit()).orElse(this.unit);
			if (part.value() == null || part.value()
				.movePointLeft(power(unit))
				.compareTo(Optional.ofNullable(this.figure.value()).orElse(BigDecimal.ZERO)) > 0) {
				return Optional.empty();
			}
			sum = sum.add(part.value().movePointLeft(power(unit)));
		}
		return Optional.of(Amount.print(sum) + this.unit);
	}

	/** Whether the figure shows the amount, to the last digit. */
	boolean is(BigDecimal amount, String unit) {
		return this.figure.value() != null && amount.movePointLeft(power(unit)).compareTo(this.figure.value()) == 0;
	}

	/** What it states, however it is written: the same for 1.2万, 12000 and １２０００. */
	String value() {
		return Optional.ofNullable(this.figure.value()).map((value) -> Basis.scaled(value, this.unit)).orElse("")
				+ Optional.ofNullable(this.figure.upTo()).map((upTo) -> "-" + Basis.scaled(upTo, this.unit)).orElse("")
				+ " " + this.figure.approximation();
	}

	/** In the unit of an amount. */
	BigDecimal in(BigDecimal value, String unit) {
		return value.movePointRight(power(unit));
	}

	/** By which power of ten the unit of the figure is larger. */
	private int power(String unit) {
		return MeasureWords.power(this.unit) - MeasureWords.power(unit);
	}

}
