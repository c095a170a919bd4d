package org.kebao.mention;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.kebao.metric.Metric;
import org.kebao.prose.Figure;
import org.kebao.script.Span;

/**
 * A figure of a text that states a metric.
 *
 * @param figure as it was read; its spans are of the printed text
 * @param source the stretch of the text as it was typed
 * @param bound whether it comes from the table by a token
 * @param expected what the table, or for a target the plan, says in the metric's unit;
 * null where it says nothing
 */
public record Mention(Figure figure, Span source, Metric metric, boolean bound, Stance stance,
		@Nullable BigDecimal expected) {

	/** Whether it was typed by hand although a table says, or contradicts, the same. */
	public boolean isUnbound() {
		return !this.bound && this.stance != Stance.UNTESTED;
	}

	/** Whether a token could stand in its place; none tells the targets of a plan. */
	public boolean isBindable() {
		return isUnbound() && this.figure.role() != Figure.Role.TARGET;
	}

}
