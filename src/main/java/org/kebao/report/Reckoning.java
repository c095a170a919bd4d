package org.kebao.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import lombok.RequiredArgsConstructor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.amount.Given;
import org.kebao.binding.Facts;
import org.kebao.bureau.Bureaus;
import org.kebao.metric.Metrics;
import org.kebao.period.PeriodKey;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.revision.ReportContent;

/**
 * What follows from a report as it stands: what it is asked, how far it is, what became
 * of what was promised, what its texts state. All of it is worked out on reading and
 * nothing is kept.
 */
@Component
@RequiredArgsConstructor
public class Reckoning {

	private final ReportRepository reports;

	private final ContentWriter contents;

	private final OwedPromises owed;

	private final Metrics metrics;

	private final Bureaus bureaus;

	private final Periods periods;

	private final ObjectProvider<SubmissionGate> gates;

	/**
	 * The lists that report draws on: asked is what its bureau is asked in its period.
	 */
	@Transactional(readOnly = true)
	public Vocabulary vocabulary(Report report) {
		ReportingPeriod period = period(report);
		String level = this.bureaus.find(report.getBureauId()).orElseThrow().getLevel().getCode();
		return new Vocabulary(this.metrics.catalogue().forReport(level, period.key()), this.reports.themes());
	}

	@Transactional(readOnly = true)
	public Progress progress(Report report, Vocabulary vocabulary) {
		return Progress.of(report, vocabulary, completion(report, vocabulary));
	}

	/** 计划完成情况: what was promised for the period of a report, and what became of it. */
	@Transactional(readOnly = true)
	public CompletionTable completion(Report report, Vocabulary vocabulary) {
		return this.owed.of(report).against(report, vocabulary.catalogue());
	}

	/** What the metrics in the texts of a report state. */
	@Transactional(readOnly = true)
	public Facts facts(Report report, Vocabulary vocabulary) {
		return this.contents.facts(report, vocabulary, this.owed.of(report));
	}

	/**
	 * The progress with everything that stands between the report and its submission.
	 * What is counted is fetched first; the gates may think long, and hold nothing
	 * meanwhile.
	 */
	public Progress readiness(Report report, Vocabulary vocabulary) {
		return progress(report, vocabulary).with(inspect(report, vocabulary));
	}

	/** What every gate sees of a report as it stands. */
	List<SubmissionGate.Inspection> inspect(Report report, Vocabulary vocabulary) {
		return this.gates.orderedStream().map((gate) -> gate.inspect(report, vocabulary)).toList();
	}

	/** The approved amounts of the same period one year before, by the metric's id. */
	@Transactional(readOnly = true)
	public Map<Long, Given> lastYear(Report report) {
		return this.contents.lastYear(report.getBureauId(), period(report));
	}

	/**
	 * The approved amounts of the {@linkplain PeriodKey#before() period before}.
	 */
	@Transactional(readOnly = true)
	public Map<Long, Given> periodBefore(Report report) {
		return this.contents.periodBefore(report.getBureauId(), period(report));
	}

	/** The approved report of the same bureau and kind one year before. */
	@Transactional(readOnly = true)
	public Optional<Report> yearBefore(Report report) {
		return this.periods.find(period(report).key().lastYear())
			.flatMap((before) -> this.reports.findByBureauIdAndPeriodId(report.getBureauId(), before.getId()))
			.filter((before) -> before.getStatus() == Report.Status.APPROVED);
	}

	/** What stands in a whole report, in plain words. */
	@Transactional(readOnly = true)
	public ReportContent content(Report report, Vocabulary vocabulary) {
		return this.contents.contentOf(report, vocabulary, this.owed.of(report));
	}

	private ReportingPeriod period(Report report) {
		return this.periods.find(report.getPeriodId()).orElseThrow();
	}

}
