package org.kebao.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;

/**
 * 合理区间: what bureaus of one level plausibly have of a metric in a whole year (domain
 * handbook §2.4). What lies outside is not wrong, it wants a second look.
 *
 * @param low in the metric's unit, null where there is none
 * @param high in the metric's unit, null where there is none
 */
@Embeddable
public record PlausibleRange(@Nullable BigDecimal low, @Nullable BigDecimal high) {

	private static final int DECIMALS = 6;

	public PlausibleRange {
		if (low != null && high != null && low.compareTo(high) > 0) {
			throw new IllegalArgumentException("A range cannot begin at %s and end at %s".formatted(low, high));
		}
	}

	public boolean contains(BigDecimal amount) {
		return (this.low == null || amount.compareTo(this.low) >= 0)
				&& (this.high == null || amount.compareTo(this.high) <= 0);
	}

	/** Whether this is the same range, however its ends are written. */
	boolean says(@Nullable PlausibleRange other) {
		return other != null && words().equals(other.words());
	}

	/** The range in another unit; what is too fine for an amount is rounded. */
	PlausibleRange times(BigDecimal factor) {
		return new PlausibleRange(times(this.low, factor), times(this.high, factor));
	}

	private static @Nullable BigDecimal times(@Nullable BigDecimal end, BigDecimal factor) {
		return (end != null) ? end.multiply(factor).setScale(DECIMALS, RoundingMode.HALF_UP) : null;
	}

	/** As it stands on a page: "0—10", "不低于5", "不超过100". */
	public String words() {
		if (this.low != null && this.high != null) {
			return Amount.print(this.low) + "—" + Amount.print(this.high);
		}
		return (this.low != null) ? "不低于" + Amount.print(this.low) : "不超过" + Amount.print(this.high);
	}

}
