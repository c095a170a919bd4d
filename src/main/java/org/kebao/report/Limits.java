package org.kebao.report;

import org.jspecify.annotations.Nullable;

/**
 * How large a report may become: ten times what any bureau ever wrote, and no more than
 * one machine reads beside all others (docs/limits.md).
 */
public final class Limits {

	/** Of all texts of a report together. */
	public static final int CHARACTERS = 200_000;

	/** Entries of one kind, and targets. */
	public static final int PIECES = 200;

	/** The same with those that were deleted and can be taken back. */
	static final int PIECES_EVER = 2_000;

	/** From here on it is told how much is left. */
	private static final double NEAR = 0.8;

	private Limits() {
	}

	/** How full a report is, null as long as nobody needs to know. */
	public static @Nullable String warning(Report report) {
		int characters = report.characters();
		return (characters > NEAR * CHARACTERS) ? "全文已有 %,d 字，一份报告最多 %,d 字，还可以写 %,d 字".formatted(characters, CHARACTERS,
				Math.max(CHARACTERS - characters, 0)) : null;
	}

	/**
	 * Why a text does not go into a report any more, "" where it does. What becomes
	 * shorter always does.
	 * @param before the text that stands in its place
	 */
	public static String refusal(Report report, String before, String text) {
		int more = count(text) - count(before);
		int characters = (more > 0) ? report.characters() + more : 0;
		return (characters <= CHARACTERS) ? "" : "一份报告的文字合计最多 %,d 字，存下这一段就有 %,d 字，超出 %,d 字，请精简后再保存"
			.formatted(CHARACTERS, characters, characters - CHARACTERS);
	}

	static int count(String text) {
		return text.codePointCount(0, text.length());
	}

}
