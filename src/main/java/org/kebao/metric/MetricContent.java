package org.kebao.metric;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

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
		@Nullable Integer jumpBand, Map<String, PlausibleRange> ranges, @Nullable Term validFrom,
		@Nullable Term validTo, boolean retired) {

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

}
