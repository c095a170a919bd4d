package org.kebao.refusal;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import org.kebao.Province;
import org.kebao.ServedTest;
import org.kebao.account.Person;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is too long is refused in words, before it takes the memory, whatever it says it
 * is and whether or not it says how long.
 */
@ServedTest
class BodyLimitTests {

	private static final long MEGABYTE = 1 << 20;

	private static final long LIMIT = 8 * MEGABYTE;

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Reports reports;

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private String token;

	private Person reporter;

	private Long report;

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/x-www-form-urlencoded", "text/plain", "text/xml",
			"application/octet-stream" })
	void whatSaysThatItIsTooLongIsNotRead(String type) throws Exception {
		signIn();
		Endless body = new Endless(LIMIT + MEGABYTE);
		HttpResponse<String> answer = send(type,
				BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> body), LIMIT + MEGABYTE));
		told(answer);
	}

	@Test
	void whatDoesNotSaySoIsReadNoFurther() throws Exception {
		signIn();
		Endless body = new Endless(12 * MEGABYTE);
		told(send("application/json", BodyPublishers.ofInputStream(() -> body)));
		assertThat(this.reports.own(this.report, this.reporter).getLead()).doesNotContain("xxxx");
	}

	@Test
	void aFormWithoutALengthIsReadNoFurther() throws Exception {
		signIn();
		Endless body = new Endless(12 * MEGABYTE);
		told(send("application/x-www-form-urlencoded", BodyPublishers.ofInputStream(() -> body)));
	}

	@Test
	void whatIsJustShortEnoughIsTaken() throws Exception {
		signIn();
		String text = "开头。".repeat(1000);
		String fields = "{\"fields\": [{\"field\": \"lead\", \"text\": \"%s\", \"base\": \"%s\"}]%s}".formatted(text,
				org.kebao.field.Saving.version("一年来，全县科技工作稳中有进。"), " ".repeat((int) (7 * MEGABYTE)));
		HttpResponse<String> answer = send("application/json", BodyPublishers.ofString(fields));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(this.reports.own(this.report, this.reporter).getLead()).isEqualTo(text);
	}

	private static void told(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("内容太大").contains("8 MB").contains("什么都没有保存");
	}

	private HttpResponse<String> send(String type, BodyPublisher body) throws Exception {
		return this.client.send(HttpRequest.newBuilder(uri("/reports/" + this.report + "/fields"))
			.header("Content-Type", type)
			.header("Accept", "text/html, application/json")
			.header("X-CSRF-TOKEN", this.token)
			.POST(body)
			.build(), BodyHandlers.ofString());
	}

	private void signIn() throws Exception {
		Province province = new Province(this.context);
		this.reporter = province.reporter();
		this.report = province.draft().getId();
		String form = get("/sign-in");
		String csrf = Jsoup.parse(form).select("main [name=_csrf]").val();
		String fields = "username=%s&password=Test-pass-1&_csrf=%s".formatted(
				URLEncoder.encode(this.reporter.username(), StandardCharsets.UTF_8),
				URLEncoder.encode(csrf, StandardCharsets.UTF_8));
		this.client.send(HttpRequest.newBuilder(uri("/sign-in"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(fields))
			.build(), BodyHandlers.discarding());
		this.token = Jsoup.parse(get("/password")).select("meta[name=kebao-csrf]").attr("content");
		assertThat(this.token).isNotEmpty();
	}

	private String get(String path) throws Exception {
		return this.client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString()).body();
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	/** As long as one wants, and nowhere in memory. */
	private static final class Endless extends InputStream {

		private static final byte[] START = "{\"fields\": [{\"field\": \"lead\", \"base\": \"\", \"text\": \""
			.getBytes(StandardCharsets.UTF_8);

		private final AtomicLong read = new AtomicLong();

		private final long length;

		Endless(long length) {
			this.length = length;
		}

		@Override
		public int read() throws IOException {
			long at = this.read.getAndIncrement();
			return (at >= this.length) ? -1 : (at < START.length) ? START[(int) at] : 'x';
		}

	}

}
