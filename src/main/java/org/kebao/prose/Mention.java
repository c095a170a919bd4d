package org.kebao.prose;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A figure with the words around it, held against the names of metrics.
 */
final class Mention {

	private static final Set<Terms.Sort> TELLING = EnumSet.of(Terms.Sort.OBJECT, Terms.Sort.ACT, Terms.Sort.STATE);

	/** A name in quotation marks from here on is a project's or a firm's own. */
	private static final int QUOTED = 8;

	/** As many clauses back such a name is still spoken of. */
	private static final int CLOSE = 2;

	/** As many characters behind the thing still say of it: "12项成果通过鉴定". */
	private static final int NEAR = 4;

	/** What may stand before a word of another time, which then is only compared with. */
	private static final String COMPARED = "比较超是占同与";

	/** More of the words unknown than this, in per cent, and the thing is another one. */
	private static final int STRANGE = 40;

	private static final int LEAST = 60;

	private static final Terms.Term MONEY = new Terms.Term("资金", Terms.Sort.COMMON);

	private static final Terms.Term NEW = new Terms.Term("新增", Terms.Sort.ACT);

	private static final Terms.Term CERTIFIED = new Terms.Term("认定", Terms.Sort.ACT);

	/** What follows the counted and does not narrow it. */
	private static final Set<String> SERVING = Set.of("服务", "带动");

	private final Figure figure;

	private final String text;

	private final List<Context.Clause> left;

	private final Set<Terms.Term> above;

	private final boolean listed;

	private final List<Terms.Word> beforeWords;

	private final Set<Terms.Term> before;

	private final Set<Terms.Term> after;

	/** What was done with it, also where the words before count something else. */
	private final Set<Terms.Term> done;

	/** The terms of the thing counted. */
	private final Set<Terms.Term> core;

	/** Per cent of the thing's characters that are no word of the field. */
	private final int strange;

	/** What was said before, in the sentence. */
	private final Set<Terms.Term> said;

	private final boolean goesOn;

	/** Whether the thing stands beside the number. */
	private final boolean beside;

	Mention(Figure figure, String text, Terms terms, List<Terms.Word> before, List<Terms.Word> after, Span beforeSpan,
			Span afterSpan, List<Context.Clause> left, List<Terms.Word> above, boolean listed, boolean followsAnother) {
		this.figure = figure;
		this.text = text;
		this.left = left;
		this.above = terms(above);
		this.listed = listed;
		this.beforeWords = before;
		this.goesOn = afterSpan.end() < text.length() && Character.isDigit(text.charAt(afterSpan.end()));
		Span thing = thing(beforeSpan, afterSpan);
		this.beside = thing != null;
		if (thing == null) {
			this.before = terms(before);
			this.done = this.before;
			this.after = Set.of();
			List<Terms.Word> named = terms.read(figure.thing(), 0, figure.thing().length());
			List<Terms.Word> beside = terms(before).stream().anyMatch(Mention::isTelling) ? before : after;
			boolean isNamed = terms(named).containsAll(ofSort(terms(beside), Terms.Sort.OBJECT));
			this.core = terms(isNamed ? named : beside);
			this.strange = isNamed ? strange(figure.thing(), new Span(0, figure.thing().length()), named)
					: strange(text, (beside == before) ? beforeSpan : afterSpan, beside);
			this.said = said(Set.of());
			return;
		}
		boolean ahead = thing.end() <= figure.span().offset();
		List<Terms.Word> words = (ahead ? before : after).stream()
			.filter((word) -> word.end() > thing.offset() && word.start() < thing.end())
			.toList();
		this.core = terms(words);
		this.strange = strange(text, thing, words);
		if (ahead) {
			this.before = terms(before.stream().filter((word) -> !isAnother(word, thing)).toList());
			this.done = this.before;
			this.after = Set.of();
			this.said = said(Set.of());
		}
		else {
			this.done = terms(before);
			this.before = followsAnother ? Set.of() : this.done;
			this.after = terms(after.stream().filter((word) -> word.start() <= thing.end() + NEAR).toList());
			this.said = said(followsAnother ? this.done : Set.of());
		}
	}

	/** Of a list behind the thing: "授权" in "专利申请和授权". */
	private boolean isAnother(Terms.Word word, Span thing) {
		return word.start() >= thing.end() && "和与及、".indexOf(this.text.charAt(word.start() - 1)) >= 0;
	}

