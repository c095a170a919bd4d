package org.kebao;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import org.kebao.account.Person;
import org.kebao.account.SignedIn;
import org.kebao.field.Saving;
import org.kebao.report.Report;
import org.kebao.script.Legible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Whatever way a text comes in, nothing of it reaches the database that nobody can see.
 */
@HouseTest
class LegibleParametersTests {

	/** What it reads once the rest is gone. */
	private static final String SEEN = "成交86.4亿";

	private static final String TYPED = "\uf0b7 成交\u202e86\u0007.\ufffc4\u200b亿\ue000\u0000\ufeff";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	@BeforeEach
	void found() {
		this.province = new Province(this.context);
	}

	@Test
	void noWayInLetsThroughWhatNobodySees() {
		Report draft = this.province.draft();
		Person reporter = this.province.reporter();
		String address = "/reports/" + draft.getId();
		List<String> before = unseen();
		post(address + "/fields", reporter, "lead", TYPED, "base.lead", Saving.version("一年来，全县科技工作稳中有进。"), "part",
				"achievements");
		this.mvc.post()
			.uri(address + "/fields")
			.with(SignedIn.as(reporter))
			.with(csrf())
			.contentType(MediaType.APPLICATION_JSON)
			.content(
					"{\"fields\":[{\"field\":\"metric.PRJ01.note\",\"text\":\"\\uf0b7 成交\\u202e86.\\ufffc4\\ud800亿\",\"base\":\"%s\"}]}"
						.formatted(Saving.version("")))
			.exchange();
		String place = "LEG" + draft.getId();
		post("/admin/bureaus", this.province.administrator(), "name", TYPED + place, "code", place, "level", "COUNTY",
				"position", "1", "validFrom", "2024-01-01");
		post("/admin/accounts", this.province.administrator(), "username", "legible" + draft.getId(), "name", TYPED,
				"roles", "REPORTER", "bureauId", this.province.county.toString());
		Province other = new Province(this.context);
		Report submitted = other.submitted();
		post("/reports/" + submitted.getId() + "/review/remarks", other.supervisor(), "revision", "1", "place",
				"report", "words", TYPED);
		assertThat(texts("bureaus", "name")).contains(SEEN + place);
		assertThat(texts("accounts", "name")).contains(SEEN);
		assertThat(texts("remarks", "words")).contains(SEEN);
		assertThat(texts("reports", "lead")).contains(SEEN);
		assertThat(texts("metric_values", "note")).contains(SEEN);
		assertThat(unseen()).isEqualTo(before);
	}

	/** Every text of every table that holds what cannot be seen. */
	private List<String> unseen() {
		return this.jdbc.sql("""
				select table_name, column_name from information_schema.columns join information_schema.tables
				using (table_schema, table_name) where table_schema = 'public' and table_type = 'BASE TABLE'
				and data_type in ('text', 'character varying') and table_name <> 'flyway_schema_history'""")
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.list()
			.stream()
			.flatMap((column) -> texts(column.getKey(), column.getValue()).stream()
				.filter((text) -> !Legible.text(text).equals(text))
				.map((text) -> column + ": " + text))
			.toList();
	}

	private List<String> texts(String table, String column) {
		return this.jdbc.sql("select %s from %s where %1$s is not null".formatted(column, table))
			.query(String.class)
			.list();
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "current", "chosen", "repeated" })
	void aPasswordIsTakenAsItWasTyped(String name) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addParameter(name, "a\u200bb");
		request.addParameter("q", "a\u200bb");
		MockFilterChain chain = new MockFilterChain();
		new LegibleParameters().doFilter(request, new MockHttpServletResponse(), chain);
		HttpServletRequest read = (HttpServletRequest) chain.getRequest();
		assertThat(read.getParameter(name)).isEqualTo("a\u200bb");
		assertThat(read.getParameterValues("q")).containsExactly("ab");
		assertThat(read.getParameterMap().get("q")).containsExactly("ab");
		assertThat(read.getParameter("absent")).isNull();
	}

	private MvcTestResult post(String address, Person person, String... parameters) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		for (int i = 0; i < parameters.length; i += 2) {
			form.add(parameters[i], parameters[i + 1]);
		}
		return this.mvc.post()
			.uri(address)
			.with(SignedIn.as(person))
			.with(csrf())
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.params(form)
			.exchange();
	}

}
