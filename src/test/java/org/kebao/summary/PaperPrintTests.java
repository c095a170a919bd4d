package org.kebao.summary;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kebao.BrowserTest;
import org.kebao.Browsers;
import org.kebao.revision.Fulfilment;
import org.kebao.revision.ReportContent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The paper as a printer puts it out: headless Chromium prints, PDFBox measures.
 */
@BrowserTest
class PaperPrintTests {

	private static final double MM = 72 / 25.4;

	@TempDir
	Path folder;

	/** A line of print, from the top of its page. */
	private record Line(double top, double left, double right, String text) {
	}

	private List<List<Line>> printed(String html) throws IOException {
		Path file = Files.writeString(this.folder.resolve("paper.html"), html);
		byte[] pdf;
		try (BrowserContext context = Browsers.browser().newContext()) {
			Page page = context.newPage();
			page.navigate(file.toUri().toString());
			pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
		}
		try (PDDocument document = Loader.loadPDF(pdf)) {
			List<List<Line>> pages = new ArrayList<>();
			for (int number = 1; number <= document.getNumberOfPages(); number++) {
				assertThat(document.getPage(number - 1).getMediaBox().getWidth() / MM).isCloseTo(210, within(0.5));
				assertThat(document.getPage(number - 1).getMediaBox().getHeight() / MM).isCloseTo(297, within(0.5));
				pages.add(lines(document, number));
			}
			return pages;
		}
	}

	private static List<Line> lines(PDDocument document, int number) throws IOException {
		Map<Integer, List<TextPosition>> rows = new LinkedHashMap<>();
		PDFTextStripper stripper = new PDFTextStripper() {
			@Override
			protected void writeString(String text, List<TextPosition> positions) {
				positions.forEach((position) -> rows
					.computeIfAbsent(Math.round(position.getYDirAdj() / 4), (row) -> new ArrayList<>())
					.add(position));
			}
		};
		stripper.setStartPage(number);
		stripper.setEndPage(number);
		stripper.getText(document);
		return rows.values().stream().map((row) -> {
			StringBuilder text = new StringBuilder();
			row.forEach((position) -> text.append(position.getUnicode()));
			TextPosition first = row.get(0);
			TextPosition last = row.get(row.size() - 1);
			return new Line(first.getYDirAdj() / MM, first.getXDirAdj() / MM,
					(last.getXDirAdj() + last.getWidthDirAdj()) / MM, text.toString().strip());
		}).toList();
	}

	/** One line each, of what stands in the 版心 and not below it. */
	private static List<Line> body(List<Line> page) {
		return page.stream().filter((line) -> line.top() < 297 - 35).toList();
	}

	private static String print(ReportContent content, boolean draft) {
		return Printers.printer()
			.print(ShippedTemplates.text(ShippedTemplates.ANNUAL).fill(content, Numbering.FULL, PaperPrinterTests.DAY),
					draft);
	}

	@Test
	void putsTwentyTwoLinesOfTwentyEightCharactersOnAFullPage() throws IOException {
		List<List<Line>> pages = printed(print(Contents.saying("全文", "推进科技创新工作".repeat(250)), false));
		List<Line> full = body(pages.get(1));
		assertThat(full).hasSize(22).allSatisfy((line) -> {
			assertThat(line.text()).hasSize(28);
			assertThat(line.left()).isCloseTo(28, within(0.5));
			assertThat(line.right()).isCloseTo(210 - 26, within(0.5));
		});
		// the type area is 225 mm high, so 21 steps of a line are 225 − 225/22
		assertThat(full.get(21).top() - full.get(0).top()).isCloseTo(225.0 * 21 / 22, within(0.5));
		assertThat(full.get(0).top()).isBetween(37.0, 37 + 225.0 / 22);
	}

	@Test
	void keepsSixtyPromisesWithLongReasonsInsideThePage() throws IOException {
		List<ReportContent.Promise> promises = IntStream.rangeClosed(1, 60)
			.mapToObj((i) -> Contents.promise(i, "2026年计划", "第%d项工作".formatted(i) + "抓紧落实".repeat(12), "123456789.12",
					"98765432.1", "完成目标的80%，差20个百分点", Fulfilment.MISSED, "上级评审推迟，申报材料已经备齐。".repeat(6)))
			.toList();
		String paper = Printers.printer()
			.print(TemplateText.of("# 题\n!完成情况表")
				.fill(Contents.promising(promises), Numbering.FULL, PaperPrinterTests.DAY), false);
		List<List<Line>> pages = printed(paper);
		assertThat(pages).hasSizeGreaterThan(5).allSatisfy((page) -> {
			assertThat(page).allSatisfy((line) -> assertThat(line.right()).isLessThan(210 - 26 + 0.5));
			assertThat(page.stream().map(Line::text)).anyMatch((line) -> line.contains("完成情况") && line.contains("说明"));
		});
		assertThat(pages.stream().flatMap(List::stream).map(Line::text)).anyMatch((line) -> line.startsWith("第60项"));
	}

