package org.kebao.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is read from a file, and how a file is refused that is none to read from.
 */
class UploadTests {

	private static final String HEADING = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>代码</t></is></c>"
			+ "<c r=\"E1\" t=\"inlineStr\"><is><t>本期</t></is></c></row>";

	private static final String SHEET = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
			+ HEADING;

	private static final String END = "</sheetData></worksheet>";

	@TempDir
	private Path folder;

	@TestFactory
	Stream<DynamicTest> eachBadFileHasItsAnswer() throws Exception {
		byte[] good = Workbooks.table((sheet) -> row(sheet, 1, "PRJ01", 14));
		return Map
			.ofEntries(Map.entry("空的", new byte[0]),
					Map.entry("不是 Excel 工作簿", "代码,本期\nPRJ01,14\n".getBytes(StandardCharsets.UTF_8)),
					Map.entry("这不是 Excel 工作簿（.xlsx）", "%PDF-1.7\n%âãÏÓ\n".getBytes(StandardCharsets.ISO_8859_1)),
					Map.entry("这是压缩包", Workbooks.zip("数据.csv", "PRJ01,14")), Map.entry("旧版 .xls", xls()),
					Map.entry("打开密码", encrypted(good)), Map.entry("带有宏", withMacros(good)),
					Map.entry("已损坏", java.util.Arrays.copyOf(good, good.length / 2)),
					Map.entry("另存为 .xlsx 后再上传",
							Workbooks.with(good, "_rels/.rels",
									(stream) -> Workbooks.text(stream, relation("xl/workbook.bin")))),
					Map.entry(
							"上传下载的那个 .xlsx",
							Workbooks.with(good, "xl/workbook.xml",
									(stream) -> Workbooks.text(stream, "<document><body/></document>"))),
					Map.entry("两列都叫“本期”",
							Workbooks.table((sheet) -> sheet.getRow(0).createCell(9).setCellValue("本 期"))),
					Map.entry("合并单元格太多",
							Workbooks.withSheet(good,
									Workbooks.repeated(SHEET + "</sheetData><mergeCells>", "<mergeCell ref=\"A5:B6\"/>",
											1001, "</mergeCells></worksheet>"))))
			.entrySet()
			.stream()
			.map((bad) -> DynamicTest.dynamicTest(bad.getKey(), () -> refused(bad.getValue(), bad.getKey())));
	}

	@Test
	void noEntityIsResolvedAndNoneExpanded() throws IOException {
		Path secret = Files.writeString(this.folder.resolve("secret"), "GEHEIM");
		byte[] good = Workbooks.table((sheet) -> row(sheet, 1, "PRJ01", 14));
		refused(Workbooks.withSheet(good, (stream) -> Workbooks.text(stream, "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \""
				+ secret.toUri() + "\">]>" + SHEET.replace("代码", "&x;") + END)), "已损坏");
		refused(Workbooks.with(good, "xl/sharedStrings.xml", (stream) -> Workbooks.text(stream,
				"<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>")),
				"已损坏");
	}

	/** A million rows, a million texts, a text without end: the reading ends early. */
	@TestFactory
	Stream<DynamicTest> whatGoesOnWithoutEndIsLeftAlone() {
		byte[] good = Workbooks.table((sheet) -> row(sheet, 1, "PRJ01", 14));
		String row = "<row><c t=\"inlineStr\"><is><t>PRJ01</t></is></c><c/><c/><c/><c><v>14</v></c></row>";
		return Map
			.of("rows of metrics", Workbooks.withSheet(good, Workbooks.repeated(SHEET, row, 1_000_000, END)),
					"rows without a code",
					Workbooks.withSheet(good,
							Workbooks.repeated(SHEET, "<row><c r=\"C1\"><v>1</v></c></row>", 1_000_000, END)),
					"shared strings",
					Workbooks.with(good, "xl/sharedStrings.xml",
							Workbooks.repeated("<sst>", "<si><t>代码代码代码代码</t></si>", 1_000_000, "</sst>")),
					"one text",
					Workbooks.with(good, "xl/sharedStrings.xml",
							Workbooks.repeated("<sst><si><t>", "0123456789", 10_000_000, "</t></si></sst>")),
					"styles",
					Workbooks.with(good, "xl/styles.xml",
							Workbooks.repeated("<styleSheet><cellXfs>", "<xf numFmtId=\"9\"/>", 1_000_000,
									"</cellXfs></styleSheet>")),
					"one attribute",
					Workbooks.withSheet(good, Workbooks.repeated(SHEET + "<row r=\"", "1", 100_000_000, "\"/>" + END)))
			.entrySet()
			.stream()
			.map((bomb) -> DynamicTest.dynamicTest(bomb.getKey(), () -> {
				assertThat(bomb.getValue().length).isLessThan(10 << 20);
				assertThatExceptionOfType(UnreadableException.class)
					.isThrownBy(() -> Upload.read(Workbooks.file(this.folder, bomb.getValue())))
					.satisfies((refusal) -> assertThat(refusal.getMessage()).containsAnyOf("不像是指标表", "内容太多"));
			}));
	}

