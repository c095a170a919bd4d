package org.kebao.proof;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.mention.Passage;
import org.kebao.prose.Figure;
import org.kebao.prose.Growth;
import org.kebao.prose.Prose;
import org.kebao.script.Span;

/**
 * One text in which things are found. What is found is known by what is left of its
 * sentence without numbers and marks: it moves with it, and what is mended, bound or told
 * by a token in it may change.
 */
final class ExaminedText {

	/** So much of a sentence is quoted before and after what is found in it. */
	private static final int AROUND = 36;

	private static final int LONGEST_MEND = 60;

	private final Passage passage;

	private final List<Span> sentences;

	private final Map<Span, Skeleton> skeletons = new HashMap<>();

	// each gathered once, where it is asked for: a text may hold thousands of figures

	private @Nullable Map<Span, Set<String>> grown;

	private @Nullable Map<Span, Set<String>> stated;

	private @Nullable Set<Span> ahead;

	private @Nullable Map<Span, Figure> wholes;

	ExaminedText(Passage passage) {
		this.passage = passage;
		this.sentences = Prose.sentences(passage.printed().text());
	}

	Passage passage() {
		return this.passage;
	}

	/** Whether that growth is told of several metrics at once. */
	boolean isOfSeveralMetrics(Growth growth) {
		if (this.grown == null) {
			this.grown = this.passage.mentions()
				.stream()
				.filter((mention) -> mention.figure().growth() != null)
				.collect(Collectors.groupingBy((mention) -> mention.figure().growth().span(),
						Collectors.mapping((mention) -> mention.metric().getCode(), Collectors.toSet())));
		}
		return this.grown.getOrDefault(growth.span(), Set.of()).size() > 1;
	}

	/** Whether a figure of that sentence is a goal or a forecast. */
	boolean looksAhead(Span sentence) {
		if (this.ahead == null) {
			this.ahead = this.passage.reading()
				.all()
				.filter((figure) -> figure.role() != Figure.Role.ACTUAL)
				.map(Figure::sentence)
				.collect(Collectors.toSet());
		}
		return this.ahead.contains(sentence);
	}

	/** The codes of the metrics a sentence states. */
	Set<String> stated(Span sentence) {
		if (this.stated == null) {
			this.stated = this.passage.mentions()
				.stream()
				.collect(Collectors.groupingBy((mention) -> sentence(mention.figure().span()),
						Collectors.mapping((mention) -> mention.metric().getCode(), Collectors.toSet())));
		}
		return this.stated.getOrDefault(sentence, Set.of());
	}

	/** The figure there that has parts. */
	Optional<Figure> whole(Span span) {
		if (this.wholes == null) {
			this.wholes = this.passage.reading()
				.all()
				.filter((figure) -> figure.isAmount() && figure.parts().size() > 1)
				.collect(Collectors.toMap(Figure::span, Function.identity(), (first, second) -> first));
		}
		return Optional.ofNullable(this.wholes.get(span));
	}

	/** As it prints. */
	String text() {
		return this.passage.printed().text();
	}

	/** As it was typed. */
	String source() {
		return this.passage.printed().source();
	}

	List<Span> sentences() {
		return this.sentences;
	}

	/** Whether words can stand in the place of a stretch and change nothing else. */
	boolean takes(Span span, String words) {
		return !words.isEmpty() && this.passage.reread(span, words).isPresent();
	}

	/** The same, and what is read there then is that amount. */
	boolean takes(Span span, String words, BigDecimal amount, String unit) {
		return !words.isEmpty()
				&& this.passage.reread(span, words).filter((read) -> read.agrees(amount, unit)).isPresent();
	}

	/**
	 * Begins a finding.
	 * @param span the words in question, as they print
	 */
	Draft finding(ProseCheck check, Span span, String message) {
		return new Draft(check, span, message);
	}

