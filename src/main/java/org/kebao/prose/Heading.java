package org.kebao.prose;

import java.util.function.UnaryOperator;

import org.kebao.script.Span;

/**
 * A heading of a text.
 *
 * @param span of the whole heading, with its number
 * @param level 1 for the highest style of numbering the text uses
 * @param number as it is written: "（一）", "" for one without
 * @param words without the number
 * @param runIn whether it opens a paragraph
 */
public record Heading(Span span, int level, String number, String words, boolean runIn) {

	Heading moved(UnaryOperator<Span> move) {
		return new Heading(move.apply(this.span), this.level, this.number, this.words, this.runIn);
	}

}
