package org.kebao.filing;

import java.util.List;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.ValidHtml;
import org.kebao.account.Person;
import org.kebao.account.Role;
import org.kebao.check.Checks;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.metric.Metric;
import org.kebao.refusal.RefusedException;
import org.kebao.report.MetricValue;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * 统计员: who fills the figures in and writes no words.
 */
@HouseTest
class StatisticianTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Fields fields;

	@Autowired
	private Reports reports;

	@Autowired
	private Checks checks;

	@Autowired
	private Reckoning reckoning;

	private Province province;

	private Long report;

	private Person statistician;

	private Authentication signedIn;

	@BeforeEach
	void open() {
		this.province = new Province(this.context);
		this.report = this.province.draft().getId();
		this.statistician = this.province.person("林统", this.province.county, Role.STATISTICIAN);
		this.signedIn = this.province.signedIn(this.statistician);
	}

	@Test
	void whatIsAllowedIsSavedAndTheRestIsToldBesideItsField() {
		String lead = own().getLead();
		List<Saving> savings = this.fields.save(this.report, this.statistician,
				List.of(new Saving.Wish("metric.PUB03", "7", Saving.version("")),
						new Saving.Wish("metric.PUB03.note", "不含园区", Saving.version("")),
						new Saving.Wish("lead", "我也写一句", Saving.version(lead))));
		assertThat(savings).extracting(Saving::outcome)
			.containsExactly(Saving.Outcome.SAVED, Saving.Outcome.SAVED, Saving.Outcome.REFUSED);
		assertThat(savings.get(2).message()).contains("不由您的账号填写");
		assertThat(own().getLead()).isEqualTo(lead);
	}

	@Test
	void hisFigureIsExplainedByHim() throws Exception {
		this.fields.save(this.report, this.statistician,
				List.of(new Saving.Wish("metric.PRJ09", "1000", Saving.version(text("PRJ09"))),
						new Saving.Wish("metric.PRJ10", "1500", Saving.version(text("PRJ10")))));
		Element explanation = Province.page(get("/reports/{id}/metrics")).selectFirst("[name^=explanation]");
		assertThat(explanation).isNotNull();
		MvcTestResult result = this.mvc.post()
			.uri("/reports/{id}/fields", this.report)
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"fields":[{"field":"%s","text":"上年项目今年到位","base":"%s"}]}""".formatted(explanation.attr("name"),
					Saving.version("")))
			.with(authentication(this.signedIn))
			.with(csrf())
			.exchange();
		assertThat(result).hasStatusOk();
		assertThat(result).bodyJson().extractingPath("$.fields[0].outcome").isEqualTo("SAVED");
	}

	private String text(String code) {
		Report report = own();
		Metric metric = this.reckoning.vocabulary(report).catalogue().find(code).orElseThrow();
		return report.value(metric.getId()).map(MetricValue::getText).orElse("");
	}

	@Test
	void thePageOfTheFiguresIsHisAndOffersNothingElse() throws Exception {
		MvcTestResult page = get("/reports/{id}/metrics");
		assertThat(page).hasStatusOk();
		assertThat(ValidHtml.errors(page.getResponse().getContentAsString())).isEmpty();
		assertThat(Province.page(page).select("[name='metric.PUB03']")).hasSize(1);
		for (String elsewhere : List.of("/submission", "/carry-over", "/mentions", "/mends", "/entries", "/targets")) {
			assertThat(Province.page(page).select("main [href*=%1$s], main [action*=%1$s]".formatted(elsewhere)))
				.as(elsewhere)
				.isEmpty();
		}
	}

	@Test
	void theOtherPartsAreThereToRead() throws Exception {
		MvcTestResult page = get("/reports/{id}/achievements");
		assertThat(page).hasStatusOk().hasViewName("filing/show").bodyText().contains("您填写的是", "主要指标");
		assertThat(page).bodyText().doesNotContain("报告期已经关闭");
		assertThat(ValidHtml.errors(page.getResponse().getContentAsString())).isEmpty();
	}

	@Test
	void whoFilledAFigureDoesNotApproveIt() {
		Person both = this.province.person("双职", this.province.county, Role.STATISTICIAN, Role.SUPERVISOR);
		this.fields.save(this.report, both, List.of(new Saving.Wish("metric.PUB03", "7", Saving.version(""))));
		this.reports.submit(this.report, this.province.reporter());
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.reports.approve(this.report, both, 1))
			.withMessageContaining("您本人填写的数字");
	}

	@Test
	void whatIsFoundInASentenceIsExplainedByWhoWritesIt() {
		List<Saving> savings = this.checks.explain(this.report, this.statistician,
				List.of(new Saving.Wish("explanation.TEXT-TABLE.0123456789abcdef", "另有口径，按部门口径统计", Saving.version("")),
						new Saving.Wish("holds.TEXT-TABLE.0123456789abcdef", "x", Saving.version(""))));
		assertThat(savings).extracting(Saving::outcome, Saving::message)
			.containsOnly(tuple(Saving.Outcome.REFUSED, Saving.FOR_OTHERS));
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address, this.report).with(authentication(this.signedIn)).exchange();
	}

	private Report own() {
		return this.reports.own(this.report, this.province.reporter());
	}

}
