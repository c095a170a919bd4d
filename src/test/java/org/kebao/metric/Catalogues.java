package org.kebao.metric;

import java.math.BigDecimal;
import java.util.List;

import org.springframework.test.util.ReflectionTestUtils;

import org.kebao.amount.Comparison;
import org.kebao.amount.MetricKind;

/**
 * Metrics of the tests that ask no database for them.
 */
public final class Catalogues {

	private Catalogues() {
	}

	public static Catalogue of(Metric... metrics) {
		return new Catalogue(List.of(metrics));
	}

	public static Metric metric(long id, String code, MetricKind kind) {
		MetricGroup group = new MetricGroup();
		ReflectionTestUtils.setField(group, "code", code.substring(0, 3));
		ReflectionTestUtils.setField(group, "active", true);
		Metric metric = new Metric();
		ReflectionTestUtils.setField(metric, "id", id);
		ReflectionTestUtils.setField(metric, "code", code);
		ReflectionTestUtils.setField(metric, "name", code);
		ReflectionTestUtils.setField(metric, "unit", "项");
		ReflectionTestUtils.setField(metric, "kind", kind);
		ReflectionTestUtils.setField(metric, "comparison", Comparison.PERCENT);
		ReflectionTestUtils.setField(metric, "group", group);
		ReflectionTestUtils.setField(metric, "scale", 2);
		return metric;
	}

	/** A metric with a name, as it stands in the catalogue. */
	public static Metric named(long id, String code, String name, String unit, int scale, String... aliases) {
		boolean share = unit.equals("%");
		Metric metric = metric(id, code, share ? MetricKind.RATIO : MetricKind.FLOW);
		ReflectionTestUtils.setField(metric, "name", name);
		ReflectionTestUtils.setField(metric, "unit", unit);
		ReflectionTestUtils.setField(metric, "scale", scale);
		ReflectionTestUtils.setField(metric, "aliases", List.of(aliases));
		ReflectionTestUtils.setField(metric, "comparison", share ? Comparison.POINTS : Comparison.PERCENT);
		return metric;
	}

	/** The same, asked of nobody any more. */
	public static Metric retired(Metric metric) {
		ReflectionTestUtils.setField(metric, "retired", true);
		return metric;
	}

	/** A share in per cent of one metric in another. */
	public static Metric ratio(long id, String code, Metric numerator, Metric denominator) {
		Metric metric = metric(id, code, MetricKind.RATIO);
		ReflectionTestUtils.setField(metric, "numerator", numerator.getCode());
		ReflectionTestUtils.setField(metric, "denominator", denominator.getCode());
		ReflectionTestUtils.setField(metric, "factor", BigDecimal.valueOf(100));
		return metric;
	}

}
