package org.kebao.revision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kebao.amount.Amount;
import org.kebao.amount.Certainty;
import org.kebao.amount.ValueState;
import org.kebao.period.PeriodKey;
import org.jspecify.annotations.Nullable;

/**
 * Everything a finished paper is made of, under the names of its time: the snapshot a
 * {@link Revision 定稿} freezes, and what the preview of a draft shows. Lists hold only
 * what is there; texts are never null, an empty text is "".
 *
 * @param format the shape of this record in its JSON form, for readers of later years
 * @param groups the metric table, by group, in print order
 * @param lead the opening paragraph, "" for the template's own
 * @param idea 总体思路
 * @param completion 上期计划完成情况: what was promised for this period and what became of it
 */
public record ReportContent(int format, Filer bureau, PeriodKey period, List<Group> groups, String lead,
		List<Item> achievements, List<Item> cases, List<Item> problems, String idea, List<Target> targets,
		List<Item> measures, List<Item> suggestions, List<Promise> completion) {

	public ReportContent {
		// what was frozen before promises were kept has none
		completion = Optional.ofNullable(completion).map(List::copyOf).orElse(List.of());
	}

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
	 * One line of the completion table.
	 *
	 * @param source whence it came, such as "2026年计划" or "2026年上级下达"
	 * @param metric code of the metric, null for what was promised in words
	 * @param unit all three amounts are kept in
	 * @param formula how the goal was worked out, or why it could not be; "" where there
	 * was nothing to work out
	 * @param above whether the goal is to be passed (突破)
	 * @param completion such as "完成目标的87.5%，差12.5个百分点", or why none can be told; ""
	 * without a metric
	 * @param pace such as "时间过半、任务过半"; "" at the year's end
	 * @param state null as long as it is not settled
	 * @param note 说明
	 */
	public record Promise(long id, String source, String text, @Nullable String metric, String unit,
			@Nullable BigDecimal base, String formula, @Nullable BigDecimal goal, boolean above,
			@Nullable BigDecimal actual, String completion, String pace, @Nullable Fulfilment state, String note) {

		/** 基数 with its unit, "" for none. */
		public String baseInWords() {
			return words(this.base);
		}

		/** 目标值 with its unit, "" for none. */
		public String goalInWords() {
			String words = words(this.goal);
			return (this.above && !words.isEmpty()) ? "超过" + words : words;
		}

		/** 完成值 with its unit, "" for none. */
		public String actualInWords() {
			return words(this.actual);
		}

		/** How far it is and, at half-year, whether that is far enough. */
		public String progress() {
			return Stream.of(this.completion, this.pace)
				.filter((words) -> !words.isEmpty())
				.collect(Collectors.joining("，"));
		}

		private String words(@Nullable BigDecimal amount) {
			return (amount != null) ? Amount.spell(amount, this.unit) : "";
		}

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
