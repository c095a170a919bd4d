package org.kebao.binding;

import java.util.ArrayList;
import java.util.List;

import org.kebao.script.Span;

/**
 * A text with metrics in it. The braces, the dot and the bar may be those of a Chinese
 * input method. A token stands on one line; the innermost pair of braces counts, and
 * braces without a partner stay as they are.
 */
public final class BoundText {

	/** A unit is not longer, with the blanks before it. */
	private static final int BEHIND = 16;

	private final String source;

	private final List<Part> parts;

	/** A token, or braces that are none. */
	private record Part(Token token, boolean paired) {
	}

	private BoundText(String source, List<Part> parts) {
		this.source = source;
		this.parts = parts;
	}

	public static BoundText of(String source) {
		return new BoundText(source, new Scanner(source).scan());
	}

	/** The metrics of the text, in their order. */
	public List<Token> tokens() {
		return this.parts.stream().filter(Part::paired).map(Part::token).toList();
	}

	/** Puts the figures into the places of the tokens. */
	public Printed print(Facts facts) {
		StringBuilder text = new StringBuilder();
		List<TokenPlace> places = new ArrayList<>();
		Clause clause = new Clause();
		int from = 0;
		for (Part part : this.parts) {
			Span span = part.token().span();
			String before = this.source.substring(from, span.offset());
			text.append(before);
			clause.read(before);
			int start = text.length();
			if (part.paired()) {
				Facts.Told told = facts.tell(part.token(), clause, behind(part.token()));
				text.append(told.words());
				places.add(new TokenPlace(part.token(), new Span(start, told.words().length()), told.code(),
						told.trouble(), told.stated()));
			}
			else {
				text.append(span.of(this.source));
				places.add(new TokenPlace(part.token(), new Span(start, span.length()), null, Trouble.UNPAIRED, null));
			}
			from = span.end();
		}
		return new Printed(this.source, text.append(this.source, from, this.source.length()).toString(), places);
	}

	private String behind(Token token) {
		int end = token.span().end();
		return this.source.substring(end, Math.min(end + BEHIND, this.source.length()));
	}

	/**
	 * Goes once through the text.
	 */
	private static final class Scanner {

		private final String text;

		private final List<Part> parts = new ArrayList<>();

		Scanner(String text) {
			this.text = text;
		}

		List<Part> scan() {
			int at = 0;
			while (at < this.text.length()) {
				int opened = run(at, "{｛");
				int closed = run(at, "}｝");
				if (opened - at >= 2) {
					at = token(at, opened);
				}
				else if (closed - at >= 2) {
					unpaired(at, closed);
					at = closed;
				}
				else {
					at++;
				}
			}
			return List.copyOf(this.parts);
		}

		/**
		 * @param braces where they begin
		 * @param inside where they end
		 * @return where to go on
		 */
		private int token(int braces, int inside) {
			int open = inside - 2;
			int end = inside;
			while (end < this.text.length() && this.text.charAt(end) != '\n' && !isPair(end, "{｛")
					&& !isPair(end, "}｝")) {
				end++;
			}
			boolean closed = end < this.text.length() && isPair(end, "}｝");
			if (!closed) {
				unpaired(braces, inside);
				return end;
			}
			if (open - braces >= 2) {
				unpaired(braces, open);
			}
			this.parts
				.add(new Part(Token.read(new Span(open, end + 2 - open), this.text.substring(inside, end)), true));
			return end + 2;
		}

		private void unpaired(int start, int end) {
			this.parts.add(new Part(new Token(new Span(start, end - start), "", Aspect.NOW, Form.USUAL), false));
		}

		private boolean isPair(int at, String braces) {
			return is(at, braces) && is(at + 1, braces);
		}

		private boolean is(int at, String braces) {
			return at < this.text.length() && braces.indexOf(this.text.charAt(at)) >= 0;
		}

		private int run(int at, String braces) {
			int end = at;
			while (is(end, braces)) {
				end++;
			}
			return end;
		}

	}

}
