package org.kebao.summary;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import org.jspecify.annotations.Nullable;

import org.kebao.revision.ReportContent;
import org.kebao.script.Legible;
import org.kebao.script.Mark;

/**
 * 模板: the text an administrator writes, with marks at the start of a line and Mustache
 * tags for the content of a report.
 * <p>
 * Whatever was typed into a report arrives between two noncharacters, with a third one
 * for its line ends. So a mark is a mark only where the template itself says so.
 */
final class TemplateText {

	/** Longer texts are not templates. */
	static final int LENGTH = 20_000;

	private static final char OPEN = '\uFDD0';

	private static final char CLOSE = '\uFDD1';

	private static final char BREAK = '\uFDD2';

	/** What a heading on a line of its own does not end with (GB/T 15834—2011). */
	private static final String STOPS = "。．；，：、";

	/** What a sentence may end with. */
	private static final String ENDS = "。！？；…!?;.";

	/** What may stand behind the end of a sentence. */
	private static final String CLOSERS = "”’）》)\"";

	private static final Pattern TAG = Pattern.compile("\\{\\{([^{}]*)}}");

	private static final Pattern HEADING = Pattern.compile("#{1," + (Numbering.LEVELS + 1) + "} .*", Pattern.DOTALL);

	private static final String TABLE = "!指标表";

	private static final String COMPLETION = "!完成情况表";

	private static final String CHART = "!对比图";

	private static final String SIGNATURE = "!落款";

	private static final Set<String> INSERTS = Set.of(TABLE, COMPLETION, CHART, SIGNATURE);

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

	/**
	 * What is wrong with a template.
	 *
	 * @param line counted from 1
	 */
	record Problem(int line, String message) {
	}

	/** A template that cannot make a paper. */
	static final class BrokenTemplateException extends RuntimeException {

		BrokenTemplateException(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

	}

	/** All that is wrong with a text; empty for a good one. */
	static List<Problem> check(String text) {
		if (text.length() > LENGTH) {
			return List.of(new Problem(1, "模板不能超过" + LENGTH + "字"));
		}
		List<Problem> problems = new ArrayList<>();
		Deque<String> sections = new ArrayDeque<>();
		Deque<Integer> opened = new ArrayDeque<>();
		boolean titled = false;
		int charts = 0;
		String[] lines = clean(text).split("\n", -1);
		if (text.indexOf('\u0000') >= 0) {
			problems.add(new Problem(1, "模板中有不能使用的字符"));
		}
		for (int i = 0; i < lines.length; i++) {
			int number = i + 1;
			checkTags(lines[i], number, sections, opened, problems);
			String bare = TAG.matcher(lines[i])
				.replaceAll((tag) -> "#^/!".contains(sign(tag.group(1))) ? "" : "值")
				.strip();
			titled |= bare.startsWith("# ");
			charts += bare.equals(CHART) ? 1 : 0;
			checkMark(bare, number, problems);
		}
		while (!sections.isEmpty()) {
			problems.add(new Problem(opened.pop(), "“{{#" + sections.pop() + "}}”没有对应的结束标签"));
		}
		if (!titled) {
			problems.add(new Problem(1, "缺少标题：标题行以“# ”开头"));
		}
		if (charts > 1) {
			problems.add(new Problem(1, "“" + CHART + "”只能出现一次"));
		}
		if (problems.isEmpty()) {
			// what the reading above let pass, the engine may still refuse
			try {
				COMPILER.compile(clean(text));
			}
			catch (MustacheException ex) {
				problems.add(new Problem(1, "模板无法解析：" + ex.getMessage()));
			}
		}
		return problems;
	}

