package org.kebao.metric;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Comparison;
import org.kebao.period.PeriodKey;

/**
 * Everything an administrator may change of a {@link Metric}: what a version of it keeps.
 *
 * @param scale decimals the metric keeps
 * @param definition what it counts
 * @param source where the figure comes from
 * @param exclusion what it is easily taken for and is not
 * @param aliases the names it has in prose
 * @param ownerSection 责任科室
 * @param jumpBand per cent against last year beyond which a change wants a reason, null
 * for none
 * @param ranges by the code of the bureau's level; a level that is not there is open
 * @param validFrom the first period it is asked in, null for any
 * @param validTo the last period it is asked in, null for any
 */
record MetricContent(String name, String unit, int scale, boolean mayBeNegative, Comparison comparison,
		String definition, String source, String exclusion, List<String> aliases, String ownerSection,
		@Nullable Integer jumpBand, Map<String, PlausibleRange> ranges, @Nullable PeriodKey validFrom,
		@Nullable PeriodKey validTo, boolean retired) {

	MetricContent {
		aliases = List.copyOf(aliases);
		ranges = Map.copyOf(ranges);
	}

	static MetricContent of(Metric metric) {
		return new MetricContent(metric.getName(), metric.getUnit(), metric.getScale(), metric.isMayBeNegative(),
				metric.getComparison(), metric.getDefinition(), metric.getSource(), metric.getExclusion(),
				metric.getAliases(), metric.getOwnerSection(), metric.getJumpBand(), metric.getRanges(),
				metric.getValidFrom(), metric.getValidTo(), metric.isRetired());
	}

	/**
	 * The same with its ranges told in another unit, but for those that were typed anew.
	 */
	MetricContent converting(MetricContent before, BigDecimal factor) {
		Map<String, PlausibleRange> converted = new HashMap<>(this.ranges);
		converted.replaceAll((level, range) -> range.says(before.ranges.get(level)) ? range.times(factor) : range);
		return new MetricContent(this.name, this.unit, this.scale, this.mayBeNegative, this.comparison, this.definition,
				this.source, this.exclusion, this.aliases, this.ownerSection, this.jumpBand, converted, this.validFrom,
				this.validTo, this.retired);
	}

	/** The same with another name in prose. */
	MetricContent calledToo(String alias) {
		return new MetricContent(this.name, this.unit, this.scale, this.mayBeNegative, this.comparison, this.definition,
				this.source, this.exclusion, Stream.concat(this.aliases.stream(), Stream.of(alias)).toList(),
				this.ownerSection, this.jumpBand, this.ranges, this.validFrom, this.validTo, this.retired);
	}

	/**
	 * What was changed since an earlier content.
	 * @param levels the names of the levels by their code
	 */
	List<Edit> editsSince(MetricContent earlier, Map<String, String> levels) {
		Map<String, String> now = told(levels);
		Map<String, String> before = earlier.told(levels);
		return now.keySet()
			.stream()
			.filter((label) -> !now.get(label).equals(before.get(label)))
			.map((label) -> new Edit(label, before.get(label), now.get(label)))
			.toList();
	}

	private Map<String, String> told(Map<String, String> levels) {
		Map<String, String> told = new LinkedHashMap<>();
		told.put("名称", this.name);
		told.put("单位", this.unit);
		told.put("小数位", Integer.toString(this.scale));
		told.put("可以是负数", this.mayBeNegative ? "是" : "否");
		told.put("与上年比", this.comparison.label());
		told.put("统计什么", this.definition);
		told.put("数据来源", this.source);
		told.put("不包括", this.exclusion);
		told.put("别名", String.join("、", this.aliases));
		told.put("责任科室", this.ownerSection);
		told.put("变动超过多少要说明", (this.jumpBand != null) ? this.jumpBand + "%" : "");
		levels.forEach((code, level) -> told.put("合理区间（" + level + "）",
				Optional.ofNullable(this.ranges.get(code)).map(PlausibleRange::words).orElse("")));
		told.put("从哪一期起填报", (this.validFrom != null) ? this.validFrom.title() : "");
		told.put("填报到哪一期", (this.validTo != null) ? this.validTo.title() : "");
		told.put("状态", this.retired ? "停用" : "启用");
		return told;
	}

	/**
	 * One thing that was changed.
	 *
	 * @param before "" for nothing, as is now
	 */
	record Edit(String label, String before, String now) {
	}

}
