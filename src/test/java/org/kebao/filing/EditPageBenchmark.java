package org.kebao.filing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.microsoft.playwright.Page;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import org.kebao.Browsers;
import org.kebao.DemoServer;
import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.account.Role;
import org.kebao.bureau.Bureaus;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.period.Periods;
import org.kebao.report.Entry;
import org.kebao.report.Reports;

/**
 * How long the edit page of a report takes whose texts have {@value #FINDINGS} findings,
 * beside one of the same length that has none: {@code ./mvnw -Pbenchmark verify}. Both
 * are opened in turn, so that both have the same machine.
 */
public final class EditPageBenchmark {

	private static final int FINDINGS = 60;

	private static final int ENTRIES = 12;

	private static final int WARM = 60;

	private static final int ROUNDS = 120;

	/** As many a browser opens, which takes ten times as long. */
	private static final int BROWSED = 25;

	private static final String FILLER = "坚持问题导向和目标导向相统一，深入企业一线听取意见，逐项建立台账，专人跟进、限期办结，做到事事有回音、件件有着落，企业满意度稳步提升。";

	private final DemoServer server = DemoServer.shared();

	private EditPageBenchmark() {
	}

	public static void main(String[] arguments) {
		try {
			new EditPageBenchmark().run();
			System.exit(0);
		}
		catch (IOException | RuntimeException ex) {
			ex.printStackTrace();
			System.exit(1);
		}
	}

	private void run() throws IOException {
		Report none = report("BN", 12);
		Report many = report("BM", 13);
		System.out.printf("edit page, %d characters, %d and %d findings (at most 1.5)%n", many.characters(),
				none.findings(), many.findings());
		for (int i = 0; i < WARM; i++) {
			none.fetch();
			many.fetch();
		}
		compare("last byte", ROUNDS, none::fetch, many::fetch);
		Page without = browser("bn");
		Page with = browser("bm");
		compare("in a browser", BROWSED, () -> none.open(without), () -> many.open(with));
	}

	/** In turn, so that both have the same machine. */
	private static void compare(String what, int rounds, Opening none, Opening many) throws IOException {
		double[] without = new double[rounds];
		double[] with = new double[rounds];
		for (int i = 0; i < rounds; i++) {
			without[i] = timed(none);
			with[i] = timed(many);
		}
		System.out.printf(Locale.ROOT, "%-12s %8.1f ms %8.1f ms   ratio %.2f%n", what, median(without), median(with),
				median(with) / median(without));
	}

	private static double timed(Opening opening) throws IOException {
		long start = System.nanoTime();
		opening.open();
		return (System.nanoTime() - start) / 1e6;
	}

	private static double median(double[] times) {
		Arrays.sort(times);
		return times[times.length / 2];
	}

	/** A report whose parts come to their whole where the last of them is 12. */
	private Report report(String code, int last) throws IOException {
		Accounts accounts = this.server.bean(Accounts.class);
		Long city = accounts.person("supervisor").orElseThrow().bureauId();
		Long bureau = this.server.bean(Bureaus.class)
			.found(code, "测时县科技局" + code, "COUNTY", city, 97, LocalDate.of(2020, 1, 1), null)
			.getId();
		String username = code.toLowerCase(Locale.ROOT);
		accounts.create(username, "测时", bureau, Set.of(Role.REPORTER), "kebao-demo", false);
		this.server.bean(Periods.class)
			.askNewBureaus(this.server.jdbc()
				.sql("select id from reporting_periods where closed_at is null")
				.query(Long.class)
				.single());
		long report = this.server.reportOf(code);
		Person person = accounts.person(username).orElseThrow();
		Reports reports = this.server.bean(Reports.class);
		Fields fields = this.server.bean(Fields.class);
		int characters = 0;
		for (int i = 0; i < ENTRIES; i++) {
			int entry = i;
			String body = IntStream.range(0, FINDINGS / ENTRIES)
				.mapToObj((line) -> "第%d轮第%d批举办培训班20期，其中线上8期、线下%d期。%s".formatted(entry + 1, line + 1, last, FILLER))
				.collect(Collectors.joining("\n"));
			characters += body.length();
			Entry made = reports.write(report, person, Right.WORDS, (draft) -> draft.addEntry(Entry.Kind.ACHIEVEMENT));
			fields.save(report, person,
					List.of(new Saving.Wish("entry." + made.getId() + ".body", body, Saving.version(""))));
		}
		Connection session = Jsoup.newSession();
		Document form = session.newRequest(this.server.url("/sign-in")).get();
		session.newRequest(this.server.url("/sign-in"))
			.data("username", username)
			.data("password", "kebao-demo")
			.data("_csrf", form.select("[name=_csrf]").val())
			.post();
		return new Report(session, this.server.url("/reports/" + report + "/achievements"), characters);
	}

	private Page browser(String username) {
		return this.server.signedIn(Browsers.browser().newContext(), username);
	}

	private interface Opening {

		void open() throws IOException;

	}

	/** The page of a report, in the session of somebody who may open it. */
	private record Report(Connection session, String url, int characters) {

		/** Until the last byte has come. */
		void fetch() throws IOException {
			this.session.newRequest(this.url).maxBodySize(0).execute().bodyAsBytes();
		}

		/** Until one can write in it and the paper stands beside it. */
		void open(Page page) {
			page.navigate(this.url);
			page.locator(".prose .cm-content").first().waitFor();
			page.frameLocator("[data-preview]").locator(".paper").waitFor();
		}

		int findings() throws IOException {
			return this.session.newRequest(this.url).maxBodySize(0).get().select("[data-finding]").size();
		}

	}

}
