package org.kebao.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import lombok.RequiredArgsConstructor;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.amount.Amount;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.check.Checks;
import org.kebao.check.Explained;
import org.kebao.check.Explanation;
import org.kebao.database.ConditionalOnDemo;
import org.kebao.period.PeriodKind;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.report.Saving;
import org.kebao.report.Theme;
import org.kebao.review.Reviews;
import org.kebao.revision.ReportContent;

/**
 * Loads the invented province once, through the same doors as everybody else, in the
 * order things happened.
 */
@Component
@ConditionalOnDemo
@Order(0)
@RequiredArgsConstructor
class DemoData implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(DemoData.class);

	private static final List<String> FILING = List.of("WC", "LX", "QL", "ND", "SQ", "YU", "GX", "QZ");

	/** Those who still write in the current period. */
	private static final List<String> DRAFTING = List.of("WC", "QZ", "YU");

	private static final Pattern YEAR = Pattern.compile("\\{Y(?:([+-])(\\d))?}");

	private final JsonMapper json;

	private final Accounts accounts;

	private final Bureaus bureaus;

	private final Periods periods;

	private final Reports reports;

	private final Reviews reviews;

	private final Checks checks;

	private final DemoPeople people;

	private final DemoPromises promises;

	private final DemoClock clock;

	private final TransactionTemplate transactions;

	private final EntityManager entities;

	private volatile boolean loaded;

	/** Before that there is nobody who could sign in. */
	boolean isLoaded() {
		return this.loaded;
	}

	@Override
	public void run(ApplicationArguments args) {
		if (this.accounts.isEmpty()) {
			loadAll();
		}
		this.loaded = true;
	}

	private void loadAll() {
		logger.info("Loading the demo data, once …");
		try {
			// one transaction: a start that is interrupted leaves nothing behind and
			// begins anew
			this.transactions.executeWithoutResult((status) -> load());
		}
		finally {
			this.clock.turnToNow();
			SecurityContextHolder.clearContext();
		}
	}

	private void load() {
		// what is asked for in between is never what has just been changed
		this.entities.unwrap(Session.class).setHibernateFlushMode(FlushMode.COMMIT);
		LocalDate today = LocalDate.now(this.clock);
		int year = (today.getMonthValue() > Month.JUNE.getValue()) ? today.getYear() : today.getYear() - 1;
		at(LocalDate.of(year - 2, 1, 2));
		Map<String, Bureau> bureaus = foundBureaus();
		this.people.settle(bureaus);
		Map<String, List<DemoReport>> files = FILING.stream().collect(Collectors.toMap((code) -> code, this::read));
		for (int before = -2; before <= 0; before++) {
			for (PeriodKind kind : PeriodKind.values()) {
				if (before == 0 && kind == PeriodKind.FIRST_HALF) {
					assign(year, bureaus);
				}
				if (before < 0 || kind == PeriodKind.FIRST_HALF) {
					loadPast(year, before, kind, bureaus, files, today);
				}
			}
		}
		loadPresent(year, bureaus, files, today);
	}

	private Map<String, Bureau> foundBureaus() {
		Map<String, Bureau> bureaus = new HashMap<>();
		LocalDate since = LocalDate.now(this.clock);
		read("bureaus", new TypeReference<List<DemoReport.DemoBureau>>() {
		}).forEach((bureau) -> bureaus.put(bureau.code(), this.bureaus.found(bureau.code(), bureau.name(),
				bureau.level(), idOf(bureau.parent(), bureaus), bureau.position(), since, null)));
		return bureaus;
	}

	private static @Nullable Long idOf(@Nullable String code, Map<String, Bureau> bureaus) {
		return (code != null) ? bureaus.get(code).getId() : null;
	}

	/** 任务分解: the city tells its counties what to reach this year. */
	private void assign(int year, Map<String, Bureau> bureaus) {
		at(LocalDate.of(year, 2, 20));
		Person supervisor = this.people.supervisorOf("WC");
		act(supervisor);
		List<Long> below = FILING.stream()
			.filter((code) -> !code.equals("QZ"))
			.map((code) -> bureaus.get(code).getId())
			.toList();
		List.of("ENT02", "IPR02").forEach((code) -> this.promises.assign(supervisor, year, code, below));
	}

	/** A period of the past: everybody filed in time and was approved. */
	private void loadPast(int year, int before, PeriodKind kind, Map<String, Bureau> bureaus,
			Map<String, List<DemoReport>> files, LocalDate today) {
		LocalDate due = Stream
			.of((kind == PeriodKind.ANNUAL) ? LocalDate.of(year + before + 1, 1, 5) : LocalDate.of(year + before, 7, 5),
					today.minusDays(30))
			.min(LocalDate::compareTo)
			.orElseThrow();
		ReportingPeriod period = open(year + before, kind, due, due.minusDays(25));
		FILING.forEach((code) -> {
			DemoReport file = find(files.get(code), before, kind);
			Report report = write(file, year, code, bureaus, period, due.minusDays(4));
			submit(report, code, due.minusDays(2));
			approve(report, code, due.plusDays(6));
		});
		at(due.plusDays(20));
		this.periods.close(period.getId());
	}

	/** The current period: one of everything that can be. */
	private void loadPresent(int year, Map<String, Bureau> bureaus, Map<String, List<DemoReport>> files,
			LocalDate today) {
		LocalDate due = today.minusDays(2);
		ReportingPeriod period = open(year, PeriodKind.ANNUAL, due, today.minusDays(40));
		List.of("WC", "QZ", "LX")
			.forEach((code) -> this.periods.extend(period.getId(), bureaus.get(code).getId(),
					bureaus.get(code).getName(), today.plusDays(9), "年末数据待统计部门核定"));
		Map<String, Report> reports = new HashMap<>();
		Map<String, LocalDate> days = Map.of("QL", today.minusDays(13), "LX", today.minusDays(7), "ND",
				today.minusDays(4), "GX", today.minusDays(2), "WC", today.minusDays(2), "QZ", today.minusDays(3), "YU",
				today.minusDays(5));
		days.forEach((code, day) -> reports.put(code,
				write(find(files.get(code), 0, PeriodKind.ANNUAL), year, code, bureaus, period, day)));
		submit(reports.get("QL"), "QL", today.minusDays(12));
		approve(reports.get("QL"), "QL", today.minusDays(8));
		submit(reports.get("LX"), "LX", today.minusDays(6));
		sendBack(reports.get("LX"), find(files.get("LX"), 0, PeriodKind.ANNUAL).remarks(), "LX", today.minusDays(4));
		submit(reports.get("ND"), "ND", today.minusDays(3));
		submit(reports.get("GX"), "GX", today.minusDays(1));
	}

	private ReportingPeriod open(int year, PeriodKind kind, LocalDate due, LocalDate opened) {
		at(opened);
		act(this.accounts.person("admin").orElseThrow());
		ReportingPeriod period = this.periods.plan(year, kind, due);
		this.periods.open(period.getId());
		return period;
	}

	private Report write(DemoReport file, int year, String code, Map<String, Bureau> bureaus, ReportingPeriod period,
			LocalDate day) {
		at(day);
		Person reporter = this.people.reporterOf(code);
		act(reporter);
		Report report = this.reports.find(bureaus.get(code).getId(), period.getId()).orElseThrow();
		Long id = report.getId();
		List<Saving.Wish> wishes = new ArrayList<>();
		wish(wishes, "lead", dated(file.lead(), year));
		wish(wishes, "idea", dated(file.idea(), year));
		file.values()
			.forEach((metric, value) -> wish(wishes, "metric." + metric,
					value.equals("NA") ? Amount.NOT_APPLICABLE : value));
		Map<String, Long> themes = this.reports.vocabulary(report)
			.themes()
			.stream()
			.collect(Collectors.toMap(Theme::getName, Theme::getId));
		List<DemoReport.Piece> pieces = file.pieces();
		Reports.Added added = this.reports.add(id, reporter, pieces.stream().map(DemoReport.Piece::kind).toList(),
				file.targets().size());
		for (int i = 0; i < pieces.size(); i++) {
			DemoReport.Item item = pieces.get(i).item();
			String name = "entry." + added.entries().get(i).getId();
			wish(wishes, name + ".heading", dated(item.heading(), year));
			wish(wishes, name + ".body", dated(item.body(), year));
			if (item.theme() != null && themes.containsKey(item.theme())) {
				wish(wishes, name + ".theme", themes.get(item.theme()).toString());
			}
		}
		for (int i = 0; i < file.targets().size(); i++) {
			DemoReport.Target target = file.targets().get(i);
			String name = "target." + added.targets().get(i).getId();
			wish(wishes, name + ".metric", (target.metric() != null) ? target.metric() : "");
			wishes.add(new Saving.Wish(name + ".aim", target.aim(),
					Saving.version(added.targets().get(i).getAim().name())));
			wish(wishes, name + ".amount", (target.amount() != null) ? target.amount() : "");
			wish(wishes, name + ".words", dated(target.words(), year));
		}
		save(id, reporter, wishes);
		// who still writes has settled half of it
		boolean whole = file.year() < 0 || file.kind() != PeriodKind.ANNUAL || !DRAFTING.contains(code);
		save(id, reporter, this.promises.settlements(this.reports.own(id, reporter), whole));
		// words are for the figures that are found
		this.entities.flush();
		explain(id, reporter, file);
		// so many rows are not to be watched for changes until the end
		this.entities.flush();
		this.entities.clear();
		return this.reports.find(bureaus.get(code).getId(), period.getId()).orElseThrow();
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
		requireSaved(this.reports.save(id, reporter, wishes));
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

	private void submit(Report report, String code, LocalDate day) {
		at(day);
		Person reporter = this.people.reporterOf(code);
		act(reporter);
		this.reports.submit(report.getId(), reporter);
	}

	private void approve(Report report, String code, LocalDate day) {
		at(day);
		Person supervisor = this.people.supervisorOf(code);
		act(supervisor);
		judge(report, supervisor, Explanation.Verdict.ACCEPTED, "");
		this.reviews.approve(report.getId(), supervisor, 1);
	}

	private void sendBack(Report report, List<DemoReport.Remark> remarks, String code, LocalDate day) {
		at(day);
		Person supervisor = this.people.supervisorOf(code);
		act(supervisor);
		ReportContent read = this.reports.paper(report.getId(), supervisor).content();
		Map<String, List<ReportContent.Item>> items = Map.of("achievements", read.achievements(), "problems",
				read.problems());
		remarks.forEach((remark) -> this.reviews.remark(report.getId(), supervisor, 1, place(remark.place(), items),
				remark.text()));
		judge(report, supervisor, Explanation.Verdict.REJECTED, "过于笼统：请写明是哪个项目、资金多少");
		this.reviews.sendBack(report.getId(), supervisor, 1, "");
	}

	private void judge(Report report, Person supervisor, Explanation.Verdict verdict, String words) {
		Long revision = this.reports.revision(report, 1).orElseThrow().getId();
		this.checks.ofRevision(revision)
			.forEach((finding) -> this.reviews.judge(report.getId(), supervisor, 1, finding.getId(), verdict, words));
		// the decision that follows counts the verdicts
		this.entities.flush();
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

	/** Ten in the morning of that day. */
	private void at(LocalDate day) {
		this.clock.turnTo(day.atTime(LocalTime.of(10, 0)).atZone(this.clock.getZone()).toInstant());
	}

	/** Whose name stands in the log. */
	private static void act(Person person) {
		SecurityContextHolder.getContext()
			.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person.username(), null, List.of()));
	}

	private static DemoReport find(List<DemoReport> reports, int year, PeriodKind kind) {
		return reports.stream()
			.filter((report) -> report.year() == year && report.kind() == kind)
			.findFirst()
			.orElseThrow();
	}

	/** Years stand in the files as {Y}, {Y-1}, {Y+1}. */
	static String dated(String text, int year) {
		return YEAR.matcher(text).replaceAll((match) -> {
			int shift = (match.group(1) == null) ? 0 : Integer.parseInt(match.group(1) + match.group(2));
			return Integer.toString(year + shift);
		});
	}

	private List<DemoReport> read(String code) {
		return read(code, new TypeReference<DemoReport.File>() {
		}).reports();
	}

	private <T> T read(String name, TypeReference<T> type) {
		String path = "demo/" + name + ".json";
		try (InputStream in = new ClassPathResource(path).getInputStream()) {
			return this.json.readValue(in, type);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Demo data are missing: " + path, ex);
		}
	}

}
