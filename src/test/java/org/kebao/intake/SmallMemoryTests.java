package org.kebao.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is uploaded, a small memory is enough to refuse it: a JVM of its own reads
 * each file with a heap that the unpacked file would not fit into many times over.
 */
class SmallMemoryTests {

	private static final String HEAP = "-Xmx64m";

	private static final String NAMESPACE = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

	private static final String HEADING = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>代码</t></is></c>"
			+ "<c r=\"E1\" t=\"inlineStr\"><is><t>本期</t></is></c></row>";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "rows", "wide rows", "strings", "long texts", "styles", "relations", "merged" })
	void aBombIsRefusedInASmallMemory(String kind) throws Exception {
		byte[] good = Workbooks.table((sheet) -> {
		});
		byte[] bomb = switch (kind) {
			case "rows" -> Workbooks.withSheet(good,
					Workbooks.repeated("<worksheet " + NAMESPACE + "><sheetData>" + HEADING,
							"<row><c t=\"inlineStr\"><is><t>PRJ01</t></is></c><c/><c/><c/><c><v>14</v></c></row>",
							1_000_000, "</sheetData></worksheet>"));
			case "wide rows" -> Workbooks.withSheet(good,
					Workbooks.repeated("<worksheet " + NAMESPACE + "><sheetData>" + HEADING + "<row r=\"2\">",
							"<c><v>1</v></c>", 10_000_000, "</row></sheetData></worksheet>"));
			case "strings" -> Workbooks.with(good, "xl/sharedStrings.xml",
					Workbooks.repeated("<sst " + NAMESPACE + ">", "<si/>", 20_000_000, "</sst>"));
			case "long texts" -> Workbooks.withSheet(good,
					Workbooks.repeated("<worksheet " + NAMESPACE + "><sheetData>" + HEADING,
							"<row><c t=\"inlineStr\"><is><t>" + "文".repeat(20_000) + "</t></is></c></row>", 10_000,
							"</sheetData></worksheet>"));
			case "styles" -> Workbooks.with(good, "xl/styles.xml",
					Workbooks.repeated("<styleSheet " + NAMESPACE + "><numFmts>",
							"<numFmt numFmtId=\"200\" formatCode=\"" + "0".repeat(5_000) + "\"/>", 100_000,
							"</numFmts></styleSheet>"));
			case "relations" -> Workbooks.with(good, "_rels/.rels",
					Workbooks.repeated("<Relationships>",
							"<Relationship Id=\"r\" Type=\"http://x/y\" Target=\"" + "a".repeat(1_000) + "\"/>",
							200_000, "</Relationships>"));
			default -> Workbooks.withSheet(good,
					Workbooks.repeated(
							"<worksheet " + NAMESPACE + "><sheetData>" + HEADING + "</sheetData><mergeCells>",
							"<mergeCell ref=\"E2:E3\"/>", 10_000_000, "</mergeCells></worksheet>"));
		};
		assertThat(bomb.length).as("small enough to be uploaded").isLessThan(10 << 20);
		assertThat(read(Workbooks.file(this.folder, bomb))).startsWith("refused")
			.containsAnyOf("内容太多", "不像是指标表", "合并单元格太多");
	}

	@Test
	void aTableIsReadInTheSameMemory() throws Exception {
		byte[] table = Workbooks.table((sheet) -> {
			for (int i = 1; i <= 107; i++) {
				sheet.createRow(i).createCell(0).setCellValue("PRJ" + i);
			}
		});
		assertThat(read(Workbooks.file(this.folder, table))).startsWith("read 107");
	}

	private static String read(Path file) throws IOException, InterruptedException {
		Path log = Files.createTempFile(file.getParent(), "read", ".log");
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Process process = new ProcessBuilder(java, HEAP, "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8",
				"-Dsun.stdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), Reading.class.getName(),
				file.toString())
			.redirectOutput(log.toFile())
			.redirectErrorStream(true)
			.redirectInput(ProcessBuilder.Redirect.from(new File(file.toString())))
			.start();
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		return Files.readString(log);
	}

	/** What the other JVM does. */
	static final class Reading {

		private Reading() {
		}

		public static void main(String[] arguments) {
			try {
				System.out.println("read " + Upload.read(Path.of(arguments[0])).rows().size());
			}
			catch (UnreadableException ex) {
				System.out.println("refused: " + ex.getMessage());
			}
		}

	}

}