	/** Wherever a number falls on its line, in texts and in tables. */
	@Test
	void neverPartsANumberOrWhatItCounts() throws IOException {
		StringBuilder body = new StringBuilder();
		for (int i = 0; i < 60; i++) {
			body.append("推".repeat(i % 29 + 1)).append("共").append(1000 + i).append("项，占").append(i).append(".5%。\n");
		}
		List<ReportContent.Promise> promises = IntStream.rangeClosed(1, 8)
			.mapToObj((i) -> new ReportContent.Promise(i, "2026年计划", "抓紧落实".repeat(i), "TEC01", "万元",
					new BigDecimal("123456789.1" + i), "", new BigDecimal("987654321.2" + i), true,
					new BigDecimal("987654.3" + i), "完成目标的80%", "", Fulfilment.MISSED, "上级评审推迟。".repeat(i)))
			.toList();
		ReportContent saying = Contents.saying("全文", body.toString());
		ReportContent content = new ReportContent(saying.format(), saying.bureau(), saying.period(), List.of(), "",
				saying.achievements(), List.of(), List.of(), "", List.of(), List.of(), List.of(), promises);
		List<Line> lines = printed(Printers.printer()
			.print(TemplateText.of("# 题\n{{#achievements}}\n{{body}}\n{{/achievements}}\n!完成情况表")
				.fill(content, Numbering.FULL, PaperPrinterTests.DAY), false))
			.stream()
			.flatMap((page) -> body(page).stream())
			.toList();
		assertThat(lines).hasSizeGreaterThan(60).allSatisfy((line) -> {
			assertThat(line.text()).doesNotContainPattern("\\d$").doesNotContainPattern("^[项%.]");
			assertThat(line.right()).isLessThan(210 - 26 + 0.5);
		});
		String all = String.join("\n", lines.stream().map(Line::text).toList());
		assertThat(all).contains("12345.68亿元", "98765.43亿元");
	}

	@Test
	void breaksATitleBetweenWordsIntoEvenRows() throws IOException {
		List<Line> page = printed(Printers.printer()
			.print(ShippedTemplates.text(ShippedTemplates.ANNUAL_LETTER)
				.fill(Contents.empty(), Numbering.FULL, PaperPrinterTests.DAY), false))
			.get(0);
		assertThat(body(page).stream().map(Line::text).limit(3)).containsExactly("望川县科技局", "关于报送2026年度工作总结",
				"和2027年工作计划的报告");
	}

	@Test
	void numbersThePagesOnTheOuterSide() throws IOException {
		List<List<Line>> pages = printed(print(Contents.rich(), false));
		assertThat(pages).hasSizeGreaterThan(3);
		for (int i = 0; i < pages.size(); i++) {
			List<Line> below = pages.get(i).stream().filter((line) -> line.top() > 297 - 35).toList();
			assertThat(below).hasSize(1);
			assertThat(below.get(0).text().replaceAll("\\p{Z}+", " ")).isEqualTo("— " + (i + 1) + " —");
			// 7.5: 空一字 of 16 pt from the edge of the 版心
			if (i % 2 == 0) {
				assertThat(below.get(0).right()).isCloseTo(210 - 26 - 16 / MM, within(1.0));
			}
			else {
				assertThat(below.get(0).left()).isCloseTo(28 + 16 / MM, within(1.0));
			}
		}
	}

	@Test
	void signsTwoCharactersFromTheRightWithTheDateTwoFurtherIn() throws IOException {
		List<List<Line>> pages = printed(print(Contents.rich(), false));
		List<Line> last = body(pages.get(pages.size() - 1));
		Line name = last.get(last.size() - 2);
		Line date = last.get(last.size() - 1);
		assertThat(name.text()).isEqualTo("望川县科技局");
		assertThat(date.text()).isEqualTo("2026年12月8日");
		assertThat(date.left() - name.left()).isCloseTo(2 * 16 / MM, within(1.0));
		// the date is longer than the name: it is the date that keeps two characters
		assertThat(date.right()).isCloseTo(210 - 26 - 2 * 16 / MM, within(1.0));
	}

	@Test
	void leavesNoHeadingAloneAtTheFootOfAPage() throws IOException {
		// 23 lines an entry on pages of 22: the heading comes to stand on every line once
		String body = "推".repeat(26 + 21 * 28);
		List<List<Line>> pages = printed(print(Contents.with(Contents.empty(),
				IntStream.range(1, 30).mapToObj((i) -> Contents.item(i, "", "标题", body)).toList()), false));
		assertThat(pages).hasSizeGreaterThan(25)
			.allSatisfy((page) -> assertThat(body(page).get(body(page).size() - 1).text()).doesNotContain("标题"));
	}

	@Test
	void leavesNoHeadOfATableAloneAtTheFootOfAPage() throws IOException {
		List<ReportContent.Promise> promises = IntStream.rangeClosed(1, 3)
			.mapToObj((i) -> Contents.promise(i, "2026年计划", "抓紧落实".repeat(6), "123456", "98765", "完成目标的80%，差20个百分点",
					Fulfilment.MISSED, "上级评审推迟。".repeat(4)))
			.toList();
		TemplateText template = TemplateText.of("# 题\n{{#achievements}}\n{{body}}\n{{/achievements}}\n!完成情况表");
		for (int lines = 8; lines < 22; lines++) {
			ReportContent saying = Contents.saying("全文", "推\n".repeat(lines));
			ReportContent content = new ReportContent(saying.format(), saying.bureau(), saying.period(), List.of(), "",
					saying.achievements(), List.of(), List.of(), "", List.of(), List.of(), List.of(), promises);
			List<List<Line>> pages = printed(
					Printers.printer().print(template.fill(content, Numbering.FULL, PaperPrinterTests.DAY), false));
			assertThat(pages).allSatisfy((page) -> assertThat(
					body(page).stream().max(Comparator.comparingDouble(Line::top)).orElseThrow().text())
				.doesNotContain("情况表", "目标任务", "2026年计划"));
		}
	}

	@Test
	void saysOnEveryPageOfADraftThatItIsOne() throws IOException {
		List<List<Line>> pages = printed(print(Contents.rich(), true));
		assertThat(pages).hasSizeGreaterThan(3)
			.allSatisfy((page) -> assertThat(page.stream().map(Line::text).filter((text) -> text.contains("草")))
				.isNotEmpty());
	}

}
