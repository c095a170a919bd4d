package org.kebao;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.account.Person;
import org.kebao.account.Role;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.register.Register;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page asks the database as often for two hundred rows as for ten.
 */
@HouseTest
@Import(StatementCounter.class)
@TestInstance(Lifecycle.PER_CLASS)
class StatementsTests {

	private static final int FEW = 10;

	private static final int MANY = 200;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Reports reports;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	private Authentication supervisor;

	private Authentication reporter;

	private Authentication all;

	/** What was asked for the few and for the many, by the page's name. */
	private final Map<String, Integer> few = new LinkedHashMap<>();

	private final Map<String, Integer> many = new LinkedHashMap<>();

	@BeforeAll
	void count() {
		this.province = new Province(this.context);
		this.supervisor = this.province.signedIn(this.province.supervisor());
		this.reporter = this.province.signedIn(this.province.reporter());
		this.all = this.province.signedIn(
				this.province.person("多任", this.province.city, Role.REPORTER, Role.SUPERVISOR, Role.ADMINISTRATOR));
		catalogue(0, FEW);
		List<Long> bureaus = this.province.counties(2);
		Report written = this.province.draft();
		write(written, this.province.reporter(), FEW);
		doubt(written);
		Report small = submitted(bureaus.get(0), FEW);
		Report large = submitted(bureaus.get(1), MANY);
		this.province.counties(FEW).forEach((bureau) -> this.province.copy(small, bureau));
		past(0, FEW);
		// the first post of the tests puts its own keeper of tokens into the application,
		// which
		// asks for a session on every page from then on
		save(new LinkedHashMap<>(), written, "lead", "一年来，全县科技工作稳中有进。");
		measure(this.few, written, small);

		write(written, this.province.reporter(), MANY - FEW);
		doubt(written);
		this.province.counties(MANY - FEW).forEach((bureau) -> this.province.copy(small, bureau));
		past(FEW, MANY);
		catalogue(FEW, MANY);
		measure(this.many, written, large);
	}

	@TestFactory
	Stream<DynamicTest> thePageAsksAsOftenForManyRowsAsForFew() {
		return this.few.entrySet()
			.stream()
			.map((page) -> DynamicTest.dynamicTest(page.getKey() + ", " + page.getValue() + " statements",
					() -> assertThat(this.many.get(page.getKey())).as(page.getKey()).isEqualTo(page.getValue())));
	}

	@Test
	void everyStatementIsCounted() {
		assertThat(StatementCounter.count(() -> {
			this.jdbc.sql("select 1").query().singleValue();
			this.jdbc.sql("select 2").query().singleValue();
		})).isEqualTo(2);
		assertThat(this.few.values()).allMatch((count) -> count > 2);
	}

	@Test
	void aWholeTableIsWrittenInAFewStatements() {
		Province other = new Province(this.context);
		Report report = other.report(other.county, other.period);
		List<Saving.Wish> wishes = this.context.getBean(Reckoning.class)
			.vocabulary(report)
			.catalogue()
			.asked()
			.stream()
			.filter((metric) -> !metric.isComputed())
			.map((metric) -> new Saving.Wish("metric." + metric.getCode(), "1", Saving.version("")))
			.toList();
		Fields fields = this.context.getBean(Fields.class);
		int one = StatementCounter.count(() -> fields.save(report.getId(), other.reporter(), wishes.subList(0, 1)));
		int all = StatementCounter
			.count(() -> fields.save(report.getId(), other.reporter(), wishes.subList(1, wishes.size())));
		assertThat(wishes).hasSizeGreaterThan(50);
		assertThat(this.context.getBean(Register.class).changes(report)).hasSize(wishes.size());
		assertThat(all).isLessThan(one + 12);
	}

