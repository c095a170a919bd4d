package org.kebao.period;

import java.math.BigDecimal;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * 报告期类型: what part of the year a {@link ReportingPeriod} speaks of. All of them begin in
 * January; the longer ones come later.
 */
public enum PeriodKind {

	/** 一季度: January to March, with the plan for the second quarter. */
	FIRST_QUARTER("一季度", 3, "二季度", 6),

	/** 上半年: January to June, with the plan for the second half. */
	FIRST_HALF("上半年", 6, "下半年", 12),

	/** 前三季度: January to September, with the plan for the fourth quarter. */
	THREE_QUARTERS("前三季度", 9, "四季度", 12),

	/** 全年: January to December, with next year's plan. */
	ANNUAL("年度", 12, "", 12);

	private static final int YEAR = 12;

	private final String label;

	private final int months;

	private final String ahead;

	private final int aheadMonths;

	/**
	 * @param ahead what its plan is for, "" where that is the next year
	 * @param aheadMonths the last month of the plan
	 */
	PeriodKind(String label, int months, String ahead, int aheadMonths) {
		this.label = label;
		this.months = months;
		this.ahead = ahead;
		this.aheadMonths = aheadMonths;
	}

	/** The kind that speaks of the whole year. */
	public static PeriodKind wholeYear() {
		return Stream.of(values()).filter(PeriodKind::isWholeYear).findFirst().orElseThrow();
	}

	public boolean isWholeYear() {
		return this.months == YEAR;
	}

	/** Whether half of the year has passed at its end. */
	public boolean isHalfYear() {
		return 2 * this.months == YEAR;
	}

	/** The month with which it ends, counted from 1. */
	public int months() {
		return this.months;
	}

	/** 时间进度: what part of the year has passed at its end, in per cent. */
	public BigDecimal share() {
		return BigDecimal.valueOf(100L * this.months / YEAR);
	}

	public String label() {
		return this.label;
	}

	/** As it stands in a title: "2026年上半年", "2026年度". */
	public String titleOf(int year) {
		return year + (isWholeYear() ? this.label : "年" + this.label);
	}

	/** The title of what a bureau files: "2026年度工作总结及2027年工作计划". */
	public String paperTitleOf(int year) {
		return titleOf(year) + "工作总结及" + aheadOf(year) + "工作计划";
	}

	/** What its plan is for, as its paper says it: "下半年", "2027年". */
	public String aheadOf(int year) {
		return isWholeYear() ? (year + 1) + "年" : this.ahead;
	}

	/** The year its plan is for. */
	public int yearAhead(int year) {
		return isWholeYear() ? year + 1 : year;
	}

	/**
	 * What its plan is called where other plans stand beside it: "2026年下半年计划", "2027年计划".
	 * @param year the one it is for
	 */
	public String planOf(int year) {
		return year + "年" + this.ahead + "计划";
	}

	/** What its plan is for within the year, "" where that is the next year. */
	public String ahead() {
		return this.ahead;
	}

	/**
	 * Whether what was planned at the end of such a period for the running year is due in
	 * one of this kind: the year's plan in each, any other where it ends.
	 */
	public boolean settles(PeriodKind planned) {
		return planned.isWholeYear() || planned.aheadMonths == this.months;
	}

	/**
	 * What came before in the same year, null where that was the year before. Quarters
	 * come before nothing: not everybody reports them, and a figure has to be held
	 * against the same for all.
	 */
	@Nullable PeriodKind beforeInYear() {
		return (2 * this.months > YEAR) ? FIRST_HALF : null;
	}

	/** Whether what came before was the whole of the year before. */
	public boolean followsYear() {
		return beforeInYear() == null;
	}

	/** What the period before is called: "上半年", "上年". */
	public String before() {
		PeriodKind before = beforeInYear();
		return (before != null) ? before.label : "上年";
	}

	/** What its end is called, when a figure is held against it. */
	public String endBefore() {
		return before() + "末";
	}

}
