package org.kebao.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.account.Role;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.field.Saving.Outcome;
import org.kebao.metric.Metric;
import org.kebao.period.PeriodKind;
import org.kebao.period.ReportingPeriod;
import org.kebao.promise.Promise;
import org.kebao.promise.Promises;
import org.kebao.promise.Task;
import org.kebao.refusal.RefusedException;
import org.kebao.register.Register;
import org.kebao.revision.Fulfilment;
import org.kebao.revision.ReportContent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@HouseTest
class CompletionTableTests {

	/** What a county had at the end of the year. */
	private static final Map<String, String> FIGURES = Map.of("ENT02", "5", "IPR01", "400", "IPR02", "180", "PRJ09",
			"1642", "IND01", "93.6", "TEC02", "8209.39");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Reports reports;

	@Autowired
	private Reckoning reckoning;

	@Autowired
	private Fields fields;

	@Autowired
	private Register register;

	@Autowired
	private Promises promises;

	@Autowired
	private PlanKeeper plans;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	@BeforeEach
	void found() {
		this.province = new Province(this.context);
	}

	@Test
	void thePlanOfTheYearBeforeBecomesTheCompletionTable() {
		Long before = planned();
		target(before, "ENT02", "MULTIPLE", "2", "");
		for (String metric : List.of("IND01", "IPR01", "IPR02", "PRJ09")) {
			target(before, metric, "PERCENT", "20", "");
		}
		target(before, "TEC07", "AMOUNT", "100", "");
		target(before, "TEC02", "ABOVE", "10000", "");
		target(before, "", "WORDS", "", "建成省级农业科技园区");
		approve(before);

		Long id = this.province.report(this.province.county, this.province.period).getId();
		Map.of("ENT02", "11", "IND01", "101.9", "IPR01", "480", "IPR02", "216.0", "PRJ09", "1970.4", "TEC07", "96",
				"TEC02", "10000")
			.forEach((metric, value) -> this.province.write(id, this.province.reporter(), "metric." + metric, value));
		List<CompletionTable.Line> lines = table(id).lines();
		assertThat(lines)
			.extracting((line) -> line.promise().getText(), (line) -> line.content().baseInWords(),
					(line) -> line.content().goalInWords(), (line) -> line.content().actualInWords(),
					(line) -> line.content().completion(), CompletionTable.Line::state)
			.containsExactly(tuple("本年新认定高新技术企业数翻一番", "5家", "10家", "11家", "超额完成10%", Fulfilment.DONE),
					tuple("高新技术产业产值增长20%", "93.6亿元", "112.32亿元", "101.9亿元", "完成目标的90.7%，差9.3个百分点", null),
					tuple("专利申请量增长20%", "400件", "480件", "480件", "完成目标", Fulfilment.DONE),
					tuple("专利授权量增长20%", "180件", "216件", "216件", "完成目标", Fulfilment.DONE),
					tuple("争取省级以上科技资金（合计）增长20%", "1642万元", "1970.4万元", "1970.4万元", "完成目标", Fulfilment.DONE),
					tuple("科技成果评价（鉴定）/验收数达到100项", "", "100项", "96项", "完成目标的96%，差4个百分点", null),
					tuple("技术合同成交额突破1亿元", "8209.39万元", "超过1亿元", "1亿元", "完成目标的100%，尚未突破", null),
					tuple("建成省级农业科技园区", "", "", "", "", null), tuple("办好申报培训", "", "", "", "", null));
		assertThat(lines.get(0).promise().getFormula())
			.isEqualTo("%d年 5 家 × 2 = 10 家".formatted(this.province.year() - 1));
		assertThat(lines.get(4).promise().getFormula())
			.isEqualTo("%d年 1642 万元 × (1 + 20%%) = 1970.4 万元".formatted(this.province.year() - 1));
		assertThat(lines).extracting((line) -> line.promise().source()).containsOnly(this.province.year() + "年计划");
	}

	@Test
	void aGoalIsNeverRoundedDown() {
		Long before = planned();
		this.province.write(before, this.province.reporter(), "metric.PRJ05", "307");
		target(before, "PRJ05", "PERCENT", "20", "");
		approve(before);
		Promise promise = table(current()).lines().get(0).promise();
		assertThat(promise.getGoal()).isEqualByComparingTo("369");
		assertThat(promise.getFormula()).endsWith("= 368.4 项，取 369 项");
	}