	private void measure(Map<String, Integer> counts, Report written, Report submitted) {
		measure(counts, "/", "/", this.supervisor, "table.list tbody tr");
		measure(counts, "/ of a reporter", "/", this.reporter, ".task");
		measure(counts, "/ of somebody with every role", "/", this.all, "main section");
		measure(counts, "/reports", "/reports", this.supervisor, "table.list tbody tr");
		measure(counts, "/reports of a reporter", "/reports", this.reporter, "table.list tbody tr");
		for (String part : List.of("metrics", "completion", "achievements", "plan")) {
			measure(counts, "/reports/{id}/" + part, "/reports/" + written.getId() + "/" + part, this.reporter,
					"[data-finding-list] li");
		}
		measure(counts, "/reports/{id}/carry-over", "/reports/" + written.getId() + "/carry-over?part=plan",
				this.reporter, "main");
		counts.put("/reports/{id}/words",
				StatementCounter
					.count(() -> assertThat(get("/reports/" + written.getId() + "/words", this.reporter)).bodyJson()
						.extractingPath("$.length()")
						.isNotEqualTo(0)));
		save(counts, written, "lead", "一年来，全县科技工作稳中有进。");
		save(counts, written, "metric.PRJ01", "14");
		measure(counts, "/reports/{id}/intake", "/reports/" + written.getId() + "/intake", this.reporter, "form");
		measure(counts, "/reports/{id}/mentions", "/reports/" + written.getId() + "/mentions", this.reporter,
				".mention-list li");
		measure(counts, "/reports/{id}/submission", "/reports/" + written.getId() + "/submission", this.reporter,
				"form");
		measure(counts, "/admin/metrics", "/admin/metrics?q=ZZ", this.all, "table.list tbody tr");
		measure(counts, "/admin/metrics/{group}", "/admin/metrics/ZZZ", this.all, "table.list tbody tr");
		measure(counts, "/admin/metrics/{group}/{metric}", "/admin/metrics/PRJ/PRJ01", this.all, ".saves li");
		measure(counts, "/reviews", "/reviews", this.supervisor, "table.queue tbody tr");
		measure(counts, "/board", "/board?period=" + this.province.period.getId(), this.supervisor,
				"table.board tbody tr");
		measure(counts, "/assignments", "/assignments?metric=PRJ01&year=" + this.province.year(), this.supervisor,
				"table.spread tbody tr");
		measure(counts, "/rollup", "/rollup?period=" + this.province.period.getId(), this.supervisor,
				"table.sums tbody tr");
		measure(counts, "/rollup?metric", "/rollup?metric=PRJ01&period=" + this.province.period.getId(),
				this.supervisor, "table.tally tbody tr");
		measure(counts, "/reports/{id}/review", "/reports/" + submitted.getId() + "/review", this.supervisor, ".notes");
		measure(counts, "/reports/{id}/summary", "/reports/" + submitted.getId() + "/summary", this.supervisor,
				"iframe");
		measure(counts, "/reports/{id}/paper", "/reports/" + submitted.getId() + "/paper", this.supervisor,
				".paper h3");
	}

	/**
	 * @param rows what must be on the page, so that nothing empty is counted
	 */
	private void measure(Map<String, Integer> counts, String name, String address, Authentication person, String rows) {
		get(address, person);
		counts.put(name, StatementCounter
			.count(() -> assertThat(Province.page(get(address, person)).select(rows)).as(name).isNotEmpty()));
	}

	/** Saves as a script does; the answer tells everything that is found. */
	private void save(Map<String, Integer> counts, Report report, String field, String text) {
		String fields = "{\"fields\": [{\"field\": \"%s\", \"text\": \"%s\", \"base\": \"%s\"}]}".formatted(field, text,
				Saving.version(text));
		Supplier<MvcTestResult> saving = () -> this.mvc.post()
			.uri("/reports/{id}/fields", report.getId())
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.with(SecurityMockMvcRequestPostProcessors.authentication(this.reporter))
			.contentType(MediaType.APPLICATION_JSON)
			.content(fields)
			.exchange();
		saving.get();
		counts.put("/reports/{id}/fields " + field,
				StatementCounter.count(() -> assertThat(saving.get()).bodyText().contains("TEXT-SUM")));
	}

	private MvcTestResult get(String address, Authentication person) {
		return this.mvc.get().uri(address).with(SecurityMockMvcRequestPostProcessors.authentication(person)).exchange();
	}

	private void write(Report report, Person writer, int count) {
		this.jdbc
			.sql("""
					insert into entries (report_id, kind, heading, body, position, deleted, carried_untouched)
					select :report, kind, '标题' || i || '：{{PRJ01}}',
					  '正文{{PRJ01}}' || case kind when 'ACHIEVEMENT' then '，国家级科技计划项目立项数14项。' else '' end, 100 + i, false, false
					from generate_series(1, :count) i, (values ('ACHIEVEMENT'), ('MEASURE')) kinds (kind)""")
			.param("report", report.getId())
			.param("count", count)
			.update();
		this.jdbc.sql("""
				insert into field_saves (report_id, field, saved_by, saved_at, save)
				select report_id, 'entry.' || id || '.body', :writer, now(), '' from entries where report_id = :report
				on conflict do nothing""").param("report", report.getId()).param("writer", writer.id()).update();
		this.jdbc
			.sql("""
					insert into promises (version, bureau_id, year, planned, origin, kind, source_report_id, source_id, text, aim,
					formula, unit, position, dropped)
					select 0, bureau_id, :year, 'ANNUAL', 'PLAN', 'MEASURE', id, 1000 * :count + i, '承诺' || i, 'WORDS', '', '', i,
					false from reports, generate_series(1, :count) i where id = :report""")
			.param("year", this.province.year())
			.param("report", report.getId())
			.param("count", count)
			.update();
		this.jdbc.sql("""
				insert into plan_targets (report_id, aim, words, position, deleted, carried_untouched)
				select :report, 'WORDS', '目标' || i, 100 + i, false, false from generate_series(1, :count) i""")
			.param("report", report.getId())
			.param("count", count)
			.update();
	}

