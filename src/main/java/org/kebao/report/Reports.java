package org.kebao.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import lombok.RequiredArgsConstructor;
import org.hibernate.Hibernate;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.refusal.NotVisibleException;
import org.kebao.refusal.RefusedException;
import org.kebao.revision.Revision;
import org.kebao.revision.Revisions;

/**
 * The door to the reports. Every change takes the report's lock first, asks whether the
 * person may, and leaves the report with its progress counted.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class Reports {

	private final ReportRepository reports;

	private final Revisions revisions;

	private final ValueChangeRepository changes;

	private final ValueHistory history;

	private final Reckoning reckoning;

	private final OwedPromises owed;

	private final Bureaus bureaus;

	private final Periods periods;

	private final Accounts accounts;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	/**
	 * A report with all that stands in it, for those of its own bureau who fill it in.
	 */
	@Transactional(readOnly = true)
	public Report own(Long id, Person person) {
		Report report = this.reports.findById(id).orElseThrow(() -> new NotVisibleException("Report " + id));
		return whole(require(report, person, Right.FILL));
	}

	/** A report without what stands in it, for whoever may see the bureau's reports. */
	@Transactional(readOnly = true)
	public Report seen(Long id, Person person) {
		return this.reports.findById(id)
			.filter((report) -> this.accounts.bureausSeenBy(person).contains(report.getBureauId()))
			.orElseThrow(() -> new NotVisibleException("Report " + id));
	}

	/** Whether the bureau may write now: its state and its period allow it. */
	@Transactional(readOnly = true)
	public boolean takesWriting(Report report) {
		return report.getStatus().isWritable() && isOpen(report);
	}

	/**
	 * Has somebody write the report who may, and keeps what changes of its figures and
	 * how far it is.
	 * @param right what the step needs
	 */
	public <T> T write(Long id, Person person, Right right, Function<Draft, T> step) {
		Report report = writable(id, person, right);
		Vocabulary vocabulary = this.reckoning.vocabulary(report);
		Draft draft = new Draft(report, vocabulary, this.owed.of(report), person, this.clock.instant());
		T done = step.apply(draft);
		if (draft.hasGrown()) {
			// what was added needs its id before it is shown
			this.reports.flush();
		}
		this.history.append(draft.changes());
		report.progressed(Progress.of(report, vocabulary, draft.completion()));
		return done;
	}

	/** Takes things over from the report of the same kind one year before. */
	public void carryOver(Long id, Person person, Carrying wish) {
		write(id, person, Right.WORDS, (draft) -> {
			draft.carryOver(this.reckoning.yearBefore(draft.report())
				.map(Reports::whole)
				.orElseThrow(() -> new RefusedException("没有可以沿用的上年报告")), wish);
			return draft;
		});
	}

	public void submit(Long id, Person person) {
		Report report = writable(id, person, Right.SUBMIT);
		Vocabulary vocabulary = this.reckoning.vocabulary(report);
		List<SubmissionGate.Inspection> inspections = this.reckoning.inspect(report, vocabulary);
		if (!this.reckoning.progress(report, vocabulary).with(inspections).isSubmittable()) {
			throw new RefusedException("报告还有必填的内容没有完成，不能报送");
		}
		report.submit(person.id(), today(), period(report).dueFor(report.getBureauId()), this.clock.instant());
		Revision submitted = this.revisions.freeze(report.getId(), report.getRevisions(),
				this.reckoning.content(report, vocabulary), person.id());
		inspections.forEach((inspection) -> inspection.keep(submitted.getId()));
		this.audit.add(Act.SUBMITTED, title(report), "第 " + report.getRevisions() + " 版");
	}

	public void withdraw(Long id, Person person) {
		Report report = locked(id, person, Right.SUBMIT);
		if (report.getStatus() == Report.Status.SUBMITTED && !isOpen(report)) {
			throw new RefusedException("报告期已关闭，撤回后也不能修改，所以不能撤回；如需修改，请联系审核员退回");
		}
		report.withdraw(person.id());
		this.audit.add(Act.WITHDRAWN, title(report), "");
	}

	/**
	 * The first remark on a version begins its review.
	 * @param revision the version that was read
	 */
	public void beginReview(Long id, Person person, int revision) {
		locked(id, person, Right.REVIEW).beginReview(revision, this.clock.instant());
	}

	/**
	 * Sends a version back to its bureau.
	 * @return the last day on which the bureau may write, where its period is closed
	 */
	public Optional<LocalDate> sendBack(Long id, Person person, int revision) {
		Report report = locked(id, person, Right.REVIEW);
		report.sendBack(revision);
		this.audit.add(Act.RETURNED, title(report), "第 " + revision + " 版");
		return letMend(report, "审核退回");
	}

	public void approve(Long id, Person person, int revision) {
		Report report = locked(id, person, Right.REVIEW);
		report.approve(person.id(), this.changes.writersOf(id), revision, this.clock.instant());
		Revision approved = this.revisions.find(id, revision).orElseThrow();
		this.audit.add(Act.APPROVED, title(report), "第 %d 版，SHA-256 %s".formatted(revision, approved.getSha256()));
		this.events.publishEvent(new ReportApproved(id, approved.getId()));
	}

	/**
	 * Opens an approved report again.
	 * @return the last day on which the bureau may write, where its period is closed
	 */
	public Optional<LocalDate> reopen(Long id, Person person, String reason) {
		Report report = locked(id, person, Right.REVIEW);
		report.reopen(person.id());
		this.audit.add(Act.REOPENED, title(report), reason);
		return letMend(report, "重新打开");
	}

	/** Whether a figure that stands in the report was written by that person. */
	@Transactional(readOnly = true)
	public boolean hasFiguresOf(Report report, Person person) {
		return this.changes.writersOf(report.getId()).contains(person.id());
	}

	/** "望川县科技局 2026年度", for logs and headings. */
	@Transactional(readOnly = true)
	public String title(Report report) {
		return bureau(report) + " " + period(report).getTitle();
	}

	private String bureau(Report report) {
		return this.bureaus.find(report.getBureauId()).map(Bureau::getName).orElse("");
	}

	private Optional<LocalDate> letMend(Report report, String reason) {
		return this.periods.letMend(report.getPeriodId(), report.getBureauId(), bureau(report), reason);
	}

	/**
	 * Takes the report's lock for something that hangs on it, and sees to it that the
	 * person may write now.
	 * @param right what he is about to do
	 */
	public Report writable(Long id, Person person, Right right) {
		Report report = locked(id, person, right);
		if (report.getStatus().isWritable() && !takesWriting(report)) {
			throw new RefusedException("报告期已关闭，不能再修改；如需补报，请联系管理员延期");
		}
		if (!report.getStatus().isWritable()) {
			throw new RefusedException("报告现在是“%s”，不能修改".formatted(report.getStatus().label()));
		}
		return whole(report);
	}

	/** Whether the person may do that with the report. */
	@Transactional(readOnly = true)
	public boolean may(Report report, Person person, Right right) {
		return this.accounts.may(person, right, report.getBureauId());
	}

	/** What one may not do is not there. */
	@Transactional(readOnly = true)
	public Report require(Report report, Person person, Right right) {
		if (!may(report, person, right)) {
			throw new NotVisibleException("%s of report %d".formatted(right, report.getId()));
		}
		return report;
	}

	private Report locked(Long id, Person person, Right right) {
		return require(this.reports.findForChange(id).orElseThrow(() -> new NotVisibleException("Report " + id)),
				person, right);
	}

	private static Report whole(Report report) {
		report.load(Hibernate::initialize);
		return report;
	}

	private boolean isOpen(Report report) {
		return period(report).takesWritingFrom(report.getBureauId(), today());
	}

	private ReportingPeriod period(Report report) {
		return this.periods.find(report.getPeriodId()).orElseThrow();
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
