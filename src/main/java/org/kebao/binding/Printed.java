package org.kebao.binding;

import java.util.List;

import org.kebao.script.Span;

/**
 * A text as it prints: plain words.
 *
 * @param source the text as it was typed
 * @param text with the figures in the places of the tokens
 * @param places of the tokens, in their order
 */
public record Printed(String source, String text, List<Place> places) {

	public Printed {
		places = List.copyOf(places);
	}

	/** What is wrong with the text, in its order. */
	public List<Place> troubles() {
		return this.places.stream().filter((place) -> place.trouble() != Trouble.NONE).toList();
	}

	/** Whether a stretch of the printed text holds words of a token. */
	public boolean isBound(Span printed) {
		return this.places.stream()
			.filter(Place::isBound)
			.anyMatch((place) -> place.printed().offset() < printed.end() && printed.offset() < place.printed().end());
	}

	/**
	 * Where a stretch of the printed text stands in the typed one; a token is there as a
	 * whole or not at all.
	 */
	public Span source(Span printed) {
		int start = typed(printed.offset(), false);
		int end = (printed.length() > 0) ? typed(printed.end(), true) : start;
		return new Span(start, end - start);
	}

	/**
	 * @param end whether the offset ends a stretch
	 */
	private int typed(int offset, boolean end) {
		int shift = 0;
		for (Place place : this.places) {
			Span words = place.printed();
			if (offset < words.offset() || (end && offset == words.offset())) {
				break;
			}
			if (place.isBound() && (offset < words.end() || (end && offset == words.end()))) {
				return end ? place.token().span().end() : place.token().span().offset();
			}
			shift = place.token().span().end() - words.end();
		}
		return offset + shift;
	}

}
