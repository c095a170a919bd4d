package org.kebao;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManagerFactory;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.account.Role;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.period.PeriodKind;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.register.Register;
import org.kebao.report.Entry;
import org.kebao.report.PlanTarget;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small world of its own for one test: a city with counties below it, an open period,
 * and people in them. Every name and year is used once.
 */
public final class Province {

	static final String PASSWORD = "Test-pass-1";

	private static final AtomicInteger worlds = new AtomicInteger();

	private final ApplicationContext context;

	private final JdbcClient jdbc;

	private final Reports reports;

	private final Reckoning reckoning;

	private final Fields fields;

	private final Register register;

	private final Accounts accounts;

	private final Periods periods;

	private final int number = worlds.incrementAndGet();

	private final Map<String, Person> people = new LinkedHashMap<>();

	public final Long top;

	public final Long city;

	public final Long county;

	public final ReportingPeriod period;

	public Province(ApplicationContext context) {
		this.context = context;
		this.jdbc = context.getBean(JdbcClient.class);
		this.reports = context.getBean(Reports.class);
		this.reckoning = context.getBean(Reckoning.class);
		this.fields = context.getBean(Fields.class);
		this.register = context.getBean(Register.class);
		this.accounts = context.getBean(Accounts.class);
		this.periods = context.getBean(Periods.class);
		this.top = bureau("省科技厅" + this.number, "PROVINCE", null);
		this.city = bureau("市科技局" + this.number, "CITY", this.top);
		this.county = bureau("县科技局" + this.number, "COUNTY", this.city);
		this.period = period(year(), 10);
		// these worlds are small and their figures grow as a test wants them
		this.jdbc.sql("update rules set active = false where code like 'C12-%' or code like 'C15-%'").update();
	}

	/** The year of the open period; the two years before it are this world's too. */
	public int year() {
		return 2100 + 4 * this.number;
	}

	public LocalDate today() {
		return LocalDate.now(this.context.getBean(Clock.class));
	}

	/** An annual period that is open and due in so many days. */
	public ReportingPeriod period(int year, int days) {
		return period(year, PeriodKind.ANNUAL, days);
	}

	public ReportingPeriod period(int year, PeriodKind kind, int days) {
		ReportingPeriod planned = this.periods.plan(year, kind, today().plusDays(days));
		this.jdbc.sql("update reporting_periods set opened_at = now() where id = ?").param(planned.getId()).update();
		return this.periods.find(planned.getId()).orElseThrow();
	}

	public Long bureau(String name, String level, Long parent) {
		return this.jdbc
			.sql("""
					insert into bureaus (version, code, name, level_code, parent_id, position, valid_from)
					values (0, 'T' || nextval(pg_get_serial_sequence('bureaus', 'id')), ?, ?, ?, 1, '2000-01-01') returning id""")
			.params(name, level, parent)
			.query(Long.class)
			.single();
	}

