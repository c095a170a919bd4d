package org.kebao.mention;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;

import org.kebao.prose.Figure;
import org.kebao.script.MeasureWords;

/**
 * What a figure of a text claims, held against an amount of the table.
 */
final class Claim {

	private static final BigDecimal TWO = BigDecimal.valueOf(2);

	private static final BigDecimal TENTH = new BigDecimal("0.1");

	private static final BigDecimal FIFTIETH = new BigDecimal("0.02");

	private final Figure figure;

	private final BigDecimal said;

	/** The amount in the unit of the text. */
	private final BigDecimal held;

	private Claim(Figure figure, BigDecimal said, BigDecimal held) {
		this.figure = figure;
		this.said = said;
		this.held = held;
	}

	/**
	 * Holds a figure against an amount.
	 * @param words of the figure, as they stand in the text
	 * @param unit of the amount
	 */
	static Stance stance(Figure figure, String words, BigDecimal amount, String unit) {
		BigDecimal said = figure.value();
		OptionalInt power = MeasureWords.power(Optional.ofNullable(figure.unit()).orElse(""), unit);
		if (said == null || figure.hole() != Figure.Hole.NONE || power.isEmpty()) {
			return Stance.UNTESTED;
		}
		Claim claim = new Claim(figure, said, amount.movePointLeft(power.getAsInt()));
		return claim.holds(words) ? Stance.AGREES : Stance.DIFFERS;
	}

	/** Whether the text shows every digit of the amount. */
	static boolean isExact(Figure figure, BigDecimal amount, String unit) {
		OptionalInt power = MeasureWords.power(Optional.ofNullable(figure.unit()).orElse(""), unit);
		return figure.approximation() == Figure.Approximation.EXACT && figure.upTo() == null && figure.value() != null
				&& power.isPresent() && figure.value().compareTo(amount.movePointLeft(power.getAsInt())) == 0;
	}

	private boolean holds(String words) {
		if (this.figure.upTo() != null) {
			return this.held.compareTo(this.said) >= 0 && this.held.compareTo(this.figure.upTo()) <= 0;
		}
		return switch (this.figure.approximation()) {
			case EXACT -> isRounded();
			case ABOUT -> isRounded() || this.held.subtract(this.said).abs().compareTo(leeway()) <= 0;
			case NEARLY -> this.held.compareTo(this.said) <= 0 && this.said.subtract(this.held)
				.compareTo(this.said.abs().multiply(TENTH).max(step().min(BigDecimal.ONE))) <= 0;
			case MORE -> isMore(words);
			case AT_LEAST -> this.held.compareTo(this.said) >= 0;
			case AT_MOST -> this.held.compareTo(this.said) <= 0;
		};
	}

	/** Whether it is the amount as far as it shows it. */
	private boolean isRounded() {
		return this.held.setScale(Math.max(this.said.scale(), 0), RoundingMode.HALF_UP).compareTo(this.said) == 0;
	}

	/** 40余 is less than 50; 超40, or 迈上40台阶, is not much more. */
	private boolean isMore(String words) {
		boolean passed = "多余几数".chars().noneMatch((sign) -> words.indexOf(sign) >= 0);
		BigDecimal bound = passed ? this.said.multiply(TWO) : this.said.add(step());
		return this.held.compareTo(this.said) >= 0 && this.held.compareTo(bound) < 0;
	}

	/**
	 * 约 may be as far off as the last digit that was not rounded away, but not by a
	 * tenth.
	 */
	private BigDecimal leeway() {
		BigDecimal size = this.said.abs();
		return size.multiply(FIFTIETH).max(size.multiply(TENTH).min(step()));
	}

	/** What one more in the last digit that is no zero is worth. */
	private BigDecimal step() {
		return BigDecimal.ONE.scaleByPowerOfTen(-this.said.stripTrailingZeros().scale());
	}

}
