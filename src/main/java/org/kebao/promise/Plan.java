package org.kebao.promise;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Given;
import org.kebao.metric.Metric;
import org.kebao.period.PeriodKind;
import org.kebao.revision.Aim;

/**
 * The plan of a report at the moment of its approval.
 *
 * @param year the year it is to be fulfilled in
 * @param planned of the period it was made in
 * @param bases the approved amounts relative targets start from, by the metric's id
 * @param baseYear the year of these amounts
 * @param lines targets and measures, in the order of the paper
 */
public record Plan(Long reportId, Long bureauId, int year, PeriodKind planned, Map<Long, Given> bases, int baseYear,
		List<Line> lines) {

	/**
	 * One target or measure.
	 *
	 * @param sourceId of the target or the entry
	 * @param text as it prints
	 */
	public record Line(Promise.Kind kind, Long sourceId, String text, @Nullable Metric metric, Aim aim,
			@Nullable BigDecimal amount) {

		public static Line measure(Long entryId, String heading) {
			return new Line(Promise.Kind.MEASURE, entryId, heading, null, Aim.WORDS, null);
		}

	}

}
