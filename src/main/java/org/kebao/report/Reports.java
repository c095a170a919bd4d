package org.kebao.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.amount.Given;
import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.binding.Facts;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.BureauUse;
import org.kebao.bureau.Bureaus;
import org.kebao.metric.Metrics;
import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodOpened;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.promise.Promises;
import org.kebao.refusal.NotVisibleException;
import org.kebao.refusal.RefusedException;
import org.kebao.revision.ReportContent;
import org.kebao.revision.Revision;
import org.kebao.revision.Revisions;

/**
 * The door to the reports. Every change takes the report's lock first, asks whether the
 * person may, and leaves the report with its progress counted.
 */
@Service
@RequiredArgsConstructor
public class Reports implements BureauUse {

	/** So long a closed period takes writing again from a bureau that is to mend. */
	private static final int DAYS_TO_MEND = 7;

	private final ReportRepository reports;

	private final Revisions revisions;

	private final ValueChangeRepository changes;

	private final ValueHistory history;

	private final ContentWriter contents;

	private final OwedPromises owed;

	private final Promises promises;

	private final Metrics metrics;

	private final Bureaus bureaus;

	private final Periods periods;

	private final Accounts accounts;

	private final ObjectProvider<SubmissionGate> gates;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	/**
	 * A page of the reports of those bureaus, the newest period first. It is counted even
	 * where one page holds it all.
	 */
	@Transactional(readOnly = true)
	public Page<Report> find(Collection<Long> bureaus, @Nullable Long periodId, Report.@Nullable Status status,
			Pageable page) {
		return new PageImpl<>(this.reports.find(bureaus, periodId, status, page), page,
				this.reports.count(bureaus, periodId, status));
	}

	/**
	 * A page of what was submitted by those bureaus and waits for a decision, the oldest
	 * first. It is counted even where one page holds it all.
	 */
	@Transactional(readOnly = true)
	public Page<Report> submitted(Collection<Long> bureaus, Pageable page) {
		List<Report> waiting = this.reports.findByStatusAndBureauIdInOrderBySubmittedAtAscIdAsc(Report.Status.SUBMITTED,
				bureaus, page);
		return new PageImpl<>(waiting, page, this.reports.countByStatusAndBureauIdIn(Report.Status.SUBMITTED, bureaus));
	}

	/** All reports one bureau ever owed, the newest period first. */
	@Transactional(readOnly = true)
	public List<Report> ofBureau(Long bureauId) {
		return this.reports.ofBureau(bureauId);
	}

	/** What those bureaus filed in those periods, without what stands in it. */
	@Transactional(readOnly = true)
	public List<Report> filed(Collection<Long> bureaus, Collection<Long> periods) {
		return this.reports.findByBureauIdInAndPeriodIdIn(bureaus, periods);
	}

	/** The reports that were approved last, without what stands in them. */
	@Transactional(readOnly = true)
	public List<Report> lastApproved(int count) {
		return this.reports.findByStatusOrderByApprovedAtDescIdDesc(Report.Status.APPROVED, Limit.of(count));
	}

	/**
	 * The given amounts by the report's id and the metric's; nothing for what is 不适用.
	 */
	@Transactional(readOnly = true)
	public Map<Long, Map<Long, Optional<BigDecimal>>> answers(Collection<Long> reports) {
		return this.reports.answers(reports)
			.stream()
			.collect(Collectors.groupingBy(ReportRepository.ReportedAnswer::getReportId,
					Collectors.toMap(ReportRepository.ReportedAnswer::getMetricId,
							(answer) -> Optional.ofNullable(answer.getAmount()))));
	}

	/** All reports of a period, of every bureau. */
	@Transactional(readOnly = true)
	public List<Report> ofPeriod(Long periodId) {
		return this.reports.findByPeriodId(periodId);
	}

	/** All reports of several periods, of every bureau. */
	@Transactional(readOnly = true)
	public List<Report> ofPeriods(Collection<Long> periodIds) {
		return this.reports.findByPeriodIdIn(periodIds);
	}

