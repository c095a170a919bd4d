package org.kebao.check;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.account.Role;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.proof.Choice;
import org.kebao.proof.Finding;
import org.kebao.proof.Spot;
import org.kebao.refusal.NotVisibleException;
import org.kebao.refusal.RefusedException;
import org.kebao.report.Entry;
import org.kebao.report.Part;
import org.kebao.report.Progress;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.review.Reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * From the sentence that is doubted to its mending, or to the explanation that stands as
 * long as sentence and figures do.
 */
@HouseTest
class ProseExplanationsTests {

	private static final String SENTENCE = "举办培训班20期，其中线上8期、线下13期。";

	private static final String WORDS = "有一期线上线下同时举办";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Checks checks;

	@Autowired
	private Reports reports;

	@Autowired
	private Reckoning reckoning;

	@Autowired
	private Fields fields;

	@Autowired
	private Reviews reviews;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	private Long id;

	private String body;

	@BeforeEach
	void begin() {
		this.province = new Province(this.context);
		this.id = this.province.draft().getId();
		Entry entry = this.province.entry(this.id, reporter(), Entry.Kind.ACHIEVEMENT, "抓好培训", SENTENCE);
		this.body = "entry." + entry.getId() + ".body";
	}

	@Test
	void aDoubtfulSentenceBlocksSubmissionUntilItIsExplained() {
		assertThat(blocking()).singleElement().asString().startsWith("需要说明原因：成效 3 · 正文：").endsWith("合计21期，与20期不符");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(this::submit);
		explain(WORDS);
		assertThat(blocking()).isEmpty();
		submit();
	}

	@Test
	void aHoleAndATokenThatStatesNothingBlockWhateverIsExplained() {
		write(this.body, "走访企业xx家。\n全年{{没有的指标}}。\n共{{专利申请量。");
		assertThat(blocking()).hasSize(3)
			.contains("成效 3 · 正文：“{{没有的指标}}”：没有“没有的指标”这个指标", "成效 3 · 正文：“{{”：大括号没有配对，指标没有写完");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(this::submit);
	}

	@Test
	void whatIsMissingIsToldWithThePartItStandsIn() {
		write("idea", "争取资金xx万元。");
		assertThat(this.reckoning.readiness(own(), this.reckoning.vocabulary(own())).gaps())
			.filteredOn(Progress.Gap::blocking)
			.extracting(Progress.Gap::part)
			.containsExactlyInAnyOrder(Part.PLAN, Part.ACHIEVEMENTS);
	}

	@Test
	void whatIsOnlyOfferedNeitherBlocksNorIsFrozen() {
		write(this.body, "加强领导,落实责任,压实任务。");
		assertThat(found()).singleElement().satisfies((one) -> assertThat(one.finding().isHint()).isTrue());
		assertThat(blocking()).isEmpty();
		submit();
		assertThat(this.checks.ofRevision(revision(1))).isEmpty();
	}

	@Test
	void anExplanationMovesWithItsSentence() {
		explain(WORDS);
		Finding before = one().finding();
		write(this.body, "先写一句别的话。" + SENTENCE + "\n再写一段，服务企业30家。");
		assertThat(one()).satisfies((now) -> {
			assertThat(now.words()).isEqualTo(WORDS);
			assertThat(now.isFallen()).isFalse();
			assertThat(now.finding().spot().offset()).isEqualTo(before.spot().offset() + "先写一句别的话。".length());
		});
		write(this.body, "换成别的内容。");
		assertThat(found()).isEmpty();
		write("lead", "一年来，全县科技工作稳中有进。" + SENTENCE);
		assertThat(one().words()).isEqualTo(WORDS);
		assertThat(one().finding().spot().field()).isEqualTo("lead");
		assertThat(blocking()).isEmpty();
	}

