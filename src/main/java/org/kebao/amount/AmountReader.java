package org.kebao.amount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kebao.script.Legible;
import org.kebao.script.MeasureWords;

/**
 * Reads one amount as people type, paste or keep it in a sheet: 8,209.39, １２３.５, 2.7亿,
 * 27006.29万元, 48项, ¥1,234.00, 12.5%. A number alone is in the unit of its cell; a unit
 * that measures the same is converted, exactly; whatever leaves a doubt is refused with
 * the number that would be meant.
 *
 * @param unit of the cell, "" for a number that has none
 * @param scale decimals that are kept
 * @param inWords whether 不适用 and 未到统计时间 are answers
 */
record AmountReader(String unit, int scale, boolean mayBeNegative, boolean inWords) {

	private static final int DIGITS_BEFORE_POINT = 15;

	/** As long as a cell, so that a message does not repeat more. */
	private static final int LONGEST_QUOTE = 20;

	private static final Pattern STATED = Pattern
		.compile("(?<sign>[+-]?) *(?<currency>¥|人民币|(?i:rmb|cny))? *(?<inner>[+-]?)"
				+ "(?<number>(?>[1-9]\\d{0,2}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?|\\.\\d+) *(?<rest>.*)");

	/** 2亿7000万: the one compound offices write. */
	private static final Pattern COMPOUND = Pattern.compile("亿(?<tenThousands>\\d{1,4}(?:\\.\\d+)?)万(?<base>.*)");

	private static final Pattern SCALED = Pattern.compile("个?(?<small>[十百千]?)(?<large>万亿|万|亿)(?<base>.*)");

	private static final Pattern SMALL = Pattern.compile("(?<small>[百千])(?<base>.*)");

	private static final Pattern ABOUT = Pattern.compile("大约|大概|将近|接近|超过|不到|左右|以上|上下|[约近超逾多余几]");

	private static final Map<String, Integer> POWERS = Map.of("", 0, "十", 1, "百", 2, "千", 3, "万", 4, "亿", 8, "万亿", 12);

	private static final String YUAN = "元";

	private static final Set<String> SHARES = Set.of("%", "‰");

	/** Other words for a unit, none of which says anything else. */
	private static final Map<String, String> SYNONYMS = Map.ofEntries(Map.entry("块", YUAN), Map.entry("块钱", YUAN),
			Map.entry("圆", YUAN), Map.entry("人民币", YUAN), Map.entry("元人民币", YUAN), Map.entry("rmb", YUAN),
			Map.entry("cny", YUAN), Map.entry("名", "人"), Map.entry("位", "人"), Map.entry("m2", "平方米"),
			Map.entry("平米", "平方米"));

	/**
	 * A number with what it is said to be of.
	 *
	 * @param power of ten the number is to be multiplied with
	 * @param base the unit without its 万 and 亿, "" where none was typed
	 */
	private record Stated(BigDecimal number, int power, String base) {
	}

	Amount read(String typed) {
		String text = plain(typed);
		if (text.isEmpty()) {
			return Amount.BLANK;
		}
		if (text.equals(Amount.NOT_APPLICABLE)) {
			return Amount.inWords(ValueState.NOT_APPLICABLE);
		}
		if (text.equals(Amount.NOT_YET) || text.equals("未统计")) {
			return Amount.inWords(ValueState.NOT_YET);
		}
		Matcher stated = STATED.matcher(text);
		if (!stated.matches() || !stated.group("sign").isEmpty() && !stated.group("inner").isEmpty()) {
			return about(text);
		}
		String rest = stated.group("rest");
		if (rest.matches(",\\d.*")) {
			return Amount.refused("“%s”的逗号不在千位上，分不清是多少；请填数字，不加逗号".formatted(quoted(text)));
		}
		BigDecimal number = new BigDecimal(stated.group("number").replace(",", ""));
		if (stated.group("sign").equals("-") || stated.group("inner").equals("-")) {
			number = number.negate();
		}
		return (stated.group("currency") == null && rest.isEmpty()) ? keep(number, "")
				: converted(text, number, stated.group("currency") != null, rest);
	}

	/** An amount that says what it is of, as it is in the unit of the cell. */
	private Amount converted(String text, BigDecimal number, boolean currency, String rest) {
		Stated stated = stated(number, rest);
		if (this.unit.isEmpty()) {
			return about(text);
		}
		String own = Legible.folded(this.unit);
		// ¥ says that it is money, and not how large
		if (currency && isMoney() && stated.base().isEmpty() && stated.power() == 0
				|| Legible.folded(rest).equals(own)) {
			return told(text, number, number);
		}
		String base = MeasureWords.unscaled(own);
		int power = stated.power() - MeasureWords.power(own);
		if (base.equals("%") && stated.base().equals("‰") && stated.power() == 0) {
			return told(text, number, number.scaleByPowerOfTen(-1));
		}
		boolean same = stated.base().equals(base) || stated.base().isEmpty() && !SHARES.contains(base);
		if (same && (!currency || isMoney())) {
			return told(text, number, stated.number().scaleByPowerOfTen(power));
		}
		return isUnit(stated.base()) || currency ? otherUnit(text, number, stated) : about(text);
	}

