package org.kebao.check;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.StatementCounter;
import org.kebao.report.Report;
import org.kebao.review.Reviews;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class RuleControllerTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Reviews reviews;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	private Authentication administrator;

	private String code;

	@BeforeEach
	void found() {
		this.province = new Province(this.context);
		this.administrator = this.province.signedIn(this.province.administrator());
		this.code = "T" + this.province.year();
	}

	@Test
	void aNewRuleStartsSwitchedOffAndIsSwitchedOnByHand() {
		assertThat(post("/admin/rules", form())).hasStatus3xxRedirection();
		assertThat(active()).isFalse();
		Long id = id();
		assertThat(post("/admin/rules/" + id + "/switch", Map.of("active", "true"))).hasStatus3xxRedirection();
		assertThat(active()).isTrue();
		assertThat(post("/admin/rules/" + id + "/switch", Map.of("active", "false"))).hasStatus3xxRedirection();
		assertThat(active()).isFalse();
		assertThat(this.jdbc.sql("select count(*) from audit_entries where subject = ? and action = 'RULE_CHANGED'")
			.param(this.code)
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "leftSide|PRJ01+|不完整", "leftSide|PRJ01^2|“^”不能用", "rightSide|PRJ99|指标目录里没有 PRJ99",
					"rightSide|SQRT(PRJ01)|不能用“SQRT”", "leftSide|''|请填写算式", "appliesWhen|PRJ01 >|不完整",
					"leftSide|x|只能用在“每个……”", "message|{PRJ03} 项|{PRJ03} 不在算式里", "message|''|请填写提示文字",
					"instruction|''|请写明要怎么办", "title|''|请填写名称", "code|c01|大写字母", "code|''|请填写代码",
					"code|C01-PRJ04|已被别的规则使用", "tolerance|-1|不能是负数", "levels|MOON|没有这个层级" })
	void whatIsWrongIsSaidBesideItsFieldAndStaysThere(String field, String typed, String told) {
		Map<String, String> form = form();
		form.put(field, typed);
		for (String address : new String[] { "/admin/rules", "/admin/rules/trial" }) {
			MvcTestResult result = post(address, form);
			assertThat(result).hasStatus(422);
			Document page = Province.page(result);
			assertThat(page.select("#" + field + "-error").text()).contains(told);
			if (!field.equals("levels")) {
				assertThat(page.select("#" + field).val()).isEqualTo(typed);
			}
		}
		assertThat(this.jdbc.sql("select count(*) from rules where code = ?")
			.param(this.code)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void fullWidthSignsAreUnderstood() {
		Map<String, String> form = form();
		form.put("leftSide", "（ＰＲＪ０１＋PRJ02）×2");
		assertThat(post("/admin/rules", form)).hasStatus3xxRedirection();
		assertThat(this.jdbc.sql("select left_side from rules where code = ?")
			.param(this.code)
			.query(String.class)
			.single()).isEqualTo("(PRJ01+PRJ02)*2");
	}

	@Test
	void aTrialShowsWhatTheRuleWouldHaveSaidAndSavesNothing() {
		Report report = this.province.submitted();
		this.reviews.approve(report.getId(), this.province.supervisor(), 1);
		MvcTestResult result = post("/admin/rules/trial", form());
		assertThat(result).hasStatusOk();
		Document page = Province.page(result);
		assertThat(page.select("#trial").text()).contains("不符合");
		assertThat(page.select("#trial li").eachText())
			.anyMatch((line) -> line.contains("县科技局") && line.endsWith("国家级 14 项，省级 49 项"));
		assertThat(page.select("#leftSide").val()).isEqualTo("PRJ01");
		assertThat(this.jdbc.sql("select count(*) from rules where code = ?")
			.param(this.code)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void aTrialAsksAsOftenForManyReportsAsForOne() {
		Report report = this.province.submitted();
		this.reviews.approve(report.getId(), this.province.supervisor(), 1);
		post("/admin/rules/trial", form());
		int one = StatementCounter.count(() -> post("/admin/rules/trial", form()));
		this.province.counties(20).forEach((county) -> this.province.copy(report, county));
		this.jdbc.sql("update reports set status = 'APPROVED', approved_at = now() where status = 'SUBMITTED'")
			.update();
		assertThat(StatementCounter.count(() -> post("/admin/rules/trial", form()))).isEqualTo(one);
	}

	@Test
	void twoWhoChangeOneRuleAreToldApart() {
		post("/admin/rules", form());
		Map<String, String> mine = form();
		mine.put("version", "0");
		mine.put("title", "我的名称");
		assertThat(post("/admin/rules/" + id(), mine)).hasStatus3xxRedirection();
		mine.put("title", "后来的名称");
		MvcTestResult late = post("/admin/rules/" + id(), mine);
		assertThat(late).hasStatus(409);
		Document page = Province.page(late);
		assertThat(page.select("[role=alert]").text()).contains("这条规则在别处改过");
		assertThat(page.select("#title").val()).isEqualTo("后来的名称");
		mine.put("version", page.select("[name=version]").val());
		assertThat(post("/admin/rules/" + id(), mine)).hasStatus3xxRedirection();
	}

	@Test
	void rulesAreFoundByTheirMetric() {
		Document page = Province.page(get("/admin/rules?q=ent10"));
		assertThat(page.select("tbody tr").eachAttr("id")).containsExactlyInAnyOrder("C02-ENT10", "C02-ENT10-SUM");
		assertThat(Province.page(get("/admin/rules?q=没有的")).text()).contains("没有这样的规则");
	}

	@Test
	void aRuleThatIsNotThereIsNotFound() {
		assertThat(get("/admin/rules/999999")).hasStatus(404);
	}

	private Map<String, String> form() {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("code", this.code);
		form.put("title", "国家级不少于省级");
		form.put("reach", "NAMED");
		form.put("leftSide", "PRJ01");
		form.put("relation", "AT_LEAST");
		form.put("rightSide", "PRJ02");
		form.put("appliesWhen", "");
		form.put("tolerance", "");
		form.put("severity", "WARNING");
		form.put("message", "国家级 {PRJ01} 项，省级 {PRJ02} 项");
		form.put("instruction", "请说明");
		form.put("periodKind", "");
		return form;
	}

	private Long id() {
		return this.jdbc.sql("select id from rules where code = ?").param(this.code).query(Long.class).single();
	}

	private boolean active() {
		return this.jdbc.sql("select active from rules where code = ?").param(this.code).query(Boolean.class).single();
	}

	private MvcTestResult get(String address) {
		return this.mvc.get()
			.uri(address)
			.with(SecurityMockMvcRequestPostProcessors.authentication(this.administrator))
			.exchange();
	}

	private MvcTestResult post(String address, Map<String, String> form) {
		var request = this.mvc.post()
			.uri(address)
			.with(SecurityMockMvcRequestPostProcessors.authentication(this.administrator))
			.with(SecurityMockMvcRequestPostProcessors.csrf());
		form.forEach(request::param);
		return request.exchange();
	}

}