	/** So many counties below the city. */
	public List<Long> counties(int count) {
		List<Long> ids = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			ids.add(bureau("第%d县科技局%d".formatted(i, this.number), "COUNTY", this.city));
		}
		return ids;
	}

	/** A person, made when first asked for. */
	public Person person(String name, Long bureau, Role... roles) {
		return this.people.computeIfAbsent(name, (any) -> {
			String username = name + this.number;
			this.accounts.create(username, name, bureau, Set.of(roles), PASSWORD, false);
			return this.accounts.person(username).orElseThrow();
		});
	}

	/** 填报员 of the county. */
	public Person reporter() {
		return person("周文", this.county, Role.REPORTER);
	}

	/** 审核员 of the city. */
	public Person supervisor() {
		return person("郑审", this.city, Role.SUPERVISOR);
	}

	/** 管理员. */
	public Person administrator() {
		return person("关立", null, Role.ADMINISTRATOR);
	}

	/** The person as the security of a request wants it. */
	public Authentication signedIn(Person person) {
		return this.context.getBean(AuthenticationProvider.class)
			.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(person.username(), PASSWORD));
	}

	public Report report(Long bureau, ReportingPeriod period) {
		return this.register.find(bureau, period.getId()).orElseGet(() -> {
			this.jdbc
				.sql("""
						insert into reports (bureau_id, period_id, status, lead, idea, lead_carried, idea_carried, parts_done,
						late, revisions) values (?, ?, 'DRAFT', '', '', false, false, 0, false, 0)""")
				.params(bureau, period.getId())
				.update();
			return this.register.find(bureau, period.getId()).orElseThrow();
		});
	}

	/** The county's report with something in every part, not submitted yet. */
	public Report draft() {
		return draft(this.county, this.period, reporter());
	}

	public Report draft(Long bureau, ReportingPeriod period, Person writer) {
		Report report = report(bureau, period);
		Long id = report.getId();
		write(id, writer, "metric.PRJ01", "14");
		write(id, writer, "metric.PRJ02", "49");
		write(id, writer, "metric.PRJ03", "不适用");
		write(id, writer, "lead", "一年来，全县科技工作稳中有进。");
		write(id, writer, "idea", "以高质量发展为主线，抓项目、强平台、育主体。");
		entry(id, writer, Entry.Kind.ACHIEVEMENT, "强化项目申报，科技投入稳步增长", "争取省级以上科技计划项目 63 项。\n到位资金 1642 万元。");
		entry(id, writer, Entry.Kind.ACHIEVEMENT, "严抓知识产权，创造质量稳步提升", "申请专利 400 件，授权 180 件。");
		entry(id, writer, Entry.Kind.CASE, "一件专利救活一个厂", "县农机厂以专利质押贷款 300 万元。");
		entry(id, writer, Entry.Kind.PROBLEM, "企业研发投入不足", "规上工业企业有研发活动的不到四成。");
		entry(id, writer, Entry.Kind.MEASURE, "办好申报培训", "每季度一期。");
		entry(id, writer, Entry.Kind.SUGGESTION, "建议加大县级平台支持", "请省厅单列指标。");
		PlanTarget target = this.reports.write(id, writer, Right.WORDS, (draft) -> draft.addTarget());
		write(id, writer, "target." + target.getId() + ".metric", "PRJ02");
		write(id, writer, "target." + target.getId() + ".amount", "55");
		return this.register.find(bureau, period.getId()).orElseThrow();
	}

	/** Says of every promise that is not kept yet that it was missed, and why. */
	public void settle(Long id, Person writer) {
		Report report = this.reports.own(id, writer);
		List<Saving.Wish> wishes = new ArrayList<>();
		this.reckoning.completion(report, this.reckoning.vocabulary(report))
			.lines()
			.stream()
			.filter((line) -> !line.isFixed())
			.forEach((line) -> {
				wishes.add(new Saving.Wish(line.field() + ".state", "MISSED", Saving.version("")));
				wishes.add(new Saving.Wish(line.field() + ".note", "上级项目评审推迟", Saving.version("")));
			});
		assertThat(this.fields.save(id, writer, wishes)).extracting(Saving::outcome)
			.allMatch(Saving.Outcome.SAVED::equals);
	}

	public Entry entry(Long id, Person writer, Entry.Kind kind, String heading, String body) {
		Entry entry = this.reports.write(id, writer, Right.WORDS, (draft) -> draft.addEntry(kind));
		write(id, writer, "entry." + entry.getId() + ".heading", heading);
		write(id, writer, "entry." + entry.getId() + ".body", body);
		return entry;
	}

	/** Writes over whatever stands in the field. */
	public void write(Long id, Person writer, String field, String text) {
		Saving saving = this.fields.save(id, writer, List.of(new Saving.Wish(field, text, Saving.version("")))).get(0);
		if (saving.outcome() == Saving.Outcome.CONFLICT) {
			saving = this.fields.save(id, writer, List.of(new Saving.Wish(field, text, saving.version()))).get(0);
		}
		if (saving.outcome() != Saving.Outcome.SAVED) {
			throw new AssertionError(saving);
		}
	}

	/** The county's report, submitted once. */
	public Report submitted() {
		Report report = draft();
		this.reports.submit(report.getId(), reporter());
		return report(this.county, this.period);
	}

	/**
	 * Copies a submitted report and its version to another bureau, quicker than by
	 * typing.
	 */
	public void copy(Report report, Long bureau) {
		Long id = this.jdbc
			.sql("""
					insert into reports (bureau_id, period_id, status, lead, idea, lead_carried, idea_carried, parts_done,
					late, revisions, submitted_by, submitted_at, saved_at, saved_by)
					select ?, period_id, status, lead, idea, lead_carried, idea_carried, parts_done,
					late, revisions, submitted_by, submitted_at + interval '1 minute', saved_at, saved_by from reports where id = ?
					returning id""")
			.params(bureau, report.getId())
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				insert into revisions (report_id, number, content, sha256, created_at, created_by)
				select ?, number, content, sha256, created_at, created_by from revisions where report_id = ?""")
			.params(id, report.getId())
			.update();
	}

	/** How many SQL statements something takes. */
	public long statements(Runnable step) {
		Statistics statistics = this.context.getBean(EntityManagerFactory.class)
			.unwrap(SessionFactory.class)
			.getStatistics();
		statistics.setStatisticsEnabled(true);
		statistics.clear();
		step.run();
		return statistics.getPrepareStatementCount();
	}

	/** The page that was answered, with what every page must have. */
	public static Document page(MvcTestResult result) {
		try {
			String html = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
			assertThat(ValidHtml.errors(html)).isEmpty();
			Document page = Jsoup.parse(html);
			// a script gives those in a template their names, and their labels with them
			page.select("template").remove();
			assertThat(page.select("h1")).hasSize(1);
			List<String> ids = page.select("[id]").eachAttr("id");
			assertThat(ids).doesNotHaveDuplicates();
			List<String> labelled = page.select("label[for]").eachAttr("for");
			Map<String, Long> labels = labelled.stream()
				.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
			page.select("input:not([type=hidden]), select, textarea")
				.forEach((control) -> assertThat(labels.get(control.id())).as("label of %s", control).isEqualTo(1));
			assertThat(page.select("table")).allSatisfy((table) -> assertThat(table.select("caption")).hasSize(1));
			assertThat(page.select("th")).allSatisfy((head) -> assertThat(head.hasAttr("scope")).isTrue());
			assertThat(page.select("[style], script:not([src])")).isEmpty();
			return page;
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
