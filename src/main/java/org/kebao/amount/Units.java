package org.kebao.amount;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Which units of the trade are the same measure in another size, and by how much.
 */
public final class Units {

	private static final Map<String, Size> SIZES = Map.of("元", new Size("元", 0), "万元", new Size("元", 4), "亿元",
			new Size("元", 8), "人", new Size("人", 0), "万人", new Size("人", 4), "平方米", new Size("平方米", 0), "万平方米",
			new Size("平方米", 4));

	private Units() {
	}

	/**
	 * What an amount is to be multiplied with to stand in another unit, exactly.
	 * @return nothing where the one cannot be told in the other: 人次 is never 人
	 */
	public static Optional<BigDecimal> factor(String from, String to) {
		if (from.equals(to)) {
			return Optional.of(BigDecimal.ONE);
		}
		Size one = SIZES.get(from);
		Size other = SIZES.get(to);
		return (one == null || other == null || !one.base().equals(other.base())) ? Optional.empty()
				: Optional.of(BigDecimal.ONE.scaleByPowerOfTen(one.power() - other.power()));
	}

	/**
	 * A unit as a power of ten of its base.
	 */
	private record Size(String base, int power) {
	}

}