	/**
	 * What those bureaus say to those metrics in what they submitted for those periods,
	 * approved or not; blank ones are left out.
	 */
	@Transactional(readOnly = true)
	public List<FiledValue> filedValues(Collection<Long> bureaus, Collection<Long> periods, Collection<Long> metrics) {
		return this.reports.filedValues(bureaus, periods, metrics);
	}

	/**
	 * What was last approved of those bureaus for those metrics before each of those
	 * periods.
	 */
	@Transactional(readOnly = true)
	public List<EarlierValue> lastApprovedBefore(Collection<Long> bureaus, Collection<Long> periods,
			Collection<Long> metrics) {
		return this.reports.lastApprovedBefore(bureaus, periods, metrics);
	}

	@Transactional(readOnly = true)
	public Optional<Report> find(Long bureauId, Long periodId) {
		return this.reports.findByBureauIdAndPeriodId(bureauId, periodId);
	}

	/**
	 * A report with all that stands in it, for those of its own bureau who fill it in.
	 */
	@Transactional(readOnly = true)
	public Report own(Long id, Person person) {
		Report report = this.reports.findById(id).orElseThrow(() -> new NotVisibleException("Report " + id));
		requireOwn(report, person);
		return whole(report);
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
	 * Whether the period takes writing from the bureau, whatever became of the report.
	 */
	private boolean isOpen(Report report) {
		return this.periods.find(report.getPeriodId())
			.filter((period) -> period.takesWritingFrom(report.getBureauId(), today()))
			.isPresent();
	}

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
		return progress(report, vocabulary).with(gaps(inspect(report, vocabulary)));
	}

	private List<SubmissionGate.Inspection> inspect(Report report, Vocabulary vocabulary) {
		return this.gates.orderedStream().map((gate) -> gate.inspect(report, vocabulary)).toList();
	}

	private static List<Progress.Gap> gaps(List<SubmissionGate.Inspection> inspections) {
		return inspections.stream().flatMap((inspection) -> inspection.gaps().stream()).toList();
	}

	/** The approved amounts of the same period one year before, by the metric's id. */
	@Transactional(readOnly = true)
	public Map<Long, Given> lastYear(Report report) {
		return this.contents.lastYear(report.getBureauId(), period(report));
	}

	/**
	 * What those bureaus had of one metric, by the bureau's id, where it was approved.
	 */
	@Transactional(readOnly = true)
	public Map<Long, BigDecimal> approved(Collection<Long> bureaus, PeriodKey period, Long metricId) {
		return this.periods.find(period)
			.map((one) -> this.reports.approvedAmounts(bureaus, one.getId(), metricId))
			.orElse(List.of())
			.stream()
			.collect(Collectors.toMap(ReportRepository.BureauAmount::getBureauId,
					ReportRepository.BureauAmount::getAmount));
	}

	/**
	 * The approved amounts of the {@linkplain PeriodKey#before() period before}.
	 */
	@Transactional(readOnly = true)
	public Map<Long, Given> periodBefore(Report report) {
		return this.contents.periodBefore(report.getBureauId(), period(report));
	}

	/**
	 * The approved report of the same bureau and kind one year before, with all in it.
	 */
	@Transactional(readOnly = true)
	Optional<Report> previous(Report report) {
		return yearBefore(report).map(Reports::whole);
	}

	/**
	 * The approved paper of the same bureau and kind one year before, for those who may
	 * see the report.
	 */
	@Transactional(readOnly = true)
	public Optional<Paper> previousPaper(Report report) {
		return yearBefore(report).map((before) -> frozen(before, before.getRevisions()));
	}

	private Optional<Report> yearBefore(Report report) {
		return this.periods.find(period(report).key().lastYear())
			.flatMap((before) -> this.reports.findByBureauIdAndPeriodId(report.getBureauId(), before.getId()))
			.filter((before) -> before.getStatus() == Report.Status.APPROVED);
	}

	/** The history of the figures, the newest first. */
	@Transactional(readOnly = true)
	public List<ValueChange> changes(Report report) {
		return this.changes.findTop500ByReportIdOrderByIdDesc(report.getId());
	}

