package org.kebao.metric;

import java.math.BigDecimal;

/**
 * A metric has another unit. Whoever keeps live amounts of it converts them in the same
 * transaction; what was frozen stays.
 *
 * @param factor what a kept amount is to be multiplied with
 * @param from the unit until now
 * @param to the unit from now on
 * @param by the account that changed it
 */
public record MetricUnitChanged(Long metricId, BigDecimal factor, String from, String to, Long by) {
}
