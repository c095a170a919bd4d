package org.kebao.check;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.account.Role;
import org.kebao.field.Saving;
import org.kebao.field.Saving.Outcome;
import org.kebao.metric.Metrics;
import org.kebao.period.PeriodKind;
import org.kebao.period.ReportingPeriod;
import org.kebao.proof.Basis;
import org.kebao.refusal.NotVisibleException;
import org.kebao.refusal.RefusedException;
import org.kebao.report.Progress;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.review.Reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * From the figure that is doubted to the explanation that is accepted.
 */
@HouseTest
class ChecksTests {

	private static final String RANGE = """
			from metric_ranges r join metrics m on m.id = r.metric_id where m.code = 'PRJ10' and r.level_code = 'COUNTY'""";

	private static final String KEY = "C05-PRJ10.PRJ10";

	private static final String WORDS = "上年立项的两个项目，资金今年才到位";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Checks checks;

	@Autowired
	private Reports reports;

	@Autowired
	private Reckoning reckoning;

	@Autowired
	private Reviews reviews;

	@Autowired
	private FigureReader figures;

	@Autowired
	private Metrics metrics;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	private Long id;

	@BeforeEach
	void found() {
		this.province = new Province(this.context);
		this.id = this.province.draft().getId();
	}

	@Test
	void anErrorBlocksSubmissionUntilTheFigureIsMended() {
		write("PRJ04", "62");
		assertThat(blocking()).first().isEqualTo("合计 62 项 ≠ 国家级 14 + 省级 49 = 63 项，差 1 项");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(this::submit);
		write("PRJ04", "63");
		assertThat(blocking()).isEmpty();
		submit();
	}

	@Test
	void noExplanationMakesUpForAnError() {
		write("PRJ04", "62");
		explain("C01-PRJ04.PRJ04", WORDS);
		assertThat(blocking()).first().isEqualTo("合计 62 项 ≠ 国家级 14 + 省级 49 = 63 项，差 1 项");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(this::submit);
	}

