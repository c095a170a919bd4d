package org.kebao.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

import org.kebao.report.Report;

/**
 * What metrics were to reach in the period of a report. Whoever keeps the promises
 * implements it.
 */
public interface PlannedAmounts {

	/** The amounts by the report's id and the metric's, in the metric's unit. */
	Map<Long, Map<Long, BigDecimal>> of(Collection<Report> reports);

}
