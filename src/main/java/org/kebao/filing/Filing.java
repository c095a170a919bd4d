package org.kebao.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.binding.BoundText;
import org.kebao.binding.Facts;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.check.Checks;
import org.kebao.mention.Mentions;
import org.kebao.mention.Passage;
import org.kebao.metric.Metric;
import org.kebao.metric.MetricGroup;
import org.kebao.metric.PlausibleRange;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.register.Register;
import org.kebao.report.CompletionTable;
import org.kebao.report.Entry;
import org.kebao.report.Progress;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.report.ValueChange;
import org.kebao.report.Vocabulary;
import org.kebao.revision.ReportContent;

/**
 * Puts together what the pages of a report show. It changes nothing.
 */
@Service
@RequiredArgsConstructor
class Filing {

	private static final int PAGE_SIZE = 50;

	private final Reports reports;

	private final Reckoning reckoning;

	private final Register register;

	private final Periods periods;

	private final Bureaus bureaus;

	private final Accounts accounts;

	private final Mentions mentions;

	private final Checks checks;

	private final Clock clock;

	/**
	 * One report and what stands around it.
	 *
	 * @param open whether its period takes writing from its bureau
	 */
	record Sheet(Report report, String bureau, ReportingPeriod period, LocalDate due, long daysLeft, boolean open,
			Progress progress, Vocabulary vocabulary) {

		public boolean writable() {
			return this.open && this.report.getStatus().isWritable();
		}

		public boolean isWithdrawableBy(Long accountId) {
			return this.open && this.report.isWithdrawableBy(accountId);
		}

		public String title() {
			return this.bureau + this.period.getKind().paperTitleOf(this.period.getYear());
		}

		/** The metric of a line, for its help. */
		public Metric metric(String code) {
			return this.vocabulary.catalogue().find(code).orElseThrow();
		}

		/** What is plausible for this bureau, null where anything is. */
		public @Nullable PlausibleRange range(String code) {
			return this.vocabulary.catalogue().range(metric(code)).orElse(null);
		}

		public boolean isReturned() {
			return this.report.getStatus() == Report.Status.RETURNED;
		}

	}

	/** A line of the completion table as it stands after a save. */
	record Settled(Long promise, String actual, String progress, boolean lacksReason) {

		static Settled of(CompletionTable.Line line) {
			return new Settled(line.id(), line.content().actualInWords(), line.content().progress(),
					line.lacksReason());
		}

	}

	/** The paper of the year before, in its plain words. */
	record Previous(ReportContent content) {

		public String lead() {
			return this.content.lead();
		}

		public String idea() {
			return this.content.idea();
		}

		public List<ReportContent.Target> targets() {
			return this.content.targets();
		}

		public List<ReportContent.Item> entries(Entry.Kind kind) {
			return switch (kind) {
				case ACHIEVEMENT -> this.content.achievements();
				case CASE -> this.content.cases();
				case PROBLEM -> this.content.problems();
				case MEASURE -> this.content.measures();
				case SUGGESTION -> this.content.suggestions();
			};
		}

	}

	/**
	 * A line of the list of reports.
	 *
	 * @param own whether the reader fills it in
	 */
	record Line(Report report, String bureau, String period, boolean own) {

		public boolean readable() {
			return this.own || this.report.getStatus().isShared();
		}

	}

	/** A figure that was changed. */
	record Change(ValueChange change, String metric, String by) {
	}

	/** Whether the person fills that report in; one that may not be seen is not there. */
	@Transactional(readOnly = true)
	boolean isOwn(Long id, Person person) {
		return this.reports.may(this.reports.seen(id, person), person, Right.FILL);
	}

	/** What one may not do is not there. */
	@Transactional(readOnly = true)
	void require(Long id, Person person, Right right) {
		this.reports.require(this.reports.seen(id, person), person, right);
	}

	@Transactional(readOnly = true)
	Sheet sheet(Long id, Person person) {
		return sheet(id, person, Right.FILL);
	}

	/** The same for a page on which something is done that needs that right. */
	@Transactional(readOnly = true)
	Sheet sheet(Long id, Person person, Right right) {
		Report report = this.reports.require(this.reports.own(id, person), person, right);
		Vocabulary vocabulary = this.reckoning.vocabulary(report);
		ReportingPeriod period = this.periods.find(report.getPeriodId()).orElseThrow();
		LocalDate today = LocalDate.now(this.clock);
		LocalDate due = period.dueFor(report.getBureauId());
		return new Sheet(report, this.bureaus.find(report.getBureauId()).map(Bureau::getName).orElse(""), period, due,
				today.until(due, ChronoUnit.DAYS), period.takesWritingFrom(report.getBureauId(), today),
				this.reckoning.progress(report, vocabulary), vocabulary);
	}

	/**
	 * The same with everything that stands between the report and its submission. Its
	 * texts are read for that, while nobody holds the database.
	 */
	Sheet ready(Sheet sheet) {
		return new Sheet(sheet.report(), sheet.bureau(), sheet.period(), sheet.due(), sheet.daysLeft(), sheet.open(),
				this.reckoning.readiness(sheet.report(), sheet.vocabulary()), sheet.vocabulary());
	}

	/** What is found in the report as it stands; nobody holds the database meanwhile. */
	Found found(Sheet sheet) {
		List<Passage> passages = this.mentions.read(sheet.report(), sheet.vocabulary());
		return new Found(
				this.checks.findings(sheet.report(), sheet.vocabulary(), passages).stream().map(Notice::new).toList(),
				passages.stream().mapToLong(Passage::unbound).sum());
	}

