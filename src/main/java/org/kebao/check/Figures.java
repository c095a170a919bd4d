package org.kebao.check;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Given;
import org.kebao.amount.Measure;
import org.kebao.period.PeriodKind;

/**
 * What the rules look at: the figures of one report and those it is held against, by the
 * code of the metric. What was not given, does not apply or is not asked is not in it.
 *
 * @param kind of the report's period
 * @param level the code of the bureau's level
 * @param subjects the metrics the report is asked for, in print order
 * @param now what stands in the report
 * @param prev the period before: the half-year of the same year for an annual report, the
 * annual one before for a half-year
 * @param lastYear the same period one year before
 * @param plan what the metric was to reach in this period
 * @param below the sum of the bureaus directly below, where all of them have given it
 * @param recomputed what a ratio comes to from its components
 * @param none what runs up in the course of a year and is 不适用 in the report
 */
record Figures(PeriodKind kind, String level, Map<String, Subject> subjects, Map<String, BigDecimal> now,
		Map<String, BigDecimal> prev, Map<String, BigDecimal> lastYear, Map<String, BigDecimal> plan,
		Map<String, BigDecimal> below, Map<String, BigDecimal> recomputed, Set<String> none) {

	/**
	 * A metric as the rules know it.
	 *
	 * @param low the least that is plausible for a bureau of that level, null for unknown
	 * @param high the most that is plausible
	 * @param band by how many per cent it may change in a year without a reason
	 */
	record Subject(String code, String name, Measure measure, @Nullable BigDecimal low, @Nullable BigDecimal high,
			@Nullable BigDecimal band) {
	}

	/** What became of a metric since last year, in the words of the trade. */
	String change(Subject each) {
		BigDecimal now = this.now.get(each.code());
		BigDecimal before = this.lastYear.get(each.code());
		return (now == null || before == null) ? ""
				: each.measure().change(Given.actual(now), Given.actual(before)).print();
	}

	/**
	 * The value of a variable of a {@link Formula}.
	 * @param each the metric {@code x} stands for, null in a rule over named ones
	 */
	Optional<BigDecimal> value(String variable, @Nullable Subject each) {
		if (each != null) {
			switch (variable) {
				case "low":
					return Optional.ofNullable(each.low());
				case "high":
					return Optional.ofNullable(each.high());
				case "band":
					return Optional.ofNullable(each.band());
				default:
			}
		}
		int dot = variable.indexOf('.');
		String name = variable.substring(dot + 1);
		String code = (name.equals("x") && each != null) ? each.code() : name;
		return Optional.ofNullable(in((dot < 0) ? "" : variable.substring(0, dot)).get(code))
			.filter((value) -> this.subjects.containsKey(code));
	}

	/** What a variable is called, as the explanation of a finding tells of it. */
	String label(String variable, @Nullable Subject each) {
		int dot = variable.indexOf('.');
		String name = variable.substring(dot + 1);
		Subject subject = (name.equals("x") && each != null) ? each : this.subjects.get(name);
		String of = (subject != null) ? subject.name() : name;
		return switch ((dot < 0) ? "" : variable.substring(0, dot)) {
			case "prev" -> of + "（" + this.kind.before() + "）";
			case "lastYear" -> of + "（上年同期）";
			case "plan" -> of + "（目标）";
			case "below" -> of + "（下级合计）";
			case "recomputed" -> of + "（按分子、分母计算）";
			default -> of;
		};
	}

	/** The unit a variable is told in, "" for none. */
	String unit(String variable, @Nullable Subject each) {
		String name = variable.substring(variable.indexOf('.') + 1);
		Subject subject = (name.equals("x") && each != null) ? each : this.subjects.get(name);
		return (subject != null) ? subject.measure().unit() : "";
	}

	/** Whether a variable stands for what the bureau does not have. */
	boolean isNone(String variable, @Nullable Subject each) {
		return this.none.contains((variable.equals("x") && each != null) ? each.code() : variable);
	}

	private Map<String, BigDecimal> in(String scope) {
		return switch (scope) {
			case "prev" -> this.prev;
			case "lastYear" -> this.lastYear;
			case "plan" -> this.plan;
			case "below" -> this.below;
			case "recomputed" -> this.recomputed;
			default -> this.now;
		};
	}

}
