package org.kebao.summary;

import java.nio.file.*;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ScratchTests {

	@Test
	void draws() throws Exception {
		String text = Files.readString(Path.of("/tmp/annual.txt"));
		System.out.println(TemplateText.check(text));
		Document document = TemplateText.of(text).fill(Contents.rich(), Numbering.FULL, LocalDate.of(2026, 12, 8));
		System.out.println(document);
		Files.writeString(Path.of("/tmp/paper.html"), Printers.printer().print(document, false));
		Files.writeString(Path.of("/tmp/draft.html"), Printers.printer().print(document, true));
		Files.writeString(Path.of("/tmp/chart.svg"), ComparisonChart.of(Contents.rich()).get().svg());
	}

}
