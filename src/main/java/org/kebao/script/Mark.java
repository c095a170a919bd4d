package org.kebao.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * 序数: the number before a heading or a point of a list.
 *
 * @param number counted from 1
 * @param end where it ends in the text: behind the 、 that belongs to it
 */
public record Mark(Style style, int number, int end) {

	/** The highest number that numbers anything; "2025." is a year. */
	private static final int HIGHEST = 99;

	/** The highest number there is in a circle: ⑳. */
	private static final int CIRCLES = 20;

	/** What follows a number with a decimal that counts something. */
	private static final String MEASURES = "万亿千百十元倍个公吨亩米平人家项件美成番年月日天户名位次场";

	/**
	 * A narrow no-break space behind a mark: its writer says that it belongs to the words
	 * and is to be printed. It is never typed by hand and, unlike marks that cannot be
	 * seen, outlives every cleaning.
	 */
	public static final char KEPT = '\u202f';

	/** Marks no outline is read by: Ⅰ、, 壹、, IV., 01 and 一，. */
	private static final Pattern RARE = Pattern
		.compile("(?:(?:[Ⅰ-Ⅻⅰ-ⅻ]{1,2}|[IVX]{1,4}(?=[、．.])|[壹贰叁肆伍陆柒捌玖拾]{1,3})[、．.，,：:]"
				+ "|[（(][Ⅰ-Ⅻⅰ-ⅻ壹贰叁肆伍陆柒捌玖拾]{1,2}[）)]|0[1-9][ \u3000]|[一二三四五六七八九十]{1,3}[，：:)）])[ \u3000]*(?=[\\p{IsHan}“《【（])");

	/** What makes an order of a number in brackets or in a circle: （一）期, ①号楼. */
	private static final String ORDERS = "期号批级类";

	private static final String COLONS = "：:，";

	private static final String DIGITS = "〇一二三四五六七八九";

	/** How a number is written, from the highest to the lowest rank by custom. */
	public enum Style {

		/** 第一部分, 第一篇 */
		PART,
		/** 第一章 */
		CHAPTER,
		/** 第一节 */
		SECTION,
		/** 一、 */
		CHINESE,
		/** （一） */
		CHINESE_BRACKET,
		/** 1. and 1、 */
		ARABIC,
		/** 1.1 */
		DECIMAL,
		/** 1.1.1 */
		THIRD_DECIMAL,
		/** （1） and 1） */
		ARABIC_BRACKET,
		/** ① */
		CIRCLED,
		/** 第一， */
		ORDINAL,
		/** 一是 */
		LEAD,
		/** 一要 */
		LEAD_MUST;

		/** Whether it numbers headings and hardly ever the points of a list. */
		public boolean isStrong() {
			return compareTo(CHINESE_BRACKET) <= 0;
		}

		/** Whether it leads the points of a list: 一是 … 二是. */
		public boolean isLead() {
			return compareTo(ORDINAL) >= 0;
		}

		/** Whether its numbers are Chinese. */
		public boolean isChinese() {
			return isStrong() || isLead();
		}

		/** A number in this style, as a message names it. */
		public String of(int number) {
			return switch (this) {
				case PART -> "第" + chinese(number) + "部分";
				case CHAPTER -> "第" + chinese(number) + "章";
				case SECTION -> "第" + chinese(number) + "节";
				case CHINESE -> chinese(number) + "、";
				case CHINESE_BRACKET -> "（" + chinese(number) + "）";
				case ARABIC, DECIMAL, THIRD_DECIMAL -> number + ".";
				case ARABIC_BRACKET -> "（" + number + "）";
				case CIRCLED ->
					(number <= CIRCLES) ? String.valueOf((char) ('①' + number - 1)) : String.valueOf(number);
				case ORDINAL -> "第" + chinese(number);
				case LEAD -> chinese(number) + "是";
				case LEAD_MUST -> chinese(number) + "要";
			};
		}

	}

	/**
	 * A heading without the marks that number it: the renderer counts, nobody types a
	 * number (GB/T 9704—2012, 7.3.3). In doubt it stays as it stands, for a numeral may
	 * belong to the words: 3.5万人大培训, 三、四季度, 一是一. Marks may stand one behind the other:
	 * 一、（一）.
	 */
	public static String unnumbered(String heading) {
		int start = 0;
		int end = certainEnd(heading, start);
		while (end > 0) {
			start = end;
			end = certainEnd(heading, start);
		}
		return (start > 0 && saysSomething(heading, start)) ? heading.substring(start) : heading;
	}

	/**
	 * A heading as it stands on paper beside the renderer's number: {@link #unnumbered},
	 * and where its writer insists on a mark, the mark without the sign of that.
	 */
	public static String printed(String heading) {
		return withoutSign(unnumbered(heading));
	}

