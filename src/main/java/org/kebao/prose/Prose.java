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
		Script script = Script.read(text);
		Outline outline = OutlineReader.read(script.text());
		List<Figure> figures = List.of();
		return script.given(text, outline, figures, Lint.flaws(script.text(), outline, figures));
	}

}
