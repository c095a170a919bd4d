package org.kebao.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.account.Role;
import org.kebao.amount.Certainty;
import org.kebao.amount.ValueState;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.field.Saving.Outcome;
import org.kebao.period.PeriodKind;
import org.kebao.period.PeriodOpened;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.refusal.NotVisibleException;
import org.kebao.refusal.RefusedException;
import org.kebao.register.Paper;
import org.kebao.register.Register;
import org.kebao.revision.ReportContent;
import org.kebao.revision.Revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@HouseTest
class ReportsTests {

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
	private ApplicationEventPublisher events;

	@Autowired
	private Periods periods;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	@BeforeEach
	void found() {
		this.province = new Province(this.context);
	}

	@Test
	void savesEachTextForItselfAndRefusesOnlyWhatIsWrong() {
		Long id = blank();
		List<Saving> savings = save(id, wish("metric.PRJ01", "14"), wish("metric.PRJ02", "vierzehn"),
				wish("metric.PRJ06", "755.123"), wish("metric.PRJ03", "-1"), wish("metric.INC03", "不适用"),
				wish("lead", "开头"));
		assertThat(savings).extracting(Saving::outcome)
			.containsExactly(Outcome.SAVED, Outcome.REFUSED, Outcome.REFUSED, Outcome.REFUSED, Outcome.SAVED,
					Outcome.SAVED);
		Report report = own(id);
		assertThat(report.getLead()).isEqualTo("开头");
		assertThat(report.amounts()).hasSize(1);
	}

	@Test
	void noFigureSpeaksOfADayThatHasNotCome() {
		Long id = blank();
		LocalDate today = this.province.today();
		save(id, wish("metric.PRJ01", "14"));
		assertThat(save(id, wish("metric.PRJ01.asof", today.plusDays(1).toString()))).singleElement()
			.extracting(Saving::outcome, Saving::message)
			.containsExactly(Outcome.REFUSED, "截止日期不能晚于今天");
		assertThat(save(id, wish("metric.PRJ01.asof", today.toString()))).singleElement()
			.extracting(Saving::outcome)
			.isEqualTo(Outcome.SAVED);
	}

	@Test
	void whatWasDeletedTakesNoWordsUntilItIsBack() {
		Long id = this.province.draft().getId();
		Person reporter = this.province.reporter();
		Entry entry = own(id).entries(Entry.Kind.CASE).get(0);
		PlanTarget target = own(id).targets().get(0);
		this.reports.write(id, reporter, Right.WORDS, (draft) -> draft.deleteEntry(entry.getId(), true));
		this.reports.write(id, reporter, Right.WORDS, (draft) -> draft.deleteTarget(target.getId(), true));
		for (Saving.Wish wish : List.of(base("entry." + entry.getId() + ".heading", entry.getHeading(), "77"),
				base("target." + target.getId() + ".amount", "55", "77"))) {
			assertThat(save(id, wish)).as(wish.field())
				.singleElement()
				.extracting(Saving::outcome)
				.isNotEqualTo(Outcome.SAVED);
		}
		this.reports.write(id, reporter, Right.WORDS, (draft) -> draft.deleteEntry(entry.getId(), false));
		assertThat(own(id).entry(entry.getId()).orElseThrow().getHeading()).isEqualTo(entry.getHeading());
		assertThat(own(id).target(target.getId()).orElseThrow().getAmount()).isEqualByComparingTo(target.getAmount());
	}

	@Test
	void blankZeroAndNotApplicableStayThreeThings() {
		Long id = blank();
		save(id, wish("metric.PRJ01", "0"), wish("metric.PRJ02", "不适用"), wish("metric.PRJ03", "7"));
		save(id, new Saving.Wish("metric.PRJ03", "", Saving.version("7")));
		ReportContent content = this.register.paper(id, this.province.reporter()).content();
		assertThat(row(content, "PRJ01").state()).isEqualTo(ValueState.GIVEN);
		assertThat(row(content, "PRJ01").amount()).isEqualByComparingTo("0");
		assertThat(row(content, "PRJ02").state()).isEqualTo(ValueState.NOT_APPLICABLE);
		assertThat(row(content, "PRJ03").state()).isEqualTo(ValueState.BLANK);
	}

