package org.kebao.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.amount.Amount;
import org.kebao.check.Checks;
import org.kebao.check.Explained;
import org.kebao.check.Explanation;
import org.kebao.database.ConditionalOnDemo;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.register.Register;
import org.kebao.report.Entry;
import org.kebao.report.PlanTarget;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.report.Theme;
import org.kebao.review.Reviews;
import org.kebao.revision.ReportContent;

/**
 * How the invented bureaus file, and how those above decide: through the same doors as
 * everybody else.
 */
@Component
@ConditionalOnDemo
@RequiredArgsConstructor
class DemoFiling {

	/** Those who still write in the current period have settled half of what they owe. */
	private static final List<String> DRAFTING = List.of("WC", "QZ", "YU");

	private static final Pattern YEAR = Pattern.compile("\\{Y(?:([+-])(\\d))?}");

	private final Reports reports;

	private final Reckoning reckoning;

	private final Fields fields;

	private final Register register;

	private final Reviews reviews;

	private final Checks checks;

	private final DemoPeople people;

	private final DemoPromises promises;

	private final DemoStage stage;

	/**
	 * A report that is to be filed.
	 *
	 * @param bureau the code
	 * @param year the current reporting year, from which the file counts
	 */
	record Job(DemoReport file, String bureau, Long bureauId, Long periodId, int year) {
	}

	private Report report(Job job) {
		return this.register.find(job.bureauId(), job.periodId()).orElseThrow();
	}

	/** Whether it was written when the demo was loaded before. */
	boolean isWritten(Job job) {
		return report(job).getSavedAt() != null;
	}

	void write(Job job, LocalDate day) {
		this.stage.at(day);
		Person reporter = this.people.reporterOf(job.bureau());
		this.stage.act(reporter);
		Report report = report(job);
		save(report.getId(), reporter, wishes(job, report, reporter));
		boolean whole = job.file().year() < 0 || !job.file().kind().isWholeYear() || !DRAFTING.contains(job.bureau());
		save(report.getId(), reporter, this.promises.settlements(this.reports.own(report.getId(), reporter), whole));
		// words are for the figures that are found
		this.stage.settle();
		explain(report.getId(), reporter, job.file());
		this.stage.settle();
	}

	private List<Saving.Wish> wishes(Job job, Report report, Person reporter) {
		DemoReport file = job.file();
		int year = job.year();
		List<Saving.Wish> wishes = new ArrayList<>();
		wish(wishes, "lead", dated(file.lead(), year));
		wish(wishes, "idea", dated(file.idea(), year));
		file.values()
			.forEach((metric, value) -> wish(wishes, "metric." + metric,
					value.equals("NA") ? Amount.NOT_APPLICABLE : value));
		Map<String, Long> themes = this.reckoning.vocabulary(report)
			.themes()
			.stream()
			.collect(Collectors.toMap(Theme::getName, Theme::getId));
		List<DemoReport.Piece> pieces = file.pieces();
		List<Entry> entries = this.reports.write(report.getId(), reporter, Right.WORDS,
				(draft) -> pieces.stream().map((piece) -> draft.addEntry(piece.kind())).toList());
		List<PlanTarget> targets = this.reports.write(report.getId(), reporter, Right.WORDS,
				(draft) -> file.targets().stream().map((target) -> draft.addTarget()).toList());
		for (int i = 0; i < pieces.size(); i++) {
			DemoReport.Item item = pieces.get(i).item();
			String name = "entry." + entries.get(i).getId();
			wish(wishes, name + ".heading", dated(item.heading(), year));
			wish(wishes, name + ".body", dated(item.body(), year));
			if (item.theme() != null && themes.containsKey(item.theme())) {
				wish(wishes, name + ".theme", themes.get(item.theme()).toString());
			}
		}
		for (int i = 0; i < file.targets().size(); i++) {
			DemoReport.Target target = file.targets().get(i);
			String name = "target." + targets.get(i).getId();
			wish(wishes, name + ".metric", (target.metric() != null) ? target.metric() : "");
			wishes.add(new Saving.Wish(name + ".aim", target.aim(), Saving.version(targets.get(i).getAim().name())));
			wish(wishes, name + ".amount", (target.amount() != null) ? target.amount() : "");
			wish(wishes, name + ".words", dated(target.words(), year));
		}
		return wishes;
	}

