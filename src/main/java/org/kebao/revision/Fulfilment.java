package org.kebao.revision;

/**
 * 完成状态: what became of a promise.
 */
public enum Fulfilment {

	/** 完成: follows from the figures where there are any. */
	DONE("完成"),

	/** 推进中: under way; at the year's end a reason is needed. */
	UNDER_WAY("推进中"),

	/** 未完成: missed, with a reason. */
	MISSED("未完成"),

	/** 已调出计划: taken out of the plan when it was approved anew; nobody chooses this. */
	DROPPED("已调出计划");

	private final String label;

	Fulfilment(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

	public boolean isDone() {
		return this == DONE;
	}

	public boolean isMissed() {
		return this == MISSED;
	}

}
