package org.kebao;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.account.Role;
import org.kebao.report.Entry;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.review.Reviews;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends every form of routes.txt twice at the same instant, and a third time later: it is
 * done once, and whoever asks again is told what the first was told. What was done is
 * counted row by row, and is as much as where the form was sent once.
 */
@ServedTest
class OnceTests {

	private static final AtomicInteger names = new AtomicInteger();

	@Autowired
	private ApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Reports reports;

	@Autowired
	private Reviews reviews;

	@Autowired
	private Accounts accounts;

	@LocalServerPort
	private int port;

	private final ExecutorService two = Executors.newFixedThreadPool(24);

	/** What a person sends. */
	private record Sent(Browser browser, String action, String type, byte[] body) {
	}

	private record Told(int status, String location, String body) {
	}

	/** How a form is come by and filled in. */
	private interface Way {

		Sent go(World world);

	}

	/** What a route is known for besides being done once. */
	private enum Kind {

		/** The answer is the page itself, and nothing is changed or all is the same. */
		SHOWS,
		/** The answer is the page itself, once; later ones lead elsewhere. */
		SHOWS_ONCE,
		/** Leads somewhere, where it is told. */
		LEADS,
		/** Ends the session it came with. */
		ENDS_SESSION

	}

	private record Known(Kind kind, Way way) {
	}

	/** A province of its own for each sending. */
	private final class World {

		private final Province province = new Province(OnceTests.this.context);

		private final int number = names.incrementAndGet();

		private Browser browser(Person person) {
			return new Browser(person.username(), Province.PASSWORD);
		}

		private Browser admin() {
			return browser(this.province.administrator());
		}

		private Browser reporter() {
			return browser(this.province.reporter());
		}

		private Browser supervisor() {
			return browser(this.province.supervisor());
		}

		/** An account whose name an administrator could have typed. */
		private Long account() {
			return OnceTests.this.accounts
				.create("acc" + this.number, "某人", this.province.county, Set.of(Role.REPORTER), Province.PASSWORD,
						false)
				.getId();
		}

		private Report draft() {
			return this.province.draft();
		}

		private Report submitted() {
			return this.province.submitted();
		}

		private String review(Report report) {
			return "/reports/%d/review".formatted(report.getId());
		}

		private Long finding(Report report) {
			return OnceTests.this.jdbc
				.sql("""
						insert into frozen_findings (report_id, revision_id, position, finding_key, rule, title, metrics, message,
						instruction, words, written_by, verdict, verdict_words)
						select report_id, id, 0, 'C05-PRJ10.PRJ10', 'C05-PRJ10', '到位不超过争取', 'PRJ10 PRJ09', '超过', '请说明', '上年项目今年到位',
						created_by, 'OPEN', '' from revisions where report_id = ? returning id""")
				.param(report.getId())
				.query(Long.class)
				.single();
		}

		/**
		 * A draft with one figure in its words that can be bound, and one that is wrong.
		 */
		private Report written() {
			Report report = draft();
			this.province.write(report.getId(), this.province.reporter(), "metric.IPR01", "400");
			this.province.entry(report.getId(), this.province.reporter(), Entry.Kind.ACHIEVEMENT, "严抓知识产权",
					"全年专利申请量400件。争取省级科技计划项目20项、市级项目43项，合计62项。");
			return report;
		}

		private Report withYearBefore() {
			Report before = this.province.draft(this.province.county,
					this.province.period(this.province.year() - 1, 10), this.province.reporter());
			OnceTests.this.reports.submit(before.getId(), this.province.reporter());
			OnceTests.this.reports.approve(before.getId(), this.province.supervisor(), 1);
			return this.province.report(this.province.county, this.province.period);
		}

		private Long periodPlanned() {
			return OnceTests.this.jdbc.sql(
					"insert into reporting_periods (version, year, kind, due_on) values (0, :year, 'ANNUAL', :due) returning id")
				.param("year", this.province.year() + 1)
				.param("due", this.province.today().plusDays(20))
				.query(Long.class)
				.single();
		}

	}