	@Test
	void aFigureSaysHowSureItIsWhichDayItSpeaksOfAndWhatItCovers() {
		Long id = blank();
		save(id, wish("metric.PRJ01", "14"), base("metric.PRJ01.certainty", "ACTUAL", "ESTIMATED"),
				wish("metric.PRJ01.asof", "2025-03-31"), wish("metric.PRJ01.note", "不含代管园区"),
				wish("metric.PRJ02", "未到统计时间"));
		ReportContent content = this.register.paper(id, this.province.reporter()).content();
		assertThat(row(content, "PRJ01").certainty()).isEqualTo(Certainty.ESTIMATED);
		assertThat(row(content, "PRJ01").asOf()).isEqualTo("2025-03-31");
		assertThat(row(content, "PRJ01").note()).isEqualTo("不含代管园区");
		assertThat(row(content, "PRJ02").state()).isEqualTo(ValueState.NOT_YET);
		assertThat(row(content, "PRJ02").certainty()).isEqualTo(Certainty.ACTUAL);
	}

	@Test
	void whatIsSaidOfAFigureStaysWhenTheFigureChanges() {
		Long id = blank();
		save(id, wish("metric.PRJ01.note", "不含代管园区"), wish("metric.PRJ01", "14"));
		save(id, base("metric.PRJ01", "14", "15"));
		assertThat(row(this.register.paper(id, this.province.reporter()).content(), "PRJ01").note())
			.isEqualTo("不含代管园区");
	}

	@Test
	void refusesADayThatHasNotComeAndACertaintyThereIsNot() {
		Long id = blank();
		assertThat(save(id, wish("metric.PRJ01.asof", "2999-01-01"), wish("metric.PRJ01.asof", "昨天"),
				wish("metric.PRJ01.asof", "2025-02-30"), base("metric.PRJ01.certainty", "ACTUAL", "SURE"),
				wish("metric.PRJ01.note", "长".repeat(501))))
			.extracting(Saving::message)
			.containsExactly("截止日期不能晚于今天", "请填日期，如 2025-06-30", "请填日期，如 2025-06-30", "没有这种数据性质", "最多 500 字，现在 501 字");
	}

	@Test
	void anOfficialFigureTakesThePlaceOfAComputedRatioAndNeedsItsReason() {
		Long id = blank();
		save(id, wish("metric.RDI01", "5"), wish("metric.CTX01", "200"));
		assertThat(row(this.register.paper(id, this.province.reporter()).content(), "RDI02").amount())
			.isEqualByComparingTo("2.5");
		save(id, wish("metric.RDI02", "2.43"));
		ReportContent.Row official = row(this.register.paper(id, this.province.reporter()).content(), "RDI02");
		assertThat(official.amount()).isEqualByComparingTo("2.43");
		assertThat(official.certainty()).isEqualTo(Certainty.CERTIFIED);
		assertThat(gaps(id)).contains("“R&D经费投入强度（全社会）”填了核定数，请写明依据");
		save(id, wish("metric.RDI02.note", "市统计局核定"));
		assertThat(gaps(id)).doesNotContain("“R&D经费投入强度（全社会）”填了核定数，请写明依据");
		save(id, base("metric.RDI02", "2.43", ""));
		assertThat(row(this.register.paper(id, this.province.reporter()).content(), "RDI02").amount())
			.isEqualByComparingTo("2.5");
	}

	@Test
	void aComputedRatioTakesNothingButAnOfficialFigure() {
		Long id = blank();
		assertThat(save(id, wish("metric.RDI02", "不适用"), base("metric.RDI02.certainty", "ACTUAL", "ESTIMATED")))
			.extracting(Saving::outcome)
			.containsExactly(Outcome.REFUSED, Outcome.REFUSED);
	}

	@Test
	void aRatioIsAsUnsureAsItsComponents() {
		Long id = blank();
		save(id, wish("metric.RDI01", "5"), wish("metric.CTX01", "200"),
				base("metric.CTX01.certainty", "ACTUAL", "PRELIMINARY"));
		assertThat(row(this.register.paper(id, this.province.reporter()).content(), "RDI02").certainty())
			.isEqualTo(Certainty.PRELIMINARY);
	}

	private List<String> gaps(Long id) {
		Report report = own(id);
		return this.reckoning.progress(report, this.reckoning.vocabulary(report))
			.gaps()
			.stream()
			.filter(Progress.Gap::blocking)
			.map(Progress.Gap::words)
			.toList();
	}

	private static Saving.Wish base(String field, String before, String text) {
		return new Saving.Wish(field, text, Saving.version(before));
	}

	@Test
	void aLaterSaveOfAnothersTextIsAConflictAndTellsBothTexts() {
		Long id = blank();
		save(id, wish("lead", "甲的"));
		Saving second = save(id, wish("lead", "乙的")).get(0);
		assertThat(second.outcome()).isEqualTo(Outcome.CONFLICT);
		assertThat(second.text()).isEqualTo("甲的");
		assertThat(second.savedBy()).isEqualTo(this.province.reporter().id());
		assertThat(own(id).getLead()).isEqualTo("甲的");
		assertThat(save(id, new Saving.Wish("lead", "乙的", second.version())).get(0).outcome()).isEqualTo(Outcome.SAVED);
	}

