package org.kebao.revision;

/**
 * What a {@link PlanTarget 工作目标} promises of its metric.
 */
public enum Aim {

	/** 达到: an amount in the metric's unit. */
	AMOUNT("达到"),

	/** 突破: more than an amount in the metric's unit. */
	ABOVE("突破"),

	/** 增长: so many per cent above this period. */
	PERCENT("增长%"),

	/** 达到…倍: a multiple of this period. */
	MULTIPLE("达到本期的倍数"),

	/** In words alone, without a metric. */
	WORDS("文字目标");

	private final String label;

	Aim(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
