package org.kebao.binding;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.kebao.script.Span;

/**
 * A text as it prints: plain words.
 *
 * @param source the text as it was typed
 * @param text with the figures in the places of the tokens
 * @param places of the tokens, in their order
 */
public record Printed(String source, String text, List<TokenPlace> places) {

	public Printed {
		places = List.copyOf(places);
	}

	/** What is wrong with the text, in its order. */
	public List<TokenPlace> troubles() {
		return this.places.stream().filter((place) -> place.trouble() != Trouble.NONE).toList();
	}

	/** Whether a stretch of the printed text holds words of a token. */
	public boolean isBound(Span printed) {
		return bound(printed).isPresent();
	}

	/** The first token whose words a stretch of the printed text holds. */
	public Optional<TokenPlace> bound(Span printed) {
		return meeting(printed, TokenPlace::isBound);
	}

	/**
	 * Whether a stretch of the printed text holds words that say why a token is wrong.
	 */
	public boolean isTroubled(Span printed) {
		return meeting(printed, (place) -> place.isBound() && place.trouble() != Trouble.NONE).isPresent();
	}

	private Optional<TokenPlace> meeting(Span printed, Predicate<TokenPlace> sought) {
		int at = first((words) -> words.end() > printed.offset());
		while (at < this.places.size() && this.places.get(at).printed().offset() < printed.end()) {
			if (sought.test(this.places.get(at))) {
				return Optional.of(this.places.get(at));
			}
			at++;
		}
		return Optional.empty();
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
		int behind = first((words) -> end ? words.offset() >= offset : words.offset() > offset);
		if (behind == 0) {
			return offset;
		}
		TokenPlace place = this.places.get(behind - 1);
		Span words = place.printed();
		if (place.isBound() && (offset < words.end() || (end && offset == words.end()))) {
			return end ? place.token().span().end() : place.token().span().offset();
		}
		return offset + place.token().span().end() - words.end();
	}

	/**
	 * The first place of whose words something is true that is true of all behind it,
	 * looked for by halves: a text may be full of tokens.
	 */
	private int first(Predicate<Span> reached) {
		int low = 0;
		int high = this.places.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (reached.test(this.places.get(middle).printed())) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low;
	}

}
