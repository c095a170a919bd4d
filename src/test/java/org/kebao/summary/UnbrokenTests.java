package org.kebao.summary;

import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kebao.script.Legible;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stays on one line.
 */
class UnbrokenTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			全年争取省级以上科技计划项目63项，到位资金1642万元。 | 63项 1642万元
			直接带动农户0.6万户、1.2亿多元 | 0.6万户 1.2亿多元
			2026年12月8日前完成，2026年度、12月份、2026年上半年 | 2026年12月8日 2026年度 12月 2026年
			增长27.3%，提高0.21个百分点，下降5‰ | 27.3% 0.21个百分点 5‰
			占15%—30%，13万元—17万元，比例3:1 | 15%—30% 13万元—17万元 3:1
			第3批、第12名，R&D经费23.95亿元 | 第3批 第12名 23.95亿元
			三家企业、十二项成果、两个中心，一是、十四五 | 三家 十二项 两个
			100余家，50多项，1,234.00万元，63 项 | 100余家 50多项 1,234.00万元 63 项
			¥1,234元，-5家，+3个 | ¥1,234元 -5家 +3个
			科技创新 |
			""")
	void keepsANumberAndWhatItCountsTogether(String text, String groups) {
		assertThat(Unbroken.pieces(text).stream().filter(Unbroken.Piece::whole).map(Unbroken.Piece::text))
			.containsExactly((groups == null) ? new String[0] : split(groups));
	}

	/** "63 项" is one group. */
	private static String[] split(String groups) {
		return groups.replace("63 项", "63~项")
			.lines()
			.flatMap((line) -> List.of(line.split(" ")).stream())
			.map((group) -> group.replace('~', ' '))
			.toArray(String[]::new);
	}

	@Property(tries = 500)
	void changesNoCharacter(@ForAll("prose") String text) {
		assertThat(Unbroken.pieces(text).stream().map(Unbroken.Piece::text).collect(Collectors.joining()))
			.isEqualTo(Legible.text(text));
	}

	@Provide
	Arbitrary<String> prose() {
		return Arbitraries
			.of("63", "1.5", "项", "万", "元", "亿", "年", "月", "个百分点", "%", "—", "至", "，", "第", "科", "一", "十", "两", "A",
					" ", "\n", "😀", "𠮷", "１２", ",", ".", "-", "¥", "余", "(", "《", "\u202E", "\uF0B7")
			.list()
			.ofMaxSize(30)
			.map((parts) -> String.join("", parts));
	}

	@Property(tries = 300)
	void neverPartsANumberFromItsUnit(@ForAll("numbers") String number, @ForAll("units") String unit) {
		assertThat(Unbroken.pieces("全年完成" + number + unit + "，比上年多")).contains(new Unbroken.Piece(number + unit, true));
	}

	@Provide
	Arbitrary<String> numbers() {
		return Arbitraries.of("1", "63", "8209.39", "0.6", "1,234", "239479.13", "12");
	}

	@Provide
	Arbitrary<String> units() {
		return Arbitraries.of("项", "家", "件", "万元", "亿元", "个亿", "万户", "人次", "万人次", "名", "个", "%", "个百分点", "倍", "亩", "公里",
				"年", "月", "日", "余家", "多万元", "岁", "级");
	}

	@Test
	void letsWhatIsTooLongForALinePart() {
		assertThat(Unbroken.pieces("9".repeat(60) + "项")).noneMatch(Unbroken.Piece::whole);
	}

	@Test
	void printsNothingThatCannotBeSeen() {
		assertThat(Unbroken.pieces("甲\u202E乙\uFFFC\u200B丙\uF0FF丁\u0007").get(0).text()).isEqualTo("甲乙丙丁");
	}

}