	/** A figure with its parts in every entry that is not the sum of them. */
	private void doubt(Report report) {
		this.jdbc.sql("""
				update entries set body = '举办第' || position || '类培训班20期，其中线上8期、线下13期。'
				where report_id = :report""").param("report", report.getId()).update();
	}

	/** A report with so many entries, and as many remarks on it. */
	private Report submitted(Long bureau, int count) {
		Person writer = this.province.person("填报" + bureau, bureau, Role.REPORTER);
		Report report = this.province.draft(bureau, this.province.period, writer);
		write(report, writer, count);
		this.province.settle(report.getId(), writer);
		this.reports.submit(report.getId(), writer);
		this.jdbc.sql("""
				insert into remarks (report_id, revision_id, place, place_name, words, made_by, made_at)
				select report_id, id, 'report', '整份报告', '意见' || i, :supervisor, now()
				from revisions, generate_series(1, :count) i where report_id = :report""")
			.param("report", report.getId())
			.param("supervisor", this.province.supervisor().id())
			.param("count", count)
			.update();
		this.jdbc
			.sql("""
					insert into frozen_findings (report_id, revision_id, position, finding_key, rule, title, metrics, message,
					  instruction, place, anchor, quote, words, written_by, verdict, verdict_words)
					select report_id, id, i, 'TEXT-SUM.' || i, 'TEXT-SUM', '合计', '', '不符', '', '开头', 'report', '一句话', '说明',
					  :writer, 'ACCEPTED', ''
					from revisions, generate_series(1, :count) i where report_id = :report""")
			.param("report", report.getId())
			.param("writer", writer.id())
			.param("count", count)
			.update();
		return this.province.report(bureau, this.province.period);
	}

	/**
	 * More metrics in a group, each with a range, and more versions of one of them. They
	 * are retired: no other test is to be asked for them.
	 */
	private void catalogue(int from, int to) {
		this.jdbc.sql("""
				insert into metric_groups (code, name, position, active) values ('ZZZ', '许多', 99, false)
				on conflict do nothing""").update();
		this.jdbc.sql("""
				with added as (
				  insert into metrics (version, code, name, unit, group_code, position, kind, comparison, scale,
				    may_be_negative, retired)
				  select 0, 'ZZ' || i, '指标ZZ' || i, '项', 'ZZZ', i, 'FLOW', 'PERCENT', 0, false, true
				  from generate_series(:from, :to - 1) i returning id)
				insert into metric_ranges (metric_id, level_code, low) select id, code, 1 from added, bureau_levels""")
			.param("from", from)
			.param("to", to)
			.update();
		this.jdbc.sql("""
				insert into metric_versions (metric_id, number, content, saved_by, saved_at)
				select v.metric_id, 10 + i, v.content, :person, now()
				from metric_versions v join metrics m on m.id = v.metric_id, generate_series(:from, :to - 1) i
				where m.code = 'PRJ01' and v.number = 1""")
			.param("person", this.province.reporter().id())
			.param("from", from)
			.param("to", to)
			.update();
	}

	@AfterAll
	void tidy() {
		this.jdbc.sql("delete from metric_ranges where metric_id in (select id from metrics where group_code = 'ZZZ')")
			.update();
		this.jdbc.sql("delete from metrics where group_code = 'ZZZ'").update();
		this.jdbc.sql("delete from metric_groups where code = 'ZZZ'").update();
	}

	/** Earlier periods of the reporter's county and of the city, still to be mended. */
	private void past(int from, int to) {
		for (int i = from; i < to; i++) {
			int year = 100_000 + 1000 * this.province.year() + i;
			for (Long bureau : List.of(this.province.county, this.province.city)) {
				this.jdbc
					.sql("""
							with span as (
							  insert into reporting_periods (version, year, kind, due_on, opened_at)
							  values (0, :year, 'ANNUAL', '2020-01-05', now())
							  on conflict (year, kind) do update set version = 0 returning id),
							report as (
							  insert into reports (bureau_id, period_id, status, lead, idea, lead_carried, idea_carried, parts_done,
							    late, revisions, submitted_by, submitted_at, saved_at, saved_by)
							  select :bureau, id, 'RETURNED', '', '', false, false, 1, false, 1, :person, now(), now(), :person
							  from span returning id),
							revision as (
							  insert into revisions (report_id, number, content, sha256, created_at, created_by)
							  select id, 1, '{}', '', now(), :person from report returning id, report_id),
							review as (
							  insert into reviews (report_id, revision_id, decision, reason, decided_by, decided_at)
							  select report_id, id, 'RETURNED', '', :person, now() from revision returning id, report_id, revision_id)
							insert into remarks (report_id, revision_id, review_id, place, place_name, part, words, made_by, made_at)
							select report_id, revision_id, id, 'report', '整份报告', null, '请补充', :person, now() from review""")
					.param("year", year)
					.param("bureau", bureau)
					.param("person", this.province.reporter().id())
					.update();
			}
		}
	}

}