	/** A text with its marks, without the sign that its writer insists on one. */
	public static String withoutSign(String text) {
		return text.replace(String.valueOf(KEPT), "");
	}

	/** Where the words begin behind a mark that is certainly one, -1 in doubt. */
	private static int certainEnd(String heading, int offset) {
		int start = blanksEnd(heading, offset);
		Matcher rare = RARE.matcher(heading).region(start, heading.length()).useTransparentBounds(true);
		if (rare.lookingAt() && DIGITS.indexOf(heading.charAt(rare.end())) < 0) {
			return rare.end();
		}
		Mark mark = at(heading, start, heading.length());
		if (mark == null || mark.end() < heading.length() && heading.charAt(mark.end()) == KEPT) {
			return -1;
		}
		int end = mark.end();
		int words = blanksEnd(heading, end);
		if (words == heading.length()) {
			return -1;
		}
		char sign = heading.charAt(end - 1);
		char next = heading.charAt(words);
		boolean apart = words > end;
		boolean certain = switch (mark.style()) {
			// 第一章程, 第一节课 are words
			case PART, CHAPTER, SECTION -> apart || sign == '、' || COLONS.indexOf(next) >= 0;
			case CHINESE, ORDINAL -> apart || !goesOn(mark, heading, words);
			// "3. 5万人" was meant to be one number, 3.0 and 1.N are names
			case ARABIC -> !isDigit(next) && (sign == '、' || apart || next >= 0x80);
			case DECIMAL, THIRD_DECIMAL -> sign == '、';
			case CHINESE_BRACKET, ARABIC_BRACKET, CIRCLED -> apart || sign == '、' || ORDERS.indexOf(next) < 0;
			// 一是一，二是二
			case LEAD -> next != heading.charAt(start);
			// 五要工作法 is a name
			case LEAD_MUST -> false;
		};
		// no words between this one and the next: both were meant to number
		boolean doubled = words < heading.length() && certainEnd(heading, words) > 0;
		return (certain && !listsMore(mark, heading, words) || doubled)
				? (COLONS.indexOf(next) >= 0) ? blanksEnd(heading, words + 1) : words : -1;
	}

	/** 一是抓创新，二是抓人才: the mark belongs to a list within the words. */
	private static boolean listsMore(Mark mark, String heading, int from) {
		int next = mark.number + 1;
		String chinese = chinese(next);
		return switch (mark.style()) {
			case PART, CHAPTER, SECTION, DECIMAL, THIRD_DECIMAL -> false;
			case CHINESE -> says(heading, chinese + "、", from);
			case CHINESE_BRACKET -> says(heading, chinese + "）", from) || says(heading, chinese + ")", from);
			case ARABIC -> listsMore(heading, next, from);
			case ARABIC_BRACKET -> says(heading, next + "）", from) || says(heading, next + ")", from);
			case CIRCLED -> next <= CIRCLES && says(heading, mark.style().of(next), from);
			case ORDINAL -> says(heading, "第" + chinese, from) || says(heading, "其" + chinese, from);
			case LEAD -> says(heading, chinese + "是", from);
			case LEAD_MUST -> says(heading, chinese + "要", from);
		};
	}

