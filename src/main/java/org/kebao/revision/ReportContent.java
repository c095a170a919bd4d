package org.kebao.revision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.kebao.metric.Certainty;
import org.jspecify.annotations.Nullable;

import org.kebao.metric.ValueState;
import org.kebao.period.PeriodKind;

/**
 * Everything a finished paper is made of, under the names of its time: the snapshot a
 * {@link Revision 定稿} freezes, and what the preview of a draft shows. Lists hold only
 * what is there; texts are never null, an empty text is "".
 *
 * @param format the shape of this record in its JSON form, for readers of later years
 * @param groups the metric table, by group, in print order
 * @param lead the opening paragraph, "" for the template's own
 * @param idea 总体思路
 */
public record ReportContent(int format, Filer bureau, Span period, List<Group> groups, String lead,
		List<Item> achievements, List<Item> cases, List<Item> problems, String idea, List<Target> targets,
		List<Item> measures, List<Item> suggestions) {

	/** The shape written today. */
	public static final int FORMAT = 2;

	/**
	 * Who files.
	 *
	 * @param level the code of the bureau's level, such as COUNTY
	 * @param superior the name of the bureau above, null at the top of the tree
	 */
	public record Filer(String code, String name, String level, @Nullable String superior) {
	}

	public record Span(int year, PeriodKind kind) {
	}

	public record Group(String code, String name, List<Row> rows) {
	}

	/**
	 * One line of the metric table.
	 *
	 * @param scale decimals the metric keeps
	 * @param amount in {@code unit}; null unless the state is GIVEN
	 * @param lastYear the approved amount of the same period one year before
	 * @param change in the words of the trade, such as "增长27.3%"; "" where none can be
	 * told
	 * @param certainty how sure the amount is
	 * @param asOf the day the amount speaks of, null for the end of the period
	 * @param note 口径: what it covers, "" for nothing
	 * @param sincePeriodBefore the change since the period before, "" where it has no
	 * sense
	 */
	public record Row(String code, String name, String unit, int scale, ValueState state, @Nullable BigDecimal amount,
			@Nullable BigDecimal lastYear, String change, Certainty certainty, @Nullable LocalDate asOf, String note,
			String sincePeriodBefore) {

		/** Format 1 knew nothing of the last four. */
		public Row {
			certainty = Objects.requireNonNullElse(certainty, Certainty.ACTUAL);
			note = Objects.requireNonNullElse(note, "");
			sincePeriodBefore = Objects.requireNonNullElse(sincePeriodBefore, "");
		}

	}

	/**
	 * An entry with a heading and paragraphs.
	 *
	 * @param theme the theme of an achievement, "" elsewhere
	 * @param body paragraphs, one a line
	 */
	public record Item(long id, String theme, String heading, String body) {
	}

	/**
	 * A target of the plan.
	 *
	 * @param metric code of the metric, null for a target in words
	 * @param text the target as it prints
	 */
	public record Target(long id, @Nullable String metric, Aim aim, @Nullable BigDecimal amount, String text) {
	}

}
