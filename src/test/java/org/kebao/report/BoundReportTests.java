package org.kebao.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Right;
import org.kebao.binding.BoundText;
import org.kebao.binding.TokenPlace;
import org.kebao.binding.Trouble;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metrics;
import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodKind;
import org.kebao.period.ReportingPeriod;
import org.kebao.promise.Promise;
import org.kebao.promise.Promises;
import org.kebao.promise.Task;
import org.kebao.register.Register;
import org.kebao.revision.ReportContent;
import org.kebao.revision.Revision;
import org.kebao.script.Mark;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the texts of a report say of its figures: live while it is written, frozen with
 * what was submitted.
 */
@HouseTest
class BoundReportTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Reports reports;

	@Autowired
	private Reckoning reckoning;

	@Autowired
	private Register register;

	@Autowired
	private Promises promises;

	@Autowired
	private Metrics metrics;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	@BeforeEach
	void found() {
		this.province = new Province(this.context);
	}

	@Test
	void everyTextOfAReportFollowsItsFigures() {
		Long before = lastYear();
		approve(before);
		Long id = draft(this.province.period);
		write(id, "metric.IPR01", "400");
		write(id, "metric.TEC02", "12345.6");
		write(id, "lead", "申请专利{{专利申请量}}，同比{{专利申请量.同比}}。");
		write(id, "idea", " 技术合同成交额达到{{技术合同成交额|亿元}} ");
		Entry achievement = own(id).entries(Entry.Kind.ACHIEVEMENT).get(0);
		write(id, "entry." + achievement.getId() + ".heading", "专利{{IPR01|数}}件");
		write(id, "entry." + achievement.getId() + ".body", "去年{{专利申请量.去年}}。\n完成率{{专利申请量.完成率}}，目标{{专利申请量.目标}}。");
		target(id, "IPR01", "AMOUNT", "600", "比今年{{专利申请量}}更多");
		target(id, "", "WORDS", "", "巩固{{专利申请量}}");
		CompletionTable.Line line = table(id).lines().get(0);
		write(id, line.field() + ".note", "只有{{专利申请量}}");

		assertThat(content(id)).satisfies((paper) -> says(paper, "400件", "400", "增长29.9%", "80%"));
		write(id, "metric.IPR01", "462");
		write(id, "metric.TEC02", "20000");
		assertThat(content(id)).satisfies((paper) -> {
			says(paper, "462件", "462", "增长50%", "92.4%");
			assertThat(paper.idea()).isEqualTo("技术合同成交额达到2亿元");
		});
		write(id, "metric.IPR01.certainty", "ESTIMATED");
		assertThat(content(id).lead()).isEqualTo("申请专利预计462件，同比预计增长50%。");
		write(id, "metric.IPR01", "");
		assertThat(content(id).lead()).isEqualTo("申请专利〔专利申请量：未填〕，同比〔专利申请量：未填〕。");
		write(id, "metric.IPR01", "不适用");
		assertThat(content(id).lead()).startsWith("申请专利〔专利申请量：不适用〕");
	}

	private static void says(ReportContent paper, String value, String number, String change, String completion) {
		assertThat(paper.lead()).isEqualTo("申请专利" + value + "，同比" + change + "。");
		assertThat(paper.achievements().get(0).heading()).isEqualTo("专利" + number + "件");
		assertThat(paper.achievements().get(0).body()).isEqualTo("去年308件。\n完成率" + completion + "，目标500件。");
		assertThat(paper.targets()).extracting(ReportContent.Target::text)
			.containsExactly("专利申请量达到600件，比今年" + value + "更多", "巩固" + value);
		assertThat(paper.completion().get(0).note()).isEqualTo("只有" + value);
		// the table of completion and the texts are of one mind
		assertThat(paper.completion().get(0).completion()).contains(completion);
	}

	@Test
	void whatWasSubmittedHoldsPlainWordsAndStaysAsItIs() {
		Long before = lastYear();
		approve(before);
		Long id = draft(this.province.period);
		write(id, "metric.IPR01", "400");
		write(id, "lead", "申请{{专利申请量}}，{{专利申请量.同比}}。");
		measure(id, "比去年的{{专利申请量.去年}}再多一点");
		this.province.settle(id, this.province.reporter());
		approve(id);
		Revision frozen = revision(id, 1);
		assertThat(frozen.getContent()).contains("申请400件，增长29.9%。").doesNotContain("{{", "}}");
		assertThat(promised()).contains("比去年的308件再多一点");

		this.reports.reopen(id, this.province.supervisor(), "核对");
		write(id, "metric.IPR01", "500");
		assertThat(content(id).lead()).isEqualTo("申请500件，增长62.3%。");
		assertThat(revision(id, 1).getContent()).isEqualTo(frozen.getContent());
		assertThat(revision(id, 1).isIntact()).isTrue();
		this.reports.submit(id, this.province.reporter());
		this.reports.approve(id, this.province.supervisor(), 2);
		assertThat(revision(id, 1).getContent()).isEqualTo(frozen.getContent());
		assertThat(revision(id, 2).getContent()).contains("申请500件，增长62.3%。");
	}

	@Test
	void aPlanIsPromisedInTheWordsOfItsPaper() {
		approve(lastYear());
		Long id = draft(this.province.period);
		measure(id, "超过{{专利申请量.去年}}");
		target(id, "", "WORDS", "", "保持{{专利申请量.去年}}");
		this.province.settle(id, this.province.reporter());
		this.reports.submit(id, this.province.reporter());
		// what it stated meanwhile has changed
		this.jdbc.sql("""
				update metric_values set amount = 999
				where amount = 308 and report_id in (select id from reports where bureau_id = ?)""")
			.param(this.province.county)
			.update();
		this.reports.approve(id, this.province.supervisor(), 1);
		assertThat(promised()).contains("超过308件", "保持308件");
	}

	@Test
	void thePaperOfTheYearBeforeIsPlainAndWhatIsTakenOverFollowsTheNewFigures() {
		Long before = lastYear();
		write(before, "lead", "申请{{专利申请量}}。");
		approve(before);
		Long id = this.province.report(this.province.county, this.province.period).getId();
		assertThat(this.register.previousPaper(own(id)).orElseThrow().content().lead()).isEqualTo("申请308件。");
		this.reports.carryOver(id, this.province.reporter(), new Carrying(Set.of(), Set.of(), Set.of(), true, false));
		assertThat(own(id).getLead()).isEqualTo("申请{{专利申请量}}。");
		assertThat(content(id).lead()).isEqualTo("申请〔专利申请量：未填〕。");
		write(id, "metric.IPR01", "400");
		assertThat(content(id).lead()).isEqualTo("申请400件。");
	}

	@Test
	void aNumberTypedBeforeAHeadingIsNeitherKeptNorCarriedNorPromised() {
		Long before = lastYear();
		Entry old = own(before).entries(Entry.Kind.ACHIEVEMENT).get(0);
		this.jdbc.sql("update entries set heading = '（三）平台建设提速' where id = ?").param(old.getId()).update();
		approve(before);
		Long id = draft(this.province.period);
		this.reports.carryOver(id, this.province.reporter(),
				new Carrying(Set.of(old.getId()), Set.of(), Set.of(), false, false));
		measure(id, "一是抓项目");
		measure(id, "3.5万人大培训");
		measure(id, "3." + Mark.KEPT + "0版行动");
		target(id, "", "WORDS", "", "（1）保持全省前列");
		ReportContent paper = content(id);
		assertThat(own(id).entries(Entry.Kind.ACHIEVEMENT)).extracting(Entry::getHeading).contains("平台建设提速");
		assertThat(paper.measures()).extracting(ReportContent.Item::heading)
			.contains("抓项目", "3.5万人大培训", "3." + Mark.KEPT + "0版行动");
		assertThat(paper.targets()).extracting(ReportContent.Target::text).contains("保持全省前列");
		this.province.settle(id, this.province.reporter());
		approve(id);
		assertThat(promised()).contains("抓项目", "3.5万人大培训", "3.0版行动", "保持全省前列");
	}

	@Test
	void aRatioIsBoundToItsComponentsOrToItsOfficialFigure() {
		Long id = draft(this.province.period);
		write(id, "lead", "强度{{R&D经费投入强度（全社会）}}");
		assertThat(content(id).lead()).isEqualTo("强度〔R&D经费投入强度（全社会）：还算不出〕");
		write(id, "metric.RDI01", "2.5");
		write(id, "metric.CTX01", "100");
		assertThat(content(id).lead()).isEqualTo("强度2.5%");
		write(id, "metric.RDI02", "2.68");
		assertThat(content(id).lead()).isEqualTo("强度2.68%");
	}

	@Test
	void theGoalIsTheBureausOwnBeforeWhatItWasTold() {
		approve(lastYear());
		Catalogue catalogue = this.metrics.catalogue();
		for (String code : List.of("IPR01", "IPR02")) {
			this.promises.assign(this.province.supervisor(), this.province.year(), catalogue.find(code).orElseThrow(),
					List.of(new Task(this.province.county, null, new BigDecimal("700"), null)));
		}
		Long id = draft(this.province.period);
		write(id, "metric.IPR01", "400");
		write(id, "metric.IPR02", "70");
		write(id, "lead", "{{专利申请量.目标}} {{专利授权量.目标}} {{专利授权量.完成率}}");
		assertThat(content(id).lead()).isEqualTo("500件 700件 10%");
	}

	@Test
	void atHalfYearItIsTheGoalOfTheWholeYear() {
		approve(lastYear());
		Long id = draft(this.province.period(this.province.year(), PeriodKind.FIRST_HALF, 10));
		write(id, "metric.IPR01", "250");
		write(id, "lead", "{{专利申请量}}，占全年目标{{专利申请量.目标}}的{{专利申请量.完成率}}");
		assertThat(content(id).lead()).isEqualTo("250件，占全年目标500件的50%");
		assertThat(table(id).lines().get(0).content().completion()).contains("50%");
	}

	@Test
	void aGoalOfAnotherYearIsNoneOfThisOne() {
		Long older = lastYear(this.province.year() - 2);
		approve(older);
		Long id = draft(this.province.period);
		write(id, "metric.IPR01", "400");
		write(id, "lead", "{{专利申请量.目标}}");
		assertThat(table(id).lines()).as("the last plan there is").isNotEmpty();
		assertThat(content(id).lead()).isEqualTo("〔专利申请量：没有目标值〕");
	}

	@Test
	void aGoalIsToldInTheUnitTheMetricHasNow() {
		Long before = lastYear();
		target(before, "TEC02", "AMOUNT", "12000", "");
		approve(before);
		this.jdbc.sql("update promises set unit = '亿元', goal = 1.2 where goal = 12000 and bureau_id = ?")
			.param(this.province.county)
			.update();
		Long id = draft(this.province.period);
		write(id, "metric.TEC02", "6000");
		write(id, "lead", "{{技术合同成交额.目标|万元}} {{技术合同成交额.完成率}}");
		assertThat(content(id).lead()).isEqualTo("12000万元 50%");
	}

	@Test
	void nothingIsRefusedForItsTokens() {
		Long id = draft(this.province.period);
		for (String text : List.of("{{", "{{没有}}", "}}", "{{<b>\"'}}", "{".repeat(10_000), "{{{{专利申请量}}}}")) {
			write(id, "lead", text);
			assertThat(own(id).getLead()).isEqualTo(text);
		}
		assertThat(content(id).lead()).isEqualTo("{{〔专利申请量：未填〕}}");
		assertThat(BoundText.of(own(id).getLead())
			.print(this.reckoning.facts(own(id), this.reckoning.vocabulary(own(id))))
			.troubles()).extracting(TokenPlace::trouble)
			.containsExactly(Trouble.UNPAIRED, Trouble.BLANK, Trouble.UNPAIRED);
	}

	@Test
	void aTextOfTokensOnlyIsWritten() {
		Long id = draft(this.province.period);
		Progress before = this.reckoning.progress(own(id), this.reckoning.vocabulary(own(id)));
		Entry achievement = own(id).entries(Entry.Kind.ACHIEVEMENT).get(0);
		write(id, "entry." + achievement.getId() + ".heading", "{{专利申请量}}");
		write(id, "entry." + achievement.getId() + ".body", "{{专利申请量}}");
		assertThat(this.reckoning.progress(own(id), this.reckoning.vocabulary(own(id)))).isEqualTo(before);
	}

	/** A report with 308 patents, and 500 for the year after. */
	private Long lastYear() {
		return lastYear(this.province.year() - 1);
	}

	private Long lastYear(int year) {
		Long id = draft(this.province.period(year, 10));
		write(id, "metric.IPR01", "308");
		target(id, "IPR01", "AMOUNT", "500", "");
		return id;
	}

	/** Something in every part, a measure for a plan. */
	private Long draft(ReportingPeriod period) {
		Long id = this.province.draft(this.province.county, period, this.province.reporter()).getId();
		// no literal figure: the texts of these tests are their own
		own(id).entries(Entry.Kind.ACHIEVEMENT)
			.forEach((entry) -> write(id, "entry." + entry.getId() + ".body", "工作稳步推进。"));
		own(id).targets()
			.forEach((target) -> this.reports.write(id, this.province.reporter(), Right.WORDS,
					(draft) -> draft.deleteTarget(target.getId(), true)));
		return id;
	}

	private void measure(Long id, String heading) {
		this.province.entry(id, this.province.reporter(), Entry.Kind.MEASURE, heading, "逐项落实。");
	}

	private void target(Long id, String metric, String aim, String amount, String words) {
		String name = "target."
				+ this.reports.write(id, this.province.reporter(), Right.WORDS, (draft) -> draft.addTarget()).getId()
				+ ".";
		write(id, name + "metric", metric);
		write(id, name + "aim", aim);
		write(id, name + "amount", amount);
		write(id, name + "words", words);
	}

	private void write(Long id, String field, String text) {
		this.province.write(id, this.province.reporter(), field, text);
	}

	private void approve(Long id) {
		this.reports.submit(id, this.province.reporter());
		this.reports.approve(id, this.province.supervisor(), 1);
	}

	private Report own(Long id) {
		return this.reports.own(id, this.province.reporter());
	}

	private ReportContent content(Long id) {
		return this.register.paper(id, this.province.reporter()).content();
	}

	private CompletionTable table(Long id) {
		return this.reckoning.completion(own(id), this.reckoning.vocabulary(own(id)));
	}

	private Revision revision(Long id, int number) {
		return this.register.revision(own(id), number).orElseThrow();
	}

	/** What the county promised for the year after this world's. */
	private List<String> promised() {
		return this.promises.dueIn(this.province.county, new PeriodKey(this.province.year() + 1, PeriodKind.ANNUAL))
			.stream()
			.map(Promise::getText)
			.toList();
	}

}
