package org.kebao.prose;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.kebao.script.Span;

/**
 * What a sentence says of a figure's change: "比上年增长89.7%", "提高0.3个百分点", "翻番". 增长到 states
 * a level and is none.
 *
 * @param span of the comparison and the change
 * @param comparison as it is worded: "比上年", "同比", "环比"; "" where none is
 * @param base what it is compared with
 * @param kind of the amount
 * @param amount with its sign: a decline is negative, 翻番 is 100 per cent; null where it
 * is masked or lost
 */
public record Growth(Span span, String comparison, Base base, Kind kind, @Nullable BigDecimal amount) {

	Growth moved(UnaryOperator<Span> move) {
		return new Growth(move.apply(this.span), this.comparison, this.base, this.kind, this.amount);
	}

	/** What is compared with. */
	public enum Base {

		/** 同比, 比上年, 较去年 */
		YEAR_BEFORE,
		/** 环比, 比上季度 */
		PERIOD_BEFORE,
		/** "比2019年", or nothing said */
		OTHER

	}

	/** In what the change is told. */
	public enum Kind {

		/** also 倍 and 番, as per cent of the base */
		PERCENT, POINTS,
		/** "增加12件" */
		AMOUNT

	}

}
