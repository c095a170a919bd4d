package org.kebao.desk;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.account.Role;
import org.kebao.account.SignedIn;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.review.Reviews;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class DeskTests {

	@Autowired
	Desk desk;

	@Autowired
	Reports reports;

	@Autowired
	Reviews reviews;

	@Autowired
	Periods periods;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	ApplicationContext context;

	Province province;

	@BeforeEach
	void makeWorld() {
		this.province = new Province(this.context);
	}

	@Test
	void aReporterHasOneNextStepPerReport() {
		assertThat(page(this.province.reporter()).text()).contains("目前没有要填报的报告");
		Report report = this.province.report(this.province.county, this.province.period);
		assertStep("开始填报", "/reports/" + report.getId());
		assertThat(page(this.province.reporter()).select(".task").text()).contains("还有 10 天");
		this.province.draft();
		assertStep("继续填报", "/reports/" + report.getId());
		this.reports.submit(report.getId(), this.province.reporter());
		assertStep("查看", "/reports/" + report.getId());
		this.reviews.remark(report.getId(), this.province.supervisor(), 1, "part:plan", "目标偏低，请再研究");
		this.reviews.sendBack(report.getId(), this.province.supervisor(), 1, "");
		assertStep("按意见修改", "/reports/%d/plan".formatted(report.getId()));
		assertThat(page(this.province.reporter()).select(".came-back").text()).contains("郑审 退回", "工作计划", "目标偏低，请再研究");
		this.reports.submit(report.getId(), this.province.reporter());
		this.reviews.approve(report.getId(), this.province.supervisor(), 2);
		Document done = page(this.province.reporter());
		assertThat(done.select(".task")).isEmpty();
		assertThat(done.select(".plain a").attr("href")).isEqualTo("/reports/%d/summary".formatted(report.getId()));
	}

	@Test
	void whoFillsFiguresIsNotSentToWhatOthersDo() {
		Person statistician = this.province.person("林统", this.province.county, Role.STATISTICIAN);
		Report report = this.province.submitted();
		this.reviews.remark(report.getId(), this.province.supervisor(), 1, "part:plan", "目标偏低");
		this.reviews.sendBack(report.getId(), this.province.supervisor(), 1, "");
		Element step = page(statistician).selectFirst(".task .pri");
		assertThat(step.text()).isEqualTo("继续填报");
		assertThat(step.attr("href")).isEqualTo("/reports/" + report.getId());
		this.reports.submit(report.getId(), this.province.reporter());
		this.reviews.remark(report.getId(), this.province.supervisor(), 2, "metric:PRJ01", "核实");
		this.reviews.sendBack(report.getId(), this.province.supervisor(), 2, "");
		step = page(statistician).selectFirst(".task .pri");
		assertThat(step.text()).isEqualTo("按意见修改");
		assertThat(step.attr("href")).isEqualTo("/reports/%d/metrics".formatted(report.getId()));
	}

	@Test
	void everyRemarkLeadsToItsPart() {
		Report report = this.province.submitted();
		this.reviews.remark(report.getId(), this.province.supervisor(), 1, "metric:PRJ01", "核实");
		this.reviews.sendBack(report.getId(), this.province.supervisor(), 1, "总体不错");
		assertThat(page(this.province.reporter()).select(".came-back a").eachAttr("href"))
			.containsExactly("/reports/%d/metrics".formatted(report.getId()), "/reports/" + report.getId());
	}

	@Test
	void aClosedPeriodIsDueOnlyForWhoWasGivenMoreTime() {
		ReportingPeriod past = this.province.period(this.province.year() - 1, -3);
		this.province.report(this.province.county, past);
		assertThat(page(this.province.reporter()).select(".task").text()).contains("已逾期 3 天");
		this.periods.close(past.getId());
		assertThat(page(this.province.reporter()).select(".task")).isEmpty();
		this.periods.extend(past.getId(), this.province.county, "县", this.province.today(), "补报");
		assertThat(page(this.province.reporter()).select(".task").text()).contains("今天截止");
	}

	@Test
	void aSupervisorSeesWhatWaitsOldestFirstAndWhoIsOverdue() {
		Document empty = page(this.province.supervisor());
		assertThat(empty.text()).contains("没有等待审核的报告");
		Report report = this.province.submitted();
		this.province.counties(9).forEach((bureau) -> this.province.copy(report, bureau));
		Document page = page(this.province.supervisor());
		assertThat(page.select("table.list tbody tr")).hasSize(8);
		assertThat(page.select("table.list a").first().attr("href"))
			.isEqualTo("/reports/%d/review".formatted(report.getId()));
		assertThat(page.text()).contains("全部 10 份", "本单位");
		assertThat(page.select(".task")).isEmpty();
	}

	@Test
	void everyRoleHasItsSections() {
		Person all = this.province.person("多任", this.province.city, Role.REPORTER, Role.SUPERVISOR, Role.ADMINISTRATOR);
		assertThat(page(all).select("main section > h2")).hasSize(4);
		assertThat(page(this.province.reporter()).select("main section > h2")).hasSize(1);
		assertThat(page(this.province.supervisor()).select("main section > h2")).hasSize(2);
		Document administrator = page(this.province.administrator());
		assertThat(administrator.select("main section > h2")).hasSize(1);
		assertThat(administrator.select("main a").eachAttr("href")).contains("/admin/periods", "/admin/accounts");
		assertThat(this.mvc.get().uri("/").accept(MediaType.TEXT_HTML)).hasStatus(HttpStatus.FOUND);
	}

	private void assertStep(String label, String address) {
		Document page = page(this.province.reporter());
		assertThat(page.select(".task .btn.pri")).singleElement().satisfies((button) -> {
			assertThat(button.text()).isEqualTo(label);
			assertThat(button.attr("href")).isEqualTo(address);
		});
	}

	private Document page(Person person) {
		return Province.page(this.mvc.get().uri("/").with(SignedIn.as(person)).exchange());
	}

}
