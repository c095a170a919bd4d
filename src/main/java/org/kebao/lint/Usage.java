package org.kebao.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kebao.prose.Outline;
import org.kebao.script.Mark;
import org.kebao.script.Numbers;
import org.kebao.script.Span;
import org.kebao.script.Words;

/**
 * How numbers are written and spoken of (GB/T 15835—2011, domain handbook §1.7 and §2.2):
 * two words that make one number approximate, 3千家, 3、4个, 20几, 9—16亿, 环比 for a year.
 */
final class Usage {

	/** Words before a number that make it approximate; longer ones first. */
	private static final List<String> BEFORE = List.of("大约", "大概", "约为", "约有", "约占", "约达", "约", "将近", "接近", "近", "超过",
			"超出", "超", "突破", "不少于", "不低于", "不超过", "不多于", "至少", "最少", "最多", "逾");

	/** Words behind a number and its unit. */
	private static final List<String> BEHIND = List.of("左右", "上下", "以上", "以下", "以内", "之多");

	private static final List<String> UNITS = List.of("万元", "亿元", "万人次", "人次", "家次", "场次", "万人", "万亩", "万吨", "公里", "公斤",
			"平方米", "平方公里", "千瓦", "个百分点", "个月", "个", "项", "家", "件", "人", "名", "位", "户", "亩", "册", "次", "场", "期", "条",
			"台", "套", "支", "篇", "部", "门", "类", "种", "只", "头", "吨", "米", "元", "天", "年", "份", "批", "所", "座", "处", "倍",
			"成", "字", "小时", "分钟", "%", "％", "‰");

	private static final String CHINESE_NUMERALS = "零〇一二两三四五六七八九十百千几数";

	private static final String ONES = "一二三四五六七八九";

	private static final String MEASURES = "个家项名人位件户年天次场种条台套亩吨倍";

	private static final String DASHES = "—–-－~～";

	private final String text;

	private final List<Flaw> flaws = new ArrayList<>();

	private Usage(String text) {
		this.text = text;
	}

	static List<Flaw> flaws(String text, Outline outline, List<Span> pieces) {
		Usage wording = new Usage(text);
		Time usual = (outline.title() == null) ? Time.UNKNOWN
				: Time.last(text, outline.title().offset(), outline.title().end());
		for (Span piece : pieces) {
			wording.numbers(piece);
			wording.monthOnMonth(piece, usual);
		}
		return wording.flaws;
	}

	private void numbers(Span piece) {
		int i = piece.offset();
		while (i < piece.end()) {
			int end = numberEnd(i, piece.end());
			if (end == i) {
				i++;
				continue;
			}
			Number number = new Number(i, end, piece);
			approximation(number);
			numeral(number);
			range(number);
			i = end;
		}
		for (int at = piece.offset(); at + 3 < piece.end(); at++) {
			adjacent(at, piece);
		}
	}

	/** "约300人左右", "近三十多家", "超过100家以上" */
	private void approximation(Number number) {
		String before = before(number);
		int more = number.end;
		int behindMore = more;
		if (more < number.piece.end() && "多余".indexOf(this.text.charAt(more)) >= 0) {
			behindMore = more + 1;
		}
		int scale = behindMore;
		while (scale < number.piece.end() && "万亿".indexOf(this.text.charAt(scale)) >= 0 && scale - behindMore < 2) {
			scale++;
		}
		if (behindMore == more && scale > more && scale < number.piece.end()
				&& "多余".indexOf(this.text.charAt(scale)) >= 0) {
			more = scale;
			behindMore = scale + 1;
			scale = behindMore;
		}
		boolean infix = behindMore > more;
		int unit = scale + unitLength(scale, number.piece.end());
		String behind = (unit > scale || scale > number.end) ? startsWith(BEHIND, unit, number.piece.end()) : null;
		if (unit == scale && !infix && before != null && behind == null) {
			return;
		}
		if (behind != null && (before != null || infix)) {
			String first = (before != null) ? before : this.text.substring(more, behindMore);
			int start = (before != null) ? number.start - before.length() : number.start;
			add(Flaw.Kind.APPROXIMATION, start, unit + behind.length(), "“" + first + "”与“" + behind + "”重复，留一个即可",
					this.text.substring(start, unit));
		}
		else if (before != null && infix) {
			int start = number.start - before.length();
			add(Flaw.Kind.APPROXIMATION, start, Math.max(unit, behindMore),
					"“" + before + "”与“" + this.text.charAt(more) + "”重复，留一个即可",
					this.text.substring(number.start, Math.max(unit, behindMore)));
		}
	}

