package org.kebao.glossary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.kebao.prose.Figure;
import org.kebao.prose.Heading;
import org.kebao.prose.Reading;
import org.kebao.script.Span;
import org.kebao.script.Words;

/**
 * The words around the figures of a text: those of the clause of each, and what was said
 * before it in its sentence and in the headings above. How far it looks is bounded, so
 * that no text makes it slow.
 */
final class Context {

	/** Where one statement ends and the next begins. */
	private static final String ENDS = "，,；;。：:！？!?（()）\n\r";

	private static final int BEFORE = 60;

	private static final int AFTER = 40;

	/** How far a sentence is remembered, in clauses and in characters. */
	private static final int CLAUSES = 8;

	private static final int MEMORY = 200;

	/** How far a bracket before a number is looked over: "众创空间（市级）12家". */
	private static final int ASIDE = 20;

	private final Terms terms;

	private final String text;

	private final List<Figure> figures;

	/** The whole of each part. */
	private final Map<Integer, Integer> wholes = new HashMap<>();

	private final Terms.Word[] words;

	private final int[] starts;

	/** Those that were asked for. */
	private final @Nullable Clause[] befores;

	/** What the figure counts that starts at an offset. */
	private final Map<Integer, String> things = new HashMap<>();

	private final TreeMap<Integer, Heading> headings = new TreeMap<>();

	/**
	 * A context.
	 * @param figures of the reading, in the order in which they stand there
	 */
	Context(Reading reading, List<Figure> figures, Terms terms) {
		this.terms = terms;
		this.text = reading.text();
		this.figures = figures;
		Map<Span, Integer> indices = new HashMap<>();
		for (int i = 0; i < figures.size(); i++) {
			indices.put(figures.get(i).span(), i);
		}
		for (int i = 0; i < figures.size(); i++) {
			for (Figure part : figures.get(i).parts()) {
				this.wholes.put(indices.get(part.span()), i);
			}
		}
		figures.forEach((figure) -> this.things.put(figure.span().offset(), figure.thing()));
		this.words = terms.read(this.text).toArray(Terms.Word[]::new);
		this.starts = Arrays.stream(this.words).mapToInt(Terms.Word::start).toArray();
		this.befores = new Clause[figures.size()];
		reading.outline().headings().forEach((heading) -> this.headings.put(heading.span().offset(), heading));
	}

	/** What stands between two ends of a statement. */
	record Clause(Span span, List<Terms.Word> words) {
	}

	Figure figure(int index) {
		return this.figures.get(index);
	}

	String text() {
		return this.text;
	}

	/** Words that stand for themselves. */
	List<Terms.Word> read(String words) {
		return this.terms.read(words);
	}

	/** The figure this one is a part of, null for one that stands for itself. */
	@Nullable Integer whole(int index) {
		return this.wholes.get(index);
	}

	/** From the end of the figure or the statement before, to the figure. */
	Clause before(int index) {
		Clause known = this.befores[index];
		if (known == null) {
			known = findBefore(index);
			this.befores[index] = known;
		}
		return known;
	}

	private Clause findBefore(int index) {
		int end = this.figures.get(index).span().offset();
		int floor = Math.max(0, end - BEFORE);
		int at = end;
		if (at > 0 && "）)".indexOf(this.text.charAt(at - 1)) >= 0) {
			at = opening(at - 1);
		}
		if (index > 0) {
			floor = Math.max(floor, Math.min(at, this.figures.get(index - 1).span().end()));
		}
		while (at > floor && ENDS.indexOf(this.text.charAt(at - 1)) < 0) {
			at--;
		}
		return clause(at, end);
	}

	/** Where a bracket opens; where it closes, if that is far. */
	private int opening(int close) {
		for (int at = close; at >= Math.max(0, close - ASIDE); at--) {
			if ("（(".indexOf(this.text.charAt(at)) >= 0) {
				return at;
			}
		}
		return close + 1;
	}

	/** From the figure to the end of the statement or the next figure. */
	Clause after(int index) {
		int start = this.figures.get(index).span().end();
		int ceiling = Math.min(this.text.length(), start + AFTER);
		if (index + 1 < this.figures.size()) {
			ceiling = Math.min(ceiling, this.figures.get(index + 1).span().offset());
		}
		if (start < ceiling && this.text.charAt(start) == '、') {
			return clause(start, start);
		}
		int at = start;
		while (at < ceiling && ENDS.indexOf(this.text.charAt(at)) < 0) {
			at++;
		}
		return clause(start, at);
	}