	@Test
	void anotherFigureOfTheSentenceFellsTheExplanationUntilItIsBack() {
		explain(WORDS);
		write(this.body, SENTENCE.replace("13", "14"));
		assertThat(one().isFallen()).isTrue();
		assertThat(one().words()).isEqualTo(WORDS);
		assertThat(one().changes()).singleElement().satisfies((change) -> {
			assertThat(change.then()).contains("线下13期合计21期");
			assertThat(change.now()).contains("线下14期合计22期");
		});
		assertThat(blocking()).hasSize(1);
		write(this.body, SENTENCE);
		assertThat(one().words()).as("back again").isEqualTo(WORDS);
		assertThat(blocking()).isEmpty();
	}

	@Test
	void theSameSentenceTwiceIsOneFinding() {
		write("lead", SENTENCE);
		assertThat(one().finding().spot().field()).isEqualTo("lead");
		explain(WORDS);
		write("lead", "");
		assertThat(one().finding().spot().field()).isEqualTo(this.body);
		assertThat(one().words()).isEqualTo(WORDS);
		write(this.body, "举办培训班20期，其中线上8期、线下13期；举办培训班20期，其中线上8期、线下13期。");
		assertThat(found()).as("alike, in one sentence each").hasSizeBetween(1, 2);
	}

	@Test
	void whereAMetricIsBoundItsChangeLeavesTheExplanationToBeLookedAtAgain() {
		write(this.body, "争取立项62项，其中国家级{{PRJ01}}、省级{{PRJ02}}。");
		assertThat(one().finding().message()).contains("63项");
		String key = one().finding().key();
		explain(WORDS);
		submit();
		this.reviews.judge(this.id, this.province.supervisor(), 1, frozen(1).getId(), Explanation.Verdict.ACCEPTED, "");
		this.reviews.sendBack(this.id, this.province.supervisor(), 1, "请核对项目数");
		assertThat(one().isAccepted()).isTrue();
		write("metric.PRJ02", "47");
		assertThat(one()).satisfies((now) -> {
			assertThat(now.finding().key()).isEqualTo(key);
			assertThat(now.words()).isEqualTo(WORDS);
			assertThat(now.isFallen()).isTrue();
			assertThat(now.isAccepted()).isFalse();
			assertThat(now.isBlocking()).isTrue();
		});
		write("metric.PRJ02", "49");
		assertThat(one().isAccepted()).isTrue();
	}

	@Test
	void noMarkAndNoWordOfTheSentenceThrowsAnExplanationAway() {
		explain(WORDS);
		for (String text : List.of("举办培训班20期,其中线上8期、线下13期.", "举办培训班２０期，其中线上8期、线下13期；效果很好。",
				"全年举办培训班20期，其中线上8期、线下13期，参训三、四百人。", "　举办培训班 20 期，其中线上8期、线下13期。", "举办培训班{{没有的指标}}20期，其中线上8期、线下13期。")) {
			write(this.body, text);
			assertThat(found()).filteredOn((one) -> one.finding().isWarning())
				.as(text)
				.singleElement()
				.satisfies((one) -> {
					assertThat(one.isExplained()).isTrue();
					assertThat(one.words()).isEqualTo(WORDS);
				});
		}
	}

	@Test
	void whatWasWrittenUnderAKeyOfAnotherTimeMayBeTakenOver() {
		explain(WORDS);
		this.jdbc
			.sql("""
					update explanations set finding_key = 'TEXT-SUM.0123456789abcdef', fingerprint = 'fedcba9876543210', figures = '',
					about = '' where report_id = ?""")
			.param(this.id)
			.update();
		assertThat(one().isWritten()).isFalse();
		assertThat(one().isBlocking()).isTrue();
		assertThat(one().earlier()).containsExactly(new Explained.Earlier(false, WORDS));
		explain(WORDS);
		assertThat(blocking()).isEmpty();
	}

