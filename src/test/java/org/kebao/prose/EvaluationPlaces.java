package org.kebao.prose;

import java.util.ArrayList;
import java.util.List;

import org.kebao.script.Span;

/**
 * Where words stand in a text, whatever blanks and line breaks lie between them.
 */
final class EvaluationPlaces {

	private final String squeezed;

	private final List<Integer> offsets = new ArrayList<>();

	private final int length;

	EvaluationPlaces(String text) {
		StringBuilder builder = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			if (!isBlank(text.charAt(i))) {
				builder.append(text.charAt(i));
				this.offsets.add(i);
			}
		}
		this.squeezed = builder.toString();
		this.length = text.length();
	}

	/** Everywhere the words stand; the whole text for words that are not in it. */
	List<Span> of(String words) {
		String sought = squeeze(words);
		List<Span> places = new ArrayList<>();
		int at = sought.isEmpty() ? -1 : this.squeezed.indexOf(sought);
		while (at >= 0) {
			places.add(Span.between(this.offsets.get(at), this.offsets.get(at + sought.length() - 1) + 1));
			at = this.squeezed.indexOf(sought, at + 1);
		}
		return places.isEmpty() ? List.of(new Span(0, this.length)) : places;
	}

	static String squeeze(String words) {
		StringBuilder builder = new StringBuilder();
		words.chars().filter((c) -> !isBlank((char) c)).forEach((c) -> builder.append((char) c));
		return builder.toString();
	}

	private static boolean isBlank(char c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
	}

}
