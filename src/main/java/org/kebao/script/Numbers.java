package org.kebao.script;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as offices write them: 8209.39, 12,000, １５, 三十多, 一百零五, 3千, 1.2万, 3亿4500万,
 * 三四, 5至8, xx. How they may be written is said in GB/T 15835—2011 (domain handbook §1.7);
 * how they are written is another matter.
 */
public final class Numbers {

	/** Units that have decimals. */
	private static final Words POINTED = Words.of("% ％ 个百分点 万元 亿元 万美元 亿美元 万平方米 万亩 万吨");

	private static final String HAN_DIGITS = "零一二三四五六七八九";

	private static final String HAN_NUMERALS = "零〇一二三四五六七八九两十百千万亿";

	/** What two digits side by side are about: 三四个, 三五家. */
	private static final String NEIGHBOURS = "12 23 34 35 45 56 67 78 89";

	private static final String BEFORE_BARE = "近超逾破";

	/** No amount of an office has more digits. */
	private static final int MOST_DIGITS = 16;

	private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

	private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

	private Numbers() {
	}

	/**
	 * A number.
	 *
	 * @param value in its scale, the lower end of a range; null where it is masked or
	 * cannot be read
	 * @param upTo the upper end of a range
	 * @param scale 万, 亿, 万亿 or ""; it belongs to the unit
	 * @param more whether 多, 余 or 几 stands in it
	 * @param han whether it is written in Chinese numerals
	 */
	public record Numeral(int start, int end, @Nullable BigDecimal value, @Nullable BigDecimal upTo, String scale,
			boolean masked, boolean more, boolean han) {

		public boolean isReadable() {
			return this.masked || this.value != null;
		}

		/** 一 alone, mostly an article. */
		public boolean isOne() {
			return this.han && !this.more && this.upTo == null && this.scale.isEmpty()
					&& BigDecimal.ONE.equals(this.value);
		}

	}

	/** The number that starts here; one that cannot be read is to be passed over. */
	public static @Nullable Numeral at(String text, int at, int end) {
		Numeral first = single(text, at, end);
		if (first == null || !first.isReadable() || first.upTo() != null) {
			return first;
		}
		int next = first.end();
		if (next + 1 < end && isRangeSign(text.charAt(next)) && startsSecond(text, next + 1, end)) {
			Numeral second = single(text, next + 1, end);
			if (second != null && second.isReadable() && second.upTo() == null) {
				Numeral range = range(first, second);
				return (range != null) ? range : first;
			}
		}
		return first;
	}

	public static boolean isRangeSign(char sign) {
		return "-—–－~～至到".indexOf(sign) >= 0;
	}

	/** A range of two numbers, null where they make none. */
	public static @Nullable Numeral range(Numeral first, Numeral second) {
		if (first.masked() || second.masked()) {
			return new Numeral(first.start(), second.end(), null, null, second.scale(), true, second.more(),
					second.han());
		}
		BigDecimal low = first.value();
		BigDecimal high = second.value();
		if (low == null || high == null) {
			return null;
		}
		if (!first.scale().isEmpty() && !first.scale().equals(second.scale())) {
			low = low.multiply(scale(first.scale())).divide(scale(second.scale())).stripTrailingZeros();
			low = (low.scale() < 0) ? low.setScale(0) : low;
		}
		return (low.compareTo(high) >= 0) ? null : new Numeral(first.start(), second.end(), low, high, second.scale(),
				false, second.more(), second.han());
	}

	/** Full-width digits, letters and signs as the half-width ones they mean. */
	public static char plain(char sign) {
		return (sign >= '！' && sign <= '～') ? (char) (sign - 0xfee0) : sign;
	}

	public static boolean isDigit(char sign) {
		char plain = plain(sign);
		return plain >= '0' && plain <= '9';
	}

	/** What is put where a digit should not be seen. */
	public static boolean isMask(char sign) {
		return "xX×*＊ｘＸ_".indexOf(sign) >= 0;
	}

	public static boolean isHanNumeral(char sign) {
		return HAN_NUMERALS.indexOf(sign) >= 0;
	}

