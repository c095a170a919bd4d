package org.kebao.summary;

import java.io.Writer;

/**
 * Takes what a template is filled with, and no more than the largest report ever makes.
 */
final class BoundedWriter extends Writer {

	/**
	 * Five times the texts of a report: a template may print one of them more than once.
	 */
	static final int MOST = 1_000_000;

	private final StringBuilder written = new StringBuilder();

	/** There is no end to it. */
	static final class FullException extends RuntimeException {

		FullException() {
			super("More than %d characters".formatted(MOST));
		}

	}

	@Override
	public void write(char[] buffer, int offset, int length) {
		requireRoom(length);
		this.written.append(buffer, offset, length);
	}

	@Override
	public void write(String text, int offset, int length) {
		requireRoom(length);
		this.written.append(text, offset, offset + length);
	}

	private void requireRoom(int length) {
		if (length > MOST - this.written.length()) {
			throw new FullException();
		}
	}

	@Override
	public void flush() {
	}

	@Override
	public void close() {
	}

	@Override
	public String toString() {
		return this.written.toString();
	}

}
