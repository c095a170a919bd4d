package org.kebao.amount;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * How a metric is held against an earlier figure (domain handbook §2.2): amounts by per
 * cent, shares by percentage points, small counts and per-10,000 metrics by their
 * difference. The one place that finds words for it.
 */
public enum Comparison {

	PERCENT("按百分比：增长（下降）…%") {
		@Override
		Said say(BigDecimal now, BigDecimal before, Measure measure, String base) {
			Said difference = DIFFERENCE.say(now, before, measure, base);
			if (before.signum() == 0) {
				return difference.because(base + "为0");
			}
			if (before.signum() < 0) {
				return difference.because(base + "为负数");
			}
			if (now.signum() < 0) {
				return difference.because("本期为负数");
			}
			return (isSmallCount(now, measure) && isSmallCount(before, measure)) ? difference : percent(now, before);
		}
	},

	POINTS("按百分点：提高（降低）…个百分点") {
		@Override
		Said say(BigDecimal now, BigDecimal before, Measure measure, String base) {
			return difference(now, before, "提高", "降低", "个百分点");
		}
	},

	DIFFERENCE("按增减数：增加（减少）…") {
		@Override
		Said say(BigDecimal now, BigDecimal before, Measure measure, String base) {
			String more = now.subtract(before).signum() > 0 ? "增加" : "减少";
			// "减少0.5件/万人" reads as a ratio of a difference; the trade says 件
			return new Said(
					more + Amount.spell(now.subtract(before).abs(), measure.unit()).replaceFirst("/[^/\\d]+$", ""), "");
		}
	};

	/** A change too small for two decimals. */
	private static final BigDecimal HARDLY = new BigDecimal("0.01");

	private final String label;

	Comparison(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

	/** The same for a metric of that unit: "按增减数：增加（减少）…件". */
	public String label(String unit) {
		return (this == DIFFERENCE) ? this.label + unit.split("/", 2)[0] : this.label;
	}

	/**
	 * Tells the change.
	 * @param base what the earlier figure is called, such as 上年同期
	 */
	Change change(@Nullable Given now, @Nullable Given before, Measure measure, String base) {
		if (now == null) {
			return Change.NONE;
		}
		if (before == null) {
			return Change.unknown(base + "无数据");
		}
		int order = now.amount().compareTo(before.amount());
		Said said = (order == 0) ? new Said("持平", "") : say(now.amount(), before.amount(), measure, base);
		Change.Direction direction = (order == 0) ? Change.Direction.LEVEL
				: (order > 0) ? Change.Direction.UP : Change.Direction.DOWN;
		String why = (before.certainty().isOpen() && said.why().isEmpty())
				? base + "为" + before.certainty().label() + "数" : said.why();
		return new Change(now.certainty().mark() + said.words(), why, direction);
	}

	/** Says what became of two figures that are not the same. */
	abstract Said say(BigDecimal now, BigDecimal before, Measure measure, String base);

	/** Words, and the reason why they are no percentage. */
	record Said(String words, String why) {

		Said because(String why) {
			return new Said(this.words, why);
		}

	}

	private static boolean isSmallCount(BigDecimal amount, Measure measure) {
		return measure.isCount() && amount.abs().compareTo(BigDecimal.TEN) < 0;
	}

	private static Said percent(BigDecimal now, BigDecimal before) {
		BigDecimal growth = now.subtract(before);
		// 翻一番 is twice as much, 翻两番 four times; only what is exactly so is called so
		if (now.compareTo(before.multiply(BigDecimal.valueOf(2))) == 0) {
			return new Said("翻一番", "");
		}
		if (now.compareTo(before.multiply(BigDecimal.valueOf(4))) == 0) {
			return new Said("翻两番", "");
		}
		BigDecimal percent = Percent.of(growth, before);
		return (percent.abs().compareTo(HARDLY) < 0) ? new Said("基本持平", "") : worded(percent, "增长", "下降", "%");
	}

	private static Said difference(BigDecimal now, BigDecimal before, String more, String less, String unit) {
		return worded(now.subtract(before), more, less, unit);
	}

	private static Said worded(BigDecimal difference, String more, String less, String unit) {
		return new Said(((difference.signum() > 0) ? more : less) + Amount.print(difference.abs()) + unit, "");
	}

}
