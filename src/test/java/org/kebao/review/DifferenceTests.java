package org.kebao.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.kebao.amount.Certainty;
import org.kebao.amount.ValueState;
import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodKind;
import org.kebao.report.Part;
import org.kebao.revision.ReportContent.Item;
import org.kebao.review.Difference.Change;
import org.kebao.review.Difference.Kind;
import org.kebao.revision.ReportContent;

import static org.assertj.core.api.Assertions.assertThat;

class DifferenceTests {

	@Test
	void figuresStayWholeAndChineseIsComparedByTheCharacter() {
		assertThat(print("申请专利400件，授权180件。", "申请专利1,642.5件，获得授权180件。")).isEqualTo("申请专利[-400][+1,642.5]件，[+获得]授权180件。");
	}

	@Test
	void whatStayedIsShortenedAroundTheChange() {
		String long1 = "一".repeat(50);
		assertThat(print(long1 + "旧" + long1, long1 + "新" + long1))
			.isEqualTo("……" + "一".repeat(18) + "[-旧][+新]" + "一".repeat(18) + "……");
	}

	@Test
	void aParagraphThatWasWrittenAnewIsShownAsReplaced() {
		assertThat(print("第一段不变。\n全县科技大会召开。", "第一段不变。\n围绕平台建设，新建实验室两家。"))
			.isEqualTo("第一段不变。\n[-全县科技大会召开。][+围绕平台建设，新建实验室两家。]");
	}

	@Test
	void aSingleCharacterBetweenTwoChangesBelongsToThem() {
		assertThat(print("今年全县共引进甲的乙人才若干名", "今年全县共引进丙的丁人才若干名")).isEqualTo("今年全县共引进[-甲的乙][+丙的丁]人才若干名");
	}

	@Test
	void charactersBeyondTheBasicPlaneAreNotTorn() {
		assertThat(print("负责人𠮷某某先生", "负责人𡈽某某先生")).isEqualTo("负责人[-𠮷][+𡈽]某某先生");
	}

	@Test
	@Timeout(10)
	void endsSoonWithTextsOfAnyLength() {
		String before = "甲乙丙丁".repeat(25_000);
		String after = "甲丙丁乙".repeat(25_000);
		assertThat(Difference.compare(before, after)).isNotEmpty();
		assertThat(Difference.compare("一\n".repeat(50_000), "二\n".repeat(50_000))).isNotEmpty();
	}

	@Test
	void tellsWhatCameWentChangedAndMoved() {
		ReportContent before = content(new BigDecimal("14"), new Item(1, "", "甲", "文"), new Item(2, "", "乙", "文"),
				new Item(3, "", "丙", "文"));
		ReportContent after = content(new BigDecimal("15"), new Item(3, "", "丙", "文"), new Item(1, "", "甲", "改文"),
				new Item(4, "", "丁", "文"));
		List<Change> changes = Difference.between(before, after).changes();
		assertThat(changes).extracting((change) -> change.kind() + " " + change.name() + " " + change.anchor())
			.containsExactly("CHANGED 立项数 metric-PRJ01", "CHANGED 甲 entry-1", "ADDED 丁 entry-4", "REMOVED 乙 null",
					"MOVED 问题的先后有调整 part-problems");
		assertThat(changes).last().satisfies((change) -> assertThat(change.part()).isEqualTo(Part.PROBLEMS));
		assertThat(Difference.between(before, before).changes()).isEmpty();
	}

	@Test
	void aBlankFigureIsNamed() {
		List<Change> changes = Difference.between(content(null), content(BigDecimal.ZERO)).changes();
		assertThat(changes).singleElement()
			.satisfies((change) -> assertThat(print(change.texts().get(0))).isEqualTo("[-空][+0]"));
	}

	private static ReportContent content(BigDecimal amount, Item... problems) {
		ReportContent.Row row = new ReportContent.Row("PRJ01", "立项数", "项", 0,
				(amount != null) ? ValueState.GIVEN : ValueState.BLANK, amount, null, "", Certainty.ACTUAL, null, "",
				"");
		return new ReportContent(ReportContent.FORMAT, new ReportContent.Filer("C", "县科技局", "COUNTY", null),
				new PeriodKey(2026, PeriodKind.ANNUAL), List.of(new ReportContent.Group("PRJ", "项目", List.of(row))), "",
				List.of(), List.of(), List.of(problems), "", List.of(), List.of(), List.of(), List.of());
	}

	private static String print(String before, String after) {
		return print(Difference.compare(before, after));
	}

	private static String print(List<Difference.Piece> pieces) {
		return pieces.stream().map((piece) -> switch (piece.mark()) {
			case SAME -> piece.text();
			case OLD -> "[-" + piece.text() + "]";
			case NEW -> "[+" + piece.text() + "]";
		}).collect(Collectors.joining());
	}

}