	/**
	 * The paper of a report as far as this person may read it: the bureau itself reads
	 * what stands there now, everybody else what was submitted.
	 */
	@Transactional(readOnly = true)
	public Paper paper(Long id, Person person) {
		Report report = seen(id, person);
		if (isOwn(report, person) && report.getStatus().isWritable()) {
			return new Paper(report, content(whole(report), vocabulary(report)), null, false, today());
		}
		if (report.getStatus() == Report.Status.DRAFT) {
			throw new NotVisibleException("Report " + id);
		}
		return frozen(report, report.getRevisions());
	}

	/** An earlier version of what was submitted, for those who may see the report. */
	@Transactional(readOnly = true)
	public Optional<Paper> version(Report report, int number) {
		return this.revisions.find(report.getId(), number).map((revision) -> paper(report, revision, false));
	}

	/** The paper of a revision, for those who were told of its approval. */
	@Transactional(readOnly = true)
	public Paper paper(ReportApproved approved) {
		Report report = this.reports.findById(approved.reportId()).orElseThrow();
		return paper(report, this.revisions.find(approved.revisionId()).orElseThrow(), true);
	}

	private Paper frozen(Report report, int number) {
		return paper(report, this.revisions.find(report.getId(), number).orElseThrow(),
				report.getStatus() == Report.Status.APPROVED);
	}

	private Paper paper(Report report, Revision revision, boolean isFinal) {
		return new Paper(report, this.revisions.read(revision), revision, isFinal,
				LocalDate.ofInstant(revision.getCreatedAt(), this.clock.getZone()));
	}

	/** Saves typed texts; each is taken or refused for itself. */
	@Transactional
	public List<Saving> save(Long id, Person person, List<Saving.Wish> wishes) {
		Report report = writable(id, person);
		Vocabulary vocabulary = vocabulary(report);
		Owed owed = this.owed.of(report);
		List<ValueChange> changed = new ArrayList<>();
		FieldWriter writer = new FieldWriter(report, vocabulary, owed, person.id(), ZonedDateTime.now(this.clock),
				changed::add);
		List<Saving> savings = wishes.stream().map(writer::save).toList();
		this.history.append(changed);
		report.progressed(Progress.of(report, vocabulary, owed.against(report, vocabulary.catalogue())));
		return savings;
	}

	/**
	 * Saves all of these texts, or none of them.
	 * @throws NotSavedException where one of them would not have been saved
	 */
	@Transactional
	public void saveAll(Long id, Person person, List<Saving.Wish> wishes) {
		List<Saving> savings = save(id, person, wishes);
		if (savings.stream().anyMatch((saving) -> saving.outcome() != Saving.Outcome.SAVED)) {
			throw new NotSavedException(savings);
		}
	}

	/** What saving these texts would do, by the rules of saving; nothing is saved. */
	@Transactional(readOnly = true)
	public List<Saving.Prospect> prospects(Long id, Person person, List<Saving.Wish> wishes) {
		Report report = own(id, person);
		FieldWriter writer = new FieldWriter(report, vocabulary(report), this.owed.of(report), person.id(),
				ZonedDateTime.now(this.clock), (change) -> {
				});
		return wishes.stream().map(writer::prospect).toList();
	}

	@Transactional
	public Entry addEntry(Long id, Person person, Entry.Kind kind) {
		return add(id, person, List.of(kind), 0).entries().get(0);
	}

	@Transactional
	public PlanTarget addTarget(Long id, Person person) {
		return add(id, person, List.of(), 1).targets().get(0);
	}

	/** What was added, empty, in the order it was asked for. */
	public record Added(List<Entry> entries, List<PlanTarget> targets) {
	}

	/** Adds what a whole report takes, for who has all of it already. */
	@Transactional
	public Added add(Long id, Person person, List<Entry.Kind> entries, int targets) {
		Added added = new Added(new ArrayList<>(), new ArrayList<>());
		change(id, person, (report) -> {
			entries.forEach((kind) -> added.entries().add(report.addEntry(kind, person.id(), this.clock.instant())));
			for (int i = 0; i < targets; i++) {
				added.targets().add(report.addTarget(person.id(), this.clock.instant()));
			}
		});
		return added;
	}

