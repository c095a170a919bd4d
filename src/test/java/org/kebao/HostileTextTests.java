package org.kebao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.account.Role;
import org.kebao.bureau.Bureaus;
import org.kebao.check.Checks;
import org.kebao.check.Explanation;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.period.PeriodKind;
import org.kebao.period.Periods;
import org.kebao.promise.Plan;
import org.kebao.promise.Promise;
import org.kebao.promise.Promises;
import org.kebao.register.Register;
import org.kebao.report.CompletionTable;
import org.kebao.report.Entry;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.review.Reviews;
import org.kebao.revision.Aim;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is typed is text, wherever it is shown: no script, no template, no page torn
 * by its length.
 */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class HostileTextTests {

	private static final int[][] SIZES = { { 1366, 768 }, { 390, 844 } };

	private static final String HOSTILE = "<script>alert(1)</script>{{7*7}}${7*7}[[${T(java.lang.Runtime)}]]😀𠮷";

	/** In the texts of a report two braces are no plain text. */
	private static final String TEXT = HOSTILE.replace("{{7*7}}", "{7*7}{%7*7%}");

	private static final String BUREAU = "<script>alert(2)</script>[[${T(java.lang.Runtime)}]]𠮷县局";

	private static final String PERSON = "<script>alert(3)</script>{{7*7}}𠮷";

	private static final String LONG_BUREAU = "W".repeat(60);

	private static final String LONG_PERSON = "W".repeat(40);

	private static final String HEADING = "W".repeat(200);

	private static final String BODY = TEXT + "全县科技工作稳中有进。".repeat(100_000 / 11);

	private final Map<String, Visitor> visitors = new HashMap<>();

	private final DemoServer server = DemoServer.spare();

	private Person reporter;

	private Person supervisor;

	private Long report;

	private Long bureau;

	private Long account;

	private Long period;

	private Long entry;

	@TempDir
	private Path folder;

	@BeforeAll
	void write() {
		Accounts accounts = this.server.bean(Accounts.class);
		Bureaus bureaus = this.server.bean(Bureaus.class);
		Periods periods = this.server.bean(Periods.class);
		Long city = accounts.person("supervisor").orElseThrow().bureauId();
		LocalDate since = LocalDate.of(2020, 1, 1);
		this.bureau = bureaus.found("HX", BUREAU, "COUNTY", city, 80, since, null).getId();
		Long other = bureaus.found("HY", LONG_BUREAU, "COUNTY", city, 81, since, null).getId();
		this.account = accounts.create("hexin", PERSON, this.bureau, Set.of(Role.REPORTER), "kebao-demo", false)
			.getId();
		accounts.create("weiwei", LONG_PERSON, city, Set.of(Role.SUPERVISOR), "kebao-demo", false);
		accounts.create("w".repeat(64), LONG_PERSON, other, Set.of(Role.REPORTER), "kebao-demo", false);
		this.reporter = accounts.person("hexin").orElseThrow();
		this.supervisor = accounts.person("weiwei").orElseThrow();
		this.period = this.server.jdbc()
			.sql("select id from reporting_periods where closed_at is null")
			.query(Long.class)
			.single();
		periods.askNewBureaus(this.period);
		periods.extend(this.period, this.bureau, BUREAU, LocalDate.now().plusDays(9), HOSTILE + HEADING.substring(90));
		this.report = this.server.reportOf("HX");
		catalogue();
		save("metric.PRJ01", "999999999999");
		save("lead", TEXT);
		save("metric.PRJ01", "14");
		save("metric.PRJ01.note", HOSTILE);
		save("idea", TEXT + HEADING);
		this.entry = entry(Entry.Kind.ACHIEVEMENT, HEADING, BODY);
		entry(Entry.Kind.ACHIEVEMENT, TEXT, HEADING);
		entry(Entry.Kind.CASE, TEXT, TEXT);
		entry(Entry.Kind.PROBLEM, HEADING, TEXT);
		entry(Entry.Kind.MEASURE, TEXT, HEADING);
		entry(Entry.Kind.SUGGESTION, TEXT, HEADING);
		Long target = this.server.bean(Reports.class)
			.write(this.report, this.reporter, Right.WORDS, (draft) -> draft.addTarget())
			.getId();
		save("target." + target + ".aim", "WORDS");
		save("target." + target + ".words", TEXT + HEADING);
		promise(HOSTILE + HEADING);
		explain(HOSTILE);
	}

	/** More projects than a county is thought to have. */
	private void explain(String words) {
		Reckoning reckoning = this.server.bean(Reckoning.class);
		Checks checks = this.server.bean(Checks.class);
		Report own = own();
		List<Saving> savings = checks.explain(this.report, this.reporter,
				checks.findings(own, reckoning.vocabulary(own))
					.stream()
					.map((one) -> new Saving.Wish(one.field(), words, one.version()))
					.toList());
		assertThat(savings).isNotEmpty().allMatch((saving) -> saving.outcome() == Saving.Outcome.SAVED);
	}

	private void judge(int version, Explanation.Verdict verdict, String words) {
		Long revision = this.server.bean(Register.class).version(own(), version).orElseThrow().revision().getId();
		this.server.bean(Checks.class)
			.ofRevision(revision)
			.forEach((finding) -> this.server.bean(Reviews.class)
				.judge(this.report, this.supervisor, version, finding.getId(), verdict, words));
	}

	private Report own() {
		return this.server.bean(Reports.class).own(this.report, this.reporter);
	}

	@AfterAll
	void close() {
		this.visitors.values().forEach(Visitor::close);
	}

	/** A metric with the same in all its texts, and once more as it was before. */
	private void catalogue() {
		for (String text : List.of(HOSTILE, HOSTILE + HEADING.substring(100))) {
			this.server.jdbc()
				.sql("""
						update metrics set definition = :text, source = :text, exclusion = :text, aliases = array[:text, :long],
						owner_section = left(:text, 40), unit = left(:text, 20), name = left(:text, 80) where code = 'PRJ02'""")
				.param("text", text)
				.param("long", HEADING.substring(160))
				.update();
			this.server.jdbc()
				.sql("""
						insert into metric_versions (metric_id, number, content, saved_at)
						select m.id, (select max(number) + 1 from metric_versions v where v.metric_id = m.id),
						(v.content::jsonb || jsonb_build_object('name', m.name, 'unit', m.unit, 'definition', m.definition,
						'source', m.source, 'exclusion', m.exclusion, 'aliases', m.aliases, 'ownerSection', m.owner_section))::text,
						now() from metrics m join metric_versions v on v.metric_id = m.id and v.number = 1 where m.code = 'PRJ02'""")
				.update();
		}
		this.server.jdbc()
			.sql("update metric_groups set name = left(:text, 40) where code = 'PRJ'")
			.param("text", HOSTILE)
			.update();
	}

	@TestFactory
	@Order(1)
	Stream<DynamicTest> whileItIsWritten() {
		String own = "/reports/" + this.report;
		return pages("hexin",
				Map.of(own + "/achievements", List.of(TEXT, HEADING, BODY, BUREAU, PERSON), own + "/metrics",
						List.of(HOSTILE, HOSTILE.substring(0, 40)), own + "/completion",
						List.of(HOSTILE + HEADING, TEXT + HEADING), own + "/cases", List.of(TEXT), own + "/plan",
						List.of(TEXT, HEADING), own + "/paper", List.of(TEXT, HEADING, BODY, BUREAU), own + "/summary",
						List.of(BUREAU), "/", List.of(BUREAU, PERSON), "/reports", List.of(BUREAU)));
	}

	@TestFactory
	@Order(2)
	Stream<DynamicTest> whenItCameBack() {
		Reviews reviews = this.server.bean(Reviews.class);
		this.server.bean(Reports.class).submit(this.report, this.reporter);
		reviews.remark(this.report, this.supervisor, 1, "entry:" + this.entry, HOSTILE + HEADING);
		judge(1, Explanation.Verdict.REJECTED, HOSTILE);
		reviews.sendBack(this.report, this.supervisor, 1, HOSTILE + HEADING);
		return pages("hexin",
				Map.of("/reports/" + this.report + "/metrics", List.of(HOSTILE, HOSTILE.substring(0, 40)), "/",
						List.of(HOSTILE, BUREAU, LONG_PERSON), "/reports/" + this.report + "/achievements",
						List.of(HOSTILE + HEADING, LONG_PERSON)));
	}

	@TestFactory
	@Order(3)
	Stream<DynamicTest> whenItIsReviewed() {
		// in the middle of the long text, and at its end
		save("entry." + this.entry + ".body", BODY.substring(0, 50_000) + TEXT + BODY.substring(50_100) + "。。");
		explain(HOSTILE + HEADING.substring(100));
		this.server.bean(Reports.class).submit(this.report, this.reporter);
		String own = "/reports/" + this.report;
		return pages("weiwei", Map.of("/", List.of(BUREAU, LONG_PERSON), "/reviews", List.of(BUREAU, PERSON), "/board",
				List.of(BUREAU, LONG_BUREAU), "/rollup?metric=PRJ01", List.of(BUREAU, LONG_BUREAU, HOSTILE), "/reports",
				List.of(BUREAU, LONG_BUREAU), own + "/review",
				List.of(HOSTILE, TEXT, HEADING, BUREAU, PERSON, LONG_PERSON, HOSTILE + HEADING),
				own + "/review?version=1", List.of(BODY, BUREAU), own + "/summary", List.of(BUREAU), own + "/paper",
				List.of(TEXT, HEADING, BUREAU), own + "/summary.html", List.of(TEXT, HEADING, BUREAU)));
	}

	@TestFactory
	@Order(4)
	Stream<DynamicTest> inTheHandsOfTheAdministrator() {
		Reviews reviews = this.server.bean(Reviews.class);
		judge(2, Explanation.Verdict.ACCEPTED, "");
		reviews.approve(this.report, this.supervisor, 2);
		reviews.reopen(this.report, this.supervisor, 2, HOSTILE + HEADING);
		Stream<DynamicTest> catalogue = pages("admin",
				Map.of("/admin/metrics/PRJ", List.of(HOSTILE.substring(0, 40)), "/admin/metrics/PRJ/PRJ02",
						List.of(HOSTILE, HOSTILE + HEADING.substring(100)), "/admin/metrics?q=script",
						List.of(HOSTILE.substring(0, 40)), "/admin/metrics/PRJ/edit",
						List.of(HOSTILE.substring(0, 40))));
		return Stream.concat(catalogue, Stream.concat(pages("admin",
				Map.of("/board", List.of(BUREAU, LONG_BUREAU), "/admin/bureaus", List.of(BUREAU, LONG_BUREAU),
						"/admin/bureaus/" + this.bureau, List.of(BUREAU), "/admin/bureaus/" + this.bureau + "/deletion",
						List.of(BUREAU), "/admin/accounts", List.of(BUREAU, PERSON, LONG_PERSON, "w".repeat(64)),
						"/admin/accounts/" + this.account, List.of(BUREAU, PERSON), "/admin/periods/" + this.period,
						List.of(BUREAU, HOSTILE), "/admin/audit", List.of(BUREAU, HOSTILE + HEADING))),
				pages("weiwei", Map.of("/reports/" + this.report + "/review", List.of(HOSTILE + HEADING, BUREAU)))));
	}

	private Stream<DynamicTest> pages(String person, Map<String, List<String>> pages) {
		return pages.entrySet()
			.stream()
			.map((page) -> DynamicTest.dynamicTest(page.getKey() + " " + person,
					() -> look(person, page.getKey(), page.getValue())));
	}

	private void look(String person, String path, List<String> texts) throws IOException {
		Visitor visitor = this.visitors.computeIfAbsent(person, (any) -> new Visitor(this.server, any));
		List<String> faults = new ArrayList<>();
		visitor.open(target(path, visitor), SIZES[0][0], SIZES[0][1]);
		for (int[] size : SIZES) {
			if (size != SIZES[0]) {
				visitor.resize(size[0], size[1]);
			}
			visitor.settle();
			visitor.seen(200, Set.of()).forEach((fault) -> faults.add("%d×%d: %s".formatted(size[0], size[1], fault)));
			visitor.picture("hostile " + path + " " + person + " " + size[0]);
		}
		String shown = visitor.page()
			.evaluate(
					"""
							() => [document.body.textContent, ...[...document.querySelectorAll('input, textarea')].map((one) => one.value)]
							  .join('\\n')""")
			.toString();
		texts.stream()
			.filter((text) -> !shown.contains(text))
			.forEach((text) -> faults.add("not shown: " + text.substring(0, Math.min(90, text.length()))));
		assertThat(faults).as("%s %s", path, person).isEmpty();
	}

	private String target(String path, Visitor visitor) throws IOException {
		String address = this.server.url(path);
		if (!path.endsWith(".html")) {
			return address;
		}
		Path file = this.folder.resolve("summary.html");
		Files.write(file, visitor.page().context().request().get(address).body());
		return file.toUri().toString();
	}

	/** A promise of last year's, missed for a hostile reason. */
	private void promise(String text) {
		Reckoning reckoning = this.server.bean(Reckoning.class);
		int year = this.server.jdbc()
			.sql("select year from reporting_periods where id = ?")
			.param(this.period)
			.query(Integer.class)
			.single();
		this.server.bean(Promises.class)
			.keep(new Plan(this.report, this.bureau, year, PeriodKind.ANNUAL, Map.of(), year - 1,
					List.of(new Plan.Line(Promise.Kind.TARGET, 1L, text, null, Aim.WORDS, null))));
		Report own = own();
		CompletionTable.Line line = reckoning.completion(own, reckoning.vocabulary(own)).lines().get(0);
		save(line.field() + ".state", "MISSED");
		save(line.field() + ".note", TEXT + HEADING);
	}

	private Long entry(Entry.Kind kind, String heading, String body) {
		Entry added = this.server.bean(Reports.class)
			.write(this.report, this.reporter, Right.WORDS, (draft) -> draft.addEntry(kind));
		save("entry." + added.getId() + ".heading", heading);
		save("entry." + added.getId() + ".body", body);
		return added.getId();
	}

	/** Writes over whatever stands in the field. */
	private void save(String field, String text) {
		Fields fields = this.server.bean(Fields.class);
		Saving saving = fields
			.save(this.report, this.reporter, List.of(new Saving.Wish(field, text, Saving.version(""))))
			.get(0);
		if (saving.outcome() == Saving.Outcome.CONFLICT) {
			saving = fields.save(this.report, this.reporter, List.of(new Saving.Wish(field, text, saving.version())))
				.get(0);
		}
		assertThat(saving.outcome()).as(saving.message()).isEqualTo(Saving.Outcome.SAVED);
	}

}
