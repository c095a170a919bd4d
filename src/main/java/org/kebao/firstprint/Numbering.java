package org.kebao.firstprint;

/**
 * 序数: how the headings of a paper are numbered. The renderer counts; nobody types a
 * number (GB/T 9704—2012, 7.3.3).
 */
enum Numbering {

	/** 一、 then （一）, 1. and （1）: the sequence of the standard. */
	FULL("一、（一）1.（1）"),

	/** 一、 then 1. and （1）: for bureaus that skip the second level. */
	SKIP("一、1.（1）");

	/** Levels a heading can have; an entry below the lowest one has one more. */
	static final int LEVELS = 4;

	private static final String[] DIGITS = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

	private static final String[] PLACES = { "", "十", "百", "千" };

	private final String label;

	Numbering(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

	/** The number as it stands before a heading of this level, counted from 1. */
	String of(int level, int number) {
		int form = (this == SKIP && level > 1) ? level + 1 : level;
		return switch (form) {
			case 1 -> chinese(number) + "、";
			case 2 -> "（" + chinese(number) + "）";
			case 3 -> number + ".";
			case 4 -> "（" + number + "）";
			default -> circled(number);
		};
	}

	/** 一 to 九千九百九十九, the way a number is read. */
	static String chinese(int number) {
		if (number < 1 || number > 9999) {
			return Integer.toString(number);
		}
		StringBuilder spelled = new StringBuilder();
		String digits = Integer.toString(number);
		boolean gap = false;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(i) - '0';
			if (digit == 0) {
				gap = true;
				continue;
			}
			if (gap) {
				spelled.append("零");
				gap = false;
			}
			spelled.append(DIGITS[digit]).append(PLACES[digits.length() - 1 - i]);
		}
		// 十二, not 一十二
		return spelled.toString().startsWith("一十") ? spelled.substring(1) : spelled.toString();
	}

	private static String circled(int number) {
		if (number <= 20) {
			return Character.toString('①' + number - 1);
		}
		if (number <= 35) {
			return Character.toString('㉑' + number - 21);
		}
		if (number <= 50) {
			return Character.toString('㊱' + number - 36);
		}
		return number + "）";
	}

	Counter counter() {
		return new Counter();
	}

	/** Counts through one paper; a heading starts the count below it anew. */
	final class Counter {

		private final int[] counts = new int[LEVELS + 2];

		private int level;

		String heading(int level) {
			this.level = level;
			return next(level);
		}

		/** The number of a paragraph in a list, one level below its heading. */
		String entry() {
			return next(this.level + 1);
		}

		private String next(int at) {
			this.counts[at]++;
			for (int below = at + 1; below < this.counts.length; below++) {
				this.counts[below] = 0;
			}
			return of(at, this.counts[at]);
		}

	}

}
