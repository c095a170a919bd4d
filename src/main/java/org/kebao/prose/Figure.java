package org.kebao.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.kebao.script.Span;

/**
 * 数字表述: a number with its unit as it stands in prose, and what its sentence says of it.
 * "增长20%" without an amount is a figure too: it has no value and no unit, only a growth.
 *
 * @param span of number and unit with what makes them approximate: "近三十多家"
 * @param sentence it stands in
 * @param value in the unit, null where it is masked, lost or only a growth is stated; the
 * lower end of a range
 * @param upTo the upper end of a range, null elsewhere
 * @param unit as it is written after the number, with its 万 or 亿: "万元", "项", "%", "个百分点";
 * null where only a growth is stated
 * @param thing what is counted, as the sentence names it: "专利授权量"
 * @param level 国家级, 省级 … as the sentence says it of the thing, "" where it does not
 * @param completion per cent of a goal that was reached, as the sentence claims; null
 * where it claims nothing
 * @param parts of the figure, as the sentence lists them after 其中 or 分别为
 */
public record Figure(Span span, Span sentence, @Nullable BigDecimal value, @Nullable BigDecimal upTo,
		@Nullable String unit, Hole hole, Approximation approximation, String thing, String level, Role role,
		@Nullable Growth growth, @Nullable BigDecimal completion, List<Figure> parts) {

	public Figure {
		parts = List.copyOf(parts);
	}

	Figure moved(UnaryOperator<Span> move) {
		return new Figure(move.apply(this.span), move.apply(this.sentence), this.value, this.upTo, this.unit, this.hole,
				this.approximation, this.thing, this.level, this.role,
				(this.growth == null) ? null : this.growth.moved(move), this.completion,
				this.parts.stream().map((part) -> part.moved(move)).toList());
	}

	/** Whether it says how much there is, exactly or about. */
	public boolean isAmount() {
		return this.value != null;
	}

	/** What stands where digits should. */
	public enum Hole {

		NONE,
		/** "xx家" */
		MASKED,
		/** "资金万元", ".亿元" */
		LOST

	}

	/** How exact a number is meant. */
	public enum Approximation {

		EXACT,
		/** 约, 左右, 上下 */
		ABOUT,
		/** 近, 将近, 接近 */
		NEARLY,
		/** 多, 余, 超, 突破 */
		MORE,
		/** 以上, 不少于, 不低于, 至少 */
		AT_LEAST,
		/** 以内, 不超过, 以下, 最多 */
		AT_MOST

	}

	/** Whether it is so, is expected or is aimed at. */
	public enum Role {

		ACTUAL,
		/** 预计 */
		FORECAST,
		/** 力争, 达到 in a plan, 目标任务 */
		TARGET

	}

}
