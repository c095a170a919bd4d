package org.kebao.rollup;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.kebao.amount.MetricKind;
import org.kebao.bureau.Bureau;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.period.ReportingPeriod;
import org.kebao.register.EarlierValue;
import org.kebao.register.FiledValue;
import org.kebao.register.Register;
import org.kebao.report.Report;

/**
 * Reads what is summed up, in three statements however many bureaus, metrics and periods
 * there are.
 */
@Component
@RequiredArgsConstructor
class SumReader {

	private final Register register;

	/**
	 * What one reads for.
	 *
	 * @param bureaus all there are
	 * @param seen those that may be read of
	 * @param metrics those that are summed up, without the components of ratios
	 * @param approvedOnly of which periods only approved reports count
	 */
	record Wish(List<Bureau> bureaus, Set<Long> seen, Catalogue catalogue, Collection<Metric> metrics,
			Collection<ReportingPeriod> periods, Set<Long> approvedOnly) {

		Set<Long> metricIds(boolean stocksOnly) {
			return this.metrics.stream()
				.flatMap((metric) -> Stream.concat(Stream.of(metric),
						Stream.of(metric.getNumerator(), metric.getDenominator())
							.filter(Objects::nonNull)
							.flatMap((code) -> this.catalogue.find(code).stream())))
				.filter((metric) -> !stocksOnly || metric.getKind() == MetricKind.STOCK)
				.map(Metric::getId)
				.collect(Collectors.toSet());
		}

	}

	/** The sums of those periods, by the period's id. */
	Map<Long, Sums> read(Wish wish) {
		Set<Long> periods = wish.periods().stream().map(ReportingPeriod::getId).collect(Collectors.toSet());
		Map<Long, List<Report>> reports = this.register.ofPeriods(periods)
			.stream()
			.filter((report) -> wish.seen().contains(report.getBureauId()))
			.collect(Collectors.groupingBy(Report::getPeriodId));
		Map<Long, Map<Sums.Key, FiledValue>> values = this.register
			.filedValues(wish.seen(), periods, wish.metricIds(false))
			.stream()
			.collect(Collectors.groupingBy(FiledValue::periodId, Collectors
				.toMap((value) -> new Sums.Key(value.bureauId(), value.metricId()), Function.identity())));
		Map<Long, Map<Sums.Key, EarlierValue>> earlier = this.register
			.lastApprovedBefore(wish.seen(), periods, wish.metricIds(true))
			.stream()
			.collect(Collectors.groupingBy(EarlierValue::getLaterPeriodId, Collectors
				.toMap((value) -> new Sums.Key(value.getBureauId(), value.getMetricId()), Function.identity())));
		Map<Long, Sums> sums = new HashMap<>();
		wish.periods().forEach((period) -> {
			Map<Long, Report> filed = reports.getOrDefault(period.getId(), List.of())
				.stream()
				.collect(Collectors.toMap(Report::getBureauId, Function.identity()));
			Tree tree = tree(wish, period, filed);
			boolean approvedOnly = wish.approvedOnly().contains(period.getId());
			sums.put(period.getId(), new Sums(tree, catalogues(wish, period), standing(tree, filed, approvedOnly),
					values.getOrDefault(period.getId(), Map.of()), earlier.getOrDefault(period.getId(), Map.of())));
		});
		return sums;
	}

	private static Map<Long, Catalogue> catalogues(Wish wish, ReportingPeriod period) {
		Map<String, Catalogue> byLevel = new HashMap<>();
		Map<Long, Catalogue> catalogues = new HashMap<>();
		wish.bureaus()
			.stream()
			.filter((bureau) -> wish.seen().contains(bureau.getId()))
			.forEach((bureau) -> catalogues.put(bureau.getId(), byLevel.computeIfAbsent(bureau.getLevel().getCode(),
					(level) -> wish.catalogue().forReport(level, period.key()))));
		return catalogues;
	}

	/** Whoever is there on the last day owes a report; whoever filed one takes part. */
	private static Tree tree(Wish wish, ReportingPeriod period, Map<Long, Report> filed) {
		Map<Long, List<Long>> below = wish.bureaus()
			.stream()
			.filter((bureau) -> bureau.getParentId() != null && wish.seen().contains(bureau.getId()))
			.collect(
					Collectors.groupingBy(Bureau::getParentId, Collectors.mapping(Bureau::getId, Collectors.toList())));
		Set<Long> filing = new HashSet<>();
		wish.bureaus()
			.stream()
			.filter((bureau) -> wish.seen().contains(bureau.getId()))
			.filter((bureau) -> (bureau.isFiling() && bureau.isValidOn(period.getDueOn()))
					|| counts(filed.get(bureau.getId()), false))
			.forEach((bureau) -> filing.add(bureau.getId()));
		return new Tree(below, filing);
	}

	private static Map<Long, Answer.Lack> standing(Tree tree, Map<Long, Report> filed, boolean approvedOnly) {
		Map<Long, Answer.Lack> standing = new HashMap<>();
		tree.filing().forEach((bureau) -> {
			Report report = filed.get(bureau);
			if (!counts(report, approvedOnly)) {
				standing.put(bureau, lack(report));
			}
		});
		return standing;
	}

	private static boolean counts(@Nullable Report report, boolean approvedOnly) {
		return report != null && (report.getStatus() == Report.Status.APPROVED
				|| (report.getStatus() == Report.Status.SUBMITTED && !approvedOnly));
	}

	private static Answer.Lack lack(@Nullable Report report) {
		if (report == null) {
			return Answer.Lack.NOT_SUBMITTED;
		}
		return switch (report.getStatus()) {
			case RETURNED -> Answer.Lack.RETURNED;
			case SUBMITTED -> Answer.Lack.NOT_APPROVED;
			default -> Answer.Lack.NOT_SUBMITTED;
		};
	}

}
