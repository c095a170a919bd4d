package org.kebao.lint;

import org.jspecify.annotations.Nullable;

import org.kebao.script.Span;

/**
 * Something wrong with a text that the text alone betrays.
 *
 * @param span of the words to look at
 * @param message what is wrong, in Chinese, with the figures
 * @param mend what to write in place of the span, null where only the writer can know
 */
public record Flaw(Kind kind, Span span, String message, @Nullable String mend) {

	/** What kind of flaw. */
	public enum Kind {

		/** the parts do not come to the whole */
		SUM(Weight.CONTRADICTION),
		/** one thing, two values */
		TWO_VALUES(Weight.CONTRADICTION),
		/** stated as a fact and as a forecast */
		FORECAST(Weight.CONTRADICTION),
		/** 一是 … 五是、七是 */
		NUMBERING(Weight.CONTRADICTION),
		/** "五个作用" and four follow */
		COUNT(Weight.CONTRADICTION),
		/** 环比 for a year */
		MONTH_ON_MONTH(Weight.CONTRADICTION),
		/** 时间过半、任务过半 without the figures */
		PACE(Weight.CONTRADICTION),
		/** "xx家", "资金万元" */
		HOLE(Weight.HOLE),
		/** "约300人左右", "近三十多家" */
		APPROXIMATION(Weight.STYLE),
		/** "3千家" */
		NUMERAL(Weight.STYLE),
		/** "9—16亿" */
		RANGE(Weight.STYLE),
		/** half-width punctuation between Chinese characters */
		PUNCTUATION(Weight.STYLE);

		private final Weight weight;

		Kind(Weight weight) {
			this.weight = weight;
		}

		public Weight weight() {
			return this.weight;
		}

	}

	/** How much it matters. */
	public enum Weight {

		/** cannot all be true */
		CONTRADICTION,
		/** something is not there yet */
		HOLE,
		/** is written otherwise in official papers */
		STYLE

	}

}
