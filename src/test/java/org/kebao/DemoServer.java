package org.kebao;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.jsoup.Jsoup;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole application with its demo data, on a port of its own, for tests that come as
 * a browser does. It can be stopped in the middle of things and started again.
 */
public final class DemoServer {

	private static DemoServer shared;

	private static DemoServer spare;

	private final JdbcConnectionDetails database = TestDatabase.newDemoDatabase();

	private ConfigurableApplicationContext context;

	private int port;

	private DemoServer() {
		start();
	}

	/** The one of this run; who stops it starts it again. */
	public static synchronized DemoServer shared() {
		if (shared == null) {
			shared = new DemoServer();
		}
		return shared;
	}

	/** A second one, for tests that change what others rely on. */
	public static synchronized DemoServer spare() {
		if (spare == null) {
			spare = new DemoServer();
		}
		return spare;
	}

	public void start() {
		this.context = run(this.database, this.port, QuickPasswords.class);
		this.port = Integer.parseInt(this.context.getEnvironment().getProperty("local.server.port", "0"));
	}

	/**
	 * Runs the application on a database; where that is empty, it loads the demo data.
	 * @param more what stands in the way of the application
	 */
	static ConfigurableApplicationContext run(JdbcConnectionDetails database, int port, Class<?>... more) {
		return new SpringApplicationBuilder(KebaoApplication.class).sources(more)
			.run("--server.port=" + port, "--kebao.demo=on", "--spring.datasource.url=" + database.getJdbcUrl(),
					"--spring.datasource.username=" + database.getUsername(),
					"--spring.datasource.password=" + database.getPassword(),
					"--spring.lifecycle.timeout-per-shutdown-phase=1s", "--spring.jmx.enabled=false");
	}

	public void stop() {
		this.context.close();
	}

	public String url(String path) {
		return "http://localhost:" + this.port + path;
	}

	public JdbcClient jdbc() {
		return this.context.getBean(JdbcClient.class);
	}

	/** A bean of the running application. */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** The report of the current annual period of a bureau. */
	public long reportOf(String bureau) {
		return jdbc().sql("""
				select r.id from reports r join bureaus b on b.id = r.bureau_id
				join reporting_periods p on p.id = r.period_id
				where b.code = :code and p.closed_at is null""").param("code", bureau).query(Long.class).single();
	}

	/**
	 * A page of a browser context in which that person is signed in. The form is sent
	 * without being looked at: those who test it fill it in themselves.
	 */
	public Page signedIn(BrowserContext context, String username) {
		APIRequestContext request = context.request();
		String token = Jsoup.parse(request.get(url("/sign-in")).text()).select("main [name=_csrf]").val();
		FormData form = FormData.create().set("username", username).set("password", "kebao-demo").set("_csrf", token);
		APIResponse answer = request.post(url("/sign-in"), RequestOptions.create().setForm(form).setMaxRedirects(0));
		if (answer.status() != 302 || answer.headers().get("location").contains("/sign-in")) {
			throw new AssertionError("%s was not signed in: %d".formatted(username, answer.status()));
		}
		return context.newPage();
	}

}
