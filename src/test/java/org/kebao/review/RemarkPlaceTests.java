package org.kebao.review;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodKind;
import org.kebao.report.Part;
import org.kebao.revision.Aim;
import org.kebao.revision.ReportContent;

import static org.assertj.core.api.Assertions.assertThat;

class RemarkPlaceTests {

	private final ReportContent content = new ReportContent(ReportContent.FORMAT,
			new ReportContent.Filer("C", "县科技局", "COUNTY", null), new PeriodKey(2026, PeriodKind.ANNUAL), List.of(), "",
			List.of(new ReportContent.Item(1, "", "", "只有正文")), List.of(),
			List.of(new ReportContent.Item(2, "", "𠮷".repeat(300), "")), "",
			List.of(new ReportContent.Target(7, null, Aim.WORDS, null, "力争突破")),
			List.of(new ReportContent.Item(3, "", "措施", "")), List.of(), List.of());

	@Test
	void keepsTheNameOfItsTimeAndThePart() {
		assertThat(RemarkPlace.of("report", this.content)).contains(new RemarkPlace("report", "整份报告", null));
		assertThat(RemarkPlace.of("part:cases", this.content))
			.contains(new RemarkPlace("part:cases", "典型案例", Part.CASES));
		assertThat(RemarkPlace.of("entry:3", this.content)).contains(new RemarkPlace("entry:3", "措施", Part.PLAN));
		assertThat(RemarkPlace.of("target:7", this.content)).contains(new RemarkPlace("target:7", "力争突破", Part.PLAN));
	}

	@Test
	void anEntryWithoutHeadingHasANameAllTheSame() {
		assertThat(RemarkPlace.of("entry:1", this.content)).map(RemarkPlace::name).contains("（无标题）");
	}

	@Test
	void aLongNameIsCutBetweenCharacters() {
		String name = RemarkPlace.of("entry:2", this.content).orElseThrow().name();
		assertThat(name).isEqualTo("𠮷".repeat(199) + "…");
	}

	@Test
	void whatTheVersionDoesNotHaveIsNoPlace() {
		for (String nowhere : List.of("", "entry", "entry:9", "entry:1 ", "target:1", "metric:PRJ01", "part:lead",
				"x:1")) {
			assertThat(RemarkPlace.of(nowhere, this.content)).as(nowhere).isEmpty();
		}
	}

}
