package org.kebao.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.check.Checks;
import org.kebao.check.Explanation;
import org.kebao.check.FrozenFinding;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.refusal.NotVisibleException;
import org.kebao.refusal.RefusedException;
import org.kebao.register.Paper;
import org.kebao.register.Register;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.revision.ReportContent;
import org.kebao.revision.Revision;

/**
 * The door to the reviews. Whoever says or decides something holds the report's lock and
 * names the version he read.
 */
@Service
@RequiredArgsConstructor
public class Reviews {

	/** More than anybody answers; said on one version. */
	static final int MOST_REMARKS = 300;

	private final ReviewRepository reviews;

	private final RemarkRepository remarks;

	private final Reports reports;

	private final Register register;

	private final Checks checks;

	private final Bureaus bureaus;

	private final Periods periods;

	private final Accounts accounts;

	private final AuditLog audit;

	private final Clock clock;

	/**
	 * A submission in the queue.
	 *
	 * @param mine whether the reader submitted it, so that others must decide
	 */
	public record Waiting(Long reportId, String bureau, String period, LocalDateTime submittedAt, String submittedBy,
			int version, boolean late, boolean underReview, boolean mine) {
	}

	/** A page of what waits for this supervisor, the oldest first. */
	@Transactional(readOnly = true)
	public Page<Waiting> queue(Person person, Pageable page) {
		Page<Report> waiting = this.register.submitted(this.accounts.bureausSupervisedBy(person), page);
		Map<Long, Bureau> filers = this.bureaus.byId(waiting.stream().map(Report::getBureauId).toList());
		Map<Long, ReportingPeriod> spans = this.periods
			.byId(waiting.stream().map(Report::getPeriodId).distinct().toList());
		Map<Long, String> names = this.accounts.names(waiting.stream().map(Report::getSubmittedBy).distinct().toList());
		return waiting.map((report) -> new Waiting(report.getId(), filers.get(report.getBureauId()).getName(),
				spans.get(report.getPeriodId()).getTitle(), time(report.getSubmittedAt()),
				names.getOrDefault(report.getSubmittedBy(), ""), report.getRevisions(), report.isLate(),
				report.isUnderReview(), person.id().equals(report.getSubmittedBy())));
	}

	/** What the report last went back to its bureau with. */
	@Transactional(readOnly = true)
	public Optional<Returned> lastReturn(Long reportId) {
		return Optional.ofNullable(lastReturns(Set.of(reportId)).get(reportId));
	}

	/** What each of the reports last went back to its bureau with, by the report's id. */
	@Transactional(readOnly = true)
	public Map<Long, Returned> lastReturns(Collection<Long> reportIds) {
		List<ReviewRepository.Decided> decisions = this.reviews.lastReturns(reportIds);
		Map<Long, List<RemarkRepository.Made>> sent = this.remarks
			.sentWith(decisions.stream().map((decided) -> decided.getReview().getId()).toList())
			.stream()
			.collect(Collectors.groupingBy((made) -> made.getRemark().getReviewId()));
		return decisions.stream()
			.map((decided) -> returned(decided, sent.getOrDefault(decided.getReview().getId(), List.of())))
			.collect(Collectors.toMap(Returned::reportId, Function.identity()));
	}

	private Returned returned(ReviewRepository.Decided decided, List<RemarkRepository.Made> sent) {
		Review review = decided.getReview();
		return new Returned(review.getReportId(), review.getDecision(), decided.getNumber(), decided.getName(),
				time(review.getDecidedAt()), review.getReason(), sent.stream().map((made) -> {
					Remark remark = made.getRemark();
					return new Returned.Line(remark.getPlace(), remark.getPlaceName(), remark.getPart(),
							remark.getWords(), made.getName());
				}).toList());
	}

