package org.kebao.summary;

import java.util.ArrayList;
import java.util.List;

import org.kebao.script.Legible;
import org.kebao.script.MeasureWords;

/**
 * What of a text never parts at the end of a line: a number and what it counts, a date, a
 * span of numbers (GB/T 15835—2011). Only where a line may end is said; the characters
 * stay as they are, so what is copied from a paper is what was typed.
 */
final class Unbroken {

	/** What is longer may part after all, so that it stays on the sheet. */
	private static final int LONGEST = 20;

	private static final String SCALES = "十百千万亿余多";

	private static final String NUMERALS = "〇零一二三四五六七八九十百千万亿两几";

	private static final String FIRST_NUMERALS = "一二三四五六七八九十两几";

	/** What stands before a number and belongs to it. */
	private static final String SIGNS = "第¥￥+-−";

	/** What may follow 年 and make one word with it. */
	private static final String OF_YEAR = "度底初末";

	private static final String TO = "—–-～~至到:：/";

	private Unbroken() {
	}

	/**
	 * A stretch of a text.
	 *
	 * @param whole whether it stays on one line
	 */
	record Piece(String text, boolean whole) {
	}

	static List<Piece> pieces(String typed) {
		String text = Legible.text(typed);
		List<Piece> pieces = new ArrayList<>();
		int begin = 0;
		int at = 0;
		while (at < text.length()) {
			int end = groupEnd(text, at);
			if (end == at) {
				at++;
				continue;
			}
			int start = (at > begin && SIGNS.indexOf(text.charAt(at - 1)) >= 0) ? at - 1 : at;
			if (start > begin) {
				pieces.add(new Piece(text.substring(begin, start), false));
			}
			pieces.add(new Piece(text.substring(start, end), end - start <= LONGEST));
			begin = end;
			at = end;
		}
		if (begin < text.length()) {
			pieces.add(new Piece(text.substring(begin), false));
		}
		return pieces;
	}

	/** Where what begins here and stays together ends; here itself where nothing does. */
	private static int groupEnd(String text, int at) {
		if (isDigit(text, at)) {
			int end = countedEnd(text, at);
			// 2026年12月8日, 15%—30%, 3:1
			while (true) {
				int next = (end < text.length() && TO.indexOf(text.charAt(end)) >= 0) ? end + 1 : end;
				boolean goesOn = isDigit(text, next) && (next > end || "年月日时分".indexOf(text.charAt(end - 1)) >= 0);
				int further = goesOn ? countedEnd(text, next) : end;
				if (further == end || further - at > LONGEST) {
					return end;
				}
				end = further;
			}
		}
		if (FIRST_NUMERALS.indexOf(text.charAt(at)) < 0) {
			return at;
		}
		int end = at;
		while (end < text.length() && end - at < LONGEST && NUMERALS.indexOf(text.charAt(end)) >= 0) {
			end++;
		}
		int unit = MeasureWords.at(text, end, text.length());
		return (unit > 0) ? end + unit : at;
	}

	/** The end of a number and of what it counts. */
	private static int countedEnd(String text, int at) {
		int number = at;
		while (isDigit(text, number)
				|| number > at && isDigit(text, number + 1) && ".,．".indexOf(text.charAt(number)) >= 0) {
			number++;
		}
		int end = number;
		if (end + 1 < text.length() && text.charAt(end) == ' ' && MeasureWords.at(text, end + 1, text.length()) > 0) {
			end++;
		}
		while (end < text.length() && SCALES.indexOf(text.charAt(end)) >= 0) {
			end++;
		}
		int unit = MeasureWords.at(text, end, text.length());
		if (unit > 0) {
			return end + unit;
		}
		if (end == number && end < text.length() && Character.isIdeographic(text.codePointAt(end))) {
			boolean year = text.charAt(end) == '年' && end + 1 < text.length()
					&& OF_YEAR.indexOf(text.charAt(end + 1)) >= 0;
			return end + Character.charCount(text.codePointAt(end)) + (year ? 1 : 0);
		}
		return end;
	}

	private static boolean isDigit(String text, int at) {
		return at < text.length() && Character.isDigit(text.charAt(at));
	}

}
