package org.kebao.intake;

import org.apache.poi.ss.util.CellReference;

/**
 * A cell of an uploaded sheet as it is stored; what is shown of it is another matter.
 *
 * @param row counted from 1
 * @param column counted from 0
 * @param text the stored text or number, the code of an error, "" for a formula nobody
 * has worked out
 * @param computed whether a formula came to it
 * @param hidden whether its row, its column or its sheet is hidden
 */
record Cell(String sheet, int row, int column, Kind kind, String text, NumberFormat format, boolean computed,
		boolean hidden) {

	/** What is stored. */
	enum Kind {

		NUMBER, TEXT,

		/** A formula without what it comes to. */
		FORMULA,

		ERROR, BOOLEAN

	}

	boolean isBlank() {
		return this.kind == Kind.TEXT && this.text.isBlank();
	}

	/**
	 * Where it stands, as a person finds it: "创新主体 E5", and whether he has to unhide it.
	 */
	String place() {
		return place(this.sheet, this.row, this.column) + (this.hidden ? "（隐藏）" : "");
	}

	static String place(String sheet, int row, int column) {
		return sheet + " " + CellReference.convertNumToColString(column) + row;
	}

}
