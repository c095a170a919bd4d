package org.kebao.script;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A set of words that can be found in a text from either side, the longest first.
 */
public final class Words {

	private final char[] first;

	private final String[][] byFirst;

	private final char[] last;

	private final String[][] byLast;

	private Words(String[] words) {
		Map<Character, String[]> forward = index(words, (word) -> word.charAt(0));
		Map<Character, String[]> backward = index(words, (word) -> word.charAt(word.length() - 1));
		this.first = keys(forward);
		this.byFirst = forward.values().toArray(String[][]::new);
		this.last = keys(backward);
		this.byLast = backward.values().toArray(String[][]::new);
	}

	/** The words of a list with blanks between them. */
	public static Words of(String... words) {
		return new Words(String.join(" ", words).trim().split("\\s+"));
	}

	/** How long a word is that starts here, 0 where none does. */
	public int startingAt(String text, int at, int end) {
		if (at >= end) {
			return 0;
		}
		int index = Arrays.binarySearch(this.first, text.charAt(at));
		if (index >= 0) {
			for (String word : this.byFirst[index]) {
				if (word.length() <= end - at && text.startsWith(word, at)) {
					return word.length();
				}
			}
		}
		return 0;
	}

	/** How long a word is that ends here, 0 where none does. */
	public int endingAt(String text, int start, int end) {
		if (end <= start) {
			return 0;
		}
		int index = Arrays.binarySearch(this.last, text.charAt(end - 1));
		if (index >= 0) {
			for (String word : this.byLast[index]) {
				if (word.length() <= end - start && text.startsWith(word, end - word.length())) {
					return word.length();
				}
			}
		}
		return 0;
	}

	/** Where the first of the words starts, -1 where there is none. */
	public int firstIn(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			if (startingAt(text, i, end) > 0) {
				return i;
			}
		}
		return -1;
	}

	/** Where the last of the words starts, -1 where there is none. */
	public int lastIn(String text, int start, int end) {
		for (int i = end; i > start; i--) {
			int length = endingAt(text, start, i);
			if (length > 0) {
				return i - length;
			}
		}
		return -1;
	}

	public boolean in(String text, int start, int end) {
		return firstIn(text, start, end) >= 0;
	}

	/** Where a stretch begins when these words and blanks are taken off its start. */
	public int stripStart(String text, int start, int end) {
		int at = start;
		int length = 0;
		do {
			at += length;
			while (at < end && Sentences.isBlank(text.charAt(at))) {
				at++;
			}
			length = startingAt(text, at, end);
		}
		while (length > 0);
		return at;
	}

	/** Where a stretch ends when these words and blanks are taken off its end. */
	public int stripEnd(String text, int start, int end) {
		int at = end;
		int length = 0;
		do {
			at -= length;
			while (at > start && Sentences.isBlank(text.charAt(at - 1))) {
				at--;
			}
			length = endingAt(text, start, at);
		}
		while (length > 0);
		return at;
	}

	private static Map<Character, String[]> index(String[] words, Function<String, Character> key) {
		Map<Character, String[]> index = new TreeMap<>();
		for (String word : words) {
			index.merge(key.apply(word), new String[] { word }, Words::both);
		}
		index.values().forEach((some) -> Arrays.sort(some, Comparator.comparingInt(String::length).reversed()));
		return index;
	}

	private static String[] both(String[] some, String[] others) {
		String[] both = Arrays.copyOf(some, some.length + others.length);
		System.arraycopy(others, 0, both, some.length, others.length);
		return both;
	}

	private static char[] keys(Map<Character, String[]> index) {
		char[] keys = new char[index.size()];
		int i = 0;
		for (char key : index.keySet()) {
			keys[i++] = key;
		}
		return keys;
	}

}
