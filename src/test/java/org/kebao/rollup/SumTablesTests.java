package org.kebao.rollup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
import org.kebao.account.Role;
import org.kebao.account.SignedIn;
import org.kebao.amount.Amount;
import org.kebao.amount.Change;
import org.kebao.amount.ValueState;
import org.kebao.period.PeriodKind;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.report.Report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@HouseTest
class SumTablesTests {

	@Autowired
	SumTables tables;

	@Autowired
	Periods periods;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	ApplicationContext context;

	Province province;

	ReportingPeriod lastYear;

	Long second;

	Long third;

	@BeforeEach
	void makeWorld() {
		this.province = new Province(this.context);
		this.lastYear = this.province.period(this.province.year() - 1, -300);
		List<Long> counties = this.province.counties(2);
		this.second = counties.get(0);
		this.third = counties.get(1);
	}

	@Test
	void addsWhatWasSubmittedOrApprovedAndNoDraft() {
		submit(this.province.county, this.province.period, Map.of("PRJ01", "14"));
		approve(this.second, this.province.period, Map.of("PRJ01", "20"));
		write(this.third, this.province.period, Map.of("PRJ01", "99"));
		SumTable.Row row = row("PRJ01");
		assertThat(row.sum()).isEqualTo("34");
		assertThat(row.lacking()).extracting(SumTable.Missing::why).containsExactly("未报送");
		SumTable.Scope scope = table(false).scope();
		assertThat(scope.owing()).isEqualTo(3);
		assertThat(scope.counted()).isEqualTo(2);
		assertThat(scope.absent()).extracting(SumTable.Missing::bureau).containsExactly(name(this.third));
	}

	@Test
	void countsOnlyWhatWasApprovedWhereThatIsAsked() {
		submit(this.province.county, this.province.period, Map.of("PRJ01", "14"));
		approve(this.second, this.province.period, Map.of("PRJ01", "20"));
		SumTable.Row row = row(table(true), "PRJ01");
		assertThat(row.sum()).isEqualTo("20");
		assertThat(row.lacking()).extracting(SumTable.Missing::why).containsExactlyInAnyOrder("未审定", "未报送");
	}

	@Test
	void whatWasReturnedIsMissing() {
		file(this.province.county, this.province.period, Report.Status.RETURNED, Map.of("PRJ01", "14"));
		assertThat(row("PRJ01").sum()).isEmpty();
		assertThat(row("PRJ01").lacking()).extracting(SumTable.Missing::why).contains("已退回");
	}

	@Test
	void blankIsMissingZeroIsAPartAndNotApplicableIsNeither() {
		submit(this.province.county, this.province.period, Map.of("PRJ01", "0", "PRJ02", "3", "PRJ04", "不适用"));
		submit(this.second, this.province.period, Map.of("PRJ01", "", "PRJ02", "不适用", "PRJ04", "不适用"));
		this.jdbc.sql("update bureaus set valid_to = '2001-01-01' where id = ?").param(this.third).update();
		assertThat(row("PRJ01").sum()).isEqualTo("0");
		assertThat(row("PRJ01").lacking()).extracting(SumTable.Missing::bureau, SumTable.Missing::why)
			.containsExactly(tuple(name(this.second), "未填"));
		assertThat(row("PRJ02").sum()).isEqualTo("3");
		assertThat(row("PRJ02").lacking()).isEmpty();
		assertThat(row("PRJ04").sum()).isEqualTo("不适用");
		assertThat(row("PRJ05").sum()).isEmpty();
	}

	@Test
	void aStockStandsUntilANewerOneIsGivenAFlowDoesNot() {
		approve(this.province.county, this.lastYear, Map.of("ENT01", "30", "PRJ01", "5"));
		submit(this.second, this.lastYear, Map.of("ENT01", "1000"));
		write(this.province.county, this.province.period, Map.of("ENT01", "31", "PRJ01", "6"));
		submit(this.second, this.province.period, Map.of("ENT01", "8", "PRJ01", "7"));
		SumTable.Row stock = row("ENT01");
		assertThat(stock.sum()).isEqualTo("38");
		assertThat(stock.carried()).isEqualTo(1);
		assertThat(stock.lacking()).extracting(SumTable.Missing::bureau).containsExactly(name(this.third));
		assertThat(row("PRJ01").sum()).isEqualTo("7");
		assertThat(line("ENT01", this.province.county).since()).isEqualTo(this.lastYear.getTitle());
		assertThat(line("ENT01", this.second).since()).isEmpty();
		assertThat(stock.lastYear().change().why()).as("an old amount has not changed").isEqualTo("含往期数，不比较");
	}

