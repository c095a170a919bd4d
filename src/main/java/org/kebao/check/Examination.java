package org.kebao.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.proof.Basis;
import org.kebao.proof.Finding;
import org.kebao.revision.Revision;

/**
 * One rule held against the figures of one report. It knows nothing but these two.
 */
final class Examination {

	/** In a message: {@code {PRJ01}}, {@code {lastYear.x}}, {@code {difference}}. */
	static final Pattern BLANK = Pattern.compile("\\{([A-Za-z0-9.]{1,20})}");

	/** What the catalogue thinks plausible, and no figure. */
	private static final Set<String> BOUNDS = Set.of("low", "high", "band");

	private static final int FINGERPRINT = 16;

	private static final BigDecimal HALF = new BigDecimal("0.5");

	private final Rule rule;

	private final Figures figures;

	private final Formula left;

	private final Formula right;

	private final @Nullable Formula when;

	private Examination(Rule rule, Figures figures) throws Formula.BrokenFormulaException {
		this.rule = rule;
		this.figures = figures;
		this.left = Formula.of(rule.getLeftSide());
		this.right = Formula.of(rule.getRightSide());
		this.when = rule.getAppliesWhen().isEmpty() ? null : Formula.of(rule.getAppliesWhen());
	}

	/**
	 * What came of it for one metric, or for the named ones.
	 *
	 * @param finding what is wrong, null where nothing is
	 * @param silent whether the rule has nothing to say: something is missing, or it does
	 * not apply
	 */
	record Outcome(@Nullable Finding finding, boolean silent) {

		private static final Outcome SILENT = new Outcome(null, true);

		private static final Outcome HOLDS = new Outcome(null, false);

	}

	/**
	 * What the rules find, errors first, in the order of the rules and of the catalogue.
	 */
	static List<Finding> findings(Collection<Rule> rules, Figures figures) {
		return rules.stream()
			.flatMap((rule) -> of(rule, figures).stream())
			.flatMap((outcome) -> Optional.ofNullable(outcome.finding()).stream())
			.sorted(Comparator.comparing(Finding::severity))
			.toList();
	}

	/** What comes of the rule: one outcome, or one for each metric it takes. */
	static List<Outcome> of(Rule rule, Figures figures) {
		if (!rule.holdsFor(figures.kind(), figures.level())) {
			return List.of(Outcome.SILENT);
		}
		try {
			Examination examination = new Examination(rule, figures);
			if (rule.getReach().isNamed()) {
				return List.of(examination.outcome(null));
			}
			return figures.subjects()
				.values()
				.stream()
				.filter(rule.getReach()::takes)
				.map(examination::outcome)
				.toList();
		}
		catch (Formula.BrokenFormulaException ex) {
			// no form takes such a rule; a restored database may hold one of another time
			return List.of(Outcome.SILENT);
		}
	}

	private Outcome outcome(Figures.@Nullable Subject each) {
		Map<String, BigDecimal> inputs = inputs(each);
		if (this.when != null && this.when.compute(inputs).filter((applies) -> applies.signum() != 0).isEmpty()) {
			return Outcome.SILENT;
		}
		Optional<BigDecimal> one = this.left.compute(inputs);
		Optional<BigDecimal> other = this.right.compute(inputs);
		if (one.isEmpty() || other.isEmpty()) {
			return Outcome.SILENT;
		}
		if (this.rule.getRelation().holds(one.get(), other.get(), tolerance(inputs))) {
			return Outcome.HOLDS;
		}
		return new Outcome(finding(each, inputs, one.get(), other.get()), false);
	}

	private Map<String, BigDecimal> inputs(Figures.@Nullable Subject each) {
		Map<String, BigDecimal> inputs = new TreeMap<>();
		formulas().flatMap((formula) -> formula.variables().stream())
			.forEach(
					(variable) -> this.figures.value(variable, each).ifPresent((value) -> inputs.put(variable, value)));
		if (this.rule.getReach().knowsNone() && !BOUNDS.containsAll(inputs.keySet())) {
			// what a bureau does not have adds nothing to a sum, and is less than it had
			formulas().flatMap((formula) -> formula.variables().stream())
				.filter((variable) -> this.figures.isNone(variable, each))
				.forEach((variable) -> inputs.put(variable, BigDecimal.ZERO));
		}
		return inputs;
	}

