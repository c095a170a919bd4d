package org.kebao.summary;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.DemoTest;
import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.period.PeriodKind;
import org.kebao.refusal.NotVisibleException;
import org.kebao.register.Paper;
import org.kebao.register.Register;
import org.kebao.report.Report;
import org.kebao.revision.Revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The door, on the demo data: they were approved like everything else.
 */
@DemoTest
@Transactional
class SummariesTests {

	private static final String TEXT = "# {{period}}新模板\n{{lead}}\n";

	@Autowired
	Summaries summaries;

	@Autowired
	Register register;

	@Autowired
	Accounts accounts;

	@Autowired
	JdbcClient jdbc;

	private Person admin() {
		return this.accounts.person("admin").orElseThrow();
	}

	private Paper paper(Report.Status status, PeriodKind kind) {
		return papers(status, kind).findFirst().orElseThrow();
	}

	private Stream<Paper> papers(Report.Status status, PeriodKind kind) {
		return this.register.find(this.accounts.bureausSeenBy(admin()), null, status, PageRequest.of(0, 200))
			.stream()
			.map((report) -> this.register.paper(report.getId(), admin()))
			.filter((paper) -> paper.content().period().kind() == kind);
	}

	private SummaryTemplate usual(Paper paper) {
		return this.summaries.summary(paper, null, true).template();
	}

	/** The number of the version that came last with the application. */
	private int shipped(SummaryTemplate template) {
		return this.summaries.versions(template.getId()).get(0).getNumber();
	}

	@Test
	void makesAnnualAndHalfYearPapersAfterTheirOwnTemplates() {
		assertThat(this.summaries.summary(paper(Report.Status.APPROVED, PeriodKind.ANNUAL), null, true).choices())
			.extracting(SummaryTemplate::getName)
			.containsExactly("年度工作总结及下年工作计划", "关于报送年度工作总结和下年工作计划的报告", "下年工作要点");
		assertThat(this.summaries.summary(paper(Report.Status.APPROVED, PeriodKind.FIRST_HALF), null, true).choices())
			.extracting(SummaryTemplate::getName)
			.containsExactly("上半年工作总结及下半年工作计划", "关于报送上半年工作总结和下半年工作计划的报告");
	}

	@Test
	void prefersTheTemplateMadeForTheLevelOfTheBureau() {
		Paper paper = paper(Report.Status.SUBMITTED, PeriodKind.ANNUAL);
		SummaryTemplate own = this.summaries.create("本级专用", PeriodKind.ANNUAL, paper.content().bureau().level(), TEXT,
				Numbering.SKIP, admin());
		assertThat(usual(paper).getId()).isEqualTo(own.getId());
	}

	@Test
	void keepsAnApprovedPaperAsItWasWhateverBecomesOfItsTemplate() {
		Paper paper = paper(Report.Status.APPROVED, PeriodKind.ANNUAL);
		Paper open = paper(Report.Status.SUBMITTED, PeriodKind.ANNUAL);
		String before = this.summaries.summary(paper, null, true).html();
		SummaryTemplate template = usual(paper);
		this.summaries.save(template.getId(), "改名", PeriodKind.ANNUAL, null, TEXT, Numbering.SKIP, shipped(template),
				admin());
		this.summaries.create("后来的模板", PeriodKind.ANNUAL, null, TEXT, Numbering.FULL, admin());
		assertThat(Jsoup.parse(this.summaries.summary(open, null, true).html()).select(".title > span").eachText())
			.containsExactly("2026年度新模板".replace("2026", Integer.toString(open.content().period().year())));
		this.summaries.retire(template.getId(), true);
		assertThat(this.summaries.summary(paper, null, true).html()).isEqualTo(before);
		assertThat(this.summaries.summary(paper, null, true).choices()).extracting(SummaryTemplate::getName)
			.doesNotContain("后来的模板");
		assertThat(usual(open).getId()).isNotEqualTo(template.getId());
	}

	/** As if today's renderer had not been the one that printed it. */
	private void printedOtherwise(Paper paper, String html) {
		this.jdbc.sql("""
				set local session_replication_role = replica;
				update summary_prints set html = :html, sha256 = :sha256 where revision_id = :revision;
				set local session_replication_role = origin""")
			.param("html", html)
			.param("sha256", Revision.checksum(html))
			.param("revision", paper.revision().getId())
			.update();
	}