	@Test
	void aStockIsNotFetchedFromBeforeTheBureauSaidThatItHasNone() {
		ReportingPeriod half = half(this.province.year());
		approve(this.province.county, this.lastYear, Map.of("ENT01", "30"));
		approve(this.province.county, half, Map.of("ENT01", "不适用"));
		assertThat(row("ENT01").sum()).isEmpty();
		assertThat(row("ENT01").lacking()).hasSize(3);
	}

	@Test
	void theHalfYearComesBeforeItsYearAndAfterTheYearBefore() {
		ReportingPeriod half = half(this.province.year());
		approve(this.province.county, this.lastYear, Map.of("ENT01", "30"));
		approve(this.province.county, half, Map.of("ENT01", "32"));
		assertThat(line("ENT01", this.province.county).amount()).isEqualTo("32");
		assertThat(line("ENT01", this.province.county).since()).isEqualTo(half.getTitle());
		SumTable.Row before = row(this.tables.table(this.province.supervisor(),
				new SumTables.Choice(half.getId(), this.province.city, true)), "ENT01");
		assertThat(before.sum()).isEqualTo("32");
	}

	@Test
	void theBureausOwnFigureStandsBesideTheSumOfThoseBelow() {
		submit(this.province.county, this.province.period, Map.of("PRJ01", "14", "PRJ02", "9", "PRJ04", "1"));
		approve(this.province.city, this.lastYear, Map.of("ENT01", "70"));
		submit(this.province.city, this.province.period, Map.of("PRJ01", "20", "PRJ02", "7", "PRJ04", ""));
		SumTable.Row row = row("PRJ01");
		assertThat(row.sum()).as("the city's own report is no part of it").isEqualTo("14");
		assertThat(row.own()).isEqualTo("20");
		assertThat(row.difference()).isEqualTo(new SumTable.Difference("6", false, "", "含缺报"));
		assertThat(row("PRJ02").difference()).isEqualTo(new SumTable.Difference("-2", true, "", "含缺报"));
		assertThat(row("PRJ04").own()).isEqualTo("未填");
		assertThat(row("PRJ04").difference().amount()).isEmpty();
		assertThat(row("ENT01").own()).as("its own figure is this period's or none").isEqualTo("未填");
		submit(this.second, this.province.period, Map.of("PRJ01", "1"));
		submit(this.third, this.province.period, Map.of("PRJ01", "2"));
		describe(this.province.city, "PRJ01", "ACTUAL", "含市本级直接组织的 3 项");
		assertThat(row("PRJ01").difference()).isEqualTo(new SumTable.Difference("3", false, "含市本级直接组织的 3 项", ""));
	}

	@Test
	void aRatioIsRecomputedFromTheSumsOfThoseThatGaveBoth() {
		submit(this.province.county, this.province.period, Map.of("RDI01", "1", "CTX01", "100"));
		submit(this.second, this.province.period, Map.of("RDI01", "9", "CTX01", "300"));
		submit(this.third, this.province.period, Map.of("RDI01", "50"));
		SumTable.Row row = row("RDI02");
		assertThat(row.sum()).as("(1 + 9) / (100 + 300), not the mean of 1 % and 3 %").isEqualTo("2.5");
		assertThat(row.lacking()).extracting(SumTable.Missing::bureau).containsExactly(name(this.third));
		assertThat(row.difference()).isEqualTo(SumTable.Difference.NONE);
		MetricSum.Line line = line("RDI02", this.second);
		assertThat(line.amount()).isEqualTo("3");
		assertThat(line.numerator()).isEqualTo("9");
		assertThat(line.denominator()).isEqualTo("300");
		assertThat(line.share()).isNull();
	}