	/** Deletes an entry, or takes the deletion back. */
	@Transactional
	public Entry deleteEntry(Long id, Person person, Long entryId, boolean deleted) {
		return change(id, person,
				(report) -> report.delete(entry(report, entryId), deleted, person.id(), this.clock.instant()))
			.entry(entryId)
			.orElseThrow();
	}

	/** Deletes a target, or takes the deletion back. */
	@Transactional
	public PlanTarget deleteTarget(Long id, Person person, Long targetId, boolean deleted) {
		return change(id, person,
				(report) -> report.delete(target(report, targetId), deleted, person.id(), this.clock.instant()))
			.target(targetId)
			.orElseThrow();
	}

	@Transactional
	public void orderEntries(Long id, Person person, Entry.Kind kind, List<Long> ids) {
		change(id, person, (report) -> report.orderEntries(kind, ids, person.id(), this.clock.instant()));
	}

	@Transactional
	public void orderTargets(Long id, Person person, List<Long> ids) {
		change(id, person, (report) -> report.orderTargets(ids, person.id(), this.clock.instant()));
	}

	/** Takes things over from the previous report of the same kind. */
	@Transactional
	public void carryOver(Long id, Person person, Carrying wish) {
		change(id, person,
				(report) -> report.carryOver(previous(report).orElseThrow(() -> new RefusedException("没有可以沿用的上年报告")),
						wish, person.id(), this.clock.instant()));
	}

	@Transactional
	public void submit(Long id, Person person) {
		Report report = writable(id, person);
		Vocabulary vocabulary = vocabulary(report);
		List<SubmissionGate.Inspection> inspections = inspect(report, vocabulary);
		if (!progress(report, vocabulary).with(gaps(inspections)).isSubmittable()) {
			throw new RefusedException("报告还有必填的内容没有完成，不能报送");
		}
		report.submit(person.id(), today(), period(report).dueFor(report.getBureauId()), this.clock.instant());
		Revision submitted = this.revisions.freeze(report.getId(), report.getRevisions(), content(report, vocabulary),
				person.id());
		inspections.forEach((inspection) -> inspection.keep(submitted.getId()));
		this.audit.add(Act.SUBMITTED, title(report), "第 " + report.getRevisions() + " 版");
	}

