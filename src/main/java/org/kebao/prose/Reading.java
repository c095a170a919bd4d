package org.kebao.prose;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.kebao.script.Span;

/**
 * A text as it was read. All spans are of the text as it was given, in the order they
 * stand there.
 *
 * @param figures those that stand for themselves; the parts of one are found in it
 */
public record Reading(String text, Outline outline, List<Figure> figures) {

	public Reading {
		figures = List.copyOf(figures);
	}

	/**
	 * The same in another writing of the text.
	 * @param text in that writing
	 * @param move finds a stretch of this text there
	 */
	public Reading moved(String text, UnaryOperator<Span> move) {
		return new Reading(text, this.outline.moved(move),
				this.figures.stream().map((figure) -> figure.moved(move)).toList());
	}

	/** Every figure, each followed by its parts. */
	public Stream<Figure> all() {
		return this.figures.stream().flatMap(Reading::withParts);
	}

	private static Stream<Figure> withParts(Figure figure) {
		return Stream.concat(Stream.of(figure), figure.parts().stream().flatMap(Reading::withParts));
	}

}
