package org.kebao.proof;

import java.math.BigDecimal;
import java.util.List;

/**
 * How exact a claim is meant.
 */
enum Leeway {

	EXACT, ABOUT, NEARLY, MORE;

	private static final BigDecimal TENTH = new BigDecimal("0.1");

	private static final BigDecimal FIFTH = new BigDecimal("0.2");

	private static final List<String> ROUGHLY = List.of("约", "左右", "上下");

	private static final List<String> ALMOST = List.of("近", "接近");

	private static final List<String> BEYOND = List.of("超", "逾", "突破", "以上", "多", "余", "不低于", "不少于");

	static Leeway of(String words) {
		if (ALMOST.stream().anyMatch(words::contains)) {
			return NEARLY;
		}
		if (ROUGHLY.stream().anyMatch(words::contains)) {
			return ABOUT;
		}
		return BEYOND.stream().anyMatch(words::contains) ? MORE : EXACT;
	}

	/**
	 * Whether a claim may stand for what lies between two amounts.
	 * @param half how far the claim may be rounded away
	 */
	boolean admits(BigDecimal least, BigDecimal most, BigDecimal claim, BigDecimal half) {
		BigDecimal tenth = claim.multiply(TENTH).max(half);
		return switch (this) {
			case EXACT -> meets(least, most, claim.subtract(half), claim.add(half));
			case ABOUT -> meets(least, most, claim.subtract(tenth), claim.add(tenth));
			case NEARLY -> meets(least, most, claim.subtract(tenth), claim);
			case MORE -> meets(least, most, claim, claim.add(claim.multiply(FIFTH).max(half).max(BigDecimal.TEN)));
		};
	}

	private static boolean meets(BigDecimal least, BigDecimal most, BigDecimal from, BigDecimal to) {
		return most.compareTo(from) >= 0 && least.compareTo(to) <= 0;
	}

}