	private static void checkTags(String line, int number, Deque<String> sections, Deque<Integer> opened,
			List<Problem> problems) {
		Matcher tag = TAG.matcher(line);
		while (tag.find()) {
			char sign = sign(tag.group(1)).charAt(0);
			String name = (sign == ' ') ? tag.group(1).strip() : tag.group(1).strip().substring(1).strip();
			switch (sign) {
				case '!' -> {
				}
				case '#', '^' -> {
					if (!TemplateWords.opens(name, sections)) {
						problems.add(new Problem(number, "没有“" + name + "”这个标签"));
					}
					TemplateWords.listAround(name, sections)
						.ifPresent((outer) -> problems
							.add(new Problem(number, outer.equals(name) ? "“{{#" + name + "}}”不能放在它自己里面"
									: "“{{#" + name + "}}”不能放在“{{#" + outer + "}}”里面，列表里不能再放列表")));
					sections.push(name);
					opened.push(number);
				}
				case '/' -> {
					if (!name.equals(sections.peek())) {
						problems.add(new Problem(number, "“{{/" + name + "}}”没有对应的开始标签"));
					}
					else {
						sections.pop();
						opened.pop();
					}
				}
				case ' ' -> {
					if (!TemplateWords.prints(name, sections)) {
						problems.add(new Problem(number, "没有“" + name + "”这个标签"));
					}
				}
				default -> problems.add(new Problem(number, "不能使用“{{" + sign + "”这种标签"));
			}
		}
		String rest = TAG.matcher(line).replaceAll("");
		if (rest.contains("{{") || rest.contains("}}")) {
			problems.add(new Problem(number, "标签没有写完整：每个标签要在同一行内，以“{{”开始，以“}}”结束"));
		}
	}

	/** The sign a tag begins with, a space for a plain name. */
	private static String sign(String tag) {
		String name = tag.strip();
		return (!name.isEmpty() && "#^/!&>=<$".indexOf(name.charAt(0)) >= 0) ? name.substring(0, 1) : " ";
	}

	private static void checkMark(String line, int number, List<Problem> problems) {
		if (line.startsWith("#") && !HEADING.matcher(line).matches()) {
			problems.add(new Problem(number, line.matches("#{6,}.*") ? "标题最多到四级，即“##### ”" : "“#”之后要空一格再写标题"));
		}
		else if (line.startsWith(">") && !line.startsWith("> ")) {
			problems.add(new Problem(number, "“>”之后要空一格再写主送机关"));
		}
		else if (line.startsWith("!") && !INSERTS.contains(line)) {
			problems.add(new Problem(number,
					"没有“" + line + "”这个标记；可用的有：" + TABLE + "、" + COMPLETION + "、" + CHART + "、" + SIGNATURE));
		}
	}

	/**
	 * @throws BrokenTemplateException when there is a problem
	 */
	static TemplateText of(String text) {
		List<Problem> problems = check(text);
		if (!problems.isEmpty()) {
			Problem first = problems.get(0);
			throw new BrokenTemplateException("第" + first.line() + "行：" + first.message(), null);
		}
		return new TemplateText(COMPILER.compile(clean(text)));
	}

	/**
	 * The paper of this content.
	 * @param date 成文日期
	 * @throws BrokenTemplateException when the template asks for what there is not
	 */
	Document fill(ReportContent content, Numbering numbering, LocalDate date) {
		String filled;
		try {
			BoundedWriter paper = new BoundedWriter();
			this.template.execute(TemplateWords.of(content), paper);
			filled = paper.toString();
		}
		catch (BoundedWriter.FullException ex) {
			throw new BrokenTemplateException("套用以后超过 %,d 字，太长了".formatted(BoundedWriter.MOST), ex);
		}
		catch (MustacheException ex) {
			throw new BrokenTemplateException("模板无法套用：" + ex.getMessage(), ex);
		}
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
				inline(line.substring(level + 2)).map(Mark::printed)
					.map(TemplateText::withoutStop)
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
				paragraphs(line.substring(2)).map(Mark::printed)
					.map(TemplateText::withStop)
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
				paragraphs(line).map(Mark::withoutSign).forEach((text) -> blocks.add(new Document.Paragraph("", text)));
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

	/** Text as a paper can hold it, whoever let it in: no marks of ours among them. */
	private static String clean(String text) {
		return Legible.text(text);
	}

}
