package org.kebao.mention;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.kebao.field.Saving;
import org.kebao.script.Span;

/**
 * Other words for one stretch of a text.
 *
 * @param field of the text
 * @param base the version of the text the stretch was found in
 * @param at the stretch
 */
record Replacement(String field, String base, Span at, String words) {

	private static final String SEPARATOR = ":";

	private static final int PIECES = 5;

	/**
	 * Puts all of them into the texts they belong to.
	 * @param texts as they were typed, by field
	 * @return nothing where one of them does not fit
	 */
	static Optional<List<Saving.Wish>> apply(List<Replacement> replacements, Map<String, String> texts) {
		Map<String, List<Replacement>> byField = byField(replacements);
		boolean fitting = byField.entrySet()
			.stream()
			.allMatch((field) -> fit(field.getValue(), texts.get(field.getKey())));
		return fitting ? Optional.of(byField.entrySet()
			.stream()
			.map((field) -> new Saving.Wish(field.getKey(), apply(field.getValue(), texts.get(field.getKey())),
					field.getValue().get(0).base()))
			.toList()) : Optional.empty();
	}

	/** What takes all of them back. */
	static List<Replacement> reverse(List<Replacement> replacements, Map<String, String> texts) {
		return byField(replacements).values()
			.stream()
			.flatMap((inField) -> reverse(inField, texts.get(inField.get(0).field())).stream())
			.toList();
	}

	private static Map<String, List<Replacement>> byField(List<Replacement> replacements) {
		return replacements.stream()
			.sorted(Comparator.comparingInt((replacement) -> replacement.at.offset()))
			.collect(Collectors.groupingBy(Replacement::field, TreeMap::new, Collectors.toList()));
	}

	private static boolean fit(List<Replacement> replacements, String text) {
		int end = 0;
		String version = (text != null) ? Saving.version(text) : "";
		for (Replacement replacement : replacements) {
			if (text == null || !replacement.base.equals(version) || replacement.at.offset() < end
					|| replacement.at.length() < 0 || replacement.at.offset() > text.length()
					|| replacement.at.length() > text.length() - replacement.at.offset()) {
				return false;
			}
			end = replacement.at.end();
		}
		return true;
	}

	private static String apply(List<Replacement> replacements, String text) {
		StringBuilder changed = new StringBuilder();
		int from = 0;
		for (Replacement replacement : replacements) {
			changed.append(text, from, replacement.at.offset()).append(replacement.words);
			from = replacement.at.end();
		}
		return changed.append(text, from, text.length()).toString();
	}

	private static List<Replacement> reverse(List<Replacement> replacements, String text) {
		String base = Saving.version(apply(replacements, text));
		int[] shift = { 0 };
		return replacements.stream().map((replacement) -> {
			Span at = new Span(replacement.at.offset() + shift[0], replacement.words.length());
			shift[0] += replacement.words.length() - replacement.at.length();
			return new Replacement(replacement.field, base, at, replacement.at.of(text));
		}).toList();
	}

	/** As it stands in a form. */
	String print() {
		return String.join(SEPARATOR, this.field, this.base, Integer.toString(this.at.offset()),
				Integer.toString(this.at.length()), this.words);
	}

	/** Reads what {@link #print} has written, nothing where it was not. */
	static Optional<Replacement> parse(String printed) {
		String[] pieces = printed.split(SEPARATOR, PIECES);
		if (pieces.length < PIECES) {
			return Optional.empty();
		}
		try {
			return Optional.of(new Replacement(pieces[0], pieces[1],
					new Span(Integer.parseInt(pieces[2]), Integer.parseInt(pieces[3])), pieces[4]));
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

}
