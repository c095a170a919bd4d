package org.kebao.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

import org.kebao.amount.MetricKind;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.metric.PlausibleRange;
import org.kebao.period.PeriodKey;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.promise.Promise;
import org.kebao.promise.Promises;
import org.kebao.register.Register;
import org.kebao.report.Report;

/**
 * Gathers the figures the rules look at, for many reports with as few questions to the
 * database as for one.
 */
@Component
@RequiredArgsConstructor
class FigureReader {

	private final Register register;

	private final Periods periods;

	private final Bureaus bureaus;

	private final Promises promises;

	Figures read(Report report, Catalogue catalogue) {
		return read(List.of(report), catalogue).get(report.getId());
	}

	/** The figures by the report's id. */
	Map<Long, Figures> read(Collection<Report> reports, Catalogue catalogue) {
		if (reports.isEmpty()) {
			return Map.of();
		}
		return new Gathering(reports, catalogue).figures();
	}

	private record Place(Long bureauId, Long periodId) {
	}

	private record Due(Long bureauId, int year) {
	}

	private record Asking(String level, PeriodKey period) {
	}

	private record Asked(List<Metric> metrics, Map<String, Figures.Subject> subjects) {
	}

	private final class Gathering {

		private final Collection<Report> reports;

		private final Catalogue catalogue;

		private final Map<Long, ReportingPeriod> periods;

		private final Map<PeriodKey, ReportingPeriod> times;

		private final Map<Long, Bureau> bureaus;

		private final Map<Long, List<Bureau>> below;

		private final Map<Place, Report> filed;

		private final Map<Long, Map<Long, Optional<BigDecimal>>> answers;

		private final Map<Long, Map<Long, BigDecimal>> amounts = new HashMap<>();

		private final Map<Due, List<Promise>> goals;

		Gathering(Collection<Report> reports, Catalogue catalogue) {
			this.reports = reports;
			this.catalogue = catalogue;
			this.periods = FigureReader.this.periods
				.byId(reports.stream().map(Report::getPeriodId).collect(Collectors.toSet()));
			Set<Integer> years = this.periods.values()
				.stream()
				.flatMap((period) -> Stream.of(period.getYear(), period.getYear() - 1))
				.collect(Collectors.toSet());
			this.times = FigureReader.this.periods.ofYears(years)
				.stream()
				.collect(Collectors.toMap(ReportingPeriod::key, Function.identity()));
			Set<Long> filers = reports.stream().map(Report::getBureauId).collect(Collectors.toSet());
			this.bureaus = FigureReader.this.bureaus.byId(filers);
			this.below = FigureReader.this.bureaus.directlyBelow(filers)
				.stream()
				.collect(Collectors.groupingBy(Bureau::getParentId));
			Set<Long> concerned = new LinkedHashSet<>(filers);
			this.below.values().forEach((ones) -> ones.forEach((bureau) -> concerned.add(bureau.getId())));
			this.filed = FigureReader.this.register
				.filed(concerned, this.times.values().stream().map(ReportingPeriod::getId).toList())
				.stream()
				.collect(Collectors.toMap((report) -> new Place(report.getBureauId(), report.getPeriodId()),
						Function.identity()));
			this.answers = FigureReader.this.register
				.answers(reports.stream().flatMap(this::looksAt).map(Report::getId).collect(Collectors.toSet()));
			this.goals = FigureReader.this.promises
				.goals(filers, this.periods.values().stream().map(ReportingPeriod::getYear).collect(Collectors.toSet()))
				.stream()
				.collect(Collectors.groupingBy((promise) -> new Due(promise.getBureauId(), promise.getYear())));
		}

		Map<Long, Figures> figures() {
			Map<Asking, Asked> asked = new HashMap<>();
			return this.reports.stream().collect(Collectors.toMap(Report::getId, (report) -> {
				Asking asking = new Asking(this.bureaus.get(report.getBureauId()).getLevel().getCode(),
						this.periods.get(report.getPeriodId()).key());
				return figures(report, asking, asked.computeIfAbsent(asking, this::asked));
			}));
		}

		private Asked asked(Asking asking) {
			Catalogue put = this.catalogue.forReport(asking.level(), asking.period());
			return new Asked(put.asked(), subjects(put.asked(), asking.level()));
		}

		private static Map<String, Figures.Subject> subjects(List<Metric> asked, String level) {
			Map<String, Figures.Subject> subjects = new LinkedHashMap<>();
			asked.forEach((metric) -> subjects.put(metric.getCode(),
					new Figures.Subject(metric.getCode(), metric.getName(), metric.measure(),
							metric.range(level).map(PlausibleRange::low).orElse(null),
							metric.range(level).map(PlausibleRange::high).orElse(null),
							(metric.getJumpBand() != null) ? BigDecimal.valueOf(metric.getJumpBand()) : null)));
			return subjects;
		}

