package org.kebao.binding;

import java.math.BigDecimal;

/**
 * 目标: what a metric is to reach in the year of the report.
 *
 * @param amount in the metric's unit
 * @param above whether it is to be passed (突破), not only reached
 */
public record Goal(BigDecimal amount, boolean above) {
}
