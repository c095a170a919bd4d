package org.kebao.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Workbooks as they come from people, and as they come from those who mean harm.
 */
final class Workbooks {

	private static final String SHEET = "xl/worksheets/sheet1.xml";

	private Workbooks() {
	}

	/** A workbook changed by hand. */
	static byte[] changed(byte[] workbook, Consumer<XSSFWorkbook> change) {
		try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook));
				ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			change.accept(opened);
			opened.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A workbook of one sheet with our heading and nothing else yet. */
	static byte[] table(Consumer<Sheet> fill) {
		try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			Sheet sheet = workbook.createSheet("表");
			Row heading = sheet.createRow(0);
			for (Column column : Column.values()) {
				heading.createCell(column.ordinal()).setCellValue(column.title());
			}
			fill.accept(sheet);
			workbook.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The row of a code, wherever it stands. */
	static Row row(XSSFWorkbook workbook, String code) {
		for (Sheet sheet : workbook) {
			for (Row row : sheet) {
				if (row.getCell(0) != null && row.getCell(0).toString().equals(code)) {
					return row;
				}
			}
		}
		throw new AssertionError("No row of " + code);
	}

	static Cell cell(XSSFWorkbook workbook, String code, Column column) {
		return row(workbook, code).getCell(column.ordinal(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
	}

	/** The workbook with one of its parts written anew. */
	static byte[] with(byte[] workbook, String part, Consumer<OutputStream> content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
				ZipOutputStream to = new ZipOutputStream(bytes)) {
			for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
				if (!entry.getName().equals(part)) {
					to.putNextEntry(new ZipEntry(entry.getName()));
					from.transferTo(to);
				}
			}
			to.putNextEntry(new ZipEntry(part));
			content.accept(to);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** The workbook with texts of one of its parts replaced, and nothing else touched. */
	static byte[] replaced(byte[] workbook, String part, Map<String, String> texts) {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().equals(part)) {
					String content = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
					for (Map.Entry<String, String> text : texts.entrySet()) {
						content = content.replace(text.getKey(), text.getValue());
					}
					String changed = content;
					return with(workbook, part, (stream) -> text(stream, changed));
				}
			}
			throw new AssertionError("No part " + part);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The workbook with another text of its first sheet. */
	static byte[] withSheet(byte[] workbook, Consumer<OutputStream> content) {
		return with(workbook, SHEET, content);
	}

	/** Writes a text many times over, without holding it. */
	static Consumer<OutputStream> repeated(String begin, String again, int times, String end) {
		return (stream) -> {
			text(stream, begin);
			byte[] bytes = again.repeat(1_000).getBytes(StandardCharsets.UTF_8);
			try {
				for (int i = 0; i < times / 1_000; i++) {
					stream.write(bytes);
				}
				text(stream, again.repeat(times % 1_000));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			text(stream, end);
		};
	}

	static void text(OutputStream stream, String text) {
		try {
			stream.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A ZIP archive of one text. */
	static byte[] zip(String name, String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry(name));
			text(zip, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	static Path file(Path folder, byte[] bytes) {
		try {
			return Files.write(Files.createTempFile(folder, "upload", ".xlsx"), bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
