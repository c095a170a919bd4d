package org.kebao.rollup;

import java.util.Arrays;
import java.util.Optional;

/**
 * 报送情况: what a board can be filtered by. Every row has one of the five states, and may be
 * overdue or late besides.
 */
public enum Standing {

	/** 逾期: its last day has passed and it is not with the supervisor. */
	OVERDUE("逾期"),

	/** 未开始: nothing was ever saved. */
	NOT_BEGUN("未开始"),

	/** 草稿: something was saved. */
	DRAFT("草稿"),

	/** 已报送: waits for the supervisor. */
	SUBMITTED("已报送"),

	/** 已退回: with the bureau again. */
	RETURNED("已退回"),

	/** 已审定: done. */
	APPROVED("已审定"),

	/** 迟报: was submitted after its last day. */
	LATE("迟报");

	private final String label;

	Standing(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

	boolean has(Board.Row row) {
		return switch (this) {
			case OVERDUE -> row.overdue();
			case LATE -> row.late();
			default -> row.state() == this;
		};
	}

	/** As it stands in an address; what means nothing filters nothing. */
	static Optional<Standing> named(String name) {
		return Arrays.stream(values()).filter((standing) -> standing.name().equals(name)).findFirst();
	}

}
