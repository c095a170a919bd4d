package org.kebao.metric;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What was typed into a cell of the metric table: blank, an amount, 不适用, or refused.
 *
 * @param amount null unless the state is GIVEN
 * @param refusal why the text is no amount for this metric, null where it was read
 */
public record Amount(ValueState state, @Nullable BigDecimal amount, @Nullable String refusal) {

	/** What a clerk types for a metric that does not exist for the bureau. */
	public static final String NOT_APPLICABLE = "不适用";

	private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

	private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

	private static final int DIGITS_BEFORE_POINT = 15;

	public static final Amount BLANK = new Amount(ValueState.BLANK, null, null);

	/** Reads a number that belongs to no metric, such as a percentage to reach. */
	public static Amount plain(String typed) {
		return read(typed, 2, false);
	}

	public boolean isNotApplicable() {
		return this.state == ValueState.NOT_APPLICABLE;
	}

	/**
	 * Reads a cell. Full-width digits and thousands separators are understood, as Excel
	 * and Chinese input methods produce them.
	 * @param scale decimals the metric keeps
	 */
	static Amount read(String typed, int scale, boolean mayBeNegative) {
		String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replace('−', '-');
		if (text.isEmpty()) {
			return BLANK;
		}
		if (text.equals(NOT_APPLICABLE)) {
			return new Amount(ValueState.NOT_APPLICABLE, null, null);
		}
		if (!PLAIN.matcher(text).matches() && !GROUPED.matcher(text).matches()) {
			return refused("请填数字；没有此项业务填“不适用”，还没有数就留空");
		}
		BigDecimal amount = new BigDecimal(text.replace(",", ""));
		if (amount.signum() < 0 && !mayBeNegative) {
			return refused("此项不能是负数");
		}
		if (Math.max(amount.stripTrailingZeros().scale(), 0) > scale) {
			return refused((scale == 0) ? "此项只能填整数" : "此项最多保留 " + scale + " 位小数");
		}
		if (amount.precision() - amount.scale() > DIGITS_BEFORE_POINT) {
			return refused("数字太大，请检查单位");
		}
		return new Amount(ValueState.GIVEN, amount, null);
	}

	/** As it stands in a cell: no separators, no superfluous zeros. */
	public static String print(ValueState state, @Nullable BigDecimal amount) {
		return switch (state) {
			case BLANK -> "";
			case NOT_APPLICABLE -> NOT_APPLICABLE;
			case GIVEN -> print(amount);
		};
	}

	/** An amount without superfluous zeros, "" for none. */
	public static String print(@Nullable BigDecimal amount) {
		if (amount == null) {
			return "";
		}
		return ((amount.signum() == 0) ? BigDecimal.ZERO : amount.stripTrailingZeros()).toPlainString();
	}

	public String print() {
		return print(this.state, this.amount);
	}

	private static Amount refused(String why) {
		return new Amount(ValueState.BLANK, null, why);
	}

}
