package org.kebao.lint;

import java.util.ArrayList;
import java.util.List;

import org.kebao.script.Mark;
import org.kebao.script.Numbers;
import org.kebao.script.Sentences;
import org.kebao.script.Span;

/**
 * 标点 (GB/T 15834—2011, domain handbook §1.8): half-width signs in Chinese, 、 between
 * titles or quotations, 、 after a bracketed or Arabic number, a year of a document number
 * in other than 〔〕. Numbers, times, addresses and Latin words keep their signs.
 */
final class Punctuation {

	private static final String HALF = ",;:?!()";

	private static final String FULL = "，；：？！（）";

	/** Signs that only stand in Chinese text. */
	private static final String CHINESE_SIGNS = "，。；：？！、（）“”‘’《》〈〉【】〔〕—…％";

	private final String text;

	private final List<Flaw> flaws = new ArrayList<>();

	private Punctuation(String text) {
		this.text = text;
	}

	static List<Flaw> flaws(String text, List<Span> pieces) {
		Punctuation punctuation = new Punctuation(text);
		pieces.forEach(punctuation::read);
		return punctuation.flaws;
	}

	private void read(Span piece) {
		number(piece);
		int[] closing = Sentences.pairs(this.text, piece);
		boolean[] settled = new boolean[piece.length()];
		for (int i = piece.offset(); i < piece.end(); i++) {
			char sign = this.text.charAt(i);
			if (sign == '、') {
				pause(i, piece);
			}
			else if (sign == '[' || sign == '【') {
				year(i, closing[i - piece.offset()], piece);
			}
			else if (HALF.indexOf(sign) >= 0 && !settled[i - piece.offset()]) {
				int partner = closing[i - piece.offset()];
				if (sign == '(' && partner > i) {
					bracket(i, partner, piece);
					settled[partner - piece.offset()] = true;
				}
				else if (isChinese(i, piece)) {
					full(i);
				}
			}
		}
	}

	private void bracket(int open, int close, Span piece) {
		boolean within = isChinese(open + 1, close, open + 1) || isChinese(open + 1, close, close - 1);
		boolean around = isChinese(piece.offset(), piece.end(), open - 1)
				|| (open == piece.offset() && isChinese(piece.offset(), piece.end(), close + 1));
		if (within || around) {
			full(open);
			if (this.text.charAt(close) == ')') {
				full(close);
			}
		}
	}

	private void full(int at) {
		char sign = this.text.charAt(at);
		String full = String.valueOf(FULL.charAt(HALF.indexOf(sign)));
		add(at, at + 1, "半角标点“" + sign + "”应为全角“" + full + "”", full);
	}

	/** Whether a sign stands in Chinese and neither in a number nor in Latin words. */
	private boolean isChinese(int at, Span piece) {
		boolean before = isChinese(piece.offset(), piece.end(), at - 1);
		boolean after = isChinese(piece.offset(), piece.end(), at + 1);
		return before || (after && at > piece.offset() && this.text.charAt(at - 1) != '/');
	}

	private boolean isChinese(int start, int end, int at) {
		if (at < start || at >= end) {
			return false;
		}
		char sign = this.text.charAt(at);
		return Sentences.isHan(sign) || CHINESE_SIGNS.indexOf(sign) >= 0;
	}

	/** 、 between 》《 or ”“ */
	private void pause(int at, Span piece) {
		if (at <= piece.offset() || at + 1 >= piece.end()) {
			return;
		}
		char before = this.text.charAt(at - 1);
		char after = this.text.charAt(at + 1);
		if ((before == '》' && after == '《') || (before == '”' && after == '“')) {
			add(at, at + 1, "并列的" + ((before == '》') ? "书名号" : "引号") + "之间不用顿号", "");
		}
	}

	/** "科发[2025]3号" */
	private void year(int open, int close, Span piece) {
		if (close != open + 5 || close + 1 >= piece.end()) {
			return;
		}
		for (int i = open + 1; i < close; i++) {
			if (!Character.isDigit(this.text.charAt(i)) && "xX×".indexOf(this.text.charAt(i)) < 0) {
				return;
			}
		}
		int end = close + 1;
		if (this.text.charAt(end) == '第') {
			end++;
		}
		int number = end;
		while (end < piece.end() && end - number < 6
				&& (Character.isDigit(this.text.charAt(end)) || "xX×".indexOf(this.text.charAt(end)) >= 0)) {
			end++;
		}
		if (end > number && end < piece.end() && this.text.charAt(end) == '号') {
			String year = this.text.substring(open + 1, close);
			add(open, close + 1, "发文字号的年份用六角括号：〔" + year + "〕", "〔" + year + "〕");
		}
	}

	/** "（一）、" and "1、" at the head of a piece. */
	private void number(Span piece) {
		Mark mark = Mark.at(this.text, piece.offset(), piece.end());
		if (mark == null || this.text.charAt(mark.end() - 1) != '、') {
			return;
		}
		switch (mark.style()) {
			case CHINESE_BRACKET, ARABIC_BRACKET -> add(mark.end() - 1, mark.end(), "带括号的序数后不用顿号", "");
			case ARABIC -> add(mark.end() - 1, mark.end(), "序数“" + mark.number() + "、”应为“" + mark.number() + ".”", ".");
			case ORDINAL -> add(mark.end() - 1, mark.end(), "“第" + Mark.chinese(mark.number()) + "”之后用逗号", "，");
			default -> {
			}
		}
	}

	private void add(int start, int end, String message, String mend) {
		this.flaws.add(new Flaw(Flaw.Kind.PUNCTUATION, Span.between(start, end), message, mend));
	}

}
