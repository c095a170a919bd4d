package org.kebao.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where paragraphs, sentences and clauses of a text begin and end. What stands in
 * brackets, quotation marks or a title is not taken apart. The spans are of the text that
 * was given here, without the white space around them, and none is empty.
 */
public final class Sentences {

	private static final String OPENING = "（([［【〔｛{“‘「『《〈";

	private static final String CLOSING = "）)]］】〕｝}”’」』》〉";

	/** Full-width and half-width forms close each other. */
	private static final int[] FORMS = { 0, 0, 1, 1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10 };

	/** What goes on and on is cut behind a comma, so that no text makes much work. */
	private static final int LONGEST = 1000;

	/** Fewer lines than these are no page of print. */
	private static final int FEWEST_LINES = 8;

	/** How narrow and how wide a line of print is, in Latin characters. */
	private static final int NARROWEST = 40;

	private static final int WIDEST = 120;

	/** How much of a line stays free where the next sign does not fit. */
	private static final int EDGE = 8;

	private Sentences() {
	}

	/** The paragraphs; a line that breaks off after 、 or ， goes on in the next. */
	public static List<Span> paragraphs(String text) {
		List<Span> paragraphs = new ArrayList<>();
		int start = -1;
		for (Span line : lines(text)) {
			if (start >= 0 && goesOn(text, paragraphs.get(paragraphs.size() - 1), line)) {
				paragraphs.set(paragraphs.size() - 1, Span.between(start, line.end()));
				continue;
			}
			start = line.offset();
			paragraphs.add(line);
		}
		return paragraphs;
	}

	/**
	 * The line breaks of a text that was copied from print and breaks off at the edge of
	 * the page, within sentences and words. None where lines are paragraphs.
	 */
	public static int[] wraps(String text) {
		List<Span> lines = lines(text);
		int width = 0;
		for (Span line : lines) {
			width = Math.max(width, columns(text, line));
		}
		if (lines.size() < FEWEST_LINES || width < NARROWEST || width > WIDEST) {
			return new int[0];
		}
		int full = 0;
		int broken = 0;
		IntStream.Builder wraps = IntStream.builder();
		for (int i = 0; i + 1 < lines.size(); i++) {
			Span line = lines.get(i);
			Span next = lines.get(i + 1);
			boolean fills = columns(text, line) >= width - EDGE;
			full += fills ? 1 : 0;
			if ((fills || line.length() <= 2) && breaksOff(text, line, next)) {
				broken += fills ? 1 : 0;
				IntStream.range(line.end(), next.offset()).forEach(wraps);
			}
		}
		boolean print = 2 * full >= lines.size() && 3 * broken >= 2 * full;
		return print ? wraps.build().toArray() : new int[0];
	}

	private static boolean breaksOff(String text, Span line, Span next) {
		return !isEnd(text, line.end() - 1) && "：:".indexOf(text.charAt(line.end() - 1)) < 0
				&& isOneBreak(text, line.end(), next.offset()) && !isNumbered(text, next)
				&& !(isWord(text, line.end() - 1) && isWord(text, next.offset()));
	}

	/** Whether a line begins with a number of its own: "2. ", not "36.1 亿元". */
	private static boolean isNumbered(String text, Span line) {
		Mark mark = Mark.at(text, line.offset(), line.end());
		if (mark == null || !isDigit(text, line.offset())) {
			return mark != null;
		}
		int unit = mark.end();
		while (unit < line.end() && isBlank(text.charAt(unit))) {
			unit++;
		}
		return !isDigit(text, mark.end()) && MeasureWords.at(text, unit, line.end()) == 0;
	}

	/** How wide a line is in print: a Chinese character is as wide as two Latin ones. */
	private static int columns(String text, Span line) {
		int columns = 0;
		for (int i = line.offset(); i < line.end() && columns <= WIDEST; i++) {
			columns += (text.charAt(i) < 0x2000) ? 1 : 2;
		}
		return columns;
	}

	/** The lines that hold anything. */
	public static List<Span> lines(String text) {
		List<Span> lines = new ArrayList<>();
		int start = 0;
		for (int i = 0; i <= text.length(); i++) {
			if (i == text.length() || isBreak(text.charAt(i))) {
				add(lines, text, start, i);
				start = i + 1;
			}
		}
		return lines;
	}

	/** The sentences of a paragraph, each with the sign that ends it. */
	public static List<Span> sentences(String text, Span paragraph) {
		int[] closing = pairs(text, paragraph);
		List<Span> sentences = new ArrayList<>();
		int start = paragraph.offset();
		int i = start;
		while (i < paragraph.end()) {
			int partner = closing[i - paragraph.offset()];
			if (partner > i && partner - start < 2 * LONGEST) {
				boolean ended = isEnd(text, partner - 1);
				i = partner + 1;
				if (ended && isQuotation(text.charAt(partner)) && beginsAnew(text, i, paragraph.end())) {
					add(sentences, text, start, i);
					start = i;
				}
				continue;
			}
			if (isEnd(text, i)) {
				i++;
				while (i < paragraph.end() && (isEnd(text, i) || CLOSING.indexOf(text.charAt(i)) >= 0)) {
					i++;
				}
				add(sentences, text, start, i);
				start = i;
				continue;
			}
			i++;
			if (i - start >= 2 * LONGEST || (i - start >= LONGEST && "，,、".indexOf(text.charAt(i - 1)) >= 0)) {
				add(sentences, text, start, i);
				start = i;
			}
		}
		add(sentences, text, start, paragraph.end());
		return sentences;
	}