	@Transactional
	public void withdraw(Long id, Person person) {
		Report report = locked(id);
		requireOwn(report, person);
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
	@Transactional
	public void beginReview(Long id, Person person, int revision) {
		supervised(id, person).beginReview(revision, this.clock.instant());
	}

	/**
	 * Sends a version back to its bureau.
	 * @return the last day on which the bureau may write, where its period is closed
	 */
	@Transactional
	public Optional<LocalDate> sendBack(Long id, Person person, int revision) {
		Report report = supervised(id, person);
		report.sendBack(revision);
		this.audit.add(Act.RETURNED, title(report), "第 " + revision + " 版");
		return letWrite(report, "审核退回");
	}

	/** What goes back to be changed can be changed, though its period is closed. */
	private Optional<LocalDate> letWrite(Report report, String reason) {
		if (takesWriting(report)) {
			return Optional.empty();
		}
		ReportingPeriod period = period(report);
		LocalDate until = Stream.of(today(), period.dueFor(report.getBureauId()))
			.max(LocalDate::compareTo)
			.orElseThrow()
			.plusDays(DAYS_TO_MEND);
		String bureau = this.bureaus.find(report.getBureauId()).map(Bureau::getName).orElse("");
		this.periods.extend(period.getId(), report.getBureauId(), bureau, until, reason);
		return Optional.of(until);
	}

	@Transactional
	public void approve(Long id, Person person, int revision) {
		Report report = supervised(id, person);
		report.approve(person.id(), this.changes.writersOf(id), revision, this.clock.instant());
		Revision approved = this.revisions.find(id, revision).orElseThrow();
		this.promises.keep(this.contents.planOf(report, this.revisions.read(approved), this.metrics.catalogue()));
		this.audit.add(Act.APPROVED, title(report), "第 %d 版，SHA-256 %s".formatted(revision, approved.getSha256()));
		this.events.publishEvent(new ReportApproved(id, approved.getId()));
	}

	/**
	 * Opens an approved report again.
	 * @return the last day on which the bureau may write, where its period is closed
	 */
	@Transactional
	public Optional<LocalDate> reopen(Long id, Person person, String reason) {
		Report report = supervised(id, person);
		report.reopen(person.id());
		this.audit.add(Act.REOPENED, title(report), reason);
		return letWrite(report, "重新打开");
	}

	/** Whether a figure that stands in the report was written by that person. */
	@Transactional(readOnly = true)
	public boolean hasFiguresOf(Report report, Person person) {
		return this.changes.writersOf(report.getId()).contains(person.id());
	}

	/** Every filing bureau owes a report of an opened period; who has one keeps it. */
	@EventListener
	@Transactional
	public void on(PeriodOpened opened) {
		Set<Long> having = this.reports.bureausOf(opened.periodId());
		this.bureaus.filingOn(today())
			.stream()
			.map(Bureau::getId)
			.filter((bureauId) -> !having.contains(bureauId))
			.forEach((bureauId) -> this.reports.save(new Report(bureauId, opened.periodId())));
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<String> reasonToKeep(Long bureauId) {
		return this.reports.existsByBureauId(bureauId) ? Optional.of("已有报告") : Optional.empty();
	}

	/** "望川县科技局 2026年度", for logs and headings. */
	@Transactional(readOnly = true)
	public String title(Report report) {
		return this.bureaus.find(report.getBureauId()).map(Bureau::getName).orElse("") + " "
				+ period(report).getTitle();
	}

	/** The report's revision of that number, without reading its content. */
	@Transactional(readOnly = true)
	public Optional<Revision> revision(Report report, int number) {
		return this.revisions.find(report.getId(), number);
	}

	private ReportContent content(Report report, Vocabulary vocabulary) {
		return this.contents.contentOf(report, vocabulary, this.owed.of(report));
	}

	private Report change(Long id, Person person, Consumer<Report> step) {
		Report report = writable(id, person);
		step.accept(report);
		// what was added needs its id before it is shown or counted
		this.reports.flush();
		report.progressed(progress(report, vocabulary(report)));
		return report;
	}

	/**
	 * Takes the report's lock for something that hangs on it, and sees to it that the
	 * person may write now.
	 */
	@Transactional
	public Report writable(Long id, Person person) {
		Report report = locked(id);
		requireOwn(report, person);
		if (report.getStatus().isWritable() && !takesWriting(report)) {
			throw new RefusedException("报告期已关闭，不能再修改；如需补报，请联系管理员延期");
		}
		if (!report.getStatus().isWritable()) {
			throw new RefusedException("报告现在是“%s”，不能修改".formatted(report.getStatus().label()));
		}
		return whole(report);
	}

	private Report supervised(Long id, Person person) {
		Report report = locked(id);
		if (!this.accounts.bureausSupervisedBy(person).contains(report.getBureauId())) {
			throw new NotVisibleException("Report " + id);
		}
		return report;
	}

	private Report locked(Long id) {
		return this.reports.findForChange(id).orElseThrow(() -> new NotVisibleException("Report " + id));
	}

	private static boolean isOwn(Report report, Person person) {
		return person.isReporter() && report.getBureauId().equals(person.bureauId());
	}

	private static void requireOwn(Report report, Person person) {
		if (!isOwn(report, person)) {
			throw new NotVisibleException("Report " + report.getId());
		}
	}

	private static Report whole(Report report) {
		report.load(Hibernate::initialize);
		return report;
	}

	private static Entry entry(Report report, Long entryId) {
		return report.entry(entryId).orElseThrow(() -> new NotVisibleException("Entry " + entryId));
	}

	private static PlanTarget target(Report report, Long targetId) {
		return report.target(targetId).orElseThrow(() -> new NotVisibleException("Target " + targetId));
	}

	private ReportingPeriod period(Report report) {
		return this.periods.find(report.getPeriodId()).orElseThrow();
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
