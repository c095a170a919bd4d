package org.kebao.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;

import org.jspecify.annotations.Nullable;

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

	private static final int LONGEST_NUMBER = 40;

	/** What stands in the cell of a computed metric. */
	static final String COMPUTED = "由系统计算";

	static Typed amount(Cell cell, Metric metric) {
		boolean percent = PERCENT.contains(metric.getUnit());
		return switch (cell.kind()) {
			case FORMULA -> formula();
			case ERROR -> refused("单元格是错误值 " + cell.text() + "，请改成数字");
			case BOOLEAN -> refused("单元格是逻辑值，请改成数字");
			case TEXT -> words(cell.text().strip(), percent);
			case NUMBER -> number(cell, metric, percent);
		};
	}

	private static Typed formula() {
		return refused("单元格是公式，请复制后“粘贴为数值”再上传");
	}

	private static Typed words(String text, boolean percent) {
		if (DASHES.contains(text)) {
			return new Typed("", "", "“" + text + "”按没有填处理，原来的数不变；没有此项业务请填“不适用”");
		}
		if (percent && text.length() > 1 && PERCENT.contains(text.substring(text.length() - 1))) {
			return taken(text.substring(0, text.length() - 1).strip());
		}
		return taken(text);
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
