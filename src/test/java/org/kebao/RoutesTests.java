package org.kebao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.kebao.account.Person;
import org.kebao.account.Role;
import org.kebao.report.Entry;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.review.Reviews;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks role × bureau × route by the committed list in routes.txt. A route the list does
 * not know fails, so adding or removing one is a decision.
 */
@HouseTest
class RoutesTests {

	/** The columns of the list, in its order. */
	private static final List<String> PEOPLE = List.of("nobody", "own", "statistician", "neighbour", "above",
			"elsewhere", "admin");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Reports reports;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Reviews reviews;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private Province province;

	private Map<String, Authentication> people;

	private Map<String, Object> variables;

	private record Route(HttpMethod method, String path, String may) {

		static Route parse(String line) {
			String[] words = line.strip().split("\\s+");
			return new Route(HttpMethod.valueOf(words[0]), words[1], words[2]);
		}

		boolean isFor(String person) {
			return this.may.charAt(PEOPLE.indexOf(person)) == '+';
		}

		String name() {
			return this.method + " " + this.path;
		}

	}

	@BeforeEach
	void people() {
		this.province = new Province(this.context);
		Report report = this.province.submitted();
		Long otherCity = this.province.bureau("邻市科技局", "CITY", this.province.top);
		this.people = new LinkedHashMap<>();
		this.people.put("own", signedIn(this.province.reporter()));
		this.people.put("statistician", signedIn(this.province.person("统计", this.province.county, Role.STATISTICIAN)));
		this.people.put("neighbour",
				signedIn(this.province.person("邻县", this.province.counties(1).get(0), Role.REPORTER)));
		this.people.put("above", signedIn(this.province.supervisor()));
		this.people.put("elsewhere", signedIn(this.province.person("外市", otherCity, Role.SUPERVISOR)));
		this.people.put("admin", signedIn(this.province.administrator()));
		Report whole = this.reports.own(report.getId(), this.province.reporter());
		Long remark = this.reviews.remark(report.getId(), this.province.supervisor(), 1, "report", "请核对").getId();
		this.variables = new LinkedHashMap<>();
		this.variables.put("/admin/accounts/{id}", "/admin/accounts/" + this.province.reporter().id());
		this.variables.put("/admin/bureaus/{id}", "/admin/bureaus/" + this.province.county);
		this.variables.put("/admin/periods/{id}", "/admin/periods/" + this.province.period.getId());
		this.variables.put("{kind}", "FIRST_QUARTER");
		this.variables.put("{role}", "STATISTICIAN");
		this.variables.put("/admin/rules/{id}", "/admin/rules/1");
		this.variables.put("/admin/templates/{id}", "/admin/templates/1");
		this.variables.put("{findingId}", finding(report));
		this.variables.put("{id}", report.getId());
		this.variables.put("{entryId}", whole.entries(Entry.Kind.ACHIEVEMENT).get(0).getId());
		this.variables.put("{targetId}", whole.targets().get(0).getId());
		this.variables.put("{remarkId}", remark);
		this.variables.put("{bureauId}", this.province.county);
		this.variables.put("{number}", 1);
		this.variables.put("{group}", "PUB");
		this.variables.put("{metric}", "PUB01");
		this.variables.put("{part:metrics|completion|achievements|cases|problems|plan|suggestions}", "achievements");
	}

	private Long finding(Report report) {
		return this.jdbc
			.sql("""
					insert into frozen_findings (report_id, revision_id, position, finding_key, rule, title, metrics, message,
					instruction, words, written_by, verdict, verdict_words)
					select report_id, id, 0, 'C05-PRJ10.PRJ10', 'C05-PRJ10', '到位不超过争取', 'PRJ10 PRJ09', '超过', '请说明', '上年项目今年到位',
					created_by, 'OPEN', '' from revisions where report_id = ? returning id""")
			.param(report.getId())
			.query(Long.class)
			.single();
	}

	@Test
	void theListNamesEveryRoute() {
		Set<String> known = new TreeSet<>(routes().map(Route::name).toList());
		Set<String> there = new TreeSet<>();
		this.mappings.getHandlerMethods().forEach((info, method) -> {
			if (method.getBeanType().getPackageName().startsWith("org.kebao")) {
				there.addAll(names(info));
			}
		});
		assertThat(there).isEqualTo(known);
	}

	@TestFactory
	Stream<DynamicTest> whoMayNotIsToldThatNothingIsThere() {
		return routes().flatMap((route) -> PEOPLE.stream()
			.filter((person) -> !route.isFor(person))
			.map((person) -> DynamicTest.dynamicTest(route.name() + " " + person, () -> {
				MvcTestResult result = call(route, person);
				if (person.equals("nobody")) {
					assertThat(result).hasStatus3xxRedirection();
					assertThat(result.getResponse().getRedirectedUrl()).endsWith("/sign-in");
				}
				else {
					assertThat(result.getResponse().getStatus()).isEqualTo(404);
				}
			})));
	}

	@TestFactory
	Stream<DynamicTest> whoMayIsServed() {
		return routes().flatMap((route) -> PEOPLE.stream()
			.filter(route::isFor)
			.map((person) -> DynamicTest.dynamicTest(route.name() + " " + person, () -> {
				MvcTestResult result = call(route, person);
				assertThat(result.getResponse().getStatus()).isLessThan(500).isNotIn(401, 403, 404);
				String target = result.getResponse().getRedirectedUrl();
				assertThat((target != null) ? target : "").doesNotContain("/sign-in");
			})));
	}

	private MvcTestResult call(Route route, String person) {
		String path = route.path();
		for (Map.Entry<String, Object> variable : this.variables.entrySet()) {
			path = path.replace(variable.getKey(), variable.getValue().toString());
		}
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.method(route.method())
			.uri(path)
			.accept(MediaType.TEXT_HTML);
		if (route.method() == HttpMethod.POST) {
			request.with(SecurityMockMvcRequestPostProcessors.csrf());
			request.contentType(MediaType.APPLICATION_FORM_URLENCODED);
			// what the route needs to understand the request at all
			request.param("revision", "1")
				.param("kind", "CASE")
				.param("by", "1")
				.param("id", "1")
				.param("place", "report");
		}
		Authentication authentication = this.people.get(person);
		if (authentication != null) {
			request.with(SecurityMockMvcRequestPostProcessors.authentication(authentication));
		}
		return request.exchange();
	}

	private Authentication signedIn(Person person) {
		return this.province.signedIn(person);
	}

	private static List<String> names(RequestMappingInfo info) {
		List<String> names = new ArrayList<>();
		info.getPatternValues()
			.forEach((pattern) -> info.getMethodsCondition()
				.getMethods()
				.forEach((method) -> names.add(method + " " + pattern)));
		return names;
	}

	private static Stream<Route> routes() {
		try {
			return new ClassPathResource("routes.txt").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(Route::parse);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