	@Test
	void aRatioThatIsNotMadeOfTwoOthersIsListedAndNotSummed() {
		approve(this.province.county, this.lastYear, Map.of("PUB04", "10"));
		submit(this.province.county, this.province.period, Map.of("PUB04", "12.5"));
		submit(this.second, this.province.period, Map.of("PUB04", "15"));
		this.jdbc.sql("update metrics set retired = false where code = 'PUB04'").update();
		try {
			MetricSum table = this.tables.table(this.province.supervisor(), choice(this.province.city), "PUB04");
			assertThat(table.row().summed()).isFalse();
			assertThat(table.row().sum()).isEmpty();
			assertThat(table.answers()).extracting(MetricSum.Line::amount, (line) -> line.lastYear().change().words())
				.containsExactly(tuple("15", ""), tuple("12.5", "提高2.5个百分点"), tuple("", ""));
			Document page = page("/rollup?metric=PUB04&period=" + this.province.period.getId());
			assertThat(page.select(".totals").text()).contains("不汇总");
		}
		finally {
			this.jdbc.sql("update metrics set retired = true where code = 'PUB04'").update();
		}
	}

	@Test
	void anOfficialRatioStandsForTheBureauAndTheSumIsStillRecomputed() {
		submit(this.province.county, this.province.period, Map.of("RDI01", "1", "CTX01", "100", "RDI02", "1.4"));
		submit(this.second, this.province.period, Map.of("RDI01", "3", "CTX01", "100"));
		submit(this.third, this.province.period, Map.of("RDI02", "9"));
		assertThat(line("RDI02", this.province.county).amount()).isEqualTo("1.4");
		assertThat(line("RDI02", this.third).amount()).isEqualTo("9");
		assertThat(row("RDI02").sum()).isEqualTo("2");
		assertThat(row("RDI02").lacking()).extracting(SumTable.Missing::bureau).containsExactly(name(this.third));
	}

	@Test
	void whoIsNotAskedLacksNothing() {
		submit(this.province.county, this.province.period, Map.of("PRJ01", "14"));
		this.jdbc.sql("update bureaus set level_code = 'ZONE' where id in (?, ?)")
			.params(this.second, this.third)
			.update();
		this.jdbc.sql("insert into metric_group_exempt_levels (group_code, level_code) values ('PRJ', 'ZONE')")
			.update();
		try {
			assertThat(row("PRJ01").sum()).isEqualTo("14");
			assertThat(row("PRJ01").lacking()).isEmpty();
			assertThat(row("TEC01").lacking()).isNotEmpty();
		}
		finally {
			this.jdbc.sql("delete from metric_group_exempt_levels where group_code = 'PRJ' and level_code = 'ZONE'")
				.update();
		}
	}

	@Test
	void whatIsUnsureOrNotCountedYetIsSaid() {
		submit(this.province.county, this.province.period, Map.of("RDI01", "14"));
		submit(this.second, this.province.period, Map.of("RDI01", "未到统计时间"));
		describe(this.province.county, "RDI01", "ESTIMATED", "按快报口径");
		SumTable.Row row = row("RDI01");
		assertThat(row.open()).isEqualTo("预计");
		assertThat(row.lacking()).extracting(SumTable.Missing::why).containsExactlyInAnyOrder("未到统计时间", "未报送");
		assertThat(line("RDI01", this.province.county).certainty()).isEqualTo("预计");
		assertThat(line("RDI01", this.province.county).note()).isEqualTo("按快报口径");
	}

