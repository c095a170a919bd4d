package org.kebao.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/**
 * How a metric is held against last year (domain handbook §2.2): amounts by per cent,
 * shares by percentage points, small counts and per-10,000 metrics by their difference.
 */
public enum Comparison {

	PERCENT("按百分比：增长（下降）…%") {
		@Override
		String tell(BigDecimal now, BigDecimal before, String unit, MetricKind kind) {
			if (before.signum() == 0) {
				return "上年同期为0";
			}
			if (before.signum() < 0 || now.signum() < 0) {
				return "";
			}
			if (kind != MetricKind.RATIO && isSmallCount(now) && isSmallCount(before)) {
				return DIFFERENCE.tell(now, before, unit, kind);
			}
			BigDecimal percent = now.subtract(before).multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP);
			// a change too small for one decimal is still no standstill
			if (percent.signum() == 0) {
				percent = now.subtract(before).multiply(HUNDRED).divide(before, 2, RoundingMode.HALF_UP);
			}
			return ((percent.signum() == 0) ? "基本持平" : worded(percent, "增长", "下降", "%"));
		}
	},

	POINTS("按百分点：提高（降低）…个百分点") {
		@Override
		String tell(BigDecimal now, BigDecimal before, String unit, MetricKind kind) {
			return worded(now.subtract(before), "提高", "降低", "个百分点");
		}
	},

	DIFFERENCE("按增减数：增加（减少）…") {
		@Override
		String tell(BigDecimal now, BigDecimal before, String unit, MetricKind kind) {
			return worded(now.subtract(before), "增加", "减少", unit);
		}
	};

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final String label;

	Comparison(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

	/**
	 * Tells the change.
	 * @return such as "增长27.3%", "持平" or "提高0.3个百分点"; "" where a figure is missing
	 */
	String change(@Nullable BigDecimal now, @Nullable BigDecimal before, String unit, MetricKind kind) {
		if (now == null || before == null) {
			return "";
		}
		return (now.compareTo(before) == 0) ? "持平" : tell(now, before, unit, kind);
	}

	abstract String tell(BigDecimal now, BigDecimal before, String unit, MetricKind kind);

	private static boolean isSmallCount(BigDecimal amount) {
		return amount.stripTrailingZeros().scale() <= 0 && amount.abs().compareTo(BigDecimal.TEN) < 0;
	}

	private static String worded(BigDecimal difference, String more, String less, String unit) {
		String amount = difference.abs().stripTrailingZeros().toPlainString();
		// "减少0.5件/万人" reads as a ratio of a difference; the trade says 件
		return ((difference.signum() > 0) ? more : less) + amount + unit.replaceFirst("/.*", "");
	}

}