	public static boolean isLatin(char sign) {
		char plain = plain(sign);
		return (plain >= 'a' && plain <= 'z') || (plain >= 'A' && plain <= 'Z');
	}

	private static boolean startsSecond(String text, int at, int end) {
		char sign = text.charAt(at);
		return isDigit(sign) || isMask(sign) || (isHanNumeral(sign) && text.charAt(at - 1) != '-' && at < end);
	}

	private static @Nullable Numeral single(String text, int at, int end) {
		char sign = text.charAt(at);
		if (isDigit(sign) || isMask(sign)) {
			return arabic(text, at, end);
		}
		return isHanNumeral(sign) ? han(text, at, end) : null;
	}

	/**
	 * "1 47件": the second half of a number that a blank tore apart; start where none is.
	 */
	private static int torn(String text, int start, int at, int end) {
		if (start == 0 || at - start > 3 || at + 1 >= end || text.charAt(at) != ' ' || !isDigit(text.charAt(at + 1))
				|| !Sentences.isHan(text.charAt(start - 1)) || "第表图附年月日号".indexOf(text.charAt(start - 1)) >= 0) {
			return at;
		}
		int last = at + 1;
		while (last < end && last - at < 6 && isDigit(text.charAt(last))) {
			last++;
		}
		return (MeasureWords.at(text, last, end) > 0) ? last : at;
	}

	private static Numeral arabic(String text, int start, int end) {
		StringBuilder digits = new StringBuilder();
		boolean masked = false;
		boolean point = false;
		int at = start;
		while (at < end) {
			char sign = plain(text.charAt(at));
			boolean digit = isDigit(sign);
			if (digit || isMask(text.charAt(at))) {
				masked |= !digit;
				if (digits.length() <= MOST_DIGITS) {
					digits.append(sign);
				}
				at++;
			}
			else if (sign == '.' && !point && at > start && isDigitOrMask(text, at + 1, end)) {
				point = true;
				digits.append('.');
				at++;
			}
			else if (text.charAt(at) == ',' && !point && isThousands(text, start, at, end)) {
				at++;
			}
			else {
				break;
			}
		}
		if (digits.length() > MOST_DIGITS) {
			return unreadable(start, at);
		}
		int torn = (point || masked) ? at : torn(text, start, at, end);
		if (torn > at) {
			digits.append(text, at + 1, torn);
			at = torn;
		}
		boolean more = false;
		if (at + 1 < end && isMore(text.charAt(at)) && "百千万亿".indexOf(text.charAt(at + 1)) >= 0) {
			more = true;
			at++;
		}
		if (!masked && !point && lacksDecimals(text, start, at, end)) {
			return scaled(text, start, at + 1, end, null, true, false);
		}
		BigDecimal value = masked ? null : new BigDecimal(digits.toString());
		if (at < end && (text.charAt(at) == '百' || text.charAt(at) == '千') && MeasureWords.at(text, at, end) == 0) {
			value = (value != null) ? value.multiply(BigDecimal.valueOf((text.charAt(at) == '百') ? 100 : 1000)) : null;
			at++;
			if (at + 1 < end && isMore(text.charAt(at)) && "万亿".indexOf(text.charAt(at + 1)) >= 0) {
				more = true;
				at++;
			}
		}
		return scaled(text, start, at, end, value, masked, more);
	}

	/** "增长21.%": the digits behind the point got lost. */
	private static boolean lacksDecimals(String text, int start, int at, int end) {
		return at > start && at + 1 < end && text.charAt(at) == '.' && start > 0
				&& Sentences.isHan(text.charAt(start - 1)) && POINTED.startingAt(text, at + 1, end) > 0;
	}

