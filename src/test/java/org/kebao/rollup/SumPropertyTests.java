package org.kebao.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import org.kebao.amount.Amount;
import org.kebao.amount.Certainty;
import org.kebao.amount.MetricKind;
import org.kebao.amount.ValueState;
import org.kebao.field.TypedReports;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Catalogues;
import org.kebao.metric.Metric;
import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodKind;
import org.kebao.register.FiledValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for the sums of every tree of bureaus, whatever they give and whoever is
 * missing (domain handbook §2.1).
 */
class SumPropertyTests {

	private static final Metric FLOW = Catalogues.metric(1, "RDI01", MetricKind.FLOW);

	private static final Metric BASE = Catalogues.metric(2, "CTX01", MetricKind.FLOW);

	private static final Metric RATIO = Catalogues.ratio(3, "RDI02", FLOW, BASE);

	private static final Catalogue CATALOGUE = Catalogues.of(FLOW, BASE, RATIO);

	/** What a bureau says: amounts, 不适用, or nothing. */
	private record Said(ValueState state, BigDecimal amount) {
	}

	/**
	 * A bureau of a made-up tree.
	 *
	 * @param above the number of the one above it
	 */
	private record Filer(int above, Said part, Said base, Answer.Lack lack) {
	}

	@Property
	void theSumOfATreeIsTheSumOfItsLeaves(@ForAll("trees") List<Filer> filers) {
		Sums sums = sums(filers);
		for (long bureau = 0; bureau < filers.size(); bureau++) {
			Set<Long> leaves = leavesBelow(filers, bureau);
			BigDecimal expected = null;
			for (long leaf : leaves) {
				Filer filer = filers.get((int) leaf);
				if (filer.lack() == null && filer.part().state() == ValueState.GIVEN) {
					expected = filer.part().amount().add((expected != null) ? expected : BigDecimal.ZERO);
				}
			}
			Sum sum = sums.of(bureau, FLOW);
			assertThat(sum.answers().keySet()).isEqualTo(leaves);
			assertThat(sum.amount()).isEqualTo(expected);
		}
	}

