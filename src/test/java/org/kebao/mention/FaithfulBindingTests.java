package org.kebao.mention;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kebao.amount.Given;
import org.kebao.binding.BoundText;
import org.kebao.binding.Facts;
import org.kebao.binding.TokenPlace;
import org.kebao.binding.Printed;
import org.kebao.binding.Trouble;
import org.kebao.metric.Catalogues;
import org.kebao.metric.Metric;
import org.kebao.prose.Figure;
import org.kebao.prose.Prose;
import org.kebao.prose.Reading;
import org.kebao.report.Part;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is printed after a binding, read again, states the amount of the table, however
 * the figure and what stands beside it were written; where that cannot be had, no binding
 * is offered. What a typed token prints is told where it is another amount.
 */
class FaithfulBindingTests {

	private static final Metric METRIC = Catalogues.named(1, "TEC02", "成交额", "万元", 2);

	private static final Metric OTHER = Catalogues.named(2, "IPR01", "专利申请量", "件", 0);

	/** A number with its scale, and a unit of 元 or of what is counted. */
	private static final Pattern NUMBER = Pattern
		.compile("([0-9０-９][0-9０-９.．,，]*)[ \u00a0\u3000]*[多余馀几]?(?:个(?=[万亿]))?([万亿]*)([^0-9０-９，。、；（ \u3000]*)");

	private static final String JOINING = "0123456789０１２３４５６７８９.．·过万亿";

	/**
	 * A figure somewhere in a sentence.
	 *
	 * @param amount of the table
	 */
	record Written(String unit, BigDecimal amount, String before, String figure, String behind) {

		String text() {
			return this.before + this.figure + this.behind;
		}

	}

	@Property(tries = 5000)
	void whatIsPrintedAfterABindingSaysWhatTheTableSays(@ForAll("written") Written written) {
		Facts facts = facts(written);
		Passage passage = passage(written.text(), facts);
		for (Mention mention : mentions(passage, written)) {
			Optional<Substitute> substitute = Substitute.of(passage, mention);
			if (substitute.isEmpty()) {
				assertThat(passage.token(mention)).isEmpty();
				continue;
			}
			Substitute one = substitute.get();
			String source = passage.printed().source();
			String bound = source.substring(0, one.source().offset()) + one.token()
					+ source.substring(one.source().end());
			assertThat(bound).isEqualTo(source.substring(0, mention.source().offset()) + passage.token(mention)
					+ source.substring(mention.source().end()));
			Printed printed = BoundText.of(bound).print(facts);
			assertThat(printed.troubles()).isEmpty();
			TokenPlace place = printed.places().get(0);
			assertThat(told(printed.text(), place)).as(printed.text()).isEqualByComparingTo(written.amount());
			List<Figure> before = passage.reading().all().toList();
			List<Figure> after = Prose.read(printed.text()).all().toList();
			assertThat(after).as(printed.text()).hasSameSizeAs(before);
			for (int i = 0; i < after.size(); i++) {
				Figure figure = after.get(i);
				if (before.get(i) == mention.figure()) {
					assertThat(Claim.isExact(figure, written.amount(), written.unit())).as(printed.text()).isTrue();
				}
				else {
					assertThat(figure.value()).isEqualTo(before.get(i).value());
					assertThat(figure.unit()).isEqualTo(before.get(i).unit());
				}
			}
			assertThat(Misprint.of(printed, Prose.read(printed.text()))).as(printed.text())
				.extracting(Misprint::place)
				.doesNotContain(place);
		}
	}

	@Property(tries = 5000)
	void aTokenThatPrintsAnotherAmountIsFound(@ForAll("units") String unit, @ForAll("amounts") BigDecimal amount,
			@ForAll("before") String before, @ForAll("forms") String form, @ForAll("behind") String behind) {
		Facts facts = facts(new Written(unit, amount, "", "", ""));
		Printed printed = BoundText.of("全年成交额" + before + "{{成交额" + form + "}}" + behind).print(facts);
		TokenPlace place = printed.places().get(0);
		if (place.trouble() == Trouble.NONE && Misprint.of(printed, Prose.read(printed.text())).isEmpty()
				&& !before.matches(".*[一二三四五六七八九十百千]") && !before.endsWith(" ") && !behind.matches("[百千].*")) {
			assertThat(told(printed.text(), place)).as(printed.text()).isEqualByComparingTo(amount);
		}
	}