	private Stated stated(BigDecimal number, String rest) {
		String word = Legible.folded(rest);
		Matcher compound = COMPOUND.matcher(word);
		if (compound.matches() && number.scale() == 0) {
			BigDecimal small = new BigDecimal(compound.group("tenThousands"));
			BigDecimal size = number.abs().scaleByPowerOfTen(POWERS.get("亿") - POWERS.get("万")).add(small);
			return new Stated((number.signum() < 0) ? size.negate() : size, POWERS.get("万"),
					canonical(compound.group("base")));
		}
		Matcher scaled = SCALED.matcher(word);
		if (scaled.matches()) {
			return new Stated(number, POWERS.get(scaled.group("small")) + POWERS.get(scaled.group("large")),
					canonical(scaled.group("base")));
		}
		Matcher small = SMALL.matcher(word);
		if (small.matches() && (small.group("base").isEmpty()
				|| canonical(small.group("base")).equals(MeasureWords.unscaled(Legible.folded(this.unit))))) {
			return new Stated(number, POWERS.get(small.group("small")), canonical(small.group("base")));
		}
		return new Stated(number, 0, canonical(word));
	}

	private Amount told(String text, BigDecimal number, BigDecimal amount) {
		String told = "“%s”按 %s计".formatted(quoted(text), spelled(amount));
		if (number.compareTo(amount) != 0 && decimals(amount) > this.scale) {
			BigDecimal near = amount.setScale(this.scale, RoundingMode.HALF_UP);
			return Amount.refused("“%s”是 %s，%s".formatted(quoted(text), spelled(amount), tooFine())
					+ ((this.scale > 0 && near.signum() != 0) ? "，可填 " + Amount.print(near) : ""));
		}
		return keep(amount, told);
	}

	private Amount keep(BigDecimal amount, String told) {
		if (amount.signum() < 0 && !this.mayBeNegative) {
			return Amount.refused("此项不能是负数");
		}
		if (decimals(amount) > this.scale) {
			return Amount.refused(tooFine());
		}
		BigDecimal plain = (amount.scale() < 0) ? amount.setScale(0) : amount;
		if (plain.precision() - plain.scale() > DIGITS_BEFORE_POINT) {
			return Amount.refused("数字太大，请检查单位");
		}
		return Amount.given(plain, told);
	}

	private String tooFine() {
		return (this.scale == 0) ? "此项只能填整数" : "此项最多保留 " + this.scale + " 位小数";
	}

	/** A number that is only nearly one, and what it would be; or none at all. */
	private Amount about(String text) {
		String sure = ABOUT.matcher(text).replaceAll("");
		Amount meant = sure.equals(text) || this.unit.isEmpty() ? Amount.BLANK : read(sure);
		if (meant.state() == ValueState.GIVEN) {
			String stated = sure.matches(".*\\d") ? sure + this.unit : sure;
			return Amount.refused("本格以%s计，%s应填 %s；要填确定的数，不写“约”“多”".formatted(this.unit, quoted(stated), meant.print()));
		}
		return Amount.refused((this.unit.isEmpty() ? "" : "本格以" + this.unit + "计，") + "请填数字"
				+ (this.inWords ? "；没有此项业务填“不适用”，还没到统计时间填“未到统计时间”" : ""));
	}

	private Amount otherUnit(String text, BigDecimal number, Stated stated) {
		boolean likely = stated.power() == 0 && MeasureWords.isCount(stated.base()) && MeasureWords.isCount(this.unit)
				&& keep(number, "").state() == ValueState.GIVEN;
		return Amount.refused("本格以%s计，“%s”的单位不同；".formatted(this.unit, quoted(text)) + (likely
				? "如果就是 %s，请填 %s".formatted(spelled(number), Amount.print(number)) : "请填以" + this.unit + "计的数"));
	}

	private String spelled(BigDecimal amount) {
		return Amount.print(amount) + (SHARES.contains(this.unit) ? "" : " ") + this.unit;
	}

	private boolean isMoney() {
		return MeasureWords.unscaled(Legible.folded(this.unit)).equals(YUAN);
	}

	private static boolean isUnit(String base) {
		return !base.isEmpty() && MeasureWords.at(base, 0, base.length()) == base.length();
	}

	private static int decimals(BigDecimal amount) {
		return (amount.signum() == 0) ? 0 : Math.max(amount.stripTrailingZeros().scale(), 0);
	}

	private static String quoted(String text) {
		return (text.length() > LONGEST_QUOTE) ? text.substring(0, LONGEST_QUOTE) + "…" : text;
	}

	private static String canonical(String base) {
		return Objects.requireNonNullElse(SYNONYMS.get(base), base);
	}

	/**
	 * Full-width signs as the half-width ones they are, and no more: a raised 2 is no
	 * digit.
	 */
	private static String plain(String typed) {
		StringBuilder text = new StringBuilder(typed.length());
		Legible.text(typed).codePoints().map(AmountReader::plain).forEach(text::appendCodePoint);
		return text.toString().strip();
	}

	private static int plain(int sign) {
		return switch (sign) {
			case '￥' -> '¥';
			case '−', '﹣' -> '-';
			case '﹢' -> '+';
			case '﹐' -> ',';
			case '﹪' -> '%';
			default -> (sign >= '！' && sign <= '～') ? sign - 0xfee0
					: (Character.getType(sign) == Character.SPACE_SEPARATOR) ? ' ' : sign;
		};
	}

}