		private Figures figures(Report report, Asking asking, Asked asked) {
			PeriodKey period = asking.period();
			Map<Long, BigDecimal> given = given(report);
			Map<String, BigDecimal> recomputed = new HashMap<>();
			asked.metrics()
				.stream()
				.filter(Metric::isComputed)
				.forEach((metric) -> this.catalogue.amount(metric, without(metric, given))
					.ifPresent((amount) -> recomputed.put(metric.getCode(), amount)));
			return new Figures(period.kind(), asking.level(), asked.subjects(), byCode(given, asked),
					byCode(approved(report, period.before()), asked),
					byCode(approved(report, period.lastYear()), asked), planned(report, period, asked),
					below(report, asked), recomputed, none(report, asked));
		}

		/** The report and those it is held against. */
		private Stream<Report> looksAt(Report report) {
			PeriodKey period = this.periods.get(report.getPeriodId()).key();
			return Stream
				.of(Stream.of(report), filed(report, period.before()).stream(),
						filed(report, period.lastYear()).stream(), filedBelow(report))
				.flatMap(Function.identity());
		}

		private Map<Long, BigDecimal> given(Report report) {
			return this.amounts.computeIfAbsent(report.getId(), (any) -> {
				Map<Long, BigDecimal> given = new HashMap<>();
				answers(report).forEach((metric, amount) -> amount.ifPresent((one) -> given.put(metric, one)));
				return given;
			});
		}

		private Map<Long, Optional<BigDecimal>> answers(Report report) {
			return this.answers.getOrDefault(report.getId(), Map.of());
		}

		/** What the bureau says it does not have, of what runs up in a year. */
		private Set<String> none(Report report, Asked asked) {
			Map<Long, Optional<BigDecimal>> answers = answers(report);
			return asked.metrics()
				.stream()
				.filter((metric) -> metric.getKind() == MetricKind.FLOW && answers.containsKey(metric.getId())
						&& answers.get(metric.getId()).isEmpty())
				.map(Metric::getCode)
				.collect(Collectors.toSet());
		}

		/** An official figure stands above what its components come to. */
		private static Map<Long, BigDecimal> without(Metric metric, Map<Long, BigDecimal> given) {
			Map<Long, BigDecimal> others = new HashMap<>(given);
			others.remove(metric.getId());
			return others;
		}

		/** What was approved for the same bureau at another period. */
		private Map<Long, BigDecimal> approved(Report report, PeriodKey period) {
			return filed(report, period).map(this::given).orElse(Map.of());
		}

		private Optional<Report> filed(Report report, PeriodKey period) {
			return Optional.ofNullable(this.times.get(period))
				.map((known) -> this.filed.get(new Place(report.getBureauId(), known.getId())))
				.filter((other) -> other.getStatus() == Report.Status.APPROVED);
		}

		private Stream<Report> filedBelow(Report report) {
			return this.below.getOrDefault(report.getBureauId(), List.of())
				.stream()
				.flatMap(
						(bureau) -> Stream.ofNullable(this.filed.get(new Place(bureau.getId(), report.getPeriodId()))));
		}

		private Map<String, BigDecimal> byCode(Map<Long, BigDecimal> given, Asked asked) {
			Map<String, BigDecimal> amounts = new HashMap<>();
			asked.metrics()
				.forEach((metric) -> this.catalogue.amount(metric, given)
					.ifPresent((amount) -> amounts.put(metric.getCode(), amount)));
			return amounts;
		}

		/**
		 * What the plan of the year asks for; what the bureau above asks for where it
		 * says nothing.
		 */
		private Map<String, BigDecimal> planned(Report report, PeriodKey period, Asked asked) {
			Map<String, BigDecimal> planned = new HashMap<>();
			this.goals.getOrDefault(new Due(report.getBureauId(), period.year()), List.of())
				.forEach((promise) -> asked.metrics()
					.stream()
					.filter((metric) -> promise.getMetricId().equals(metric.getId()))
					.findFirst()
					.ifPresent((metric) -> promise.goalIn(metric.getUnit())
						.ifPresent((goal) -> planned.putIfAbsent(metric.getCode(), goal))));
			return planned;
		}

		/** Percentages are never added up (domain handbook §2.1). */
		private Map<String, BigDecimal> below(Report report, Asked asked) {
			List<Report> filed = filedBelow(report).toList();
			Map<String, BigDecimal> sums = new HashMap<>();
			if (filed.isEmpty() || filed.stream().anyMatch((one) -> one.getStatus().isWritable())) {
				return sums;
			}
			for (Metric metric : asked.metrics()) {
				List<BigDecimal> parts = filed.stream()
					.flatMap((one) -> Stream.ofNullable(given(one).get(metric.getId())))
					.toList();
				if (metric.getKind() != MetricKind.RATIO && parts.size() == filed.size()) {
					sums.put(metric.getCode(), parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
				}
			}
			return sums;
		}

	}

}
