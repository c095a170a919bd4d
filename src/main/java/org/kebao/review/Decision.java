package org.kebao.review;

/**
 * What a supervisor decided on a version.
 */
public enum Decision {

	/** 退回: the bureau is to mend what the remarks say. */
	RETURNED("退回"),

	/** 审定: the version is final. */
	APPROVED("审定"),

	/** 重新打开: an approved report goes back to its bureau, for a reason. */
	REOPENED("重新打开");

	private final String label;

	Decision(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

	/** Whether the version it was taken on is the last one. */
	public boolean isFinal() {
		return this == APPROVED;
	}

}
