package org.kebao.glossary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.kebao.prose.Figure;
import org.kebao.prose.Reading;
import org.kebao.script.Script;

/**
 * The metrics prose may speak of.
 */
public final class Glossary {

	/** A name in brackets as long as this stands for itself: "飞地育成平台（离岸孵化器）数". */
	private static final int OWN_NAME = 4;

	private final Terms terms = new Terms();

	private final Map<Terms.Term, List<Name>> names = new HashMap<>();

	private Glossary(List<Entry> entries) {
		for (Entry entry : entries) {
			entry.names().forEach((name) -> this.terms.learn(name, entry.unit()));
		}
		for (Entry entry : entries) {
			boolean flow = entry.names().stream().anyMatch(this::isFlow);
			Set<Name> distinct = new LinkedHashSet<>();
			for (String words : entry.names()) {
				writings(words)
					.forEach((writing) -> distinct.add(name(entry, writing, words.equals(entry.name()), flow)));
			}
			distinct.stream()
				.filter((name) -> !name.telling().isEmpty() || !name.levels().isEmpty() || name.common().size() > 1)
				.forEach((name) -> name.terms()
					.forEach((term) -> this.names.computeIfAbsent(term, (key) -> new ArrayList<>()).add(name)));
		}
	}

	/**
	 * A metric as prose knows it.
	 *
	 * @param aliases other names it goes by
	 * @param unit its figures are kept in
	 * @param group it belongs to
	 */
	public record Entry(String code, String name, List<String> aliases, String unit, String group) {

		public Entry {
			aliases = List.copyOf(aliases);
		}

		List<String> names() {
			List<String> names = new ArrayList<>(List.of(this.name));
			names.addAll(this.aliases);
			return names;
		}

	}

	/**
	 * A name taken apart.
	 *
	 * @param telling what is counted and which of it
	 * @param common what many names share
	 * @param proper whether it is the metric's own name, no alias
	 * @param flow whether any of the metric's names says what is done in a period
	 */
	record Name(Entry entry, Set<Terms.Term> telling, Set<Terms.Term> common, Set<Terms.Term> levels, boolean proper,
			boolean flow) {

		Set<Terms.Term> terms() {
			Set<Terms.Term> terms = new HashSet<>(this.telling);
			terms.addAll(this.common);
			terms.addAll(this.levels);
			return terms;
		}

	}

	public static Glossary of(List<Entry> entries) {
		return new Glossary(entries);
	}

	/**
	 * The metrics the figures of a text state, in the order of {@link Reading#all()}; no
	 * link is better than a wrong one.
	 */
	public List<Link> links(Reading reading) {
		Script script = Script.read(reading.text());
		Reading read = script.isAsGiven() ? reading : reading.moved(script.text(), script::read);
		List<Figure> figures = read.all().sorted(Comparator.comparing((figure) -> figure.span().offset())).toList();
		Context context = new Context(read, figures, this.terms);
		Map<Figure, Link> links = new IdentityHashMap<>();
		for (int i = 0; i < figures.size(); i++) {
			link(new Statement(context, i)).ifPresent((link) -> links.put(link.figure(), link));
		}
		List<Link> found = new ArrayList<>();
		Iterator<Figure> given = reading.all().iterator();
		read.all().forEach((figure) -> {
			Figure asGiven = given.next();
			Link link = links.get(figure);
			if (link != null) {
				found.add(new Link(asGiven, link.entry(), link.confidence()));
			}
		});
		return found;
	}

	private Optional<Link> link(Statement statement) {
		if (statement.isNarrow()) {
			return Optional.empty();
		}
		Set<Name> candidates = new LinkedHashSet<>();
		statement.terms().forEach((term) -> candidates.addAll(this.names.getOrDefault(term, List.of())));
		List<Match> matches = candidates.stream()
			.filter((name) -> Measures.suits(statement.figure().unit(), name.entry().unit()))
			.flatMap((name) -> statement.match(name, this::isTold).stream())
			.sorted(Match.RANK)
			.toList();
		if (matches.isEmpty()) {
			return Optional.empty();
		}
		Match best = matches.get(0);
		boolean doubtful = matches.stream()
			.anyMatch((match) -> Match.RANK.compare(match, best) == 0
					&& !match.name().entry().equals(best.name().entry()));
		return doubtful ? Optional.empty()
				: Optional.of(new Link(statement.figure(), best.name().entry(), best.confidence()));
	}

	/**
	 * Whether another metric says of the same thing what this name does not: 认定 of firms.
	 */
	private boolean isTold(Name name, Terms.Term more) {
		Set<Terms.Term> sought = new HashSet<>(name.telling());
		sought.add(more);
		return this.names.getOrDefault(more, List.of())
			.stream()
			.anyMatch((other) -> !other.entry().equals(name.entry()) && other.telling().containsAll(sought));
	}

	/**
	 * A name that was found around a figure.
	 *
	 * @param whole whether everything telling in it is said of the figure itself
	 */
	record Match(Name name, boolean whole, int weight, int confidence) {

		/** The best first. */
		static final Comparator<Match> RANK = Comparator.comparing(Match::whole)
			.thenComparing(Match::weight)
			.thenComparing(Match::confidence)
			.reversed();

	}

	private boolean isFlow(String words) {
		List<Terms.Term> terms = this.terms.read(words).stream().flatMap((word) -> word.terms().stream()).toList();
		return !terms.contains(Terms.SHARE)
				&& terms.stream().anyMatch((term) -> term.sort() == Terms.Sort.ACT || term.equals(Terms.WON));
	}

	private Name name(Entry entry, String words, boolean proper, boolean flow) {
		Map<Terms.Sort, Set<Terms.Term>> bySort = this.terms.read(words)
			.stream()
			.flatMap((word) -> word.terms().stream())
			.collect(Collectors.groupingBy(Terms.Term::sort, Collectors.toSet()));
		Set<Terms.Term> telling = new HashSet<>();
		for (Terms.Sort sort : List.of(Terms.Sort.OBJECT, Terms.Sort.ACT, Terms.Sort.STATE)) {
			telling.addAll(bySort.getOrDefault(sort, Set.of()));
		}
		return new Name(entry, telling, bySort.getOrDefault(Terms.Sort.COMMON, Set.of()),
				Terms.levels(bySort.getOrDefault(Terms.Sort.LEVEL, Set.of())), proper, flow);
	}

	/**
	 * A name with brackets stands for several: without them, with all, with the one for
	 * the other.
	 */
	private static List<String> writings(String name) {
		int open = name.indexOf('（');
		int close = name.indexOf('）', open);
		if (open < 0 || close < 0) {
			return List.of(name);
		}
		String inner = name.substring(open + 1, close);
		String rest = name.substring(close + 1);
		List<String> writings = new ArrayList<>(
				List.of(name.substring(0, open) + rest, name.substring(0, open) + inner + rest));
		if (inner.length() >= OWN_NAME || !Terms.isHan(inner.charAt(0))) {
			writings.add(inner + rest);
		}
		return writings;
	}

}