	/**
	 * Warnings are explained where the file does so; what is left shows at submission.
	 */
	private void explain(Long id, Person reporter, DemoReport file) {
		Map<String, String> words = Objects.requireNonNullElse(file.explanations(), Map.of());
		List<Saving.Wish> wishes = new ArrayList<>();
		words.forEach((key, text) -> wish(wishes, Explained.FIELD + key, text));
		requireSaved(this.checks.explain(id, reporter, wishes));
	}

	private void save(Long id, Person reporter, List<Saving.Wish> wishes) {
		requireSaved(this.fields.save(id, reporter, wishes));
	}

	private static void requireSaved(List<Saving> savings) {
		savings.forEach((saving) -> {
			if (saving.outcome() != Saving.Outcome.SAVED) {
				throw new IllegalStateException("The demo data do not fit the house: " + saving);
			}
		});
	}

	private static void wish(List<Saving.Wish> wishes, String field, String text) {
		wishes.add(new Saving.Wish(field, text, Saving.version("")));
	}

	void submit(Job job, LocalDate day) {
		this.stage.at(day);
		Person reporter = this.people.reporterOf(job.bureau());
		this.stage.act(reporter);
		this.reports.submit(report(job).getId(), reporter);
	}

	void approve(Job job, LocalDate day) {
		this.stage.at(day);
		Person supervisor = this.people.supervisorOf(job.bureau());
		this.stage.act(supervisor);
		Report report = report(job);
		judge(report, supervisor, Explanation.Verdict.ACCEPTED, "");
		this.reviews.approve(report.getId(), supervisor, 1);
	}

	void sendBack(Job job, LocalDate day) {
		this.stage.at(day);
		Person supervisor = this.people.supervisorOf(job.bureau());
		this.stage.act(supervisor);
		Report report = report(job);
		ReportContent read = this.register.paper(report.getId(), supervisor).content();
		Map<String, List<ReportContent.Item>> items = Map.of("achievements", read.achievements(), "problems",
				read.problems());
		Objects.requireNonNull(job.file().remarks())
			.forEach((remark) -> this.reviews.remark(report.getId(), supervisor, 1, place(remark.place(), items),
					remark.text()));
		judge(report, supervisor, Explanation.Verdict.REJECTED, "过于笼统：请写明是哪个项目、资金多少");
		this.reviews.sendBack(report.getId(), supervisor, 1, "");
	}

	private void judge(Report report, Person supervisor, Explanation.Verdict verdict, String words) {
		Long revision = this.register.revision(report, 1).orElseThrow().getId();
		this.checks.ofRevision(revision)
			.forEach((finding) -> this.reviews.judge(report.getId(), supervisor, 1, finding.getId(), verdict, words));
		// the decision that follows counts the verdicts
		this.stage.settle();
	}

	/** In the files an entry is named by its place in the list: entry:achievements:2. */
	private static String place(String place, Map<String, List<ReportContent.Item>> items) {
		String[] words = place.split(":");
		return switch (words.length) {
			case 3 -> "entry:" + items.get(words[1]).get(Integer.parseInt(words[2])).id();
			case 1 -> words[0].equals("report") ? place : "part:" + place;
			default -> place;
		};
	}

	/** Years stand in the files as {Y}, {Y-1}, {Y+1}. */
	static String dated(String text, int year) {
		return YEAR.matcher(text).replaceAll((match) -> {
			int shift = (match.group(1) == null) ? 0 : Integer.parseInt(match.group(1) + match.group(2));
			return Integer.toString(year + shift);
		});
	}

}
