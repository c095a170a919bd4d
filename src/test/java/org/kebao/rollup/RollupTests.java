package org.kebao.rollup;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.account.SignedIn;
import org.kebao.period.PeriodKind;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.refusal.NotVisibleException;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.review.Reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@HouseTest
class RollupTests {

	@Autowired
	Rollup rollup;

	@Autowired
	Reports reports;

	@Autowired
	Reviews reviews;

	@Autowired
	Periods periods;

	@Autowired
	JdbcClient jdbc;

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
	void everyFilingBureauIsThereWithOrWithoutAReport() {
		List<Long> counties = this.province.counties(2);
		Report report = this.province.submitted();
		this.province.report(counties.get(0), this.province.period);
		assertThat(board(this.province.period).rows())
			.extracting(Board.Row::bureauId, Board.Row::state, Board.Row::overdue)
			.containsExactlyInAnyOrder(tuple(this.province.city, Standing.NOT_BEGUN, false),
					tuple(counties.get(0), Standing.NOT_BEGUN, false),
					tuple(counties.get(1), Standing.NOT_BEGUN, false),
					tuple(this.province.county, Standing.SUBMITTED, false));
		assertThat(row(this.province.county).reportId()).isEqualTo(report.getId());
		assertThat(row(this.province.county).submittedAt()).isNotNull();
	}

	@Test
	void followsAReportThroughItsStates() {
		Report report = this.province.draft();
		assertThat(row(this.province.county).state()).isEqualTo(Standing.DRAFT);
		assertThat(row(this.province.county).partsDone()).isEqualTo(6);
		assertThat(row(this.province.county).reviewable()).isFalse();
		this.reports.submit(report.getId(), this.province.reporter());
		assertThat(row(this.province.county).state()).isEqualTo(Standing.SUBMITTED);
		assertThat(row(this.province.county).reviewable()).isTrue();
		this.reviews.sendBack(report.getId(), this.province.supervisor(), 1, "请改");
		assertThat(row(this.province.county).state()).isEqualTo(Standing.RETURNED);
		this.reports.submit(report.getId(), this.province.reporter());
		this.reviews.approve(report.getId(), this.province.supervisor(), 2);
		assertThat(row(this.province.county).state()).isEqualTo(Standing.APPROVED);
	}

	@Test
	void whoMissedTheLastDayIsOverdueUnlessGivenMoreTime() {
		ReportingPeriod past = this.province.period(this.province.year() - 1, -3);
		Long extended = this.province.counties(1).get(0);
		this.periods.extend(past.getId(), extended, "县", this.province.today().plusDays(2), "机构改革");
		Report late = this.province.draft(this.province.county, past, this.province.reporter());
		Board board = board(past);
		assertThat(board.rows().get(board.rows().size() - 1).bureauId()).isEqualTo(extended);
		assertThat(board.count(Standing.OVERDUE)).isEqualTo(2);
		assertThat(board.of(this.province.county).orElseThrow().daysOverdue()).isEqualTo(3);
		assertThat(board.of(extended).orElseThrow().extended()).isTrue();
		this.reports.submit(late.getId(), this.province.reporter());
		Board.Row row = board(past).of(this.province.county).orElseThrow();
		assertThat(row.overdue()).isFalse();
		assertThat(row.late()).isTrue();
		assertThat(board(past).count(Standing.LATE)).isEqualTo(1);
	}

	@Test
	void whoWasNotThereOnTheLastDayOwesNothing() {
		Long ended = this.province.counties(1).get(0);
		this.jdbc.sql("update bureaus set valid_to = ? where id = ?")
			.params(this.province.today().minusDays(1), ended)
			.update();
		assertThat(board(this.province.period).of(ended)).isEmpty();
	}

	@Test
	void filtersByStandingAndName() {
		this.province.submitted();
		this.province.counties(3);
		Person supervisor = this.province.supervisor();
		Long period = this.province.period.getId();
		assertThat(this.rollup.board(supervisor, period, "", Standing.SUBMITTED).rows()).extracting(Board.Row::bureauId)
			.containsExactly(this.province.county);
		assertThat(this.rollup.board(supervisor, period, " 第2县 ", null).rows()).hasSize(1);
		assertThat(this.rollup.board(supervisor, period, "第2县", Standing.SUBMITTED).rows()).isEmpty();
		assertThat(this.rollup.board(supervisor, period, "第2县", null).total()).isEqualTo(5);
	}

	@Test
	void showsASupervisorHisOwnTreeAndAnAdministratorAll() {
		Long elsewhere = this.province.bureau("别市", "CITY", this.province.top);
		assertThat(board(this.province.period).of(elsewhere)).isEmpty();
		Board all = this.rollup.board(this.province.administrator(), this.province.period.getId(), "", null);
		assertThat(all.of(elsewhere)).isPresent();
		assertThat(all.rows()).noneMatch(Board.Row::reviewable);
		assertThat(all.of(this.province.top)).as("the top owes no report").isEmpty();
	}

	@Test
	void aPeriodThatWasNeverOpenedDoesNotExist() {
		ReportingPeriod planned = this.periods.plan(this.province.year() + 1, PeriodKind.ANNUAL, this.province.today());
		assertThatExceptionOfType(NotVisibleException.class).isThrownBy(() -> board(planned));
		assertThat(get("/board?period=" + planned.getId(), this.province.supervisor())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void thePageTellsHowFarEverybodyIs() {
		Report report = this.province.submitted();
		Document page = Province.page(get("/board?period=" + this.province.period.getId(), this.province.supervisor()));
		assertThat(page.select("h1").text()).isEqualTo(this.province.period.getTitle() + "报送进度");
		assertThat(page.select("table.board tbody tr")).hasSize(2);
		assertThat(page.select("table.board").text()).contains("已报送", "未开始", "6/7", "0/7");
		assertThat(page.select("table.board a").eachAttr("href"))
			.containsOnly("/reports/%d/review".formatted(report.getId()));
		Document found = Province
			.page(get("/board?period=%d&q=没有这个&state=DRAFT".formatted(this.province.period.getId()),
					this.province.supervisor()));
		assertThat(found.text()).contains("没有符合条件的单位");
		assertThat(found.select("#q").val()).isEqualTo("没有这个");
		assertThat(found.select(".counts a[aria-current]").text()).contains("草稿");
	}

	@Test
	void isNotForReporters() {
		assertThat(get("/board", this.province.reporter())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/board", this.province.administrator())).hasStatus(HttpStatus.OK);
	}

	private Board board(ReportingPeriod period) {
		return this.rollup.board(this.province.supervisor(), period.getId(), "", null);
	}

	private Board.Row row(Long bureau) {
		return board(this.province.period).of(bureau).orElseThrow();
	}

	private MvcTestResult get(String address, Person person) {
		return this.mvc.get().uri(address).with(SignedIn.as(person)).exchange();
	}

}
