package org.kebao.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
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
import org.kebao.account.Right;
import org.kebao.field.Saving;
import org.kebao.report.Entry;
import org.kebao.report.PlanTarget;
import org.kebao.report.Report;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@HouseTest
class FilingControllerTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Reports reports;

	private Province province;

	private Authentication reporter;

	private Long report;

	@BeforeEach
	void found() {
		this.province = new Province(this.context);
		this.reporter = this.province.signedIn(this.province.reporter());
		this.report = this.province.report(this.province.county, this.province.period).getId();
	}

	@Test
	void aFormWithoutScriptSavesAPart() {
		MvcTestResult result = form("metric.PRJ01", "14", "");
		assertThat(result).hasRedirectedUrl("/reports/%d/metrics".formatted(this.report));
		assertThat(own().amounts()).hasSize(1);
	}

	@Test
	void badInputIsToldBesideItsFieldAndStaysThere() throws Exception {
		MvcTestResult result = form("metric.PRJ01", "十四", "");
		assertThat(result).hasStatus(422);
		assertThat(Province.page(result).getElementById("metric.PRJ01").val()).isEqualTo("十四");
		assertThat(Province.page(result).getElementById("metric.PRJ01-error").text()).contains("请填数字");
		assertThat(own().amounts()).isEmpty();
	}

	@Test
	void badWordsAboutAFigureAreToldBesideTheirFieldWhichStandsOpen() throws Exception {
		MvcTestResult result = form("metric.PRJ01.asof", "2999-01-01", "");
		assertThat(result).hasStatus(422);
		assertThat(Province.page(result).getElementById("metric.PRJ01.asof-error").text()).isEqualTo("截止日期不能晚于今天");
		assertThat(Province.page(result).selectFirst("#PRJ01 details.about").hasAttr("open")).isTrue();
		assertThat(Province.page(result).selectFirst("#PRJ02 details.about").hasAttr("open")).isFalse();
	}

	@Test
	void aConflictInAFormShowsBothTexts() {
		form("lead", "甲的开头", "");
		MvcTestResult result = this.mvc.post()
			.uri("/reports/{id}/fields", this.report)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.param("part", "achievements")
			.param("lead", "乙的开头")
			.param("base.lead", Saving.version(""))
			.with(authentication(this.reporter))
			.with(csrf())
			.exchange();
		assertThat(result).hasStatus(409);
		assertThat(Province.page(result).getElementById("lead").val()).isEqualTo("乙的开头");
		assertThat(Province.page(result).getElementById("lead-error").text()).contains("甲的开头");
	}

	@Test
	void aScriptIsToldWhatBecameOfEachText() {
		String body = """
				{"fields":[{"field":"metric.PRJ01","text":"14","base":"%1$s"},{"field":"metric.PRJ02","text":"x","base":"%1$s"}]}"""
			.formatted(Saving.version(""));
		MvcTestResult result = json(body, true);
		assertThat(result).hasStatus(422);
		assertThat(result).bodyJson().extractingPath("$.fields[0].outcome").isEqualTo("SAVED");
		assertThat(result).bodyJson().extractingPath("$.fields[1].outcome").isEqualTo("REFUSED");
		assertThat(result).bodyJson().extractingPath("$.parts.metrics.state").isEqualTo("BEGUN");
	}

	@Test
	void aScriptIsToldWhyTheWholeReportTakesNothing() {
		this.province.submitted();
		MvcTestResult result = json("""
				{"fields":[{"field":"lead","text":"改","base":"x"}]}""", true);
		assertThat(result).hasStatus(409);
		assertThat(result).bodyJson().extractingPath("$.refused").asString().contains("已报送");
	}

	@Test
	void nonsenseIsABadRequestNotAnAccident() {
		assertThat(json("{\"fields\":[{\"field\":\"status\",\"text\":\"APPROVED\",\"base\":\"\"}]}", true))
			.hasStatus(400);
		assertThat(json("{", true)).hasStatus(400);
		assertThat(json("{}", true)).hasStatus(400);
		assertThat(json("{\"fields\":[{}]}", true)).hasStatus(400);
	}

	@Test
	void ofABatchThatIsRefusedAsAWholeNothingIsSaved() {
		assertThat(
				json("""
						{"fields":[{"field":"lead","text":"半句","base":"%s"},{"field":"explanation.没有","text":"说明","base":""}]}"""
					.formatted(Saving.version("")), true))
			.hasStatus(400);
		assertThat(Province
			.page(this.mvc.get()
				.uri("/reports/{id}/achievements", this.report)
				.with(authentication(this.reporter))
				.exchange())
			.getElementById("lead")
			.val()).isEmpty();
	}

	@Test
	void aScriptWithoutASessionGets401AndWithoutAToken403() {
		String body = "{\"fields\":[]}";
		assertThat(this.mvc.post()
			.uri("/reports/{id}/fields", this.report)
			.header("X-Requested-With", "fetch")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(csrf())).hasStatus(401);
		assertThat(json(body, false)).hasStatus(403);
	}

	@Test
	void deletingGoesAfterSavingAndOffersToUndo() {
		Entry entry = this.province.entry(this.report, this.province.reporter(), Entry.Kind.CASE, "旧标题", "正文");
		String heading = "entry." + entry.getId() + ".heading";
		MvcTestResult result = this.mvc.post()
			.uri("/reports/{id}/entries/{entry}/deletion", this.report, entry.getId())
			.param(heading, "新标题")
			.param("base." + heading, Saving.version("旧标题"))
			.with(authentication(this.reporter))
			.with(csrf())
			.exchange();
		assertThat(result).hasStatus3xxRedirection();
		assertThat(result).flash().containsEntry("deleted", "新标题");
		assertThat(own().entries(Entry.Kind.CASE)).isEmpty();
		assertThat(this.mvc.post()
			.uri("/reports/{id}/entries/{entry}/restoration", this.report, entry.getId())
			.with(authentication(this.reporter))
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(own().entries(Entry.Kind.CASE)).extracting(Entry::getHeading).containsExactly("新标题");
	}

	@Test
	void aSubmissionWithoutWhatIsNeededIsRefusedWithTheList() {
		MvcTestResult result = this.mvc.post()
			.uri("/reports/{id}/submission", this.report)
			.with(authentication(this.reporter))
			.with(csrf())
			.exchange();
		assertThat(result).hasStatus(409);
		assertThat(Province.page(result).select(".gaps").text()).contains("一个指标也没有填", "还没有写工作成效");
	}

	@Test
	void eachLineOfTheSubmissionPageLeadsToItsVeryPlace() throws Exception {
		form("metric.PRJ01", "14", "");
		form("metric.RDI02", "2.43", "");
		Entry first = this.province.entry(this.report, this.province.reporter(), Entry.Kind.CASE, "有标题", "");
		Entry second = this.province.entry(this.report, this.province.reporter(), Entry.Kind.CASE, "", "有正文");
		PlanTarget target = this.reports.write(this.report, this.province.reporter(), Right.WORDS,
				(draft) -> draft.addTarget());
		Map<String, Document> pages = new HashMap<>();
		List<String> anchors = new ArrayList<>();
		for (Element link : page("/reports/%d/submission".formatted(this.report)).select(".gaps a")) {
			String[] address = link.attr("href").split("#");
			assertThat(address).as(link.text()).hasSize(2);
			assertThat(pages.computeIfAbsent(address[0], this::page).getElementById(address[1])).as(link.text())
				.isNotNull();
			anchors.add(address[1]);
		}
		assertThat(anchors).contains("entry.%d.body".formatted(first.getId()),
				"entry.%d.heading".formatted(second.getId()), "target.%d.metric".formatted(target.getId()),
				"metric.RDI02.note", "metric.PRJ02", "list-ACHIEVEMENT", "idea");
	}

	@Test
	void whatWasTypedForADeletedEntryIsShownToThoseWithoutScript() throws Exception {
		Entry entry = this.province.entry(this.report, this.province.reporter(), Entry.Kind.CASE, "标题", "正文");
		this.reports.write(this.report, this.province.reporter(), Right.WORDS,
				(draft) -> draft.deleteEntry(entry.getId(), true));
		MvcTestResult result = form("entry.%d.body".formatted(entry.getId()), "写到一半的", "正文");
		assertThat(result).hasStatus(422);
		assertThat(Province.page(result).select("textarea[readonly]").val()).isEqualTo("写到一半的");
	}

	@Test
	void aConflictWithOneselfIsSaidToBeThat() throws Exception {
		form("lead", "第一页的开头", "");
		assertThat(json("""
				{"fields":[{"field":"lead","text":"第二页的开头","base":"%s"}]}""".formatted(Saving.version("")), true))
			.bodyJson()
			.extractingPath("$.fields[0].own")
			.isEqualTo(true);
		assertThat(Province.page(form("achievements", "lead", "第三页的开头", "")).getElementById("lead-error").text())
			.contains("您在另一个页面改过这里");
	}

	private Document page(String address) {
		return Province.page(this.mvc.get().uri(address).with(authentication(this.reporter)).exchange());
	}

	@Test
	void whatWasSubmittedIsReadOnlyAndCanBeWithdrawn() {
		Long id = this.province.submitted().getId();
		MvcTestResult page = this.mvc.get().uri("/reports/{id}", id).with(authentication(this.reporter)).exchange();
		assertThat(Province.page(page).select("textarea, input[data-field]")).isEmpty();
		assertThat(this.mvc.post()
			.uri("/reports/{id}/submission/withdrawal", id)
			.with(authentication(this.reporter))
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(own().getStatus()).isEqualTo(Report.Status.DRAFT);
	}

	private Report own() {
		return this.reports.own(this.report, this.province.reporter());
	}

	private MvcTestResult form(String field, String text, String before) {
		return form("metrics", field, text, before);
	}

	private MvcTestResult form(String part, String field, String text, String before) {
		return this.mvc.post()
			.uri("/reports/{id}/fields", this.report)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.param("part", part)
			.param(field, text)
			.param("base." + field, Saving.version(before))
			.with(authentication(this.reporter))
			.with(csrf())
			.exchange();
	}

	private MvcTestResult json(String body, boolean withToken) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri("/reports/{id}/fields", this.report)
			.header("X-Requested-With", "fetch")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(authentication(this.reporter));
		if (withToken) {
			request.with(csrf());
		}
		return request.exchange();
	}

}
