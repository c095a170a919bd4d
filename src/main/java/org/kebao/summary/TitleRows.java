package org.kebao.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.text.BreakIterator;

import org.kebao.script.Words;

/**
 * 回行: the rows a line of a title is set in where it is too long for one. They break
 * between words, and are as long as one another as far as words allow (GB/T 9704—2012,
 * 7.3.1: 词意完整、排列对称、长短适宜).
 */
final class TitleRows {

	/**
	 * Characters of 22 pt in a row of 156 mm, with room for what is wider than it looks.
	 */
	private static final double ROOM = 19.6;

	/** Digits and letters are a bit wider than half a character. */
	private static final double NARROW = 0.56;

	/** What no row of a title parts. */
	private static final Words TERMS = Words
		.of("工作总结 工作计划 工作要点 工作情况 工作报告 工作思路 工作打算 情况报告 上半年 下半年 前三季度 一季度 二季度 三季度 四季度 年度 报送 "
				+ "科技局 科学技术局 科技创新局 科技和工业信息化局 高新区 开发区 管委会 管理委员会 高新技术 自治区 自治州 自治县");

	/** Words of one character that stand for themselves. */
	private static final String LINKS = "和与及暨并";

	private static final String OPENERS = "《（“‘〔(";

	private static final double BAD_END = 60;

	private static final double HOURGLASS = 12;

	private TitleRows() {
	}

	static List<List<Unbroken.Piece>> of(String line) {
		List<String> words = words(line);
		double[] widths = words.stream().mapToDouble(TitleRows::width).toArray();
		double whole = 0;
		for (double width : widths) {
			whole += width;
		}
		for (int rows = (int) Math.ceil(whole / ROOM); rows <= words.size(); rows++) {
			List<Integer> ends = best(words, widths, whole / rows, rows);
			if (!ends.isEmpty()) {
				return rows(words, ends);
			}
		}
		// a word as long as a row: it breaks where it must
		return List.of(List.of(new Unbroken.Piece(line, false)));
	}

	/** The words of a title that may begin a row. */
	static List<String> words(String line) {
		List<String> words = new ArrayList<>();
		for (Unbroken.Piece piece : Unbroken.pieces(line)) {
			if (piece.whole()) {
				words.add(piece.text());
			}
			else {
				split(piece.text(), words);
			}
		}
		List<String> joined = new ArrayList<>();
		for (String word : words) {
			int last = joined.size() - 1;
			if (last >= 0 && (leans(word) || OPENERS.contains(joined.get(last)))) {
				joined.set(last, joined.get(last) + word);
			}
			else {
				joined.add(word);
			}
		}
		return joined;
	}

	private static void split(String text, List<String> words) {
		BreakIterator breaks = BreakIterator.getWordInstance(Locale.SIMPLIFIED_CHINESE);
		breaks.setText(text);
		int at = 0;
		while (at < text.length()) {
			int term = TERMS.startingAt(text, at, text.length());
			int end = (term > 0) ? at + term : breaks.following(at);
			for (int inside = at + 1; term == 0 && inside < end; inside++) {
				if (TERMS.startingAt(text, inside, text.length()) > end - inside) {
					end = inside;
				}
			}
			words.add(text.substring(at, end));
			at = end;
		}
	}

	/** A character alone, or a mark, stays with the word before it. */
	private static boolean leans(String word) {
		return word.codePointCount(0, word.length()) == 1 && !LINKS.contains(word) && !OPENERS.contains(word)
				|| word.isBlank();
	}

	/** In characters. */
	static double width(String text) {
		return text.codePoints().mapToDouble((c) -> (c < 0x2000) ? NARROW : 1).sum();
	}

	/** Where the rows end, after which word; empty where so many rows are too few. */
	private static List<Integer> best(List<String> words, double[] widths, double even, int rows) {
		int count = words.size();
		double[][] cost = new double[rows + 1][count + 1];
		int[][] from = new int[rows + 1][count + 1];
		for (double[] row : cost) {
			java.util.Arrays.fill(row, Double.POSITIVE_INFINITY);
		}
		cost[0][0] = 0;
		for (int row = 1; row <= rows; row++) {
			for (int end = row; end <= count; end++) {
				double width = 0;
				for (int begin = end - 1; begin >= row - 1; begin--) {
					width += widths[begin];
					if (width > ROOM) {
						break;
					}
					double here = cost[row - 1][begin] + (width - even) * (width - even)
							+ ((end < count && isBadEnd(words.get(end - 1))) ? BAD_END : 0);
					if (rows == 3 && row == 2 && width < even) {
						here += HOURGLASS;
					}
					if (here < cost[row][end]) {
						cost[row][end] = here;
						from[row][end] = begin;
					}
				}
			}
		}
		if (Double.isInfinite(cost[rows][count])) {
			return List.of();
		}
		List<Integer> ends = new ArrayList<>();
		int end = count;
		for (int row = rows; row > 0; row--) {
			ends.add(0, end);
			end = from[row][end];
		}
		return ends;
	}

	private static boolean isBadEnd(String word) {
		return LINKS.contains(word) || word.equals("关于") || word.equals("报送");
	}

	private static List<List<Unbroken.Piece>> rows(List<String> words, List<Integer> ends) {
		List<List<Unbroken.Piece>> rows = new ArrayList<>();
		int begin = 0;
		for (int end : ends) {
			rows.add(words.subList(begin, end)
				.stream()
				.map((word) -> new Unbroken.Piece(word, word.length() > 1))
				.toList());
			begin = end;
		}
		return rows;
	}

}