	@Test
	void aMillionRowsThatAreNoTableAreNotEvenAskedFor() {
		byte[] workbook = Workbooks.withSheet(Workbooks.table((sheet) -> {
		}), Workbooks.repeated(SHEET.replace(HEADING, ""), "<row><c><v>1</v></c></row>", 1_000_000, END));
		assertThat(read(workbook).ignored()).singleElement().asString().contains("没有“代码”和“本期”的表头");
	}

	@Test
	void rowsAreFoundByTheirCodeWhateverColumnsWereAdded() {
		Upload upload = read(Workbooks.table((sheet) -> {
			sheet.getRow(0).createCell(6).setCellValue("经办人");
			row(sheet, 5, "ｐｒｊ０２ ", 49).createCell(6).setCellValue("张三");
			row(sheet, 3, "PRJ01", 14);
			row(sheet, 8, "", 99);
		}));
		assertThat(upload.rows()).extracting(Upload.Row::code).containsExactly("PRJ01", "PRJ02");
		assertThat(upload.rows()).extracting((row) -> row.cells().get(Column.VALUE).place())
			.containsExactly("表 E4", "表 E6");
		assertThat(upload.ignored()).containsExactly("表 E9：这一行没有代码，没有读");
		assertThat(upload.identity()).isEmpty();
	}

	@Test
	void whatIsHiddenIsReadAndSaysSo() {
		Upload upload = read(Workbooks.table((sheet) -> {
			row(sheet, 1, "PRJ01", 14);
			row(sheet, 2, "PRJ02", 49).setZeroHeight(true);
		}));
		assertThat(upload.rows()).extracting((row) -> row.cells().get(Column.VALUE).place())
			.containsExactly("表 E2", "表 E3（隐藏）");
		byte[] column = Workbooks.table((sheet) -> {
			row(sheet, 1, "PRJ01", 14);
			sheet.setColumnHidden(Column.VALUE.ordinal(), true);
		});
		assertThat(read(column).rows().get(0).cells().get(Column.VALUE).hidden()).isTrue();
		byte[] sheet = Workbooks.changed(Workbooks.table((one) -> row(one, 1, "PRJ01", 14)), (workbook) -> {
			workbook.createSheet("另一张");
			workbook.setSheetHidden(0, true);
		});
		assertThat(read(sheet).rows().get(0).cells().get(Column.VALUE).hidden()).isTrue();
	}

	@Test
	void aMergedCellIsNobodys() {
		Upload upload = read(Workbooks.table((sheet) -> {
			row(sheet, 1, "PRJ01", 14);
			row(sheet, 2, "PRJ02", 49);
			row(sheet, 3, "PRJ03", 5);
			row(sheet, 4, "PRJ05", 6);
			sheet.addMergedRegion(CellRangeAddress.valueOf("E2:E3"));
			sheet.addMergedRegion(CellRangeAddress.valueOf("D4:E4"));
			// across and beginning with the cell, it is plain whose the value is
			sheet.addMergedRegion(CellRangeAddress.valueOf("E5:F5"));
		}));
		assertThat(upload.rows()).extracting((row) -> row.merged().get(Column.VALUE))
			.containsExactly("E2:E3", "E2:E3", "D4:E4", null);
	}

	@Test
	void whatIsStoredIsToldFromWhatIsShown() {
		Upload upload = read(Workbooks.table((sheet) -> {
			row(sheet, 1, "PRJ01", 0.125).getCell(4).setCellStyle(style(sheet, "0.0%"));
			row(sheet, 2, "PRJ02", 46000).getCell(4).setCellStyle(style(sheet, "yyyy\"年\"m\"月\""));
			row(sheet, 3, "PRJ03", 5).getCell(4).setCellStyle(style(sheet, "0\"%\""));
			row(sheet, 4, "PRJ05", 5).getCell(4).setCellFormula("2+3");
			row(sheet, 5, "PRJ06", 0).getCell(4).setCellErrorValue((byte) 42);
			row(sheet, 6, "PRJ07", 0).getCell(4).setCellValue(true);
		}));
		List<Cell> cells = upload.rows().stream().map((row) -> row.cells().get(Column.VALUE)).toList();
		assertThat(cells).extracting(Cell::format).startsWith(NumberFormat.PERCENT, NumberFormat.DATE);
		assertThat(cells).extracting(Cell::kind)
			.containsExactly(Cell.Kind.NUMBER, Cell.Kind.NUMBER, Cell.Kind.NUMBER, Cell.Kind.NUMBER, Cell.Kind.ERROR,
					Cell.Kind.BOOLEAN);
		assertThat(cells.get(4).text()).isEqualTo("#N/A");
	}

