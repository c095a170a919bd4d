package org.kebao.report;

import java.math.BigDecimal;
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
		List<Promise> due = this.promises.dueIn(report.getBureauId(), period.key());
		return new Owed(period, due, past(report.getBureauId(), period, due));
	}

	private Map<Long, List<Pace.Year>> past(Long bureauId, ReportingPeriod period, List<Promise> due) {
		Set<Long> metrics = due.stream().map(Promise::getMetricId).filter(Objects::nonNull).collect(Collectors.toSet());
		if (period.getKind().isWholeYear() || metrics.isEmpty()) {
			return Map.of();
		}
		Map<Long, Map<Integer, Map<PeriodKind, BigDecimal>>> amounts = new HashMap<>();
		this.reports.approvedAmounts(bureauId, metrics, period.getYear() - YEARS, period.getYear() - 1)
			.forEach((given) -> amounts.computeIfAbsent(given.getMetricId(), (id) -> new HashMap<>())
				.computeIfAbsent(given.getYear(), (year) -> new HashMap<>())
				.put(given.getKind(), given.getAmount()));
		Map<Long, List<Pace.Year>> past = new HashMap<>();
		amounts.forEach((metricId, years) -> past.put(metricId, years(years, period.getKind())));
		return past;
	}

	private static List<Pace.Year> years(Map<Integer, Map<PeriodKind, BigDecimal>> amounts, PeriodKind kind) {
		PeriodKind whole = PeriodKind.wholeYear();
		return amounts.values()
			.stream()
			.filter((year) -> year.containsKey(kind) && year.containsKey(whole))
			.map((year) -> new Pace.Year(year.get(kind), year.get(whole)))
			.toList();
	}

}
