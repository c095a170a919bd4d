package org.kebao.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.glossary.Link;
import org.kebao.lint.Flaw;
import org.kebao.script.Span;

/**
 * A reading held against the gold.
 * <ul>
 * <li>A figure is right when value and unit are those of a gold metric and it stands in
 * the words quoted there, each once; a masked metric has no value and its figure none.
 * Parts are scored as breakdowns and count neither way as figures, nor does a share, a
 * completion or a target value that the gold names beside a metric.
 * <li>A growth is right when its figure is, its amount is that of the gold and the
 * comparison is of the same kind or worded the same. A gold metric with nothing but a
 * growth is scored here alone.
 * <li>A part is right when its whole is and value and unit are those of one of the gold's
 * parts of it.
 * <li>A heading is right with words and level; optional ones count neither way.
 * <li>A link is right when its figure is and the code is one the gold names, or the key
 * allows for the gold's name. Where neither does nothing is scored.
 * <li>Of flaws, contradictions are held one by one against the gold; holes against its
 * masked metrics, and those beyond (a masked year) are wrong only where nothing is
 * masked; style is counted.
 * </ul>
 *
 * @param links null where neither gold nor key says what is right
 * @param style how many flaws of style were found
 */
record EvaluationScore(EvaluationTally figures, @Nullable EvaluationTally links, EvaluationTally growths,
		EvaluationTally parts, EvaluationTally headings, EvaluationTally contradictions, EvaluationTally holes,
		int style, List<Remark> remarks) {

	/**
	 * Something missed or wrong.
	 *
	 * @param what "figure missed"
	 * @param words what it is about, and the words around it
	 */
	record Remark(String what, String words) {
	}

	static EvaluationScore of(EvaluationGold gold, @Nullable EvaluationKey key, EvaluationJson.Document document) {
		return new Scoring(gold, key, document).score();
	}

	/** Of several documents; links of those that have a key. */
	static EvaluationScore sum(List<EvaluationScore> scores) {
		boolean noKey = scores.stream().allMatch((score) -> score.links() == null);
		return new EvaluationScore(sum(scores, EvaluationScore::figures),
				noKey ? null : sum(scores, EvaluationScore::links), sum(scores, EvaluationScore::growths),
				sum(scores, EvaluationScore::parts), sum(scores, EvaluationScore::headings),
				sum(scores, EvaluationScore::contradictions), sum(scores, EvaluationScore::holes),
				scores.stream().mapToInt(EvaluationScore::style).sum(), List.of());
	}

	private static EvaluationTally sum(List<EvaluationScore> scores,
			Function<EvaluationScore, @Nullable EvaluationTally> part) {
		return scores.stream().map(part).filter(Objects::nonNull).reduce(EvaluationTally.NONE, EvaluationTally::plus);
	}

	/** Of one document. */
	private static final class Scoring {

		private static final int AROUND = 14;

		private final EvaluationGold gold;

		private final @Nullable EvaluationKey key;

		private final Reading reading;

		private final List<Flaw> flaws;

		private final EvaluationPlaces places;

		private final Map<Figure, Link> links = new IdentityHashMap<>();

		private final List<Figure> found;

		private final Set<Figure> parts;

		/** The figure of each gold metric; null for those that were not found. */
		private final List<@Nullable Figure> figureOf;

		private final List<Remark> remarks = new ArrayList<>();

		Scoring(EvaluationGold gold, @Nullable EvaluationKey key, EvaluationJson.Document document) {
			this.gold = gold;
			this.key = key;
			this.reading = document.reading();
			this.flaws = document.flaws();
			this.places = new EvaluationPlaces(this.reading.text());
			document.links().forEach((link) -> this.links.put(link.figure(), link));
			this.found = this.reading.all().toList();
			this.parts = Collections.newSetFromMap(new IdentityHashMap<>());
			this.parts.addAll(this.found);
			this.reading.figures().forEach(this.parts::remove);
			this.figureOf = pair();
		}

		EvaluationScore score() {
			EvaluationTally figures = figures();
			EvaluationTally growths = growths();
			EvaluationTally breakdowns = parts();
			EvaluationTally linked = (this.key != null || this.gold.namesCodes()) ? links() : null;
			EvaluationTally headings = headings();
			EvaluationTally contradictions = contradictions();
			EvaluationTally holes = holes();
			int style = (int) flaws(Flaw.Weight.STYLE).count();
			return new EvaluationScore(figures, linked, growths, breakdowns, headings, contradictions, holes, style,
					List.copyOf(this.remarks));
		}

		private List<@Nullable Figure> pair() {
			List<List<Integer>> suiting = new ArrayList<>();
			for (EvaluationGold.Metric metric : this.gold.metrics()) {
				List<Span> quoted = this.places.of(metric.words());
				List<Integer> fitting = new ArrayList<>();
				for (int i = 0; i < this.found.size(); i++) {
					Figure figure = this.found.get(i);
					if (isSame(metric, figure) && isIn(figure.span(), quoted)) {
						fitting.add(i);
					}
				}
				fitting.sort(Comparator.comparing((Integer i) -> this.parts.contains(this.found.get(i)))
					.thenComparing((i) -> -likeness(metric.name(), this.found.get(i).thing())));
				suiting.add(fitting);
			}
			List<@Nullable Figure> figures = new ArrayList<>();
			for (int i : EvaluationPairing.pair(suiting, this.found.size())) {
				figures.add((i != EvaluationPairing.NOBODY) ? this.found.get(i) : null);
			}
			return figures;
		}

		private EvaluationTally figures() {
			int right = 0;
			int missed = 0;
			for (int i = 0; i < this.figureOf.size(); i++) {
				EvaluationGold.Metric metric = this.gold.metrics().get(i);
				if (metric.isGrowthOnly() || metric.optional()) {
					continue;
				}
				if (this.figureOf.get(i) != null) {
					right++;
				}
				else {
					missed++;
					remark("figure missed", "%s %s  %s  「%s」".formatted(told(metric.value()), metric.unit(),
							metric.name(), metric.words()));
				}
			}
			int wrong = 0;
			for (Figure figure : unpaired()) {
				if (figure.unit() != null && !this.parts.contains(figure) && !isNamedBeside(figure)) {
					wrong++;
					remark("figure not in the gold", "%s %s  %s  %s".formatted(told(figure), figure.unit(),
							figure.thing(), around(figure.span())));
				}
			}
			return new EvaluationTally(right, wrong, missed);
		}

		private List<Figure> unpaired() {
			Set<Figure> paired = Collections.newSetFromMap(new IdentityHashMap<>());
			this.figureOf.stream().filter(Objects::nonNull).forEach(paired::add);
			return this.found.stream().filter((figure) -> !paired.contains(figure)).toList();
		}

		/** A part, share, completion or target that the gold names beside a metric. */
		private boolean isNamedBeside(Figure figure) {
			return this.gold.metrics()
				.stream()
				.filter((metric) -> isIn(figure.span(), this.places.of(metric.words())))
				.anyMatch((metric) -> metric.parts()
					.stream()
					.anyMatch((part) -> isSame(part.value(), part.unit(), null, figure))
						|| isSame(metric.sharePercent(), "%", null, figure) && metric.sharePercent() != null
						|| isSame(metric.completionPercent(), "%", null, figure) && metric.completionPercent() != null
						|| isSame(metric.targetValue(), metric.unit(), metric.unitFull(), figure)
								&& metric.targetValue() != null);
		}

		private EvaluationTally growths() {
			EvaluationTally tally = EvaluationTally.NONE;
			for (int i = 0; i < this.figureOf.size(); i++) {
				EvaluationGold.Metric metric = this.gold.metrics().get(i);
				Figure figure = this.figureOf.get(i);
				Growth growth = (figure != null) ? figure.growth() : null;
				if (metric.optional()) {
					continue;
				}
				if (metric.hasGrowth() && growth != null && isSame(metric, growth)) {
					tally = tally.plus(new EvaluationTally(1, 0, 0));
					continue;
				}
				if (metric.hasGrowth()) {
					tally = tally.plus(new EvaluationTally(0, 0, 1));
					remark("growth missed",
							"%s %s  %s  「%s」".formatted(told(metric.comparison()),
									told((metric.growthText() != null) ? metric.growthText() : metric.growthPercent()),
									metric.name(), metric.words()));
				}
				if (growth != null && !this.parts.contains(figure)) {
					tally = tally.plus(new EvaluationTally(0, 1, 0));
					remark("growth wrong",
							"%s  of %s  %s".formatted(told(growth), metric.name(), around(growth.span())));
				}
			}
			for (Figure figure : unpaired()) {
				if (figure.growth() != null && !this.parts.contains(figure)) {
					tally = tally.plus(new EvaluationTally(0, 1, 0));
					remark("growth wrong", "%s  of %s  %s".formatted(told(figure.growth()), figure.thing(),
							around(figure.growth().span())));
				}
			}
			return tally;
		}

		private EvaluationTally parts() {
			EvaluationTally tally = EvaluationTally.NONE;
			for (int i = 0; i < this.figureOf.size(); i++) {
				EvaluationGold.Metric metric = this.gold.metrics().get(i);
				Figure whole = this.figureOf.get(i);
				List<Figure> given = (whole != null) ? whole.parts() : List.of();
				int[] paired = pairParts(metric, given);
				Set<Integer> right = new HashSet<>();
				for (int part = 0; part < paired.length; part++) {
					if (paired[part] != EvaluationPairing.NOBODY) {
						right.add(paired[part]);
					}
					else {
						EvaluationGold.Part sought = metric.parts().get(part);
						remark("part missed", "%s %s  %s of %s".formatted(told(sought.value()), sought.unit(),
								sought.name(), metric.name()));
					}
				}
				for (int part = 0; part < given.size(); part++) {
					if (!right.contains(part) && !this.figureOf.contains(given.get(part))) {
						remark("part wrong",
								"%s %s  %s of %s  %s".formatted(told(given.get(part)), given.get(part).unit(),
										given.get(part).thing(), metric.name(), around(given.get(part).span())));
					}
				}
				tally = tally.plus(new EvaluationTally(right.size(), given.size() - right.size(),
						metric.parts().size() - right.size()));
			}
			for (Figure figure : unpaired()) {
				for (Figure part : figure.parts()) {
					tally = tally.plus(new EvaluationTally(0, 1, 0));
					remark("part wrong",
							"%s %s  %s  %s".formatted(told(part), part.unit(), part.thing(), around(part.span())));
				}
			}
			return tally;
		}

		private int[] pairParts(EvaluationGold.Metric metric, List<Figure> given) {
			List<List<Integer>> suiting = new ArrayList<>();
			for (EvaluationGold.Part part : metric.parts()) {
				List<Integer> fitting = new ArrayList<>();
				for (int i = 0; i < given.size(); i++) {
					if (isSame(part.value(), part.unit(), null, given.get(i))) {
						fitting.add(i);
					}
				}
				suiting.add(fitting);
			}
			return EvaluationPairing.pair(suiting, given.size());
		}

		private EvaluationTally links() {
			EvaluationTally tally = EvaluationTally.NONE;
			Set<Figure> judged = Collections.newSetFromMap(new IdentityHashMap<>());
			for (int i = 0; i < this.figureOf.size(); i++) {
				EvaluationGold.Metric metric = this.gold.metrics().get(i);
				Figure figure = this.figureOf.get(i);
				tally = tally.plus(link(metric.name(), metric.code(), figure));
				judged.add(figure);
				List<Figure> given = (figure != null) ? figure.parts() : List.of();
				int[] paired = pairParts(metric, given);
				for (int part = 0; part < paired.length; part++) {
					Figure partFigure = (paired[part] != EvaluationPairing.NOBODY) ? given.get(paired[part]) : null;
					EvaluationGold.Part sought = metric.parts().get(part);
					tally = tally.plus(link(metric.name() + "/" + sought.name(), sought.code(), partFigure));
					judged.add(partFigure);
				}
			}
			for (Figure figure : this.found) {
				Link link = this.links.get(figure);
				if (link != null && !judged.contains(figure)) {
					tally = tally.plus(new EvaluationTally(0, 1, 0));
					remark("link wrong", "%s  %s".formatted(told(link), around(figure.span())));
				}
			}
			return tally;
		}

		private EvaluationTally link(String name, @Nullable String code, @Nullable Figure figure) {
			List<String> codes = (code != null) ? List.of(code.split("/", -1))
					: (this.key != null) ? this.key.codes(name) : List.of("");
			Link link = (figure != null) ? this.links.get(figure) : null;
			if (link == null) {
				if (codes.contains("")) {
					return EvaluationTally.NONE;
				}
				remark("link missed", "%s  %s".formatted(String.join("/", codes),
						(figure != null) ? name + "  " + around(figure.span()) : name));
				return new EvaluationTally(0, 0, 1);
			}
			if (codes.contains(link.entry().code())) {
				return new EvaluationTally(1, 0, 0);
			}
			remark("link wrong",
					"%s  for %s  %s  %s".formatted(told(link), String.join("/", codes), name, around(figure.span())));
			return new EvaluationTally(0, 1, codes.contains("") ? 0 : 1);
		}

		private EvaluationTally headings() {
			Map<String, List<Heading>> found = new HashMap<>();
			this.reading.outline()
				.headings()
				.forEach((heading) -> found
					.computeIfAbsent(plain(heading.span().of(this.reading.text())), (words) -> new ArrayList<>())
					.add(heading));
			int right = 0;
			int missed = 0;
			for (EvaluationGold.Section section : this.gold.sections()) {
				List<Heading> same = found.getOrDefault(plain(section.words()), List.of());
				if (section.optional()) {
					same.stream().findFirst().ifPresent(same::remove);
				}
				else if (same.stream().anyMatch((heading) -> heading.level() == section.level())) {
					same.remove(
							same.stream().filter((heading) -> heading.level() == section.level()).findFirst().get());
					right++;
				}
				else {
					missed++;
					remark("heading missed", section.level() + "  " + section.words());
				}
			}
			List<Heading> wrong = found.values()
				.stream()
				.flatMap(List::stream)
				.sorted(Comparator.comparing((heading) -> heading.span().offset()))
				.toList();
			wrong.forEach((heading) -> remark("heading not in the gold",
					heading.level() + "  " + heading.span().of(this.reading.text())));
			return new EvaluationTally(right, wrong.size(), missed);
		}

		private EvaluationTally contradictions() {
			List<Expected> expected = expected();
			List<Flaw> found = flaws(Flaw.Weight.CONTRADICTION).toList();
			List<List<Integer>> suiting = new ArrayList<>();
			for (Expected one : expected) {
				List<Integer> fitting = new ArrayList<>();
				for (int i = 0; i < found.size(); i++) {
					if (one.isMetBy(found.get(i))) {
						fitting.add(i);
					}
				}
				suiting.add(fitting);
			}
			int[] paired = EvaluationPairing.pair(suiting, found.size());
			int right = 0;
			Set<Integer> met = new HashSet<>();
			for (int i = 0; i < paired.length; i++) {
				if (paired[i] != EvaluationPairing.NOBODY) {
					right++;
					met.add(paired[i]);
					if (expected.get(i).manifold()) {
						met.addAll(suiting.get(i));
					}
				}
				else {
					remark("contradiction missed", expected.get(i).toString());
				}
			}
			int wrong = 0;
			for (int i = 0; i < found.size(); i++) {
				Flaw flaw = found.get(i);
				if (met.contains(i)) {
					remark("contradiction found", "%s  %s".formatted(flaw.kind(), flaw.message()));
				}
				else {
					wrong++;
					remark("false alarm", "%s  %s  %s".formatted(flaw.kind(), flaw.message(), around(flaw.span())));
				}
			}
			return new EvaluationTally(right, wrong, expected.size() - right);
		}

		/**
		 * A contradiction that is there.
		 *
		 * @param says what the message names, "" where it may say anything
		 * @param manifold whether several flaws may tell of it
		 */
		private record Expected(Flaw.Kind kind, List<Span> places, String says, boolean manifold) {

			boolean isMetBy(Flaw flaw) {
				return flaw.kind() == this.kind && isIn(flaw.span(), this.places)
						&& halfWidth(flaw.message()).contains(halfWidth(this.says));
			}

			private static String halfWidth(String words) {
				return words.replace('（', '(').replace('）', ')');
			}

			@Override
			public String toString() {
				return this.kind + "  " + this.says;
			}

		}

		/** As listed by hand, or as it follows from the metrics. */
		private List<Expected> expected() {
			List<EvaluationGold.Contradiction> listed = (this.gold.flaws() != null) ? this.gold.flaws() : List.of();
			List<EvaluationGold.Contradiction> keyed = (this.key != null) ? this.key.flaws() : List.of();
			List<Expected> expected = new ArrayList<>();
			Stream.concat(listed.stream(), keyed.stream())
				.map((one) -> new Expected(one.kind(), this.places.of((one.quote() != null) ? one.quote() : ""),
						(one.says() != null) ? one.says() : "", false))
				.forEach(expected::add);
			if (this.gold.flaws() == null) {
				for (EvaluationGold.Metric metric : this.gold.metrics()) {
					if (metric.inconsistent() != null) {
						expected.add(new Expected(Flaw.Kind.SUM, this.places.of(metric.words()),
								metric.inconsistent().replaceFirst(".*=", ""), false));
					}
					if ("MOM".equals(metric.comparisonKind()) && "ANNUAL".equals(this.gold.kind())) {
						expected.add(new Expected(Flaw.Kind.MONTH_ON_MONTH, this.places.of(metric.words()), "", false));
					}
				}
				expected.addAll(forecasts());
			}
			return expected;
		}

		/**
		 * What is stated as a fact here and as a forecast there; one for each sentence.
		 */
		private List<Expected> forecasts() {
			Map<List<Span>, Expected> bySentence = new HashMap<>();
			for (EvaluationGold.Metric forecast : this.gold.metrics()) {
				List<EvaluationGold.Metric> facts = this.gold.metrics()
					.stream()
					.filter((fact) -> forecast.isForecast() && !fact.isForecast() && forecast.value() != null
							&& fact.name().equals(forecast.name()) && forecast.value().equals(fact.value()))
					.toList();
				if (!facts.isEmpty()) {
					List<Span> spans = Stream.concat(Stream.of(forecast), facts.stream())
						.flatMap((metric) -> this.places.of(metric.words()).stream())
						.distinct()
						.toList();
					bySentence.putIfAbsent(spans, new Expected(Flaw.Kind.FORECAST, spans, "", true));
				}
			}
			return bySentence.values().stream().toList();
		}

		private EvaluationTally holes() {
			List<Flaw> found = flaws(Flaw.Weight.HOLE).toList();
			List<EvaluationGold.Metric> masked = this.gold.metrics()
				.stream()
				.filter((metric) -> metric.masked() && metric.value() == null)
				.toList();
			if (masked.isEmpty()) {
				found.forEach((flaw) -> remark("false alarm",
						"%s  %s  %s".formatted(flaw.kind(), flaw.message(), around(flaw.span()))));
				return new EvaluationTally(0, found.size(), 0);
			}
			List<List<Integer>> suiting = new ArrayList<>();
			for (EvaluationGold.Metric metric : masked) {
				List<Span> quoted = this.places.of(metric.words());
				List<Integer> fitting = new ArrayList<>();
				for (int i = 0; i < found.size(); i++) {
					if (isIn(found.get(i).span(), quoted)) {
						fitting.add(i);
					}
				}
				suiting.add(fitting);
			}
			int[] paired = EvaluationPairing.pair(suiting, found.size());
			int right = 0;
			for (int i = 0; i < paired.length; i++) {
				if (paired[i] != EvaluationPairing.NOBODY) {
					right++;
				}
				else {
					remark("hole missed", "%s  「%s」".formatted(masked.get(i).name(), masked.get(i).words()));
				}
			}
			return new EvaluationTally(right, 0, masked.size() - right);
		}

		private Stream<Flaw> flaws(Flaw.Weight weight) {
			return this.flaws.stream().filter((flaw) -> flaw.kind().weight() == weight);
		}

		private void remark(String what, String words) {
			this.remarks.add(new Remark(what, words.replaceAll("\\s*\\R\\s*", "⏎")));
		}

		private String around(Span span) {
			String text = this.reading.text();
			return "「%s[%s]%s」".formatted(text.substring(Math.max(0, span.offset() - AROUND), span.offset()),
					span.of(text), text.substring(span.end(), Math.min(text.length(), span.end() + AROUND)));
		}

		private static boolean isIn(Span span, List<Span> places) {
			return places.stream().anyMatch((place) -> place.offset() <= span.end() && span.offset() < place.end());
		}

		private static boolean isSame(EvaluationGold.Metric metric, Figure figure) {
			if (metric.isGrowthOnly()) {
				return figure.value() == null && figure.unit() == null && figure.growth() != null;
			}
			return isSame(metric.value(), metric.unit(), metric.unitFull(), figure);
		}

		/** A split unit ("3万多元") is right whole or as it is written. */
		private static boolean isSame(@Nullable String value, @Nullable String unit, @Nullable String unitFull,
				Figure figure) {
			String found = figure.unit();
			boolean sameUnit = found != null
					&& (found.equals(unit) || (unitFull != null && found.startsWith(unitFull)));
			return sameUnit && told(value).equals(told(figure));
		}

		private static boolean isSame(EvaluationGold.Metric metric, Growth growth) {
			boolean sameWords = growth.comparison().equals(told(metric.comparison()));
			boolean sameBase = switch (growth.base()) {
				case YEAR_BEFORE -> "YOY".equals(metric.comparisonKind());
				case PERIOD_BEFORE -> "MOM".equals(metric.comparisonKind());
				case OTHER -> metric.comparison() == null;
			};
			BigDecimal sought = metric.growth();
			BigDecimal given = growth.amount();
			boolean sameAmount = (sought == null || given == null) ? sought == given : sought.compareTo(given) == 0;
			return (sameWords || sameBase) && sameAmount;
		}

		/** How many pairs of neighbouring characters two names share. */
		private static long likeness(String one, String other) {
			Set<String> pairs = pairs(one);
			return pairs(other).stream().filter(pairs::contains).count();
		}

		private static Set<String> pairs(String words) {
			return Stream.iterate(0, (i) -> i + 2 <= words.length(), (i) -> i + 1)
				.map((i) -> words.substring(i, i + 2))
				.collect(Collectors.toSet());
		}

		private static String plain(String heading) {
			return EvaluationPlaces.squeeze(heading).replaceFirst("[。.，,：:；;]+$", "");
		}

		private static String told(@Nullable String value) {
			if (value == null) {
				return "";
			}
			BigDecimal number = EvaluationGold.number(value);
			return (number != null) ? EvaluationJson.plain(number) : value;
		}

		private static String told(Figure figure) {
			return Objects.requireNonNullElse(EvaluationJson.value(figure), "");
		}

		private static String told(Growth growth) {
			return growth.comparison() + " " + ((growth.amount() != null) ? EvaluationJson.plain(growth.amount()) : "")
					+ " " + growth.kind();
		}

		private static String told(Link link) {
			return "%s %s (%d)".formatted(link.entry().code(), link.entry().name(), link.confidence());
		}

	}

}