	/**
	 * A version of a report for one who decides on it.
	 * @param version its number, null for the newest
	 */
	@Transactional(readOnly = true)
	ReadVersion reading(Long id, Person person, @Nullable Integer version) {
		Report report = supervised(id, person);
		int number = (version != null) ? version : report.getRevisions();
		Paper paper = version(report, number);
		Revision revision = Optional.ofNullable(paper.revision()).orElseThrow();
		Difference difference = this.register.version(report, number - 1)
			.map((before) -> Difference.between(before.content(), paper.content()))
			.orElse(null);
		ReportContent lastYear = this.register.previousPaper(report).map(Paper::content).orElse(null);
		List<ReadVersion.Note> notes = this.remarks.ofReport(id)
			.stream()
			.map((made) -> note(made, revision, person))
			.toList();
		List<ReadVersion.Step> steps = this.reviews.decisions(id).stream().map(this::step).toList();
		String submittedBy = this.accounts.names(Set.of(revision.getCreatedBy()))
			.getOrDefault(revision.getCreatedBy(), "");
		List<FrozenFinding> findings = this.checks.ofRevision(revision.getId());
		return new ReadVersion(report, number, paper.content(), submittedBy, time(revision.getCreatedAt()),
				person.id().equals(report.getSubmittedBy()), this.reports.hasFiguresOf(report, person), difference,
				lastYear, notes, steps, findings);
	}

	private ReadVersion.Note note(RemarkRepository.Made made, Revision shown, Person person) {
		Remark remark = made.getRemark();
		return new ReadVersion.Note(remark.getId(), remark.getReviewId(), remark.getRevisionId().equals(shown.getId()),
				remark.getPlace(), remark.getPlaceName(), remark.getWords(), made.getName(), time(remark.getMadeAt()),
				remark.getMadeBy().equals(person.id()));
	}

	private ReadVersion.Step step(ReviewRepository.Decided decided) {
		Review review = decided.getReview();
		return new ReadVersion.Step(review.getId(), review.getDecision(), decided.getNumber(), review.getReason(),
				decided.getName(), time(review.getDecidedAt()));
	}

	/**
	 * Says something about a place; the first remark begins the review.
	 * @param place {@code report}, {@code part:achievements}, {@code entry:12},
	 * {@code target:5} or {@code metric:PRJ01}
	 */
	@Transactional
	public Remark remark(Long id, Person person, int revision, String place, String words) {
		Paper paper = begun(id, person, revision);
		RemarkPlace found = RemarkPlace.of(place, paper.content())
			.orElseThrow(() -> new NotVisibleException("RemarkPlace %s of report %d".formatted(place, id)));
		if (this.remarks.countByRevisionId(idOf(paper)) >= MOST_REMARKS) {
			throw new RefusedException("这一版已有 %d 条意见，满了，没有记下；请合并或删去几条".formatted(MOST_REMARKS));
		}
		this.audit.add(Act.REMARKED, this.reports.title(paper.report()),
				"第 %d 版，%s：%s".formatted(revision, found.name(), words));
		return this.remarks.save(new Remark(id, idOf(paper), found, words, person.id(), now()));
	}

	@Transactional
	Remark changeRemark(Long id, Person person, int revision, Long remarkId, String words) {
		Paper paper = begun(id, person, revision);
		Remark remark = own(id, person, remarkId);
		this.audit.add(Act.REMARK_CHANGED, this.reports.title(paper.report()),
				"第 %d 版，%s：%s → %s".formatted(revision, remark.getPlaceName(), remark.getWords(), words));
		remark.change(words, now());
		return remark;
	}

	@Transactional
	Remark deleteRemark(Long id, Person person, int revision, Long remarkId) {
		Paper paper = begun(id, person, revision);
		Remark remark = own(id, person, remarkId);
		remark.requireUnsent("删除");
		this.audit.add(Act.REMARK_DELETED, this.reports.title(paper.report()),
				"第 %d 版，%s：%s".formatted(revision, remark.getPlaceName(), remark.getWords()));
		this.remarks.delete(remark);
		return remark;
	}

	/**
	 * Sends the report back, with all that was said on the version.
	 * @param words one more remark on the whole report, "" for none
	 * @return the last day on which the bureau may write, where its period is closed
	 */
	@Transactional
	public Optional<LocalDate> sendBack(Long id, Person person, int revision, String words) {
		Paper paper = begun(id, person, revision);
		if (!words.isBlank()) {
			this.remarks.save(new Remark(id, idOf(paper), RemarkPlace.WHOLE, words, person.id(), now()));
			this.audit.add(Act.REMARKED, this.reports.title(paper.report()),
					"第 %d 版，%s：%s".formatted(revision, RemarkPlace.WHOLE.name(), words));
		}
		List<Remark> pending = this.remarks.findByRevisionIdAndReviewIdIsNullOrderById(idOf(paper));
		if (pending.isEmpty() && this.checks.count(idOf(paper), Explanation.Verdict.REJECTED) == 0) {
			throw new RefusedException("退回至少要有一条意见，请写明要改什么");
		}
		Optional<LocalDate> until = this.reports.sendBack(id, person, revision);
		Review review = decide(id, person, idOf(paper), Decision.RETURNED, "");
		pending.forEach((remark) -> remark.send(review.getId()));
		return until;
	}

