package org.kebao.register;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.period.PeriodKey;
import org.kebao.period.Periods;
import org.kebao.refusal.NotVisibleException;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.ReportApproved;
import org.kebao.report.Reports;
import org.kebao.report.ValueChange;
import org.kebao.revision.Revision;
import org.kebao.revision.Revisions;

/**
 * The door for whoever reads reports and changes none. Who may see which bureau has been
 * asked before: these answer for the bureaus they are asked about.
 */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Register {

	/** So far back the history of a report's figures is shown. */
	private static final int CHANGES = 500;

	private final RegisterRepository register;

	private final Reports reports;

	private final Reckoning reckoning;

	private final Revisions revisions;

	private final Periods periods;

	private final Clock clock;

	/**
	 * A page of the reports of those bureaus, the newest period first. It is counted even
	 * where one page holds it all.
	 */
	public Page<Report> find(Collection<Long> bureaus, @Nullable Long periodId, Report.@Nullable Status status,
			Pageable page) {
		return new PageImpl<>(this.register.find(bureaus, periodId, status, page), page,
				this.register.count(bureaus, periodId, status));
	}

	/**
	 * A page of what was submitted by those bureaus and waits for a decision, the oldest
	 * first. It is counted even where one page holds it all.
	 */
	public Page<Report> submitted(Collection<Long> bureaus, Pageable page) {
		List<Report> waiting = this.register
			.findByStatusAndBureauIdInOrderBySubmittedAtAscIdAsc(Report.Status.SUBMITTED, bureaus, page);
		return new PageImpl<>(waiting, page,
				this.register.countByStatusAndBureauIdIn(Report.Status.SUBMITTED, bureaus));
	}

	public Optional<Report> find(Long bureauId, Long periodId) {
		return this.register.findByBureauIdAndPeriodId(bureauId, periodId);
	}

	/** All reports one bureau ever owed, the newest period first. */
	public List<Report> ofBureau(Long bureauId) {
		return this.register.ofBureau(bureauId);
	}

	/** All reports of a period, of every bureau. */
	public List<Report> ofPeriod(Long periodId) {
		return this.register.findByPeriodId(periodId);
	}

	/** All reports of several periods, of every bureau. */
	public List<Report> ofPeriods(Collection<Long> periodIds) {
		return this.register.findByPeriodIdIn(periodIds);
	}

	/** What those bureaus filed in those periods, without what stands in it. */
	public List<Report> filed(Collection<Long> bureaus, Collection<Long> periods) {
		return this.register.findByBureauIdInAndPeriodIdIn(bureaus, periods);
	}

	/** The reports that were approved last, without what stands in them. */
	public List<Report> lastApproved(int count) {
		return this.register.findByStatusOrderByApprovedAtDescIdDesc(Report.Status.APPROVED, Limit.of(count));
	}

	/**
	 * The given amounts by the report's id and the metric's; nothing for what is 不适用.
	 */
	public Map<Long, Map<Long, Optional<BigDecimal>>> answers(Collection<Long> reports) {
		return this.register.answers(reports)
			.stream()
			.collect(Collectors.groupingBy(RegisterRepository.ReportedAnswer::getReportId,
					Collectors.toMap(RegisterRepository.ReportedAnswer::getMetricId,
							(answer) -> Optional.ofNullable(answer.getAmount()))));
	}

	/**
	 * What those bureaus say to those metrics in what they submitted for those periods,
	 * approved or not; blank ones are left out.
	 */
	public List<FiledValue> filedValues(Collection<Long> bureaus, Collection<Long> periods, Collection<Long> metrics) {
		return this.register.filedValues(bureaus, periods, metrics);
	}

	/**
	 * What was last approved of those bureaus for those metrics before each of those
	 * periods.
	 */
	public List<EarlierValue> lastApprovedBefore(Collection<Long> bureaus, Collection<Long> periods,
			Collection<Long> metrics) {
		return this.register.lastApprovedBefore(bureaus, periods, metrics);
	}

	/**
	 * What those bureaus had of one metric, by the bureau's id, where it was approved.
	 */
	public Map<Long, BigDecimal> approved(Collection<Long> bureaus, PeriodKey period, Long metricId) {
		return this.periods.find(period)
			.map((one) -> this.register.approvedAmounts(bureaus, one.getId(), metricId))
			.orElse(List.of())
			.stream()
			.collect(Collectors.toMap(RegisterRepository.BureauAmount::getBureauId,
					RegisterRepository.BureauAmount::getAmount));
	}

	/** The history of the figures, the newest first. */
	public List<ValueChange> changes(Report report) {
		return this.register.changes(report.getId(), Limit.of(CHANGES));
	}

	/**
	 * The paper of a report as far as this person may read it: the bureau itself reads
	 * what stands there now, everybody else what was submitted.
	 */
	public Paper paper(Long id, Person person) {
		Report report = this.reports.seen(id, person);
		if (this.reports.may(report, person, Right.FILL) && report.getStatus().isWritable()) {
			Report whole = this.reports.own(id, person);
			return new Paper(report, this.reckoning.content(whole, this.reckoning.vocabulary(whole)), null, false,
					LocalDate.now(this.clock));
		}
		if (report.getStatus() == Report.Status.DRAFT) {
			throw new NotVisibleException("Report " + id);
		}
		return frozen(report);
	}

	/** An earlier version of what was submitted, for those who may see the report. */
	public Optional<Paper> version(Report report, int number) {
		return revision(report, number).map((revision) -> paper(report, revision, false));
	}

	/** The report's revision of that number, without reading its content. */
	public Optional<Revision> revision(Report report, int number) {
		return this.revisions.find(report.getId(), number);
	}

	/** The paper of a revision, for those who were told of its approval. */
	public Paper paper(ReportApproved approved) {
		Report report = this.register.findById(approved.reportId()).orElseThrow();
		return paper(report, this.revisions.find(approved.revisionId()).orElseThrow(), true);
	}

	/**
	 * The approved paper of the same bureau and kind one year before, for those who may
	 * see the report.
	 */
	public Optional<Paper> previousPaper(Report report) {
		return this.reckoning.yearBefore(report).map(this::frozen);
	}

	private Paper frozen(Report report) {
		return paper(report, revision(report, report.getRevisions()).orElseThrow(),
				report.getStatus() == Report.Status.APPROVED);
	}

	private Paper paper(Report report, Revision revision, boolean isFinal) {
		return new Paper(report, this.revisions.read(revision), revision, isFinal,
				LocalDate.ofInstant(revision.getCreatedAt(), this.clock.getZone()));
	}

}
