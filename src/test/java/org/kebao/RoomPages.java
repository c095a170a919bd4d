package org.kebao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.kebao.account.Accounts;
import org.kebao.account.Role;
import org.kebao.bureau.Bureaus;
import org.kebao.period.Periods;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens every page of a room as the person it is for, in a window of a desk and in one of
 * a telephone, and sees that nothing is wrong with it: no error of a script, no barrier
 * that axe knows (in the narrow one, none that hangs on the width), nothing wider than
 * the window, valid HTML. What is only opened is opened once, and its window made
 * narrower; what is done in a page is done in both. {@code EveryPageTests} sees that no
 * page is missing.
 */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
public abstract class RoomPages {

	protected static final String NOBODY = "";

	protected static final Consumer<Page> OPENED = (page) -> {
	};

	private static final int[][] SIZES = { { 1366, 768 }, { 390, 844 } };

	private final Map<String, Visitor> visitors = new HashMap<>();

	@TempDir
	private Path folder;

	/**
	 * A page in one of its states.
	 *
	 * @param person who opens it
	 * @param path with the names of {@link House#ids} in braces
	 * @param status what the server is to answer last
	 * @param steps what the person does there before it is looked at
	 * @param told what the server may answer to scripts of the page, besides that all is
	 * well
	 */
	protected record Look(String person, String path, String state, int status, Consumer<Page> steps,
			Set<Integer> told) {

		boolean isOnlyOpened() {
			return this.steps == OPENED;
		}

		String name() {
			return "%s %s%s".formatted(this.path, this.person, this.state.isEmpty() ? "" : ", " + this.state);
		}

	}

	/** The pages of the room, in the order in which they are opened. */
	protected abstract List<Look> looks();

	@TestFactory
	Stream<DynamicTest> nothingIsWrongWithAnyPage() {
		return looks().stream().map((look) -> DynamicTest.dynamicTest(look.name(), () -> look(look)));
	}

	@AfterAll
	void close() {
		this.visitors.values().forEach(Visitor::close);
	}

	private void look(Look look) {
		Visitor visitor = this.visitors.computeIfAbsent(look.person(), (any) -> new Visitor(server(), any));
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
			if (look.isOnlyOpened()) {
				seen.addAll(visitor.troublesInFolds(!first));
			}
			seen.forEach((fault) -> faults.add("%d×%d: %s".formatted(size[0], size[1], fault)));
		}
		assertThat(faults).as(look.name()).isEmpty();
	}

	private String target(Look look, Visitor visitor) {
		String address = server().url(address(look.path()));
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

	private static String address(String path) {
		String address = path;
		for (Map.Entry<String, Long> one : House.ids.entrySet()) {
			address = address.replace("{" + one.getKey() + "}", one.getValue().toString());
		}
		return address;
	}

	protected static DemoServer server() {
		return House.server;
	}

	/** What stands for a name in the path of a page. */
	protected static Long id(String name) {
		return House.ids.get(name);
	}

	protected final Path folder() {
		return this.folder;
	}

	protected static Look plain(String person, String path) {
		return look(person, path, "", 200, OPENED);
	}

	protected static Look look(String person, String path, String state, int status, Consumer<Page> steps) {
		return new Look(person, path, state, status, steps, Set.of());
	}

	/** What could not be saved stays in the browser, and is sent again now and then. */
	protected static Look trouble(String person, String path, String state, Consumer<Page> steps) {
		return new Look(person, path, state, 200, steps, Set.of(401, 403, 409, 422));
	}

	/** Presses the button of a form and waits for the answer. */
	protected static void submit(Page page, String form) {
		page.waitForNavigation(() -> page.locator(form + " button[type=submit]").first().click());
	}

	/** As a browser without script sends a form of a session that has ended. */
	protected static void outdated(Page page, String form) {
		page.waitForNavigation(() -> page.evaluate("""
				(form) => {
				  document.querySelectorAll('[name=_csrf]').forEach((one) => { one.value = ''; });
				  HTMLFormElement.prototype.submit.call(document.querySelector(form));
				}""", form));
	}

	protected static void unfold(Page page, String details, int at) {
		page.locator(details).nth(at).evaluate("(one) => { one.open = true; }");
	}

	protected static void unfoldAll(Page page) {
		page.evaluate("() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })");
	}

	/** The server of these pages, and what they are opened for; once in each JVM. */
	private static final class House {

		private static final DemoServer server = DemoServer.spare();

		private static final Map<String, Long> ids = prepare();

		private static Map<String, Long> prepare() {
			Accounts accounts = server.bean(Accounts.class);
			Bureaus bureaus = server.bean(Bureaus.class);
			Periods periods = server.bean(Periods.class);
			Long city = accounts.person("supervisor").orElseThrow().bureauId();
			Long period = one("select id from reporting_periods where closed_at is null");
			Long young = bureaus.found("XS", "新设县科技局", "COUNTY", city, 90, LocalDate.of(2020, 1, 1), null).getId();
			accounts.create("xinshe", "谷雨", young, Set.of(Role.REPORTER), "kebao-demo", false);
			periods.askNewBureaus(period);
			Long unused = bureaus.found("BY", "备用县科技局", "COUNTY", city, 91, LocalDate.now().plusYears(1), null).getId();
			Long spare = accounts.create("beiyong", "备用", young, Set.of(Role.REPORTER), "kebao-demo", false).getId();
			accounts.create("linshu", "林数", one("select id from bureaus where code = 'WC'"), Set.of(Role.STATISTICIAN),
					"kebao-demo", false);
			accounts.create("linshi", "临时", young, Set.of(Role.REPORTER), "kebao-demo", true);
			Map<String, Long> ids = new HashMap<>();
			Stream.of("WC", "LX", "SQ", "ND", "GX", "QL", "QZ", "YU", "XS")
				.forEach((code) -> ids.put(code, server.reportOf(code)));
			ids.put("period", period);
			ids.put("closed", one("select id from reporting_periods where closed_at is not null order by id limit 1"));
			ids.put("bureau", one("select id from bureaus where code = 'WC'"));
			ids.put("unused", unused);
			ids.put("rule", one("select id from rules where code = 'C01-PRJ04'"));
			ids.put("account", one("select id from accounts where username = 'reporter'"));
			ids.put("self", one("select id from accounts where username = 'admin'"));
			ids.put("spare", spare);
			return ids;
		}

		private static Long one(String sql) {
			return server.jdbc().sql(sql).query(Long.class).single();
		}

	}

}