	@Test
	void likeIsHeldAgainstLike() {
		approve(this.province.county, this.lastYear, Map.of("PRJ01", "40", "PRJ02", ""));
		approve(this.second, this.lastYear, Map.of("PRJ01", "60"));
		submit(this.province.county, this.province.period, Map.of("PRJ01", "50", "PRJ02", "70"));
		assertThat(row("PRJ01").lastYear()).as("the second county gave nothing this year, so its 60 are left out")
			.isEqualTo(new SumTable.LastYear("40", new Change("增长25%", "", Change.Direction.UP)));
		assertThat(row("PRJ02").lastYear()).isEqualTo(SumTable.LastYear.incomparable("上年同期有 1 个单位无数"));
		submit(this.third, this.lastYear, Map.of("PRJ01", "1"));
		submit(this.third, this.province.period, Map.of("PRJ01", "2"));
		assertThat(row("PRJ01").lastYear().change().why()).as("what was not approved is no base")
			.isEqualTo("上年同期有 1 个单位无数");
		assertThat(line("PRJ01", this.province.county).lastYear().change().words()).isEqualTo("增长25%");
		assertThat(line("PRJ01", this.third).lastYear().change().why()).isEqualTo("上年同期无数据");
	}

	@Test
	void showsTheBureausOfAMetricTheLargestFirstAndItsYears() {
		approve(this.province.county, this.lastYear, Map.of("PRJ01", "10"));
		submit(this.province.county, this.province.period, Map.of("PRJ01", "10"));
		submit(this.second, this.province.period, Map.of("PRJ01", "30"));
		MetricSum table = this.tables.table(this.province.supervisor(), choice(this.province.city), "PRJ01");
		assertThat(table.answers())
			.extracting(MetricSum.Line::bureau, MetricSum.Line::amount, MetricSum.Line::share, MetricSum.Line::words)
			.containsExactly(tuple(name(this.second), "30", new BigDecimal("75.0"), ""),
					tuple(name(this.province.county), "10", new BigDecimal("25.0"), ""),
					tuple(name(this.third), "", null, "未报送"));
		assertThat(table.trend())
			.extracting(MetricSum.Year::period, MetricSum.Year::sum, MetricSum.Year::parts, MetricSum.Year::lacking)
			.startsWith(tuple(this.province.period.getTitle(), "40", 2, 1),
					tuple(this.lastYear.getTitle(), "10", 1, 2));
	}

	@Test
	void seenFromAboveTheCountiesAreSummedOnceAndTheCityIsHeldAgainstThem() {
		Long lone = this.province.bureau("直管市", "CITY", this.province.top);
		submit(this.province.county, this.province.period, Map.of("PRJ01", "14"));
		submit(this.second, this.province.period, Map.of("PRJ01", "6"));
		submit(this.province.city, this.province.period, Map.of("PRJ01", "25"));
		submit(lone, this.province.period, Map.of("PRJ01", "100"));
		MetricSum table = this.tables.table(this.province.administrator(), choice(this.province.top), "PRJ01");
		assertThat(table.row().sum()).isEqualTo("120");
		assertThat(table.scope().own()).as("the top files nothing").isFalse();
		assertThat(table.middles()).containsExactly(new MetricSum.Middle(name(this.province.city), "25", "", "20",
				new SumTable.Difference("5", false, "", "含缺报")));
	}

	@Test
	void aBureauWithNoneBelowItIsItsOwnSum() {
		submit(this.province.county, this.province.period, Map.of("PRJ01", "14"));
		Person head = this.province.person("县审", this.province.county, Role.SUPERVISOR);
		SumTable table = this.tables.table(head, new SumTables.Choice(this.province.period.getId(), null, false));
		assertThat(table.scope().isSingle()).isTrue();
		assertThat(row(table, "PRJ01").sum()).isEqualTo("14");
		assertThat(row(table, "PRJ01").own()).isEmpty();
	}

