package org.kebao.script;

import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A number typed before a heading comes off it, and a numeral that belongs to its words
 * never does.
 */
class MarkTests {

	@Property
	void whatCertainlyNumbersAHeadingComesOff(@ForAll("marks") String mark, @ForAll("words") String words) {
		assertThat(Mark.unnumbered(mark + words)).isEqualTo(words);
		assertThat(Mark.unnumbered(" " + mark + "\u3000" + words)).isEqualTo(words);
		assertThat(Mark.printed(mark + words)).isEqualTo(words);
	}

	@Property
	void marksOneBehindTheOtherAndRareOnesComeOffToo(@ForAll("words") String words) {
		for (String mark : List.of("（一）（二）", "一、二是", "一、（一）", "一）", "一) ", "Ⅰ、", "ⅱ．", "II. ", "（Ⅱ）", "壹、", "一，", "一：",
				"01 ", "（四）（一）（二）")) {
			assertThat(Mark.unnumbered(mark + words)).as(mark + words).isEqualTo(words);
		}
	}

	@Property
	void aMarkInBracketsComesOffWhateverFollows(@ForAll("closed") String mark,
			@ForAll("wordsWithNumerals") String words) {
		assertThat(Mark.unnumbered(mark + words)).isEqualTo(words);
	}

	@Property
	void aNumeralThatBelongsToTheWordsIsNeverCut(@ForAll("wordsWithNumerals") String words) {
		assertThat(Mark.unnumbered(words)).isEqualTo(words);
		assertThat(Mark.printed(words)).isEqualTo(words);
	}

	@Property
	void aListWithinTheWordsKeepsItsFirstMark(@ForAll("words") String one, @ForAll("words") String other) {
		for (String list : List.of("一是%s，二是%s", "第一，%s；第二，%s", "（1）%s（2）%s", "①%s②%s", "1.%s 2.%s", "一、%s 二、%s",
				"(一)%s(二)%s")) {
			String words = list.formatted(one, other);
			assertThat(Mark.unnumbered(words)).isEqualTo(words);
		}
	}

	@Example
	void aLongerNumberIsNotTheNextOfAList() {
		assertThat(Mark.unnumbered("⑳0.21万人大培训")).isEqualTo("0.21万人大培训");
		assertThat(Mark.unnumbered("（1）培育企业（共12）家")).isEqualTo("培育企业（共12）家");
		assertThat(Mark.unnumbered("第一，承办第二十届科技周")).isEqualTo("承办第二十届科技周");
		assertThat(Mark.unnumbered("一、落实三十二、三十三条措施")).isEqualTo("落实三十二、三十三条措施");
	}

	@Property
	void whatItsWriterInsistsOnIsPrinted(@ForAll("marks") String mark, @ForAll("words") String words) {
		String kept = mark + Mark.KEPT + words;
		assertThat(Mark.unnumbered(kept)).isEqualTo(kept);
		assertThat(Mark.printed(kept)).isEqualTo(mark + words);
	}

	/** Whatever is typed, only its beginning may go, and never all of it. */
	@Property
	void nothingButTheBeginningGoes(@ForAll("typed") String typed) {
		String left = Mark.unnumbered(typed);
		assertThat(typed).endsWith(left);
		assertThat(Mark.unnumbered(left)).isEqualTo(left);
		if (!typed.isEmpty()) {
			assertThat(left).isNotEmpty();
		}
	}

	@Example
	void marksMayStandOneBehindTheOther() {
		assertThat(Mark.unnumbered("一、（一）创新氛围不浓")).isEqualTo("创新氛围不浓");
		assertThat(Mark.unnumbered("（一）1.创新氛围不浓")).isEqualTo("创新氛围不浓");
		assertThat(Mark.unnumbered("（一）3.5万人大培训")).isEqualTo("3.5万人大培训");
		assertThat(Mark.unnumbered("1.研发投入增长2.5%")).isEqualTo("研发投入增长2.5%");
		assertThat(Mark.unnumbered("第一部分 工作总结")).isEqualTo("工作总结");
		assertThat(Mark.unnumbered("一是：抓创新")).isEqualTo("抓创新");
	}

