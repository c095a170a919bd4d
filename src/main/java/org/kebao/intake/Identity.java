package org.kebao.intake;

import java.util.Map;

/**
 * What a workbook says of itself on a sheet nobody sees, so that the table of one report
 * is never taken for another's.
 *
 * @param bureau the bureau's code
 * @param catalogue the digest of the codes, names and units at the time of the download
 */
record Identity(String report, String bureau, String bureauName, String period, String periodTitle, String catalogue) {

	/** The name of the hidden sheet. */
	static final String SHEET = "科报标识";

	/** In the order of the sheet. */
	Map<String, String> lines() {
		return Map.of("report", this.report, "bureau", this.bureau, "bureauName", this.bureauName, "period",
				this.period, "periodTitle", this.periodTitle, "catalogue", this.catalogue);
	}

	static Identity of(Map<String, String> lines) {
		return new Identity(lines.getOrDefault("report", ""), lines.getOrDefault("bureau", ""),
				lines.getOrDefault("bureauName", ""), lines.getOrDefault("period", ""),
				lines.getOrDefault("periodTitle", ""), lines.getOrDefault("catalogue", ""));
	}

	/** Whether it is the same bureau's report of the same period. */
	boolean isSameReport(Identity other) {
		return this.report.equals(other.report) && this.bureau.equals(other.bureau) && this.period.equals(other.period);
	}

	String title() {
		return this.bureauName + " " + this.periodTitle;
	}

}