	@Test
	void showsAndHandsOutWhatWasPrintedAtTheApprovalWhateverPrintsToday() {
		Paper paper = paper(Report.Status.APPROVED, PeriodKind.ANNUAL);
		printedOtherwise(paper, "<p>万元 239479.13");
		assertThat(this.summaries.summary(paper, null, true).html()).isEqualTo("<p>万元 239479.13");
		assertThat(this.summaries.export(paper, null, true).html()).asString(StandardCharsets.UTF_8)
			.isEqualTo("<p>万元 239479.13");
	}

	@Test
	void keepsAPrintAfterEveryTemplateWithAndWithoutTheExplanations() {
		Paper paper = Stream.of(PeriodKind.values())
			.flatMap((kind) -> papers(Report.Status.APPROVED, kind))
			.filter((one) -> this.summaries.summary(one, null, true).annexed())
			.findFirst()
			.orElseThrow();
		for (SummaryTemplate template : this.summaries.summary(paper, null, true).choices()) {
			String with = this.summaries.summary(paper, template.getId(), true).html();
			String without = this.summaries.summary(paper, template.getId(), false).html();
			assertThat(Jsoup.parse(with).select(".annex")).hasSize(1);
			assertThat(Jsoup.parse(without).select(".annex")).isEmpty();
			assertThat(this.jdbc.sql("select html from summary_prints where revision_id = ?")
				.param(paper.revision().getId())
				.query(String.class)
				.list()).contains(with, without);
		}
	}

	@Test
	void handsOutNoPrintThatIsNotWhatWasKept() {
		Paper paper = paper(Report.Status.APPROVED, PeriodKind.ANNUAL);
		this.jdbc.sql("""
				set local session_replication_role = replica;
				update summary_prints set html = html || ' ' where revision_id = :revision;
				set local session_replication_role = origin""").param("revision", paper.revision().getId()).update();
		assertThatIllegalStateException().isThrownBy(() -> this.summaries.export(paper, null, true))
			.withMessageContaining("is not what was kept");
	}

	/** Approved when no template served its kind of period. */
	@Test
	void printsOnceWhatNoTemplateServedAtItsApproval() {
		Paper paper = paper(Report.Status.APPROVED, PeriodKind.ANNUAL);
		this.jdbc.sql("""
				set local session_replication_role = replica;
				delete from summary_prints where revision_id = :revision;
				delete from summary_pins where revision_id = :revision;
				set local session_replication_role = origin""").param("revision", paper.revision().getId()).update();
		String first = this.summaries.summary(paper, null, true).html();
		SummaryTemplate template = usual(paper);
		this.summaries.save(template.getId(), "改名", PeriodKind.ANNUAL, null, TEXT, Numbering.SKIP, shipped(template),
				admin());
		assertThat(this.summaries.summary(paper, null, true).html()).isEqualTo(first);
	}

	@Test
	void servesTheLastGoodVersionWhereTheNewestIsBroken() {
		Paper paper = paper(Report.Status.SUBMITTED, PeriodKind.ANNUAL);
		SummaryTemplate template = usual(paper);
		int shipped = shipped(template);
		this.summaries.save(template.getId(), template.getName(), PeriodKind.ANNUAL, null, TEXT, Numbering.FULL,
				shipped, admin());
		this.jdbc.sql("""
				insert into summary_template_versions (template_id, number, text, numbering, saved_at)
				values (?, ?, '# {{gone}}', 'FULL', now()), (?, ?, '# {{#open}}', 'FULL', now())""")
			.params(template.getId(), shipped + 2, template.getId(), shipped + 3)
			.update();
		Summaries.Summary summary = this.summaries.summary(paper, null, true);
		assertThat(summary.template().getId()).isEqualTo(template.getId());
		assertThat(summary.version().getNumber()).isEqualTo(shipped + 1);
		assertThat(this.summaries.export(paper, null, true).html()).isNotEmpty();
	}