	@Test
	void aFormulaIsReadForWhatItCameTo() {
		byte[] workbook = Workbooks.withSheet(Workbooks.table((sheet) -> {
		}), (stream) -> Workbooks.text(stream,
				SHEET + formula(2, "", "<f>[1]Sheet1!A1</f><v>14</v>")
						+ formula(3, "", "<f t=\"shared\" si=\"0\"/><v>15</v>")
						+ formula(4, "t=\"str\"", "<f>A1</f><v>2.7亿</v>")
						+ formula(5, "t=\"e\"", "<f>A1</f><v>#REF!</v>") + formula(6, "", "<f>A1</f>")
						+ formula(7, "", "<f>A1</f><v></v>") + formula(8, "t=\"str\"", "<f>A1</f><v></v>") + END));
		List<Upload.Row> rows = read(workbook).rows();
		assertThat(rows).filteredOn(Upload.Row::isFilled)
			.extracting((row) -> row.cells().get(Column.VALUE))
			.allMatch(Cell::computed)
			.extracting((cell) -> cell.kind() + " " + cell.text())
			.containsExactly("NUMBER 14", "NUMBER 15", "TEXT 2.7亿", "ERROR #REF!", "FORMULA ", "FORMULA ");
		assertThat(rows).as("an empty text is nothing").hasSize(7);
	}

	private static String formula(int row, String type, String content) {
		return "<row r=\"%d\"><c r=\"A%1$d\" t=\"inlineStr\"><is><t>PRJ%02d</t></is></c><c r=\"E%1$d\" %s>%s</c></row>"
			.formatted(row, row, type, content);
	}

	@Test
	void howAWordIsSpokenIsNoPartOfIt() {
		byte[] workbook = Workbooks.withSheet(Workbooks.table((sheet) -> {
		}), (stream) -> Workbooks.text(stream, SHEET
				+ "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>PRJ01</t></is></c><c r=\"E2\" t=\"inlineStr\"><is>"
				+ "<r><t>1</t></r><r><t>4</t></r><rPh sb=\"0\" eb=\"1\"><t>99</t></rPh><phoneticPr fontId=\"1\"/></is></c></row>"
				+ "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>PRJ02</t></is></c><c r=\"E3\" t=\"s\"><v>0</v></c></row>"
				+ END));
		byte[] shared = Workbooks.with(workbook, "xl/sharedStrings.xml", (stream) -> Workbooks.text(stream,
				"<sst><si><t>49</t><rPh sb=\"0\" eb=\"1\"><t>shi jiu</t></rPh></si></sst>"));
		assertThat(read(shared).rows()).extracting((row) -> row.text(Column.VALUE)).containsExactly("14", "49");
	}

	@Test
	void nothingUnseenIsReadFromASheet() {
		Upload upload = read(Workbooks.table((sheet) -> {
			Row row = row(sheet, 1, "PRJ01", 14);
			row.createCell(Column.NOTE.ordinal()).setCellValue("一_x000D_\n二_x000B_三\u202e四\uf0b7_x005F_x000D_");
		}));
		assertThat(upload.rows().get(0).text(Column.NOTE)).isEqualTo("一\n二\n三四·_x000D_");
	}

	private static Row row(Sheet sheet, int at, String code, double value) {
		Row row = sheet.createRow(at);
		row.createCell(0).setCellValue(code);
		row.createCell(Column.VALUE.ordinal()).setCellValue(value);
		return row;
	}

	private static org.apache.poi.ss.usermodel.CellStyle style(Sheet sheet, String format) {
		org.apache.poi.ss.usermodel.CellStyle style = sheet.getWorkbook().createCellStyle();
		style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
		return style;
	}

	private static String relation(String target) {
		return "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"" + target
				+ "\"/></Relationships>";
	}

	private static byte[] bytes(Writing writing) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		writing.to(bytes);
		return bytes.toByteArray();
	}

	private interface Writing {

		void to(OutputStream stream) throws Exception;

	}

	private static byte[] xls() throws Exception {
		try (HSSFWorkbook workbook = new HSSFWorkbook()) {
			workbook.createSheet("表");
			return bytes(workbook::write);
		}
	}

	private byte[] encrypted(byte[] workbook) throws Exception {
		try (POIFSFileSystem files = new POIFSFileSystem();
				OPCPackage opened = OPCPackage.open(new java.io.ByteArrayInputStream(workbook))) {
			Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
			encryptor.confirmPassword("geheim");
			try (OutputStream stream = encryptor.getDataStream(files)) {
				opened.save(stream);
			}
			return bytes(files::writeFilesystem);
		}
	}

	private static byte[] withMacros(byte[] workbook) {
		byte[] changed = Workbooks.changed(workbook, (one) -> one.setWorkbookType(XSSFWorkbookType.XLSM));
		return Workbooks.with(changed, "xl/vbaProject.bin", (stream) -> Workbooks.text(stream, "Sub Auto_Open()"));
	}

	private Upload read(byte[] workbook) {
		return Upload.read(Workbooks.file(this.folder, workbook));
	}

	private void refused(byte[] file, String why) {
		assertThatExceptionOfType(UnreadableException.class)
			.isThrownBy(() -> Upload.read(Workbooks.file(this.folder, file)))
			.withMessageContaining(why);
	}

}
