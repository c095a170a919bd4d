package org.kebao.firstprint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/**
 * 模板: the text an administrator writes, with marks at the start of a line and Mustache
 * tags for the content of a report.
 * <p>
 * Whatever was typed into a report arrives between two noncharacters, with a third one
 * for its line ends. So a mark is a mark only where the template itself says so.
 */
final class TemplateText {

	private static final char OPEN = '\uFDD0';

	private static final char CLOSE = '\uFDD1';

	private static final char BREAK = '\uFDD2';

	/** What a heading on a line of its own does not end with (GB/T 15834—2011). */
	private static final String STOPS = "。．；，：、";

	/** What a sentence may end with. */
	private static final String ENDS = "。！？；…!?;.";

	/** What may stand behind the end of a sentence. */
	private static final String CLOSERS = "”’）》)\"";

	private static final Pattern LINE_ENDS = Pattern.compile("\r\n?|[\n\u000B\f\u0085\u2028\u2029]");

	private static final Pattern HEADING = Pattern.compile("#{1," + (Numbering.LEVELS + 1) + "} .*", Pattern.DOTALL);

	private static final String TABLE = "!指标表";

	private static final String COMPLETION = "!完成情况表";

	private static final String CHART = "!对比图";

	private static final String SIGNATURE = "!落款";

	private static final Mustache.Compiler COMPILER = Mustache.compiler()
		.escapeHTML(false)
		.emptyStringIsFalse(true)
		.strictSections(true)
		.withFormatter((value) -> wrapped(value.toString()))
		.withCollector(new BasicCollector() {
			@Override
			public <K, V> Map<K, V> createFetcherCache() {
				return new ConcurrentHashMap<>();
			}
		});

	private final Template template;

	private TemplateText(Template template) {
		this.template = template;
	}

	static TemplateText of(String text) {
		return new TemplateText(COMPILER.compile(clean(text)));
	}

	/**
	 * The paper of this content.
	 * @param date 成文日期
	 */
	Document fill(Content content, Numbering numbering, LocalDate date) {
		String filled = this.template.execute(TemplateWords.of(content));
		List<String> title = new ArrayList<>();
		String addressee = null;
		List<Document.Block> blocks = new ArrayList<>();
		Numbering.Counter counter = numbering.counter();
		for (String marked : filled.split("\n", -1)) {
			// a mark whose text came to nothing still ends with its space
			String line = marked.stripLeading();
			String insert = line.stripTrailing();
			if (line.startsWith("# ")) {
				inline(line.substring(2)).ifPresent(title::add);
			}
			else if (HEADING.matcher(line).matches()) {
				int level = line.indexOf(' ') - 1;
				inline(line.substring(level + 2)).map(TemplateText::withoutStop)
					.filter((text) -> !text.isEmpty())
					.ifPresent((text) -> blocks
						.add(new Document.Heading(level, apart(counter.heading(level), text), text)));
			}
			else if (line.startsWith("> ")) {
				addressee = inline(line.substring(2)).map(
						(text) -> (text.endsWith(":") ? text.substring(0, text.length() - 1) : withoutStop(text)) + "：")
					.orElse(addressee);
			}
			else if (line.startsWith("- ")) {
				paragraphs(line.substring(2)).map(TemplateText::withStop)
					.forEach((text) -> blocks.add(new Document.Paragraph(apart(counter.entry(), text), text)));
			}
			else if (insert.equals(TABLE)) {
				Document.FigureTable table = Document.FigureTable.of(content);
				if (!table.groups().isEmpty()) {
					blocks.add(table);
				}
			}
			else if (insert.equals(COMPLETION)) {
				Document.CompletionTable table = Document.CompletionTable.of(content);
				if (!table.groups().isEmpty()) {
					blocks.add(table);
				}
			}
			else if (insert.equals(CHART)) {
				ComparisonChart.of(content).ifPresent(blocks::add);
			}
			else if (insert.equals(SIGNATURE)) {
				blocks.add(new Document.Signature(clean(content.bureau().name()), date));
			}
			else {
				paragraphs(line).forEach((text) -> blocks.add(new Document.Paragraph("", text)));
			}
		}
		return new Document(List.copyOf(title), addressee, List.copyOf(blocks));
	}

	/** The paragraphs of a filled line, without those that hold nothing. */
	private static Stream<String> paragraphs(String line) {
		return Arrays.stream(line.split(String.valueOf(BREAK)))
			.map(TemplateText::unwrapped)
			.filter((text) -> !text.isEmpty());
	}

	/** A filled line that must stay one line. */
	private static Optional<String> inline(String line) {
		String text = unwrapped(line.replace(BREAK, ' '));
		return text.isEmpty() ? Optional.empty() : Optional.of(text);
	}

	/** Typed text between its noncharacters; nothing stays nothing, for the sections. */
	private static String wrapped(String typed) {
		String text = clean(typed);
		return text.isBlank() ? "" : OPEN + text.replace('\n', BREAK) + CLOSE;
	}

	private static String unwrapped(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		text.chars().filter((c) -> c != OPEN && c != CLOSE).forEach((c) -> plain.append((char) c));
		// the indent is the renderer's, 全角空格 typed by hand goes
		int start = 0;
		int end = plain.length();
		while (start < end && isBlank(plain.charAt(start))) {
			start++;
		}
		while (end > start && isBlank(plain.charAt(end - 1))) {
			end--;
		}
		return plain.substring(start, end);
	}

	private static boolean isBlank(char c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c);
	}

	/** "1.5G" would be read as an amount. */
	private static String apart(String number, String text) {
		return (number.endsWith(".") && text.charAt(0) < 128) ? number + " " : number;
	}

	/** A heading on a line of its own ends without a stop. */
	private static String withoutStop(String text) {
		int end = text.length();
		while (end > 0 && STOPS.indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		return text.substring(0, end);
	}

	/** An entry of a list is a sentence. */
	private static String withStop(String text) {
		int end = text.length() - 1;
		while (end > 0 && CLOSERS.indexOf(text.charAt(end)) >= 0) {
			end--;
		}
		return (ENDS.indexOf(text.charAt(end)) >= 0) ? text : text + "。";
	}

	/**
	 * Text as a paper can hold it: no control characters, no noncharacters, no halves of
	 * surrogate pairs, one kind of line end.
	 */
	private static String clean(String text) {
		String lines = LINE_ENDS.matcher(text).replaceAll("\n");
		StringBuilder kept = new StringBuilder(lines.length());
		lines.codePoints().filter(TemplateText::isPrintable).forEach(kept::appendCodePoint);
		return kept.toString();
	}

	private static boolean isPrintable(int c) {
		boolean noncharacter = c >= 0xFDD0 && c <= 0xFDEF || (c & 0xFFFE) == 0xFFFE;
		boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
		boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
		return !noncharacter && !control && !half;
	}

}