	/** "3千家", "20几家" */
	private void numeral(Number number) {
		if (!number.isArabic() || number.end >= number.piece.end()) {
			return;
		}
		char next = this.text.charAt(number.end);
		String digits = this.text.substring(number.start, number.end);
		if (next == '几') {
			BigDecimal value = value(digits);
			String mend = (value != null && value.scale() <= 0 && value.intValue() % 10 == 0 && value.intValue() < 100
					&& value.intValue() > 0) ? Mark.chinese(value.intValue()) + "几" : null;
			add(Flaw.Kind.NUMERAL, number.start, number.end + 1, "“几”之前用汉字数字", mend);
			return;
		}
		int power = "十百千".indexOf(next) + 1;
		if (power == 0 || isUnitWith(number.end) || (next == '百' && this.text.startsWith("百分", number.end))) {
			return;
		}
		int end = number.end + 1;
		BigDecimal value = value(digits);
		if (value != null && value.scale() <= 0 && digits.length() == 4 && digits.startsWith("20")) {
			return;
		}
		String mend = (value == null || isPartOfNumber(number.start, end)) ? null
				: value.multiply(BigDecimal.TEN.pow(power)).stripTrailingZeros().toPlainString();
		add(Flaw.Kind.NUMERAL, number.start, end, "阿拉伯数字之后不用“" + next + "”" + ((mend == null) ? "" : "，写作" + mend),
				mend);
	}

	/** 5千2百, 5至6千: written anew for itself it would make of the whole another one. */
	private boolean isPartOfNumber(int start, int end) {
		char before = (start > 0) ? this.text.charAt(start - 1) : 0;
		char behind = (end < this.text.length()) ? this.text.charAt(end) : 0;
		return isNumeral(before) || Numbers.isRangeSign(before) || isNumeral(behind) || Numbers.isRangeSign(behind);
	}

	private static boolean isNumeral(char sign) {
		return Numbers.isDigit(sign) || CHINESE_NUMERALS.indexOf(sign) >= 0;
	}

	/** 3千克, 3千瓦, 2百强, 10百亿亿次: 千 and 百 of the unit or name. */
	private boolean isUnitWith(int at) {
		if (at + 1 >= this.text.length()) {
			return false;
		}
		if (this.text.startsWith("亿亿次", at + 1) || this.text.startsWith("万亿次", at + 1)) {
			return true;
		}
		char next = this.text.charAt(at + 1);
		return switch (this.text.charAt(at)) {
			case '千' -> "克瓦米伏赫卡兆帕乏安字".indexOf(next) >= 0;
			case '百' -> "强佳".indexOf(next) >= 0;
			default -> "强佳大".indexOf(next) >= 0;
		};
	}

	/** "9—16亿", "15—30%" */
	private void range(Number second) {
		int dash = second.start;
		while (dash > second.piece.offset() && DASHES.indexOf(this.text.charAt(dash - 1)) >= 0) {
			dash--;
		}
		int first = dash;
		while (first > second.piece.offset() && isNumberSign(this.text.charAt(first - 1))) {
			first--;
		}
		if (dash == second.start || second.start - dash > 2 || first == dash || !second.isArabic()
				|| second.end >= second.piece.end() || !isFree(first, second.piece)) {
			return;
		}
		BigDecimal from = value(this.text.substring(first, dash));
		BigDecimal to = value(this.text.substring(second.start, second.end));
		char scale = this.text.charAt(second.end);
		if (from == null || to == null || from.compareTo(to) >= 0 || "%％‰万亿".indexOf(scale) < 0) {
			return;
		}
		int unit = second.end + 1;
		if ((scale == '万' || scale == '亿') && this.text.startsWith("元", unit)) {
			unit++;
		}
		String words = this.text.substring(second.end, unit);
		String mend = this.text.substring(first, dash) + words + this.text.substring(dash, unit);
		add(Flaw.Kind.RANGE, first, unit, "范围的两端都要写单位：" + mend, mend);
	}

