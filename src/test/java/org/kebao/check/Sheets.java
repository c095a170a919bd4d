package org.kebao.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.kebao.amount.Comparison;
import org.kebao.amount.Measure;
import org.kebao.amount.MetricKind;
import org.kebao.period.PeriodKind;

/**
 * Figures written down as {@code "PRJ04=62 prev.PRJ04=30"}; {@code high.PRJ04=70} is a
 * bound of the catalogue, {@code PRJ03=不适用} what the bureau does not have.
 */
final class Sheets {

	private Sheets() {
	}

	static Figures annual(String text) {
		return figures(text, PeriodKind.ANNUAL, "COUNTY");
	}

	static Figures figures(String text, PeriodKind kind, String level) {
		return of(text, kind, level, List.of(subject("PRJ01", "国家级立项数", "项", 0, MetricKind.FLOW),
				subject("PRJ02", "省级立项数", "项", 0, MetricKind.FLOW), subject("PRJ03", "市级立项数", "项", 0, MetricKind.FLOW),
				subject("PRJ04", "合计", "项", 0, MetricKind.FLOW), subject("PRJ06", "国家级资金", "万元", 2, MetricKind.FLOW),
				subject("PRJ07", "省级资金", "万元", 2, MetricKind.FLOW), subject("PRJ09", "资金合计", "万元", 2, MetricKind.FLOW),
				subject("RDI01", "R&D经费", "亿元", 4, MetricKind.FLOW), subject("RDI02", "强度", "%", 2, MetricKind.RATIO),
				subject("ENT01", "高企", "家", 0, MetricKind.STOCK), subject("ENT05", "净增", "家", 0, MetricKind.FLOW),
				subject("IPR05", "每万人专利", "件/万人", 2, MetricKind.RATIO),
				subject("CTX02", "人口", "万人", 2, MetricKind.STOCK)));
	}

	static Figures of(String text, PeriodKind kind, String level, List<Figures.Subject> metrics) {
		Map<String, Map<String, BigDecimal>> scopes = new HashMap<>();
		Set<String> none = new HashSet<>();
		text.lines()
			.flatMap((line) -> Stream.of(line.trim().split("\\s+")))
			.filter((one) -> !one.isEmpty())
			.forEach((one) -> {
				String[] sides = one.split("=");
				if (sides[1].equals("不适用")) {
					none.add(sides[0]);
					return;
				}
				int dot = sides[0].indexOf('.');
				scopes.computeIfAbsent(sides[0].substring(0, Math.max(dot, 0)), (any) -> new HashMap<>())
					.put(sides[0].substring(dot + 1), new BigDecimal(sides[1]));
			});
		Map<String, Figures.Subject> subjects = new LinkedHashMap<>();
		metrics.stream()
			.map((one) -> new Figures.Subject(one.code(), one.name(), one.measure(),
					scopes.getOrDefault("low", Map.of()).get(one.code()),
					scopes.getOrDefault("high", Map.of()).get(one.code()),
					scopes.getOrDefault("band", Map.of()).get(one.code())))
			.forEach((one) -> subjects.put(one.code(), one));
		return new Figures(kind, level, subjects, scopes.getOrDefault("", Map.of()),
				scopes.getOrDefault("prev", Map.of()), scopes.getOrDefault("lastYear", Map.of()),
				scopes.getOrDefault("plan", Map.of()), scopes.getOrDefault("below", Map.of()),
				scopes.getOrDefault("recomputed", Map.of()), none);
	}

	private static Figures.Subject subject(String code, String name, String unit, int scale, MetricKind kind) {
		return new Figures.Subject(code, name, new Measure(unit, scale, kind,
				unit.equals("%") ? Comparison.POINTS : Comparison.PERCENT, code.equals("ENT05")), null, null, null);
	}

}
