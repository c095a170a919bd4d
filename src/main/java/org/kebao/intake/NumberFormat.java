package org.kebao.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet shows a stored number. What is seen may be another number: {@code 0.00,,}
 * shows millions, {@code 0!.0,"万元"} 270062900 as 27006.3万元.
 *
 * @param sections by the condition under which they hold, the first that does
 */
record NumberFormat(Kind kind, List<Section> sections) {

	static final NumberFormat PLAIN = new NumberFormat(Kind.PLAIN, List.of());

	static final NumberFormat PERCENT = new NumberFormat(Kind.PERCENT, List.of());

	static final NumberFormat DATE = new NumberFormat(Kind.DATE, List.of());

	/** CJK versions of Excel have days of their own under these numbers. */
	private static final Pattern EASTERN_DAYS = Pattern.compile("2[789]|3[0-6]|5[0-8]");

	private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|[\\\\!].");

	private static final Pattern CONDITION = Pattern.compile("\\[(<=|>=|<>|<|>|=)(-?\\d+(?:\\.\\d+)?)]");

	private static final int THOUSAND = 3;

	/** No format of Excel is longer. */
	private static final int LONGEST = 255;

	enum Kind {

		PLAIN, PERCENT, DATE

	}

	/**
	 * What is seen of a number.
	 *
	 * @param amount every digit of it
	 * @param rounded as many digits as are shown
	 * @param unit what stands behind it, "" for nothing
	 */
	record Seen(BigDecimal amount, BigDecimal rounded, String unit) {
	}

	/**
	 * @param condition the sign and the number, null for none
	 * @param power of ten by which less is shown than is stored
	 */
	record Section(@Nullable Condition condition, int power, int decimals, String unit) {
	}

	record Condition(String sign, BigDecimal than) {

		boolean holds(BigDecimal number) {
			int order = number.compareTo(this.than);
			return switch (this.sign) {
				case "<" -> order < 0;
				case "<=" -> order <= 0;
				case ">" -> order > 0;
				case ">=" -> order >= 0;
				case "=" -> order == 0;
				default -> order != 0;
			};
		}

	}

	static NumberFormat of(int id, String code) {
		if (code.length() > LONGEST) {
			return PLAIN;
		}
		if (DateUtil.isADateFormat(id, code) || EASTERN_DAYS.matcher(Integer.toString(id)).matches()) {
			return DATE;
		}
		if (QUOTED.matcher(code).replaceAll("").contains("%")) {
			return PERCENT;
		}
		List<Section> sections = split(code).stream().map(NumberFormat::section).toList();
		return sections.stream().allMatch((section) -> section.power() == 0 && section.unit().isEmpty()) ? PLAIN
				: new NumberFormat(Kind.PLAIN, sections);
	}

	/** What is seen of a number. */
	Seen seen(BigDecimal number) {
		Section section = section(number);
		BigDecimal amount = number.scaleByPowerOfTen(-section.power());
		return new Seen(amount,
				(section.power() == 0) ? amount : amount.setScale(section.decimals(), RoundingMode.HALF_UP),
				section.unit());
	}

	private Section section(BigDecimal number) {
		boolean conditions = this.sections.stream().anyMatch((section) -> section.condition() != null);
		if (conditions) {
			return this.sections.stream()
				.filter((section) -> section.condition() == null || section.condition().holds(number))
				.findFirst()
				.orElse(this.sections.get(0));
		}
		int at = (number.signum() < 0) ? 1 : (number.signum() == 0) ? 2 : 0;
		return this.sections.isEmpty() ? new Section(null, 0, 0, "")
				: this.sections.get((at < this.sections.size()) ? at : 0);
	}

	private static List<String> split(String code) {
		List<String> parts = new ArrayList<>();
		int begin = 0;
		for (int i = 0; i < code.length(); i++) {
			char sign = code.charAt(i);
			if (sign == '"') {
				i = end(code, '"', i);
			}
			else if (sign == '\\' || sign == '!') {
				i++;
			}
			else if (sign == ';') {
				parts.add(code.substring(begin, i));
				begin = i + 1;
			}
		}
		parts.add(code.substring(begin));
		return parts;
	}

	private static Section section(String code) {
		Matcher condition = CONDITION.matcher(code);
		Condition when = condition.find() ? new Condition(condition.group(1), new BigDecimal(condition.group(2)))
				: null;
		Reading reading = new Reading();
		for (int i = 0; i < code.length(); i++) {
			char sign = code.charAt(i);
			switch (sign) {
				case '"' -> {
					int end = end(code, '"', i);
					reading.literal(code.substring(i + 1, end));
					i = end;
				}
				case '[' -> {
					int end = end(code, ']', i);
					reading.literal(symbol(code.substring(i + 1, end)));
					i = end;
				}
				case '\\', '!' -> {
					i++;
					reading.literal((i < code.length()) ? code.substring(i, i + 1) : "");
				}
				// a blank as wide as the next sign, and the next sign as often as there
				// is room
				case '_', '*' -> i++;
				case '0', '#', '?' -> reading.digit();
				case '.' -> reading.point();
				case ',' -> reading.commas++;
				default -> reading.literal(code.substring(i, i + 1));
			}
		}
		return reading.section(when);
	}

	private static int end(String code, char sign, int from) {
		int end = code.indexOf(sign, from + 1);
		return (end < 0) ? code.length() : end;
	}

	/** The currency of {@code [$元-804]}; colours and conditions are no text. */
	private static String symbol(String bracket) {
		return bracket.startsWith("$") ? bracket.substring(1).replaceFirst("-[0-9A-Fa-f]+$", "") : "";
	}

	/** One section as it is read from left to right. */
	private static final class Reading {

		private final StringBuilder behind = new StringBuilder();

		/** Those since the last digit: they stand for thousands if none follows. */
		private int commas;

		private int thousands;

		private boolean begun;

		private boolean pointed;

		/** Digits behind a point that is only painted. */
		private int painted = -1;

		private int decimals;

		void digit() {
			if (this.begun && this.behind.toString().strip().equals(".") && !this.pointed) {
				this.painted = 0;
			}
			this.behind.setLength(0);
			this.begun = true;
			if (this.pointed) {
				this.decimals++;
			}
			else {
				// commas between digits set them off in groups
				this.commas = 0;
				this.painted += (this.painted >= 0) ? 1 : 0;
			}
		}

		void point() {
			this.pointed = true;
			this.thousands += this.commas;
			this.commas = 0;
		}

		void literal(String text) {
			this.behind.append(this.begun ? text : "");
		}

		Section section(@Nullable Condition condition) {
			int shift = Math.max(this.painted, 0);
			int power = this.begun ? THOUSAND * (this.thousands + this.commas) + shift : 0;
			String unit = this.behind.toString().strip();
			return new Section(condition, power, this.decimals + shift,
					(this.begun && !unit.equals("General")) ? unit : "");
		}

	}

}