	@Test
	void twoSentencesOfTheSameWordsAreTwoFindingsAndKeepEachItsOwn() {
		String other = "举办培训班30期，其中线上15期、线下16期。";
		write(this.body, SENTENCE + "\n" + other);
		assertThat(found()).hasSize(2);
		found().forEach((one) -> explain(one.finding().key(), "原因是" + one.finding().spot().words() + "有重复", ""));
		write(this.body, other);
		assertThat(one().words()).isEqualTo("原因是30期有重复");
		assertThat(one().isExplained()).isTrue();
		write(this.body, other + "\n" + SENTENCE);
		assertThat(found()).extracting(Explained::words).containsExactly("原因是30期有重复", "原因是20期有重复");
		assertThat(blocking()).isEmpty();
	}

	@Test
	void aVersionKeepsTheSentenceAndWhereItStood() {
		explain(WORDS);
		submit();
		assertThat(frozen(1)).satisfies((one) -> {
			assertThat(one.getPlace()).isEqualTo("成效 3 · 正文");
			assertThat(one.getAnchor()).isEqualTo(this.body.replace(".body", "").replace('.', '-'));
			assertThat(one.getQuote()).isEqualTo(SENTENCE);
			assertThat(one.getMarked()).isEqualTo("20期");
			assertThat(one.getQuoteBefore() + one.getMarked() + one.getQuoteAfter()).isEqualTo(SENTENCE);
			assertThat(one.getStatement()).startsWith("成效 3 · 正文“%s”：".formatted(SENTENCE)).endsWith("合计21期，与20期不符");
			assertThat(one.getWords()).isEqualTo(WORDS);
		});
		this.reviews.sendBack(this.id, this.province.supervisor(), 1, "请补充案例");
		write(this.body, "举办培训班21期，其中线上8期、线下13期。");
		submit();
		assertThat(this.checks.ofRevision(revision(2))).isEmpty();
		assertThat(frozen(1).getQuote()).isEqualTo(SENTENCE);
	}

