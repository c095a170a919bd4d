package org.kebao;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.kebao.account.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * No address and no form, whatever somebody writes into it, breaks anything: what there
 * is not is answered as such, what cannot be read is refused.
 */
@HouseTest
@TestInstance(Lifecycle.PER_CLASS)
class HostileAddressesTests {

	private static final List<String> HOSTILE = List.of("2147483647", "2147483648", "-1", "-2147483648", "0",
			"99999999999999999999", "9223372036854775807", "abc", "", " ", "2026-02-30", "-0001-01-01", "0000-01-01",
			"+999999999-12-31", "null", "true", "1e400", "NaN", "%", "_%\\", "\0", "\uD800", "\uFFFF",
			"甲".repeat(3000));

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private Province province;

	private Authentication everything;

	private Long report;

	@BeforeAll
	void open() {
		this.province = new Province(this.context);
		this.everything = this.province.signedIn(
				this.province.person("多任", this.province.county, Role.REPORTER, Role.SUPERVISOR, Role.ADMINISTRATOR));
		this.report = this.province.draft().getId();
	}

	private record Route(String method, String path) {
	}

	@TestFactory
	Stream<DynamicTest> aPathThatCannotBeLeadsNowhere() {
		return routes().filter((route) -> route.path().contains("{"))
			.map((route) -> DynamicTest.dynamicTest(route.toString(), () -> {
				for (String value : List.of("abc", "-1", "0", "9223372036854775807", "99999999999999999999", "1.5",
						"甲")) {
					String path = route.path().replaceAll("\\{part:[^}]*}", "achievements");
					MvcTestResult answer = exchange(route, path.replaceAll("\\{[^}]*}", value), Map.of());
					assertThat(answer.getResponse().getStatus()).as("%s with %s", route, value).isBetween(400, 499);
				}
			}));
	}

	@TestFactory
	Stream<DynamicTest> aParameterThatCannotBeBreaksNothing() {
		Stream<Route> asked = routes().filter((route) -> route.method().equals("GET"));
		return asked.map((route) -> DynamicTest.dynamicTest(route.toString(), () -> {
			String path = filled(route.path());
			for (String name : parameters(route)) {
				for (String value : HOSTILE) {
					assertAnswered(route, path, name, value);
				}
				assertAnswered(route, path, name, "1", "abc");
			}
		}));
	}

	private void assertAnswered(Route route, String path, String name, String... values) {
		MvcTestResult answer = exchange(route, path, Map.of(name, values));
		assertThat(answer.getResponse().getStatus()).as("%s %s=%s", route, name, Arrays.toString(values))
			.isLessThan(500);
	}

	@Test
	void aPageBeyondAllPagesIsRefused() {
		for (String list : List.of("/reports", "/reviews", "/admin/audit", "/admin/accounts")) {
			assertThat(this.mvc.get().uri(list + "?page=2147483647").with(authentication(this.everything)))
				.hasStatus(400);
		}
	}

	@Test
	void aDayThatIsNoneIsRefusedBesideItsField() {
		Long period = this.province.period.getId();
		for (String day : List.of("2026-02-30", "-0001-01-01", "0000-01-01", "+999999999-12-31", "10000-01-01")) {
			refused("/admin/periods/" + period + "/due-date", Map.of("dueOn", day, "version", "0"));
			refused("/admin/periods/" + period + "/extensions",
					Map.of("bureauId", this.province.county.toString(), "until", day, "reason", "停电"));
			refused("/admin/periods", Map.of("year", "2099", "kind", "ANNUAL", "dueOn", day));
			refused("/admin/bureaus", Map.of("code", "TX9", "name", "某县科技局", "levelCode", "COUNTY", "parentId",
					this.province.city.toString(), "position", "1", "validFrom", day));
			refused("/admin/bureaus/" + this.province.county,
					Map.of("version", "0", "code", "TX8", "name", "某县科技局", "levelCode", "COUNTY", "parentId",
							this.province.city.toString(), "position", "1", "validFrom", "2020-01-01", "validTo", day));
		}
	}

	@Test
	void anAddressOnlyForwardedToIsNotThere() {
		assertThat(this.mvc.get().uri("/error").with(authentication(this.everything))).hasStatus(404);
		assertThat(this.mvc.get().uri("/error").accept(MediaType.TEXT_HTML)).hasStatus3xxRedirection();
	}

	private void refused(String path, Map<String, String> fields) {
		MockMvcRequestBuilder request = this.mvc.post()
			.uri(path)
			.accept(MediaType.TEXT_HTML)
			.with(csrf())
			.with(authentication(this.everything));
		fields.forEach((name, value) -> request.param(name, value));
		assertThat(request).as("%s %s", path, fields).hasStatus(422).bodyText().contains("请填日期，如 2026-12-31");
	}

	private MvcTestResult exchange(Route route, String path, Map<String, String[]> parameters) {
		boolean post = route.method().equals("POST");
		MockMvcRequestBuilder request = (post ? this.mvc.post() : this.mvc.get()).uri(path)
			.accept(MediaType.TEXT_HTML)
			.with(authentication(this.everything));
		if (post) {
			request.with(csrf()).contentType(MediaType.APPLICATION_FORM_URLENCODED);
		}
		parameters.forEach((name, values) -> request.param(name, values));
		return request.exchange();
	}

	private String filled(String path) {
		return path.replaceAll("\\{part:[^}]*}", "achievements")
			.replace("/admin/accounts/{id}", "/admin/accounts/" + this.province.reporter().id())
			.replace("/admin/bureaus/{id}", "/admin/bureaus/" + this.province.county)
			.replace("/admin/periods/{id}", "/admin/periods/" + this.province.period.getId())
			.replaceAll("/admin/(rules|templates)/\\{id}", "/admin/$1/1")
			.replace("{id}", this.report.toString())
			.replace("{group}", "PUB")
			.replace("{metric}", "PUB01")
			.replaceAll("\\{[^}]*}", "1");
	}

	/** What the method behind a route asks for, by itself or in a form. */
	private Set<String> parameters(Route route) {
		Set<String> names = new LinkedHashSet<>();
		this.mappings.getHandlerMethods().forEach((info, method) -> {
			boolean meant = info.getPatternValues().contains(route.path()) && info.getMethodsCondition()
				.getMethods()
				.stream()
				.anyMatch((one) -> one.name().equals(route.method()));
			if (meant) {
				names.addAll(parameters(method));
			}
		});
		return names;
	}

	private static List<String> parameters(HandlerMethod method) {
		List<String> names = new ArrayList<>();
		for (Parameter parameter : method.getMethod().getParameters()) {
			RequestParam named = parameter.getAnnotation(RequestParam.class);
			if (named != null) {
				names.add(!named.value().isEmpty() ? named.value() : parameter.getName());
			}
			if (parameter.isAnnotationPresent(ModelAttribute.class) && parameter.getType().isRecord()) {
				Arrays.stream(parameter.getType().getRecordComponents()).forEach((one) -> names.add(one.getName()));
			}
		}
		return names;
	}

	/** Those that end what the others need come last, or not at all. */
	private static Stream<Route> routes() {
		try {
			return new ClassPathResource("routes.txt").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.split("\\s+"))
				.map((words) -> new Route(words[0], words[1]));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
