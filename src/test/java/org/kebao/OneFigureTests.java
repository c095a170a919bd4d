package org.kebao;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.account.Right;
import org.kebao.field.Saving;
import org.kebao.period.ReportingPeriod;
import org.kebao.report.Entry;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A figure is entered once: every sentence, table and chart that states it follows it,
 * until the report is approved.
 */
@HouseTest
class OneFigureTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Reports reports;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	private Authentication reporter;

	private Long report;

	@BeforeEach
	void found() {
		this.province = new Province(this.context);
		this.reporter = this.province.signedIn(this.province.reporter());
		Long before = draft(this.province.period(this.province.year() - 1, 10));
		write(before, "metric.IPR01", "308");
		write(before, "lead", "去年开头{{专利申请量}}");
		write(before, "idea", "去年思路{{专利申请量}}");
		entry(before, Entry.Kind.ACHIEVEMENT, "去年成效{{专利申请量}}", "去年正文{{专利申请量}}");
		entry(before, Entry.Kind.MEASURE, "去年措施{{专利申请量}}", "去年做法{{专利申请量}}");
		Long target = this.reports.write(before, this.province.reporter(), Right.WORDS, (draft) -> draft.addTarget())
			.getId();
		write(before, "target." + target + ".aim", "WORDS");
		write(before, "target." + target + ".words", "去年目标{{专利申请量}}");
		this.reports.submit(before, this.province.reporter());
		this.reports.approve(before, this.province.supervisor(), 1);
		this.report = draft(this.province.period);
		write(this.report, "metric.IPR01", "400");
		write(this.report, "lead", "今年申请{{专利申请量}}。");
		entry(this.report, Entry.Kind.ACHIEVEMENT, "专利增长", "申请{{专利申请量}}，同比{{专利申请量.同比}}。");
	}

	@Test
	void whatStatesAFigureFollowsItAndNothingMovesAfterApproval() {
		says(paper(), "400件", "400", "增长29.9%");
		MvcTestResult saved = save("metric.IPR01", "462", "400");
		assertThat(saved).hasStatusOk();
		assertThat(saved).bodyJson().extractingPath("$.words[*].code").asArray().containsExactly("IPR01");
		assertThat(saved).bodyJson().extractingPath("$.words[0].values['']").isEqualTo("462件");
		assertThat(saved).bodyJson().extractingPath("$.words[0].values['同比']").isEqualTo("增长50%");
		says(paper(), "462件", "462", "增长50%");

		this.province.settle(this.report, this.province.reporter());
		this.reports.submit(this.report, this.province.reporter());
		this.reports.approve(this.report, this.province.supervisor(), 1);
		Document approved = paper();
		says(approved, "462件", "462", "增长50%");
		this.jdbc.sql(
				"update metric_values set amount = amount + 1 where report_id in (select id from reports where bureau_id = ?)")
			.param(this.province.county)
			.update();
		assertThat(paper().select(".paper").outerHtml()).isEqualTo(approved.select(".paper").outerHtml());
	}

	@Test
	void thePaperOfTheYearBeforeIsShownInPlainWords() {
		for (String page : List.of("achievements", "plan", "carry-over?part=achievements", "carry-over?part=plan")) {
			Element shown = page("/reports/" + this.report + "/" + page).body();
			shown.select("textarea, input, [data-binding]").remove();
			assertThat(shown.text()).as(page).contains("308件").doesNotContain("{{", "}}");
		}
		assertThat(page("/reports/" + this.report + "/carry-over?part=plan").text()).contains("去年思路308件", "去年目标308件",
				"去年措施308件", "去年做法308件");
		Authentication supervisor = this.province.signedIn(this.province.supervisor());
		this.province.settle(this.report, this.province.reporter());
		this.reports.submit(this.report, this.province.reporter());
		Document review = Province
			.page(this.mvc.get().uri("/reports/{id}/review", this.report).with(authentication(supervisor)).exchange());
		assertThat(review.text()).contains("今年申请400件。", "去年正文308件").doesNotContain("{{", "}}");
	}

	@Test
	void aWordOfTheTextIsNeverATemplate() {
		for (String text : List.of("{{lead}}", "{{#achievements}}x{{/achievements}}", "{{{lead}}}", "{{> layout}}",
				"{{[[${T(java.lang.Runtime)}]]}}", "{{<script>alert(1)</script>}}", "{{\"'>}}")) {
			write(this.report, "lead", text);
			Document paper = paper();
			assertThat(paper.text()).as(text).contains("〔没有“");
			assertThat(paper.select(".paper script, .paper layout")).isEmpty();
		}
	}

	@Test
	void aDeletedEntryIsNamedInPlainWords() {
		Entry entry = entry(this.report, Entry.Kind.CASE, "案例{{专利申请量}}", "正文");
		assertThat(this.mvc.post()
			.uri("/reports/{id}/entries/{entry}/deletion", this.report, entry.getId())
			.with(authentication(this.reporter))
			.with(csrf())).flash().containsEntry("deleted", "案例400件");
	}

	@Test
	void whoWritesATextIsToldHowToPutAMetricIn() {
		Document page = Province.page(get("/reports/" + this.report + "/achievements"));
		assertThat(page.select("#list-ACHIEVEMENT > header [data-binding]").text()).contains("输入 {{ 可插入指标");
	}

	/** With no figure in its texts but those of the tests. */
	private Long draft(ReportingPeriod period) {
		Long id = this.province.draft(this.province.county, period, this.province.reporter()).getId();
		this.reports.own(id, this.province.reporter())
			.entries(Entry.Kind.ACHIEVEMENT)
			.forEach((entry) -> write(id, "entry." + entry.getId() + ".body", "工作稳步推进。"));
		return id;
	}

	private static void says(Document paper, String value, String cell, String change) {
		String text = paper.text();
		assertThat(text).contains("今年申请" + value + "。", "申请" + value + "，同比" + change + "。");
		Element row = paper.select(".paper tr")
			.stream()
			.filter((one) -> one.text().contains("专利申请量"))
			.findFirst()
			.orElseThrow();
		assertThat(row.select("td").eachText()).contains(cell, change);
		assertThat(paper.select(".paper svg").outerHtml()).contains("专利申请量本期" + value + "，上年同期308件");
	}

	private Document paper() {
		return page("/reports/" + this.report + "/paper");
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(authentication(this.reporter)).exchange();
	}

	private Document page(String address) {
		return Jsoup.parse(body(get(address)));
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult save(String field, String text, String before) {
		return this.mvc.post()
			.uri("/reports/{id}/fields", this.report)
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"fields\":[{\"field\":\"%s\",\"text\":\"%s\",\"base\":\"%s\"}]}".formatted(field, text,
					Saving.version(before)))
			.with(authentication(this.reporter))
			.with(csrf())
			.exchange();
	}

	private void write(Long id, String field, String text) {
		this.province.write(id, this.province.reporter(), field, text);
	}

	private Entry entry(Long id, Entry.Kind kind, String heading, String body) {
		return this.province.entry(id, this.province.reporter(), kind, heading, body);
	}

}
