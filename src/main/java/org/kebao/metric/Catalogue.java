package org.kebao.metric;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Given;
import org.kebao.period.PeriodKey;
import org.kebao.script.Legible;

/**
 * 指标目录 as it stands at one moment, in print order.
 */
public class Catalogue {

	private final List<Metric> metrics;

	private final Map<Long, Metric> byId;

	private final Map<String, Metric> byCode;

	/** Made when first asked for. */
	private volatile @Nullable Map<String, Metric> byName;

	private final Predicate<Metric> asking;

	/** Whose catalogue it is; null for everybody's. */
	private final @Nullable String level;

	Catalogue(List<Metric> metrics) {
		this(metrics, Metric::isAsked, null);
	}

	private Catalogue(List<Metric> metrics, Predicate<Metric> asking, @Nullable String level) {
		this.metrics = List.copyOf(metrics);
		this.asking = asking;
		this.level = level;
		this.byId = metrics.stream().collect(Collectors.toMap(Metric::getId, Function.identity()));
		this.byCode = metrics.stream().collect(Collectors.toMap(Metric::getCode, Function.identity()));
	}

	/**
	 * The catalogue as it is put to one bureau in one period: the same metrics, but asked
	 * are those that bureaus of that level are asked in that period.
	 * @param level the code of the bureau's level
	 */
	public Catalogue forReport(String level, PeriodKey period) {
		return new Catalogue(this.metrics, (metric) -> metric.asking().includes(level, period), level);
	}

	public List<Metric> all() {
		return this.metrics;
	}

	/** Those bureaus are asked for, in print order. */
	public List<Metric> asked() {
		return this.metrics.stream().filter(this.asking).toList();
	}

	/** Whether bureaus are asked for the metric, typed or computed. */
	public boolean isAsked(Metric metric) {
		return this.asking.test(metric);
	}

	/** What is plausible for the bureau, nothing where anything is. */
	public Optional<PlausibleRange> range(Metric metric) {
		return Optional.ofNullable(this.level).flatMap(metric::range);
	}

	/** Those with the text in their code, their name or one of their aliases. */
	List<Metric> search(String text) {
		String wanted = Legible.folded(text);
		return this.metrics.stream()
			.filter((metric) -> Stream
				.concat(Stream.of(metric.getCode(), metric.getName()), metric.getAliases().stream())
				.anyMatch((name) -> Legible.folded(name).contains(wanted)))
			.toList();
	}

	/** Those of a group, retired ones too. */
	public List<Metric> in(MetricGroup group) {
		return this.metrics.stream().filter((metric) -> metric.getGroup().getCode().equals(group.getCode())).toList();
	}

	/** Those bureaus are asked to type. */
	public List<Metric> typed() {
		return this.metrics.stream().filter((metric) -> isAsked(metric) && !metric.isComputed()).toList();
	}

	public Optional<Metric> find(Long id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	public Optional<Metric> find(String code) {
		return Optional.ofNullable(this.byCode.get(code));
	}

	/**
	 * The metric prose means by a name: its name, else one of its aliases, else its code,
	 * however wide the letters and however large the blanks.
	 */
	public Optional<Metric> named(String name) {
		Map<String, Metric> names = this.byName;
		if (names == null) {
			names = names();
			this.byName = names;
		}
		return Optional.ofNullable(names.get(Legible.folded(name)));
	}

	private Map<String, Metric> names() {
		Map<String, Metric> names = new HashMap<>();
		this.metrics.forEach((metric) -> names.putIfAbsent(Legible.folded(metric.getName()), metric));
		this.metrics.forEach(
				(metric) -> metric.getAliases().forEach((alias) -> names.putIfAbsent(Legible.folded(alias), metric)));
		this.metrics.forEach((metric) -> names.putIfAbsent(Legible.folded(metric.getCode()), metric));
		return names;
	}

	/**
	 * The amount of a metric, computed where the metric is and no official figure stands
	 * in its place (domain handbook C03).
	 * @param given the typed amounts by the metric's id
	 */
	public Optional<BigDecimal> amount(Metric metric, Map<Long, BigDecimal> given) {
		BigDecimal typed = given.get(metric.getId());
		if (typed != null || !metric.isComputed()) {
			return Optional.ofNullable(typed);
		}
		return metric.compute(component(metric.getNumerator(), given), component(metric.getDenominator(), given));
	}

	/**
	 * The amount of a metric and how sure it is: a ratio is as sure as its components.
	 */
	public Optional<Given> given(Metric metric, Map<Long, Given> given) {
		Given typed = given.get(metric.getId());
		if (typed != null || !metric.isComputed()) {
			return Optional.ofNullable(typed);
		}
		Given above = component(metric.getNumerator(), given);
		Given below = component(metric.getDenominator(), given);
		if (above == null || below == null) {
			return Optional.empty();
		}
		return metric.compute(above.amount(), below.amount())
			.map((amount) -> new Given(amount, above.certainty().with(below.certainty())));
	}

	/**
	 * A ratio that would be asked of somebody or sometime without one of its components,
	 * and that stands well today.
	 * @param asking how each metric would be asked
	 */
	Optional<Gap> gap(Function<Metric, AskedOf> asking) {
		return this.metrics.stream()
			.filter(Metric::isComputed)
			.flatMap((ratio) -> components(ratio)
				.filter((component) -> !asking.apply(component).covers(asking.apply(ratio)))
				.filter((component) -> component.asking().covers(ratio.asking()))
				.map((component) -> new Gap(ratio, component)))
			.findFirst();
	}

	private Stream<Metric> components(Metric ratio) {
		return Stream.of(ratio.getNumerator(), ratio.getDenominator()).flatMap((code) -> find(code).stream());
	}

	/** How a computed metric is made, in words. */
	public String formula(Metric metric) {
		String factor = (metric.getFactor().compareTo(BigDecimal.ONE) == 0) ? ""
				: " × " + metric.getFactor().stripTrailingZeros().toPlainString();
		return components(metric).map(Metric::getName).collect(Collectors.joining(" ÷ ")) + factor;
	}

	/** A ratio and the component it would lack. */
	record Gap(Metric ratio, Metric component) {

		/** Why what was typed would leave it. */
		String words() {
			return "“%s”由“%s”计算得出，填报前者的层级和报告期，后者也要填报".formatted(this.ratio.getName(), this.component.getName());
		}

	}

	private <T> @Nullable T component(@Nullable String code, Map<Long, T> given) {
		return Optional.ofNullable(code).flatMap(this::find).map((metric) -> given.get(metric.getId())).orElse(null);
	}

}