	/** Whether nothing of a longer number, a code or a date stands before. */
	private boolean isFree(int at, Span piece) {
		if (at == piece.offset()) {
			return true;
		}
		char before = this.text.charAt(at - 1);
		return before >= 128 && before != '年' && DASHES.indexOf(before) < 0;
	}

	/** "3、4个", "三、四个" */
	private void adjacent(int at, Span piece) {
		if (this.text.charAt(at + 1) != '、' || MEASURES.indexOf(this.text.charAt(at + 3)) < 0) {
			return;
		}
		int first = digit(this.text.charAt(at));
		int second = digit(this.text.charAt(at + 2));
		boolean alike = Character.isDigit(this.text.charAt(at)) == Character.isDigit(this.text.charAt(at + 2));
		if (first < 1 || second != first + 1 || !alike || at == piece.offset()) {
			return;
		}
		char before = this.text.charAt(at - 1);
		boolean inNumber = isNumberSign(before) || CHINESE_NUMERALS.indexOf(before) >= 0;
		boolean inWord = this.text.startsWith("年级", at + 3) || this.text.startsWith("次产业", at + 3);
		if (inNumber || inWord || "第、。；;：:".indexOf(before) >= 0) {
			return;
		}
		String mend = "" + ONES.charAt(first - 1) + ONES.charAt(second - 1);
		add(Flaw.Kind.NUMERAL, at, at + 3, "相邻两数表示概数用汉字，中间不加顿号：" + mend, mend);
	}

	/** 环比 is for neighbouring months and quarters (domain handbook §2.2). */
	private void monthOnMonth(Span piece, Time usual) {
		Time time = usual;
		int known = piece.offset();
		for (int at = piece.offset(); at + 1 < piece.end(); at++) {
			if (this.text.charAt(at) != '环' || this.text.charAt(at + 1) != '比') {
				continue;
			}
			Time named = Time.last(this.text, known, at);
			time = (named == Time.UNKNOWN) ? time : named;
			known = at;
			if ((time == Time.YEAR || time == Time.HALF) && isMeasured(at + 2, piece.end())) {
				add(Flaw.Kind.MONTH_ON_MONTH, at, at + 2,
						"环比只用于相邻的月份或季度，" + ((time == Time.YEAR) ? "年度" : "半年") + "数据用“同比”或“比上年”", "同比");
			}
		}
	}

	/** Whether a number follows soon; "需求环比回升" may be of any month. */
	private boolean isMeasured(int at, int end) {
		for (int i = at; i < Math.min(end, at + 12); i++) {
			if (Character.isDigit(this.text.charAt(i)) || "xX×*%％番倍".indexOf(this.text.charAt(i)) >= 0) {
				return true;
			}
			if ("，。；,;".indexOf(this.text.charAt(i)) >= 0) {
				return false;
			}
		}
		return false;
	}

	private @Nullable String before(Number number) {
		for (String word : BEFORE) {
			int start = number.start - word.length();
			if (start >= number.piece.offset() && this.text.startsWith(word, start)
					&& !(start > number.piece.offset() && isWordWith(this.text.charAt(start - 1), word))) {
				return word;
			}
		}
		return null;
	}

	/** 签约20家, 节约3万元, 附近3家: 约 and 近 of another word. */
	private static boolean isWordWith(char before, String word) {
		return switch (word.charAt(0)) {
			case '约' -> "签节集预公契条合违特履制".indexOf(before) >= 0;
			case '近' -> "附最临邻走贴靠亲远".indexOf(before) >= 0;
			case '超' -> before == '反';
			default -> false;
		};
	}

	private @Nullable String startsWith(List<String> words, int at, int end) {
		return words.stream()
			.filter((word) -> at + word.length() <= end && this.text.startsWith(word, at))
			.findFirst()
			.orElse(null);
	}

	private int unitLength(int at, int end) {
		return UNITS.stream()
			.filter((unit) -> at + unit.length() <= end && this.text.startsWith(unit, at))
			.mapToInt(String::length)
			.max()
			.orElse(0);
	}

