package org.kebao.prose;

import java.util.List;

/**
 * The door to the reader of office prose.
 */
public final class Prose {

	private Prose() {
	}

	/** Reads a whole document; its headings tell what is report and what is plan. */
	public static Reading read(String text) {
		return read(text, Figure.Role.ACTUAL);
	}

	/**
	 * Reads a text, or a paragraph of one.
	 * @param usual the role of a figure where the text says nothing of it
	 */
	public static Reading read(String text, Figure.Role usual) {
		return new Reading(text, new Outline(null, null, List.of(), List.of(), null, null), List.of(), List.of());
	}

	/** The sentences of a text, in their order, each with the sign that ends it. */
	public static List<Span> sentences(String text) {
		return Sentences.paragraphs(text)
			.stream()
			.flatMap((paragraph) -> Sentences.sentences(text, paragraph).stream())
			.toList();
	}

}