	@Property
	void theSumOfABureauIsTheSumOfThoseRightBelowIt(@ForAll("trees") List<Filer> filers) {
		Sums sums = sums(filers);
		sums.tree().below().forEach((above, children) -> {
			List<BigDecimal> parts = children.stream()
				.map((child) -> sums.of(child, FLOW).amount())
				.filter(Objects::nonNull)
				.toList();
			assertThat(sums.of(above, FLOW).amount())
				.isEqualTo(parts.isEmpty() ? null : parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
			assertThat(sums.of(above, FLOW).lacking()).containsExactlyElementsOf(
					children.stream().flatMap((child) -> sums.of(child, FLOW).lacking().stream()).toList());
		});
	}

	@Property
	void whoIsMissingIsAlwaysSaid(@ForAll("trees") List<Filer> filers) {
		Sum sum = sums(filers).of(0L, FLOW);
		sum.answers().forEach((bureau, answer) -> {
			Filer filer = filers.get(bureau.intValue());
			boolean missing = filer.lack() != null || filer.part().state() == ValueState.BLANK;
			assertThat(sum.lacking().contains(bureau)).isEqualTo(missing);
			assertThat(sum.parts().contains(bureau)).isEqualTo(!missing && filer.part().amount() != null);
		});
		assertThat(sum.isComplete()).isEqualTo(sum.lacking().isEmpty());
	}

	@Property
	void theOrderOfBureausChangesNoSum(@ForAll("trees") List<Filer> filers, @ForAll long seed) {
		Sums sums = sums(filers);
		Map<Long, List<Long>> shuffled = new HashMap<>();
		sums.tree().below().forEach((above, children) -> {
			List<Long> other = new ArrayList<>(children);
			Collections.shuffle(other, new Random(seed));
			shuffled.put(above, other);
		});
		Sums other = new Sums(new Tree(shuffled, sums.tree().filing()), sums.catalogues(), sums.standing(),
				sums.values(), Map.of());
		for (Metric metric : CATALOGUE.all()) {
			assertThat(other.of(0L, metric).amount()).isEqualTo(sums.of(0L, metric).amount());
			assertThat(other.of(0L, metric).answers()).isEqualTo(sums.of(0L, metric).answers());
		}
	}

	@Property
	void aRatioLiesBetweenTheLeastAndTheGreatestOfThoseBelow(@ForAll("trees") List<Filer> filers) {
		Sum sum = sums(filers).of(0L, RATIO);
		List<BigDecimal> ratios = sum.answers().values().stream().map(Answer::amount).filter(Objects::nonNull).toList();
		if (ratios.isEmpty()) {
			assertThat(sum.amount()).isNull();
		}
		else {
			assertThat(sum.amount()).isBetween(Collections.min(ratios), Collections.max(ratios));
		}
	}

	@Property
	void aBureauIsInARatioWithBothComponentsOrNotAtAll(@ForAll("trees") List<Filer> filers) {
		Sums sums = sums(filers);
		Sum ratio = sums.of(0L, RATIO);
		Set<Long> both = new HashSet<>(sums.of(0L, FLOW).parts());
		both.retainAll(sums.of(0L, BASE).parts());
		assertThat(ratio.parts()).containsExactlyInAnyOrderElementsOf(both);
	}

	/**
	 * Each field has one writer who saves one text after the other; how the saves of
	 * several fields fall between one another is chance.
	 */
	@Property
	void noOrderOfSavesChangesAFigureARatioOrASum(@ForAll("saves") List<List<Map.Entry<String, String>>> first,
			@ForAll("saves") List<List<Map.Entry<String, String>>> second, @ForAll long one, @ForAll long other) {
		Sums sums = saved(List.of(interleaved(first, one), interleaved(second, one)));
		Sums again = saved(List.of(interleaved(first, other), interleaved(second, other)));
		assertThat(again.values()).isEqualTo(sums.values());
		for (Metric metric : CATALOGUE.all()) {
			assertThat(again.own(1L, metric)).isEqualTo(sums.own(1L, metric));
			assertThat(again.of(0L, metric).given()).isEqualTo(sums.of(0L, metric).given());
			assertThat(again.of(0L, metric).lacking()).isEqualTo(sums.of(0L, metric).lacking());
		}
		last(first).forEach((code, text) -> assertThat(text(sums, 1L, code)).isEqualTo(text));
	}

	/** What was saved in every field, the last text behind. */
	@Provide
	Arbitrary<List<List<Map.Entry<String, String>>>> saves() {
		Arbitrary<String> amounts = Arbitraries.frequencyOf(
				Tuple.of(6, Arbitraries.integers().between(1, 9999).map(String::valueOf)),
				Tuple.of(1, Arbitraries.of("", "不适用", "未到统计时间")));
		return Combinators
			.combine(texts("metric.RDI01", amounts), texts("metric.CTX01", amounts),
					texts("metric.RDI01.certainty", Arbitraries.of("ACTUAL", "ESTIMATED", "PRELIMINARY", "CERTIFIED")),
					texts("metric.CTX01.note", Arbitraries.of("", "法人口径", "在地口径")))
			.as(List::of);
	}

	private static Arbitrary<List<Map.Entry<String, String>>> texts(String field, Arbitrary<String> texts) {
		return texts.map((text) -> Map.entry(field, text)).list().ofMaxSize(3);
	}

	/** The saves of every field in their order, those of different fields in any. */
	private static List<Map.Entry<String, String>> interleaved(List<List<Map.Entry<String, String>>> fields,
			long seed) {
		List<Integer> turns = new ArrayList<>();
		for (int field = 0; field < fields.size(); field++) {
			turns.addAll(Collections.nCopies(fields.get(field).size(), field));
		}
		Collections.shuffle(turns, new Random(seed));
		List<Iterator<Map.Entry<String, String>>> waiting = fields.stream().map(List::iterator).toList();
		return turns.stream().map((field) -> waiting.get(field).next()).toList();
	}

	/** The last amount of each metric by its code. */
	private static Map<String, String> last(List<List<Map.Entry<String, String>>> fields) {
		Map<String, String> last = new HashMap<>();
		fields.forEach((texts) -> texts.stream()
			.filter((save) -> save.getKey().matches("metric\\.[^.]+"))
			.forEach((save) -> last.put(save.getKey().substring("metric.".length()), save.getValue())));
		return last;
	}

	private static String text(Sums sums, Long bureau, String code) {
		Long metric = CATALOGUE.find(code).orElseThrow().getId();
		return Optional.ofNullable(sums.values().get(new Sums.Key(bureau, metric)))
			.map((value) -> Amount.print(value.state(), value.amount()))
			.orElse("");
	}

	/** Bureaus 1 and 2 below bureau 0, with what was saved. */
	private static Sums saved(List<List<Map.Entry<String, String>>> saves) {
		Map<Sums.Key, FiledValue> values = new HashMap<>();
		Map<Long, Catalogue> catalogues = new HashMap<>();
		for (long bureau = 1; bureau <= saves.size(); bureau++) {
			catalogues.put(bureau, CATALOGUE);
			TypedReports.after(saves.get((int) bureau - 1), CATALOGUE, bureau)
				.forEach((value) -> values.put(new Sums.Key(value.bureauId(), value.metricId()), value));
		}
		return new Sums(new Tree(Map.of(0L, List.of(1L, 2L)), Set.of(1L, 2L)), catalogues, Map.of(), values, Map.of());
	}

	/**
	 * Each is below one of those before it; the first stands at the top and files
	 * nothing.
	 */
	@Provide
	Arbitrary<List<Filer>> trees() {
		Arbitrary<Filer> filer = Combinators.combine(Arbitraries.integers().greaterOrEqual(0), said(0), said(1), lack())
			.as(Filer::new);
		return filer.list().ofMinSize(2).ofMaxSize(40).map(SumPropertyTests::grown);
	}

	private static List<Filer> grown(List<Filer> filers) {
		List<Filer> grown = new ArrayList<>();
		for (int i = 0; i < filers.size(); i++) {
			Filer filer = filers.get(i);
			grown.add(new Filer((i == 0) ? -1 : filer.above() % i, filer.part(), filer.base(), filer.lack()));
		}
		return grown;
	}

	private static Arbitrary<Said> said(int least) {
		return Arbitraries.frequencyOf(
				Tuple.of(6,
						Arbitraries.bigDecimals()
							.between(BigDecimal.valueOf(least), BigDecimal.valueOf(1_000_000))
							.ofScale(4)
							.map((amount) -> new Said(ValueState.GIVEN, amount))),
				Tuple.of(1, Arbitraries.just(new Said(ValueState.BLANK, null))),
				Tuple.of(1, Arbitraries.just(new Said(ValueState.NOT_APPLICABLE, null))));
	}

	private static Arbitrary<Answer.Lack> lack() {
		return Arbitraries.of(Answer.Lack.NOT_SUBMITTED, Answer.Lack.RETURNED, Answer.Lack.NOT_APPROVED)
			.injectNull(0.8);
	}

	private static Sums sums(List<Filer> filers) {
		Map<Long, List<Long>> below = new HashMap<>();
		Set<Long> filing = new HashSet<>();
		Map<Long, Catalogue> catalogues = new HashMap<>();
		Map<Long, Answer.Lack> standing = new HashMap<>();
		Map<Sums.Key, FiledValue> values = new HashMap<>();
		for (int i = 0; i < filers.size(); i++) {
			long bureau = i;
			Filer filer = filers.get(i);
			catalogues.put(bureau, CATALOGUE.forReport("COUNTY", new PeriodKey(2026, PeriodKind.ANNUAL)));
			if (i > 0) {
				below.computeIfAbsent((long) filer.above(), (any) -> new ArrayList<>()).add(bureau);
				filing.add(bureau);
			}
			if (filer.lack() != null) {
				standing.put(bureau, filer.lack());
			}
			put(values, bureau, FLOW, filer.part());
			put(values, bureau, BASE, filer.base());
		}
		return new Sums(new Tree(below, filing), catalogues, standing, values, Map.of());
	}

	private static void put(Map<Sums.Key, FiledValue> values, long bureau, Metric metric, Said said) {
		if (said.state() != ValueState.BLANK) {
			values.put(new Sums.Key(bureau, metric.getId()),
					new FiledValue(bureau, 1L, metric.getId(), said.state(), said.amount(), Certainty.ACTUAL, ""));
		}
	}

	private static Set<Long> leavesBelow(List<Filer> filers, long top) {
		Set<Long> above = new HashSet<>();
		filers.forEach((filer) -> above.add((long) filer.above()));
		Set<Long> leaves = new HashSet<>();
		for (int i = 1; i < filers.size(); i++) {
			int up = i;
			while (up > top) {
				up = filers.get(up).above();
			}
			if (up == top && !above.contains((long) i)) {
				leaves.add((long) i);
			}
		}
		return leaves;
	}

}