	/** Approves the version that was read; nothing that was said may be left unsent. */
	@Transactional
	public void approve(Long id, Person person, int revision) {
		Paper paper = begun(id, person, revision);
		int pending = this.remarks.findByRevisionIdAndReviewIdIsNullOrderById(idOf(paper)).size();
		if (pending > 0) {
			throw new RefusedException("还有 %d 条意见没有发出，请先删除，或者退回时一并发出".formatted(pending));
		}
		requireExplained(idOf(paper));
		this.reports.approve(id, person, revision);
		decide(id, person, idOf(paper), Decision.APPROVED, "");
	}

	/** No approval while a doubt is open. */
	private void requireExplained(Long revisionId) {
		int open = this.checks.count(revisionId, Explanation.Verdict.OPEN);
		if (open > 0) {
			throw new RefusedException("还有 %d 条校核说明没有审，请逐条认可或不认可".formatted(open));
		}
		int rejected = this.checks.count(revisionId, Explanation.Verdict.REJECTED);
		if (rejected > 0) {
			throw new RefusedException("有 %d 条校核说明未认可，请退回重写".formatted(rejected));
		}
	}

	/**
	 * Accepts or rejects how a bureau explains a finding of the version that was read.
	 * @param words what is lacking, "" where it is accepted
	 */
	@Transactional
	public FrozenFinding judge(Long id, Person person, int revision, Long findingId, Explanation.Verdict verdict,
			String words) {
		Paper paper = begun(id, person, revision);
		FrozenFinding finding = this.checks.judge(idOf(paper), findingId, person, verdict, words);
		this.audit.add(Act.JUDGED, this.reports.title(paper.report()), "第 %d 版，%s：%s%s".formatted(revision,
				finding.getMessage(), verdict.label(), words.isEmpty() ? "" : "，" + words));
		return finding;
	}

	/**
	 * Opens an approved report again.
	 * @return the last day on which the bureau may write, where its period is closed
	 */
	@Transactional
	public Optional<LocalDate> reopen(Long id, Person person, int revision, String reason) {
		Optional<LocalDate> until = this.reports.reopen(id, person, reason);
		Report report = supervised(id, person);
		if (revision != report.getRevisions()) {
			throw new RefusedException("您读的是第 %d 版，审定的是第 %d 版，请读过再决定".formatted(revision, report.getRevisions()));
		}
		decide(id, person, idOf(version(report, revision)), Decision.REOPENED, reason);
		return until;
	}

	private Review decide(Long id, Person person, Long revisionId, Decision decision, String reason) {
		return this.reviews.saveAndFlush(new Review(id, revisionId, decision, reason, person.id(), now()));
	}

	/**
	 * Takes the report's lock, and sees to it that this version waits for this person.
	 */
	private Paper begun(Long id, Person person, int revision) {
		this.reports.beginReview(id, person, revision);
		Report report = supervised(id, person);
		if (person.id().equals(report.getSubmittedBy())) {
			throw new RefusedException("这份报告由您本人报送，须由他人审核");
		}
		return version(report, revision);
	}

	private Report supervised(Long id, Person person) {
		Report report = this.reports.seen(id, person);
		if (!this.accounts.bureausSupervisedBy(person).contains(report.getBureauId())
				|| report.getStatus() == Report.Status.DRAFT) {
			throw new NotVisibleException("Review of report " + id);
		}
		return report;
	}

	private Paper version(Report report, int number) {
		return this.register.version(report, number)
			.orElseThrow(() -> new NotVisibleException("Version %d of report %d".formatted(number, report.getId())));
	}

	private Remark own(Long id, Person person, Long remarkId) {
		return this.remarks.findByIdAndReportIdAndMadeBy(remarkId, id, person.id())
			.orElseThrow(() -> new NotVisibleException("Remark " + remarkId));
	}

	private static Long idOf(Paper paper) {
		return Optional.ofNullable(paper.revision()).map(Revision::getId).orElseThrow();
	}

	private Instant now() {
		return this.clock.instant();
	}

	private LocalDateTime time(Instant instant) {
		return LocalDateTime.ofInstant(instant, this.clock.getZone());
	}

}