	@Test
	void aLongSentenceIsQuotedAroundWhatIsFound() {
		write(this.body, "为".repeat(200) + "，举办培训班20期，其中线上8期、线下13期，" + "𠮷".repeat(200) + "。");
		Spot spot = one().finding().spot();
		assertThat(spot.quote()).hasSizeLessThan(90).startsWith("…").endsWith("…");
		assertThat(spot.words()).isEqualTo("20期");
		assertThat(spot.before() + spot.words() + spot.after()).isEqualTo(spot.quote());
		assertThat(spot.quote().codePoints())
			.noneMatch((c) -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
	}

	@Test
	void mendingWritesTheVeryStretchAnew() {
		write(this.body, "先写一句。" + SENTENCE + "再写一句。");
		assertThat(one().finding().spot().mend()).isEqualTo("21期");
		assertThat(settle(one().finding().mark(), Choice.Kind.MEND)).isPresent();
		assertThat(text()).isEqualTo("先写一句。举办培训班21期，其中线上8期、线下13期。再写一句。");
		assertThat(found()).isEmpty();
	}

	@Test
	void whereTheTextIsRightItIsWrittenIntoTheCellAndOnePressTakesItBack() {
		write("metric.IPR01", "400");
		write(this.body, "全年专利申请量380件。");
		Finding finding = one().finding();
		assertThat(finding.spot().fill().told()).isEqualTo("380件");
		Optional<Saving.Wish> undo = settle(finding.mark(), Choice.Kind.FILL);
		assertThat(value("IPR01")).isEqualTo("380");
		assertThat(text()).isEqualTo("全年专利申请量380件。");
		assertThat(found()).noneMatch((one) -> one.finding().spot().field().equals(this.body));
		assertThat(settle(finding.mark(), Choice.Kind.FILL)).as("pressed twice").isEmpty();
		assertThat(this.fields.save(this.id, reporter(), List.of(undo.orElseThrow()))).extracting(Saving::outcome)
			.containsExactly(Saving.Outcome.SAVED);
		assertThat(value("IPR01")).isEqualTo("400");
		assertThat(one().finding().mark()).isEqualTo(finding.mark());
	}

	@Test
	void onePressTakesAMendBack() {
		Saving.Wish undo = settle(one().finding().mark(), Choice.Kind.MEND).orElseThrow();
		assertThat(text()).isEqualTo("举办培训班21期，其中线上8期、线下13期。");
		this.fields.save(this.id, reporter(), List.of(undo));
		assertThat(text()).isEqualTo(SENTENCE);
	}

	@Test
	void whatHasChangedMeanwhileIsNotMended() {
		String mark = one().finding().mark();
		write(this.body, SENTENCE.replace("13", "14"));
		assertThat(settle(mark, Choice.Kind.MEND)).isEmpty();
		assertThat(settle("TEXT-SUM.0000000000000000/0", Choice.Kind.MEND)).isEmpty();
		assertThat(settle(one().finding().mark(), Choice.Kind.BIND)).as("no metric says the same").isEmpty();
		assertThat(text()).isEqualTo(SENTENCE.replace("13", "14"));
	}

	@Test
	void allSignsOfATextAreMendedAtOnceAndBehindTokensToo() {
		write(this.body, "加强领导,落实责任,{{PRJ01}}立项,压实任务。");
		assertThat(one().finding().message()).startsWith("3 处半角标点");
		assertThat(settle(one().finding().mark(), Choice.Kind.MEND)).isPresent();
		assertThat(text()).isEqualTo("加强领导，落实责任，{{PRJ01}}立项，压实任务。");
		assertThat(found()).isEmpty();
	}

	@Test
	void nobodyElseMendsAndNobodyWhereNothingIsWritten() {
		String mark = one().finding().mark();
		Person neighbour = this.province.person("邻县", this.province.counties(1).get(0), Role.REPORTER);
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.checks.settle(this.id, neighbour, mark, Choice.Kind.MEND));
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.checks.settle(this.id, this.province.supervisor(), mark, Choice.Kind.MEND));
		explain(WORDS);
		submit();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.checks.settle(this.id, reporter(), mark, Choice.Kind.MEND));
	}

	@Test
	void aFieldOfNoFindingTakesNoWords() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> explain("TEXT-SUM.xyz", WORDS, ""));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> explain("TEXT-SUM.0123456789abcdefff", WORDS, ""));
	}

	private Optional<Saving.Wish> settle(String mark, Choice.Kind kind) {
		return this.checks.settle(this.id, reporter(), mark, kind);
	}

	private String value(String code) {
		Long metric = this.jdbc.sql("select id from metrics where code = ?").param(code).query(Long.class).single();
		return own().value(metric).orElseThrow().getText();
	}

	private void write(String field, String text) {
		this.province.write(this.id, reporter(), field, text);
	}

	private void explain(String words) {
		Explained one = one();
		assertThat(explain(one.finding().key(), words, one.words()).outcome()).isEqualTo(Saving.Outcome.SAVED);
	}

	private Saving explain(String key, String words, String before) {
		return this.checks
			.explain(this.id, reporter(),
					List.of(new Saving.Wish(Explained.FIELD + key, words, Saving.version(before))))
			.get(0);
	}

	private List<Explained> found() {
		return this.checks.findings(own(), this.reckoning.vocabulary(own()))
			.stream()
			.filter((one) -> one.finding().spot() != null)
			.toList();
	}

	private Explained one() {
		assertThat(found()).hasSize(1);
		return found().get(0);
	}

	private String text() {
		return own().entry(Long.valueOf(this.body.split("\\.")[1])).orElseThrow().getBody();
	}

	private List<String> blocking() {
		return this.reckoning.readiness(own(), this.reckoning.vocabulary(own()))
			.gaps()
			.stream()
			.filter(Progress.Gap::blocking)
			.map(Progress.Gap::words)
			.toList();
	}

	private Report own() {
		return this.reports.own(this.id, reporter());
	}

	private Person reporter() {
		return this.province.reporter();
	}

	private void submit() {
		this.reports.submit(this.id, reporter());
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
