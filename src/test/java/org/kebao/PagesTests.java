package org.kebao;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.ClassPathResource;

import org.kebao.account.Accounts;
import org.kebao.account.Role;
import org.kebao.bureau.Bureaus;
import org.kebao.period.Periods;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens every page as the person it is for, in a window of a desk and in one of a
 * telephone, and sees that nothing is wrong with it: no error of a script, no barrier
 * that axe knows (in the narrow one, none that hangs on the width), nothing wider than
 * the window, valid HTML. What is only opened is opened once, and its window made
 * narrower; what is done in a page is done in both.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PagesTests {

	private static final int[][] SIZES = { { 1366, 768 }, { 390, 844 } };

	private static final String NOBODY = "";

	private static final Consumer<Page> OPENED = (page) -> {
	};

	private final Map<String, Visitor> visitors = new HashMap<>();

	private final Map<String, String> variables = new HashMap<>();

	private DemoServer server;

	@TempDir
	private Path folder;

	/**
	 * A page in one of its states.
	 *
	 * @param person who opens it
	 * @param path with the names of {@link #variables} in braces
	 * @param status what the server is to answer last
	 * @param steps what the person does there before it is looked at
	 * @param told what the server may answer to scripts of the page, besides that all is
	 * well
	 */
	private record Look(String person, String path, String state, int status, Consumer<Page> steps, Set<Integer> told) {

		boolean isOnlyOpened() {
			return this.steps == OPENED;
		}

		String name() {
			return "%s %s%s".formatted(this.path, this.person, this.state.isEmpty() ? "" : ", " + this.state);
		}

	}

	@BeforeAll
	void prepare() {
		this.server = DemoServer.spare();
		Accounts accounts = this.server.bean(Accounts.class);
		Bureaus bureaus = this.server.bean(Bureaus.class);
		Periods periods = this.server.bean(Periods.class);
		Long city = accounts.person("supervisor").orElseThrow().bureauId();
		Long period = this.server.jdbc()
			.sql("select id from reporting_periods where closed_at is null")
			.query(Long.class)
			.single();
		Long young = bureaus.found("XS", "新设县科技局", "COUNTY", city, 90, LocalDate.of(2020, 1, 1), null).getId();
		accounts.create("xinshe", "谷雨", young, Set.of(Role.REPORTER), "kebao-demo", false);
		periods.askNewBureaus(period);
		Long unused = bureaus.found("BY", "备用县科技局", "COUNTY", city, 91, LocalDate.now().plusYears(1), null).getId();
		Long spare = accounts.create("beiyong", "备用", young, Set.of(Role.REPORTER), "kebao-demo", false).getId();
		accounts.create("linshi", "临时", young, Set.of(Role.REPORTER), "kebao-demo", true);
		Stream.of("WC", "LX", "SQ", "ND", "GX", "QL", "QZ", "YU", "XS")
			.forEach((code) -> this.variables.put(code, Long.toString(this.server.reportOf(code))));
		this.variables.put("period", period.toString());
		this.variables.put("closed",
				one("select id from reporting_periods where closed_at is not null order by id limit 1"));
		this.variables.put("bureau", one("select id from bureaus where code = 'WC'"));
		this.variables.put("unused", unused.toString());
		this.variables.put("rule", one("select id from rules where code = 'C01-PRJ04'"));
		this.variables.put("account", one("select id from accounts where username = 'reporter'"));
		this.variables.put("self", one("select id from accounts where username = 'admin'"));
		this.variables.put("spare", spare.toString());
	}

	@AfterAll
	void close() {
		this.visitors.values().forEach(Visitor::close);
	}

	@TestFactory
	Stream<DynamicTest> nothingIsWrongWithAnyPage() {
		return looks().stream().map((look) -> DynamicTest.dynamicTest(look.name(), () -> look(look)));
	}

	/** What may not be missing above. */
	@Test
	void everyAddressIsOpened() throws IOException {
		List<String> opened = looks().stream().map((look) -> address(look.path()).replaceAll("[?#].*", "")).toList();
		List<String> missing = new ClassPathResource("routes.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> line.startsWith("GET "))
			.map((line) -> line.split("\\s+")[1])
			// told to scripts only
			.filter((route) -> !route.equals("/session"))
			// a file, and no page
			.filter((route) -> !route.endsWith(".xlsx") && !route.endsWith("/words"))
			.filter((route) -> {
				Pattern pattern = Pattern
					.compile(route.replaceAll("\\{part:(.*)}", "($1)").replaceAll("\\{\\w+}", "[^/]+"));
				return opened.stream().noneMatch((path) -> pattern.matcher(path).matches());
			})
			.toList();
		assertThat(missing).isEmpty();
	}

	private void look(Look look) {
		Visitor visitor = this.visitors.computeIfAbsent(look.person(), (any) -> new Visitor(this.server, any));
		List<String> faults = new ArrayList<>();
		for (int[] size : SIZES) {
			boolean first = size == SIZES[0];
			if (first || !look.isOnlyOpened()) {
				visitor.open(target(look, visitor), size[0], size[1]);
				visitor.settle();
				look.steps().accept(visitor.page());
			}
			else {
				visitor.resize(size[0], size[1]);
			}
			visitor.settle();
			List<String> seen = new ArrayList<>(visitor.seen(look.status(), look.told()));
			visitor.picture(look.name() + " " + size[0]);
			if (first) {
				seen.addAll(visitor.invalidHtml());
			}
			seen.addAll(first ? visitor.barriers() : visitor.barriersOfWidth());
			seen.forEach((fault) -> faults.add("%d×%d: %s".formatted(size[0], size[1], fault)));
		}
		assertThat(faults).as(look.name()).isEmpty();
	}

	private String target(Look look, Visitor visitor) {
		String address = this.server.url(address(look.path()));
		if (!look.path().endsWith(".html")) {
			return address;
		}
		// an exported file is looked at from where it was saved
		try {
			Path file = this.folder.resolve(look.person() + ".html");
			Files.write(file, visitor.page().context().request().get(address).body());
			return file.toUri().toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String address(String path) {
		String address = path;
		for (Map.Entry<String, String> variable : this.variables.entrySet()) {
			address = address.replace("{" + variable.getKey() + "}", variable.getValue());
		}
		return address;
	}

	private List<Look> looks() {
		List<Look> looks = new ArrayList<>();
		looks.addAll(signingIn());
		looks.addAll(filing());
		looks.addAll(troubles());
		looks.addAll(takingIn());
		looks.addAll(reviewing());
		looks.addAll(administering());
		return looks;
	}

	private static List<Look> signingIn() {
		return List.of(plain(NOBODY, "/sign-in"), look(NOBODY, "/sign-in", "wrong", 401, (page) -> {
			page.fill("#username", "niemand");
			page.fill("#password", "falsch");
			submit(page, "main form");
		}), plain("reporter", "/password"),
				look("reporter", "/password", "empty", 422, (page) -> submit(page, "main form")), plain("linshi", "/"),
				look("reporter", "/nowhere", "", 404, OPENED), look("reporter", "/board", "", 404, OPENED),
				look("reporter", "/rollup", "", 404, OPENED), look("supervisor", "/rollup?metric=NIX", "", 404, OPENED),
				look("reporter", "/reports/abc", "", 400, OPENED),
				look("reporter", "/password", "outdated", 403, (page) -> outdated(page, "main form")),
				look("reporter", "/reports/{WC}/plan", "outdated", 403, (page) -> outdated(page, "#fields")),
				look("reporter", "/", "menu", 200, (page) -> page.click(".who summary")));
	}

	private static List<Look> filing() {
		List<Look> looks = new ArrayList<>();
		for (String part : List.of("metrics", "completion", "achievements", "cases", "problems", "plan",
				"suggestions")) {
			looks.add(plain("reporter", "/reports/{WC}/" + part));
			looks.add(plain("xinshe", "/reports/{XS}/" + part));
		}
		for (String part : List.of("metrics", "completion", "achievements", "problems", "plan")) {
			looks.add(plain("reporter2", "/reports/{LX}/" + part));
			looks.add(plain("reporter", "/reports/{WC}/carry-over?part=" + part));
		}
		looks.add(trouble("qingze", "/reports/{QZ}/completion", "missed without a reason", (page) -> {
			page.locator(".promise select:has(option[value=DONE])").last().selectOption("MISSED");
			page.waitForSelector(".promise.lacks");
		}));
		looks.add(plain("xinshe", "/reports/{XS}/carry-over"));
		looks.add(look("reporter", "/reports/{WC}/metrics", "with help", 200, (page) -> {
			page.locator(".help summary").first().click();
			page.locator(".help summary").nth(14).click();
		}));
		looks.add(look("reporter", "/reports/{WC}/achievements", "picking a metric", 200, (page) -> {
			page.locator("#lead + .cm-editor .cm-content").click();
			page.keyboard().type("{{");
			page.waitForSelector(".picker [role=option][aria-selected=true]");
		}));
		looks.add(look("reporter", "/reports/{WC}/plan", "the menu of a chip", 200, (page) -> {
			page.fill("#idea", "{{专利申请量}}，{{专利申请量.同比}}，{{没有的}}");
			page.locator(".token b").nth(1).waitFor();
			page.locator(".token").first().click();
			page.waitForSelector("[role=menu]");
		}));
		for (String path : List.of("/", "/reports", "/reports?period={period}", "/reports?status=APPROVED",
				"/reports?period={closed}&status=DRAFT", "/reports/{WC}", "/reports/{WC}/submission",
				"/reports/{WC}/changes", "/reports/{WC}/mentions", "/reports/{WC}/summary", "/reports/{WC}/paper",
				"/reports/{WC}/summary.html")) {
			looks.add(plain("reporter", path));
		}
		for (String path : List.of("/", "/reports/{XS}/submission", "/reports/{XS}/changes", "/reports/{XS}/mentions",
				"/reports/{XS}/summary")) {
			looks.add(plain("xinshe", path));
		}
		looks.add(look("reporter", "/reports/{WC}/mentions", "nothing chosen, all open", 422, (page) -> {
			page.locator(".mention-list input:checked").all().forEach(Locator::uncheck);
			page.waitForNavigation(() -> page.locator(".mentions .actions .pri").click());
			page.evaluate("() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })");
		}));
		looks.add(look("reporter", "/reports/{WC}/mentions", "newer than it was seen", 409, (page) -> {
			page.evaluate(
					"() => document.querySelectorAll('.mention-list input').forEach((one) => { one.value += '0'; })");
			page.waitForNavigation(() -> page.locator(".mentions .actions .pri").click());
		}));
		looks.add(look("reporter2", "/reports/{LX}/mentions", "bound, and taken back", 200, (page) -> {
			page.waitForNavigation(() -> page.locator(".mentions button[name=all]").click());
			page.waitForNavigation(() -> page.locator(".undo button").click());
		}));
		looks.add(plain("shiqiao", "/"));
		looks.add(plain("shiqiao", "/reports/{SQ}"));
		looks.add(plain("reporter2", "/"));
		looks.add(plain("reporter2", "/reports/{LX}/submission"));
		looks.add(plain("yunlu", "/reports/{YU}/submission"));
		looks.add(plain("nandu", "/"));
		looks.add(plain("nandu", "/reports/{ND}"));
		looks.add(plain("qinglan", "/"));
		looks.add(plain("qinglan", "/reports/{QL}"));
		looks.add(plain("qinglan", "/reports/{QL}/summary"));
		looks.add(plain("qinglan", "/reports/{QL}/summary.html"));
		return looks;
	}

	/** What goes wrong while one fills in. */
	private List<Look> troubles() {
		return List.of(trouble("yunlu", "/reports/{YU}/metrics", "a refused figure", (page) -> {
			page.locator("[data-cell]").first().fill("一百");
			page.waitForSelector("tr.bad .error:visible");
		}), trouble("xinshe", "/reports/{XS}/metrics", "a pasted sheet", (page) -> {
			page.locator("[data-cell]").first().focus();
			page.evaluate(
					"""
							() => {
							  const data = new DataTransfer();
							  data.setData('text/plain', '代码\\t指标\\t上年\\t今年\\nRDI01\\t全社会R&D经费内部支出\\t11\\t12.5\\nRDI03\\t规模以上工业企业研发费用\\t7\\t\\n\\t县里自己的指标\\t1\\t2\\n');
							  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
							}""");
			page.locator("#paste-dialog[open] input[name=paste-column]").last().check();
		}), trouble("qingze", "/reports/{QZ}/metrics", "a figure in conflict", (page) -> {
			this.server.jdbc()
				.sql("update metric_values set amount = amount + 1 where report_id = ? and amount is not null")
				.param(Long.valueOf(this.variables.get("QZ")))
				.update();
			Locator cell = page.locator("[data-cell]").first();
			cell.fill("987654");
			page.waitForSelector(".conflict");
		}), trouble("qingze", "/reports/{QZ}/plan", "a text in conflict", (page) -> {
			this.server.jdbc()
				.sql("update reports set idea = idea || '，别人又添一句' where id = ?")
				.param(Long.valueOf(this.variables.get("QZ")))
				.update();
			page.fill("#idea", "我写的另一种思路");
			page.waitForSelector(".conflict");
		}), trouble("yunlu", "/reports/{YU}/achievements", "found in a text", (page) -> {
			page.fill("#lead", "举办培训班20期，其中线上8期、线下13期，走访企业xx家，引用{{没有的指标}}。加强领导,落实责任。");
			page.waitForSelector("[data-found-in=lead] .hint-finding");
			page.locator("[data-found-in=lead] summary").first().click();
		}), trouble("yunlu", "/reports/{YU}/achievements", "an entry deleted", (page) -> {
			page.locator("[formaction*=entries][formaction*=kind]").first().click();
			page.waitForURL("**#entry-*");
			page.locator(".entry").last().locator(".link.danger").click();
			page.waitForSelector(".undo");
		}), trouble("yunlu", "/reports/{YU}/plan", "a target added", (page) -> {
			page.locator("[formaction$='/targets']").click();
			page.waitForURL("**#target-*");
		}), trouble("yunlu", "/reports/{YU}/problems", "last year beside it",
				(page) -> page.click("[data-tab=previous]")), trouble("gaoxin", "/reports/{GX}", "", OPENED),
				trouble("shiqiao", "/reports/{SQ}/plan", "the session ended", (page) -> {
					this.server.jdbc().sql("delete from spring_session where principal_name = 'shiqiao'").update();
					// what was kept of the first look comes back into the second
					page.fill("#idea", "登录到期后写下的" + page.viewportSize().width);
					page.waitForSelector("#sign-in-dialog[open] [name=password]");
					page.fill("#sign-in-dialog [name=password]", "falsch");
					page.click("#sign-in-dialog button[type=submit]");
					page.waitForSelector("[data-sign-in-error]:visible");
					this.server.jdbc().sql("delete from sign_in_failures").update();
				}));
	}

	/** A metric table that comes back from a spreadsheet. */
	private List<Look> takingIn() {
		return List.of(plain("yunlu", "/reports/{YU}/intake"), plain("xinshe", "/reports/{XS}/intake"),
				look("reporter", "/reports/{WC}/metrics", "the menu of the workbook", 200,
						(page) -> page.click(".excel summary")),
				look("yunlu", "/reports/{YU}/intake", "nothing chosen", 422, (page) -> {
					page.evaluate("() => { document.getElementById('file').required = false; }");
					submit(page, "form[enctype]");
				}),
				look("yunlu", "/reports/{YU}/intake", "a text file", 422,
						(page) -> upload(page, "PRJ01,14".getBytes())),
				look("yunlu", "/reports/{YU}/intake", "fifty megabytes", 413, (page) -> upload(page, largeFile())),
				look("yunlu", "/reports/{YU}/intake", "nothing to change", 200,
						(page) -> upload(page, table(page, "YU", (workbook) -> {
						}))),
				look("yunlu", "/reports/{YU}/intake", "changes", 200, (page) -> {
					upload(page, table(page, "YU", (workbook) -> fill(workbook, (cell) -> cell.setCellValue(7))));
					page.evaluate(
							"() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })");
				}), look("yunlu", "/reports/{YU}/intake", "many errors", 422, (page) -> {
					upload(page, table(page, "YU", (workbook) -> fill(workbook, (cell) -> cell.setCellFormula("1+1"))));
					page.evaluate(
							"() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })");
				}), look("yunlu", "/reports/{YU}/intake", "a conflict", 409, (page) -> {
					upload(page, table(page, "YU", (workbook) -> fill(workbook, (cell) -> cell.setCellValue(8))));
					this.server.jdbc()
						.sql("update metric_values set amount = amount + 1 where report_id = ? and amount is not null")
						.param(Long.valueOf(this.variables.get("YU")))
						.update();
					submit(page, "form[action$='/confirmation']");
				}));
	}

	private byte[] table(Page page, String bureau, Consumer<XSSFWorkbook> change) {
		byte[] table = page.context()
			.request()
			.get(this.server.url("/reports/" + this.variables.get(bureau) + "/metrics.xlsx"))
			.body();
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(table));
				ByteArrayOutputStream changed = new ByteArrayOutputStream()) {
			change.accept(workbook);
			workbook.write(changed);
			return changed.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Fills every cell of the current period that may be filled. */
	private static void fill(XSSFWorkbook workbook, Consumer<Cell> step) {
		workbook.forEach((sheet) -> sheet.forEach((row) -> {
			Cell cell = row.getCell(4);
			if (cell != null && !cell.getCellStyle().getLocked()) {
				step.accept(cell);
			}
		}));
	}

	private static void upload(Page page, byte[] content) {
		page.setInputFiles("#file", new FilePayload("表.xlsx", "application/octet-stream", content));
		submit(page, "form[enctype]");
	}

	private void upload(Page page, Path file) {
		page.setInputFiles("#file", file);
		submit(page, "form[enctype]");
	}

	private Path largeFile() {
		try (RandomAccessFile file = new RandomAccessFile(this.folder.resolve("large.xlsx").toFile(), "rw")) {
			file.setLength(50 << 20);
			return this.folder.resolve("large.xlsx");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<Look> reviewing() {
		List<Look> looks = new ArrayList<>();
		for (String path : List.of("/", "/reports", "/reviews", "/board", "/board?state=OVERDUE", "/board?q=没有这个单位",
				"/board?period={closed}&q=县&state=APPROVED", "/rollup", "/rollup?approved=true",
				"/rollup?period={closed}", "/rollup?bureau={bureau}", "/rollup?metric=PRJ01",
				"/rollup?metric=RDI02&period={closed}", "/rollup?metric=ENT01", "/rollup?metric=PUB04",
				"/reports/{ND}/review", "/reports/{QL}/review", "/reports/{LX}/review", "/reports/{ND}/summary",
				"/reports/{QL}/summary.html")) {
			looks.add(plain("supervisor", path));
		}
		for (String path : List.of("/", "/reviews", "/board", "/rollup", "/rollup?metric=ENT01&period={closed}",
				"/reports", "/assignments")) {
			looks.add(plain("yunling", path));
		}
		looks.add(plain("supervisor", "/assignments?metric=ENT02"));
		looks.add(look("supervisor", "/assignments?metric=IPR02", "a refused number", 422, (page) -> {
			page.locator("[data-goal]").first().fill("三十");
			submit(page, "form[method=post][action$='/assignments']");
		}));
		looks.add(look("supervisor", "/reports/{ND}/review", "returning", 200, (page) -> unfold(page, ".decide", 0)));
		looks.add(look("supervisor", "/reports/{ND}/review", "approving", 200, (page) -> unfold(page, ".decide", 1)));
		looks.add(look("supervisor", "/reports/{QL}/review", "reopening", 200,
				(page) -> unfold(page, ".acts details", 0)));
		looks.add(look("supervisor", "/reports/{QL}/review", "reopened without a word", 422, (page) -> {
			unfold(page, ".acts details", 0);
			submit(page, ".acts form");
		}));
		looks.add(look("supervisor", "/reports/{ND}/review", "a remark without words", 422, (page) -> {
			unfold(page, ".sheet .add", 2);
			submit(page, ".sheet .add[open] form");
		}));
		looks.add(look("supervisor", "/reports/{ND}/review", "a remark on a figure", 200, (page) -> {
			unfold(page, "tr .add", 0);
			page.fill("tr .add[open] textarea", "请与统计部门核对");
			submit(page, "tr .add[open] form");
		}));
		looks.add(look("supervisor", "/reports/{ND}/review", "a remark being changed", 200,
				(page) -> unfold(page, ".note-acts details", 0)));
		looks.add(look("supervisor", "/reports/{ND}/review", "a figure's form", 200,
				(page) -> unfold(page, "tr .add", 3)));
		looks.add(look("supervisor", "/reports/{GX}/review", "taken back meanwhile", 409, (page) -> {
			Reports reports = this.server.bean(Reports.class);
			Accounts accounts = this.server.bean(Accounts.class);
			Long report = Long.valueOf(this.variables.get("GX"));
			reports.withdraw(report, accounts.person("gaoxin").orElseThrow());
			unfold(page, ".sheet .add", 0);
			page.fill(".sheet .add[open] textarea", "请补充");
			submit(page, ".sheet .add[open] form");
			reports.submit(report, accounts.person("gaoxin").orElseThrow());
		}));
		return looks;
	}

	private List<Look> administering() {
		List<Look> looks = new ArrayList<>();
		for (String path : List.of("/", "/reports", "/board", "/rollup", "/reports/{QL}/summary", "/admin",
				"/admin/accounts", "/admin/accounts?q=科技局", "/admin/accounts?q=没有", "/admin/accounts/new",
				"/admin/accounts/{account}", "/admin/accounts/{self}", "/admin/audit", "/admin/audit?act=APPROVED",
				"/admin/audit?actor=nobody", "/admin/bureaus", "/admin/bureaus/new",
				"/admin/bureaus/new?parent={bureau}", "/admin/bureaus/{bureau}", "/admin/bureaus/{bureau}/deletion",
				"/admin/bureaus/{unused}/deletion", "/admin/metrics", "/admin/metrics?q=高企", "/admin/metrics?q=没有",
				"/admin/metrics/PRJ", "/admin/metrics/PRJ/new", "/admin/metrics/PRJ/edit", "/admin/metrics/new",
				"/admin/metrics/TEC/TEC02", "/admin/metrics/RDI/RDI02", "/admin/rules", "/admin/rules?q=没有的",
				"/admin/rules/new", "/admin/rules/{rule}", "/admin/periods", "/admin/periods/new",
				"/admin/periods/{period}", "/admin/periods/{closed}", "/admin/templates", "/admin/templates/new",
				"/admin/templates/1")) {
			looks.add(plain("admin", path));
		}
		for (String path : List.of("/admin/accounts/new", "/admin/bureaus/new", "/admin/periods/new",
				"/admin/templates/new", "/admin/rules/new", "/admin/metrics/new", "/admin/metrics/PRJ/new")) {
			looks.add(look("admin", path, "empty", 422, (page) -> submit(page, "main form")));
		}
		looks.add(look("admin", "/admin/bureaus/{bureau}", "without a name", 422, (page) -> {
			page.fill("#name", "");
			submit(page, "main form");
		}));
		looks.add(look("admin", "/admin/metrics/PRJ/PRJ05", "wrong in many places", 422, (page) -> {
			page.fill("#name", "");
			page.fill("#scale", "viel");
			page.fill("#high-COUNTY", "-5");
			page.fill("#validFromYear", "2026");
			submit(page, "form.metric-form");
		}));
		looks.add(look("admin", "/admin/metrics/PRJ/PRJ07", "saved by another meanwhile", 409, (page) -> {
			page.evaluate("() => { document.querySelector('[name=base]').value = '0'; }");
			page.fill("#ownerSection", "我填的科室");
			submit(page, "form.metric-form");
		}));
		looks.add(look("admin", "/admin/metrics/PRJ/PRJ08", "with a history", 200, (page) -> {
			page.fill("#ownerSection", "计划科" + System.nanoTime());
			page.fill("#low-COUNTY", "1");
			submit(page, "form.metric-form");
			page.navigate(page.url().replaceAll("#.*", "") + "/PRJ08");
		}));
		looks.add(look("admin", "/admin/metrics/COP/edit", "changed by another meanwhile", 409, (page) -> {
			page.evaluate("() => { document.querySelector('[name=version]').value = '-1'; }");
			submit(page, "main form");
		}));
		looks.add(look("admin", "/admin/accounts/{account}", "without a name", 422, (page) -> {
			page.fill("#name", "");
			submit(page, "main form");
		}));
		looks.add(look("admin", "/admin/rules/{rule}", "tried", 200,
				(page) -> page.waitForNavigation(() -> page.locator("[formaction$='/trial']").click())));
		looks.add(look("admin", "/admin/accounts/{spare}", "a new password", 200,
				(page) -> submit(page, "[action$='/password']")));
		looks.add(look("admin", "/admin/periods/{period}", "an empty extension", 422,
				(page) -> submit(page, "[action$='/extensions']")));
		looks.add(look("admin", "/admin/periods/{period}", "no due date", 422, (page) -> {
			page.fill("#dueOn", "");
			submit(page, "[action$='/due-date']");
		}));
		looks.add(look("admin", "/admin/templates/1", "broken", 422, (page) -> {
			page.fill("#text", "# {{bureau}}\n{{#cases}}\n{{nothing}}\n");
			submit(page, "main form:has(#text)");
		}));
		looks.add(look("admin", "/admin/templates/1", "all open", 200, (page) -> page
			.evaluate("() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })")));
		return looks;
	}

	private static Look plain(String person, String path) {
		return look(person, path, "", 200, OPENED);
	}

	private static Look look(String person, String path, String state, int status, Consumer<Page> steps) {
		return new Look(person, path, state, status, steps, Set.of());
	}

	/** What could not be saved stays in the browser, and is sent again now and then. */
	private static Look trouble(String person, String path, String state, Consumer<Page> steps) {
		return new Look(person, path, state, 200, steps, Set.of(401, 403, 409, 422));
	}

	/** Presses the button of a form and waits for the answer. */
	private static void submit(Page page, String form) {
		page.waitForNavigation(() -> page.locator(form + " button[type=submit]").first().click());
	}

	/** As a browser without script sends a form of a session that has ended. */
	private static void outdated(Page page, String form) {
		page.waitForNavigation(() -> page.evaluate("""
				(form) => {
				  document.querySelectorAll('[name=_csrf]').forEach((one) => { one.value = ''; });
				  HTMLFormElement.prototype.submit.call(document.querySelector(form));
				}""", form));
	}

	private static void unfold(Page page, String details, int at) {
		page.locator(details).nth(at).evaluate("(one) => { one.open = true; }");
	}

	private String one(String sql) {
		return this.server.jdbc().sql(sql).query(Long.class).single().toString();
	}

}
