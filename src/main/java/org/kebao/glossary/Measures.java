package org.kebao.glossary;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.kebao.script.MeasureWords;

/**
 * Which units of prose may state a metric of which unit. 人次 is never 人, 家次 never 家.
 */
final class Measures {

	private static final Set<String> MONEY = Set.of("元", "千元", "万元", "亿元", "万", "亿", "百万元", "千万元");

	private static final Map<String, Set<String>> SUITING = Map.ofEntries(Map.entry("元", MONEY), Map.entry("万元", MONEY),
			Map.entry("亿元", MONEY), Map.entry("%", Set.of("%", "％")), Map.entry("项", Set.of("项", "个", "件", "条", "类")),
			Map.entry("家", Set.of("家", "个", "户", "所", "座", "处")), Map.entry("件", Set.of("件", "项", "个")),
			Map.entry("个", Set.of("个", "家", "项", "处", "座", "所", "支")), Map.entry("户", Set.of("户", "家")),
			Map.entry("人", Set.of("人", "名", "位")), Map.entry("场次", Set.of("场次", "场", "次", "期", "班", "班次", "个")),
			Map.entry("件/万人", Set.of("件", "件/万人")), Map.entry("万平方米", Set.of("平方米", "平米")));

	private Measures() {
	}

	/** A growth alone has no unit and suits every metric. */
	static boolean suits(@Nullable String unit, String metric) {
		return unit == null || unit.equals(metric) || suiting(unit, metric) || suiting(MeasureWords.base(unit), metric)
				|| MeasureWords.base(unit).equals(MeasureWords.base(metric));
	}

	private static boolean suiting(String unit, String metric) {
		return SUITING.getOrDefault(metric, Set.of()).contains(unit);
	}

}
