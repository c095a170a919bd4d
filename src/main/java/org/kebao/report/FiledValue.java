package org.kebao.report;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.kebao.metric.ValueState;

/**
 * What a submitted or approved report says to one metric, without the report around it:
 * whoever sums up a province reads tens of thousands of them.
 *
 * @param amount null unless the state is GIVEN
 */
public record FiledValue(Long bureauId, Long periodId, Long metricId, ValueState state, @Nullable BigDecimal amount) {
}
