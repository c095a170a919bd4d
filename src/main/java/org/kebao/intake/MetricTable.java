package org.kebao.intake;

import java.util.List;

import org.kebao.revision.ReportContent;

/**
 * The metric table of one report as it goes into a workbook.
 *
 * @param open whether the one who asks may fill it in; to everybody else all is locked
 */
record MetricTable(Identity identity, boolean open, List<Group> groups) {

	record Group(String name, List<Line> lines) {
	}

	/**
	 * A line of the table.
	 *
	 * @param formula how the system computes it, "" for what is typed
	 */
	record Line(ReportContent.Row row, boolean mayBeNegative, String formula) {

		boolean isComputed() {
			return !this.formula.isEmpty();
		}

	}

	String title() {
		return this.identity.title() + " 主要指标";
	}

	/** "望川县科技局_2026年度_主要指标.xlsx", of characters every file system takes. */
	String fileName() {
		return (this.identity.bureauName() + "_" + this.identity.periodTitle() + "_主要指标")
			.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + ".xlsx";
	}

}
