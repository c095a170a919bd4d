package org.kebao.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.metric.Metric;
import org.kebao.metric.MetricGroup;
import org.kebao.metric.ValueState;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.revision.ReportContent;

/**
 * Makes the {@link ReportContent} of a report as it stands.
 */
@Component
@RequiredArgsConstructor
class ContentWriter {

	private final Bureaus bureaus;

	private final Periods periods;

	private final ReportRepository reports;

	ReportContent contentOf(Report report, Vocabulary vocabulary) {
		Bureau bureau = this.bureaus.find(report.getBureauId()).orElseThrow();
		ReportingPeriod period = this.periods.find(report.getPeriodId()).orElseThrow();
		Optional<String> superior = Optional.ofNullable(bureau.getParentId())
			.flatMap(this.bureaus::find)
			.map(Bureau::getName);
		return new ReportContent(ReportContent.FORMAT,
				new ReportContent.Filer(bureau.getCode(), bureau.getName(), bureau.getLevel().getCode(),
						superior.orElse(null)),
				new ReportContent.Span(period.getYear(), period.getKind()),
				groups(report, vocabulary, lastYear(report.getBureauId(), period)), report.getLead().strip(),
				items(report, Entry.Kind.ACHIEVEMENT, vocabulary), items(report, Entry.Kind.CASE, vocabulary),
				items(report, Entry.Kind.PROBLEM, vocabulary), report.getIdea().strip(), targets(report, vocabulary),
				items(report, Entry.Kind.MEASURE, vocabulary), items(report, Entry.Kind.SUGGESTION, vocabulary));
	}

	/** The approved amounts of the same period one year before, by the metric's id. */
	Map<Long, BigDecimal> lastYear(Long bureauId, ReportingPeriod period) {
		Map<Long, BigDecimal> amounts = new LinkedHashMap<>();
		this.periods.find(period.getYear() - 1, period.getKind())
			.map((before) -> this.reports.approvedAmounts(bureauId, before.getId()))
			.orElse(List.of())
			.forEach((given) -> amounts.put(given.getMetricId(), given.getAmount()));
		return amounts;
	}

	private static List<ReportContent.Group> groups(Report report, Vocabulary vocabulary,
			Map<Long, BigDecimal> lastYear) {
		Map<Long, BigDecimal> given = report.amounts();
		Map<MetricGroup, List<ReportContent.Row>> rows = new LinkedHashMap<>();
		for (Metric metric : vocabulary.catalogue().asked()) {
			Optional<BigDecimal> amount = vocabulary.catalogue().amount(metric, given);
			BigDecimal before = vocabulary.catalogue().amount(metric, lastYear).orElse(null);
			rows.computeIfAbsent(metric.getGroup(), (group) -> new ArrayList<>())
				.add(new ReportContent.Row(metric.getCode(), metric.getName(), metric.getUnit(), metric.getScale(),
						stateOf(metric, amount, report), amount.orElse(null), before,
						metric.change(amount.orElse(null), before)));
		}
		return rows.entrySet()
			.stream()
			.map((group) -> new ReportContent.Group(group.getKey().getCode(), group.getKey().getName(),
					group.getValue()))
			.toList();
	}

	private static ValueState stateOf(Metric metric, Optional<BigDecimal> amount, Report report) {
		if (amount.isPresent()) {
			return ValueState.GIVEN;
		}
		return report.value(metric.getId()).map(MetricValue::getState).orElse(ValueState.BLANK);
	}

	private static List<ReportContent.Item> items(Report report, Entry.Kind kind, Vocabulary vocabulary) {
		return report.entries(kind)
			.stream()
			.filter((entry) -> !entry.isBlank())
			.map((entry) -> new ReportContent.Item(entry.getId(),
					Optional.ofNullable(entry.getThemeId()).flatMap(vocabulary::theme).map(Theme::getName).orElse(""),
					entry.getHeading().strip(), entry.getBody().strip()))
			.toList();
	}

	private static List<ReportContent.Target> targets(Report report, Vocabulary vocabulary) {
		return report.targets().stream().filter(PlanTarget::isComplete).map((target) -> {
			Optional<Metric> metric = Optional.ofNullable(target.getMetricId()).flatMap(vocabulary.catalogue()::find);
			return new ReportContent.Target(target.getId(), metric.map(Metric::getCode).orElse(null), target.getAim(),
					target.getAmount(), target.print(metric.orElse(null)));
		}).toList();
	}

}