	@Test
	void eachFieldKnowsItsOwnWriter() {
		Long id = blank();
		Person leader = this.province.person("甲", this.province.county, Role.REPORTER);
		Person other = this.province.person("乙", this.province.county, Role.REPORTER);
		Entry entry = this.reports.write(id, other, Right.WORDS, (draft) -> draft.addEntry(Entry.Kind.ACHIEVEMENT));
		PlanTarget target = this.reports.write(id, other, Right.WORDS, (draft) -> draft.addTarget());
		List<List<String>> together = List.of(
				List.of("lead", "idea", "metric.PRJ01.note", "entry.%d.heading".formatted(entry.getId())),
				List.of("metric.PRJ01", "metric.PRJ01.asof", "metric.PRJ01.note"),
				List.of("entry.%d.heading".formatted(entry.getId()), "entry.%d.body".formatted(entry.getId())),
				List.of("target.%d.words".formatted(target.getId()), "target.%d.amount".formatted(target.getId())));
		for (List<String> fields : together) {
			String first = fields.get(0);
			write(id, leader, first, text(first, 1));
			fields.stream().skip(1).forEach((field) -> write(id, other, field, text(field, 2)));
			Saving third = save(id, new Saving.Wish(first, text(first, 3), Saving.version("没有见过"))).get(0);
			assertThat(third.outcome()).as(first).isEqualTo(Outcome.CONFLICT);
			assertThat(third.savedBy()).as(first).isEqualTo(leader.id());
		}
	}

	private void write(Long id, Person who, String field, String text) {
		Saving saving = this.fields.save(id, who, List.of(wish(field, text))).get(0);
		if (saving.outcome() == Outcome.CONFLICT) {
			saving = this.fields.save(id, who, List.of(new Saving.Wish(field, text, saving.version()))).get(0);
		}
		assertThat(saving.outcome()).as(field).isEqualTo(Outcome.SAVED);
	}

	private static String text(String field, int number) {
		return field.endsWith(".asof") ? "2025-01-0" + number : String.valueOf(number);
	}

	@Test
	void whoTookALeadOverFromTheYearBeforeIsItsWriter() {
		ReportingPeriod lastYear = this.province.period(this.province.year() - 1, 10);
		Report earlier = this.province.draft(this.province.county, lastYear, this.province.reporter());
		write(earlier.getId(), this.province.reporter(), "lead", "去年的开头");
		this.reports.submit(earlier.getId(), this.province.reporter());
		this.reports.approve(earlier.getId(), this.province.supervisor(), 1);
		Long id = blank();
		Person other = this.province.person("乙", this.province.county, Role.REPORTER);
		this.reports.carryOver(id, other, new Carrying(Set.of(), Set.of(), Set.of(), true, false));
		Saving saving = save(id, wish("lead", "丙的")).get(0);
		assertThat(saving.text()).isEqualTo("去年的开头");
		assertThat(saving.savedBy()).isEqualTo(other.id());
	}

	@Test
	void nobodyConflictsWithASaveOfHisOwnWhoseAnswerWasLost() {
		Long id = blank();
		save(id, new Saving.Wish("metric.PRJ01", "7,711.00", Saving.version(""), "save-1", List.of()));
		Saving second = save(id,
				new Saving.Wish("metric.PRJ01", "7712", Saving.version(""), "save-2", List.of("save-1")))
			.get(0);
		assertThat(second.outcome()).isEqualTo(Outcome.SAVED);
		assertThat(second.text()).isEqualTo("7712");
	}

	@Test
	void aSaveThatComesAfterALaterOneOfTheSamePageChangesNothing() {
		Long id = blank();
		save(id, new Saving.Wish("lead", "后写的", Saving.version(""), "save-2", List.of("save-1")));
		assertThat(save(id, new Saving.Wish("lead", "先写的", Saving.version(""), "save-1", List.of())).get(0).outcome())
			.isEqualTo(Outcome.CONFLICT);
		assertThat(own(id).getLead()).isEqualTo("后写的");
	}

	@Test
	void whatAnotherWroteIsAConflictWhateverItsSaveIsCalled() {
		Long id = blank();
		Person other = this.province.person("乙", this.province.county, Role.REPORTER);
		this.fields.save(id, other, List.of(new Saving.Wish("lead", "乙的", Saving.version(""), "save-1", List.of())));
		assertThat(save(id, new Saving.Wish("lead", "甲的", Saving.version(""), "save-2", List.of("save-1"))).get(0)
			.outcome()).isEqualTo(Outcome.CONFLICT);
	}

