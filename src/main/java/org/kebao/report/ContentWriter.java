package org.kebao.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import lombok.RequiredArgsConstructor;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.kebao.amount.Certainty;
import org.kebao.amount.Change;
import org.kebao.amount.Given;
import org.kebao.amount.ValueState;
import org.kebao.binding.BoundText;
import org.kebao.binding.Facts;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.metric.MetricGroup;
import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodKind;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.promise.Plan;
import org.kebao.promise.Promise;
import org.kebao.revision.Aim;
import org.kebao.revision.ReportContent;
import org.kebao.script.Legible;
import org.kebao.script.Mark;

/**
 * Makes the {@link ReportContent} of a report as it stands.
 */
@Component
@RequiredArgsConstructor
class ContentWriter {

	private final Bureaus bureaus;

	private final Periods periods;

	private final ReportRepository reports;

	/** Everything in plain words: the figures stand in the places of the tokens. */
	ReportContent contentOf(Report report, Vocabulary vocabulary, Owed owed) {
		Bureau bureau = this.bureaus.find(report.getBureauId()).orElseThrow();
		ReportingPeriod period = this.periods.find(report.getPeriodId()).orElseThrow();
		Optional<String> superior = Optional.ofNullable(bureau.getParentId())
			.flatMap(this.bureaus::find)
			.map(Bureau::getName);
		Map<Long, Given> lastYear = lastYear(report.getBureauId(), period);
		Facts facts = facts(report, vocabulary, owed, lastYear);
		return new ReportContent(ReportContent.FORMAT,
				new ReportContent.Filer(bureau.getCode(), bureau.getName(), bureau.getLevel().getCode(),
						superior.orElse(null)),
				period.key(), groups(report, vocabulary, period, lastYear), print(report.getLead(), facts),
				items(report, Entry.Kind.ACHIEVEMENT, vocabulary, facts),
				items(report, Entry.Kind.CASE, vocabulary, facts), items(report, Entry.Kind.PROBLEM, vocabulary, facts),
				print(report.getIdea(), facts), targets(report, vocabulary, facts),
				items(report, Entry.Kind.MEASURE, vocabulary, facts),
				items(report, Entry.Kind.SUGGESTION, vocabulary, facts),
				owed.against(report, vocabulary.catalogue()).content(facts));
	}

	/** What the texts of a report may state. */
	Facts facts(Report report, Vocabulary vocabulary, Owed owed) {
		return facts(report, vocabulary, owed, lastYear(report.getBureauId(), owed.period()));
	}

	private static Facts facts(Report report, Vocabulary vocabulary, Owed owed, Map<Long, Given> lastYear) {
		return Facts.of(vocabulary.catalogue(), report.given(), lastYear, owed.goals(vocabulary.catalogue()))
			.saying(report.states());
	}

	private static String print(String text, Facts facts) {
		return Legible.text(BoundText.of(text).print(facts).text()).strip();
	}

	/**
	 * The plan of a report in the words of its paper, with the amounts its relative
	 * targets start from: this year's own for next year's plan, those of the year before
	 * for a plan within the year.
	 */
	Plan planOf(Report report, ReportContent paper, Catalogue catalogue) {
		ReportingPeriod period = this.periods.find(report.getPeriodId()).orElseThrow();
		PeriodKind kind = period.getKind();
		Map<Long, Given> given = kind.isWholeYear() ? report.given()
				: approved(report.getBureauId(), period.key().yearBefore());
		Map<Long, Given> bases = new LinkedHashMap<>();
		catalogue.all()
			.forEach((metric) -> catalogue.given(metric, given).ifPresent((one) -> bases.put(metric.getId(), one)));
		List<Plan.Line> lines = new ArrayList<>();
		paper.targets().forEach((target) -> report.target(target.id()).ifPresent((live) -> {
			Metric metric = (live.getAim() == Aim.WORDS) ? null : catalogue.find(live.getMetricId()).orElse(null);
			lines.add(new Plan.Line(Promise.Kind.TARGET, target.id(), Mark.printed(target.text()), metric,
					live.getAim(), live.getAmount()));
		}));
		paper.measures()
			.stream()
			.filter((measure) -> !measure.heading().isEmpty())
			.forEach((measure) -> lines.add(Plan.Line.measure(measure.id(), Mark.printed(measure.heading()))));
		int year = kind.yearAhead(period.getYear());
		return new Plan(report.getId(), report.getBureauId(), year, kind, bases, year - 1, List.copyOf(lines));
	}

