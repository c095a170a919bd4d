package org.kebao.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.amount.Certainty;
import org.kebao.amount.ValueState;

/**
 * Writes a metric table as a workbook: one sheet per group, nothing to be changed but the
 * input cells, each of which tells what it takes. The protection has no password; it is
 * there against slips, not against anybody.
 */
final class WorkbookWriter {

	private static final int HEADING = 2;

	private static final int CHARACTER = 256;

	private static final byte[] INPUT = { (byte) 0xff, (byte) 0xfb, (byte) 0xe6 };

	private static final byte[] HEAD = { (byte) 0xe8, (byte) 0xef, (byte) 0xf8 };

	/** Digits a number of a spreadsheet keeps. */
	private static final int DIGITS = 15;

	private static final int LONGEST_PROMPT_TITLE = 32;

	private static final int LONGEST_NOTE = 500;

	private final XSSFWorkbook workbook = new XSSFWorkbook();

	private final MetricTable table;

	private final Map<String, CellStyle> styles = new HashMap<>();

	private final Set<String> names = new HashSet<>(Set.of(Identity.SHEET));

	private WorkbookWriter(MetricTable table) {
		this.table = table;
	}

	static byte[] write(MetricTable table) {
		WorkbookWriter writer = new WorkbookWriter(table);
		try (XSSFWorkbook workbook = writer.workbook; ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			writer.fill();
			workbook.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void fill() {
		this.workbook.getProperties().getCoreProperties().setCreator("科报");
		this.workbook.getProperties().getCoreProperties().setTitle(this.table.title());
		this.table.groups().forEach(this::sheet);
		if (this.table.groups().isEmpty()) {
			text(this.workbook.createSheet("主要指标").createRow(0), 0, this.table.title(), "title");
		}
		identity();
	}

	private void identity() {
		XSSFSheet sheet = this.workbook.createSheet(Identity.SHEET);
		this.table.identity().lines().forEach((key, value) -> {
			Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
			text(row, 0, key, "text");
			text(row, 1, value, "text");
		});
		sheet.enableLocking();
		this.workbook.setSheetVisibility(this.workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
	}

	private void sheet(MetricTable.Group group) {
		XSSFSheet sheet = this.workbook.createSheet(name(group.name()));
		text(sheet.createRow(0), 0, this.table.title() + "：" + group.name(), "title");
		text(sheet.createRow(1), 0, this.table.open()
				? "黄色格可填。没有此项业务填“不适用”，还没到统计时间填“未到统计时间”；空着的格不改变系统里已有的数。请填数值；公式按算出的数读。" : "本表只供查阅。要填报，请在报告可以填写时重新下载。",
				"hint");
		Row heading = sheet.createRow(HEADING);
		for (Column column : Column.values()) {
			text(heading, column.ordinal(), column.title(), "heading");
			sheet.setColumnWidth(column.ordinal(), column.width() * CHARACTER);
		}
		group.lines().forEach((line) -> line(sheet, line));
		sheet.createFreezePane(Column.UNIT.ordinal(), HEADING + 1);
		sheet.enableLocking();
		sheet.lockSelectLockedCells(false);
		sheet.lockSelectUnlockedCells(false);
		sheet.lockFormatColumns(false);
		sheet.lockFormatRows(false);
		print(sheet);
	}

	/** A4 across, as wide as the table, the heading on every page. */
	private static void print(XSSFSheet sheet) {
		sheet.setFitToPage(true);
		sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
		sheet.getPrintSetup().setLandscape(true);
		sheet.getPrintSetup().setFitWidth((short) 1);
		sheet.getPrintSetup().setFitHeight((short) 0);
		sheet.setRepeatingRows(new CellRangeAddress(HEADING, HEADING, -1, -1));
		sheet.setHorizontallyCenter(true);
		sheet.getFooter().setCenter("— &P —");
	}

	private void line(XSSFSheet sheet, MetricTable.Line line) {
		Row row = sheet.createRow(sheet.getLastRowNum() + 1);
		boolean input = this.table.open() && !line.isComputed();
		text(row, Column.CODE.ordinal(), line.row().code(), "text");
		text(row, Column.NAME.ordinal(), line.row().name(), "text");
		text(row, Column.UNIT.ordinal(), line.row().unit(), "text");
		number(row, Column.LAST_YEAR.ordinal(), line.row().lastYear(), number(line, false));
		if (this.table.open() && line.isComputed()) {
			text(row, Column.VALUE.ordinal(), Typed.COMPUTED, "words");
		}
		else if (line.row().state() == ValueState.GIVEN) {
			number(row, Column.VALUE.ordinal(), line.row().amount(), number(line, input));
		}
		else {
			text(row, Column.VALUE.ordinal(), Amount.print(line.row().state(), null), number(line, input));
		}
		boolean given = line.row().state() == ValueState.GIVEN && !(this.table.open() && line.isComputed());
		text(row, Column.CERTAINTY.ordinal(), given ? line.row().certainty().label() : "", input ? "input @" : "text");
		day(row, line.row().asOf(), input ? "input day" : "number day");
		String note = (line.isComputed() && line.row().note().isEmpty()) ? line.formula() : line.row().note();
		text(row, Column.NOTE.ordinal(), note, input ? "input note" : "text");
		if (input) {
			amounts(sheet, row, line);
			describe(sheet, row);
		}
	}

	private void day(Row row, @Nullable LocalDate day, String style) {
		Cell cell = row.createCell(Column.AS_OF.ordinal());
		if (day != null) {
			cell.setCellValue(day);
		}
		cell.setCellStyle(style(style));
	}

	private static void describe(XSSFSheet sheet, Row row) {
		DataValidationHelper rules = sheet.getDataValidationHelper();
		validate(sheet, row, Column.CERTAINTY,
				rules.createExplicitListConstraint(
						Arrays.stream(Certainty.values()).map(Certainty::label).toArray(String[]::new)),
				Column.CERTAINTY.title(), "从下拉列表里选。不选就是“实际”。", "请从下拉列表里选：实际、预计、快报、核定。");
		validate(sheet, row, Column.AS_OF,
				rules.createDateConstraint(DataValidationConstraint.OperatorType.BETWEEN, "DATE(1990,1,1)",
						"DATE(2199,12,31)", null),
				Column.AS_OF.title(), "这个数算到哪一天，如 2025-12-31。就是报告期末的可以不填。", "请填日期，如 2025-12-31。");
		validate(sheet, row, Column.NOTE,
				rules.createTextLengthConstraint(DataValidationConstraint.OperatorType.LESS_OR_EQUAL,
						Integer.toString(LONGEST_NOTE), null),
				Column.NOTE.title(), "统计范围、数据来源等需要说明的。最多 " + LONGEST_NOTE + " 字。", "最多 " + LONGEST_NOTE + " 字。");
	}

	/**
	 * The rule of a cell speaks of numbers and of words: a rule for numbers alone would
	 * refuse 不适用.
	 */
	private void amounts(XSSFSheet sheet, Row row, MetricTable.Line line) {
		String cell = CellReference.convertNumToColString(Column.VALUE.ordinal()) + (row.getRowNum() + 1);
		String words = "OR(%s=\"%s\",%1$s=\"%s\")".formatted(cell, Amount.NOT_APPLICABLE, Amount.NOT_YET);
		String numbers = "ROUND(%s,%d)=%1$s".formatted(cell, line.row().scale());
		if (!line.mayBeNegative()) {
			numbers = "AND(%s>=0,%s)".formatted(cell, numbers);
		}
		String digits = (line.row().scale() == 0) ? "填整数" : "最多 %d 位小数".formatted(line.row().scale());
		validate(sheet, row, Column.VALUE,
				sheet.getDataValidationHelper()
					.createCustomConstraint("IF(ISNUMBER(%s),%s,%s)".formatted(cell, numbers, words)),
				line.row().name(),
				"单位：%s，%s%s。没有此项业务填“不适用”，还没到统计时间填“未到统计时间”；空着不改变已有的数。".formatted(line.row().unit(), digits,
						line.row().unit().equals("%") ? "，不要加 %" : ""),
				"请填%s数字（%s），或填“不适用”“未到统计时间”。".formatted(line.mayBeNegative() ? "" : "不小于 0 的", digits));
	}

	private static void validate(XSSFSheet sheet, Row row, Column column, DataValidationConstraint constraint,
			String title, String prompt, String error) {
		DataValidation validation = sheet.getDataValidationHelper()
			.createValidation(constraint,
					new CellRangeAddressList(row.getRowNum(), row.getRowNum(), column.ordinal(), column.ordinal()));
		validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
		validation.setShowErrorBox(true);
		validation.createErrorBox("请检查", error);
		validation.setShowPromptBox(true);
		validation.createPromptBox(title.substring(0, Math.min(title.length(), LONGEST_PROMPT_TITLE)), prompt);
		validation.setEmptyCellAllowed(true);
		sheet.addValidationData(validation);
	}

	/**
	 * The style of a number. A share stays in the general format: a percent sign typed
	 * there shows in the format of the cell, and is understood when it comes back.
	 */
	private static String number(MetricTable.Line line, boolean input) {
		String digits = line.row().unit().equals("%") ? "share" : Integer.toString(line.row().scale());
		return (input ? "input " : "number ") + digits;
	}

	private void number(Row row, int column, @Nullable BigDecimal amount, String style) {
		if (amount == null) {
			text(row, column, "", style);
		}
		else if (amount.stripTrailingZeros().precision() > DIGITS) {
			text(row, column, Amount.print(amount), style);
		}
		else {
			Cell cell = row.createCell(column);
			cell.setCellValue(amount.doubleValue());
			cell.setCellStyle(style(style));
		}
	}

	/** A text stays a text, whatever it begins with, also when it is edited. */
	private void text(Row row, int column, String text, String style) {
		Cell cell = row.createCell(column);
		if (!text.isEmpty()) {
			cell.setCellValue(text);
		}
		boolean formulaLike = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
		cell.setCellStyle(style(formulaLike ? style + " quoted" : style));
	}

	private CellStyle style(String name) {
		return this.styles.computeIfAbsent(name, this::newStyle);
	}

	private CellStyle newStyle(String name) {
		XSSFCellStyle style = this.workbook.createCellStyle();
		String[] words = name.split(" ");
		style.setVerticalAlignment(VerticalAlignment.CENTER);
		style.setQuotePrefixed(name.endsWith(" quoted"));
		switch (words[0]) {
			case "title" -> font(style, true, 14, IndexedColors.BLACK);
			case "hint" -> font(style, false, 10, IndexedColors.GREY_80_PERCENT);
			case "heading" -> {
				font(style, true, 11, IndexedColors.BLACK);
				style.setAlignment(HorizontalAlignment.CENTER);
				fill(style, HEAD);
				frame(style);
			}
			case "words" -> {
				font(style, false, 10, IndexedColors.GREY_80_PERCENT);
				style.setAlignment(HorizontalAlignment.RIGHT);
				frame(style);
			}
			case "text" -> {
				style.setWrapText(true);
				frame(style);
			}
			default -> {
				boolean note = words[1].equals("note");
				style.setAlignment(note ? HorizontalAlignment.LEFT
						: words[1].equals("@") ? HorizontalAlignment.CENTER : HorizontalAlignment.RIGHT);
				style.setWrapText(note);
				style.setDataFormat(this.workbook.createDataFormat().getFormat(format(words[1])));
				frame(style);
				if (words[0].equals("input")) {
					style.setLocked(false);
					fill(style, INPUT);
				}
			}
		}
		return style;
	}

	private static String format(String kind) {
		return switch (kind) {
			case "share" -> "General";
			case "day" -> "yyyy-mm-dd";
			case "@", "note" -> "@";
			case "0" -> "0";
			default -> "0." + "0".repeat(Integer.parseInt(kind));
		};
	}

	private void font(XSSFCellStyle style, boolean bold, int points, IndexedColors color) {
		Font font = this.workbook.createFont();
		font.setBold(bold);
		font.setFontHeightInPoints((short) points);
		font.setColor(color.getIndex());
		style.setFont(font);
	}

	private static void fill(XSSFCellStyle style, byte[] color) {
		style.setFillForegroundColor(new XSSFColor(color));
		style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
	}

	private static void frame(XSSFCellStyle style) {
		style.setBorderTop(BorderStyle.THIN);
		style.setBorderBottom(BorderStyle.THIN);
		style.setBorderLeft(BorderStyle.THIN);
		style.setBorderRight(BorderStyle.THIN);
	}

	/** The name of a group, as far as a sheet can bear it, once. */
	private String name(String group) {
		String safe = WorkbookUtil.createSafeSheetName(group.isBlank() ? "指标" : group);
		String name = safe;
		for (int i = 2; !this.names.add(name.toLowerCase(Locale.ROOT)); i++) {
			String suffix = " " + i;
			name = safe.substring(0, Math.min(safe.length(), 31 - suffix.length())) + suffix;
		}
		return name;
	}

}