	/** Whether a mark is said, and is no end or beginning of a longer number. */
	private static boolean says(String heading, String mark, int from) {
		for (int at = heading.indexOf(mark, from); at > 0; at = heading.indexOf(mark, at + 1)) {
			int end = at + mark.length();
			if (!isNumeral(heading.charAt(at - 1)) && !(end < heading.length() && isNumeral(heading.charAt(end - 1))
					&& isNumeral(heading.charAt(end)))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isNumeral(char sign) {
		return isDigit(sign) || sign == '十' || DIGITS.indexOf(sign) >= 0;
	}

	/** "2." and "2、", which are no decimal. */
	private static boolean listsMore(String heading, int next, int from) {
		String number = Integer.toString(next);
		for (int at = heading.indexOf(number, from); at > 0; at = heading.indexOf(number, at + 1)) {
			Mark mark = isDigit(heading.charAt(at - 1)) ? null : at(heading, at, heading.length());
			if (mark != null && mark.style() == Style.ARABIC && mark.number == next) {
				return true;
			}
		}
		return false;
	}

	/** Whether the numeral behind the mark may be the next of a list: 三、四季度. */
	private static boolean goesOn(Mark mark, String heading, int at) {
		int next = DIGITS.indexOf(heading.charAt(at));
		boolean list = at + 1 < heading.length() && heading.charAt(at + 1) == '、';
		return next > mark.number || heading.charAt(at) == '十' || list && "百千万亿".indexOf(heading.charAt(at)) >= 0;
	}

	private static boolean saysSomething(String heading, int start) {
		return heading.codePoints().skip(heading.codePointCount(0, start)).anyMatch(Character::isLetterOrDigit);
	}

	private static int blanksEnd(String text, int start) {
		int at = start;
		while (at < text.length() && text.charAt(at) != KEPT && Sentences.isBlank(text.charAt(at))) {
			at++;
		}
		return at;
	}

	/** The mark that begins at an offset, null where none does. */
	public static @Nullable Mark at(String text, int offset, int end) {
		if (offset >= end) {
			return null;
		}
		char first = text.charAt(offset);
		if (first == '（' || first == '(' || first == '〔' || first == '[' || first == '【') {
			return bracketed(text, offset, end);
		}
		if (first == '第' || first == '其') {
			return ordinal(text, offset, end);
		}
		if (first >= '①' && first <= '⑳') {
			return new Mark(Style.CIRCLED, first - '①' + 1, offset + 1);
		}
		if (first >= '⑴' && first <= '⒇') {
			return new Mark(Style.ARABIC_BRACKET, first - '⑴' + 1, offset + 1);
		}
		if (first >= '⒈' && first <= '⒛') {
			return new Mark(Style.ARABIC, first - '⒈' + 1, offset + 1);
		}
		if (first >= '㈠' && first <= '㈩') {
			return new Mark(Style.CHINESE_BRACKET, first - '㈠' + 1, withComma(text, offset + 1, end));
		}
		int numeral = numeralEnd(text, offset, end);
		if (numeral > offset) {
			return afterChinese(text, offset, numeral, end);
		}
		numeral = digitsEnd(text, offset, end);
		return (numeral > offset) ? afterDigits(text, offset, numeral, end) : null;
	}

	/** 一 to 九十九; -1 for what is no such number. */
	public static int value(String text, int start, int end) {
		int tens = 0;
		int ones = -1;
		for (int i = start; i < end; i++) {
			char sign = text.charAt(i);
			if (sign == '十') {
				if (i > start + 1 || tens > 0) {
					return -1;
				}
				tens = (ones < 0) ? 1 : ones;
				ones = -1;
				continue;
			}
			int digit = DIGITS.indexOf(sign);
			if (digit <= 0 || ones >= 0) {
				return -1;
			}
			ones = digit;
		}
		int value = tens * 10 + Math.max(ones, 0);
		return (value > 0) ? value : -1;
	}

	public static String chinese(int number) {
		if (number < 1 || number > HIGHEST) {
			return String.valueOf(number);
		}
		StringBuilder chinese = new StringBuilder();
		if (number >= 20) {
			chinese.append(DIGITS.charAt(number / 10));
		}
		if (number >= 10) {
			chinese.append('十');
		}
		if (number % 10 > 0) {
			chinese.append(DIGITS.charAt(number % 10));
		}
		return chinese.toString();
	}

	private static @Nullable Mark bracketed(String text, int offset, int end) {
		int start = skipBlanks(text, offset + 1, end);
		int numeral = numeralEnd(text, start, end);
		boolean chinese = numeral > start;
		if (!chinese) {
			numeral = digitsEnd(text, start, end);
		}
		int close = skipBlanks(text, numeral, end);
		if (numeral == start || close >= end || "）)〕]】".indexOf(text.charAt(close)) < 0) {
			return null;
		}
		int number = chinese ? value(text, start, numeral) : digits(text, start, numeral);
		if (number < 1 || number > HIGHEST) {
			return null;
		}
		return new Mark(chinese ? Style.CHINESE_BRACKET : Style.ARABIC_BRACKET, number,
				withComma(text, close + 1, end));
	}

	private static @Nullable Mark ordinal(String text, int offset, int end) {
		int numeral = numeralEnd(text, offset + 1, end);
		boolean chinese = numeral > offset + 1;
		if (!chinese) {
			numeral = digitsEnd(text, offset + 1, end);
		}
		if (numeral == offset + 1 || numeral >= end) {
			return null;
		}
		int number = chinese ? value(text, offset + 1, numeral) : digits(text, offset + 1, numeral);
		if (number < 1 || number > HIGHEST) {
			return null;
		}
		char next = text.charAt(numeral);
		if (next == '、' && numeral + 1 < end
				&& (isDigit(text.charAt(numeral + 1)) || numeralEnd(text, numeral + 1, end) > numeral + 1)) {
			// 第三、四批 are two batches
			return null;
		}
		if (next == '，' || next == ',' || next == '、' || next == '：' || next == ':') {
			return new Mark(Style.ORDINAL, number, numeral + 1);
		}
		if (text.charAt(offset) == '其') {
			return null;
		}
		if (next == '章' || next == '节') {
			return new Mark((next == '章') ? Style.CHAPTER : Style.SECTION, number, withComma(text, numeral + 1, end));
		}
		if (text.startsWith("部分", numeral)) {
			return (numeral + 2 <= end) ? new Mark(Style.PART, number, withComma(text, numeral + 2, end)) : null;
		}
		return null;
	}

	private static @Nullable Mark afterChinese(String text, int offset, int numeral, int end) {
		int number = value(text, offset, numeral);
		if (number < 1 || numeral >= end) {
			return null;
		}
		int sign = skipBlanks(text, numeral, end);
		if (sign >= end) {
			return null;
		}
		return switch (text.charAt(sign)) {
			case '、', '．', '.' -> {
				int next = skipBlanks(text, sign + 1, end);
				int second = numeralEnd(text, next, end);
				yield (second > next && second < end && isMember(text.charAt(second))) ? null
						: new Mark(Style.CHINESE, number, sign + 1);
			}
			case '是' -> (sign == numeral) ? new Mark(Style.LEAD, number, sign + 1) : null;
			// 三要素 is a word
			case '要' -> (sign == numeral && !text.startsWith("素", sign + 1))
					? new Mark(Style.LEAD_MUST, number, sign + 1) : null;
			default -> null;
		};
	}

	private static @Nullable Mark afterDigits(String text, int offset, int numeral, int end) {
		int number = digits(text, offset, numeral);
		int sign = skipBlanks(text, numeral, end);
		if (number < 1 || number > HIGHEST || sign >= end) {
			return null;
		}
		char mark = text.charAt(sign);
		int next = sign + 1;
		if (mark == '）' || mark == ')') {
			return new Mark(Style.ARABIC_BRACKET, number, withComma(text, next, end));
		}
		if (mark != '、' && mark != '.' && mark != '．') {
			return null;
		}
		if (next < end && isDigit(text.charAt(next))) {
			return (mark == '.' || mark == '．') ? decimal(text, next, end) : null;
		}
		return new Mark(Style.ARABIC, number, withComma(text, next, end));
	}

	/** "1.2平台建设" and "1.2.1" and not "1.2亿元". */
	private static @Nullable Mark decimal(String text, int start, int end) {
		int at = start;
		int number = 0;
		int points = 0;
		while (at < end && isDigit(text.charAt(at))) {
			int digits = digitsEnd(text, at, end);
			number = digits(text, at, digits);
			points++;
			at = digits;
			if (at + 1 >= end || text.charAt(at) != '.' || !isDigit(text.charAt(at + 1))) {
				break;
			}
			at++;
		}
		boolean apart = at < end && (Sentences.isBlank(text.charAt(at)) || text.charAt(at) == '、'
				|| (Sentences.isHan(text.charAt(at)) && (points > 1 || MEASURES.indexOf(text.charAt(at)) < 0)));
		if (!apart || number < 1 || number > HIGHEST) {
			return null;
		}
		return new Mark((points > 1) ? Style.THIRD_DECIMAL : Style.DECIMAL, number, withComma(text, at, end));
	}

	/** What follows the second number of a list: 三、四季度, 一、二、三产. */
	private static boolean isMember(char sign) {
		return "、季月级类期批号产线".indexOf(sign) >= 0;
	}

	private static int withComma(String text, int at, int end) {
		return (at < end && (text.charAt(at) == '、' || text.charAt(at) == '．')) ? at + 1 : at;
	}

	private static int numeralEnd(String text, int start, int end) {
		int at = start;
		while (at < end && at - start < 4 && (DIGITS.indexOf(text.charAt(at)) >= 0 || text.charAt(at) == '十')) {
			at++;
		}
		return at;
	}

	/** At most three digits are looked at. */
	private static int digitsEnd(String text, int start, int end) {
		int at = start;
		while (at < end && at - start < 4 && isDigit(text.charAt(at))) {
			at++;
		}
		return at;
	}

	private static int digits(String text, int start, int end) {
		int value = 0;
		for (int i = start; i < end; i++) {
			value = value * 10 + Character.digit(text.charAt(i), 10);
		}
		return value;
	}

	private static boolean isDigit(char sign) {
		return (sign >= '0' && sign <= '9') || (sign >= '０' && sign <= '９');
	}

	private static int skipBlanks(String text, int start, int end) {
		int at = start;
		while (at < end && at - start < 3 && (text.charAt(at) == ' ' || text.charAt(at) == '\u3000')) {
			at++;
		}
		return at;
	}

}
