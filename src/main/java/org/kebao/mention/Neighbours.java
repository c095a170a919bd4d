package org.kebao.mention;

import org.kebao.script.MeasureWords;
import org.kebao.script.Numbers;
import org.kebao.script.Sentences;
import org.kebao.script.Span;

/**
 * What stands right before and right behind a number and makes of it another one: digits,
 * signs, 万 and 亿, 多 and 余.
 */
final class Neighbours {

	private static final String POINTS = ".．·•・,，'’";

	/** Right before a number they are a part of it: .28亿元 */
	private static final String DECIMAL = ".．·•・";

	private static final String SIGNS = "-－−–+＋±<>＜＞≤≥=＝≈/／⁄×*＊^~～#%％";

	private static final String DASHES = "-－−–—~～至到";

	private static final String SCALES = "十百千万亿";

	private static final String MORE = "多余馀几";

	/** Before a figure they are a part of its number; 过, but for 通过 and 经过. */
	private static final String BEFORE = "数几第过";

	private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹º°";

	private final String text;

	private final Span words;

	private Neighbours(String text, Span words) {
		this.text = text;
		this.words = words;
	}

	/**
	 * Whether words that begin with a number or end with a unit stand there for
	 * themselves; in doubt they do not.
	 */
	static boolean areApart(String text, Span words) {
		Neighbours neighbours = new Neighbours(text, words);
		return words.length() == 0
				|| neighbours.isApartBefore() && neighbours.isApartBehind() && joined(text, words).equals(words);
	}

	private boolean isApartBefore() {
		char first = this.text.charAt(this.words.offset());
		if (!Numbers.isDigit(first) && !Numbers.isHanNumeral(first)) {
			return true;
		}
		int at = this.words.offset() - 1;
		char sign = sign(at);
		boolean passed = sign == '过' && "通经".indexOf(sign(at - 1)) >= 0;
		if (Numbers.isDigit(sign) || Numbers.isHanNumeral(sign) || Numbers.isLatin(sign) || DECIMAL.indexOf(sign) >= 0
				|| BEFORE.indexOf(sign) >= 0 && !passed) {
			return false;
		}
		int before = skipBlanks(at, -1);
		boolean counted = Numbers.isDigit(sign(before - 1)) || SCALES.indexOf(sign(before - 1)) >= 0;
		boolean linked = counted && (POINTS.indexOf(sign(before)) >= 0 || DASHES.indexOf(sign(before)) >= 0);
		return !linked && SIGNS.indexOf(sign) < 0 && !(isBlank(sign) && Numbers.isDigit(sign(before)));
	}

	private boolean isApartBehind() {
		int at = this.words.end();
		char sign = sign(at);
		boolean goesOn = endsInNumber() && isNumber(skipBlanks(at, 1))
				|| MeasureWords.at(this.text, at, this.text.length()) > 0;
		if (Numbers.isDigit(sign) || goesOn || MORE.indexOf(sign) >= 0 || SUPERSCRIPTS.indexOf(sign) >= 0) {
			return false;
		}
		boolean digits = Numbers.isDigit(sign(at + 1)) || SCALES.indexOf(sign(at + 1)) >= 0;
		boolean point = sign == '.' || sign == '．';
		boolean unit = (sign == '（' || sign == '(') && sign(at + 1) == '次';
		return "/／⁄^×*＊+＋".indexOf(sign) < 0 && !unit && !(digits && (point || DASHES.indexOf(sign) >= 0))
				&& !this.text.startsWith("个亿", at) && !this.text.startsWith("分之", at);
	}

	/** Whether more of the number may follow: 3亿 4500万元. */
	private boolean endsInNumber() {
		char last = this.text.charAt(this.words.end() - 1);
		return Numbers.isDigit(last) || last == '元' || SCALES.indexOf(last) >= 0;
	}

	/** Whether a number or a part of one begins here. */
	private boolean isNumber(int at) {
		char sign = sign(at);
		return Numbers.isDigit(sign) || SCALES.indexOf(sign) >= 0
				|| Numbers.isHanNumeral(sign) && SCALES.indexOf(sign(at + 1)) >= 0;
	}

	/**
	 * The words and what stands beside them that makes of their number another one, or of
	 * their unit another; the words alone where nothing does for certain.
	 */
	static Span joined(String text, Span words) {
		if (words.length() == 0) {
			return words;
		}
		Neighbours neighbours = new Neighbours(text, words);
		return Span.between(neighbours.joinedBefore(), neighbours.joinedBehind());
	}

	private int joinedBefore() {
		int start = this.words.offset();
		if (!Numbers.isDigit(this.text.charAt(start))) {
			return start;
		}
		char sign = sign(start - 1);
		boolean point = ".．,".indexOf(sign) >= 0 && Numbers.isDigit(sign(start - 2));
		boolean scale = SCALES.indexOf(sign) >= 0 && Numbers.isDigit(sign(start - 2));
		if (!Numbers.isDigit(sign) && !point && !scale) {
			return start;
		}
		int at = start;
		while (Numbers.isDigit(sign(at - 1)) || ".．,".indexOf(sign(at - 1)) >= 0 || SCALES.indexOf(sign(at - 1)) >= 0) {
			at--;
		}
		return at;
	}

	private int joinedBehind() {
		int end = this.words.end();
		char sign = sign(end);
		char next = sign(end + 1);
		if (Numbers.isDigit(sign(end - 1))) {
			boolean point = ".．,".indexOf(sign) >= 0 && Numbers.isDigit(next);
			return (Numbers.isDigit(sign) || point) ? behindDigits(end + (point ? 1 : 0)) : end;
		}
		if (sign == '元' && sign(end - 1) == '元') {
			return end + 1;
		}
		int scale = end + ((MORE.indexOf(sign) >= 0) ? 1 : 0);
		scale += this.text.startsWith("个亿", scale) ? 1 : 0;
		if (sign(scale) != '万' && sign(scale) != '亿') {
			return end;
		}
		char after = sign(scale + 1);
		boolean told = after == 0 || !Sentences.isHan(after) || "元多余左以".indexOf(after) >= 0;
		return told ? scale + Math.max(1, MeasureWords.scaledAt(this.text, scale, this.text.length())) : end;
	}

	private int behindDigits(int from) {
		int at = from;
		while (Numbers.isDigit(sign(at))) {
			at++;
		}
		return at;
	}

	private int skipBlanks(int from, int step) {
		int at = from;
		while (isBlank(sign(at))) {
			at += step;
		}
		return at;
	}

	private static boolean isBlank(char sign) {
		return sign == ' ' || sign == '\u00a0' || sign == '\u3000' || sign == '\u2009' || sign == '\t';
	}

	/** The sign there, 0 beyond the text. */
	private char sign(int at) {
		return (at >= 0 && at < this.text.length()) ? this.text.charAt(at) : 0;
	}

}
