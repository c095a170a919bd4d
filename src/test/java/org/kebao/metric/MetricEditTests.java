package org.kebao.metric;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.persistence.EntityManager;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.ValidHtml;
import org.kebao.account.Right;
import org.kebao.account.Role;
import org.kebao.account.SignedIn;
import org.kebao.amount.Comparison;
import org.kebao.bureau.Bureaus;
import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodKind;
import org.kebao.register.Register;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.report.ValueChange;
import org.kebao.revision.Aim;
import org.kebao.revision.ReportContent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What an administrator may change of a metric and of a group, and what it does to
 * reports.
 */
@HouseTest(properties = "tests.database=of MetricEditTests")
@Transactional
class MetricEditTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Metrics metrics;

	@Autowired
	private MetricHistory history;

	@Autowired
	private Bureaus bureaus;

	@Autowired
	private Reports reports;

	@Autowired
	private Register register;

	@Autowired
	private EntityManager entities;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	@BeforeEach
	void found() {
		this.province = new Province(this.context);
		// what it wrote past the entities is not seen otherwise
		this.entities.clear();
	}

	@Test
	void everyFieldIsSavedAndLeavesAVersionThatTellsWhatChanged() {
		Map<String, String> typed = form("PRJ01");
		typed.put("name", "国家级项目数");
		typed.put("scale", "1");
		typed.put("comparison", "DIFFERENCE");
		typed.put("mayBeNegative", "true");
		typed.put("definition", "新的定义\r\n第二行");
		typed.put("source", "新的来源");
		typed.put("exclusion", "新的排除");
		typed.put("aliases", "甲叫法、乙叫法\r\n甲叫法\r\n");
		typed.put("ownerSection", "新科");
		typed.put("jumpBand", "");
		typed.put("low[COUNTY]", "");
		typed.put("high[COUNTY]", "１２");
		typed.put("low[CITY]", "");
		typed.put("high[CITY]", "");
		typed.put("validFromYear", "2020");
		typed.put("validFromKind", "FIRST_HALF");
		typed.put("validToYear", "2030");
		typed.put("validToKind", "ANNUAL");
		assertThat(post("PRJ/PRJ01", typed)).hasRedirectedUrl("/admin/metrics/PRJ#PRJ01");
		Metric metric = metric("PRJ01");
		assertThat(metric.getName()).isEqualTo("国家级项目数");
		assertThat(metric.getScale()).isEqualTo(1);
		assertThat(metric.isMayBeNegative()).isTrue();
		assertThat(metric.getComparison()).isEqualTo(Comparison.DIFFERENCE);
		assertThat(metric.getDefinition()).isEqualTo("新的定义\n第二行");
		assertThat(metric.getAliases()).containsExactly("甲叫法", "乙叫法", "国家级科技计划项目立项数");
		assertThat(metric.getJumpBand()).isNull();
		assertThat(metric.range("COUNTY").orElseThrow().words()).isEqualTo("不超过12");
		assertThat(metric.range("CITY")).isEmpty();
		assertThat(metric.getValidFrom()).isEqualTo(new PeriodKey(2020, PeriodKind.FIRST_HALF));
		assertThat(metric.getValidTo()).isEqualTo(new PeriodKey(2030, PeriodKind.ANNUAL));
		List<MetricHistory.Save> history = this.history.of(metric, this.bureaus.levelNames());
		assertThat(history).extracting(MetricHistory.Save::number).containsExactly(2, 1);
		assertThat(history.get(0).by()).isEqualTo(this.province.administrator().id());
		assertThat(history.get(1).by()).isNull();
		assertThat(history.get(0).edits()).extracting(MetricContent.Edit::label)
			.containsExactly("名称", "小数位", "可以是负数", "与上年比", "统计什么", "数据来源", "不包括", "别名", "责任科室", "变动超过多少要说明", "合理区间（市级）",
					"合理区间（县级）", "从哪一期起填报", "填报到哪一期");
		Document page = page("PRJ/PRJ01");
		assertThat(page.select(".saves del").eachText()).contains("国家级科技计划项目立项数", "0—10", "50%");
		assertThat(page.select(".saves ins").eachText()).contains("国家级项目数", "不超过12", "2020年上半年");
	}

	@Test
	void aRenamedMetricIsStillKnownByItsFormerNames() {
		for (String name : List.of("国家级项目甲", "国家级项目乙", "国家级科技计划项目立项数")) {
			Map<String, String> typed = form("PRJ01");
			typed.put("name", name);
			assertThat(post("PRJ/PRJ01", typed)).hasStatus3xxRedirection();
		}
		Metric metric = metric("PRJ01");
		assertThat(metric.getAliases()).endsWith("国家级项目甲", "国家级项目乙").doesNotHaveDuplicates();
		for (String name : List.of("国家级项目甲", "国家级项目 乙", "国家级科技计划项目立项数", "prj01")) {
			assertThat(this.metrics.catalogue().named(name)).contains(metric);
		}
		Map<String, String> typed = form("PRJ01");
		typed.put("aliases", "国家级项目乙");
		post("PRJ/PRJ01", typed);
		assertThat(metric("PRJ01").getAliases()).as("an alias can be taken away").containsExactly("国家级项目乙");
	}

	@Test
	void aFormerNameThatAnotherMetricHasIsNoAlias() {
		this.jdbc.sql("update metrics set aliases = array['国家级科技计划 项目立项数'] where code = 'PRJ02'").update();
		this.entities.clear();
		Map<String, String> typed = form("PRJ01");
		typed.put("name", "国家级项目甲");
		assertThat(post("PRJ/PRJ01", typed)).hasStatus3xxRedirection();
		assertThat(metric("PRJ01").getAliases()).doesNotContain("国家级科技计划项目立项数");
		assertThat(this.metrics.catalogue().named("国家级科技计划项目立项数")).contains(metric("PRJ02"));
	}

	@Test
	void aNameThatDiffersOnlyInItsBlanksIsTaken() {
		Map<String, String> typed = form("PRJ06");
		typed.put("aliases", "专利 申请量");
		assertThat(post("PRJ/PRJ06", typed)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void whereNoAliasMoreFitsTheNameIsKept() {
		Map<String, String> typed = form("PRJ01");
		typed.put("name", "国家级项目甲");
		typed.put("aliases", IntStream.rangeClosed(1, 20).mapToObj((i) -> "叫法" + i).collect(Collectors.joining("\n")));
		MvcTestResult result = post("PRJ/PRJ01", typed);
		assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(read(result).select("#aliases-error").text()).contains("原名“国家级科技计划项目立项数”要留作别名");
		assertThat(metric("PRJ01").getName()).isEqualTo("国家级科技计划项目立项数");
	}

	@Test
	void aSaveThatChangesNothingLeavesNoVersion() {
		assertThat(post("PRJ/PRJ06", form("PRJ06"))).hasStatus3xxRedirection();
		assertThat(this.history.of(metric("PRJ06"), Map.of())).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "name||请填指标名称", "name|申请{{量|不能有花括号", "name|申请、授权量|顿号",
			"aliases|申请{{量|不能有花括号", "name|专利授权量|“专利授权量”已是“专利授权量”的名称或别名", "aliases|专利授权|“专利授权”已是“专利授权量”的名称或别名",
			"aliases|有效发明专利拥有量|“有效发明专利拥有量”已是“有效发明专利拥有量”的名称或别名", "unit||请填单位", "scale||小数位在 0 到 6 之间",
			"scale|7|小数位在 0 到 6 之间", "scale|viel|小数位在 0 到 6 之间", "definition||请写明这个指标统计什么", "jumpBand|0|请填 1 到 9999 之间",
			"jumpBand|1.5|请填 1 到 9999 之间", "low[COUNTY]|多|请填数字，最多 6 位小数", "high[COUNTY]|-1|上限不能小于下限",
			"low[COUNTY]|不适用|请填数字", "validFromYear|2020|年份和报告期要一起填", "validToKind|ANNUAL|年份和报告期要一起填",
			"validFromYear|20|年份在 2000 到 2100 之间", "comparison|RATHER|请选与上年比的方法" })
	void refusesBesideTheFieldAndKeepsWhatWasTyped(String field, String text, String words) {
		Map<String, String> typed = form("IPR01");
		typed.put(field, (text != null) ? text : "");
		typed.put("source", "没有保存也要留着的来源");
		MvcTestResult result = post("IPR/IPR01", typed);
		assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		Document page = read(result);
		assertThat(page.select("p.error").text()).contains(words);
		assertThat(page.select("#source").text()).isEqualTo("没有保存也要留着的来源");
		if (page.selectFirst("input[name='" + field + "']") != null) {
			assertThat(page.selectFirst("input[name='" + field + "']").val()).isEqualTo((text != null) ? text : "");
		}
		assertThat(page.select("[aria-invalid=true]")).isNotEmpty();
		assertThat(metric("IPR01").getSource()).doesNotContain("没有保存");
	}

	@Test
	void refusesAnEndBeforeTheBeginningAndTheHalfOfARatioOutsideItsTime() {
		Map<String, String> typed = form("PRJ01");
		typed.putAll(Map.of("validFromYear", "2026", "validFromKind", "ANNUAL", "validToYear", "2026", "validToKind",
				"FIRST_HALF"));
		assertThat(read(post("PRJ/PRJ01", typed)).select("#validToYear-error").text()).isEqualTo("截止报告期不能早于起始报告期");
		Map<String, String> component = form("CTX01");
		component.putAll(Map.of("validToYear", "2026", "validToKind", "ANNUAL"));
		assertThat(read(post("CTX/CTX01", component)).select("#validFromYear-error").text())
			.contains("“R&D经费投入强度（全社会）”由“地区生产总值（GDP）”计算得出");
	}

	@Test
	void whoSavesAfterAnotherIsToldAndBothTextsAreThere() {
		Map<String, String> mine = form("PRJ02");
		Map<String, String> theirs = form("PRJ02");
		theirs.put("ownerSection", "别人的科");
		post("PRJ/PRJ02", theirs);
		mine.put("ownerSection", "我的科");
		mine.put("definition", "我写的定义");
		MvcTestResult result = post("PRJ/PRJ02", mine);
		assertThat(result).hasStatus(HttpStatus.CONFLICT);
		Document page = read(result);
		assertThat(page.select("[role=alert]").text()).contains("这个指标在别处已保存了第 2 版", "责任科室", "“别人的科”", "您填的是“我的科”");
		assertThat(page.select("#definition").text()).isEqualTo("我写的定义");
		assertThat(metric("PRJ02").getOwnerSection()).isEqualTo("别人的科");
		Map<String, String> wrong = new LinkedHashMap<>(mine);
		wrong.put("scale", "viel");
		assertThat(post("PRJ/PRJ02", wrong)).as("wrong besides").hasStatus(HttpStatus.CONFLICT);
		mine.put("base", page.selectFirst("input[name=base]").val());
		assertThat(post("PRJ/PRJ02", mine)).hasStatus3xxRedirection();
		assertThat(metric("PRJ02").getOwnerSection()).isEqualTo("我的科");
		assertThat(this.history.of(metric("PRJ02"), Map.of())).hasSize(3);
	}

	@Test
	void anotherUnitConvertsWhatStandsInReportsAndPlansAndLeavesWhatWasFrozen() {
		Long id = this.province.draft().getId();
		this.province.write(id, this.province.reporter(), "metric.TEC02", "8209.39");
		Long target = this.reports.write(id, this.province.reporter(), Right.WORDS, (draft) -> draft.addTarget())
			.getId();
		this.province.write(id, this.province.reporter(), "target." + target + ".metric", "TEC02");
		this.province.write(id, this.province.reporter(), "target." + target + ".amount", "10000");
		Long growth = this.reports.write(id, this.province.reporter(), Right.WORDS, (draft) -> draft.addTarget())
			.getId();
		this.province.write(id, this.province.reporter(), "target." + growth + ".metric", "TEC02");
		this.province.write(id, this.province.reporter(), "target." + growth + ".aim", "PERCENT");
		this.province.write(id, this.province.reporter(), "target." + growth + ".amount", "20");
		Long above = this.reports.write(id, this.province.reporter(), Right.WORDS, (draft) -> draft.addTarget())
			.getId();
		this.province.write(id, this.province.reporter(), "target." + above + ".metric", "TEC02");
		this.province.write(id, this.province.reporter(), "target." + above + ".aim", "ABOVE");
		this.province.write(id, this.province.reporter(), "target." + above + ".amount", "15000");
		this.reports.submit(id, this.province.reporter());
		this.reports.approve(id, this.province.supervisor(), 1);

		Map<String, String> typed = form("TEC02");
		typed.put("unit", "亿元");
		typed.put("name", "技术合同总额");
		typed.put("low[CITY]", "1");
		typed.put("high[CITY]", "3000");
		assertThat(read(post("TEC/TEC02", typed)).select("#scale-error").text()).isEqualTo("已填的数要 6 位小数，小数位不能更少");
		typed.put("scale", "6");
		assertThat(post("TEC/TEC02", typed)).hasStatus3xxRedirection();
		this.entities.flush();
		this.entities.clear();

		Metric metric = metric("TEC02");
		assertThat(metric.range("COUNTY").orElseThrow().words()).as("left alone, so converted").isEqualTo("0—80");
		assertThat(metric.range("CITY").orElseThrow().high()).as("typed anew").isEqualByComparingTo("3000");
		Report report = this.reports.own(id, this.province.reporter());
		assertThat(report.amounts().get(metric.getId())).isEqualByComparingTo("0.820939");
		assertThat(report.target(target).orElseThrow().getAmount()).isEqualByComparingTo("1");
		assertThat(report.target(above).orElseThrow().getAmount()).isEqualByComparingTo("1.5");
		assertThat(report.target(growth).orElseThrow().getAmount()).as(Aim.PERCENT.name()).isEqualByComparingTo("20");
		assertThat(this.register.changes(report).get(0)).extracting(ValueChange::getOldText, ValueChange::getNewText)
			.containsExactly("8209.39万元", "0.820939亿元");

		ReportContent.Row frozen = row(this.register.paper(id, this.province.supervisor()).content(), "TEC02");
		assertThat(frozen.name()).isEqualTo("技术合同成交额");
		assertThat(frozen.unit()).isEqualTo("万元");
		assertThat(frozen.amount()).isEqualByComparingTo("8209.39");
		Long city = this.province.report(this.province.city, this.province.period).getId();
		ReportContent.Row fresh = row(
				this.register.paper(city, this.province.person("市报", this.province.city, Role.REPORTER)).content(),
				"TEC02");
		assertThat(fresh.name()).isEqualTo("技术合同总额");
		assertThat(fresh.unit()).isEqualTo("亿元");
	}

	@Test
	void aRatioStaysWhatItIsWhenAComponentHasAnotherUnit() {
		Catalogue before = this.metrics.catalogue();
		Map<Long, BigDecimal> amounts = new HashMap<>();
		amounts.put(metric("RDI01").getId(), new BigDecimal("2.52"));
		amounts.put(metric("CTX01").getId(), new BigDecimal("100"));
		assertThat(before.amount(metric("RDI02"), amounts).orElseThrow()).isEqualByComparingTo("2.52");
		convert("CTX01", "元", "100", "10000000000", amounts);
		convert("RDI01", "万元", "2.52", "25200", amounts);
		assertThat(metric("RDI02").getFactor()).isEqualByComparingTo("1000000");
	}

	private void convert(String code, String unit, String before, String after, Map<Long, BigDecimal> amounts) {
		Map<String, String> typed = form(code);
		typed.put("unit", unit);
		assertThat(post(code.substring(0, 3) + "/" + code, typed)).hasStatus3xxRedirection();
		this.entities.flush();
		this.entities.clear();
		assertThat(amounts.put(metric(code).getId(), new BigDecimal(after))).isEqualByComparingTo(before);
		assertThat(this.metrics.catalogue().amount(metric("RDI02"), amounts).orElseThrow())
			.isEqualByComparingTo("2.52");
	}

	@Test
	void aUnitOfAnotherMeasureIsRefusedOnceAReportHasAFigure() {
		Map<String, String> typed = form("AGR05");
		typed.put("unit", "人");
		Long id = this.province.draft().getId();
		this.province.write(id, this.province.reporter(), "metric.AGR05", "300");
		assertThat(read(post("AGR/AGR05", typed)).select("#unit-error").text()).contains("已有报告填了这个指标，“人次”不能换算成“人”");
		this.province.write(id, this.province.reporter(), "metric.AGR05", "");
		assertThat(post("AGR/AGR05", typed)).hasStatus3xxRedirection();
		assertThat(metric("AGR05").getUnit()).isEqualTo("人");
	}

	@Test
	void refusesFewerDecimalsThanFiguresHaveAndFiguresThatGrowTooLarge() {
		Long id = this.province.draft().getId();
		this.province.write(id, this.province.reporter(), "metric.PRJ06", "755.5");
		this.province.write(id, this.province.reporter(), "metric.IND01", "123456789012345");
		Map<String, String> fewer = form("PRJ06");
		fewer.put("scale", "0");
		assertThat(read(post("PRJ/PRJ06", fewer)).select("#scale-error").text()).contains("要 1 位小数");
		fewer.put("scale", "1");
		assertThat(post("PRJ/PRJ06", fewer)).hasStatus3xxRedirection();
		Map<String, String> larger = form("IND01");
		larger.put("unit", "元");
		assertThat(read(post("IND/IND01", larger)).select("#unit-error").text()).contains("已填的数太大");
	}

	@Test
	void aNewMetricIsAskedAtOnceAndAnOldReportDoesNotKnowIt() {
		Map<String, String> typed = blank("PRJ");
		assertThat(typed).containsEntry("code", "PRJ13");
		typed.putAll(Map.of("name", "揭榜挂帅项目数", "unit", "项", "definition", "本年立项的揭榜挂帅项目数", "high[COUNTY]", "5"));
		assertThat(post("PRJ/new", typed)).hasRedirectedUrl("/admin/metrics/PRJ#PRJ13");
		Long id = this.province.draft().getId();
		this.province.write(id, this.province.reporter(), "metric.PRJ13", "3");
		ReportContent content = this.register.paper(id, this.province.reporter()).content();
		assertThat(content.groups().get(0).rows()).last().extracting(ReportContent.Row::code).isEqualTo("PRJ13");
		assertThat(this.history.of(metric("PRJ13"), Map.of())).extracting(MetricHistory.Save::by)
			.containsExactly(this.province.administrator().id());
	}

	@Test
	void aNewRatioIsComputedFromItsComponents() {
		Map<String, String> typed = blank("RDI");
		typed.putAll(Map.of("name", "立项资金强度", "unit", "%", "definition", "资金比产值", "kind", "RATIO", "scale", "2",
				"numerator", "PRJ06", "denominator", "PRJ07", "factor", "100"));
		assertThat(post("RDI/new", typed)).hasStatus3xxRedirection();
		Map<Long, BigDecimal> amounts = Map.of(metric("PRJ06").getId(), new BigDecimal("1"), metric("PRJ07").getId(),
				new BigDecimal("3"));
		assertThat(this.metrics.catalogue().amount(metric("RDI11"), amounts).orElseThrow())
			.isEqualByComparingTo("33.33");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "code|PRJ01|code|已被“国家级科技计划项目立项数”使用", "code|ENT90|code|代码是 PRJ 加两位数字",
			"code|PRJ1|code|代码是 PRJ 加两位数字", "kind||kind|请选类型", "numerator|PRJ01|kind|类型须是“相对数”",
			"numerator|PRJ01|factor|请填大于 0 的系数", "numerator|PRJ01|denominator|请选一个由填报人填写的指标",
			"numerator|RDI02|numerator|请选一个由填报人填写的指标", "numerator|PRJ11|numerator|没有在同样的层级和报告期填报",
			"factor|viel|factor|请填大于 0 的系数", "factor|0.00001|factor|最多 4 位小数", "name|专利申请|name|已是“专利申请量”的名称或别名" })
	void refusesAMetricThatCannotBe(String field, String text, String place, String words) {
		Map<String, String> typed = blank("PRJ");
		typed.putAll(Map.of("name", "新指标", "unit", "项", "definition", "定义"));
		typed.put(field, (text != null) ? text : "");
		MvcTestResult result = post("PRJ/new", typed);
		assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(read(result).select("#" + place + "-error").text()).contains(words);
		assertThat(this.metrics.catalogue().all()).hasSize(107);
	}

	@Test
	void aGroupIsAskedOfTheLevelsThatWereChosen() {
		assertThat(post("FIN/edit", group("FIN", "科技与金融", "PROVINCE", "CITY", "DISTRICT", "ZONE")))
			.hasRedirectedUrl("/admin/metrics#FIN");
		Catalogue catalogue = this.metrics.catalogue();
		assertThat(catalogue.forReport("COUNTY", new PeriodKey(2026, PeriodKind.ANNUAL)).isAsked(metric("FIN01")))
			.isFalse();
		assertThat(catalogue.forReport("ZONE", new PeriodKey(2026, PeriodKind.ANNUAL)).isAsked(metric("FIN01")))
			.isTrue();
		assertThat(metric("FIN01").getGroup().getName()).isEqualTo("科技与金融");
		assertThat(page("FIN").select(".chip.warn").eachText()).containsExactly("县级不填报");
	}

	@Test
	void aGroupThatRatiosOfALevelNeedStaysAskedOfThatLevel() {
		MvcTestResult refused = post("CTX/edit", group("CTX", "分母", "PROVINCE", "CITY"));
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(read(refused).select("#levels-error").text()).contains("计算得出，填报前者的层级和报告期，后者也要填报");
		for (String ratios : List.of("RDI", "IPR", "IND")) {
			assertThat(post(ratios + "/edit", group(ratios, ratios, "PROVINCE", "CITY"))).hasStatus3xxRedirection();
		}
		assertThat(post("CTX/edit", group("CTX", "分母", "PROVINCE", "CITY"))).hasStatus3xxRedirection();
	}

	@Test
	void whoChangesAGroupAfterAnotherIsTold() {
		Map<String, List<String>> mine = group("COP", "我的名称", "CITY");
		post("COP/edit", group("COP", "别人的名称", "CITY", "COUNTY"));
		MvcTestResult result = post("COP/edit", mine);
		assertThat(result).hasStatus(HttpStatus.CONFLICT);
		assertThat(read(result).select("[role=alert]").text()).contains("别人的名称", "市级 县级");
		assertThat(read(result).selectFirst("#name").val()).isEqualTo("我的名称");
	}

	@Test
	void aNewGroupIsThereForItsMetrics() {
		Map<String, List<String>> typed = new LinkedHashMap<>(
				Map.of("code", List.of("NEW"), "name", List.of("新的职能"), "levels", List.of("CITY")));
		assertThat(post("", typed)).hasRedirectedUrl("/admin/metrics/NEW");
		assertThat(post("", typed)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("已被别的指标组使用", "已有叫这个名称");
		Map<String, String> metric = blank("NEW");
		metric.putAll(Map.of("name", "新的指标", "unit", "个", "definition", "定义"));
		assertThat(metric).containsEntry("code", "NEW01");
		assertThat(post("NEW/new", metric)).hasStatus3xxRedirection();
		assertThat(this.metrics.catalogue().forReport("CITY", new PeriodKey(2026, PeriodKind.ANNUAL)).asked()).last()
			.extracting(Metric::getCode)
			.isEqualTo("NEW01");
		typed.put("levels", List.of());
		typed.put("code", List.of("ab"));
		assertThat(read(post("", typed)).select("p.error").text()).contains("至少选一个层级", "三个大写字母");
	}

	@Test
	void findsAMetricByNameAliasOrCode() {
		for (Map.Entry<String, String> one : Map
			.of("高企培育", "ENT04", "ｒｄｉ０１", "RDI01", "新认定高企", "ENT02", "合同 成交额", "TEC02")
			.entrySet()) {
			MvcTestResult result = this.mvc.get()
				.uri("/admin/metrics")
				.param("q", one.getKey())
				.with(SignedIn.as(this.province.administrator()))
				.exchange();
			assertThat(read(result).select("tbody td:first-child").eachText()).contains(one.getValue());
		}
		assertThat(this.metrics.catalogue().search("nothing")).isEmpty();
	}

	private Map<String, String> form(String code) {
		return fields(page(code.substring(0, 3) + "/" + code));
	}

	private Map<String, String> blank(String group) {
		return fields(page(group + "/new"));
	}

	/** What a browser would send back. */
	private static Map<String, String> fields(Document page) {
		Map<String, String> fields = new LinkedHashMap<>();
		page.select("form.card input[name]:not([type=checkbox]), form.card textarea")
			.forEach((one) -> fields.put(one.attr("name"), one.hasAttr("value") ? one.val() : one.wholeText()));
		page.select("form.card input[checked]").forEach((one) -> fields.put(one.attr("name"), one.val()));
		page.select("form.card select")
			.forEach((one) -> fields.put(one.attr("name"), one.select("option[selected]").val()));
		fields.remove("_csrf");
		return fields;
	}

	private Map<String, List<String>> group(String code, String name, String... levels) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		fields.put("version", List.of(page(code + "/edit").selectFirst("input[name=version]").val()));
		fields.put("name", List.of(name));
		fields.put("levels", List.of(levels));
		return fields;
	}

	private Document page(String path) {
		this.entities.flush();
		this.entities.clear();
		return read(this.mvc.get()
			.uri("/admin/metrics/" + path)
			.with(SignedIn.as(this.province.administrator()))
			.exchange());
	}

	private static Document read(MvcTestResult result) {
		String html = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(ValidHtml.errors(html)).isEmpty();
		return Jsoup.parse(html);
	}

	private MvcTestResult post(String path, Map<String, ?> fields) {
		this.entities.flush();
		this.entities.clear();
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri("/admin/metrics" + (path.isEmpty() ? "" : "/" + path))
			.characterEncoding(StandardCharsets.UTF_8)
			.with(SignedIn.as(this.province.administrator()))
			.with(csrf());
		fields.forEach((name, value) -> request.param(name,
				(value instanceof List<?> many) ? many.toArray(String[]::new) : new String[] { value.toString() }));
		return request.exchange();
	}

	private Metric metric(String code) {
		return this.metrics.catalogue().find(code).orElseThrow();
	}

	private static ReportContent.Row row(ReportContent content, String code) {
		return content.groups()
			.stream()
			.flatMap((group) -> group.rows().stream())
			.filter((row) -> row.code().equals(code))
			.findFirst()
			.orElseThrow();
	}

}
