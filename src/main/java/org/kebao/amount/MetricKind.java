package org.kebao.amount;

/**
 * How a metric runs through the year (domain handbook §2.1).
 */
public enum MetricKind {

	/** 时期数: cumulative from January. */
	FLOW("时期数"),

	/** 时点数: as it stands at the end of the period. */
	STOCK("时点数"),

	/** 相对数: recomputed from its components, where these are metrics too. */
	RATIO("相对数");

	private final String label;

	MetricKind(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
