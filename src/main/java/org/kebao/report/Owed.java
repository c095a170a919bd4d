package org.kebao.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Completion;
import org.kebao.amount.Given;
import org.kebao.amount.Pace;
import org.kebao.amount.Units;
import org.kebao.binding.Goal;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.period.PeriodKind;
import org.kebao.period.ReportingPeriod;
import org.kebao.promise.Promise;

/**
 * What a bureau owes in a period, to be held against a report of it.
 *
 * @param past what was approved of past years at the same time and in all, by the
 * metric's id, for the seasons
 */
record Owed(ReportingPeriod period, List<Promise> promises, Map<Long, List<Pace.Year>> past) {

	CompletionTable against(Report report, Catalogue catalogue) {
		Map<Long, Given> given = report.given();
		return new CompletionTable(
				this.promises.stream().map((promise) -> line(promise, report, catalogue, given)).toList());
	}

	/**
	 * The goals of the period's year by the metric's id, in the units of the catalogue:
	 * what the bureau promised for the year, else what it was told to reach, else what it
	 * promised for the rest of the year.
	 */
	Map<Long, Goal> goals(Catalogue catalogue) {
		Map<Long, Goal> goals = new HashMap<>();
		this.promises.stream()
			.filter((promise) -> isOfThisYear(promise) && !promise.isDropped())
			// what ends in June is no goal of the year
			.filter((promise) -> PeriodKind.wholeYear().settles(promise.getPlanned()))
			.sorted(Comparator.comparing((Promise promise) -> promise.getPlanned().months(), Comparator.reverseOrder())
				.thenComparing(Promise::getOrigin))
			.forEach((promise) -> Optional.ofNullable(promise.getMetricId())
				.flatMap(catalogue::find)
				.ifPresent((metric) -> promise.goalIn(metric.getUnit())
					.ifPresent((goal) -> goals.putIfAbsent(metric.getId(), new Goal(goal, promise.isAbove())))));
		return goals;
	}

	/** Whether its time ends with the period. */
	private boolean isDue(Promise promise) {
		return this.period.getKind().isWholeYear() || isOfThisYear(promise) && !promise.isOfYear();
	}

	private boolean isOfThisYear(Promise promise) {
		return promise.getYear() == this.period.getYear();
	}

	private CompletionTable.Line line(Promise promise, Report report, Catalogue catalogue, Map<Long, Given> given) {
		Optional<Metric> metric = Optional.ofNullable(promise.getMetricId()).flatMap(catalogue::find);
		Given actual = metric
			.flatMap((one) -> catalogue.given(one, given).flatMap((now) -> now.in(one.getUnit(), promise.getUnit())))
			.orElse(null);
		Optional<Settlement> settlement = report.settlement(promise.getId());
		return new CompletionTable.Line(promise, metric.map(Metric::getCode).orElse(null),
				(actual != null) ? actual.amount() : null,
				metric.map((one) -> (actual == null && !catalogue.isAsked(one)) ? Completion.unknown("本期不填报这个指标")
						: completion(promise, one, actual))
					.orElse(Completion.unknown("")),
				metric.map((one) -> pace(promise, one, actual)).orElse(Pace.NONE),
				settlement.map(Settlement::getState).orElse(null), settlement.map(Settlement::getNote).orElse(""),
				isDue(promise));
	}

	private static Completion completion(Promise promise, Metric metric, @Nullable Given actual) {
		if (Units.factor(metric.getUnit(), promise.getUnit()).isEmpty()) {
			return Completion.unknown("指标的单位已由%s改为%s，不能直接对照".formatted(promise.getUnit(), metric.getUnit()));
		}
		return Completion.of(metric.measure(), actual, promise.getGoal(), promise.isAbove());
	}

	/** Only a goal for the running year is held against the time that has passed. */
	private Pace pace(Promise promise, Metric metric, @Nullable Given actual) {
		if (isDue(promise) || !isOfThisYear(promise) || promise.isDropped()
				|| Units.factor(metric.getUnit(), promise.getUnit()).isEmpty()) {
			return Pace.NONE;
		}
		return Pace.at(this.period.getKind().share(), metric.measure(), actual, promise.getGoal(), promise.isAbove(),
				this.past.getOrDefault(metric.getId(), List.of()));
	}

}