	private static Numeral scaled(String text, int start, int from, int end, @Nullable BigDecimal number,
			boolean masked, boolean more) {
		int at = from;
		BigDecimal value = number;
		String scale = "";
		if (at + 1 < end && text.charAt(at) == ' ' && "万亿".indexOf(text.charAt(at + 1)) >= 0) {
			at++;
		}
		if (text.startsWith("万亿", at) && at + 2 <= end) {
			scale = "万亿";
		}
		else if (at < end && (text.charAt(at) == '万' || text.charAt(at) == '亿')) {
			scale = text.substring(at, at + 1);
		}
		at += scale.length();
		if (scale.equals("亿") && value != null && at < end && isDigit(text.charAt(at))) {
			int wan = digits(text, at, end, 4);
			if (wan + 1 < end && text.charAt(wan) == '.' && isDigit(text.charAt(wan + 1))) {
				wan = digits(text, wan + 1, end, 6);
			}
			if (wan < end && text.charAt(wan) == '万') {
				StringBuilder digits = new StringBuilder();
				text.substring(at, wan).chars().forEach((sign) -> digits.append(plain((char) sign)));
				value = value.add(new BigDecimal(digits.toString()).movePointLeft(4)).stripTrailingZeros();
				at = wan + 1;
			}
		}
		int tail = at + ((at + 2 < end && text.charAt(at) == ' ' && isMore(text.charAt(at + 1))
				&& MeasureWords.at(text, at + 2, end) > 0) ? 1 : 0);
		if (tail < end && (isMore(text.charAt(tail)) || text.charAt(tail) == '几')) {
			return new Numeral(start, tail + 1, value, null, scale, masked, true, false);
		}
		if (scale.isEmpty()) {
			at = from;
		}
		return new Numeral(start, at, value, null, scale, masked, more, false);
	}

	private static int digits(String text, int from, int end, int most) {
		int at = from;
		while (at < end && at - from < most && isDigit(text.charAt(at))) {
			at++;
		}
		return at;
	}

	private static Numeral han(String text, int start, int end) {
		int at = start;
		while (at < end && isHanNumeral(text.charAt(at))) {
			at++;
		}
		if (at - start > 12) {
			return unreadable(start, at);
		}
		String run = text.substring(start, at).replace('〇', '零').replace('两', '二');
		boolean more = false;
		if (at < end && (isMore(text.charAt(at)) || text.charAt(at) == '几') && run.length() > 0
				&& HAN_DIGITS.indexOf(run.charAt(run.length() - 1)) < 0) {
			more = true;
			at++;
			if (at < end && (text.charAt(at) == '万' || text.charAt(at) == '亿')) {
				run += text.charAt(at);
				at++;
			}
		}
		if ("百千万亿".indexOf(run.charAt(0)) >= 0
				&& (run.length() > 1 || start == 0 || BEFORE_BARE.indexOf(text.charAt(start - 1)) < 0)) {
			return unreadable(start, at);
		}
		if ("十百千万亿".indexOf(run.charAt(0)) >= 0 && start > 0 && "数几".indexOf(text.charAt(start - 1)) >= 0) {
			return unreadable(start, at);
		}
		int pair = neighbours(run);
		if (pair >= 0) {
			Numeral low = value(start, at, run.substring(0, pair + 1) + run.substring(pair + 2), more);
			Numeral high = value(start, at, run.substring(0, pair) + run.substring(pair + 1), more);
			return (low.value() == null || high.value() == null) ? unreadable(start, at)
					: new Numeral(start, at, low.value(), high.value(), high.scale(), false, more, true);
		}
		if (at + 1 < end && text.charAt(at) == '点' && HAN_DIGITS.indexOf(text.charAt(at + 1)) >= 0) {
			return withDecimals(text, start, at, end, run);
		}
		return value(start, at, run, more);
	}

	private static Numeral withDecimals(String text, int start, int point, int end, String run) {
		Numeral whole = value(start, point, run, false);
		StringBuilder decimals = new StringBuilder(".");
		int at = point + 1;
		while (at < end && at - point < 6 && HAN_DIGITS.indexOf(text.charAt(at)) >= 0) {
			decimals.append(HAN_DIGITS.indexOf(text.charAt(at)));
			at++;
		}
		if (whole.value() == null || !whole.scale().isEmpty()) {
			return unreadable(start, at);
		}
		return scaled(text, start, at, end, whole.value().add(new BigDecimal(decimals.toString())), false, false);
	}

