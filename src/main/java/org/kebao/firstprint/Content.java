package org.kebao.firstprint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a revision holds, as far as the first renderer read it.
 */
record Content(int format, Filer bureau, Span period, List<Group> groups, String lead, List<Item> achievements,
		List<Item> cases, List<Item> problems, String idea, List<Target> targets, List<Item> measures,
		List<Item> suggestions, List<Promise> completion) {

	public Content {
		// what was frozen before promises were kept has none
		completion = Optional.ofNullable(completion).map(List::copyOf).orElse(List.of());
	}

	enum PeriodKind {

		FIRST_HALF, ANNUAL;

		String titleOf(int year) {
			return year + ((this == ANNUAL) ? "年度" : "年上半年");
		}

	}

	enum ValueState {

		BLANK, GIVEN, NOT_APPLICABLE, NOT_YET

	}

	enum Certainty {

		ACTUAL("实际"), ESTIMATED("预计"), PRELIMINARY("快报"), CERTIFIED("核定");

		private final String label;

		Certainty(String label) {
			this.label = label;
		}

		String label() {
			return this.label;
		}

	}

	enum Fulfilment {

		DONE("完成"), UNDER_WAY("推进中"), MISSED("未完成"), DROPPED("已调出计划");

		private final String label;

		Fulfilment(String label) {
			this.label = label;
		}

		String label() {
			return this.label;
		}

	}

	record Filer(String code, String name, String level, @Nullable String superior) {
	}

	record Span(int year, PeriodKind kind) {
	}

	record Group(String code, String name, List<Row> rows) {
	}

	record Row(String code, String name, String unit, int scale, ValueState state, @Nullable BigDecimal amount,
			@Nullable BigDecimal lastYear, String change, Certainty certainty, @Nullable LocalDate asOf, String note,
			String sincePeriodBefore) {

		/** Format 1 knew nothing of the last four. */
		public Row {
			certainty = Objects.requireNonNullElse(certainty, Certainty.ACTUAL);
			note = Objects.requireNonNullElse(note, "");
			sincePeriodBefore = Objects.requireNonNullElse(sincePeriodBefore, "");
		}

	}

	record Item(long id, String theme, String heading, String body) {
	}

	record Promise(long id, String source, String text, @Nullable String metric, String unit, @Nullable BigDecimal base,
			String formula, @Nullable BigDecimal goal, boolean above, @Nullable BigDecimal actual, String completion,
			String pace, @Nullable Fulfilment state, String note) {

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

	record Target(String text) {
	}

}