	@Test
	void whatIsTypedForAPlaceThatIsGoneSaysSo() {
		Long id = blank();
		Entry entry = this.reports.write(id, this.province.reporter(), Right.WORDS,
				(draft) -> draft.addEntry(Entry.Kind.CASE));
		this.reports.write(id, this.province.reporter(), Right.WORDS,
				(draft) -> draft.deleteEntry(entry.getId(), true));
		assertThat(save(id, wish("entry.%d.body".formatted(entry.getId()), "写到一半"), wish("metric.ZZZ99", "1")))
			.extracting(Saving::outcome)
			.containsExactly(Outcome.GONE, Outcome.GONE);
	}

	/** A form of another window sends all its fields. */
	@Test
	void whatNobodyTouchedOfAPlaceThatIsGoneStandsInNobodysWay() {
		Long id = blank();
		Entry entry = this.reports.write(id, this.province.reporter(), Right.WORDS,
				(draft) -> draft.addEntry(Entry.Kind.CASE));
		String field = "entry.%d.body".formatted(entry.getId());
		save(id, wish(field, "写好的"));
		this.reports.write(id, this.province.reporter(), Right.WORDS,
				(draft) -> draft.deleteEntry(entry.getId(), true));
		assertThat(save(id, new Saving.Wish(field, "写好的", Saving.version("写好的")))).extracting(Saving::outcome)
			.containsExactly(Outcome.SAVED);
	}

	@Test
	void theSameTextSentTwiceIsNoConflict() {
		Long id = blank();
		save(id, wish("lead", "同一段"));
		assertThat(save(id, wish("lead", "同一段")).get(0).outcome()).isEqualTo(Outcome.SAVED);
		save(id, wish("metric.PRJ06", "1642"));
		assertThat(save(id, wish("metric.PRJ06", "1,642.00")).get(0).outcome()).isEqualTo(Outcome.SAVED);
	}

	@Test
	void savesAtTheSameMomentDoNotLoseEachOther() throws Exception {
		Long id = blank();
		Person writer = this.province.reporter();
		List<Callable<List<Saving>>> writers = new ArrayList<>();
		for (String code : List.of("PRJ01", "PRJ02", "PRJ03", "PRJ04", "PRJ05", "PRJ06", "PRJ07", "PRJ08")) {
			writers.add(() -> this.fields.save(id, writer, List.of(wish("metric." + code, "5"))));
		}
		for (int i = 0; i < 4; i++) {
			String text = "第" + i + "份";
			writers.add(() -> this.fields.save(id, writer, List.of(wish("lead", text))));
		}
		List<Outcome> leads = new ArrayList<>();
		ExecutorService pool = Executors.newFixedThreadPool(6);
		try {
			for (Future<List<Saving>> one : pool.invokeAll(writers)) {
				Saving saving = one.get().get(0);
				if (saving.field().equals("lead")) {
					leads.add(saving.outcome());
				}
				else {
					assertThat(saving.outcome()).isEqualTo(Outcome.SAVED);
				}
			}
		}
		finally {
			pool.shutdown();
		}
		assertThat(own(id).amounts()).hasSize(8);
		assertThat(leads).containsOnlyOnce(Outcome.SAVED);
	}

	@Test
	void whateverChangesOfAFigureIsOnRecordWithTheNoteOfThatMoment() {
		Long id = blank();
		save(id, wish("metric.PRJ01", "13"));
		save(id, wish("metric.PRJ01.note", "含高新区"));
		save(id, new Saving.Wish("metric.PRJ01.certainty", "ESTIMATED", Saving.version("ACTUAL")));
		save(id, wish("metric.PRJ01.asof", "2024-06-30"));
		save(id, new Saving.Wish("metric.PRJ01.certainty", "ESTIMATED", Saving.version("ESTIMATED")));
		assertThat(this.register.changes(own(id)))
			.extracting(ValueChange::getKind, ValueChange::getOldText, ValueChange::getNewText, ValueChange::getWhy)
			.containsExactly(tuple(ValueChange.Kind.ASOF, "", "2024-06-30", "含高新区"),
					tuple(ValueChange.Kind.CERTAINTY, "实际", "预计", "含高新区"),
					tuple(ValueChange.Kind.NOTE, "", "含高新区", "含高新区"), tuple(ValueChange.Kind.AMOUNT, "", "13", ""));
	}