	/** The sentence a stretch stands in; the stretch itself where it stands in none. */
	private Span sentence(Span span) {
		int low = 0;
		int high = this.sentences.size() - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			Span sentence = this.sentences.get(middle);
			if (sentence.end() <= span.offset()) {
				low = middle + 1;
			}
			else if (sentence.offset() > span.offset()) {
				high = middle - 1;
			}
			else {
				return new Span(sentence.offset(), Math.max(sentence.end(), span.end()) - sentence.offset());
			}
		}
		return span;
	}

	private record Quote(String words, Span marked) {
	}

	private Quote quote(Span sentence, Span span) {
		String text = text();
		int from = Math.max(sentence.offset(), Math.min(span.offset(), Math.max(span.offset() - AROUND, 0)));
		int to = Math.min(sentence.end(), span.end() + AROUND);
		if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
			from--;
		}
		if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
			to++;
		}
		String lead = (from > sentence.offset()) ? "…" : "";
		String words = lead + text.substring(from, to) + ((to < sentence.end()) ? "…" : "");
		return new Quote(words.replace('\n', ' '), new Span(span.offset() - from + lead.length(), span.length()));
	}

	/** The place of a stretch as it prints, with what can be done about it. */
	Spot spot(Span span, @Nullable String mend, @Nullable String token, List<Spot.Edit> edits,
			Spot.@Nullable Against against, Spot.@Nullable Fill fill) {
		Span source = this.passage.printed().source(span);
		Quote quote = quote(sentence(span), span);
		return new Spot(this.passage.part(), this.passage.field(), this.passage.place(), source.offset(),
				source.length(), source.of(source()), quote.words(), quote.marked(), mend, token, edits, against, fill);
	}

	/** Other words in the place of a stretch as it prints. */
	Spot.Edit edit(Span span, String words) {
		Span source = this.passage.printed().source(span);
		return new Spot.Edit(source.offset(), source.length(), source.of(source()), words);
	}

	private static String digest(String... parts) {
		return Basis.digest(Stream.of(parts));
	}

	/** A finding as it comes together. */
	final class Draft {

		private final ProseCheck check;

		private final Span span;

		private final String message;

		private String concerning = "";

		private List<String> metrics = List.of();

		private String instruction = "";

		private UnaryOperator<Basis> figures = UnaryOperator.identity();

		private @Nullable String mend;

		private @Nullable String token;

		private Spot.@Nullable Against against;

		private Spot.@Nullable Fill fill;

		private Draft(ProseCheck check, Span span, String message) {
			this.check = check;
			this.span = span;
			this.message = message;
		}

		/**
		 * The metric it is about: the same words found of another are another finding.
		 */
		Draft metric(String code) {
			this.concerning = code;
			return metrics(List.of(code));
		}

		/** Those it is about today. */
		Draft metrics(List<String> codes) {
			this.metrics = codes;
			return this;
		}

		Draft instruction(String instruction) {
			this.instruction = instruction;
			return this;
		}

		/** The figures it rests on. */
		Draft on(UnaryOperator<Basis> figures) {
			this.figures = figures;
			return this;
		}

		/** What to write, "" where only the writer can know; never over a token. */
		Draft mend(String mend) {
			boolean mendable = !mend.isEmpty() && mend.length() <= LONGEST_MEND
					&& !ExaminedText.this.passage.printed().isBound(this.span);
			this.mend = mendable ? mend : null;
			return this;
		}

		Draft token(String token) {
			this.token = token.isEmpty() ? null : token;
			return this;
		}

		Draft against(Spot.Against against) {
			this.against = against;
			return this;
		}

		Draft fill(Spot.@Nullable Fill fill) {
			this.fill = fill;
			return this;
		}

		Finding build() {
			Span sentence = sentence(this.span);
			Skeleton skeleton = ExaminedText.this.skeletons.computeIfAbsent(sentence,
					(at) -> Skeleton.of(at.of(text())));
			String key = digest(this.check.name(), this.concerning, skeleton.letters(),
					Integer.toString(skeleton.before(this.span.offset() - sentence.offset())));
			Basis basis = this.figures.apply(Basis.of(this.check.code(), this.concerning));
			return new Finding(this.check.code() + "." + key, this.check.code(), this.check.title(),
					this.check.severity(), this.metrics, this.message, this.instruction, basis,
					spot(this.span, this.mend, this.token,
							(this.mend != null) ? List.of(edit(this.span, this.mend)) : List.of(), this.against,
							this.fill));
		}

	}

}
