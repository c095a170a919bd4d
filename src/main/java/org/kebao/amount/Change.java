package org.kebao.amount;

/**
 * What became of a figure since an earlier one, in the words of the trade.
 *
 * @param words such as "增长30%", "持平" or "提高0.3个百分点"; "" where nothing can be said
 * @param why why there is no percentage, such as "上年同期为0"; "" where there is nothing to
 * explain
 */
public record Change(String words, String why, Direction direction) {

	/** Nothing to compare, nothing to explain. */
	public static final Change NONE = new Change("", "", Direction.NONE);

	/** Where a figure went. */
	public enum Direction {

		UP, DOWN, LEVEL, NONE

	}

	static Change unknown(String why) {
		return new Change("", why, Direction.NONE);
	}

	/** As it stands in a table: the words with their reason, "" where there are none. */
	public String print() {
		return (this.words.isEmpty() || this.why.isEmpty()) ? this.words : this.words + "（" + this.why + "）";
	}

}