	@Test
	void everyChangeOfAFigureKeepsOldAndNewWhoAndWhen() {
		Long id = blank();
		save(id, wish("metric.PRJ01", "13"));
		save(id, new Saving.Wish("metric.PRJ01", "14", Saving.version("13")));
		assertThat(this.register.changes(own(id))).extracting(ValueChange::getOldText, ValueChange::getNewText)
			.containsExactly(tuple("13", "14"), tuple("", "13"));
		assertThat(this.register.changes(own(id))).allSatisfy((change) -> {
			assertThat(change.getChangedBy()).isEqualTo(this.province.reporter().id());
			assertThat(change.getChangedAt()).isNotNull();
		});
		assertThatThrownBy(() -> this.jdbc.sql("update value_changes set new_text = '99'").update())
			.hasMessageContaining("append-only");
		assertThatThrownBy(() -> this.jdbc.sql("delete from value_changes").update())
			.hasMessageContaining("append-only");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "{{7*7}}", "${7*7}", "[[${T(java.lang.Runtime)}]]",
			"🎉 emoji 👩‍🔬", "𠮷野家", "a\tb  c", "'; drop table reports; --", "\\u0000" })
	void keepsHostileTextAsItWasTyped(String text) {
		Long id = blank();
		assertThat(save(id, wish("lead", text)).get(0).outcome()).isEqualTo(Outcome.SAVED);
		assertThat(own(id).getLead()).isEqualTo(text);
	}

	@Test
	void keepsAHundredThousandCharactersAndRefusesMoreThanAFieldHolds() {
		Long id = blank();
		Entry entry = this.reports.write(id, this.province.reporter(), Right.WORDS,
				(draft) -> draft.addEntry(Entry.Kind.CASE));
		String body = "entry." + entry.getId() + ".body";
		String text = "科".repeat(99_998) + "𠮷🎉";
		assertThat(save(id, wish(body, text)).get(0).outcome()).isEqualTo(Outcome.SAVED);
		assertThat(own(id).entry(entry.getId()).orElseThrow().getBody()).isEqualTo(text);
		Saving refused = save(id, wish("entry." + entry.getId() + ".heading", "长".repeat(201))).get(0);
		assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(refused.message()).isEqualTo("最多 200 字，现在 201 字");
	}

	@ParameterizedTest
	@CsvSource({ "前\0后, 前后", "半\uD842, 半", "'成交额\u202e86.4亿元', 成交额86.4亿元", "'\uf0b7 抓平台', 抓平台", "图\ufffc在此, 图在此" })
	void keepsNothingThatCannotBeSeen(String typed, String kept) {
		Long id = blank();
		Saving saved = save(id, wish("lead", typed)).get(0);
		assertThat(saved.outcome()).isEqualTo(Outcome.SAVED);
		assertThat(saved.text()).isEqualTo(kept);
		assertThat(own(id).getLead()).isEqualTo(kept);
		assertThat(saved.version()).isEqualTo(Saving.version(kept));
	}

	@Test
	void aTextThatDiffersInMarksNobodySeesIsTheSame() {
		Long id = blank();
		save(id, wish("lead", "开头"));
		this.jdbc.sql("update reports set lead = ? where id = ?").params("开\u200b头", id).update();
		assertThat(save(id, wish("lead", "开\u200b头", "of another time")).get(0).outcome()).isEqualTo(Outcome.SAVED);
		assertThat(own(id).getLead()).isEqualTo("开头");
		assertThat(save(id, wish("lead", "别的", "of another time")).get(0).outcome()).isEqualTo(Outcome.CONFLICT);
	}

	@Test
	void whatACellUnderstoodIsTold() {
		Long id = blank();
		Saving saved = save(id, wish("metric.TEC02", "2.7亿")).get(0);
		assertThat(saved.outcome()).isEqualTo(Outcome.SAVED);
		assertThat(saved.text()).isEqualTo("27000");
		assertThat(saved.message()).isEqualTo("“2.7亿”按 27000 万元计");
		assertThat(save(id, wish("metric.TEC02", "2.7亿")).get(0).message()).as("sent twice").isEqualTo(saved.message());
		assertThat(save(id, wish("metric.TEC02", "27000")).get(0).message()).isEmpty();
		assertThat(save(id, wish("metric.PRJ01", "48家")).get(0).message())
			.isEqualTo("本格以项计，“48家”的单位不同；如果就是 48 项，请填 48");
	}

	@Test
	void aTargetReadsWhatACellReads() {
		Long id = blank();
		Long target = this.reports.write(id, this.province.reporter(), Right.WORDS, (draft) -> draft.addTarget())
			.getId();
		String amount = "target." + target + ".amount";
		save(id, wish("target." + target + ".metric", "TEC02"));
		assertThat(save(id, wish(amount, "3.6亿元")).get(0).text()).isEqualTo("36000");
		assertThat(save(id, wish(amount, "不适用", Saving.version("36000"))).get(0).message()).contains("目标要填数字");
		assertThat(save(id, wish(amount, "年底再说", Saving.version("36000"))).get(0).message()).isEqualTo("本格以万元计，请填数字");
		save(id, wish("target." + target + ".aim", "PERCENT", Saving.version("AMOUNT")));
		assertThat(save(id, wish(amount, "12.50%", Saving.version("36000"))).get(0).text()).isEqualTo("12.5");
	}

	@Test
	void refusesFieldsThatAreNotThereOrNotTyped() {
		Long id = blank();
		assertThat(save(id, wish("entry.999999.body", "x")).get(0).outcome()).isEqualTo(Outcome.GONE);
		assertThat(save(id, wish("metric.PRJ11", "2")).get(0).outcome()).as("retired").isEqualTo(Outcome.GONE);
		assertThatThrownBy(() -> save(id, wish("status", "APPROVED"))).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void asksABureauForWhatItsLevelOwesInThatPeriod() {
		Long id = blank();
		save(id, wish("metric.FIN01", "300"), wish("metric.PRJ01", "7"));
		int asked = this.reckoning.vocabulary(own(id)).catalogue().typed().size();
		Progress before = this.reckoning.progress(own(id), this.reckoning.vocabulary(own(id)));
		this.jdbc.sql("insert into metric_group_exempt_levels values ('FIN', 'COUNTY')").update();
		this.jdbc.sql("update metrics set valid_to_year = 2025, valid_to_kind = 'ANNUAL' where code = 'PRJ02'")
			.update();
		try {
			Vocabulary vocabulary = this.reckoning.vocabulary(own(id));
			assertThat(vocabulary.catalogue().typed()).hasSize(asked - 5);
			assertThat(save(id, wish("metric.FIN01", "400")).get(0).outcome()).isEqualTo(Outcome.GONE);
			assertThat(save(id, wish("metric.PRJ02", "400")).get(0).outcome()).isEqualTo(Outcome.GONE);
			ReportContent content = this.register.paper(id, this.province.reporter()).content();
			assertThat(content.groups()).extracting(ReportContent.Group::code).contains("PRJ").doesNotContain("FIN");
			assertThat(before.parts().get(Part.METRICS).note()).isEqualTo("2/" + asked);
			assertThat(this.reckoning.progress(own(id), vocabulary).parts().get(Part.METRICS).note())
				.isEqualTo("1/" + (asked - 5));
			Long city = this.province.report(this.province.city, this.province.period).getId();
			assertThat(this.reckoning
				.vocabulary(this.reports.own(city, this.province.person("市填报", this.province.city, Role.REPORTER)))
				.catalogue()
				.typed()).hasSize(asked - 1);
		}
		finally {
			this.jdbc.sql("delete from metric_group_exempt_levels").update();
			this.jdbc.sql("update metrics set valid_to_year = null, valid_to_kind = null").update();
		}
		// what was typed before is kept
		assertThat(row(this.register.paper(id, this.province.reporter()).content(), "FIN01").amount())
			.isEqualByComparingTo("300");
	}

	@Test
	void nobodyButTheBureauItselfWritesOrReadsADraft() {
		Long id = this.province.draft().getId();
		Person neighbour = this.province.person("邻县", this.province.counties(1).get(0), Role.REPORTER);
		for (Person stranger : List.of(neighbour, this.province.supervisor(), this.province.administrator())) {
			assertThatThrownBy(() -> this.fields.save(id, stranger, List.of(wish("lead", "改")))).as(stranger.name())
				.isInstanceOf(NotVisibleException.class);
			assertThatThrownBy(() -> this.reports.submit(id, stranger)).isInstanceOf(NotVisibleException.class);
			assertThatThrownBy(() -> this.reports.own(id, stranger)).isInstanceOf(NotVisibleException.class);
			assertThatThrownBy(() -> this.register.paper(id, stranger)).isInstanceOf(NotVisibleException.class);
		}
	}

	@Test
	void aSupervisorOfElsewhereSeesAndDecidesNothing() {
		Long id = this.province.submitted().getId();
		Long otherCity = this.province.bureau("外市科技局", "CITY", this.province.top);
		Person stranger = this.province.person("外审", otherCity, Role.SUPERVISOR);
		assertThatThrownBy(() -> this.register.paper(id, stranger)).isInstanceOf(NotVisibleException.class);
		assertThatThrownBy(() -> this.reports.approve(id, stranger, 1)).isInstanceOf(NotVisibleException.class);
		assertThatThrownBy(() -> this.reports.sendBack(id, stranger, 1)).isInstanceOf(NotVisibleException.class);
	}

	@Test
	void theSupervisorReadsWhatWasSubmittedNotWhatIsBeingWritten() {
		Long id = this.province.submitted().getId();
		this.reports.sendBack(id, this.province.supervisor(), 1);
		this.province.write(id, this.province.reporter(), "lead", "退回后正在改");
		assertThat(this.register.paper(id, this.province.supervisor()).content().lead()).isEqualTo("一年来，全县科技工作稳中有进。");
		assertThat(this.register.paper(id, this.province.reporter()).content().lead()).isEqualTo("退回后正在改");
	}

	@Test
	void whatWasFrozenNeverChanges() {
		Long id = this.province.submitted().getId();
		this.reports.approve(id, this.province.supervisor(), 1);
		Paper before = this.register.paper(id, this.province.reporter());
		assertThat(before.isFinal()).isTrue();
		assertThat(before.revision().getSha256()).isEqualTo(Revision.checksum(before.revision().getContent()));
		this.jdbc.sql("update bureaus set name = name || '（更名）' where id = ?").param(this.province.county).update();
		this.jdbc.sql("update metrics set name = name || '?' where code = 'PRJ01'").update();
		try {
			Paper after = this.register.paper(id, this.province.reporter());
			assertThat(after.content()).isEqualTo(before.content());
		}
		finally {
			this.jdbc.sql("update metrics set name = rtrim(name, '?') where code = 'PRJ01'").update();
		}
		assertThatThrownBy(() -> this.jdbc.sql("update revisions set content = '{}'").update())
			.hasMessageContaining("append-only");
	}

	@Test
	void aSubmissionNeedsWhatTheProgressSaysIsMissing() {
		Long id = blank();
		assertThatThrownBy(() -> this.reports.submit(id, this.province.reporter()))
			.isInstanceOf(RefusedException.class);
		assertThat(this.reckoning.progress(own(id), this.reckoning.vocabulary(own(id))).gaps())
			.filteredOn(Progress.Gap::blocking)
			.extracting(Progress.Gap::part)
			.containsExactly(Part.METRICS, Part.ACHIEVEMENTS, Part.PLAN);
		this.province.draft();
		this.reports.submit(id, this.province.reporter());
		assertThat(this.register.paper(id, this.province.supervisor()).revision().getNumber()).isEqualTo(1);
	}

	@Test
	void aClosedPeriodTakesNoWritingButFromABureauWithAnExtension() {
		Long id = this.province.draft().getId();
		Long period = this.province.period.getId();
		this.periods.close(period);
		assertThatThrownBy(() -> save(id, wish("lead", "晚了"))).isInstanceOf(RefusedException.class)
			.hasMessageContaining("已关闭");
		assertThatThrownBy(() -> this.reports.submit(id, this.province.reporter()))
			.isInstanceOf(RefusedException.class);
		this.periods.extend(period, this.province.county, "县", this.province.today().plusDays(20), "数据待核定");
		this.province.write(id, this.province.reporter(), "lead", "延期了");
		this.reports.submit(id, this.province.reporter());
		assertThat(own(id).isLate()).isFalse();
	}

	@Test
	void openingAPeriodGivesEveryFilingBureauOneDraft() {
		ReportingPeriod period = this.periods.plan(this.province.year() + 1, PeriodKind.FIRST_HALF,
				this.province.today().plusDays(3));
		this.periods.open(period.getId());
		assertThat(this.register.find(this.province.county, period.getId())).isPresent();
		assertThat(this.register.find(this.province.city, period.getId())).isPresent();
		assertThat(this.register.find(this.province.top, period.getId())).as("the top owes nobody").isEmpty();
		int count = this.register.ofPeriod(period.getId()).size();
		this.events.publishEvent(new PeriodOpened(period.getId()));
		assertThat(this.register.ofPeriod(period.getId())).hasSize(count);
	}

	@Test
	void takesOverWhatWasChosenAndNeverOverwrites() {
		ReportingPeriod lastYear = this.province.period(this.province.year() - 1, 10);
		Report earlier = this.province.draft(this.province.county, lastYear, this.province.reporter());
		this.reports.submit(earlier.getId(), this.province.reporter());
		this.reports.approve(earlier.getId(), this.province.supervisor(), 1);
		Long id = blank();
		Report previous = yearBefore(id);
		save(id, wish("lead", "今年自己写的开头"));
		List<Entry> achievements = previous.entries(Entry.Kind.ACHIEVEMENT);
		Carrying wish = new Carrying(Set.of(achievements.get(0).getId()), Set.of(achievements.get(1).getId()),
				Set.of(previous.targets().get(0).getId()), true, true);
		this.reports.carryOver(id, this.province.reporter(), wish);
		Report report = own(id);
		assertThat(report.getLead()).isEqualTo("今年自己写的开头");
		assertThat(report.getIdea()).isEqualTo(previous.getIdea());
		assertThat(report.isIdeaCarried()).isTrue();
		List<Entry> carried = report.entries(Entry.Kind.ACHIEVEMENT);
		assertThat(carried).extracting(Entry::getBody).containsExactly(achievements.get(0).getBody(), "");
		assertThat(carried).allMatch(Entry::isCarriedUntouched);
		assertThat(report.targets()).hasSize(1).allMatch(PlanTarget::isCarriedUntouched);
		save(id, new Saving.Wish("entry." + carried.get(0).getId() + ".body", "改成今年的",
				Saving.version(carried.get(0).getBody())));
		assertThat(own(id).entries(Entry.Kind.ACHIEVEMENT).get(0).isCarriedUntouched()).isFalse();
		assertThat(yearBefore(id).entries(Entry.Kind.ACHIEVEMENT)).hasSize(2);
	}

	private Report yearBefore(Long id) {
		return this.reports.own(this.reckoning.yearBefore(own(id)).orElseThrow().getId(), this.province.reporter());
	}

	@Test
	void lastYearsFiguresAreTheApprovedOnes() {
		ReportingPeriod lastYear = this.province.period(this.province.year() - 1, 10);
		Report earlier = this.province.draft(this.province.county, lastYear, this.province.reporter());
		Long id = blank();
		save(id, wish("metric.PRJ02", "49"));
		assertThat(row(this.register.paper(id, this.province.reporter()).content(), "PRJ02").lastYear()).isNull();
		this.reports.submit(earlier.getId(), this.province.reporter());
		this.reports.approve(earlier.getId(), this.province.supervisor(), 1);
		ReportContent.Row row = row(this.register.paper(id, this.province.reporter()).content(), "PRJ02");
		assertThat(row.lastYear()).isEqualByComparingTo("49");
		assertThat(row.change()).isEqualTo("持平");
	}

	@Test
	void deletedEntriesComeBackWithTheirTextAndPlace() {
		Long id = this.province.draft().getId();
		List<Entry> before = own(id).entries(Entry.Kind.ACHIEVEMENT);
		this.reports.write(id, this.province.reporter(), Right.WORDS,
				(draft) -> draft.deleteEntry(before.get(0).getId(), true));
		assertThat(own(id).entries(Entry.Kind.ACHIEVEMENT)).hasSize(1);
		this.reports.write(id, this.province.reporter(), Right.WORDS,
				(draft) -> draft.deleteEntry(before.get(0).getId(), false));
		assertThat(own(id).entries(Entry.Kind.ACHIEVEMENT)).extracting(Entry::getId)
			.containsExactlyElementsOf(before.stream().map(Entry::getId).toList());
	}

	@Test
	void entriesOfAnotherReportCannotBeTouchedThroughThisOne() {
		Long mine = this.province.draft().getId();
		Long neighbour = this.province.counties(1).get(0);
		Person other = this.province.person("邻", neighbour, Role.REPORTER);
		Report theirs = this.province.draft(neighbour, this.province.period, other);
		Long foreign = this.reports.own(theirs.getId(), other).entries(Entry.Kind.CASE).get(0).getId();
		assertThat(save(mine, wish("entry." + foreign + ".body", "越界")).get(0).outcome()).isEqualTo(Outcome.GONE);
		assertThatThrownBy(() -> this.reports.write(mine, this.province.reporter(), Right.WORDS,
				(draft) -> draft.deleteEntry(foreign, true)))
			.isInstanceOf(NotVisibleException.class);
	}

	private Long blank() {
		return this.province.report(this.province.county, this.province.period).getId();
	}

	private Report own(Long id) {
		return this.reports.own(id, this.province.reporter());
	}

	private List<Saving> save(Long id, Saving.Wish... wishes) {
		return this.fields.save(id, this.province.reporter(), List.of(wishes));
	}

	private static Saving.Wish wish(String field, String text) {
		return wish(field, text, Saving.version(""));
	}

	private static Saving.Wish wish(String field, String text, String base) {
		return new Saving.Wish(field, text, base);
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
