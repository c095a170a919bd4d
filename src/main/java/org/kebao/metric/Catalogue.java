package org.kebao.metric;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 指标目录 as it stands at one moment, in print order.
 */
public class Catalogue {

	private final List<Metric> metrics;

	private final Map<Long, Metric> byId;

	private final Map<String, Metric> byCode;

	Catalogue(List<Metric> metrics) {
		this.metrics = List.copyOf(metrics);
		this.byId = metrics.stream().collect(Collectors.toMap(Metric::getId, Function.identity()));
		this.byCode = metrics.stream().collect(Collectors.toMap(Metric::getCode, Function.identity()));
	}

	public List<Metric> all() {
		return this.metrics;
	}

	/** Those bureaus are asked for, in print order. */
	public List<Metric> asked() {
		return this.metrics.stream().filter(Metric::isAsked).toList();
	}

	/** Those bureaus are asked to type. */
	public List<Metric> typed() {
		return this.metrics.stream().filter((metric) -> metric.isAsked() && !metric.isComputed()).toList();
	}

	public Optional<Metric> find(Long id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	public Optional<Metric> find(String code) {
		return Optional.ofNullable(this.byCode.get(code));
	}

	/**
	 * The amount of a metric, computed where the metric is.
	 * @param given the typed amounts by the metric's id
	 */
	public Optional<BigDecimal> amount(Metric metric, Map<Long, BigDecimal> given) {
		if (!metric.isComputed()) {
			return Optional.ofNullable(given.get(metric.getId()));
		}
		return metric.compute(component(metric.getNumerator(), given), component(metric.getDenominator(), given));
	}

	private BigDecimal component(String code, Map<Long, BigDecimal> given) {
		return find(code).map((metric) -> given.get(metric.getId())).orElse(null);
	}

}
