package org.kebao.period;

/**
 * 报告期类型: what part of the year a {@link ReportingPeriod} speaks of.
 */
public enum PeriodKind {

	/** 上半年: January to June, with the plan for the second half. */
	FIRST_HALF("上半年"),

	/** 全年: January to December, with next year's plan. */
	ANNUAL("年度");

	private final String label;

	PeriodKind(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

	/** As it stands in a title: "2026年上半年", "2026年度". */
	public String titleOf(int year) {
		return year + ((this == ANNUAL) ? "年度" : "年上半年");
	}

	/** What the end of the period before is called when a figure is held against it. */
	public String periodBefore() {
		return (this == ANNUAL) ? "上半年末" : "上年末";
	}

	/** The title of what a bureau files: "2026年度工作总结及2027年工作计划". */
	public String paperTitleOf(int year) {
		return titleOf(year) + ((this == ANNUAL) ? "工作总结及" + (year + 1) + "年工作计划" : "工作总结及下半年工作计划");
	}

}