	private Set<Terms.Term> said(Set<Terms.Term> before) {
		Set<Terms.Term> said = new HashSet<>(before);
		for (Context.Clause clause : this.left) {
			terms(clause.words()).stream().filter((term) -> term.sort() != Terms.Sort.ACT).forEach(said::add);
		}
		return said;
	}

	private static boolean isTelling(Terms.Term term) {
		return TELLING.contains(term.sort());
	}

	Figure figure() {
		return this.figure;
	}

	/** The thing counted, where it stands beside the number. */
	private Span thing(Span before, Span after) {
		String thing = this.figure.thing();
		int at = thing.isEmpty() ? -1 : before.of(this.text).lastIndexOf(thing);
		if (at >= 0) {
			return new Span(before.offset() + at, thing.length());
		}
		at = thing.isEmpty() ? -1 : after.of(this.text).indexOf(thing);
		return (at >= 0) ? new Span(after.offset() + at, thing.length()) : null;
	}

	private static int strange(String text, Span span, List<Terms.Word> words) {
		int known = 0;
		int strange = 0;
		int next = 0;
		int run = 0;
		for (int i = span.offset(); i < span.end(); i++) {
			while (next < words.size() && words.get(next).end() <= i) {
				next++;
			}
			if (!Terms.isHan(text.charAt(i))) {
				continue;
			}
			if (next < words.size() && words.get(next).start() <= i) {
				known++;
				run = 0;
			}
			else {
				strange++;
				run++;
				if ("省市州县区".indexOf(text.charAt(i)) >= 0) {
					strange -= run;
					run = 0;
				}
			}
		}
		return (known + strange == 0) ? 0 : 100 * strange / (known + strange);
	}

	/** What may be the terms of a metric's name. */
	Set<Terms.Term> terms() {
		Set<Terms.Term> terms = new HashSet<>(this.before);
		terms.addAll(this.core);
		terms.addAll(this.after);
		terms.addAll(levels());
		return terms;
	}

	/**
	 * Whether it counts less than a metric would: a list, one firm, a park, another year.
	 */
	boolean isNarrow() {
		return this.listed || this.strange > STRANGE || hasScope(this.beforeWords) || has(this.core, Terms.Sort.SCOPE)
				|| this.left.stream().anyMatch((clause) -> hasScope(clause.words()))
				|| this.left.stream().limit(CLOSE).anyMatch((clause) -> hasOwnName(clause.span()))
				|| this.beforeWords.stream().anyMatch(this::isOtherTime);
	}

	private static boolean hasScope(List<Terms.Word> words) {
		boolean visited = false;
		for (Terms.Word word : words) {
			Terms.Sort sort = word.terms().get(0).sort();
			if (sort == Terms.Sort.SCOPE && !visited) {
				return true;
			}
			visited = visited || sort == Terms.Sort.VISIT;
		}
		return false;
	}

	private boolean hasOwnName(Span span) {
		String words = span.of(this.text);
		int close = words.indexOf('”');
		int open = (close >= 0) ? words.lastIndexOf('“', close) : -1;
		return close >= 0 && close - open > QUOTED;
	}

	private boolean isOtherTime(Terms.Word word) {
		return word.terms().get(0).sort() == Terms.Sort.PAST
				&& (word.start() == 0 || COMPARED.indexOf(this.text.charAt(word.start() - 1)) < 0);
	}

	/** Those said of the figure itself, or the nearest before it. */
	private Set<Terms.Term> levels() {
		Set<Terms.Term> own = ofSort(this.before, Terms.Sort.LEVEL);
		if (own.isEmpty() || this.beside) {
			own.addAll(ofSort(this.core, Terms.Sort.LEVEL));
		}
		return own;
	}

	private Set<Terms.Term> levelsBefore() {
		return this.left.stream()
			.map((clause) -> ofSort(terms(clause.words()), Terms.Sort.LEVEL))
			.filter((levels) -> !levels.isEmpty())
			.findFirst()
			.orElse(Set.of());
	}