	/**
	 * As a reader of the paper takes the number: from its first digit to its unit, in the
	 * unit of the table.
	 */
	private static BigDecimal told(String text, TokenPlace place) {
		int start = place.printed().offset();
		while (start > 0 && JOINING.indexOf(text.charAt(start - 1)) >= 0) {
			start--;
		}
		Matcher number = NUMBER.matcher(text);
		assertThat(number.find(start)).isTrue();
		String digits = number.group(1).replaceAll("[,，]", "").replace('．', '.');
		BigDecimal value = new BigDecimal(digits.replaceAll("[.]+$", ""));
		String unit = place.stated().unit();
		boolean bare = number.group(2).isEmpty() && !number.group(3).startsWith(unit.replaceAll("^[万亿]|/.*", ""));
		int own = power(unit.replaceAll("[^万亿].*", ""));
		String rest = number.group(3);
		// a second scale behind the unit belongs to it
		int behind = rest.matches("[^万亿]{0,2}[万亿](元|$).*") ? power(rest.replaceAll("[^万亿]", "")) : 0;
		return value.movePointRight((bare ? own : power(number.group(2)) + behind) - own);
	}

	private static int power(String scale) {
		return scale.chars().map((sign) -> (sign == '万') ? 4 : 8).sum();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '→', textBlock = """
			技术合同成交额2.8亿。 → 27006.29 → 万元 → 技术合同成交额{{成交额|数}}亿。 → 技术合同成交额2.700629亿。
			技术合同成交额2.8个亿。 → 27006.29 → 万元 → 技术合同成交额{{成交额|数}}亿。 → 技术合同成交额2.700629亿。
			技术合同成交额28000万。 → 27006.29 → 万元 → 技术合同成交额{{成交额|数}}万。 → 技术合同成交额27006.29万。
			技术合同成交额2.8亿元。 → 27006.29 → 万元 → 技术合同成交额{{成交额}}。 → 技术合同成交额2.700629亿元。
			技术合同成交额2.8亿元。 → 2.700629 → 亿元 → 技术合同成交额{{成交额}}。 → 技术合同成交额2.700629亿元。
			技术合同成交额28000 万元。 → 2.700629 → 亿元 → 技术合同成交额{{成交额|万元}}。 → 技术合同成交额27006.29万元。
			直接带动农户0.6万户。 → 5241 → 户 → 直接带动农户{{成交额|数}}万户。 → 直接带动农户0.5241万户。
			直接带动农户0.6万余户。 → 5241 → 户 → 直接带动农户{{成交额}}。 → 直接带动农户5241户。
			直接带动农户６０００户。 → 5241 → 户 → 直接带动农户{{成交额}}。 → 直接带动农户5241户。
			现有企业1 9家。 → 21 → 家 → 现有企业{{成交额}}。 → 现有企业21家。
			现有企业：1 9家。 → 21 → 家 → - → -
			技术合同成交额2,8000万元。 → 27006.29 → 万元 → - → -
			技术合同成交额2，8000万元。 → 27006.29 → 万元 → - → -
			技术合同成交额28,000万元。 → 27006.29 → 万元 → 技术合同成交额{{成交额|万元}}。 → 技术合同成交额27006.29万元。
			技术合同成交额3亿4500万元。 → 27006.29 → 万元 → 技术合同成交额{{成交额}}。 → 技术合同成交额2.700629亿元。
			技术合同成交额2亿8千万元。 → 27006.29 → 万元 → - → -
			现有企业四十多家。 → 42 → 家 → 现有企业{{成交额}}。 → 现有企业42家。
			现有企业约40家左右。 → 42 → 家 → 现有企业{{成交额}}。 → 现有企业42家。
			立项62个，增加较多。 → 63 → 项 → 立项{{成交额}}，增加较多。 → 立项63项，增加较多。
			成交额.28亿元。 → 27006.29 → 万元 → - → -
			成交额2·8亿元。 → 27006.29 → 万元 → - → -
			成交额2 .8亿元。 → 27006.29 → 万元 → - → -
			专利申请量过四百件。 → 420 → 件 → - → -
			审核通过402件。 → 420 → 件 → 审核通过{{成交额}}。 → 审核通过420件。
			申请402件（次）。 → 420 → 件 → - → -
			成交额2亿7006.29万元。 → 27006.29 → 万元 → 成交额{{成交额}}。 → 成交额2.700629亿元。
			有效发明专利拥有量28.6件。 → 28.65 → 件/万人 → 有效发明专利拥有量{{成交额|数}}件。 → 有效发明专利拥有量28.65件。
			投入强度2.8%。 → 2.69 → % → 投入强度{{成交额}}。 → 投入强度2.69%。
			培训农民1.2万人次。 → 12345 → 人次 → 培训农民{{成交额|数}}万人次。 → 培训农民1.2345万人次。
			农户三十二 万人。 → 5241 → 元 → - → -
			农户三十二 万户亿。 → 1 → % → - → -
			净增-5家。 → -3 → 家 → - → -
			净增5家。 → -3 → 家 → - → -
			""")
	void theFormThatKeepsTheWordsIsChosen(String text, BigDecimal amount, String unit, String bound, String printed) {
		Written written = new Written(unit, amount, "", "", "");
		Passage passage = passage(text, facts(written));
		Mention mention = mentions(passage, written).get(mentions(passage, written).size() - 1);
		String token = passage.token(mention);
		String after = text.substring(0, mention.source().offset()) + token + text.substring(mention.source().end());
		assertThat(token.isEmpty() ? "-" : after).isEqualTo(bound);
		assertThat(token.isEmpty() ? "-" : BoundText.of(after).print(facts(written)).text()).isEqualTo(printed);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '→', textBlock = """
			成交额{{成交额}}亿。 → 27006.29 → 万元 → 2.700629亿元亿
			成交额{{成交额}}亿元。 → 27006.29 → 万元 → 2.700629亿元亿元
			成交额{{成交额}}元。 → 27006.29 → 万元 → 2.700629亿元元
			成交额{{成交额}}个亿。 → 27006.29 → 万元 → 2.700629亿元个亿
			成交额{{成交额|亿元}}多万元。 → 27006.29 → 万元 → 2.700629亿元多万元
			成交额1{{成交额|数}}万元。 → 27006.29 → 万元 → 127006.29万元
			成交额2,{{成交额|数}}万元。 → 27006.29 → 万元 → 2,27006.29万元
			成交额2亿{{成交额|数}}万元。 → 27006.29 → 万元 → 2亿27006.29万元
			成交额{{成交额|数}}5万元。 → 27006.29 → 万元 → 27006.295万元
			成交额{{成交额|数}}.5万元。 → 27006.29 → 万元 → 27006.29.5
			现有企业{{成交额}}{{成交额}}。 → 42 → 家 → -
			现有企业{{成交额|数}}{{成交额}}。 → 42 → 家 → 4242家 4242家
			现有企业5至{{成交额|数}}家。 → 42 → 家 → -
			现有企业{{成交额|数}}余家。 → 42 → 家 → -
			现有企业{{成交额}}万众瞩目。 → 42 → 家 → -
			2025年{{成交额}}2025年。 → 42 → 家 → -
			第1章 {{成交额}}，3，{{成交额}}。 → 42 → 家 → -
			""")
	void whatPrintsAnotherAmountIsTold(String text, BigDecimal amount, String unit, String found) {
		Printed printed = BoundText.of(text).print(facts(new Written(unit, amount, "", "", "")));
		String spans = String.join(" ",
				Misprint.of(printed, Prose.read(printed.text()))
					.stream()
					.map((misprint) -> misprint.span().of(printed.text()))
					.toList());
		assertThat(spans.isEmpty() ? "-" : spans).isEqualTo(found);
	}

