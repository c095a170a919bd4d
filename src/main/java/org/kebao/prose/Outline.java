package org.kebao.prose;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.script.Span;

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

	/** Paragraphs, and headings on lines of their own, as they follow one another. */
	public List<Span> stretches() {
		return Stream
			.concat(this.paragraphs.stream(),
					this.headings.stream().filter((heading) -> !heading.runIn()).map(Heading::span))
			.sorted(Comparator.comparingInt(Span::offset))
			.toList();
	}

	Outline moved(UnaryOperator<Span> move) {
		return new Outline(moved(this.title, move), moved(this.addressee, move),
				this.headings.stream().map((heading) -> heading.moved(move)).toList(),
				this.paragraphs.stream().map(move).toList(), moved(this.signature, move), moved(this.date, move));
	}

	private static @Nullable Span moved(@Nullable Span span, UnaryOperator<Span> move) {
		return (span == null) ? null : move.apply(span);
	}

}
