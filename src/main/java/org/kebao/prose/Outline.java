package org.kebao.prose;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a text is built. What a web page puts around a report is no part of it.
 *
 * @param paragraphs those that are neither title, addressee, heading on a line of its own
 * nor signature; a run-in heading stands in its paragraph
 */
public record Outline(@Nullable Span title, @Nullable Span addressee, List<Heading> headings, List<Span> paragraphs,
		@Nullable Span signature, @Nullable Span date) {

	public Outline {
		headings = List.copyOf(headings);
		paragraphs = List.copyOf(paragraphs);
	}

}