	private static Facts facts(Written written) {
		Map<Long, Given> now = new HashMap<>();
		now.put(1L, Given.actual(written.amount()));
		now.put(2L, Given.actual(BigDecimal.valueOf(400)));
		return Facts.of(Catalogues.of(metric(written.unit()), OTHER), now, Map.of(), Map.of());
	}

	private static Metric metric(String unit) {
		return Catalogues.named(1, METRIC.getCode(), METRIC.getName(), unit, 2);
	}

	private static Passage passage(String text, Facts facts) {
		Printed printed = BoundText.of(text).print(facts);
		Reading reading = Prose.read(printed.text());
		return new Passage("lead", Part.ACHIEVEMENTS, "开头", "", printed, reading, List.of(), List.of(),
				new Reader(facts, Prose::read));
	}

	/** Every figure that could state the metric. */
	private static List<Mention> mentions(Passage passage, Written written) {
		Metric metric = metric(written.unit());
		return passage.reading()
			.all()
			.filter(Figure::isAmount)
			.filter((figure) -> !passage.printed().isBound(figure.span()))
			.map((figure) -> new Mention(figure, passage.printed().source(figure.span()), metric, false, Stance.DIFFERS,
					written.amount(), false))
			.toList();
	}

	@Provide
	Arbitrary<String> units() {
		return Arbitraries.of("万元", "亿元", "元", "家", "项", "户", "人次", "万人", "件/万人", "%", "平方米");
	}

