package org.kebao.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.bureau.Bureau;
import org.kebao.bureau.BureauUse;
import org.kebao.bureau.Bureaus;
import org.kebao.period.PeriodOpened;

/**
 * Sees to it that every filing bureau has its report of an opened period, and keeps its
 * bureau.
 */
@Component
@RequiredArgsConstructor
class OwedReports implements BureauUse {

	private final ReportRepository reports;

	private final Bureaus bureaus;

	private final Clock clock;

	/** Who has one keeps it. */
	@EventListener
	@Transactional
	public void on(PeriodOpened opened) {
		Set<Long> having = this.reports.bureausOf(opened.periodId());
		this.bureaus.filingOn(LocalDate.now(this.clock))
			.stream()
			.map(Bureau::getId)
			.filter((bureauId) -> !having.contains(bureauId))
			.forEach((bureauId) -> this.reports.save(new Report(bureauId, opened.periodId())));
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<String> reasonToKeep(Long bureauId) {
		return this.reports.existsByBureauId(bureauId) ? Optional.of("已有报告") : Optional.empty();
	}

}
