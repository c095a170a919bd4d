package org.kebao.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Hears a sheet being parsed and hands on row by row; it keeps one row at a time.
 */
class SheetHandler extends DefaultHandler {

	/**
	 * More columns than anybody puts beside a table; what stands farther out is passed
	 * over.
	 */
	private static final int MOST_COLUMNS = 60;

	static final int MOST_ROWS = 2_000;

	private static final int MOST_MERGED = 1_000;

	private final XlsxFile file;

	private final XlsxFile.Sheet sheet;

	private final Consumer<Row> rows;

	private final BitSet hiddenColumns = new BitSet(MOST_COLUMNS);

	private final List<CellRangeAddress> merged = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private Map<Integer, Cell> cells = new HashMap<>();

	private int row;

	private boolean rowHidden;

	private int rowsWithText;

	private int column = -1;

	private String type = "";

	private int style;

	private boolean formula;

	/** Whether the cell has a value, even if that is the empty text. */
	private boolean valued;

	private boolean inText;

	private boolean inPronunciation;

	SheetHandler(XlsxFile file, XlsxFile.Sheet sheet, Consumer<Row> rows) {
		this.file = file;
		this.sheet = sheet;
		this.rows = rows;
	}

	/**
	 * A row and what stands in it, by column.
	 *
	 * @param number counted from 1
	 */
	record Row(int number, boolean hidden, Map<Integer, Cell> cells) {
	}

	/** Thrown by whoever has heard enough of a sheet. */
	static class EnoughException extends RuntimeException {

		EnoughException() {
			super(null, null, false, false);
		}

	}

	List<CellRangeAddress> merged() {
		return this.merged;
	}

	boolean isHidden(int column) {
		return this.hiddenColumns.get(column);
	}

	@Override
	public void startElement(String uri, String name, String prefixed, Attributes attributes) {
		switch (name) {
			case "col" -> {
				if (XlsxFile.isTrue(attributes.getValue("hidden"))) {
					int last = Math.min(number(attributes, "max", 0), MOST_COLUMNS);
					this.hiddenColumns.set(Math.max(number(attributes, "min", 1) - 1, 0), Math.max(last, 0));
				}
			}
			case "row" -> {
				this.row = number(attributes, "r", this.row + 1);
				this.rowHidden = XlsxFile.isTrue(attributes.getValue("hidden"));
				this.column = -1;
				this.cells = new HashMap<>();
			}
			case "c" -> begin(attributes);
			case "f" -> this.formula = true;
			case "v", "t" -> {
				this.inText = true;
				this.valued |= name.equals("v");
			}
			case "rPh" -> this.inPronunciation = true;
			case "mergeCell" -> merge(XlsxFile.required(attributes, "ref"));
			default -> {
			}
		}
	}

	private void begin(Attributes attributes) {
		String reference = attributes.getValue("r");
		this.column = (reference != null) ? new CellReference(reference).getCol() : this.column + 1;
		this.type = (attributes.getValue("t") != null) ? attributes.getValue("t") : "n";
		this.style = number(attributes, "s", 0);
		this.formula = false;
		this.valued = false;
		this.text.setLength(0);
	}

	private void merge(String reference) {
		if (this.merged.size() == MOST_MERGED) {
			throw new UnreadableException("工作表“%s”里的合并单元格太多，请重新下载表格填写".formatted(this.sheet.name()));
		}
		this.merged.add(CellRangeAddress.valueOf(reference));
	}

	@Override
	public void characters(char[] characters, int start, int length) {
		if (this.inText && !this.inPronunciation) {
			this.text.append(characters, start, Math.min(length, XlsxFile.LONGEST_TEXT - this.text.length()));
		}
	}

	@Override
	public void endElement(String uri, String name, String prefixed) {
		switch (name) {
			case "v", "t" -> this.inText = false;
			case "rPh" -> this.inPronunciation = false;
			case "c" -> end();
			case "row" -> {
				if (!this.cells.isEmpty()) {
					this.rowsWithText++;
					if (this.rowsWithText > MOST_ROWS) {
						throw tooLong();
					}
					this.rows.accept(new Row(this.row, this.rowHidden, this.cells));
				}
			}
			default -> {
			}
		}
	}

	UnreadableException tooLong() {
		return new UnreadableException("工作表“%s”超过 %d 行，不像是指标表。请重新下载表格填写".formatted(this.sheet.name(), MOST_ROWS));
	}

	private void end() {
		boolean hidden = this.sheet.hidden() || this.rowHidden || this.hiddenColumns.get(Math.max(this.column, 0));
		Cell cell = new Cell(this.sheet.name(), this.row, this.column, kind(), value(), this.file.format(this.style),
				this.formula, hidden);
		if (this.column >= 0 && this.column < MOST_COLUMNS && !cell.isBlank()) {
			this.cells.put(this.column, cell);
		}
	}

	private Cell.Kind kind() {
		if (this.formula && (!this.valued || this.text.isEmpty() && !this.type.equals("str"))) {
			return Cell.Kind.FORMULA;
		}
		return switch (this.type) {
			case "s", "str", "inlineStr", "d" -> Cell.Kind.TEXT;
			case "e" -> Cell.Kind.ERROR;
			case "b" -> Cell.Kind.BOOLEAN;
			default -> this.text.isEmpty() ? Cell.Kind.TEXT : Cell.Kind.NUMBER;
		};
	}

	private String value() {
		return (this.type.equals("s") && !this.text.isEmpty())
				? this.file.string(Integer.parseInt(this.text.toString().strip()))
				: XlsxFile.text(this.text.toString());
	}

	private static int number(Attributes attributes, String name, int otherwise) {
		String value = attributes.getValue(name);
		return (value != null) ? Integer.parseInt(value) : otherwise;
	}

}
