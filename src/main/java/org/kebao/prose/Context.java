package org.kebao.prose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The words around the figures of a text: those of the clause of each, and what was said
 * before it in its sentence and in the headings above.
 */
final class Context {

	/** Where one statement ends and the next begins. */
	private static final String ENDS = "，,；;。：:！？!?（()）\n\r";

	private static final int BEFORE = 60;

	private static final int AFTER = 40;

	/** How far a sentence is remembered. */
	private static final int CLAUSES = 8;

	private static final int MEMORY = 200;

	/** How far a bracket before a number is looked over: "众创空间（市级）12家". */
	private static final int ASIDE = 20;

	private final Reading reading;

	private final String text;

	private final List<Figure> figures;

	private final Terms terms;

	private final Terms.Word[] words;

	private final int[] starts;

	private final TreeMap<Integer, Heading> headings = new TreeMap<>();

	Context(Reading reading, List<Figure> figures, Terms terms) {
		this.reading = reading;
		this.text = reading.text();
		this.figures = figures;
		this.terms = terms;
		this.words = terms.read(this.text, 0, this.text.length()).toArray(Terms.Word[]::new);
		this.starts = Arrays.stream(this.words).mapToInt(Terms.Word::start).toArray();
		reading.outline().headings().forEach((heading) -> this.headings.put(heading.span().offset(), heading));
	}

	/** What is said around a figure. */
	Mention around(int index) {
		Figure figure = this.figures.get(index);
		int before = start(index, figure.span().offset());
		int after = end(index);
		return new Mention(figure, this.text, this.terms, words(before, figure.span().offset()),
				words(figure.span().end(), after), Span.between(before, figure.span().offset()),
				Span.between(figure.span().end(), after), left(figure, before), above(figure), isListed(index, before),
				index > 0 && this.figures.get(index - 1).span().end() >= before);
	}

	private int start(int index, int from) {
		int floor = Math.max(0, from - BEFORE);
		int at = from;
		if (at > 0 && "）)".indexOf(this.text.charAt(at - 1)) >= 0) {
			int open = opening(at - 1);
			at = (open >= 0) ? open : at;
		}
		if (index > 0) {
			floor = Math.max(floor, Math.min(at, this.figures.get(index - 1).span().end()));
		}
		while (at > floor && ENDS.indexOf(this.text.charAt(at - 1)) < 0) {
			at--;
		}
		return at;
	}

	private int opening(int close) {
		for (int at = close; at >= Math.max(0, close - ASIDE); at--) {
			if ("（(".indexOf(this.text.charAt(at)) >= 0) {
				return at;
			}
		}
		return -1;
	}

	private int end(int index) {
		int at = this.figures.get(index).span().end();
		int ceiling = Math.min(this.text.length(), at + AFTER);
		if (index + 1 < this.figures.size()) {
			ceiling = Math.max(at, Math.min(ceiling, this.figures.get(index + 1).span().offset()));
		}
		while (at < ceiling && ENDS.indexOf(this.text.charAt(at)) < 0) {
			at++;
		}
		return at;
	}

	/** The clauses before, the nearest first. */
	private List<Clause> left(Figure figure, int from) {
		List<Clause> clauses = new ArrayList<>();
		int floor = Math.max(figure.sentence().offset(), from - MEMORY);
		int end = from;
		for (int at = from; at > floor && clauses.size() < CLAUSES; at--) {
			if (ENDS.indexOf(this.text.charAt(at - 1)) >= 0) {
				add(clauses, at, end);
				end = at - 1;
			}
		}
		if (clauses.size() < CLAUSES) {
			add(clauses, floor, end);
		}
		return clauses;
	}

	private void add(List<Clause> clauses, int start, int end) {
		if (start < end) {
			clauses.add(new Clause(Span.between(start, end), words(start, end)));
		}
	}

	/** What stands between two ends of a statement. */
	record Clause(Span span, List<Terms.Word> words) {
	}

	/** The words of the headings the figure stands under. */
	private List<Terms.Word> above(Figure figure) {
		List<Terms.Word> above = new ArrayList<>();
		int level = Integer.MAX_VALUE;
		@Nullable Integer at = this.headings.floorKey(figure.span().offset());
		for (int i = 0; at != null && level > 1 && i < CLAUSES; i++) {
			Heading heading = this.headings.get(at);
			if (heading.level() < level) {
				level = heading.level();
				above.addAll(words(heading.span().offset(), Math.min(heading.span().end(), at + MEMORY)));
			}
			at = this.headings.lowerKey(at);
		}
		return above;
	}

	/**
	 * Whether it counts what was listed: "甲、乙等3家", or follows such a count in its clause.
	 */
	private boolean isListed(int index, int before) {
		int at = this.figures.get(index).span().offset();
		if (at > 0 && this.text.charAt(at - 1) == '等') {
			return true;
		}
		if (index == 0) {
			return false;
		}
		Span previous = this.figures.get(index - 1).span();
		return previous.end() >= before && previous.offset() > 0 && this.text.charAt(previous.offset() - 1) == '等'
				&& previous.end() <= at;
	}

	/** The words that lie between two places whole, or reach over the second. */
	private List<Terms.Word> words(int start, int end) {
		List<Terms.Word> found = new ArrayList<>();
		int i = Arrays.binarySearch(this.starts, start);
		for (i = (i < 0) ? -i - 1 : i; i < this.words.length && this.words[i].start() < end; i++) {
			found.add(this.words[i]);
		}
		return found;
	}

}