	/** The end of a number that begins here, in digits, numerals or masks. */
	private int numberEnd(int start, int end) {
		int i = start;
		if (isNumberSign(this.text.charAt(start)) && this.text.charAt(start) != '.' && this.text.charAt(start) != ',') {
			while (i < end && isNumberSign(this.text.charAt(i))
					&& (this.text.charAt(i) != ',' || (i + 1 < end && Character.isDigit(this.text.charAt(i + 1))))) {
				i++;
			}
			return i;
		}
		while (i < end && (this.text.charAt(i) == 'x' || this.text.charAt(i) == 'X' || this.text.charAt(i) == '×')) {
			i++;
		}
		if (i > start) {
			return i;
		}
		while (i < end && CHINESE_NUMERALS.indexOf(this.text.charAt(i)) >= 0) {
			i++;
		}
		return i;
	}

	private static boolean isNumberSign(char sign) {
		return (sign >= '0' && sign <= '9') || (sign >= '０' && sign <= '９') || sign == '.' || sign == ',';
	}

	private static int digit(char sign) {
		int digit = Character.isDigit(sign) ? Character.digit(sign, 10) : ONES.indexOf(sign) + 1;
		return (digit > 0) ? digit : -1;
	}

	/** Digits with a point and commas; null for what is no number, or an endless one. */
	private static @Nullable BigDecimal value(String digits) {
		if (digits.length() > 20) {
			return null;
		}
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < digits.length(); i++) {
			char sign = digits.charAt(i);
			if (Character.isDigit(sign)) {
				plain.append(Character.digit(sign, 10));
			}
			else if (sign == '.') {
				plain.append('.');
			}
		}
		int point = plain.indexOf(".");
		if (plain.isEmpty() || point == 0 || point == plain.length() - 1
				|| (point > 0 && plain.indexOf(".", point + 1) > 0)) {
			return null;
		}
		return new BigDecimal(plain.toString());
	}

	private void add(Flaw.Kind kind, int start, int end, String message, @Nullable String mend) {
		this.flaws.add(new Flaw(kind, Span.between(start, end), message, mend));
	}

	/** A number in a piece. */
	private final class Number {

		private final int start;

		private final int end;

		private final Span piece;

		private Number(int start, int end, Span piece) {
			this.start = start;
			this.end = end;
			this.piece = piece;
		}

		private boolean isArabic() {
			return isNumberSign(Usage.this.text.charAt(this.start));
		}

	}

	/** Of which length the time is that a sentence speaks of. */
	private enum Time {

		UNKNOWN, MONTH, QUARTER, HALF, YEAR;

		/** The last time that is named before an offset. */
		static Time last(String text, int start, int end) {
			for (int i = end - 1; i >= start; i--) {
				char before = (i > start) ? text.charAt(i - 1) : ' ';
				char after = (i + 1 < end) ? text.charAt(i + 1) : ' ';
				switch (text.charAt(i)) {
					case '月' -> {
						if (Character.isDigit(before) || "一二三四五六七八九十当上本每个份xX".indexOf(before) >= 0) {
							return MONTH;
						}
					}
					case '季' -> {
						if (after == '度' || "一二三四当上本每".indexOf(before) >= 0) {
							return QUARTER;
						}
					}
					case '年' -> {
						if (before == '半') {
							return HALF;
						}
						if (isYear(text, start, i, before, after)) {
							return YEAR;
						}
					}
					default -> {
					}
				}
			}
			return UNKNOWN;
		}

		/** A year that is spoken of, and not one that is compared with: 去年, 比2019年. */
		private static boolean isYear(String text, int start, int at, char before, char after) {
			int i = at;
			while (i > start && (Character.isDigit(text.charAt(i - 1)) || "〇xX*×".indexOf(text.charAt(i - 1)) >= 0)) {
				i--;
			}
			if (i < at) {
				return i == start || "比较与".indexOf(text.charAt(i - 1)) < 0;
			}
			return "去上".indexOf(before) < 0 && ("全今本".indexOf(before) >= 0 || after == '度' || after == '底');
		}

	}

}
