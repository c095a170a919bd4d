package org.kebao.metric;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whoever keeps amounts of a metric says so before its unit or its decimals are changed.
 */
public interface MetricUse {

	/**
	 * What the kept amounts need once each is multiplied with the factor. Until the
	 * transaction ends nobody else writes an amount.
	 * @return nothing where no amount is kept
	 */
	Optional<Need> need(Long metricId, BigDecimal factor);

	/**
	 * Room that amounts need.
	 *
	 * @param decimals the most that one of them has
	 * @param largest the largest of them, without its sign
	 */
	record Need(int decimals, BigDecimal largest) {
	}

}
