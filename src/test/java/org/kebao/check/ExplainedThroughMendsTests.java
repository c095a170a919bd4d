package org.kebao.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.field.Saving;
import org.kebao.proof.Choice;
import org.kebao.proof.Finding;
import org.kebao.proof.Spot;
import org.kebao.report.Entry;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever mend the house itself offers, the explanations of everything else stay; and
 * what stood there before brings all of them back.
 */
@HouseTest
@TestInstance(Lifecycle.PER_CLASS)
class ExplainedThroughMendsTests {

	private static final int REPORTS = 14;

	private static final List<String> SENTENCES = List.of("争取省级以上科技计划项目62项,其中国家级14项、省级50项。",
			"举办培训班20期,其中线上8期、线下13期,参训约300人左右。", "举办培训班30期,其中线上15期、线下16期。", "专利申请量400件,同比增长30%,服务企业3千家。",
			"全年专利申请量380件，技术合同成交额8209.39万元,惠及农户3、4个村。", "获得上级支持经费1242万元,其中国家级资金755万元、省级资金887万元,产值9—16亿。",
			"专利授权量200件,专利申请量400件,走访企业近三十多家。", "2126年专利申请量400件，需求环比增长5%,入库40家。", "我们发挥了五个作用:一是引领,二是带动,三是支撑,四是保障。",
			"一是专利申请量400件，同比下降10%；二是专利授权量190件；四是举办活动12场。");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Checks checks;

	@Autowired
	private Reports reports;

	@Autowired
	private Reckoning reckoning;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	private Long id;

	private List<String> fields;

	@BeforeAll
	void begin() {
		this.province = new Province(this.context);
		Report past = this.province.report(this.province.county, this.province.period(this.province.year() - 1, 10));
		values(past.getId(), "IPR01=290 IPR02=150 TEC02=6300.5");
		this.jdbc.sql("update reports set status = 'APPROVED', approved_at = now(), revisions = 1 where id = ?")
			.param(past.getId())
			.update();
		this.id = this.province.report(this.province.county, this.province.period).getId();
		values(this.id, "PRJ01=14 PRJ02=49 PRJ04=63 IPR01=400 IPR02=180 TEC02=8209.39 ENT07=40");
		this.fields = IntStream.range(0, 3)
			.mapToObj((i) -> "entry."
					+ this.province.entry(this.id, person(), Entry.Kind.ACHIEVEMENT, "推进工作", "").getId() + ".body")
			.toList();
	}

	static List<Integer> reports() {
		return IntStream.range(0, REPORTS).boxed().toList();
	}

	@ParameterizedTest
	@MethodSource("reports")
	void noMendThrowsTheExplanationOfAnotherFindingAway(int seed) {
		Map<String, String> texts = texts(new Random(seed));
		texts.forEach(this::write);
		explainAll();
		Map<String, String> before = words();
		assertThat(before).isNotEmpty();
		for (Explained one : found(false)) {
			boolean style = one.finding().isHint();
			if (this.checks.settle(this.id, person(), one.finding().mark(), Choice.Kind.MEND).isEmpty()) {
				continue;
			}
			found(true).forEach((other) -> {
				if (style) {
					assertThat(other.isExplained()).as(other.finding().statement()).isTrue();
				}
				assertThat(other.words()).as(other.finding().statement())
					.isIn(before.getOrDefault(place(other.finding()), other.words()), "");
				assertThat(other.isExplained() || !before.containsKey(place(other.finding()))
						|| place(other.finding()).equals(place(one.finding())) || isTouched(one, other))
					.as("%s after %s".formatted(other.finding().statement(), one.finding().statement()))
					.isTrue();
			});
			texts.forEach(this::write);
			assertThat(words()).as("all back").isEqualTo(before);
		}
	}

	@ParameterizedTest
	@MethodSource("reports")
	void noBindingThrowsAnExplanationAway(int seed) {
		Map<String, String> texts = texts(new Random(seed));
		texts.forEach(this::write);
		explainAll();
		this.mvc.post()
			.uri("/reports/{id}/mentions", this.id)
			.param("all", "1")
			.with(SecurityMockMvcRequestPostProcessors.authentication(this.province.signedIn(person())))
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
		assertThat(found(true)).allSatisfy(
				(one) -> assertThat(one.isExplained()).as(one.finding().spot().place() + one.finding().statement())
					.isTrue());
	}

	@ParameterizedTest
	@MethodSource("reports")
	void movingTheParagraphsThrowsNoneAway(int seed) {
		Map<String, String> texts = texts(new Random(seed));
		texts.forEach(this::write);
		explainAll();
		List<String> moved = new ArrayList<>(texts.values());
		Collections.reverse(moved);
		for (int i = 0; i < this.fields.size(); i++) {
			write(this.fields.get(i), "先写一句别的话。" + moved.get(i));
		}
		assertThat(found(true)).allSatisfy((one) -> assertThat(one.isExplained()).isTrue());
	}

	/** One figure of two findings: the whole of a sum that the table knows. */
	private static boolean isTouched(Explained mended, Explained other) {
		Spot spot = mended.finding().spot();
		return other.finding().spot().field().equals(spot.field())
				&& other.finding().spot().quote().substring(0, 4).equals(spot.quote().substring(0, 4))
				&& mended.finding().message().contains(spot.words())
				&& (other.finding().message().contains(spot.mend() + "") || other.finding().rule().equals("TEXT-SUM"));
	}

	private Map<String, String> texts(Random random) {
		Map<String, String> texts = new HashMap<>();
		List<String> sentences = new ArrayList<>(SENTENCES);
		Collections.shuffle(sentences, random);
		this.fields.forEach((field) -> texts.put(field, ""));
		sentences.stream().limit(3 + random.nextInt(5)).forEach((sentence) -> {
			String field = this.fields.get(random.nextInt(this.fields.size()));
			texts.merge(field, sentence, (one, other) -> one + (random.nextBoolean() ? "\n" : "") + other);
		});
		return texts;
	}

	private void explainAll() {
		List<Saving.Wish> wishes = found(true).stream()
			.map((one) -> new Saving.Wish(one.field(), "这一条的原因：" + one.finding().key(), one.version()))
			.toList();
		assertThat(this.checks.explain(this.id, person(), wishes)).extracting(Saving::outcome)
			.allMatch(Saving.Outcome.SAVED::equals);
		assertThat(found(true)).allMatch(Explained::isExplained);
	}

	/** What is said, by where it is said. */
	private Map<String, String> words() {
		return found(true).stream()
			.filter(Explained::isExplained)
			.collect(Collectors.toMap((one) -> place(one.finding()), Explained::words));
	}

	private static String place(Finding finding) {
		Spot spot = finding.spot();
		return finding.rule() + finding.metrics() + spot.field() + spot.words() + spot.quote().replaceAll("\\PL+", "");
	}

	/**
	 * @param warnings only those that want an explanation
	 */
	private List<Explained> found(boolean warnings) {
		Report report = this.reports.own(this.id, person());
		return this.checks.findings(report, this.reckoning.vocabulary(report))
			.stream()
			.filter((one) -> one.finding().spot() != null)
			.filter((one) -> !warnings || one.finding().isWarning())
			.toList();
	}

	private void values(Long id, String text) {
		for (String value : text.split(" ")) {
			this.province.write(id, person(), "metric." + value.split("=")[0], value.split("=")[1]);
		}
	}

	private void write(String field, String text) {
		this.province.write(this.id, person(), field, text);
	}

	private Person person() {
		return this.province.reporter();
	}

}