	/** What a run of numerals comes to; digits without 十 or 百 are a year or a name. */
	private static Numeral value(int start, int end, String run, boolean more) {
		long total = 0;
		long section = 0;
		int digit = -1;
		boolean zero = false;
		boolean scaled = false;
		for (int i = 0; i < run.length(); i++) {
			char sign = run.charAt(i);
			int found = HAN_DIGITS.indexOf(sign);
			if (found >= 0) {
				if (digit >= 0) {
					return unreadable(start, end);
				}
				zero |= found == 0;
				digit = (found == 0 && i > 0) ? -1 : found;
				continue;
			}
			int power = "十百千".indexOf(sign);
			if (power >= 0) {
				if (digit < 0 && power > 0 && (i > 0 || run.length() > 1)) {
					return unreadable(start, end);
				}
				section += ((digit < 0) ? 1 : digit) * (long) Math.pow(10, power + 1);
			}
			else {
				section += Math.max(digit, 0);
				if (sign == '亿') {
					total = (total + Math.max(section, (i == 0) ? 1 : 0)) * 100_000_000;
				}
				else {
					total += Math.max(section, (i == 0) ? 1 : 0) * 10_000;
				}
				section = 0;
				scaled = true;
			}
			digit = -1;
		}
		if (digit >= 0 && !zero && run.length() > 1 && "百千万".indexOf(run.charAt(run.length() - 2)) >= 0) {
			section += digit * (long) Math.pow(10, "十百千万".indexOf(run.charAt(run.length() - 2)));
			digit = -1;
		}
		BigDecimal value = BigDecimal.valueOf(total + section + Math.max(digit, 0));
		char last = run.charAt(run.length() - 1);
		if (run.equals("万") || run.equals("亿")) {
			return new Numeral(start, end, BigDecimal.ONE, null, run, false, more, true);
		}
		if (scaled && run.length() > 1 && (last == '万' || last == '亿')) {
			boolean yi = run.indexOf('亿') >= 0;
			value = value.divide(yi ? YI : WAN).stripTrailingZeros();
			value = (value.scale() < 0) ? value.setScale(0) : value;
			return new Numeral(start, end, value, null, yi ? "亿" : "万", false, more, true);
		}
		return new Numeral(start, end, value, null, "", false, more, true);
	}

	/** Where two digits stand side by side that mean "about": 三四, 二三十, 十七八. */
	private static int neighbours(String run) {
		for (int i = 0; i + 1 < run.length(); i++) {
			int low = HAN_DIGITS.indexOf(run.charAt(i));
			int high = HAN_DIGITS.indexOf(run.charAt(i + 1));
			if (low > 0 && high > 0) {
				boolean alone = i + 2 == run.length() || HAN_DIGITS.indexOf(run.charAt(i + 2)) < 0;
				boolean led = i == 0 || run.charAt(i - 1) == '十';
				return (alone && led && NEIGHBOURS.contains(low + "" + high)) ? i : -1;
			}
		}
		return -1;
	}

	private static BigDecimal scale(String scale) {
		return switch (scale) {
			case "万" -> WAN;
			case "亿" -> YI;
			case "万亿" -> WAN.multiply(YI);
			default -> BigDecimal.ONE;
		};
	}

	private static boolean isMore(char sign) {
		return sign == '多' || sign == '余' || sign == '馀';
	}

	private static boolean isDigitOrMask(String text, int at, int end) {
		return at < end && (isDigit(text.charAt(at)) || isMask(text.charAt(at)));
	}

	/** Whether a comma parts thousands and not two figures. */
	private static boolean isThousands(String text, int start, int comma, int end) {
		int group = 0;
		for (int i = comma - 1; i >= start && group < 4 && isDigit(text.charAt(i)); i--) {
			group++;
		}
		if (group == 0 || group > 3 || comma + 4 > end) {
			return false;
		}
		for (int i = comma + 1; i <= comma + 3; i++) {
			if (!isDigit(text.charAt(i))) {
				return false;
			}
		}
		return comma + 4 >= end || !isDigit(text.charAt(comma + 4));
	}

	private static Numeral unreadable(int start, int end) {
		return new Numeral(start, end, null, null, "", false, false, true);
	}

}