	/** Whether another figure stands before it in the same statement. */
	boolean followsAnother(int index) {
		return index > 0 && this.figures.get(index - 1).span().end() >= before(index).span().offset();
	}

	/** Whether the sentence goes on with how many of them were approved: "申报6项，已立项5项". */
	boolean isApprovedLater(int index, Terms.Term approved) {
		Figure figure = this.figures.get(index);
		for (int i = index + 1; i < Math.min(this.figures.size(), index + 3); i++) {
			Figure next = this.figures.get(i);
			List<Terms.Word> before = before(i).words();
			boolean bare = before.stream()
				.flatMap((word) -> word.terms().stream())
				.allMatch((term) -> term.sort() == Terms.Sort.PLAIN || term.equals(approved));
			if (!before.isEmpty() && bare && next.sentence().equals(figure.sentence())
					&& Objects.equals(next.unit(), figure.unit())
					&& before.stream().anyMatch((word) -> word.terms().contains(approved))) {
				return true;
			}
		}
		return false;
	}

	/** Whether it goes on with a list: "孵化器1家、众创空间2家". */
	boolean isEnumerated(int index) {
		int at = before(index).span().offset();
		return followsAnother(index) && at < this.text.length() && "、和及".indexOf(this.text.charAt(at)) >= 0;
	}

	/** Whether the number of what a word names follows it: "科技园区4家", not "园区16家企业". */
	boolean isCounted(Terms.Word word) {
		String thing = this.things.get(word.end());
		return thing != null && thing.endsWith(this.text.substring(word.start(), word.end()));
	}

	/** Whether another figure follows in the same statement. */
	boolean leadsToAnother(int index) {
		return index + 1 < this.figures.size()
				&& this.figures.get(index + 1).span().offset() <= after(index).span().end();
	}

	/** The clauses before, the nearest first. */
	List<Clause> left(int index) {
		List<Clause> clauses = new ArrayList<>();
		int from = before(index).span().offset();
		int floor = Math.max(Math.min(from, this.figures.get(index).sentence().offset()), from - MEMORY);
		int end = from;
		for (int at = from; at > floor && clauses.size() < CLAUSES; at--) {
			if (ENDS.indexOf(this.text.charAt(at - 1)) >= 0) {
				if (at < end) {
					clauses.add(clause(at, end));
				}
				end = at - 1;
			}
		}
		if (clauses.size() < CLAUSES && floor < end) {
			clauses.add(clause(floor, end));
		}
		return clauses;
	}

	/** The words of the headings the figure stands under. */
	List<Terms.Word> above(int index) {
		List<Terms.Word> above = new ArrayList<>();
		int level = Integer.MAX_VALUE;
		Map.Entry<Integer, Heading> entry = this.headings.floorEntry(this.figures.get(index).span().offset());
		for (int i = 0; entry != null && level > 1 && i < CLAUSES; i++) {
			Heading heading = entry.getValue();
			if (heading.level() < level) {
				level = heading.level();
				int start = heading.span().offset();
				above.addAll(clause(start, Math.min(heading.span().end(), start + MEMORY)).words());
			}
			entry = this.headings.lowerEntry(entry.getKey());
		}
		return above;
	}

	/**
	 * Whether it counts what was listed: "甲、乙等3家", or follows such a count in its clause.
	 */
	boolean isListed(int index) {
		return isAfterList(index) || (followsAnother(index) && isAfterList(index - 1));
	}

	private boolean isAfterList(int index) {
		int at = this.figures.get(index).span().offset();
		return at > 0 && this.text.charAt(at - 1) == '等';
	}

	/** With the words that begin in it. */
	private Clause clause(int start, int end) {
		List<Terms.Word> found = new ArrayList<>();
		int i = Arrays.binarySearch(this.starts, start);
		for (i = (i < 0) ? -i - 1 : i; i < this.words.length && this.words[i].start() < end; i++) {
			found.add(this.words[i]);
		}
		return new Clause(Span.between(start, Math.max(start, end)), found);
	}

}
