package org.kebao.filing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

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
 * Whether one person stops the house: the board of another while {@value #PAGES} pages of
 * a report of {@value #LONG} characters are asked for again and again, beside the same
 * board when nobody else is there; and a save in such a report beside one in a report of
 * {@value #SHORT}. {@code ./mvnw -Pbenchmark verify}.
 */
public final class HouseBenchmark {

	private static final int PAGES = 14;

	private static final int SHORT = 6_000;

	private static final int LONG = 60_000;

	private static final int ENTRIES = 12;

	/** One line of so many contradicts itself. */
	private static final int FAULTY = 10;

	private static final int WARM = 40;

	private static final int ROUNDS = 100;

	private static final double MOST_OF_THE_BOARD = 3;

	private static final double MOST_OF_A_SAVE = 2;

	private static final String FILLER = "坚持问题导向和目标导向相统一，深入企业一线听取意见，逐项建立台账，专人跟进、限期办结，做到事事有回音、件件有着落，企业满意度稳步提升。";

	private final DemoServer server = DemoServer.shared();

	private final AtomicInteger edits = new AtomicInteger();

	private HouseBenchmark() {
	}

	public static void main(String[] arguments) {
		try {
			System.exit(new HouseBenchmark().run() ? 0 : 1);
		}
		catch (IOException | InterruptedException | ExecutionException | RuntimeException ex) {
			ex.printStackTrace();
			System.exit(1);
		}
	}

	private boolean run() throws IOException, InterruptedException, ExecutionException {
		Writer brief = writer("HS", SHORT);
		Writer longer = writer("HL", LONG);
		Connection supervisor = session("supervisor");
		for (int i = 0; i < WARM; i++) {
			fetch(supervisor, "/board");
			brief.save();
			longer.save();
			longer.open();
		}
		double[] idle = board(supervisor);
		double[] beside = beside(longer, supervisor);
		boolean fair = told("board, p95", percentile(idle, 0.95), percentile(beside, 0.95), MOST_OF_THE_BOARD);
		double[] small = new double[ROUNDS];
		double[] large = new double[ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			small[i] = timed(brief::save);
			large[i] = timed(longer::save);
		}
		return told("save, median", percentile(small, 0.5), percentile(large, 0.5), MOST_OF_A_SAVE) && fair;
	}

	private static boolean told(String what, double one, double other, double most) {
		System.out.printf(Locale.ROOT, "%-14s %8.1f ms %8.1f ms   ratio %.2f (at most %.0f)%n", what, one, other,
				other / one, most);
		return other <= most * one;
	}

	private double[] board(Connection supervisor) throws IOException {
		double[] times = new double[ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			times[i] = timed(() -> fetch(supervisor, "/board"));
		}
		return times;
	}

	/** Each page finds a text nobody has read yet. */
	private double[] beside(Writer writer, Connection supervisor)
			throws IOException, InterruptedException, ExecutionException {
		AtomicBoolean done = new AtomicBoolean();
		AtomicInteger pages = new AtomicInteger();
		ExecutorService tabs = Executors.newFixedThreadPool(PAGES);
		List<Future<?>> open = new ArrayList<>();
		for (int i = 0; i < PAGES; i++) {
			open.add(tabs.submit(() -> {
				while (!done.get()) {
					writer.change();
					writer.open();
					pages.incrementAndGet();
				}
				return null;
			}));
		}
		// until they are all there
		TimeUnit.SECONDS.sleep(3);
		double[] times = board(supervisor);
		done.set(true);
		for (Future<?> one : open) {
			one.get();
		}
		tabs.shutdown();
		System.out.printf("%d pages of %,d characters meanwhile%n", pages.get(), LONG);
		return times;
	}

	private static double timed(Step step) throws IOException {
		long start = System.nanoTime();
		step.take();
		return (System.nanoTime() - start) / 1e6;
	}

	private static double percentile(double[] times, double share) {
		double[] sorted = times.clone();
		Arrays.sort(sorted);
		return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
	}

	private void fetch(Connection session, String path) throws IOException {
		session.newRequest(this.server.url(path)).maxBodySize(0).timeout(0).execute().bodyAsBytes();
	}

	private Connection session(String username) throws IOException {
		Connection session = Jsoup.newSession();
		Document form = session.newRequest(this.server.url("/sign-in")).get();
		session.newRequest(this.server.url("/sign-in"))
			.data("username", username)
			.data("password", "kebao-demo")
			.data("_csrf", form.select("[name=_csrf]").val())
			.post();
		return session;
	}

	private Writer writer(String code, int characters) throws IOException {
		Accounts accounts = this.server.bean(Accounts.class);
		Long city = accounts.person("supervisor").orElseThrow().bureauId();
		Long bureau = this.server.bean(Bureaus.class)
			.found(code, "测时县科技局" + code, "COUNTY", city, 98, LocalDate.of(2020, 1, 1), null)
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
		for (int i = 0; i < ENTRIES; i++) {
			int entry = i;
			String body = IntStream.range(0, characters / ENTRIES / 100)
				.mapToObj((line) -> "第%d轮第%d批举办培训班20期，其中线上8期、线下%d期。%s".formatted(entry + 1, line + 1,
						(line % FAULTY == 0) ? 13 : 12, FILLER))
				.collect(Collectors.joining("\n"));
			Entry made = reports.write(report, person, Right.WORDS, (draft) -> draft.addEntry(Entry.Kind.ACHIEVEMENT));
			String field = "entry." + made.getId() + ".body";
			fields.save(report, person, List.of(new Saving.Wish(field, body, Saving.version(""))));
		}
		Connection session = session(username);
		String token = session.newRequest(this.server.url("/reports/" + report + "/achievements"))
			.maxBodySize(0)
			.get()
			.select("meta[name=kebao-csrf]")
			.attr("content");
		return new Writer(session, report, token);
	}

	private interface Step {

		void take() throws IOException;

	}

	/** Somebody who fills in a report. */
	private final class Writer {

		private final Connection session;

		private final long report;

		private final String token;

		private String lead = "";

		Writer(Connection session, long report, String token) {
			this.session = session;
			this.report = report;
			this.token = token;
		}

		/** Until the last byte has come. */
		void open() throws IOException {
			fetch(this.session, "/reports/" + this.report + "/achievements");
		}

		/** So that the page has something to read again. */
		void change() {
			HouseBenchmark.this.server.jdbc()
				.sql("""
						update entries set body = regexp_replace(body, '^第\\d+轮', :words)
						where id = (select min(id) from entries where report_id = :report)""")
				.param("words", "第%d轮".formatted(HouseBenchmark.this.edits.incrementAndGet()))
				.param("report", this.report)
				.update();
		}

		private String next() {
			return "一年来，全县科技工作稳中有进，举办活动%d场。".formatted(HouseBenchmark.this.edits.incrementAndGet());
		}

		/** As the page does while one types. */
		void save() throws IOException {
			String text = next();
			Connection.Response answer = this.session
				.newRequest(HouseBenchmark.this.server.url("/reports/" + this.report + "/fields"))
				.method(Connection.Method.POST)
				.header("Content-Type", "application/json")
				.header("X-CSRF-TOKEN", this.token)
				.requestBody("{\"fields\": [{\"field\": \"lead\", \"text\": \"%s\", \"base\": \"%s\"}]}".formatted(text,
						Saving.version(this.lead)))
				.ignoreContentType(true)
				.maxBodySize(0)
				.timeout(0)
				.execute();
			if (!answer.body().contains("SAVED")) {
				throw new IOException(answer.body());
			}
			this.lead = text;
		}

	}

}