	@Test
	void whatOneMayNotSeeIsNotThere() {
		Long elsewhere = this.province.bureau("别市", "CITY", this.province.top);
		ReportingPeriod planned = this.periods.plan(this.province.year() + 1, PeriodKind.ANNUAL, this.province.today());
		assertThat(get("/rollup?bureau=" + elsewhere, this.province.supervisor())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/rollup?bureau=" + this.province.top, this.province.supervisor()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/rollup?bureau=" + elsewhere, this.province.administrator())).hasStatus(HttpStatus.OK);
		assertThat(get("/rollup?period=" + planned.getId(), this.province.supervisor()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/rollup?metric=NIX01", this.province.supervisor())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/rollup?bureau=abc", this.province.supervisor())).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(get("/rollup", this.province.reporter())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void thePageSaysWhoIsMissing() {
		submit(this.province.county, this.province.period, Map.of("PRJ01", "14"));
		String address = "/rollup?period=" + this.province.period.getId();
		Document page = page(address);
		assertThat(page.select(".absent").text()).contains("2 个单位没有计入", name(this.second) + "（未报送）",
				name(this.third) + "（未报送）");
		assertThat(page.select(".sums tbody tr:contains(国家级科技计划项目立项数)").text()).contains("14 不完整", "缺 2");
		Document one = page(address + "&metric=PRJ01");
		assertThat(one.select(".absent").text()).contains("缺 2 个单位", name(this.second));
		this.province.counties(9);
		assertThat(page(address).select(".absent details li")).hasSize(11);
	}

	@Test
	void theWorkbookHoldsEveryBureauBelowTheOther() throws IOException {
		this.jdbc.sql("update bureaus set name = '=1+1县科技局' where id = ?").param(this.second).update();
		approve(this.province.county, this.lastYear, Map.of("ENT01", "30"));
		submit(this.province.county, this.province.period, Map.of("PRJ01", "14", "PRJ03", "不适用"));
		approve(this.second, this.province.period, Map.of("PRJ01", "20", "PRJ06", "999999999999999.99"));
		file(this.third, this.province.period, Report.Status.RETURNED, Map.of("PRJ01", "7777"));
		submit(this.province.city, this.province.period, Map.of("PRJ01", "40"));
		MvcTestResult result = get("/rollup/figures.xlsx?period=" + this.province.period.getId(),
				this.province.supervisor());
		assertThat(result).hasStatus(HttpStatus.OK)
			.hasHeader("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		assertThat(result.getResponse().getHeader("Content-Disposition")).startsWith("attachment; ")
			.contains("filename*=UTF-8''" + URLEncoder.encode("市科技局", StandardCharsets.UTF_8));
		try (XSSFWorkbook workbook = new XSSFWorkbook(
				new ByteArrayInputStream(result.getResponse().getContentAsByteArray()))) {
			assertThat(rows(workbook, "报送情况")).extracting((row) -> row.get(0), (row) -> row.get(3), (row) -> row.get(7))
				.containsExactly(tuple("单位", "状态", "计入合计"), tuple(name(this.province.city), "已报送", "本级上报，不计入合计"),
						tuple(name(this.province.county), "已报送", "是"), tuple("=1+1县科技局", "已审定", "是"),
						tuple(name(this.third), "已退回", "否"));
			List<List<String>> projects = rows(workbook, "科技计划与资金");
			int third = projects.get(0).indexOf("国家级科技计划项目立项数（项）");
			assertThat(projects).extracting((row) -> row.get(0), (row) -> row.get(third))
				.containsExactly(tuple("单位", "国家级科技计划项目立项数（项）"), tuple(name(this.province.county), "14"),
						tuple("=1+1县科技局", "20"), tuple(name(this.third), ""), tuple("合计", "34"),
						tuple("缺报", name(this.third) + "（已退回）"), tuple("含往期数（斜体）", ""),
						tuple(name(this.province.city) + "（本级上报）", "40"));
			assertThat(projects.get(1)).contains("不适用");
			assertThat(projects.get(2)).as("no digit is lost").contains("999999999999999.99");
			Cell name = workbook.getSheet("科技计划与资金").getRow(2).getCell(0);
			assertThat(name.getCellType()).isEqualTo(CellType.STRING);
			assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
			assertThat(rows(workbook, "创新主体")).anySatisfy((row) -> assertThat(row)
				.contains("%s（%s）".formatted(name(this.province.county), this.lastYear.getTitle())));
			assertThat(workbook).allSatisfy((sheet) -> assertThat(sheet).allSatisfy((row) -> assertThat(row)
				.allSatisfy((cell) -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
		}
	}

	@Test
	void theWorkbookHoldsNothingOneMayNotSee() {
		String address = "/rollup/figures.xlsx?bureau=" + this.province.bureau("别市", "CITY", this.province.top);
		assertThat(get(address, this.province.supervisor())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/rollup/figures.xlsx", this.province.reporter())).hasStatus(HttpStatus.NOT_FOUND);
	}

	/** What stands in the cells. */
	private static List<List<String>> rows(XSSFWorkbook workbook, String sheet) {
		DataFormatter formatter = new DataFormatter();
		List<List<String>> rows = new ArrayList<>();
		workbook.getSheet(sheet).forEach((row) -> {
			List<String> cells = new ArrayList<>();
			row.forEach((cell) -> cells.add(formatter.formatCellValue(cell)));
			rows.add(cells);
		});
		return rows;
	}

	private SumTable table(boolean approved) {
		return this.tables.table(this.province.supervisor(),
				new SumTables.Choice(this.province.period.getId(), this.province.city, approved));
	}

	private SumTables.Choice choice(Long bureau) {
		return new SumTables.Choice(this.province.period.getId(), bureau, false);
	}

	private SumTable.Row row(String code) {
		return row(table(false), code);
	}

	private static SumTable.Row row(SumTable table, String code) {
		return table.groups()
			.stream()
			.flatMap((group) -> group.rows().stream())
			.filter((row) -> row.code().equals(code))
			.findFirst()
			.orElseThrow();
	}

	private MetricSum.Line line(String code, Long bureau) {
		return this.tables.table(this.province.supervisor(), choice(this.province.city), code)
			.answers()
			.stream()
			.filter((line) -> line.bureau().equals(name(bureau)))
			.findFirst()
			.orElseThrow();
	}

	private ReportingPeriod half(int year) {
		ReportingPeriod half = this.periods.plan(year, PeriodKind.FIRST_HALF, this.province.today().minusDays(100));
		this.jdbc.sql("update reporting_periods set opened_at = now() where id = ?").param(half.getId()).update();
		return half;
	}

	private void write(Long bureau, ReportingPeriod period, Map<String, String> figures) {
		file(bureau, period, Report.Status.DRAFT, figures);
	}

	private void submit(Long bureau, ReportingPeriod period, Map<String, String> figures) {
		file(bureau, period, Report.Status.SUBMITTED, figures);
	}

	private void approve(Long bureau, ReportingPeriod period, Map<String, String> figures) {
		file(bureau, period, Report.Status.APPROVED, figures);
	}

	/** As if it had gone that way; the sums read nothing but these rows. */
	private void file(Long bureau, ReportingPeriod period, Report.Status status, Map<String, String> figures) {
		Long report = this.province.report(bureau, period).getId();
		this.jdbc.sql("update reports set status = ?, saved_at = now() where id = ?")
			.params(status.name(), report)
			.update();
		figures.forEach((code, text) -> {
			ValueState state = switch (text) {
				case "" -> ValueState.BLANK;
				case Amount.NOT_APPLICABLE -> ValueState.NOT_APPLICABLE;
				case Amount.NOT_YET -> ValueState.NOT_YET;
				default -> ValueState.GIVEN;
			};
			this.jdbc.sql("""
					insert into metric_values (report_id, metric_id, state, amount, certainty, note)
					select ?, id, ?, ?, 'ACTUAL', '' from metrics where code = ?""")
				.params(report, state.name(), (state == ValueState.GIVEN) ? new BigDecimal(text) : null, code)
				.update();
		});
	}

	private void describe(Long bureau, String code, String certainty, String note) {
		this.jdbc
			.sql("""
					update metric_values set certainty = ?, note = ? where metric_id = (select id from metrics where code = ?)
					and report_id = (select id from reports where bureau_id = ? and period_id = ?)""")
			.params(certainty, note, code, bureau, this.province.period.getId())
			.update();
	}

	private String name(Long bureau) {
		return this.jdbc.sql("select name from bureaus where id = ?").param(bureau).query(String.class).single();
	}

	private Document page(String address) {
		return Province.page(get(address, this.province.supervisor()));
	}

	private MvcTestResult get(String address, Person person) {
		return this.mvc.get().uri(address).with(SignedIn.as(person)).exchange();
	}

}
