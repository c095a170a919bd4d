package org.kebao.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kebao.prose.Amounts.Amount;
import org.kebao.prose.Figure.Approximation;
import org.kebao.prose.Figure.Hole;
import org.kebao.prose.Figure.Role;
import org.kebao.script.Span;

/**
 * A figure in the making: its sentence is still being read.
 */
final class FigureDraft {

	final Span span;

	final Span sentence;

	/** Null where only a growth is stated. */
	final @Nullable Amount amount;

	String thing = "";

	/** Whether the thing is the one before it; a part then counts what its whole does. */
	boolean unnamed;

	/** Whether it is the goal another figure is held against: "占任务数16900万元". */
	boolean goal;

	/** Whether it is the share of the figure before it: "占营业收入比重2.1%". */
	boolean share;

	String level = "";

	Role role = Role.ACTUAL;

	@Nullable Growth growth;

	@Nullable BigDecimal completion;

	final List<FigureDraft> parts = new ArrayList<>();

	boolean part;

	/** What it is a part of. */
	private @Nullable FigureDraft whole;

	/** How often its own parts are taken apart. */
	private int height;

	FigureDraft(Span span, Span sentence, @Nullable Amount amount) {
		this.span = span;
		// a sentence that went on for too long was cut, perhaps within the number
		this.sentence = sentence.with(span);
		this.amount = amount;
	}

	/** Whether parts would be nested no deeper with that one. */
	boolean takes(FigureDraft part, int deepest) {
		int depth = 1 + part.height;
		for (FigureDraft above = this; above != null; above = above.whole) {
			depth++;
		}
		return part != this && depth <= deepest;
	}

	void add(FigureDraft part) {
		part.whole = this;
		this.parts.add(part);
		int deep = part.height + 1;
		for (FigureDraft above = this; above != null; above = above.whole) {
			above.height = Math.max(above.height, deep);
			deep++;
		}
	}

	int bracket() {
		return (this.amount != null) ? this.amount.bracket() : -1;
	}

	/** The unit, "" where only a growth is stated. */
	String unit() {
		return (this.amount != null) ? this.amount.unit() : "";
	}

	boolean isRelative() {
		return this.amount == null || this.amount.isRelative();
	}

	Figure figure() {
		List<Figure> nested = this.parts.stream().map(FigureDraft::figure).toList();
		if (this.amount == null) {
			return new Figure(this.span, this.sentence, null, null, null, Hole.NONE, Approximation.EXACT, this.thing,
					this.level, this.role, this.growth, this.completion, nested);
		}
		return new Figure(this.span, this.sentence, this.amount.value(), this.amount.upTo(), this.amount.unit(),
				this.amount.hole(), this.amount.approximation(), this.thing, this.level, this.role, this.growth,
				this.completion, nested);
	}

}