	@Test
	void whatHasNoBaseIsSettledByHandAndSaysWhy() {
		Long before = planned();
		this.province.write(before, this.province.reporter(), "metric.COP01", "0");
		target(before, "COP01", "MULTIPLE", "2", "");
		target(before, "COP02", "PERCENT", "20", "");
		approve(before);
		Long id = current();
		this.province.write(id, this.province.reporter(), "metric.COP01", "4");
		List<CompletionTable.Line> lines = table(id).lines();
		assertThat(lines.get(0).promise().getFormula()).contains("为0，目标值无法折算");
		assertThat(lines.get(1).promise().getFormula()).contains("没有审定的数，目标值无法折算");
		assertThat(lines.subList(0, 2)).allSatisfy((line) -> {
			assertThat(line.state()).isNull();
			assertThat(line.choices()).contains(Fulfilment.DONE);
		});
	}

	@Test
	void doneFollowsFromTheFiguresAndIsNotClaimedAgainstThem() {
		Long before = planned();
		target(before, "PRJ05", "AMOUNT", "10", "");
		approve(before);
		Long id = current();
		CompletionTable.Line line = table(id).lines().get(0);
		for (String none : List.of("", "不适用", "未到统计时间")) {
			this.province.write(id, this.province.reporter(), "metric.PRJ05", none);
			Saving early = save(id, line.field() + ".state", "DONE");
			assertThat(early.outcome()).as("no figure yet").isEqualTo(Outcome.REFUSED);
			assertThat(early.message()).contains("还没有填");
			assertThat(table(id).lines().get(0).choices()).containsExactly(Fulfilment.UNDER_WAY, Fulfilment.MISSED);
		}
		this.province.write(id, this.province.reporter(), "metric.PRJ05", "9");
		assertThat(save(id, line.field() + ".state", "UNDER_WAY").outcome()).isEqualTo(Outcome.SAVED);
		Saving claimed = overwrite(id, line.field() + ".state", "UNDER_WAY", "DONE");
		assertThat(claimed.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(claimed.message()).contains("还没有达到目标值");
		this.province.write(id, this.province.reporter(), "metric.PRJ05", "10");
		assertThat(table(id).lines().get(0).state()).isEqualTo(Fulfilment.DONE);
		assertThat(overwrite(id, line.field() + ".state", "UNDER_WAY", "MISSED").outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(save(id, line.field() + ".state", "DROPPED").outcome()).isEqualTo(Outcome.REFUSED);
	}

	@Test
	void whatWasClaimedWithoutAFigureIsOpenAgain() {
		Long before = planned();
		target(before, "PRJ05", "AMOUNT", "10", "");
		approve(before);
		Long id = current();
		String field = table(id).lines().get(0).field();
		this.province.write(id, this.province.reporter(), field + ".state", "UNDER_WAY");
		this.jdbc.sql("update settlements set state = 'DONE' where report_id = ?").param(id).update();
		assertThat(table(id).lines().get(0).state()).isNull();
		assertThat(table(id).lines().get(0).isSettled()).isFalse();
	}

	@Test
	void aGoalOfWhatIsAskedNoMoreIsSettledByHand() {
		Long before = planned();
		target(before, "PRJ05", "AMOUNT", "10", "");
		approve(before);
		Long id = current();
		this.jdbc.sql("update metrics set retired = true where code = 'PRJ05'").update();
		try {
			assertThat(table(id).lines().get(0).content().completion()).contains("不填报");
			assertThat(table(id).lines().get(0).choices()).contains(Fulfilment.DONE);
		}
		finally {
			this.jdbc.sql("update metrics set retired = false where code = 'PRJ05'").update();
		}
	}

	@Test
	void nothingIsSubmittedUntilEveryPromiseIsSettledAndWhatWasMissedExplained() {
		Long before = planned();
		target(before, "PRJ05", "AMOUNT", "10", "");
		approve(before);
		Long id = this.province.draft().getId();
		assertThat(blocking(id)).containsExactly("还有 2 项没有选完成状态");
		assertThatThrownBy(() -> this.reports.submit(id, this.province.reporter()))
			.isInstanceOf(RefusedException.class);
		List<CompletionTable.Line> lines = table(id).lines();
		this.province.write(id, this.province.reporter(), lines.get(0).field() + ".state", "MISSED");
		this.province.write(id, this.province.reporter(), lines.get(1).field() + ".state", "UNDER_WAY");
		assertThat(blocking(id)).containsExactly("有 2 项没有完成，还没有说明原因");
		this.province.write(id, this.province.reporter(), lines.get(0).field() + ".note", "申报通道年底才开");
		this.province.write(id, this.province.reporter(), lines.get(1).field() + ".note", "最后一期培训改到一月");
		assertThat(blocking(id)).isEmpty();
		this.reports.submit(id, this.province.reporter());
		ReportContent frozen = this.register.paper(id, this.province.supervisor()).content();
		assertThat(frozen.completion()).extracting(ReportContent.Promise::state, ReportContent.Promise::note)
			.containsExactly(tuple(Fulfilment.MISSED, "申报通道年底才开"), tuple(Fulfilment.UNDER_WAY, "最后一期培训改到一月"));
	}

	@Test
	void atHalfYearProgressIsToldAndUnderWayNeedsNoReason() {
		Long before = planned();
		target(before, "PRJ05", "AMOUNT", "100", "");
		approve(before);
		Long half = half(this.province.year());
		this.province.write(half, this.province.reporter(), "metric.PRJ05", "40");
		CompletionTable.Line line = table(half).lines().get(0);
		assertThat(line.pace().words()).isEqualTo("进度滞后，低于时间进度10个百分点");
		this.province.write(half, this.province.reporter(), line.field() + ".state", "UNDER_WAY");
		assertThat(table(half).lines().get(0).isSettled()).isTrue();
		this.province.write(half, this.province.reporter(), "metric.PRJ05", "50");
		assertThat(table(half).lines().get(0).pace().words()).isEqualTo("时间过半、任务过半");
	}

	@Test
	void twoPastYearsMakeASeason() {
		int year = this.province.year();
		for (int past = year - 2; past < year; past++) {
			Long half = draft(halfPeriod(past));
			this.province.write(half, this.province.reporter(), "metric.PRJ05", "64");
			settleAll(half);
			approve(half);
			Long whole = draft(this.province.period(past, 10));
			this.province.write(whole, this.province.reporter(), "metric.PRJ05", "200");
			settleAll(whole);
			if (past == year - 1) {
				target(whole, "PRJ05", "AMOUNT", "200", "");
			}
			approve(whole);
		}
		Long half = half(year);
		this.province.write(half, this.province.reporter(), "metric.PRJ05", "66");
		assertThat(table(half).lines()).extracting((line) -> line.pace().words()).contains("任务未过半，按往年同期进度正常（平均完成32%）");
	}

	@Test
	void theYearsEndSettlesTheSecondHalfTooAndHalfYearDoesNot() {
		Long before = planned();
		approve(before);
		Long half = draft(halfPeriod(this.province.year()));
		target(half, "IPR01", "PERCENT", "20", "");
		assertThat(sources(half)).containsExactly(this.province.year() + "年计划");
		settleAll(half);
		approve(half);
		assertThat(sources(half)).as("it does not settle itself").containsExactly(this.province.year() + "年计划");
		assertThat(sources(current())).containsExactly(this.province.year() + "年计划", this.province.year() + "年下半年计划");
		assertThat(table(current()).lines()
			.stream()
			.filter((line) -> "IPR01".equals(line.metric()))
			.findFirst()
			.orElseThrow()
			.promise()
			.getFormula()).isEqualTo("%d年 400 件 × (1 + 20%%) = 480 件".formatted(this.province.year() - 1));
	}

	@Test
	void thePlanOfAQuarterIsSettledForGoodWhereTheQuarterEndsAndNowhereElse() {
		Long before = planned();
		approve(before);
		int year = this.province.year();
		Long quarter = draft(this.province.period(year, PeriodKind.FIRST_QUARTER, 10));
		Long measure = target(quarter, "PRJ05", "AMOUNT", "30", "");
		assertThat(sources(quarter)).containsExactly(year + "年计划");
		settleAll(quarter);
		approve(quarter);

		Long half = half(year);
		assertThat(sources(half)).containsExactly(year + "年计划", year + "年二季度计划");
		assertThat(table(half).lines()).extracting(CompletionTable.Line::due).contains(true, false);
		CompletionTable.Line line = table(half).lines()
			.stream()
			.filter((one) -> measure.equals(one.promise().getSourceId()))
			.findFirst()
			.orElseThrow();
		this.province.write(half, this.province.reporter(), line.field() + ".state", "UNDER_WAY");
		assertThat(table(half).line(line.id()).orElseThrow().lacksReason()).isTrue();

		Long three = draft(this.province.period(year, PeriodKind.THREE_QUARTERS, 10));
		assertThat(sources(three)).containsExactly(year + "年计划");
		settleAll(three);
		approve(three);
		assertThat(sources(current())).containsExactly(year + "年计划", year + "年四季度计划");
	}

	@Test
	void inAQuarterTheYearsGoalIsHeldAgainstTheTimeOfTheQuarter() {
		Long before = planned();
		target(before, "PRJ05", "AMOUNT", "100", "");
		approve(before);
		int year = this.province.year();
		for (Map.Entry<PeriodKind, String> quarter : Map
			.of(PeriodKind.FIRST_QUARTER, "达到时间进度（25%）", PeriodKind.THREE_QUARTERS, "进度滞后，低于时间进度45个百分点")
			.entrySet()) {
			Long id = draft(this.province.period(year, quarter.getKey(), 10));
			this.province.write(id, this.province.reporter(), "metric.PRJ05", "30");
			assertThat(table(id).lines()).extracting((line) -> line.pace().words()).contains(quarter.getValue());
		}
	}

	@Test
	void whereNoPlanOfTheYearWasApprovedTheLastOneBeforeCounts() {
		Long before = draft(this.province.period(this.province.year() - 2, 10));
		approve(before);
		assertThat(sources(current())).containsExactly(this.province.year() - 1 + "年计划");
	}

	@Test
	void withoutAnyPlanThePartIsDone() {
		Long id = current();
		assertThat(table(id).isEmpty()).isTrue();
		assertThat(this.reckoning.progress(own(id), this.reckoning.vocabulary(own(id)))
			.parts()
			.get(Part.COMPLETION)
			.state()).isEqualTo(Progress.State.DONE);
	}

	@Test
	void approvedAnewThePromisesFollowThePlan() {
		Long before = planned();
		Long gone = target(before, "PRJ05", "AMOUNT", "10", "");
		Long kept = target(before, "IPR01", "PERCENT", "20", "");
		approve(before);
		Long id = current();
		Long promise = table(id).lines().get(1).id();
		this.province.write(id, this.province.reporter(), "settlement." + promise + ".note", "上半年已到八成");
		this.reports.reopen(before, this.province.supervisor(), "目标定得不实");
		this.reports.write(before, this.province.reporter(), Right.WORDS, (draft) -> draft.deleteTarget(gone, true));
		this.province.write(before, this.province.reporter(), "target." + kept + ".amount", "10");
		this.reports.submit(before, this.province.reporter());
		assertThat(table(id).lines().get(1).promise().getGoal()).as("not before it is approved")
			.isEqualByComparingTo("480");
		this.reports.approve(before, this.province.supervisor(), 2);
		CompletionTable table = table(id);
		CompletionTable.Line line = table.line(promise).orElseThrow();
		assertThat(line.promise().getGoal()).isEqualByComparingTo("440");
		assertThat(line.note()).isEqualTo("上半年已到八成");
		assertThat(table.lines()).filteredOn((one) -> "PRJ05".equals(one.metric()))
			.extracting(CompletionTable.Line::state)
			.containsExactly(Fulfilment.DROPPED);
	}

	@Test
	void aTaskFromAboveStandsInTheTableAtOnceAndStaysAsItWasSubmitted() {
		Long id = this.province.draft().getId();
		assign("20", null);
		CompletionTable.Line line = table(id).lines().get(0);
		assertThat(line.promise().getText()).isEqualTo("专利申请量达到20件");
		assertThat(line.promise().source()).isEqualTo(this.province.year() + "年上级下达");
		this.province.write(id, this.province.reporter(), "metric.IPR01", "21");
		// what the texts say of it follows
		this.province.write(id, this.province.reporter(),
				"entry." + own(id).entries(Entry.Kind.ACHIEVEMENT).get(1).getId() + ".body", "申请专利{{专利申请量}}。");
		this.reports.submit(id, this.province.reporter());
		assign("30", "20");
		assertThat(this.register.paper(id, this.province.supervisor()).content().completion())
			.extracting(ReportContent.Promise::goalInWords, ReportContent.Promise::state)
			.containsExactly(tuple("20件", Fulfilment.DONE));
		assertThat(table(id).lines().get(0).promise().getGoal()).isEqualByComparingTo("30");
		assign(null, "30");
		assertThat(table(id).isEmpty()).isTrue();
	}

	@Test
	void whatWasApprovedBeforePromisesWereKeptIsKeptAtTheNextStart() {
		Long before = planned();
		target(before, "ENT02", "MULTIPLE", "2", "");
		approve(before);
		this.jdbc.sql("delete from promises where source_report_id = ?").param(before).update();
		assertThat(table(current()).isEmpty()).isTrue();
		this.plans.run(new DefaultApplicationArguments());
		assertThat(table(current()).lines()).extracting((line) -> line.content().goalInWords())
			.containsExactly("10家", "");
		this.plans.run(new DefaultApplicationArguments());
		assertThat(table(current()).lines()).as("once").hasSize(2);
	}

	@Test
	void aPromiseOfAnotherBureauIsNotSettledHere() {
		Long before = planned();
		approve(before);
		Long foreign = table(current()).lines().get(0).id();
		Long neighbour = this.province.counties(1).get(0);
		Person other = this.province.person("邻", neighbour, Role.REPORTER);
		Long theirs = this.province.report(neighbour, this.province.period).getId();
		assertThat(this.fields
			.save(theirs, other, List.of(new Saving.Wish("settlement." + foreign + ".note", "越界", Saving.version(""))))
			.get(0)
			.outcome()).isEqualTo(Outcome.GONE);
	}

	private void assign(String goal, String before) {
		Metric metric = this.reckoning.vocabulary(own(current())).catalogue().find("IPR01").orElseThrow();
		this.promises.assign(this.province.supervisor(), this.province.year(), metric,
				List.of(new Task(this.province.county, number(before), number(goal), null)));
	}

	private static BigDecimal number(String text) {
		return (text != null) ? new BigDecimal(text) : null;
	}

	/** The report of the year before with its figures, without targets. */
	private Long planned() {
		Long id = draft(this.province.period(this.province.year() - 1, 10));
		FIGURES
			.forEach((metric, value) -> this.province.write(id, this.province.reporter(), "metric." + metric, value));
		return id;
	}

	/** Something in every part, a measure for a plan. */
	private Long draft(ReportingPeriod period) {
		Report report = this.province.draft(this.province.county, period, this.province.reporter());
		Long id = report.getId();
		own(id).targets()
			.forEach((target) -> this.reports.write(id, this.province.reporter(), Right.WORDS,
					(draft) -> draft.deleteTarget(target.getId(), true)));
		return id;
	}

	private Long current() {
		return this.province.report(this.province.county, this.province.period).getId();
	}

	private Long half(int year) {
		return this.province.report(this.province.county, halfPeriod(year)).getId();
	}

	private ReportingPeriod halfPeriod(int year) {
		return this.province.period(year, PeriodKind.FIRST_HALF, 10);
	}

	private Long target(Long id, String metric, String aim, String amount, String words) {
		Long target = this.reports.write(id, this.province.reporter(), Right.WORDS, (draft) -> draft.addTarget())
			.getId();
		String name = "target." + target + ".";
		this.province.write(id, this.province.reporter(), name + "metric", metric);
		this.province.write(id, this.province.reporter(), name + "aim", aim);
		this.province.write(id, this.province.reporter(), name + "amount", amount);
		this.province.write(id, this.province.reporter(), name + "words", words);
		return target;
	}

	private void settleAll(Long id) {
		this.province.settle(id, this.province.reporter());
	}

	private void approve(Long id) {
		this.reports.submit(id, this.province.reporter());
		this.reports.approve(id, this.province.supervisor(), 1);
	}

	private Report own(Long id) {
		return this.reports.own(id, this.province.reporter());
	}

	private CompletionTable table(Long id) {
		return this.reckoning.completion(own(id), this.reckoning.vocabulary(own(id)));
	}

	private List<String> sources(Long id) {
		return table(id).lines().stream().map((line) -> line.promise().source()).distinct().toList();
	}

	private List<String> blocking(Long id) {
		return this.reckoning.progress(own(id), this.reckoning.vocabulary(own(id)))
			.gaps()
			.stream()
			.filter(Progress.Gap::blocking)
			.map(Progress.Gap::words)
			.toList();
	}

	private Saving save(Long id, String field, String text) {
		return overwrite(id, field, "", text);
	}

	private Saving overwrite(Long id, String field, String before, String text) {
		return this.fields
			.save(id, this.province.reporter(), List.of(new Saving.Wish(field, text, Saving.version(before))))
			.get(0);
	}

}
