package org.kebao.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an uploaded workbook: the rows that name a metric, wherever they
 * stand, and what was passed over.
 *
 * @param identity empty where the workbook was not downloaded here
 * @param ignored what was not read, and why
 */
record Upload(Optional<Identity> identity, boolean since1904, List<Row> rows, List<String> ignored) {

	/** A heading stands near the top, or the sheet is none of ours. */
	private static final int LAST_HEADING_ROW = 30;

	private static final int MOST_IGNORED = 100;

	private static final int LONGEST_CODE = 20;

	/**
	 * A row that names a metric.
	 *
	 * @param cells those that are not blank
	 * @param places of the input columns, filled in or not
	 * @param merged the ranges over the input cells that leave open whose value it is
	 */
	record Row(String code, Map<Column, Cell> cells, Map<Column, String> places, Map<Column, String> merged) {

		String text(Column column) {
			return Optional.ofNullable(this.cells.get(column)).map(Cell::text).orElse("").strip();
		}

		boolean isFilled() {
			return Column.inputs().stream().anyMatch(this.cells::containsKey);
		}

	}

	/**
	 * Reads a workbook, one row at a time.
	 * @throws UnreadableException where it is none
	 */
	static Upload read(Path path) {
		try (XlsxFile file = XlsxFile.open(path)) {
			Map<String, String> identity = new HashMap<>();
			List<Row> rows = new ArrayList<>();
			List<String> ignored = new ArrayList<>();
			for (XlsxFile.Sheet sheet : file.sheets()) {
				if (sheet.name().equals(Identity.SHEET)) {
					file.read(sheet, new SheetHandler(file, sheet, (row) -> identity(row, identity)));
				}
				else {
					new Table(file, sheet, rows, ignored).read();
				}
			}
			return new Upload(identity.isEmpty() ? Optional.empty() : Optional.of(Identity.of(identity)),
					file.isSince1904(), rows, ignored);
		}
		catch (IOException ex) {
			throw UnreadableException.damaged();
		}
	}

	private static void identity(SheetHandler.Row row, Map<String, String> identity) {
		Cell key = row.cells().get(0);
		Cell value = row.cells().get(1);
		if (key != null && value != null) {
			identity.put(key.text(), value.text());
		}
		if (row.number() > LAST_HEADING_ROW) {
			throw new SheetHandler.EnoughException();
		}
	}

	/** Whatever a code was pasted through, it is the same code. */
	static String code(@Nullable Cell cell) {
		if (cell == null) {
			return "";
		}
		String code = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
		return code.substring(0, Math.min(code.length(), LONGEST_CODE));
	}

	/** One sheet on its way into the rows. */
	private static final class Table {

		private final XlsxFile.Sheet sheet;

		private final XlsxFile file;

		private final SheetHandler handler;

		private final List<Row> rows;

		private final List<String> ignored;

		private final List<SheetHandler.Row> named = new ArrayList<>();

		private @Nullable Map<Column, Integer> columns;

		Table(XlsxFile file, XlsxFile.Sheet sheet, List<Row> rows, List<String> ignored) {
			this.file = file;
			this.sheet = sheet;
			this.rows = rows;
			this.ignored = ignored;
			this.handler = new SheetHandler(file, sheet, this::hear);
		}

		void read() {
			this.file.read(this.sheet, this.handler);
			if (this.columns == null) {
				ignore("工作表“%s”：没有“代码”和“本期”的表头，没有读".formatted(this.sheet.name()));
				return;
			}
			this.named.forEach((row) -> this.rows.add(row(row)));
		}

		private void hear(SheetHandler.Row row) {
			if (this.columns == null) {
				this.columns = heading(row);
				if (this.columns == null && row.number() > LAST_HEADING_ROW) {
					throw new SheetHandler.EnoughException();
				}
				return;
			}
			if (!code(cell(row, Column.CODE)).isEmpty()) {
				row.cells().keySet().retainAll(this.columns.values());
				this.named.add(row);
				if (this.rows.size() + this.named.size() > SheetHandler.MOST_ROWS) {
					throw this.handler.tooLong();
				}
			}
			else {
				Column.inputs()
					.stream()
					.map((column) -> cell(row, column))
					.filter((cell) -> cell != null)
					.forEach((cell) -> ignore(cell.place() + "：这一行没有代码，没有读"));
			}
		}

		private @Nullable Cell cell(SheetHandler.Row row, Column column) {
			return Optional.ofNullable(this.columns.get(column)).map(row.cells()::get).orElse(null);
		}

		private @Nullable Map<Column, Integer> heading(SheetHandler.Row row) {
			Map<Column, Integer> found = new EnumMap<>(Column.class);
			row.cells().forEach((at, cell) -> Column.titled(cell.text()).ifPresent((column) -> {
				if (found.put(column, at) != null) {
					throw new UnreadableException(
							"工作表“%s”有两列都叫“%s”，分不清哪一列，请删去一列".formatted(this.sheet.name(), column.title()));
				}
			}));
			return (found.containsKey(Column.CODE) && found.containsKey(Column.VALUE)) ? found : null;
		}

		private Row row(SheetHandler.Row row) {
			Map<Column, Cell> cells = new EnumMap<>(Column.class);
			Map<Column, String> places = new EnumMap<>(Column.class);
			Map<Column, String> merged = new EnumMap<>(Column.class);
			this.columns.forEach((column, at) -> {
				Optional.ofNullable(row.cells().get(at)).ifPresent((cell) -> cells.put(column, cell));
				if (Column.inputs().contains(column)) {
					places.put(column, Cell.place(this.sheet.name(), row.number(), at));
					range(row.number() - 1, at).ifPresent((range) -> merged.put(column, range.formatAsString()));
				}
			});
			return new Row(code(cells.get(Column.CODE)), cells, places, merged);
		}

		/** A range that says of this cell that it is another's, or another's too. */
		private Optional<CellRangeAddress> range(int row, int column) {
			return this.handler.merged()
				.stream()
				.filter((range) -> range.isInRange(row, column))
				.filter((range) -> range.getFirstRow() != range.getLastRow() || range.getFirstColumn() != column)
				.findFirst();
		}

		private void ignore(String what) {
			if (this.ignored.size() < MOST_IGNORED) {
				this.ignored.add(what);
			}
		}

	}

}
