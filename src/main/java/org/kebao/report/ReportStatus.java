package org.kebao.report;

/**
 * Where a report stands in its way from the bureau to the one above.
 */
public enum ReportStatus {

	/** 草稿: written by the bureau, seen by nobody else. */
	DRAFT("草稿"),

	/** 已报送: waits for the supervisor; nobody writes. */
	SUBMITTED("已报送"),

	/** 已退回: with remarks, or reopened with a reason; the bureau writes again. */
	RETURNED("已退回"),

	/** 已审定: done; its paper never changes again. */
	APPROVED("已审定");

	private final String label;

	ReportStatus(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

	/** Whether the bureau may write. */
	public boolean isWritable() {
		return this == DRAFT || this == RETURNED;
	}

}