	@Provide
	Arbitrary<String> marks() {
		Arbitrary<Integer> number = Arbitraries.integers().between(1, 20);
		return Arbitraries.oneOf(closed(), number.map((n) -> Mark.chinese(n) + "、"),
				number.map((n) -> Mark.chinese(n) + "．"), number.map((n) -> n + "."), number.map((n) -> n + "．"),
				number.map((n) -> n + "、"), number.map((n) -> Mark.chinese(n) + "是"),
				number.map((n) -> "第" + Mark.chinese(n) + "，"), number.map((n) -> "其" + Mark.chinese(n) + "，"));
	}

	@Provide
	Arbitrary<String> closed() {
		Arbitrary<Integer> number = Arbitraries.integers().between(1, 20);
		return Arbitraries.oneOf(number.map((n) -> "（" + Mark.chinese(n) + "）"),
				number.map((n) -> "(" + Mark.chinese(n) + ")"), number.map((n) -> "（" + n + "）"),
				number.map((n) -> "(" + n + ")"), number.map((n) -> n + "）"), number.map((n) -> n + ")"),
				number.map((n) -> Character.toString('①' + n - 1)),
				number.map((n) -> (n <= 10) ? Character.toString('㈠' + n - 1) : "⑴"));
	}

	@Provide
	Arbitrary<String> words() {
		return Arbitraries.of("创新氛围不浓", "企业主体地位不强", "加大研发投入力度", "“十五五”规划编制", "产学研合作不深", "日常监管不到位", "年度目标完成较好",
				"赋能制造业（试点）", "项目建设提速", "要素保障不足", "人才引不进、留不住");
	}

	@Provide
	Arbitrary<String> wordsWithNumerals() {
		Arbitrary<String> fixed = Arbitraries.of("5G应用", "3.5万人大培训", "一是一，二是二", "一是一、二是二的作风", "三、四季度工作安排", "一、二、三产融合发展",
				"五、六中全会精神宣讲", "十、百、千工程", "一二三产融合", "三农工作", "三要素保障", "五要工作法", "一要点两清单", "3.15打假行动", "2.0时代", "1.N体系",
				"第一章程建设", "第三、四批项目", "第一书记选派", "第一时间响应", "十大行动", "百企创新", "12345热线办理", "2026年重点工作", "“十五五”规划",
				"（十四五）规划评估", "1+X证书", "58.com合作", "3D打印产业", "一体推进", "双创", "①号楼改造", "（一）期工程", "两个“一公里”", "3. 5万人大培训",
				"1-6月工作", "IT产业发展", "VR应用", "X光检测", "一、二产业融合");
		Arbitrary<String> amounts = Combinators
			.combine(Arbitraries.integers().between(0, 99), Arbitraries.integers().between(0, 99),
					Arbitraries.of("万人大培训", "亿元投入", "倍增长", "个百分点"))
			.as((whole, part, unit) -> whole + "." + part + unit);
		Arbitrary<String> counts = Combinators
			.combine(Arbitraries.integers().between(1, 999), Arbitraries.of("家企业上云", "项改革", "个平台", "名专家下乡", "G基站"))
			.as((number, unit) -> number + unit);
		Arbitrary<String> chinese = Combinators
			.combine(Arbitraries.integers().between(1, 99), Arbitraries.of("家企业上云", "项改革", "个平台", "大工程", "级联动"))
			.as((number, unit) -> Mark.chinese(number) + unit);
		return Arbitraries.oneOf(fixed, amounts, counts, chinese);
	}

	@Provide
	Arbitrary<String> typed() {
		return Arbitraries
			.of(Stream
				.of("一", "二", "十", "三", "百", "1", "5", "９", ".", "．", "、", "，", "：", "（", "）", "(", ")", "①", "㈠", "⒈",
						"第", "其", "是", "要", "章", "部分", "节", " ", "\u3000", "\u202f", "创新", "G", "万", "“")
				.toList())
			.list()
			.ofMaxSize(7)
			.map((signs) -> String.join("", signs));
	}

}