	@Provide
	Arbitrary<BigDecimal> amounts() {
		return Arbitraries.oneOf(Arbitraries.integers().between(0, 99).map(BigDecimal::valueOf),
				Arbitraries.integers().between(100, 9_999_999).map(BigDecimal::valueOf),
				Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(300_000)).ofScale(2));
	}

	@Provide
	Arbitrary<String> forms() {
		return Arbitraries.of("", "|数", "|数", "|万元", "|亿元");
	}

	@Provide
	Arbitrary<String> before() {
		return Arbitraries.of("", "", "", "达到", "：", "约", "超过", "1", "１", "2,", "2，", "2.", "3亿", "5-", "5—", "五", "五十",
				"1 ", "3 万", "A", "，", "2025年", "3家、");
	}

	@Provide
	Arbitrary<String> behind() {
		return Arbitraries.of("。", "。", "，其中3家。", "亿。", "万。", "个亿。", "亿元。", "万元。", "万户。", "家。", "多家。", "余万元。", "5家。",
				".5亿。", " 亿元。", "左右。", "以上。", "百家。", "5000万元。", "-60家。", "至60家。", "{{专利申请量}}。", "，专利申请量{{专利申请量}}。",
				"元/人。", "亿美元。", "多年来。", "家企业。", "人次。", "件，增长20%。");
	}

	@Provide
	Arbitrary<Written> written() {
		Arbitrary<String> figures = Combinators
			.combine(amounts(), Arbitraries.integers().between(0, 18),
					Arbitraries.of("家", "项", "户", "万户", "亿", "万", "个亿", "万元", "亿元", "元", "人次", "万人次", "人", "万人", "件",
							"%", "平方米", "万平方米"),
					Arbitraries.of("", "", "", "多", "余", " "))
			.as((number, way, unit, between) -> spelled(number, way) + between + unit);
		return Combinators.combine(units(), amounts(), before(), figures, behind())
			.as((unit, amount, before, figure, behind) -> new Written(unit, amount, "全年成交额" + before, figure, behind));
	}

	private static String spelled(BigDecimal number, int way) {
		String plain = number.toPlainString();
		return switch (way) {
			case 0 -> plain.chars()
				.mapToObj((sign) -> String.valueOf((sign == '.') ? '．' : (char) (sign + 0xfee0)))
				.reduce("", String::concat);
			case 1 -> plain.replaceFirst("^(\\d)(\\d)", "$1 $2");
			case 2 -> plain.replaceFirst("^(\\d)(\\d{3})", "$1,$2");
			case 3 -> plain.replaceFirst("^(\\d)(\\d)", "$1,$2");
			case 4 -> plain.replaceFirst("^(\\d)(\\d)", "$1，$2");
			case 5 -> "三十二";
			case 6 -> "两千八百";
			case 7 -> "-" + plain;
			case 8 -> "近" + plain;
			case 9 -> "约" + plain;
			case 11 -> "." + plain;
			case 12 -> plain.replaceFirst("^(\\d)", "$1·");
			case 13 -> plain.replaceFirst("^(\\d)", "$1 .");
			case 14 -> "过" + plain;
			case 10 -> plain + "—" + number.add(BigDecimal.TEN).toPlainString();
			default -> plain;
		};
	}

}
