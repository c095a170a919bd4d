package org.kebao.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.account.Role;
import org.kebao.period.Periods;
import org.kebao.refusal.NotVisibleException;
import org.kebao.refusal.RefusedException;
import org.kebao.report.Entry;
import org.kebao.report.Part;
import org.kebao.report.Report;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HouseTest
class ReviewsTests {

	@Autowired
	Reviews reviews;

	@Autowired
	Reports reports;

	@Autowired
	ApplicationContext context;

	@Autowired
	JdbcClient jdbc;

	Province province;

	@BeforeEach
	void makeWorld() {
		this.province = new Province(this.context);
	}

	@Test
	void theFirstRemarkBeginsTheReviewAndEndsWithdrawing() {
		Report report = this.province.submitted();
		assertThat(report.isWithdrawableBy(this.province.reporter().id())).isTrue();
		this.reviews.remark(report.getId(), this.province.supervisor(), 1, "report", "请补充数据来源");
		assertThat(seen(report).isUnderReview()).isTrue();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reports.withdraw(report.getId(), this.province.reporter()));
	}

	@Test
	void aRemarkSpeaksOfAPlaceOfTheVersionThatIsRead() {
		Report report = this.province.submitted();
		ReadVersion reading = reading(report);
		String entry = "entry:" + reading.content().achievements().get(0).id();
		String measure = "entry:" + reading.content().measures().get(0).id();
		String target = "target:" + reading.content().targets().get(0).id();
		for (String place : List.of("report", "part:problems", entry, measure, target, "metric:PRJ01")) {
			this.reviews.remark(report.getId(), this.province.supervisor(), 1, place, "意见：" + place);
		}
		assertThat(reading(report).pending()).extracting(ReadVersion.Note::placeName)
			.containsExactly("整份报告", "存在问题", "强化项目申报，科技投入稳步增长", "办好申报培训", "省级科技计划项目立项数达到55项", "国家级科技计划项目立项数");
		for (String nowhere : List.of("entry:0", "target:0", "metric:XXX99", "part:lead", "anything", "", "entry:")) {
			assertThatExceptionOfType(NotVisibleException.class)
				.isThrownBy(() -> this.reviews.remark(report.getId(), this.province.supervisor(), 1, nowhere, "意见"));
		}
	}

	@Test
	void aVersionHasSoManyRemarksAndNoMore() {
		Report report = this.province.submitted();
		this.reviews.remark(report.getId(), this.province.supervisor(), 1, "report", "第一条");
		this.jdbc.sql("""
				insert into remarks (report_id, revision_id, place, place_name, words, made_by, made_at)
				select report_id, revision_id, place, place_name, words, made_by, made_at from remarks,
				generate_series(2, :most) where report_id = :id""")
			.param("most", Reviews.MOST_REMARKS)
			.param("id", report.getId())
			.update();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reviews.remark(report.getId(), this.province.supervisor(), 1, "report", "又一条"))
			.withMessageContaining("已有 300 条意见");
		assertThat(reading(report).pending()).hasSize(Reviews.MOST_REMARKS);
	}

	@Test
	void aReturnNeedsARemarkAndTakesAllOfThemAlong() {
		Report report = this.province.submitted();
		Person supervisor = this.province.supervisor();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reviews.sendBack(report.getId(), supervisor, 1, " "));
		assertThat(seen(report).getStatus()).isEqualTo(Report.Status.SUBMITTED);
		assertThat(seen(report).isUnderReview()).isFalse();
		this.reviews.remark(report.getId(), supervisor, 1, "part:plan", "目标偏低");
		this.reviews.sendBack(report.getId(), supervisor, 1, "请于周五前报回");
		assertThat(seen(report).getStatus()).isEqualTo(Report.Status.RETURNED);
		Returned returned = this.reviews.lastReturn(report.getId()).orElseThrow();
		assertThat(returned.decision()).isEqualTo(Decision.RETURNED);
		assertThat(returned.by()).isEqualTo("郑审");
		assertThat(returned.version()).isEqualTo(1);
		assertThat(returned.remarks()).containsExactly(new Returned.Line("part:plan", "工作计划", Part.PLAN, "目标偏低", "郑审"),
				new Returned.Line("report", "整份报告", null, "请于周五前报回", "郑审"));
	}

	@Test
	void theWordsOfAReturnAreRemarkEnough() {
		Report report = this.province.submitted();
		this.reviews.sendBack(report.getId(), this.province.supervisor(), 1, "数字与年报不符");
		assertThat(this.reviews.lastReturn(report.getId()).orElseThrow().remarks()).singleElement()
			.satisfies((line) -> assertThat(line.words()).isEqualTo("数字与年报不符"));
	}

	@Test
	void aRemarkIsChangedAndDeletedByItsMakerUntilItIsSent() {
		Report report = this.province.submitted();
		Long id = report.getId();
		Person supervisor = this.province.supervisor();
		Person colleague = this.province.person("吴同", this.province.city, Role.SUPERVISOR);
		this.reviews.remark(id, supervisor, 1, "report", "第一条");
		this.reviews.remark(id, supervisor, 1, "report", "第二条");
		List<Long> notes = reading(report).pending().stream().map(ReadVersion.Note::id).toList();
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.reviews.changeRemark(id, colleague, 1, notes.get(0), "别人的"));
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.reviews.deleteRemark(id, colleague, 1, notes.get(0)));
		this.reviews.changeRemark(id, supervisor, 1, notes.get(0), "改过的第一条");
		this.reviews.deleteRemark(id, supervisor, 1, notes.get(1));
		assertThat(reading(report).pending()).extracting(ReadVersion.Note::words).containsExactly("改过的第一条");
		this.reviews.sendBack(id, colleague, 1, "");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reviews.changeRemark(id, supervisor, 1, notes.get(0), "太晚了"));
		this.province.write(id, this.province.reporter(), "metric.PRJ01", "15");
		this.reports.submit(id, this.province.reporter());
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reviews.changeRemark(id, supervisor, 2, notes.get(0), "太晚了"));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reviews.deleteRemark(id, supervisor, 2, notes.get(0)));
		assertThat(reading(report).pending()).isEmpty();
	}

	@Test
	void approvalNeedsNoRemarkButLeavesNoneUnsent() {
		Report report = this.province.submitted();
		Person supervisor = this.province.supervisor();
		this.reviews.remark(report.getId(), supervisor, 1, "report", "还要改");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reviews.approve(report.getId(), supervisor, 1))
			.withMessageContaining("1 条意见没有发出");
		this.reviews.deleteRemark(report.getId(), supervisor, 1, reading(report).pending().get(0).id());
		this.reviews.approve(report.getId(), supervisor, 1);
		assertThat(seen(report).getStatus()).isEqualTo(Report.Status.APPROVED);
		assertThat(reading(report).steps()).extracting(ReadVersion.Step::decision).containsExactly(Decision.APPROVED);
	}

	@Test
	void aDecisionOnAnOldVersionIsRefused() {
		Report report = this.province.submitted();
		Long id = report.getId();
		this.reviews.sendBack(id, this.province.supervisor(), 1, "请改");
		this.reports.submit(id, this.province.reporter());
		Person supervisor = this.province.supervisor();
		for (Runnable step : List.<Runnable>of(() -> this.reviews.approve(id, supervisor, 1),
				() -> this.reviews.sendBack(id, supervisor, 1, "请改"),
				() -> this.reviews.remark(id, supervisor, 1, "report", "请改"))) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(step::run).withMessageContaining("第 2 版");
		}
		this.reviews.approve(id, supervisor, 2);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reviews.reopen(id, supervisor, 1, "看错了"));
		assertThat(seen(report).getStatus()).isEqualTo(Report.Status.APPROVED);
	}

	@Test
	void whoSubmittedNeitherRemarksNorDecides() {
		Person both = this.province.person("兼任", this.province.city, Role.REPORTER, Role.SUPERVISOR);
		Report report = this.province.draft(this.province.city, this.province.period, both);
		Long id = report.getId();
		this.reports.submit(id, both);
		for (Runnable step : List.<Runnable>of(() -> this.reviews.approve(id, both, 1),
				() -> this.reviews.sendBack(id, both, 1, "请改"),
				() -> this.reviews.remark(id, both, 1, "report", "好"))) {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(step::run).withMessageContaining("本人");
		}
		assertThat(this.reviews.queue(both, PageRequest.of(0, 9))).singleElement()
			.satisfies((row) -> assertThat(row.mine()).isTrue());
		this.reviews.approve(id, this.province.supervisor(), 1);
	}

	@Test
	void whoWroteAFigureThatStandsRemarksAndReturnsButDoesNotApprove() {
		Person both = this.province.person("兼任", this.province.city, Role.REPORTER, Role.SUPERVISOR);
		Person colleague = this.province.person("同事", this.province.city, Role.REPORTER);
		Report report = this.province.draft(this.province.city, this.province.period, colleague);
		Long id = report.getId();
		this.province.write(id, both, "metric.PRJ01", "15");
		this.reports.submit(id, colleague);
		assertThat(reading(report, both).wrote()).isTrue();
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.reviews.approve(id, both, 1))
			.withMessageContaining("填写的数字");
		this.reviews.sendBack(id, both, 1, "请核对");
		// another one's figure stands there now
		this.province.write(id, colleague, "metric.PRJ01", "14");
		this.reports.submit(id, colleague);
		assertThat(reading(report, both).wrote()).isFalse();
		this.reviews.approve(id, both, 2);
	}

	@Test
	void whoSubmittedDoesNotReopen() {
		Person both = this.province.person("兼任", this.province.city, Role.REPORTER, Role.SUPERVISOR);
		Report report = this.province.draft(this.province.city, this.province.period, both);
		this.reports.submit(report.getId(), both);
		this.reviews.approve(report.getId(), this.province.supervisor(), 1);
		assertThat(reading(report, both).isReopenable()).isFalse();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reviews.reopen(report.getId(), both, 1, "再改一处"))
			.withMessageContaining("他人");
	}

	@Test
	void whatGoesBackIsWritableThoughThePeriodIsClosed() {
		Report report = this.province.submitted();
		Long id = report.getId();
		close();
		LocalDate week = this.province.today().plusDays(10 + 7);
		assertThat(this.reviews.sendBack(id, this.province.supervisor(), 1, "请核对")).contains(week);
		this.province.write(id, this.province.reporter(), "metric.PRJ01", "15");
		this.reports.submit(id, this.province.reporter());
		assertThat(seen(report).isLate()).isFalse();
		this.reviews.approve(id, this.province.supervisor(), 2);
		// the window is still open
		assertThat(this.reviews.reopen(id, this.province.supervisor(), 2, "口径调整")).isEmpty();
		this.province.write(id, this.province.reporter(), "metric.PRJ01", "16");
	}

	@Test
	void anApprovedReportOfAClosedPeriodOpensForAWeek() {
		Report report = this.province.submitted();
		this.reviews.approve(report.getId(), this.province.supervisor(), 1);
		close();
		assertThat(this.reviews.reopen(report.getId(), this.province.supervisor(), 1, "口径调整")).isPresent();
		this.province.write(report.getId(), this.province.reporter(), "metric.PRJ01", "16");
	}

	@Test
	void nothingIsWithdrawnFromAClosedPeriod() {
		Report report = this.province.submitted();
		close();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reports.withdraw(report.getId(), this.province.reporter()))
			.withMessageContaining("已关闭");
		assertThat(seen(report).getStatus()).isEqualTo(Report.Status.SUBMITTED);
	}

	@Test
	void whatASupervisorSaysIsOnRecord() {
		Report report = this.province.submitted();
		Long id = report.getId();
		Person supervisor = this.province.supervisor();
		Remark remark = this.reviews.remark(id, supervisor, 1, "metric:PRJ01", "请补充来源");
		this.reviews.changeRemark(id, supervisor, 1, remark.getId(), "请补充数据来源");
		this.reviews.deleteRemark(id, supervisor, 1, remark.getId());
		this.reviews.sendBack(id, supervisor, 1, "请核对全文");
		assertThat(this.jdbc.sql("select action || ' ' || detail from audit_entries where subject = :title order by id")
			.param("title", this.reports.title(report))
			.query(String.class)
			.list()).filteredOn((entry) -> entry.startsWith("REMARK"))
			.containsExactly("REMARKED 第 1 版，国家级科技计划项目立项数：请补充来源", "REMARK_CHANGED 第 1 版，国家级科技计划项目立项数：请补充来源 → 请补充数据来源",
					"REMARK_DELETED 第 1 版，国家级科技计划项目立项数：请补充数据来源", "REMARKED 第 1 版，整份报告：请核对全文");
	}

	private void close() {
		this.context.getBean(Periods.class).close(this.province.period.getId());
	}

	@Test
	void anApprovedReportOpensAgainForAReason() {
		Report report = this.province.submitted();
		this.reviews.approve(report.getId(), this.province.supervisor(), 1);
		this.reviews.reopen(report.getId(), this.province.supervisor(), 1, "统计口径调整");
		assertThat(seen(report).getStatus()).isEqualTo(Report.Status.RETURNED);
		Returned returned = this.reviews.lastReturn(report.getId()).orElseThrow();
		assertThat(returned.decision()).isEqualTo(Decision.REOPENED);
		assertThat(returned.reason()).isEqualTo("统计口径调整");
		assertThat(returned.remarks()).isEmpty();
	}

	@Test
	void whatIsNotSupervisedOrNeverSubmittedDoesNotExist() {
		Report draft = this.province.draft();
		Person supervisor = this.province.supervisor();
		assertThatExceptionOfType(NotVisibleException.class).isThrownBy(() -> reading(draft));
		this.reports.submit(draft.getId(), this.province.reporter());
		Person stranger = this.province.person("外人", this.province.bureau("别市", "CITY", this.province.top),
				Role.SUPERVISOR);
		for (Person nobody : List.of(stranger, this.province.reporter(), this.province.administrator())) {
			Long id = draft.getId();
			for (Runnable step : List.<Runnable>of(() -> this.reviews.reading(id, nobody, null),
					() -> this.reviews.remark(id, nobody, 1, "report", "意见"),
					() -> this.reviews.sendBack(id, nobody, 1, "意见"), () -> this.reviews.approve(id, nobody, 1),
					() -> this.reviews.reopen(id, nobody, 1, "意见"))) {
				assertThatExceptionOfType(NotVisibleException.class).isThrownBy(step::run);
			}
			assertThat(this.reviews.queue(nobody, PageRequest.of(0, 9))).isEmpty();
		}
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.reviews.reading(draft.getId(), supervisor, 2));
	}

	@Test
	void showsWhatChangedSinceTheVersionBefore() {
		Report report = this.province.submitted();
		Long id = report.getId();
		assertThat(reading(report).difference()).isNull();
		this.reviews.sendBack(id, this.province.supervisor(), 1, "请改");
		this.province.write(id, this.province.reporter(), "metric.PRJ01", "15");
		this.province.entry(id, this.province.reporter(), Entry.Kind.PROBLEM, "人才引留难", "近两年流出 12 人。");
		this.reports.submit(id, this.province.reporter());
		Difference difference = reading(report).difference();
		assertThat(difference).isNotNull();
		assertThat(difference.changes()).extracting(Difference.Change::kind, Difference.Change::name)
			.contains(org.assertj.core.groups.Tuple.tuple(Difference.Kind.CHANGED, "国家级科技计划项目立项数"),
					org.assertj.core.groups.Tuple.tuple(Difference.Kind.ADDED, "人才引留难"));
	}

	@Test
	void laysLastYearsApprovedPaperBeside() {
		Report before = this.province.draft(this.province.county, this.province.period(this.province.year() - 1, -300),
				this.province.reporter());
		this.reports.submit(before.getId(), this.province.reporter());
		Report report = this.province.submitted();
		assertThat(reading(report).lastYear()).isNull();
		this.reviews.approve(before.getId(), this.province.supervisor(), 1);
		assertThat(reading(report).lastYear()).isNotNull();
		assertThat(reading(report).lastYear().period().year()).isEqualTo(this.province.year() - 1);
	}

	@Test
	void theQueueHasTheOldestFirst() {
		Report report = this.province.submitted();
		this.province.counties(2).forEach((bureau) -> this.province.copy(report, bureau));
		Page<Reviews.Waiting> queue = this.reviews.queue(this.province.supervisor(), PageRequest.of(0, 2));
		assertThat(queue.getTotalElements()).isEqualTo(3);
		assertThat(queue.getContent()).first().satisfies((row) -> {
			assertThat(row.reportId()).isEqualTo(report.getId());
			assertThat(row.late()).isFalse();
			assertThat(row.submittedBy()).isEqualTo("周文");
		});
	}

	@Test
	void readsManyReturnsInTwoStatements() {
		Report report = this.province.submitted();
		this.reviews.sendBack(report.getId(), this.province.supervisor(), 1, "请改");
		assertThat(this.province.statements(() -> this.reviews.lastReturn(report.getId()))).isEqualTo(2);
		Map<Long, Returned> returns = this.reviews.lastReturns(Set.of(report.getId(), 0L));
		assertThat(returns).containsOnlyKeys(report.getId());
		assertThat(this.reviews.lastReturns(Set.of())).isEmpty();
	}

	private Report seen(Report report) {
		return this.reports.seen(report.getId(), this.province.supervisor());
	}

	private ReadVersion reading(Report report, Person person) {
		return this.reviews.reading(report.getId(), person, null);
	}

	private ReadVersion reading(Report report) {
		return this.reviews.reading(report.getId(), this.province.supervisor(), null);
	}

}
