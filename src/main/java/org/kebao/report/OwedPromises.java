package org.kebao.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

import org.kebao.amount.Pace;
import org.kebao.period.PeriodKind;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.promise.Promise;
import org.kebao.promise.Promises;

/**
 * Finds what a bureau owes in the period of a report.
 */
@Component
@RequiredArgsConstructor
class OwedPromises {

	/** Older years say little about this one. */
	private static final int YEARS = 5;

	private final Promises promises;

	private final Periods periods;

	private final ReportRepository reports;

	Owed of(Report report) {
		ReportingPeriod period = this.periods.find(report.getPeriodId()).orElseThrow();
		List<Promise> due = this.promises.dueIn(report.getBureauId(), period.getYear(), period.getKind());
		return new Owed(period, due, past(report.getBureauId(), period, due));
	}

	private Map<Long, List<Pace.Year>> past(Long bureauId, ReportingPeriod period, List<Promise> due) {
		Set<Long> metrics = due.stream().map(Promise::getMetricId).filter(Objects::nonNull).collect(Collectors.toSet());
		if (period.getKind() == PeriodKind.ANNUAL || metrics.isEmpty()) {
			return Map.of();
		}
		Map<Long, Map<Integer, Map<PeriodKind, BigDecimal>>> amounts = new HashMap<>();
		this.reports.approvedAmounts(bureauId, metrics, period.getYear() - YEARS, period.getYear() - 1)
			.forEach((given) -> amounts.computeIfAbsent(given.getMetricId(), (id) -> new HashMap<>())
				.computeIfAbsent(given.getYear(), (year) -> new HashMap<>())
				.put(given.getKind(), given.getAmount()));
		Map<Long, List<Pace.Year>> past = new HashMap<>();
		amounts.forEach((metricId, years) -> past.put(metricId, years(years)));
		return past;
	}

	private static List<Pace.Year> years(Map<Integer, Map<PeriodKind, BigDecimal>> amounts) {
		List<Pace.Year> years = new ArrayList<>();
		amounts.values()
			.stream()
			.filter((year) -> year.size() == PeriodKind.values().length)
			.forEach((year) -> years.add(new Pace.Year(year.get(PeriodKind.FIRST_HALF), year.get(PeriodKind.ANNUAL))));
		return years;
	}

}
