package org.kebao.mention;

import org.kebao.script.Span;

/**
 * Words of a text with what stands around them.
 *
 * @param before no longer than one can read at a glance, as is after
 */
public record Quote(String before, String words, String after) {

	private static final int BEFORE = 60;

	private static final int AFTER = 40;

	private static final String CUT = "…";

	/**
	 * Quotes a stretch of a text.
	 * @param within what is quoted around it, if it is not too long
	 */
	static Quote of(String text, Span at, Span within) {
		int start = Math.max(Math.min(within.offset(), at.offset()), whole(text, at.offset() - BEFORE));
		int end = Math.min(Math.max(within.end(), at.end()), whole(text, at.end() + AFTER));
		return new Quote(((start > within.offset()) ? CUT : "") + text.substring(start, at.offset()), at.of(text),
				text.substring(at.end(), end) + ((end < within.end()) ? CUT : ""));
	}

	/** The same of the line it stands in. */
	static Quote of(String text, Span at) {
		int start = text.lastIndexOf('\n', Math.max(at.offset() - 1, 0)) + 1;
		int end = text.indexOf('\n', at.end());
		start = Math.min(start, at.offset());
		return of(text, at, new Span(start, ((end < 0) ? text.length() : end) - start));
	}

	/** Half of a surrogate pair is not cut off. */
	private static int whole(String text, int offset) {
		boolean inside = offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
		return inside ? offset + 1 : offset;
	}

}