	/** The approved amounts of the same period one year before, by the metric's id. */
	Map<Long, Given> lastYear(Long bureauId, ReportingPeriod period) {
		return approved(bureauId, period.key().lastYear());
	}

	/** The approved amounts of the period before that one, by the metric's id. */
	Map<Long, Given> periodBefore(Long bureauId, ReportingPeriod period) {
		return approved(bureauId, period.key().before());
	}

	private Map<Long, Given> approved(Long bureauId, PeriodKey period) {
		Map<Long, Given> given = new LinkedHashMap<>();
		this.periods.find(period)
			.map((one) -> this.reports.approvedAmounts(bureauId, one.getId()))
			.orElse(List.of())
			.forEach((one) -> given.put(one.getMetricId(), new Given(one.getAmount(), one.getCertainty())));
		return given;
	}

	private List<ReportContent.Group> groups(Report report, Vocabulary vocabulary, ReportingPeriod period,
			Map<Long, Given> lastYear) {
		Map<Long, Given> periodBefore = periodBefore(report.getBureauId(), period);
		Catalogue catalogue = vocabulary.catalogue();
		Map<MetricGroup, List<ReportContent.Row>> rows = new LinkedHashMap<>();
		for (Metric metric : catalogue.asked()) {
			Given now = catalogue.given(metric, report.given()).orElse(null);
			Given before = catalogue.given(metric, lastYear).orElse(null);
			Change since = metric.isComparableToPeriodBefore()
					? metric.measure()
						.change(now, catalogue.given(metric, periodBefore).orElse(null), period.getKind().endBefore())
					: Change.NONE;
			Optional<MetricValue> value = report.value(metric.getId());
			rows.computeIfAbsent(metric.getGroup(), (group) -> new ArrayList<>())
				.add(new ReportContent.Row(metric.getCode(), metric.getName(), metric.getUnit(), metric.getScale(),
						stateOf(now, value), (now != null) ? now.amount() : null,
						(before != null) ? before.amount() : null, metric.measure().change(now, before).print(),
						(now != null) ? now.certainty() : Certainty.ACTUAL,
						value.map(MetricValue::getAsOf).orElse(null),
						value.map(MetricValue::getNote).orElse("").strip(), since.print()));
		}
		return rows.entrySet()
			.stream()
			.map((group) -> new ReportContent.Group(group.getKey().getCode(), group.getKey().getName(),
					group.getValue()))
			.toList();
	}

	private static ValueState stateOf(@Nullable Given now, Optional<MetricValue> value) {
		return (now != null) ? ValueState.GIVEN : value.map(MetricValue::getState).orElse(ValueState.BLANK);
	}

	private static List<ReportContent.Item> items(Report report, Entry.Kind kind, Vocabulary vocabulary, Facts facts) {
		return report.entries(kind)
			.stream()
			.filter((entry) -> !entry.isBlank())
			.map((entry) -> new ReportContent.Item(entry.getId(),
					Optional.ofNullable(entry.getThemeId()).flatMap(vocabulary::theme).map(Theme::getName).orElse(""),
					print(Mark.unnumbered(entry.getHeading()), facts), print(entry.getBody(), facts)))
			.toList();
	}

	private static List<ReportContent.Target> targets(Report report, Vocabulary vocabulary, Facts facts) {
		return report.targets().stream().filter(PlanTarget::isComplete).map((target) -> {
			Optional<Metric> metric = Optional.ofNullable(target.getMetricId()).flatMap(vocabulary.catalogue()::find);
			return new ReportContent.Target(target.getId(), metric.map(Metric::getCode).orElse(null), target.getAim(),
					target.getAmount(), target.print(metric.orElse(null), facts));
		}).toList();
	}

}
