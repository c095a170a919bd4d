package org.kebao.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;

import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.metric.MetricUnitChanged;
import org.kebao.metric.MetricUse;

/**
 * Keeps the live amounts of all reports in the units of their metrics. What was frozen
 * stays in the units of its time.
 */
@Component
@RequiredArgsConstructor
class Conversion implements MetricUse {

	private final ReportRepository reports;

	private final Clock clock;

	@Override
	@Transactional
	public Optional<Need> need(Long metricId, BigDecimal factor) {
		// who saves meanwhile has read the old unit, or waits and reads the new one
		this.reports.lockAll();
		ReportRepository.Kept kept = this.reports.kept(metricId, factor);
		return (kept.getLargest() != null) ? Optional.of(new Need(kept.getDecimals(), kept.getLargest()))
				: Optional.empty();
	}

	@EventListener
	@Transactional
	public void on(MetricUnitChanged changed) {
		this.reports.lockAll();
		this.reports.rememberConversion(changed.metricId(), changed.factor(), changed.from(), changed.to(),
				changed.by(), this.clock.instant());
		this.reports.convertValues(changed.metricId(), changed.factor());
		this.reports.convertTargets(changed.metricId(), changed.factor());
	}

}
