package org.kebao.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

import org.kebao.amount.Certainty;
import org.kebao.metric.Metric;

/**
 * What a cell says, as one would have typed it into the field of the page. What that is
 * worth, the report decides.
 *
 * @param text "" for what leaves the field as it is
 * @param refusal why the cell is not read, "" otherwise
 * @param hint what the person should know about how it was read, "" for nothing
 */
record Typed(String text, String refusal, String hint) {

	private static final Set<String> DASHES = Set.of("-", "--", "—", "——", "–", "－", "/", "／", "\\");

	private static final Set<String> PERCENT = Set.of("%", "％");

	/** Excel keeps no more digits; the rest is the noise of binary fractions. */
	private static final MathContext DIGITS = new MathContext(15);

	private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:T00:00:00.*)?");

	private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

	/** 9999-12-31, the last day a spreadsheet knows. */
	private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

	private static final int LONGEST_NUMBER = 40;

	/** What stands in the cell of a computed metric. */
	static final String COMPUTED = "由系统计算";

	static Typed amount(Cell cell, Metric metric) {
		boolean percent = PERCENT.contains(metric.getUnit());
		return switch (cell.kind()) {
			case TEXT -> words(cell.text().strip(), (text) -> taken(percent ? withoutPercent(text) : text));
			case NUMBER -> number(cell, metric, percent);
			default -> unreadable(cell);
		};
	}

	static Typed certainty(Cell cell) {
		return switch (cell.kind()) {
			case TEXT,
					NUMBER ->
				words(cell.text().strip(),
						(text) -> Certainty.labelled(text)
							.map((certainty) -> taken(certainty.name()))
							.orElse(refused("请从下拉列表里选：实际、预计、快报、核定")));
			default -> unreadable(cell);
		};
	}

	static Typed day(Cell cell, boolean since1904) {
		return switch (cell.kind()) {
			case TEXT -> words(cell.text().strip(), Typed::day);
			case NUMBER -> (cell.format() == Cell.Format.DATE) ? stored(cell.text(), since1904) : day(cell.text());
			default -> unreadable(cell);
		};
	}

	static Typed note(Cell cell) {
		return switch (cell.kind()) {
			// how Excel keeps a carriage return
			case TEXT -> words(cell.text().replaceAll("_x000D_\n?", "\n"), Typed::taken);
			case NUMBER -> taken(cell.text());
			default -> unreadable(cell);
		};
	}

	private static Typed day(String text) {
		Matcher matcher = DAY.matcher(EIGHT_DIGITS.matcher(text).replaceFirst("$1-$2-$3"));
		try {
			if (matcher.matches()) {
				return taken(LocalDate
					.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
							Integer.parseInt(matcher.group(3)))
					.toString());
			}
		}
		catch (DateTimeException ex) {
			// no day of the calendar: refused like any other text
		}
		return refused("请填日期，如 2025-12-31");
	}

	private static Typed stored(String number, boolean since1904) {
		BigDecimal days = number(number);
		if (days == null || days.signum() < 0 || days.compareTo(LAST_DAY) > 0) {
			return refused("请填日期，如 2025-12-31");
		}
		return taken(DateUtil.getLocalDateTime(days.doubleValue(), since1904).toLocalDate().toString());
	}

	private static Typed unreadable(Cell cell) {
		return switch (cell.kind()) {
			case FORMULA -> refused("单元格是公式，请复制后“粘贴为数值”再上传");
			case ERROR -> refused("单元格是错误值 " + cell.text() + "，请改正后再上传");
			default -> refused("单元格是逻辑值（TRUE/FALSE），请改正后再上传");
		};
	}

	private static Typed words(String text, Function<String, Typed> reading) {
		return DASHES.contains(text.strip()) ? new Typed("", "", "“" + text.strip() + "”按没有填处理，原来的不变；没有此项业务请填“不适用”")
				: reading.apply(text);
	}

	private static String withoutPercent(String text) {
		boolean signed = text.length() > 1 && PERCENT.contains(text.substring(text.length() - 1));
		return signed ? text.substring(0, text.length() - 1).strip() : text;
	}

	private static Typed number(Cell cell, Metric metric, boolean percent) {
		if (cell.format() == Cell.Format.DATE) {
			return refused("单元格是日期格式，请改成“常规”格式后重填数字");
		}
		if (cell.format() == Cell.Format.PERCENT && !percent) {
			return refused("单元格是百分比格式，而此项单位是“%s”，请改成“常规”格式后重填".formatted(metric.getUnit()));
		}
		BigDecimal number = number(cell.text());
		if (number == null) {
			return refused("数字太大或太小，请检查单位");
		}
		if (cell.format() == Cell.Format.PERCENT) {
			String shown = plain(number.movePointRight(2));
			return new Typed(shown, "", "单元格显示为 " + shown + "%，此项单位就是 %，取 " + shown);
		}
		return taken(plain(number));
	}

	/**
	 * A stored number without the noise of its binary form, null for one out of reach.
	 */
	private static @Nullable BigDecimal number(String stored) {
		try {
			if (stored.length() > LONGEST_NUMBER) {
				return null;
			}
			BigDecimal number = new BigDecimal(stored.strip()).round(DIGITS);
			return (number.signum() == 0 || Math.abs((long) number.precision() - number.scale()) <= LONGEST_NUMBER)
					? number : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static String plain(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

	private static Typed taken(String text) {
		return new Typed(text, "", "");
	}

	private static Typed refused(String why) {
		return new Typed("", why, "");
	}

}
