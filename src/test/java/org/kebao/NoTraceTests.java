package org.kebao;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import org.kebao.account.Person;
import org.kebao.errand.Errand;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever has not signed in leaves no row in the database, whatever he asks for. The
 * tokens of the forms are real ones: those of Spring Security's test support put others
 * in the place of what is tested here, for every test of a context.
 */
@ServedTest
class NoTraceTests {

	private static final List<String> OTHERS = List.of("GET /", "GET /sign-in?error=1", "GET /nothing",
			"GET /reports/abc", "GET /css/app.css", "GET /css/none.css", "GET /favicon.ico", "GET /error",
			"GET /actuator/health", "GET /actuator/health/readiness", "GET /actuator/metrics", "POST /nothing",
			"POST /sign-out", "POST /error", "GET /.env", "GET /admin/accounts?page=2147483647");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private List<String> tables;

	@BeforeEach
	void tables() {
		this.tables = this.jdbc.sql("select tablename from pg_tables where schemaname = 'public' order by 1")
			.query(String.class)
			.list();
	}

	@TestFactory
	Stream<DynamicTest> nobodyLeavesARow() throws IOException {
		Stream<String> routes = new ClassPathResource("routes.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map((line) -> String.join(" ", Arrays.copyOf(line.split("\\s+"), 2)));
		return Stream.concat(routes, OTHERS.stream()).map((route) -> DynamicTest.dynamicTest(route, () -> {
			String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]*}", "1");
			HttpMethod method = HttpMethod.valueOf(route.substring(0, route.indexOf(' ')));
			List<Long> before = rows();
			for (MediaType accept : List.of(MediaType.TEXT_HTML, MediaType.ALL, MediaType.APPLICATION_JSON)) {
				MockMvcRequestBuilder request = this.mvc.method(method).uri(path).accept(accept);
				answer(request.exchange());
				answer(this.mvc.method(method)
					.uri(path)
					.accept(accept)
					.cookie(new Cookie("SESSION", "bm9uc2Vuc2U="))
					.exchange());
				if (method == HttpMethod.POST) {
					answer(this.mvc.method(method).uri(path).accept(accept).with(token()).exchange());
				}
			}
			assertThat(rows()).as("rows of %s", this.tables).isEqualTo(before);
		}));
	}

	private static void answer(MvcTestResult result) {
		assertThat(result.getResponse().getStatus()).isLessThan(500);
		assertThat(result.getResponse().getCookie("SESSION")).isNull();
	}

	@Test
	void aFormOpenedByNobodyCanBeSentAndLeadsToWhatWasWanted() {
		Province province = new Province(this.context);
		Person reporter = province.reporter();
		String wanted = "/reports/" + province.draft().getId() + "/achievements?q=1";
		MvcTestResult refused = this.mvc.get().uri(wanted).accept(MediaType.TEXT_HTML).exchange();
		Cookie page = refused.getResponse().getCookie("REDIRECT_URI");
		MvcTestResult form = this.mvc.get().uri("/sign-in").exchange();
		Cookie cookie = form.getResponse().getCookie("CSRF");
		String token = Province.page(form).select("main [name=_csrf]").val();
		assertThat(this.mvc.post()
			.uri("/sign-in")
			.cookie(page, cookie)
			.param("_csrf", token)
			.param("username", reporter.username())
			.param("password", "Test-pass-1")).redirectedUrl().contains(wanted);
	}

	@Test
	void whoeverAsksTwiceIsLedToSignInBothTimes() {
		String wanted = "/reports?page=0";
		Cookie page = this.mvc.get()
			.uri(wanted)
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.getResponse()
			.getCookie("REDIRECT_URI");
		assertThat(this.mvc.get().uri(wanted).accept(MediaType.TEXT_HTML).cookie(page)).hasStatus3xxRedirection()
			.redirectedUrl()
			.endsWith("/sign-in");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://evil.example/reports", "//evil.example/reports", "/\\evil.example",
			"https:evil.example", "http:///evil.example", "evil.example", "javascript:alert(1)", "@evil.example/" })
	void nobodyIsLedToAnotherHouse(String address) {
		Province province = new Province(this.context);
		Cookie elsewhere = new Cookie("REDIRECT_URI",
				Base64.getEncoder().encodeToString(address.getBytes(StandardCharsets.UTF_8)));
		assertThat(this.mvc.post()
			.uri("/sign-in")
			.cookie(elsewhere)
			.with(token())
			.param("username", province.reporter().username())
			.param("password", "Test-pass-1")).hasStatus3xxRedirection()
			.redirectedUrl()
			.satisfies((
					url) -> assertThat(URI.create("http://localhost/sign-in").resolve(url.replace('\\', '/')).getHost())
						.isEqualTo("localhost"));
	}

	@Test
	void aFormOfOursThatComesTooLateIsCarriedOn() {
		assertThat(this.mvc.post()
			.uri("/reports/1/entries")
			.accept(MediaType.TEXT_HTML)
			.with(token())
			.param(Errand.OWNER, "zhouwen")
			.param("lead", "写了半天的开头。")).hasForwardedUrl("/sign-in/resume");
	}

	@Test
	void aFormWithoutItsTokenIsRefused() {
		Province province = new Province(this.context);
		assertThat(this.mvc.post()
			.uri("/sign-in")
			.cookie(new Cookie("CSRF", "00000000-0000-0000-0000-000000000000"))
			.param("_csrf", "something else")
			.param("username", province.reporter().username())
			.param("password", "Test-pass-1")).hasForwardedUrl("/sign-in/resume");
	}

	/** As it comes with a form of a browser that has not been here. */
	private RequestPostProcessor token() {
		MvcTestResult form = this.mvc.get().uri("/sign-in").exchange();
		String token = Province.page(form).select("main [name=_csrf]").val();
		return (request) -> {
			Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
			Cookie[] all = Arrays.copyOf(cookies, cookies.length + 1);
			all[cookies.length] = form.getResponse().getCookie("CSRF");
			request.setCookies(all);
			request.setParameter("_csrf", token);
			return request;
		};
	}

	private List<Long> rows() {
		return this.tables.stream()
			.map((table) -> this.jdbc.sql("select count(*) from " + table).query(Long.class).single())
			.toList();
	}

}
