package org.kebao.prose;

import java.util.List;
import java.util.stream.Stream;

/**
 * A text as it was read. All spans are of the text as it was given, in the order they
 * stand there.
 *
 * @param figures those that stand for themselves; the parts of one are found in it
 */
public record Reading(String text, Outline outline, List<Figure> figures, List<Flaw> flaws) {

	public Reading {
		figures = List.copyOf(figures);
		flaws = List.copyOf(flaws);
	}

	/** Every figure, each followed by its parts. */
	public Stream<Figure> all() {
		return this.figures.stream().flatMap(Reading::withParts);
	}

	private static Stream<Figure> withParts(Figure figure) {
		return Stream.concat(Stream.of(figure), figure.parts().stream().flatMap(Reading::withParts));
	}

}
