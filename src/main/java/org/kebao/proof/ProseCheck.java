package org.kebao.proof;

import org.jspecify.annotations.Nullable;

import org.kebao.lint.Flaw;

/**
 * What is looked for in the texts of a report.
 */
enum ProseCheck {

	TOKEN("引用的指标", Finding.Severity.ERROR, ""),

	/** C09. */
	TABLE("文中数字与指标表", Finding.Severity.WARNING, ""),

	SUM("文中分项与合计", Finding.Severity.WARNING, "请改正合计或分项；本来就不该相加的，写明另有口径"),

	GROWTH("文中增幅", Finding.Severity.WARNING, ""),

	PACE("时间过半、任务过半", Finding.Severity.WARNING, ""),

	/** C16. */
	CERTAINTY("预计与实际", Finding.Severity.WARNING, "请核对是预计数还是实际数，前后写成一致；确实不是一回事的，写明另有口径"),

	/** C16. */
	FACT("计划里的实际数", Finding.Severity.WARNING, ""),

	/** C10. */
	VALUES("同一事项前后两个数", Finding.Severity.WARNING, "请改成一致；说的不是同一件事的，写明另有口径"),

	NUMBERING("序号", Finding.Severity.WARNING, "请补上缺的一项，或重新编号"),

	COUNT("列举的项数", Finding.Severity.WARNING, "请改正项数，或补上缺的一项"),

	/** Domain handbook §2.2. */
	MONTH("环比", Finding.Severity.WARNING, "年度和半年的数与上年同期比，写“同比”或“比上年”"),

	HOLE("缺数", Finding.Severity.ERROR, "请填上数，或删去这句话"),

	/** More than anybody reads at once (docs/limits.md). */
	MANY("问题太多", Finding.Severity.ERROR, "请先处理已列出的，其余的随后列出"),

	STYLE("行文格式", Finding.Severity.HINT, "");

	private final String title;

	private final Finding.Severity severity;

	private final String instruction;

	ProseCheck(String title, Finding.Severity severity, String instruction) {
		this.title = title;
		this.severity = severity;
		this.instruction = instruction;
	}

	/** In the place of a rule's code, which never looks like it. */
	String code() {
		return "TEXT-" + name();
	}

	String title() {
		return this.title;
	}

	Finding.Severity severity() {
		return this.severity;
	}

	String instruction() {
		return this.instruction;
	}

	/** What a flaw of a text is found as, null for what is looked at otherwise. */
	static @Nullable ProseCheck of(Flaw.Kind kind) {
		return switch (kind) {
			case SUM -> SUM;
			case TWO_VALUES -> VALUES;
			case FORECAST -> CERTAINTY;
			case NUMBERING -> NUMBERING;
			case COUNT -> COUNT;
			case MONTH_ON_MONTH -> MONTH;
			case HOLE -> HOLE;
			// held against the goals of the report, which the text does not know
			case PACE -> null;
			case APPROXIMATION, NUMERAL, RANGE, PUNCTUATION -> STYLE;
		};
	}

}
