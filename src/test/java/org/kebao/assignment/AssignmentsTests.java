package org.kebao.assignment;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.account.Role;
import org.kebao.metric.Metrics;
import org.kebao.promise.Promise;
import org.kebao.promise.Promises;
import org.kebao.report.Report;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@HouseTest
class AssignmentsTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Reports reports;

	@Autowired
	private Promises promises;

	@Autowired
	private Metrics metrics;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	private Long neighbour;

	@BeforeEach
	void found() {
		this.province = new Province(this.context);
		this.neighbour = this.province.counties(1).get(0);
	}

	@Test
	void spreadsAMetricBesideLastYearAndHoldsTheSumAgainstItsOwnTask() {
		Report before = this.province.draft(this.province.county, this.province.period(this.province.year() - 1, 10),
				this.province.reporter());
		this.reports.submit(before.getId(), this.province.reporter());
		this.reports.approve(before.getId(), this.province.supervisor(), 1);
		Person above = this.province.person("省审", this.province.top, Role.SUPERVISOR);
		assertThat(assign(above, this.province.city, "100", "")).hasStatus3xxRedirection();
		assertThat(assign(this.province.supervisor(), this.province.county, "60", "")).hasStatus3xxRedirection();
		assertThat(assign(this.province.supervisor(), this.neighbour, "35", "")).hasStatus3xxRedirection();
		Document page = page(this.province.supervisor());
		assertThat(page.select("tbody tr th").eachText()).hasSize(2);
		assertThat(page.select("tbody tr").eachText()).anyMatch((row) -> row.endsWith(" 49"))
			.anyMatch((row) -> row.endsWith(" —"));
		assertThat(page.select("[data-goal-sum]").text()).isEqualTo("95");
		assertThat(page.select("tfoot").text()).contains("本级目标（%d年上级下达） 任务合计比此少5项 100".formatted(this.province.year()));
	}

	@Test
	void oneBadNumberSavesNothingAndEveryTextStays() {
		MvcTestResult result = post(this.province.supervisor(), "goal." + this.province.county, "60",
				"before." + this.province.county, "", "goal." + this.neighbour, "三十", "before." + this.neighbour, "");
		assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		Document page = Province.page(result);
		assertThat(page.getElementById("goal." + this.neighbour).val()).isEqualTo("三十");
		assertThat(page.getElementById("goal." + this.province.county).val()).isEqualTo("60");
		assertThat(page.getElementById("goal." + this.neighbour + "-error").text()).contains("请填数字");
		assertThat(goals()).isEmpty();
		for (String text : List.of("0", "不适用", "-3", "1.5")) {
			assertThat(assign(this.province.supervisor(), this.province.county, text, "")).as(text)
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		assertThat(goals()).isEmpty();
	}

	@Test
	void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
		assign(this.province.supervisor(), this.province.county, "60", "");
		MvcTestResult late = post(this.province.supervisor(), "goal." + this.neighbour, "20",
				"before." + this.neighbour, "", "goal." + this.province.county, "70", "before." + this.province.county,
				"");
		assertThat(late).hasStatus(HttpStatus.CONFLICT);
		Document page = Province.page(late);
		assertThat(page.select("[role=alert]").text()).contains("刚刚在别处改为60项");
		assertThat(page.getElementById("goal." + this.province.county).val()).isEqualTo("70");
		assertThat(goals()).as("not the other one either")
			.extracting(Promise::getBureauId)
			.containsExactly(this.province.county);
		assertThat(assign(this.province.supervisor(), this.province.county, "70", "60")).hasStatus3xxRedirection();
	}

	@Test
	void onlyTheBureausRightBelowAreTold() {
		Person above = this.province.person("省审", this.province.top, Role.SUPERVISOR);
		assign(above, this.province.county, "60", "");
		Person elsewhere = this.province.person("外审", this.province.bureau("邻市科技局", "CITY", this.province.top),
				Role.SUPERVISOR);
		assign(elsewhere, this.province.county, "60", "");
		assertThat(goals()).isEmpty();
		assertThat(Province
			.page(this.mvc.get()
				.uri("/assignments")
				.with(SecurityMockMvcRequestPostProcessors.authentication(this.province.signedIn(elsewhere)))
				.exchange())
			.text()).contains("没有直属的下级机构");
	}

	@Test
	void aTaskIsTakenBackByLeavingItBlankAndAllIsOnRecord() {
		assign(this.province.supervisor(), this.province.county, "60", "");
		assign(this.province.supervisor(), this.province.county, "", "60");
		assertThat(goals()).isEmpty();
		assign(this.province.supervisor(), this.province.county, "50", "");
		assertThat(goals()).extracting(Promise::getGoal)
			.allSatisfy((goal) -> assertThat(goal).isEqualByComparingTo("50"));
		assertThat(this.jdbc
			.sql("select detail from audit_entries where action = 'TASK_ASSIGNED' and actor = ? order by id")
			.param(this.province.supervisor().username())
			.query(String.class)
			.list()).containsExactly("空 → 60项", "60项 → 空", "空 → 50项");
	}

	private List<Promise> goals() {
		Long metric = this.metrics.catalogue().find("PRJ02").orElseThrow().getId();
		return List
			.copyOf(this.promises.assigned(this.province.year(), metric, List.of(this.province.county, this.neighbour))
				.values());
	}

	private MvcTestResult assign(Person person, Long bureau, String goal, String before) {
		return post(person, "goal." + bureau, goal, "before." + bureau, before);
	}

	private MvcTestResult post(Person person, String... parameters) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri("/assignments")
			.with(SecurityMockMvcRequestPostProcessors.authentication(this.province.signedIn(person)))
			.with(csrf())
			.param("year", Integer.toString(this.province.year()))
			.param("metric", "PRJ02");
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private Document page(Person person) {
		return Province.page(this.mvc.get()
			.uri("/assignments?year={year}&metric=PRJ02", this.province.year())
			.with(SecurityMockMvcRequestPostProcessors.authentication(this.province.signedIn(person)))
			.exchange());
	}

}
