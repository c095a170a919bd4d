package org.kebao.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.amount.Certainty;
import org.kebao.amount.Measure;
import org.kebao.metric.Metric;

/**
 * What a cell says, as one would have typed it into the field of the page. What that is
 * worth, the report decides.
 *
 * @param text "" for what leaves the field as it is
 * @param refusal why the cell is not read, "" otherwise
 * @param hint what the person should know about how it was read, "" for nothing
 * @param seen the other reading, where what the cell shows is not what it stores and only
 * a person knows which is meant; "" elsewhere
 */
record Typed(String text, String refusal, String hint, String seen) {

	private static final Set<String> DASHES = Set.of("-", "--", "—", "——", "–", "－", "/", "／", "\\");

	private static final Set<String> PERCENT = Set.of("%", "％");

	private static final String NO_DAY = "请填日期，如 2025-12-31";

	/** Excel keeps no more digits; the rest is the noise of binary fractions. */
	private static final MathContext DIGITS = new MathContext(15);

	private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
			+ "(?:[T ]*(?:[01]?\\d|2[0-3]):[0-5]?\\d(?::[0-5]?\\d(?:\\.\\d+)?)?Z?)?");

	private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

	/** 9999-12-31, the last day a spreadsheet knows. */
	private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

	private static final int LONGEST_NUMBER = 40;

	/** What stands in the cell of a computed metric. */
	static final String COMPUTED = "由系统计算";

	static Typed amount(Cell cell, Metric metric) {
		return switch (cell.kind()) {
			case TEXT -> words(cell.text().strip(), Typed::taken);
			case NUMBER -> number(cell, metric, PERCENT.contains(metric.getUnit()));
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
			case NUMBER ->
				(cell.format().kind() == NumberFormat.Kind.DATE) ? stored(cell.text(), since1904) : day(cell.text());
			default -> unreadable(cell);
		};
	}

	static Typed note(Cell cell) {
		return switch (cell.kind()) {
			case TEXT -> words(cell.text(), Typed::taken);
			case NUMBER -> taken(cell.text());
			default -> unreadable(cell);
		};
	}

	private static Typed day(String typed) {
		String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
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
		return refused(NO_DAY);
	}

	private static Typed stored(String number, boolean since1904) {
		BigDecimal days = number(number);
		if (days == null || days.signum() < 0 || days.compareTo(LAST_DAY) > 0) {
			return refused(NO_DAY);
		}
		return taken(DateUtil.getLocalDateTime(days.doubleValue(), since1904).toLocalDate().toString());
	}

	private static Typed unreadable(Cell cell) {
		return switch (cell.kind()) {
			case FORMULA -> refused("单元格是公式，文件里没有存下它算出的数；请在 Excel 或 WPS 里打开、保存后再上传，或“粘贴为数值”");
			case ERROR -> refused((cell.computed() ? "单元格的公式算出的是错误值 " : "单元格是错误值 ") + cell.text() + "，请改正后再上传");
			default -> refused("单元格是逻辑值（TRUE/FALSE），请改正后再上传");
		};
	}

	private static Typed words(String text, Function<String, Typed> reading) {
		return DASHES.contains(text.strip()) ? new Typed("", "", "“" + text.strip() + "”按没有填处理，原来的不变；没有此项业务请填“不适用”", "")
				: reading.apply(text);
	}

	private static Typed number(Cell cell, Metric metric, boolean percent) {
		if (cell.format().kind() == NumberFormat.Kind.DATE) {
			return refused("单元格是日期格式，请改成“常规”格式后重填数字");
		}
		if (cell.format().kind() == NumberFormat.Kind.PERCENT && !percent) {
			return refused("单元格是百分比格式，而此项单位是“%s”，请改成“常规”格式后重填".formatted(metric.getUnit()));
		}
		BigDecimal number = number(cell.text());
		if (number == null) {
			return refused("数字太大或太小，请检查单位");
		}
		if (cell.format().kind() == NumberFormat.Kind.PERCENT) {
			String shown = plain(number.movePointRight(2));
			return new Typed(shown, "", "单元格显示为 " + shown + "%，此项单位就是 %，取 " + shown, "");
		}
		return seen(number, cell.format().seen(number), metric.measure());
	}

	/** What is stored, what is seen, and which of the two is meant. */
	private static Typed seen(BigDecimal number, NumberFormat.Seen seen, Measure measure) {
		String stored = plain(number);
		if (seen.unit().isEmpty() && seen.amount().compareTo(number) == 0) {
			return taken(stored);
		}
		String sight = plain(seen.rounded()) + seen.unit();
		String shown = plain(seen.amount()) + seen.unit();
		Amount bySight = measure.read(shown);
		if (bySight.refusal() != null && seen.amount().compareTo(number) != 0) {
			// what stands behind it is no unit
			shown = plain(seen.amount());
			bySight = measure.read(shown);
		}
		Amount byStore = measure.read(stored);
		if (bySight.amount() == null) {
			return new Typed(stored, "", "单元格显示为“%s”，取存着的 %s".formatted(sight, stored), "");
		}
		if (byStore.amount() != null && byStore.amount().compareTo(bySight.amount()) == 0) {
			return taken(stored);
		}
		String both = "单元格显示为“%s”，存着的是 %s".formatted(sight, stored);
		return (byStore.amount() != null) ? new Typed(stored, "", both, shown)
				: new Typed(shown, "", both + "（" + byStore.refusal() + "），取显示的", "");
	}

	/** The same with something more to be known. */
	Typed with(String hint) {
		return (this.refusal.isEmpty() && !this.text.isEmpty())
				? new Typed(this.text, "", this.hint.isEmpty() ? hint : this.hint + "；" + hint, this.seen) : this;
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
		return new Typed(text, "", "", "");
	}

	private static Typed refused(String why) {
		return new Typed("", why, "", "");
	}

}
