package org.kebao.script;

/**
 * A stretch of a text.
 *
 * @param offset where it begins in the text as it was given, in UTF-16 units
 * @param length in UTF-16 units
 */
public record Span(int offset, int length) {

	public static Span between(int start, int end) {
		return new Span(start, end - start);
	}

	public int end() {
		return this.offset + this.length;
	}

	public boolean covers(Span other) {
		return this.offset <= other.offset && other.end() <= end();
	}

	/** From where the first of both begins to where the last of them ends. */
	public Span with(Span other) {
		return between(Math.min(this.offset, other.offset), Math.max(end(), other.end()));
	}

	/** The words it covers. */
	public String of(String text) {
		return text.substring(this.offset, end());
	}

}
