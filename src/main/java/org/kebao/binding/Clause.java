package org.kebao.binding;

import java.util.List;

/**
 * What the writer himself has said before a token, in the same clause.
 */
final class Clause {

	private static final String ENDS = "，。；：！？,;:!?\n";

	private static final List<String> EXPECTED = List.of("预计", "预期", "有望");

	/** More than a clause has before its figure. */
	private static final int LONGEST = 80;

	private String words = "";

	private String last = "";

	/** Goes on with a text in which no token stands. */
	void read(String text) {
		int end = text.length() - 1;
		int first = Math.max(text.length() - LONGEST, 0);
		while (end >= first && ENDS.indexOf(text.charAt(end)) < 0) {
			end--;
		}
		boolean begins = end >= first;
		this.last = text.substring(end + 1);
		String whole = begins ? this.last : this.words + this.last;
		this.words = whole.substring(Math.max(whole.length() - LONGEST, 0));
	}

	/** Whether what follows is told as expected. */
	boolean isExpected() {
		return EXPECTED.stream().anyMatch(this.words::contains);
	}

	/** Whether these are the words right before the token. */
	boolean endsWith(String words) {
		return this.last.endsWith(words);
	}

}
