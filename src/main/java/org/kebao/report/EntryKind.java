package org.kebao.report;

/**
 * What an {@link Entry} is: the same shape in different parts of the report.
 */
public enum EntryKind {

	ACHIEVEMENT("成效", Part.ACHIEVEMENTS), CASE("案例", Part.CASES), PROBLEM("问题", Part.PROBLEMS),
	MEASURE("措施", Part.PLAN), SUGGESTION("建议", Part.SUGGESTIONS);

	private final String label;

	private final Part part;

	EntryKind(String label, Part part) {
		this.label = label;
		this.part = part;
	}

	public String label() {
		return this.label;
	}

	public Part part() {
		return this.part;
	}

}