	/** Somebody signed in, with pages before him. */
	private final class Browser {

		private final HttpClient client = HttpClient.newBuilder()
			.cookieHandler(new CookieManager())
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();

		private String token = "";

		private Browser(String username, String password) {
			FormElement form = form(page("/sign-in"), "/sign-in");
			assertThat(post(fill(form, "/sign-in", "username", username, "password", password)).location())
				.isEqualTo("/");
		}

		private Document page(String path) {
			Told told = get(path);
			assertThat(told.status()).as(path).isEqualTo(200);
			return Jsoup.parse(told.body(), url(path));
		}

		private Told get(String path) {
			return send(HttpRequest.newBuilder(URI.create(url(path))).GET().build());
		}

		private Told post(Sent sent) {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(sent.action())))
				.header("Content-Type", sent.type())
				.POST(HttpRequest.BodyPublishers.ofByteArray(sent.body()));
			if (!this.token.isEmpty()) {
				request.header("X-Requested-With", "fetch").header("X-CSRF-TOKEN", this.token);
			}
			return send(request.build());
		}

		private Told send(HttpRequest request) {
			try {
				HttpResponse<String> response = this.client.send(request, HttpResponse.BodyHandlers.ofString());
				return new Told(response.statusCode(),
						response.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", ""),
						response.body());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private byte[] workbook(String path) {
			try {
				return this.client
					.send(HttpRequest.newBuilder(URI.create(url(path))).build(),
							HttpResponse.BodyHandlers.ofByteArray())
					.body();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		/** The form that goes there, or has a button that does. */
		private FormElement form(Document page, String action) {
			Element button = button(page, action);
			Element form = (button != null) ? button.closest("form")
					: page.select("form[method=post]")
						.stream()
						.filter((one) -> one.attr("action").split("[?]")[0].equals(action))
						.findFirst()
						.orElseThrow(() -> new AssertionError("No form to " + action + " on " + page.location()));
			return (FormElement) form;
		}

		private Element button(Element root, String action) {
			return root.select("button[formaction]")
				.stream()
				.filter((one) -> one.attr("formaction").split("[?]")[0].equals(action))
				.findFirst()
				.orElse(null);
		}

		private Sent fill(FormElement form, String action, String... values) {
			Map<String, List<String>> fields = fields(form, values);
			Element button = button(form, action);
			String target = (button != null) ? button.attr("formaction") : form.attr("action");
			StringBuilder body = new StringBuilder();
			fields.forEach((name,
					texts) -> texts.forEach((text) -> body.append(body.isEmpty() ? "" : "&")
						.append(encoded(name))
						.append('=')
						.append(encoded(text))));
			return new Sent(this, target, "application/x-www-form-urlencoded",
					body.toString().getBytes(StandardCharsets.UTF_8));
		}

		private Map<String, List<String>> fields(FormElement form, String... values) {
			Map<String, List<String>> fields = new LinkedHashMap<>();
			form.formData()
				.forEach((one) -> fields.computeIfAbsent(one.key(), (key) -> new ArrayList<>()).add(one.value()));
			for (int i = 0; i < values.length; i += 2) {
				fields.put(values[i], List.of(values[i + 1]));
			}
			return fields;
		}

		/** Opens a page, fills its form in. */
		private Sent fill(String path, String action, String... values) {
			Document page = page(path);
			FormElement form = form(page, action);
			assertThat(form.select("input[name=_once]")).as("key of the form to " + action).hasSize(1);
			return fill(form, action, values);
		}

		private Sent upload(String path, String action, byte[] file) {
			FormElement form = form(page(path), action);
			String boundary = "-----------------------------2743";
			ByteArrayOutputStream body = new ByteArrayOutputStream();
			fields(form).forEach((name, texts) -> texts.forEach((text) -> body.writeBytes(
					"--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, text)
						.getBytes(StandardCharsets.UTF_8))));
			body.writeBytes(
					"--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n"
						.formatted(boundary)
						.getBytes(StandardCharsets.UTF_8));
			body.writeBytes(file);
			body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
			return new Sent(this, action, "multipart/form-data; boundary=" + boundary, body.toByteArray());
		}

		/** As a script sends it. */
		private Sent script(String path, String action, String type, String body) {
			this.token = page(path).selectFirst("meta[name=kebao-csrf]").attr("content");
			return new Sent(this, action, type, body.getBytes(StandardCharsets.UTF_8));
		}

	}

	@BeforeEach
	void count() {
		this.jdbc.sql("create table if not exists touched (at text, op text)").update();
		this.jdbc.sql("""
				create or replace function touch() returns trigger language plpgsql as $$
				begin insert into touched values (tg_table_name, tg_op); return null; end $$""").update();
		this.jdbc.sql("""
				select tablename from pg_tables where schemaname = 'public' and tablename not in
				('touched', 'errands', 'spring_session', 'spring_session_attributes', 'flyway_schema_history')""")
			.query(String.class)
			.list()
			.forEach((table) -> this.jdbc.sql(
					"create or replace trigger touching after insert or update or delete on %s for each row execute function touch()"
						.formatted(table))
				.update());
	}

	private Map<String, Known> known() {
		Map<String, Known> ways = new LinkedHashMap<>();
		String form = "application/x-www-form-urlencoded";
		ways.put("/admin/accounts",
				new Known(Kind.SHOWS_ONCE,
						(world) -> world.admin()
							.fill("/admin/accounts/new", "/admin/accounts", "username", "new" + world.number, "name",
									"新人", "bureauId", world.province.county.toString(), "roles", "REPORTER")));
		ways.put("/admin/accounts/{id}", leads((world) -> {
			String page = "/admin/accounts/" + world.account();
			return world.admin().fill(page, page, "name", "改名");
		}));
		ways.put("/admin/accounts/{id}/locking", leads((world) -> {
			String page = "/admin/accounts/" + world.account();
			return world.admin().fill(page, page + "/locking");
		}));
		ways.put("/admin/accounts/{id}/unlocking", leads((world) -> {
			Long id = world.account();
			this.jdbc.sql("update accounts set locked = true where id = ?").param(id).update();
			return world.admin().fill("/admin/accounts/" + id, "/admin/accounts/" + id + "/unlocking");
		}));
		ways.put("/admin/accounts/{id}/password", new Known(Kind.SHOWS_ONCE, (world) -> {
			String page = "/admin/accounts/" + world.account();
			return world.admin().fill(page, page + "/password");
		}));
		ways.put("/admin/bureaus",
				leads((world) -> world.admin()
					.fill("/admin/bureaus/new", "/admin/bureaus", "name", "新局", "code", "NEW" + world.number, "level",
							"COUNTY", "parentId", world.province.city.toString())));
		ways.put("/admin/bureaus/{id}", leads((world) -> {
			String page = "/admin/bureaus/" + world.province.county;
			return world.admin().fill(page, page, "name", "改名局" + world.number);
		}));
		ways.put("/admin/bureaus/{id}/deletion", leads((world) -> {
			String page = "/admin/bureaus/" + world.province.counties(1).get(0) + "/deletion";
			return world.admin().fill(page, page);
		}));
		ways.put("/admin/metrics", leads((world) -> world.admin()
			.fill("/admin/metrics/new", "/admin/metrics", "code", letters(world.number), "name", "新组" + world.number)));
		ways.put("/admin/metrics/{group}/edit", leads((world) -> world.admin()
			.fill("/admin/metrics/PUB/edit", "/admin/metrics/PUB/edit", "name", "科普" + world.number)));
		ways.put("/admin/metrics/{group}/new", leads((world) -> world.admin()
			.fill("/admin/metrics/PUB/new", "/admin/metrics/PUB/new", "code", "PUB" + (50 + world.number % 50), "kind",
					"FLOW", "name", "新指标" + world.number, "unit", "项", "scale", "0", "definition", "新的")));
		ways.put("/admin/metrics/{group}/position",
				leads((world) -> world.admin().fill("/admin/metrics", "/admin/metrics/PRJ/position", "up", "false")));
		ways.put("/admin/metrics/{group}/switch", leads((world) -> {
			this.jdbc.sql("update metric_groups set active = true where code = 'PUB'").update();
			return world.admin().fill("/admin/metrics", "/admin/metrics/PUB/switch", "active", "false");
		}));
		ways.put("/admin/metrics/{group}/{metric}", leads((world) -> world.admin()
			.fill("/admin/metrics/PUB/PUB01", "/admin/metrics/PUB/PUB01", "definition", "改过" + world.number)));
		ways.put("/admin/metrics/{group}/{metric}/position", leads((world) -> world.admin()
			.fill("/admin/metrics/PRJ", "/admin/metrics/PRJ/PRJ01/position", "up", "false")));
		ways.put("/admin/metrics/{group}/{metric}/retirement", leads((world) -> {
			this.jdbc.sql("update metrics set retired = false where code = 'PUB02'").update();
			return world.admin().fill("/admin/metrics/PUB", "/admin/metrics/PUB/PUB02/retirement", "retired", "true");
		}));
		ways.put("/admin/periods",
				leads((world) -> world.admin()
					.fill("/admin/periods/new", "/admin/periods", "year", Integer.toString(2000 + world.number), "kind",
							"FIRST_HALF", "dueOn", "2030-07-10")));
		ways.put("/admin/accounts/roles/{role}/switch", leads((world) -> {
			this.jdbc.sql("update roles set active = false where code = 'STATISTICIAN'").update();
			return world.admin().fill("/admin/accounts", "/admin/accounts/roles/STATISTICIAN/switch", "active", "true");
		}));
		ways.put("/admin/periods/kinds/{kind}/switch", leads((world) -> {
			this.jdbc.sql("update period_kinds set active = false where code = 'FIRST_QUARTER'").update();
			return world.admin().fill("/admin/periods", "/admin/periods/kinds/FIRST_QUARTER/switch", "active", "true");
		}));
		period(ways, "closing", false);
		period(ways, "due-date", false, "dueOn", LocalDate.now().plusDays(40).toString());
		period(ways, "new-bureaus", false);
		period(ways, "opening", true);
		ways.put("/admin/periods/{id}/extensions", leads((world) -> {
			String page = "/admin/periods/" + world.province.period.getId();
			return world.admin()
				.fill(page, page + "/extensions", "bureauId", world.province.county.toString(), "until",
						world.province.today().plusDays(60).toString(), "reason", "受灾");
		}));
		ways.put("/admin/periods/{id}/extensions/{bureauId}/withdrawal", leads((world) -> {
			String page = "/admin/periods/" + world.province.period.getId();
			Browser admin = world.admin();
			admin.post(admin.fill(page, page + "/extensions", "bureauId", world.province.county.toString(), "until",
					world.province.today().plusDays(60).toString(), "reason", "受灾"));
			return admin.fill(page, page + "/extensions/" + world.province.county + "/withdrawal");
		}));
		ways.put("/admin/rules", leads((world) -> world.admin().fill("/admin/rules/new", "/admin/rules", rule(world))));
		ways.put("/admin/rules/trial", new Known(Kind.SHOWS,
				(world) -> world.admin().fill("/admin/rules/new", "/admin/rules/trial", rule(world))));
		ways.put("/admin/rules/{id}",
				leads((world) -> world.admin().fill("/admin/rules/1", "/admin/rules/1", "title", "改过" + world.number)));
		ways.put("/admin/rules/{id}/switch", leads((world) -> {
			this.jdbc.sql("update rules set active = true where id = 1").update();
			return world.admin().fill("/admin/rules", "/admin/rules/1/switch", "active", "false");
		}));
		ways.put("/admin/templates", leads((world) -> world.admin()
			.fill("/admin/templates/new", "/admin/templates", "name", "新模板" + world.number)));
		ways.put("/admin/templates/preview",
				new Known(Kind.SHOWS,
						(world) -> world.admin()
							.script("/admin/templates/new", "/admin/templates/preview", form,
									"numbering=FULL&text=" + encoded("# {{bureau}}"))));
		ways.put("/admin/templates/{id}", leads((world) -> world.admin()
			.fill("/admin/templates/1", "/admin/templates/1", "text", "# {{bureau}}\n# 第" + world.number)));
		ways.put("/admin/templates/{id}/retirement", leads((world) -> {
			this.jdbc.sql("update summary_templates set retired = false where id = 1").update();
			return world.admin().fill("/admin/templates", "/admin/templates/1/retirement", "retired", "true");
		}));
		ways.put("/admin/templates/{id}/versions/{number}/restoration", leads((world) -> {
			Browser admin = world.admin();
			admin.post(admin.fill("/admin/templates/1", "/admin/templates/1", "text", "# 改" + world.number));
			return admin.fill("/admin/templates/1", "/admin/templates/1/versions/1/restoration");
		}));
		ways.put("/assignments",
				leads((world) -> world.supervisor()
					.fill("/assignments?year=%d&metric=PRJ02".formatted(world.province.year()), "/assignments",
							"goal." + world.province.county, "60")));
		ways.put("/password",
				new Known(Kind.ENDS_SESSION,
						(world) -> world.reporter()
							.fill("/password", "/password", "current", Province.PASSWORD, "chosen", "Neues-pass-77",
									"repeated", "Neues-pass-77")));
		ways.put("/reports/{id}/carry-over", leads((world) -> {
			String page = "/reports/" + world.withYearBefore().getId() + "/carry-over";
			Browser reporter = world.reporter();
			FormElement choices = reporter.form(reporter.page(page), page);
			return reporter.fill(choices, page, choices.selectFirst("[type=radio]").attr("name"), "whole", "lead",
					"true");
		}));
		list(ways, "entries", "achievements");
		list(ways, "targets", "plan");
		ways.put("/reports/{id}/fields", leads((world) -> {
			String page = "/reports/" + world.draft().getId();
			return world.reporter().fill(page + "/achievements", page + "/fields", "lead", "改写的开头");
		}));
		ways.put("/reports/{id}/fields as a script", new Known(Kind.SHOWS, (world) -> {
			String page = "/reports/" + world.province.report(world.province.county, world.province.period).getId();
			return world.reporter()
				.script(page + "/achievements", page + "/fields", "application/json",
						"{\"fields\":[{\"field\":\"lead\",\"text\":\"新\",\"base\":\"%s\"}]}"
							.formatted(org.kebao.field.Saving.version("")));
		}));
		ways.put("/reports/{id}/intake", new Known(Kind.SHOWS, (world) -> {
			String page = "/reports/" + world.draft().getId();
			Browser reporter = world.reporter();
			return reporter.upload(page + "/intake", page + "/intake",
					edited(reporter.workbook(page + "/metrics.xlsx")));
		}));
		ways.put("/reports/{id}/intake/confirmation", leads((world) -> {
			String page = "/reports/" + world.draft().getId();
			Browser reporter = world.reporter();
			Told proposed = reporter.post(reporter.upload(page + "/intake", page + "/intake",
					edited(reporter.workbook(page + "/metrics.xlsx"))));
			String action = page + "/intake/confirmation";
			return reporter.fill(reporter.form(Jsoup.parse(proposed.body(), url(page)), action), action);
		}));
		ways.put("/reports/{id}/mentions", leads((world) -> {
			String page = "/reports/" + world.written().getId() + "/mentions";
			return world.reporter().fill(page, page, "all", "true");
		}));
		ways.put("/reports/{id}/mentions/restoration", leads((world) -> {
			String page = "/reports/" + world.written().getId() + "/mentions";
			Browser reporter = world.reporter();
			reporter.post(reporter.fill(page, page, "all", "true"));
			return reporter.fill(page, page + "/restoration");
		}));
		ways.put("/reports/{id}/mends", leads((world) -> {
			String page = "/reports/" + world.written().getId();
			Browser reporter = world.reporter();
			Document shown = reporter.page(page + "/achievements");
			return reporter.fill(reporter.form(shown, page + "/mends"), page + "/mends", "mend",
					shown.selectFirst("button[name=mend]").val());
		}));
		review(ways, "approval");
		review(ways, "return", "words", "请核对");
		ways.put("/reports/{id}/review/findings/{findingId}/acceptance", leads((world) -> {
			Report report = world.submitted();
			String page = world.review(report);
			return world.supervisor().fill(page, page + "/findings/" + world.finding(report) + "/acceptance");
		}));
		ways.put("/reports/{id}/review/findings/{findingId}/rejection", leads((world) -> {
			Report report = world.submitted();
			String page = world.review(report);
			return world.supervisor().fill(page, page + "/findings/" + world.finding(report) + "/rejection");
		}));
		review(ways, "remarks", "words", "一条意见");
		ways.put("/reports/{id}/review/remarks/{remarkId}", leads((world) -> {
			Report report = world.submitted();
			String page = world.review(report) + "/remarks/" + remark(world, report);
			return world.supervisor().fill(world.review(report), page, "words", "改过的意见");
		}));
		ways.put("/reports/{id}/review/remarks/{remarkId}/deletion", leads((world) -> {
			Report report = world.submitted();
			String page = world.review(report) + "/remarks/" + remark(world, report) + "/deletion";
			return world.supervisor().fill(world.review(report), page);
		}));
		ways.put("/reports/{id}/review/reopening", leads((world) -> {
			Report report = world.submitted();
			this.reviews.approve(report.getId(), world.province.supervisor(), 1);
			String page = world.review(report);
			return world.supervisor().fill(page, page + "/reopening", "words", "口径有误");
		}));
		ways.put("/reports/{id}/submission", leads((world) -> {
			String page = "/reports/" + world.draft().getId() + "/submission";
			return world.reporter().fill(page, page);
		}));
		ways.put("/reports/{id}/submission/withdrawal", leads((world) -> {
			String page = "/reports/" + world.submitted().getId();
			return world.reporter().fill(page, page + "/submission/withdrawal");
		}));
		return ways;
	}

	private static Known leads(Way way) {
		return new Known(Kind.LEADS, way);
	}

	private void period(Map<String, Known> ways, String step, boolean planned, String... values) {
		ways.put("/admin/periods/{id}/" + step, leads((world) -> {
			if (step.equals("new-bureaus")) {
				world.province.counties(1);
			}
			// reports are made for the bureaus of this world only
			this.jdbc.sql("update bureaus set valid_from = '2000-01-01', valid_to = '2001-01-01' where id < ?")
				.param(world.province.top)
				.update();
			String page = "/admin/periods/" + (planned ? world.periodPlanned() : world.province.period.getId());
			return world.admin().fill(page, page + "/" + step, values);
		}));
	}

	private void list(Map<String, Known> ways, String what, String part) {
		String one = what.equals("entries") ? "/entries/{entryId}" : "/targets/{targetId}";
		ways.put("/reports/{id}/" + what, leads((world) -> {
			String page = "/reports/" + world.draft().getId() + "/";
			return world.reporter().fill(page + part, page + what);
		}));
		ways.put("/reports/{id}/" + what + "/order", new Known(Kind.SHOWS, (world) -> {
			Report report = listed(world);
			List<Long> ids = new ArrayList<>(ids(world, report, what));
			java.util.Collections.reverse(ids);
			String page = "/reports/" + report.getId() + "/";
			return world.reporter()
				.script(page + part, page + what + "/order", "application/x-www-form-urlencoded",
						"kind=ACHIEVEMENT" + String.join("", ids.stream().map((id) -> "&id=" + id).toList()));
		}));
		for (String step : List.of("deletion", "move")) {
			ways.put("/reports/{id}" + one + "/" + step, leads((world) -> {
				Report report = listed(world);
				String page = "/reports/" + report.getId() + "/";
				// the first cannot go up, the last cannot go down: the middle one is
				// moved twice or once
				return world.reporter()
					.fill(page + part, page + what + "/" + ids(world, report, what).get(2) + "/" + step);
			}));
		}
		ways.put("/reports/{id}" + one + "/restoration", leads((world) -> {
			Report report = listed(world);
			String page = "/reports/" + report.getId() + "/";
			String item = page + what + "/" + ids(world, report, what).get(1);
			Browser reporter = world.reporter();
			Told deleted = reporter.post(reporter.fill(page + part, item + "/deletion"));
			return reporter.fill(deleted.location(), item + "/restoration");
		}));
	}

	private Report listed(World world) {
		Report report = world.draft();
		for (int i = 0; i < 3; i++) {
			world.province.entry(report.getId(), world.province.reporter(), Entry.Kind.ACHIEVEMENT, "又一项" + i,
					"正文" + i);
			this.reports.write(report.getId(), world.province.reporter(), Right.WORDS, (draft) -> draft.addTarget());
		}
		return report;
	}

	private List<Long> ids(World world, Report report, String what) {
		Report whole = this.reports.own(report.getId(), world.province.reporter());
		return what.equals("entries") ? whole.entries(Entry.Kind.ACHIEVEMENT).stream().map(Entry::getId).toList()
				: whole.targets().stream().map((target) -> target.getId()).toList();
	}

	private void review(Map<String, Known> ways, String step, String... values) {
		ways.put("/reports/{id}/review/" + step, leads((world) -> {
			String page = world.review(world.submitted());
			return world.supervisor().fill(page, page + "/" + step, values);
		}));
	}

	private Long remark(World world, Report report) {
		return this.reviews.remark(report.getId(), world.province.supervisor(), 1, "report", "请核对").getId();
	}

	private static String[] rule(World world) {
		return new String[] { "code", "T" + world.number, "title", "国家级不少于省级", "reach", "NAMED", "leftSide", "PRJ01",
				"relation", "AT_LEAST", "rightSide", "PRJ02", "severity", "WARNING", "message", "国家级 {PRJ01} 项",
				"instruction", "请说明" };
	}

	private static String letters(int number) {
		return "Q" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
	}

	private static byte[] edited(byte[] workbook) {
		try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook));
				ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			for (Sheet sheet : opened) {
				for (Row row : sheet) {
					if (row.getCell(0) != null && row.getCell(0).toString().equals("PRJ05")) {
						row.getCell(4, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(21);
					}
				}
			}
			opened.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@TestFactory
	Stream<DynamicTest> everyFormThatIsSentTwiceIsDoneOnce() throws IOException {
		Map<String, Known> known = known();
		List<String> posts = new ClassPathResource("routes.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			// what nobody may call is only forwarded to
			.filter((line) -> line.startsWith("POST ") && !line.endsWith("------"))
			.map((line) -> line.split("\\s+")[1])
			.toList();
		return Stream.concat(posts.stream(), known.keySet().stream().filter((path) -> !posts.contains(path)))
			.map((path) -> DynamicTest.dynamicTest(path, () -> {
				assertThat(known).as("how is it sent?").containsKey(path);
				Known one = known.get(path);
				Map<String, Long> once = effect(one, 1);
				assertThat(once.isEmpty()).as("does what? %s", once)
					.isEqualTo(one.kind() == Kind.SHOWS && !path.contains("fields") && !path.contains("order"));
				assertThat(effect(one, 2)).isEqualTo(once);
			}));
	}

	@Test
	void requestsOfAFreshSessionThatComeTogetherAreAllServed() throws Exception {
		World world = new World();
		String review = world.review(world.submitted());
		for (int round = 0; round < 3; round++) {
			Browser supervisor = world.supervisor();
			FormElement form = supervisor.form(supervisor.page(review), review + "/remarks");
			CountDownLatch start = new CountDownLatch(1);
			List<Future<Told>> answers = new ArrayList<>();
			for (int i = 0; i < 24; i++) {
				Sent remark = supervisor.fill(form, review + "/remarks", "words", "意见" + round + "-" + i);
				boolean flash = i % 2 == 0;
				answers.add(this.two.submit(() -> {
					start.await();
					return flash ? supervisor.post(remark) : supervisor.get("/reviews");
				}));
			}
			start.countDown();
			for (Future<Told> answer : answers) {
				assertThat(answer.get()).matches((told) -> told.status() == 200 || told.status() == 302);
			}
		}
		assertThat(this.jdbc.sql("select count(*) from remarks where made_by = ?")
			.param(world.province.supervisor().id())
			.query(Integer.class)
			.single()).isEqualTo(36);
	}

	/** The rows a form has touched when it was sent so often at the same instant. */
	private Map<String, Long> effect(Known one, int times) throws Exception {
		Sent sent = one.way().go(new World());
		this.jdbc.sql("truncate touched").update();
		List<Told> told = new ArrayList<>(atOnce(times, sent));
		if (times > 1 && one.kind() != Kind.ENDS_SESSION) {
			told.add(sent.browser().post(sent));
		}
		Map<String, Long> effect = new TreeMap<>();
		this.jdbc.sql("select at || ' ' || op what, count(*) times from touched group by 1")
			.query((row, at) -> effect.put(row.getString("what"), row.getLong("times")))
			.list();
		assertThat(told).allSatisfy((each) -> assertThat(each.status()).as(each.body()).isLessThan(400));
		switch (one.kind()) {
			case SHOWS -> assertThat(told).extracting(Told::status).containsOnly(told.get(0).status());
			case SHOWS_ONCE -> {
				List<Told> shown = told.stream().filter((each) -> each.status() == 200).toList();
				assertThat(shown).hasSize(1);
				assertThat(Jsoup.parse(shown.get(0).body()).select("code.password").text()).isNotEmpty();
				List<Told> led = told.stream().filter((each) -> each.status() != 200).toList();
				assertThat(led).hasSize(told.size() - 1);
				for (Told each : led) {
					Document page = sent.browser().page(each.location());
					assertThat(page.select("form[action$=/password] button").text()).contains("重置密码");
				}
				if (!led.isEmpty()) {
					sent.browser().post(sent);
					assertThat(sent.browser().page(led.get(0).location()).select(".flash").text())
						.contains("一次性密码只显示一次");
				}
			}
			case LEADS -> {
				assertThat(told).extracting(Told::status).containsOnly(302);
				assertThat(told).extracting(Told::location).containsOnly(told.get(0).location());
				String place = told.get(0).location().replaceFirst("#.*", "");
				String first = sent.browser().page(place).select("[role=status]").text();
				assertThat(sent.browser().page(place).select(".flash").text()).as("told twice").isEmpty();
				if (times > 1) {
					sent.browser().post(sent);
					assertThat(sent.browser().page(place).select("[role=status]").text()).isEqualTo(first);
				}
			}
			case ENDS_SESSION -> assertThat(told).extracting(Told::status).containsOnly(302);
		}
		return effect;
	}

	private List<Told> atOnce(int times, Sent sent) throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		List<Future<Told>> answers = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			answers.add(this.two.submit(() -> {
				start.await();
				return sent.browser().post(sent);
			}));
		}
		start.countDown();
		List<Told> told = new ArrayList<>();
		for (Future<Told> answer : answers) {
			told.add(answer.get());
		}
		return told;
	}

	private String url(String path) {
		return "http://localhost:" + this.port + path.replaceFirst("#.*", "");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