	@Test
	void knowsNoTemplateOfAnotherKindOfPeriod() {
		Long half = usual(paper(Report.Status.APPROVED, PeriodKind.FIRST_HALF)).getId();
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.summaries.summary(paper(Report.Status.APPROVED, PeriodKind.ANNUAL), half, true));
	}

	@Test
	void exportsUnderItsNameAndOnRecord() {
		Paper paper = paper(Report.Status.APPROVED, PeriodKind.ANNUAL);
		Summaries.Export export = this.summaries.export(paper, null, true);
		assertThat(export.name())
			.isEqualTo("%s_%d年度_总结.html".formatted(paper.content().bureau().name(), paper.content().period().year()));
		assertThat(Jsoup.parse(new String(export.html(), StandardCharsets.UTF_8)).select(".mark")).isEmpty();
		assertThat(this.jdbc.sql("select detail from audit_entries where action = 'EXPORTED' order by id desc limit 1")
			.query(String.class)
			.single()).isEqualTo("模板“年度工作总结及下年工作计划”第 %d 版".formatted(shipped(usual(paper))));
	}

	@Test
	void saysOnAPaperNotYetApprovedThatItIsADraft() {
		byte[] html = this.summaries.export(paper(Report.Status.SUBMITTED, PeriodKind.ANNUAL), null, true).html();
		assertThat(Jsoup.parse(new String(html, StandardCharsets.UTF_8)).select(".mark").eachText())
			.containsExactly("草稿");
	}

	@Test
	void refusesABrokenTemplate() {
		assertThatExceptionOfType(TemplateText.BrokenTemplateException.class)
			.isThrownBy(
					() -> this.summaries.create("坏", PeriodKind.ANNUAL, null, "# {{gone}}", Numbering.FULL, admin()))
			.withMessage("第1行：没有“gone”这个标签");
	}

	@Test
	void refusesAWordingWrittenOnAnOlderVersion() {
		SummaryTemplate template = usual(paper(Report.Status.SUBMITTED, PeriodKind.ANNUAL));
		int shipped = shipped(template);
		this.summaries.save(template.getId(), "甲", PeriodKind.ANNUAL, null, TEXT, Numbering.FULL, shipped, admin());
		assertThatExceptionOfType(Summaries.NewerVersionException.class)
			.isThrownBy(() -> this.summaries.save(template.getId(), "乙", PeriodKind.ANNUAL, null, TEXT + "乙",
					Numbering.FULL, shipped, admin()))
			.satisfies((ex) -> assertThat(ex.newer().getText()).isEqualTo(TEXT));
	}

	@Test
	void restoresAnEarlierVersionAsANewOne() {
		SummaryTemplate template = usual(paper(Report.Status.SUBMITTED, PeriodKind.ANNUAL));
		TemplateVersion shipped = this.summaries.versions(template.getId()).get(0);
		String first = shipped.getText();
		this.summaries.save(template.getId(), template.getName(), PeriodKind.ANNUAL, null, TEXT, Numbering.FULL,
				shipped.getNumber(), admin());
		this.summaries.restore(template.getId(), shipped.getNumber(), admin());
		assertThat(this.summaries.versions(template.getId())).extracting(TemplateVersion::getNumber)
			.startsWith(shipped.getNumber() + 2, shipped.getNumber() + 1, shipped.getNumber());
		assertThat(this.summaries.versions(template.getId()).get(0).getText()).isEqualTo(first);
	}

	@Test
	void savesNoVersionWhereTheWordingIsTheSame() {
		SummaryTemplate template = usual(paper(Report.Status.SUBMITTED, PeriodKind.ANNUAL));
		TemplateVersion newest = this.summaries.versions(template.getId()).get(0);
		this.summaries.save(template.getId(), "只改名称", PeriodKind.ANNUAL, null, newest.getText(), newest.getNumbering(),
				newest.getNumber(), admin());
		assertThat(shipped(template)).isEqualTo(newest.getNumber());
		assertThat(this.summaries.template(template.getId()).getName()).isEqualTo("只改名称");
	}

	@Test
	void shippedTemplatesPrintTheCompletionTableAndClaimNothingOfThemselves() {
		List<SummaryTemplate> templates = this.summaries.templates()
			.stream()
			.filter((template) -> shipped(template) > 1)
			.toList();
		assertThat(templates).hasSize(4).allSatisfy((template) -> {
			String text = this.summaries.versions(template.getId()).get(0).getText();
			assertThat(text).containsOnlyOnce("!完成情况表").contains("## 上期计划完成情况").doesNotContain("任务过半");
			TemplateText.of(text);
		});
		assertThat(
				Jsoup.parse(this.summaries.summary(paper(Report.Status.APPROVED, PeriodKind.ANNUAL), null, true).html())
					.select(".completion table"))
			.hasSize(1);
	}

	@Test
	void rewritesNoVersion() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update summary_template_versions set text = '# 改'").update())
			.withMessageContaining("append-only");
	}

	@Test
	void rewritesNoPrint() {
		assertThat(this.jdbc.sql("select count(*) from summary_prints").query(Integer.class).single()).isPositive();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update summary_prints set html = ''").update())
			.withMessageContaining("append-only");
	}

	@Test
	void rewritesNoPin() {
		assertThat(this.jdbc.sql("select count(*) from summary_pins").query(Integer.class).single()).isPositive();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from summary_pins").update())
			.withMessageContaining("append-only");
	}

}