	/** The clauses of a sentence, each with the comma, colon or stop that ends it. */
	public static List<Span> clauses(String text, Span sentence) {
		int[] closing = pairs(text, sentence);
		List<Span> clauses = new ArrayList<>();
		int start = sentence.offset();
		int i = start;
		while (i < sentence.end()) {
			int partner = closing[i - sentence.offset()];
			if (partner > i) {
				i = partner + 1;
				continue;
			}
			if (isEnd(text, i) || isPause(text, i)) {
				add(clauses, text, start, i + 1);
				start = i + 1;
			}
			i++;
		}
		add(clauses, text, start, sentence.end());
		return clauses;
	}

	/**
	 * For every sign of a stretch the offset of the bracket or quotation mark that closes
	 * it, -1 where it opens nothing or is never closed.
	 */
	public static int[] pairs(String text, Span within) {
		int[] closing = new int[within.length()];
		Arrays.fill(closing, -1);
		int[] open = new int[within.length()];
		int[] depthOf = new int[OPENING.length()];
		int depth = 0;
		int straight = -1;
		for (int i = within.offset(); i < within.end(); i++) {
			char sign = text.charAt(i);
			if (sign == '"') {
				if (straight >= 0) {
					closing[straight - within.offset()] = i;
					straight = -1;
				}
				else {
					straight = i;
				}
				continue;
			}
			int form = form(sign, OPENING);
			if (form >= 0) {
				open[depth++] = i;
				depthOf[form]++;
				continue;
			}
			form = form(sign, CLOSING);
			if (form < 0 || depthOf[form] == 0) {
				continue;
			}
			while (depth > 0) {
				int begun = open[--depth];
				int begunForm = form(text.charAt(begun), OPENING);
				depthOf[begunForm]--;
				if (begunForm == form) {
					closing[begun - within.offset()] = i;
					break;
				}
			}
		}
		return closing;
	}

	/** Whether a sign ends a sentence. */
	public static boolean isEnd(String text, int at) {
		return switch (text.charAt(at)) {
			case '。', '！', '？', '；', '｡' -> true;
			case '!', '?', ';' -> !isWord(text, at + 1);
			default -> false;
		};
	}

	/** Whether a sign ends a clause within a sentence. */
	public static boolean isPause(String text, int at) {
		return switch (text.charAt(at)) {
			case '，', '：' -> true;
			case ',', ':' -> !isDigit(text, at - 1) || !isDigit(text, at + 1);
			default -> false;
		};
	}

	public static boolean isHan(char sign) {
		return (sign >= '\u4e00' && sign <= '\u9fff') || (sign >= '\u3400' && sign <= '\u4dbf') || sign == '〇';
	}

	public static boolean isBlank(char sign) {
		return sign <= ' ' || sign == '\u3000' || sign == '\u00a0' || sign == '\ufeff'
				|| (sign >= '\u2000' && sign <= '\u200f') || isBreak(sign);
	}

	public static boolean isBreak(char sign) {
		return sign == '\n' || sign == '\r' || sign == '\f' || sign == '\u000b' || sign == '\u0085' || sign == '\u2028'
				|| sign == '\u2029';
	}

	/** Whether a line breaks off within a sentence that the next one carries on. */
	private static boolean goesOn(String text, Span line, Span next) {
		char last = text.charAt(line.end() - 1);
		return (last == '、' || last == '，' || last == ',') && isHan(text.charAt(next.offset()))
				&& isOneBreak(text, line.end(), next.offset());
	}

	private static boolean isOneBreak(String text, int start, int end) {
		return end - start == 1 || (end - start == 2 && text.charAt(start) == '\r' && text.charAt(start + 1) == '\n');
	}

	private static boolean isQuotation(char sign) {
		return sign == '”' || sign == '"' || sign == '』' || sign == '」';
	}

	/** Whether what follows a quotation is a new sentence and not "的" or a comma. */
	private static boolean beginsAnew(String text, int at, int end) {
		return at < end && text.charAt(at) != '的' && (Character.isLetterOrDigit(text.charAt(at))
				|| OPENING.indexOf(text.charAt(at)) >= 0 || isBlank(text.charAt(at)));
	}

	private static int form(char sign, String signs) {
		int form = signs.indexOf(sign);
		return (form < 0) ? -1 : FORMS[form];
	}

	private static boolean isWord(String text, int at) {
		return at < text.length() && text.charAt(at) < 128 && Character.isLetterOrDigit(text.charAt(at));
	}

	private static boolean isDigit(String text, int at) {
		return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
	}

	private static void add(List<Span> spans, String text, int start, int end) {
		int first = start;
		int last = end;
		while (first < last && isBlank(text.charAt(first))) {
			first++;
		}
		while (last > first && isBlank(text.charAt(last - 1))) {
			last--;
		}
		if (first < last) {
			spans.add(Span.between(first, last));
		}
	}

}
