package org.kebao.period;

/**
 * A period was opened: from now on every filing bureau owes a report.
 */
public record PeriodOpened(Long periodId) {
}
