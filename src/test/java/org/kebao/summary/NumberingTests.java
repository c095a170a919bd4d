package org.kebao.summary;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberingTests {

	@ParameterizedTest
	@CsvSource({ "1, 一", "2, 二", "9, 九", "10, 十", "11, 十一", "12, 十二", "19, 十九", "20, 二十", "21, 二十一", "90, 九十",
			"99, 九十九", "100, 一百", "101, 一百零一", "110, 一百一十", "115, 一百一十五", "120, 一百二十", "999, 九百九十九", "1000, 一千",
			"1010, 一千零一十", "2008, 二千零八" })
	void spellsNumbersTheWayTheyAreRead(int number, String spelled) {
		assertThat(Numbering.chinese(number)).isEqualTo(spelled);
	}

	@Test
	void spellsEveryNumberBelowAHundredDifferently() {
		assertThat(IntStream.rangeClosed(1, 99).mapToObj(Numbering::chinese)).doesNotHaveDuplicates()
			.allMatch((spelled) -> spelled.matches("[一二三四五六七八九]?十?[一二三四五六七八九]?"))
			.noneMatch((spelled) -> spelled.startsWith("一十"));
	}

	@ParameterizedTest
	@CsvSource({ "FULL, 1, 3, 三、", "FULL, 2, 3, （三）", "FULL, 3, 3, 3.", "FULL, 4, 3, （3）", "FULL, 5, 3, ③",
			"SKIP, 1, 3, 三、", "SKIP, 2, 3, 3.", "SKIP, 3, 3, （3）", "SKIP, 4, 3, ③", "SKIP, 4, 20, ⑳", "SKIP, 4, 21, ㉑",
			"SKIP, 4, 36, ㊱", "SKIP, 4, 51, 51）" })
	void numbersEachLevelInItsForm(Numbering style, int level, int number, String expected) {
		assertThat(style.of(level, number)).isEqualTo(expected);
	}

	@Test
	void startsTheLowerCountsAnewUnderEveryHeading() {
		Numbering.Counter counter = Numbering.FULL.counter();
		assertThat(new String[] { counter.heading(1), counter.heading(2), counter.heading(3), counter.entry(),
				counter.entry(), counter.heading(3), counter.entry(), counter.heading(2), counter.heading(3),
				counter.heading(1), counter.entry(), counter.heading(2) })
			.containsExactly("一、", "（一）", "1.", "（1）", "（2）", "2.", "（1）", "（二）", "1.", "二、", "（一）", "（二）");
	}

}