	/**
	 * What is found in a report.
	 *
	 * @param notices errors first
	 * @param unbound how many figures of its texts its table holds that are not bound to
	 * it
	 */
	record Found(List<Notice> notices, long unbound) {
	}

	/**
	 * The metric table by group; a metric that was given but is not asked any more is
	 * gone.
	 */
	@Transactional(readOnly = true)
	Map<MetricGroup, List<Cell>> table(Sheet sheet) {
		Cell.Bases bases = bases(sheet);
		return sheet.vocabulary()
			.catalogue()
			.asked()
			.stream()
			.collect(Collectors.groupingBy(Metric::getGroup, LinkedHashMap::new,
					Collectors.mapping((metric) -> Cell.of(metric, sheet, bases), Collectors.toList())));
	}

	/**
	 * The cells a change of these metrics has touched: their own and the ratios made of
	 * them.
	 */
	@Transactional(readOnly = true)
	List<Cell> touched(Sheet sheet, Set<String> codes) {
		if (codes.isEmpty()) {
			return List.of();
		}
		Cell.Bases bases = bases(sheet);
		return asked(sheet, codes).map((metric) -> Cell.of(metric, sheet, bases)).toList();
	}

	/** The metrics of a report as they are picked for its texts. */
	@Transactional(readOnly = true)
	List<Word> words(Sheet sheet) {
		return words(sheet, sheet.vocabulary().catalogue().asked().stream());
	}

	/** The same of those a change of these metrics has touched. */
	@Transactional(readOnly = true)
	List<Word> words(Sheet sheet, Set<String> codes) {
		return codes.isEmpty() ? List.of() : words(sheet, asked(sheet, codes));
	}

	private List<Word> words(Sheet sheet, Stream<Metric> metrics) {
		Facts facts = this.reckoning.facts(sheet.report(), sheet.vocabulary());
		return metrics.map((metric) -> Word.of(metric, facts)).toList();
	}

	/** A text of a report as it prints. */
	@Transactional(readOnly = true)
	String print(Sheet sheet, String text) {
		return BoundText.of(text).print(this.reckoning.facts(sheet.report(), sheet.vocabulary())).text();
	}

	/** These metrics and the ratios made of them. */
	private static Stream<Metric> asked(Sheet sheet, Set<String> codes) {
		return sheet.vocabulary()
			.catalogue()
			.asked()
			.stream()
			.filter((metric) -> codes.contains(metric.getCode()) || codes.contains(metric.getNumerator())
					|| codes.contains(metric.getDenominator()));
	}

	/** The promises a change of these fields has touched. */
	@Transactional(readOnly = true)
	List<Settled> settled(Sheet sheet, Set<String> fields) {
		if (fields.stream().noneMatch((field) -> field.startsWith("metric.") || field.startsWith("settlement."))) {
			return List.of();
		}
		return this.reckoning.completion(sheet.report(), sheet.vocabulary())
			.lines()
			.stream()
			.filter((line) -> fields.stream()
				.anyMatch((field) -> (field + ".").startsWith("metric." + line.metric() + ".")
						|| field.startsWith(line.field() + ".")))
			.map(Settled::of)
			.toList();
	}

	private Cell.Bases bases(Sheet sheet) {
		return new Cell.Bases(this.reckoning.lastYear(sheet.report()), this.reckoning.periodBefore(sheet.report()));
	}

	@Transactional(readOnly = true)
	CompletionTable completion(Sheet sheet) {
		return this.reckoning.completion(sheet.report(), sheet.vocabulary());
	}

	/** What the approved paper of the year before says. */
	@Transactional(readOnly = true)
	Optional<Previous> previous(Sheet sheet) {
		return this.register.previousPaper(sheet.report()).map((paper) -> new Previous(paper.content()));
	}

	@Transactional(readOnly = true)
	Page<Line> list(Person person, @Nullable Long periodId, Report.@Nullable Status status, int page) {
		Page<Report> reports = this.register.find(this.accounts.bureausSeenBy(person), periodId, status,
				PageRequest.of(Math.max(page, 0), PAGE_SIZE));
		Map<Long, Bureau> bureaus = this.bureaus.byId(reports.map(Report::getBureauId).toSet());
		Map<Long, ReportingPeriod> periods = this.periods.byId(reports.map(Report::getPeriodId).toSet());
		return reports.map((report) -> new Line(report, bureaus.get(report.getBureauId()).getName(),
				periods.get(report.getPeriodId()).getTitle(), this.reports.may(report, person, Right.FILL)));
	}

	@Transactional(readOnly = true)
	List<ReportingPeriod> periods() {
		return this.periods.all();
	}

	@Transactional(readOnly = true)
	List<Change> changes(Sheet sheet) {
		List<ValueChange> changes = this.register.changes(sheet.report());
		Map<Long, String> names = names(changes.stream().map(ValueChange::getChangedBy).collect(Collectors.toSet()));
		return changes.stream()
			.map((change) -> new Change(change,
					sheet.vocabulary().catalogue().find(change.getMetricId()).map(Metric::getName).orElse(""),
					names.getOrDefault(change.getChangedBy(), "")))
			.toList();
	}

	@Transactional(readOnly = true)
	Map<Long, String> names(Set<Long> accounts) {
		return accounts.isEmpty() ? Map.of() : this.accounts.names(accounts);
	}

}