	private Stream<Formula> formulas() {
		return Stream.concat(Stream.of(this.left, this.right), Stream.ofNullable(this.when));
	}

	/**
	 * Rounded parts need not add up to a rounded sum (domain handbook §2.2): half a unit
	 * of the last printed place for each. Whole numbers are counted, not rounded.
	 */
	private BigDecimal tolerance(Map<String, BigDecimal> inputs) {
		if (this.rule.getTolerance() != null) {
			return this.rule.getTolerance();
		}
		Set<String> compared = new LinkedHashSet<>(this.left.variables());
		compared.addAll(this.right.variables());
		int places = compared.stream().mapToInt((variable) -> places(inputs.get(variable))).max().orElse(0);
		if (places == 0) {
			return BigDecimal.ZERO;
		}
		int parts = Math.max(this.left.variables().size(), this.right.variables().size());
		return HALF.movePointLeft(places).multiply(BigDecimal.valueOf(parts));
	}

	private static int places(@Nullable BigDecimal printed) {
		return (printed != null) ? Math.max(printed.stripTrailingZeros().scale(), 0) : 0;
	}

	private Finding finding(Figures.@Nullable Subject each, Map<String, BigDecimal> inputs, BigDecimal one,
			BigDecimal other) {
		List<String> metrics = metrics(each);
		Map<String, String> words = new HashMap<>();
		int places = Math.max(2, inputs.values().stream().mapToInt(Examination::places).max().orElse(0));
		inputs.forEach((variable, value) -> words.put(variable, print(variable, value, each)));
		words.put("left", print(one, places));
		words.put("right", print(other, places));
		words.put("difference", print(one.subtract(other).abs(), places));
		if (each != null) {
			words.put("name", each.name());
			words.put("unit", each.measure().unit());
			words.put("change", this.figures.change(each));
		}
		return new Finding(this.rule.getCode() + "." + metrics.get(0), this.rule.getCode(), this.rule.getTitle(),
				this.rule.getSeverity(), metrics, filled(this.rule.getMessage(), words),
				filled(this.rule.getInstruction(), words), basis(each, metrics.get(0), inputs));
	}

	private List<String> metrics(Figures.@Nullable Subject each) {
		List<String> metrics = new ArrayList<>();
		if (each != null) {
			metrics.add(each.code());
		}
		Stream.of(this.left, this.right)
			.flatMap((formula) -> formula.codes().stream())
			.filter((code) -> !metrics.contains(code))
			.forEach(metrics::add);
		return List.copyOf(metrics);
	}

	private String print(String variable, BigDecimal value, Figures.@Nullable Subject each) {
		return this.figures.isNone(variable, each) ? Amount.NOT_APPLICABLE : Amount.print(value);
	}

	private static String print(BigDecimal value, int places) {
		return Amount.print(value.setScale(places, RoundingMode.HALF_UP));
	}

	private static String filled(String text, Map<String, String> words) {
		return BLANK.matcher(text)
			.replaceAll((blank) -> Matcher.quoteReplacement(words.getOrDefault(blank.group(1), "—")));
	}

	/** The figures; how much of them is plausible is none. */
	private Basis basis(Figures.@Nullable Subject each, String metric, Map<String, BigDecimal> inputs) {
		Basis basis = Basis.of(this.rule.getCode(), metric).formerly(former(inputs));
		for (Map.Entry<String, BigDecimal> input : inputs.entrySet()) {
			if (each == null || !BOUNDS.contains(input.getKey())) {
				String label = this.figures.label(input.getKey(), each);
				basis = this.figures.isNone(input.getKey(), each)
						? basis.value(input.getKey(), label, Amount.NOT_APPLICABLE, Amount.NOT_APPLICABLE) : basis
							.amount(input.getKey(), label, input.getValue(), this.figures.unit(input.getKey(), each));
			}
		}
		return (each != null && inputs.containsKey("lastYear.x")) ? basis.told("增减", this.figures.change(each)) : basis;
	}

	/** As it was made of all that was looked at, in the unit of the day. */
	private String former(Map<String, BigDecimal> inputs) {
		StringBuilder text = new StringBuilder(this.rule.getCode());
		inputs.forEach((variable, value) -> text.append('\n').append(variable).append('=').append(Amount.print(value)));
		return Revision.checksum(text.toString()).substring(0, FINGERPRINT);
	}

}
