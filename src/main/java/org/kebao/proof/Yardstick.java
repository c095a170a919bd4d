package org.kebao.proof;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.kebao.amount.Given;
import org.kebao.period.PeriodKind;

/**
 * What the sentences of a report are held against; amounts by the code of the metric, of
 * those the report is asked for.
 *
 * @param kind of the report's period
 * @param given what stands in the report, with how sure it is
 * @param prev what was approved for the period before
 * @param lastYear what was approved for the same period one year before
 * @param behind the metrics that are behind the time that has passed
 */
public record Yardstick(PeriodKind kind, Map<String, Given> given, Map<String, BigDecimal> prev,
		Map<String, BigDecimal> lastYear, List<Behind> behind) {
}
