package org.kebao.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import org.kebao.RoomPages;

/**
 * A metric table that comes back from a spreadsheet.
 */
class IntakePagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(plain("yunlu", "/reports/{YU}/intake"), plain("xinshe", "/reports/{XS}/intake"),
				look("reporter", "/reports/{WC}/metrics", "the menu of the workbook", 200,
						(page) -> page.click(".excel summary")),
				look("yunlu", "/reports/{YU}/intake", "nothing chosen", 422, (page) -> {
					page.evaluate("() => { document.getElementById('file').required = false; }");
					submit(page, "form[enctype]");
				}),
				look("yunlu", "/reports/{YU}/intake", "a text file", 422,
						(page) -> upload(page, "PRJ01,14".getBytes())),
				look("yunlu", "/reports/{YU}/intake", "fifty megabytes", 413, (page) -> upload(page, largeFile())),
				look("yunlu", "/reports/{YU}/intake", "nothing to change", 200,
						(page) -> upload(page, table(page, "YU", (workbook) -> {
						}))),
				look("yunlu", "/reports/{YU}/intake", "changes", 200, (page) -> {
					upload(page, table(page, "YU", (workbook) -> fill(workbook, (cell) -> cell.setCellValue(7))));
					unfoldAll(page);
				}), look("yunlu", "/reports/{YU}/intake", "many errors", 422, (page) -> {
					upload(page, table(page, "YU", (workbook) -> fill(workbook, (cell) -> cell.setCellFormula("1+1"))));
					unfoldAll(page);
				}), look("yunlu", "/reports/{YU}/intake", "a conflict", 409, (page) -> {
					upload(page, table(page, "YU", (workbook) -> fill(workbook, (cell) -> cell.setCellValue(8))));
					server().jdbc()
						.sql("update metric_values set amount = amount + 1 where report_id = ? and amount is not null")
						.param(id("YU"))
						.update();
					submit(page, "form[action$='/confirmation']");
				}));
	}

	private byte[] table(Page page, String bureau, Consumer<XSSFWorkbook> change) {
		byte[] table = page.context().request().get(server().url("/reports/" + id(bureau) + "/metrics.xlsx")).body();
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(table));
				ByteArrayOutputStream changed = new ByteArrayOutputStream()) {
			change.accept(workbook);
			workbook.write(changed);
			return changed.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Fills every cell of the current period that may be filled. */
	private static void fill(XSSFWorkbook workbook, Consumer<Cell> step) {
		workbook.forEach((sheet) -> sheet.forEach((row) -> {
			Cell cell = row.getCell(4);
			if (cell != null && !cell.getCellStyle().getLocked()) {
				step.accept(cell);
			}
		}));
	}

	private static void upload(Page page, byte[] content) {
		page.setInputFiles("#file", new FilePayload("表.xlsx", "application/octet-stream", content));
		submit(page, "form[enctype]");
	}

	private void upload(Page page, Path file) {
		page.setInputFiles("#file", file);
		submit(page, "form[enctype]");
	}

	private Path largeFile() {
		try (RandomAccessFile file = new RandomAccessFile(folder().resolve("large.xlsx").toFile(), "rw")) {
			file.setLength(50 << 20);
			return folder().resolve("large.xlsx");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