	/**
	 * How well a name suits.
	 * @param told whether another metric of the same thing is told by a term
	 */
	Optional<Glossary.Match> match(Glossary.Name name, BiPredicate<Glossary.Name, Terms.Term> told) {
		if (!suitsLevel(name) || rulesOut(name, told)) {
			return Optional.empty();
		}
		Set<Terms.Term> own = terms();
		boolean elliptic = isElliptic();
		if (elliptic && !name.telling().containsAll(nearestThing())) {
			return Optional.empty();
		}
		int weight = 0;
		int doubt = 0;
		int found = 0;
		boolean fromAbove = false;
		for (Terms.Term term : name.telling()) {
			if (own.contains(term)) {
				weight += 10;
				found++;
			}
			else if (this.said.contains(term)) {
				weight += 8;
				doubt += 5;
			}
			else if (this.above.contains(term) && !fromAbove && !elliptic) {
				fromAbove = true;
				weight += 5;
				doubt += 15;
			}
			else {
				return Optional.empty();
			}
		}
		boolean bare = name.telling().isEmpty();
		for (Terms.Term term : name.common()) {
			if (own.contains(term)) {
				weight += 3;
			}
			else if (term.equals(MONEY)) {
				continue;
			}
			else if (bare && (name.levels().isEmpty() || !this.said.contains(term))) {
				return Optional.empty();
			}
			else {
				doubt += this.said.contains(term) ? 2 : 4;
			}
		}
		weight += 10 * name.levels().size();
		if (!elliptic && 2 * found < name.telling().size()) {
			return Optional.empty();
		}
		if (!bare && name.telling().stream().allMatch((term) -> term.sort() == Terms.Sort.ACT)
				&& name.common()
					.stream()
					.noneMatch((term) -> !term.equals(MONEY) && (own.contains(term) || this.said.contains(term)))) {
			return Optional.empty();
		}
		int confidence = (name.proper() ? 97 : 95) - doubt - this.strange / 2;
		if (this.figure.thing().equals(name.entry().name())) {
			confidence = 100;
		}
		return (confidence >= LEAST)
				? Optional.of(new Glossary.Match(name, found == name.telling().size(), weight, confidence))
				: Optional.empty();
	}

	private boolean suitsLevel(Glossary.Name name) {
		Set<Terms.Term> own = levels();
		if (own.isEmpty() && !name.levels().isEmpty()) {
			own = levelsBefore();
		}
		return own.equals(name.levels());
	}

	/** Whether what is said of the figure makes it another one than the name's. */
	private boolean rulesOut(Glossary.Name name, BiPredicate<Glossary.Name, Terms.Term> told) {
		Stream<Terms.Term> narrowing = Stream.concat(ofSort(this.core, Terms.Sort.OBJECT).stream(),
				Stream.concat(ofSort(this.done, Terms.Sort.ACT).stream(), ofSort(this.core, Terms.Sort.ACT).stream()));
		narrowing = Stream.concat(narrowing, Stream.of(this.before, this.core, this.after)
			.flatMap((terms) -> ofSort(terms, Terms.Sort.STATE).stream()));
		if (name.telling().size() == 1) {
			narrowing = Stream.concat(narrowing, ofSort(this.before, Terms.Sort.OBJECT).stream());
			if (!this.goesOn) {
				narrowing = Stream.concat(narrowing, ofSort(this.after, Terms.Sort.ACT).stream()
					.filter((term) -> !SERVING.contains(term.meaning())));
			}
		}
		return narrowing.anyMatch((term) -> !name.telling().contains(term) && !isHarmless(name, term, told));
	}

	private static boolean isHarmless(Glossary.Name name, Terms.Term term,
			BiPredicate<Glossary.Name, Terms.Term> told) {
		if (term.equals(CERTIFIED)) {
			return !told.test(name, term);
		}
		return term.equals(NEW) && name.flow() && !told.test(name, term);
	}

	/** Whether it names nothing itself: "资金560万元" after the projects. */
	private boolean isElliptic() {
		return Stream.of(this.before, this.core, this.after)
			.flatMap(Set::stream)
			.noneMatch(
					(term) -> TELLING.contains(term.sort()) || term.sort() == Terms.Sort.COMMON && !term.equals(MONEY));
	}

	private Set<Terms.Term> nearestThing() {
		return this.left.stream()
			.map((clause) -> ofSort(terms(clause.words()), Terms.Sort.OBJECT))
			.filter((objects) -> !objects.isEmpty())
			.findFirst()
			.orElse(Set.of());
	}

	private static boolean has(Set<Terms.Term> terms, Terms.Sort sort) {
		return terms.stream().anyMatch((term) -> term.sort() == sort);
	}

	private static Set<Terms.Term> ofSort(Set<Terms.Term> terms, Terms.Sort sort) {
		return terms.stream().filter((term) -> term.sort() == sort).collect(Collectors.toCollection(HashSet::new));
	}

	private static Set<Terms.Term> terms(List<Terms.Word> words) {
		return words.stream().flatMap((word) -> word.terms().stream()).collect(Collectors.toSet());
	}

}