	@Test
	void aWarningBlocksSubmissionUntilItIsExplained() {
		doubt();
		assertThat(blocking()).containsExactly("需要说明原因：上级科技资金到位 1500 万元，超过争取到的 1000 万元");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(this::submit);
		assertThat(explain(KEY, "无").outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(blocking()).hasSize(1);
		assertThat(explain(KEY, " " + WORDS + "\r\n").text()).isEqualTo(WORDS);
		assertThat(blocking()).isEmpty();
		explain(KEY, "");
		assertThat(blocking()).hasSize(1);
	}

	@Test
	void anExplanationIsNeverWrittenOverWordsItsWriterHasNotSeen() {
		doubt();
		explain(KEY, WORDS);
		Saving other = explain(KEY, "另一个人写的说明文字", Saving.version(""));
		assertThat(other.outcome()).isEqualTo(Outcome.CONFLICT);
		assertThat(other.text()).isEqualTo(WORDS);
		assertThat(other.savedBy()).isEqualTo(this.province.reporter().id());
		assertThat(explain(KEY, WORDS, Saving.version("")).outcome()).isEqualTo(Outcome.SAVED);
		assertThat(explain(KEY, "看过以后改写的说明", other.version()).outcome()).isEqualTo(Outcome.SAVED);
	}

	@Test
	void aReportHasSoManyExplanationsAndNoMore() {
		doubt();
		this.jdbc.sql("""
				insert into explanations (report_id, finding_key, words, fingerprint, written_by, written_at, verdict,
				verdict_words, save) select :id, 'C99-' || n || '.PRJ10', 'x', '', :by, now(), 'OPEN', '', ''
				from generate_series(1, :most) n""")
			.param("id", this.id)
			.param("by", this.province.reporter().id())
			.param("most", Explainer.MOST)
			.update();
		Saving refused = explain(KEY, WORDS);
		assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(refused.message()).contains("已有 1000 条说明");
		this.jdbc.sql("delete from explanations where report_id = ? and finding_key = 'C99-1.PRJ10'")
			.param(this.id)
			.update();
		assertThat(explain(KEY, WORDS).outcome()).isEqualTo(Outcome.SAVED);
	}

	@Test
	void anExplanationOfNothingIsNoField() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> explain("C99-NONE.PRJ10", WORDS));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> explain("../PRJ10", WORDS));
		assertThat(explain(KEY, WORDS).outcome()).isEqualTo(Outcome.SAVED);
	}

	@Test
	void nobodyElseExplainsAndNobodyWhereNothingIsWritten() {
		doubt();
		Person neighbour = this.province.person("邻县", this.province.counties(1).get(0), Role.REPORTER);
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.checks.explain(this.id, neighbour, List.of(wish(KEY, WORDS, ""))));
		submitted();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> explain(KEY, "报送以后再改的说明", Saving.version(WORDS)));
	}

	@Test
	void noApprovalWhileAnExplanationIsOpenOrRejected() {
		submitted();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reviews.approve(this.id, supervisor(), 1))
			.withMessageContaining("没有审");
		judge(1, Explanation.Verdict.REJECTED, "过于笼统");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reviews.approve(this.id, supervisor(), 1))
			.withMessageContaining("未认可");
		judge(1, Explanation.Verdict.ACCEPTED, "");
		this.reviews.approve(this.id, supervisor(), 1);
		assertThat(this.reports.seen(this.id, supervisor()).getStatus()).isEqualTo(Report.Status.APPROVED);
	}

	@Test
	void aRejectionNeedsWords() {
		submitted();
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> judge(1, Explanation.Verdict.REJECTED, " "));
		assertThat(frozen(1).getVerdict()).isEqualTo(Explanation.Verdict.OPEN);
	}

	@Test
	void aRejectedExplanationIsReasonEnoughToReturnAndMustBeRewritten() {
		submitted();
		judge(1, Explanation.Verdict.REJECTED, "过于笼统");
		this.reviews.sendBack(this.id, supervisor(), 1, "");
		assertThat(explained()).satisfies((one) -> {
			assertThat(one.isRejected()).isTrue();
			assertThat(one.verdictWords()).isEqualTo("过于笼统");
		});
		assertThat(blocking()).singleElement().asString().startsWith("说明未获认可，请重写：");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(this::submit);
		explain(KEY, "2024 年立项的甲、乙两个项目 50 万元今年三月到位", Saving.version(WORDS));
		submit();
		assertThat(frozen(2).getVerdict()).isEqualTo(Explanation.Verdict.OPEN);
		assertThat(frozen(1).getVerdict()).isEqualTo(Explanation.Verdict.REJECTED);
		assertThat(frozen(1).getWords()).isEqualTo(WORDS);
	}

	@Test
	void whatWasAcceptedStaysAcceptedAsLongAsTheFiguresStay() {
		submitted();
		judge(1, Explanation.Verdict.ACCEPTED, "");
		this.reviews.sendBack(this.id, supervisor(), 1, "请补充案例");
		assertThat(explained().isAccepted()).isTrue();
		submit();
		assertThat(frozen(2).getVerdict()).isEqualTo(Explanation.Verdict.ACCEPTED);
		this.reviews.sendBack(this.id, supervisor(), 2, "请再核对资金");
		write("PRJ10", "1510");
		assertThat(explained()).satisfies((one) -> {
			assertThat(one.isAccepted()).isFalse();
			assertThat(one.isFallen()).isTrue();
			assertThat(one.isBlocking()).isTrue();
			assertThat(one.words()).isEqualTo(WORDS);
			assertThat(one.changes()).extracting(Basis.Change::then, Basis.Change::now)
				.containsExactly(tuple("1500万元", "1510万元"));
		});
		assertThatExceptionOfType(RefusedException.class).isThrownBy(this::submit);
		assertThat(hold().outcome()).isEqualTo(Outcome.SAVED);
		submit();
		assertThat(frozen(3).getVerdict()).isEqualTo(Explanation.Verdict.OPEN);
		assertThat(frozen(3).getMessage()).contains("1510 万元");
	}

	@Test
	void anExplanationFallsWithItsFiguresAndStandsAgainWithThem() {
		doubt();
		explain(KEY, WORDS);
		write("PRJ10", "7680");
		assertThat(blocking()).singleElement().asString().startsWith("数字已变，请核对原来的说明：");
		assertThat(explain(KEY, WORDS).outcome()).as("sent again, it is not said again").isEqualTo(Outcome.SAVED);
		assertThat(blocking()).hasSize(1);
		write("PRJ10", "1500.00");
		assertThat(blocking()).isEmpty();
		write("PRJ10", "7680");
		assertThat(hold().outcome()).isEqualTo(Outcome.SAVED);
		assertThat(hold().outcome()).as("pressed twice").isEqualTo(Outcome.SAVED);
		assertThat(blocking()).isEmpty();
		write("PRJ10", "1500");
		assertThat(blocking()).as("as it was written for").isEmpty();
		write("PRJ01", "15");
		assertThat(blocking()).as("a figure it does not speak of").isEmpty();
	}

	@Test
	void wordsHoldOnlyForTheFiguresThatWereSeen() {
		doubt();
		explain(KEY, WORDS);
		write("PRJ10", "1600");
		Saving.Wish wish = holding(explained());
		write("PRJ10", "1700");
		assertThat(this.checks.explain(this.id, this.province.reporter(), List.of(wish)).get(0)).satisfies((saving) -> {
			assertThat(saving.outcome()).isEqualTo(Outcome.REFUSED);
			assertThat(saving.message()).isEqualTo("数字或说明刚刚又变了，请再看一下");
		});
		Saving.Wish other = holding(explained());
		explain(KEY, "另一个人改写的说明文字");
		assertThat(this.checks.explain(this.id, this.province.reporter(), List.of(other)).get(0).outcome())
			.isEqualTo(Outcome.REFUSED);
	}

	@Test
	void aMoreLenientCatalogueLeavesExplanationsAlone() {
		this.jdbc.sql("update rules set active = true where code = 'C12-HIGH'").update();
		BigDecimal shipped = this.jdbc.sql("select r.high " + RANGE).query(BigDecimal.class).single();
		try {
			write("PRJ10", "900000");
			String key = "C12-HIGH.PRJ10";
			assertThat(range("800000", key)).isFalse();
			explain(key, WORDS);
			assertThat(range("700000", key)).isTrue();
		}
		finally {
			range(shipped);
			this.jdbc.sql("update rules set active = false where code = 'C12-HIGH'").update();
		}
	}

	@Test
	void whatWasSaidBeforeFiguresWereKeptStandsAsLongAsTheyDo() {
		doubt();
		explain(KEY, WORDS);
		String former = explained().finding().basis().former();
		this.jdbc
			.sql("update explanations set fingerprint = ?, also_for = '', figures = '', about = '' where report_id = ?")
			.params(former, this.id)
			.update();
		assertThat(explained().isExplained()).isTrue();
		write("PRJ10", "1510");
		assertThat(explained().isFallen()).isTrue();
		assertThat(explained().changes()).isEmpty();
	}

	@Test
	void whatWasAcceptedAtHalfYearIsShownBesideTheNewBox() {
		ReportingPeriod half = this.province.period(this.province.year(), PeriodKind.FIRST_HALF, 10);
		Long first = this.province.draft(this.province.county, half, this.province.reporter()).getId();
		for (String figure : List.of("PRJ09=1000", "PRJ10=1200")) {
			this.province.write(first, this.province.reporter(), "metric." + figure.split("=")[0],
					figure.split("=")[1]);
		}
		this.checks.explain(first, this.province.reporter(), List.of(wish(KEY, "上半年的原因：上年项目到位", "")));
		this.province.settle(first, this.province.reporter());
		this.reports.submit(first, this.province.reporter());
		Long revision = this.jdbc.sql("select id from revisions where report_id = ?")
			.param(first)
			.query(Long.class)
			.single();
		this.reviews.judge(first, supervisor(), 1, this.checks.ofRevision(revision).get(0).getId(),
				Explanation.Verdict.ACCEPTED, "");
		doubt();
		assertThat(explained().earlier()).as("not approved yet").isEmpty();
		this.reviews.approve(first, supervisor(), 1);
		assertThat(explained().earlier()).containsExactly(new Explained.Earlier(true, "上半年的原因：上年项目到位"));
		assertThat(explained().isBlocking()).as("shown, not taken over").isTrue();
		explain(KEY, "上半年的原因：上年项目到位");
		assertThat(explained().earlier()).isEmpty();
	}

	private void range(BigDecimal high) {
		this.jdbc
			.sql("update metric_ranges set high = ? where (metric_id, level_code) in (select r.metric_id, r.level_code "
					+ RANGE + ")")
			.param(high)
			.update();
	}

	/** Whether it stands when the most that is plausible is so much. */
	private boolean range(String high, String key) {
		range(new BigDecimal(high));
		return this.checks.findings(own(), this.reckoning.vocabulary(own()))
			.stream()
			.filter((one) -> one.finding().key().equals(key))
			.findFirst()
			.orElseThrow()
			.isExplained();
	}

	private Saving hold() {
		return this.checks.explain(this.id, this.province.reporter(), List.of(holding(explained()))).get(0);
	}

	private static Saving.Wish holding(Explained one) {
		return new Saving.Wish(Explained.HOLDS + one.finding().key(), one.finding().mark(), one.version());
	}

	@Test
	void onlyWhoDecidesOnTheVersionJudges() {
		doubt();
		explain(KEY, WORDS);
		assertThatExceptionOfType(RefusedException.class).as("a draft")
			.isThrownBy(() -> this.reviews.judge(this.id, supervisor(), 1, 1L, Explanation.Verdict.ACCEPTED, ""));
		submit();
		Long finding = frozen(1).getId();
		Long elsewhere = this.province.bureau("外市科技局", "CITY", this.province.top);
		Person stranger = this.province.person("外市", elsewhere, Role.SUPERVISOR);
		assertThatExceptionOfType(NotVisibleException.class).as("elsewhere")
			.isThrownBy(() -> this.reviews.judge(this.id, stranger, 1, finding, Explanation.Verdict.ACCEPTED, ""));
		assertThatExceptionOfType(NotVisibleException.class).as("another's finding")
			.isThrownBy(() -> this.reviews.judge(this.id, supervisor(), 1, finding + 1000, Explanation.Verdict.ACCEPTED,
					""));
		this.reviews.sendBack(this.id, supervisor(), 1, "请核对");
		assertRefused("returned", 1, finding);
		submit();
		assertRefused("another version than was read", 1, finding);
		judge(2, Explanation.Verdict.ACCEPTED, "");
		this.reviews.approve(this.id, supervisor(), 2);
		assertRefused("approved", 2, frozen(2).getId());
	}

	@Test
	void whoSubmittedDoesNotJudge() {
		Person both = this.province.person("自审", this.province.city, Role.REPORTER, Role.SUPERVISOR);
		this.id = this.province.draft(this.province.city, this.province.period, both).getId();
		for (String[] figure : new String[][] { { "PRJ09", "1000" }, { "PRJ10", "1500" } }) {
			this.province.write(this.id, both, "metric." + figure[0], figure[1]);
		}
		this.checks.explain(this.id, both, List.of(wish(KEY, WORDS, "")));
		this.reports.submit(this.id, both);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(
				() -> this.reviews.judge(this.id, both, 1, frozen(1).getId(), Explanation.Verdict.ACCEPTED, ""));
	}

	@Test
	void aVersionKeepsItsFindingsWhateverBecomesOfTheRules() {
		submitted();
		this.jdbc.sql("update rules set active = false where code = 'C05-PRJ10'").update();
		try {
			assertThat(this.checks.ofRevision(revision(1))).hasSize(1);
		}
		finally {
			this.jdbc.sql("update rules set active = true where code = 'C05-PRJ10'").update();
		}
	}

	@Test
	void aRuleOverAMetricThatIsNotAskedIsSilent() {
		doubt();
		this.jdbc.sql("update metrics set retired = true where code = 'PRJ10'").update();
		try {
			assertThat(blocking()).isEmpty();
		}
		finally {
			this.jdbc.sql("update metrics set retired = false where code = 'PRJ10'").update();
		}
	}

	@Test
	void figuresOfOtherTimesAreThoseThatWereApproved() {
		ReportingPeriod before = this.province.period(this.province.year() - 1, 10);
		Report old = this.province.draft(this.province.county, before, this.province.reporter());
		assertThat(figures(this.id).lastYear()).isEmpty();
		this.reports.submit(old.getId(), this.province.reporter());
		assertThat(figures(this.id).lastYear()).as("only submitted").isEmpty();
		this.reviews.approve(old.getId(), supervisor(), 1);
		assertThat(figures(this.id).lastYear()).containsEntry("PRJ01", new BigDecimal("14.000000"))
			.doesNotContainKey("PRJ03");
		assertThat(figures(this.id).prev()).isEmpty();
	}

	@Test
	void whatIsBelowIsSummedOnlyWhereAllOfThemGaveIt() {
		Person writer = this.province.person("市填", this.province.city, Role.REPORTER);
		Long city = this.province.draft(this.province.city, this.province.period, writer).getId();
		Long second = this.province.counties(1).get(0);
		Person other = this.province.person("二县", second, Role.REPORTER);
		Report theirs = this.province.draft(second, this.province.period, other);
		this.province.write(theirs.getId(), other, "metric.PRJ05", "100");
		submit();
		assertThat(figures(city).below()).as("one of them still writes").isEmpty();
		this.reports.submit(theirs.getId(), other);
		assertThat(figures(city).below()).as("PRJ05 was given by one alone")
			.containsOnlyKeys("PRJ01", "PRJ02")
			.hasEntrySatisfying("PRJ01", (sum) -> assertThat(sum).isEqualByComparingTo("28"));
		this.jdbc.sql("update rules set active = true where code = 'C15-BELOW'").update();
		Report whole = this.reports.own(city, writer);
		assertThat(this.checks.findings(whole, this.reckoning.vocabulary(whole)))
			.extracting((one) -> one.finding().key())
			.contains("C15-BELOW.PRJ01", "C15-BELOW.PRJ02");
		this.jdbc.sql("update rules set active = false where code = 'C15-BELOW'").update();
	}

	private Figures figures(Long id) {
		return this.figures.read(this.reports.seen(id, this.province.administrator()), this.metrics.catalogue());
	}

	private void assertRefused(String why, int version, Long finding) {
		assertThatExceptionOfType(RefusedException.class).as(why)
			.isThrownBy(() -> this.reviews.judge(this.id, supervisor(), version, finding, Explanation.Verdict.ACCEPTED,
					""));
	}

	private void doubt() {
		write("PRJ09", "1000");
		write("PRJ10", "1500");
	}

	private void submitted() {
		doubt();
		explain(KEY, WORDS);
		submit();
	}

	private void submit() {
		this.reports.submit(this.id, this.province.reporter());
	}

	private void write(String code, String figure) {
		this.province.write(this.id, this.province.reporter(), "metric." + code, figure);
	}

	private Saving explain(String key, String words) {
		return explain(key, words,
				this.checks.findings(own(), this.reckoning.vocabulary(own()))
					.stream()
					.filter((one) -> one.finding().key().equals(key))
					.findFirst()
					.map(Explained::version)
					.orElse(Saving.version("")));
	}

	private Saving explain(String key, String words, String base) {
		return this.checks.explain(this.id, this.province.reporter(), List.of(wish(key, words, base))).get(0);
	}

	private static Saving.Wish wish(String key, String words, String base) {
		return new Saving.Wish(Explained.FIELD + key, words, base.isEmpty() ? Saving.version("") : base);
	}

	private List<String> blocking() {
		return this.reckoning.readiness(own(), this.reckoning.vocabulary(own()))
			.gaps()
			.stream()
			.filter(Progress.Gap::blocking)
			.map(Progress.Gap::words)
			.toList();
	}

	private Explained explained() {
		return this.checks.findings(own(), this.reckoning.vocabulary(own())).get(0);
	}

	private Report own() {
		return this.reports.own(this.id, this.province.reporter());
	}

	private Person supervisor() {
		return this.province.supervisor();
	}

	private void judge(int version, Explanation.Verdict verdict, String words) {
		this.reviews.judge(this.id, supervisor(), version, frozen(version).getId(), verdict, words);
	}

	private FrozenFinding frozen(int version) {
		return this.checks.ofRevision(revision(version)).get(0);
	}

	private Long revision(int version) {
		return this.jdbc.sql("select id from revisions where report_id = ? and number = ?")
			.params(this.id, version)
			.query(Long.class)
			.single();
	}

}
