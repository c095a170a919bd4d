package org.kebao.firstprint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * 公文: the finished paper as a tree, before any renderer gives it a form.
 *
 * @param title 标题, one entry a line
 * @param addressee 主送机关 with its colon, null where the paper has none
 */
record Document(List<String> title, @Nullable String addressee, List<Block> blocks) {

	/** The title on one line, as it stands in a window's bar. */
	public String name() {
		return String.join("", this.title);
	}

	/** One thing below another on the paper. */
	sealed interface Block permits Heading, Paragraph, FigureTable, CompletionTable, Chart, Signature, CheckTable {

		/** The name the page template tells the kinds apart by. */
		default String kind() {
			return getClass().getSimpleName();
		}

	}

	/**
	 * A heading on a line of its own, without a full stop at its end.
	 *
	 * @param level 1 to {@value Numbering#LEVELS}
	 */
	record Heading(int level, String number, String text) implements Block {
	}

	/**
	 * @param number the number of a paragraph in a list, "" elsewhere
	 */
	record Paragraph(String number, String text) implements Block {
	}

	/**
	 * 主要指标表: what was filled in, beside last year.
	 *
	 * @param notes what single figures say of their scope and day, in the order of the
	 * table
	 */
	record FigureTable(List<Group> groups, List<String> notes) implements Block {

		record Group(String name, List<Row> rows) {
		}

		record Row(String name, String unit, String lastYear, String amount, String change) {
		}

		private static final String NONE = "—";

		static FigureTable of(Content content) {
			List<Group> groups = content.groups()
				.stream()
				.map((group) -> new Group(group.name(),
						group.rows()
							.stream()
							.filter((row) -> row.state() != Content.ValueState.BLANK)
							.map(FigureTable::row)
							.toList()))
				.filter((group) -> !group.rows().isEmpty())
				.toList();
			return new FigureTable(groups,
					content.groups()
						.stream()
						.flatMap((group) -> group.rows().stream())
						.filter((row) -> row.state() == Content.ValueState.GIVEN)
						.map(FigureTable::note)
						.filter((note) -> !note.isEmpty())
						.toList());
		}

		/** Both amounts of a row are told in the unit this period's is told in. */
		private static Row row(Content.Row row) {
			BigDecimal amount = row.amount();
			BigDecimal told = (amount != null) ? amount : row.lastYear();
			String unit = (told != null) ? Amount.spelledUnit(told, row.unit()) : row.unit();
			String now = (amount != null) ? plain(amount, row.unit(), unit) + mark(row.certainty())
					: Amount.print(row.state(), null);
			return new Row(row.name(), unit, plain(row.lastYear(), row.unit(), unit), now.isEmpty() ? NONE : now,
					row.change().isEmpty() ? NONE : row.change());
		}

		private static String mark(Content.Certainty certainty) {
			return (certainty == Content.Certainty.ACTUAL) ? "" : "（" + certainty.label() + "）";
		}

		private static String note(Content.Row row) {
			LocalDate day = row.asOf();
			String until = (day == null) ? ""
					: "截至%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
			String words = Stream.of(row.note().replace('\n', ' '), until)
				.filter((part) -> !part.isEmpty())
				.collect(Collectors.joining("，"));
			return words.isEmpty() ? "" : row.name() + "：" + words;
		}

		/** Arabic digits without separators or idle zeros (GB/T 15835—2011). */
		private static String plain(@Nullable BigDecimal amount, String unit, String told) {
			return (amount == null) ? NONE : Amount.print(Amount.convert(amount, unit, told));
		}

	}

	/** 计划完成情况表: what was promised, beside what became of it. */
	record CompletionTable(List<Group> groups) implements Block {

		/** The promises of one source, such as "2026年计划". */
		record Group(String source, List<Row> rows) {
		}

		record Row(String text, String base, String goal, String actual, String state, String progress, String note) {
		}

		static CompletionTable of(Content content) {
			Map<String, List<Row>> rows = new LinkedHashMap<>();
			content.completion()
				.forEach((promise) -> rows.computeIfAbsent(promise.source(), (source) -> new ArrayList<>())
					.add(row(promise)));
			return new CompletionTable(
					rows.entrySet().stream().map((group) -> new Group(group.getKey(), group.getValue())).toList());
		}

		private static Row row(Content.Promise promise) {
			return new Row(promise.text(), orNone(promise.baseInWords()), orNone(promise.goalInWords()),
					orNone(promise.actualInWords()),
					Optional.ofNullable(promise.state()).map(Content.Fulfilment::label).orElse(FigureTable.NONE),
					(promise.goal() != null) ? promise.progress() : "", promise.note());
		}

		private static String orNone(String words) {
			return words.isEmpty() ? FigureTable.NONE : words;
		}

	}

	/**
	 * A drawing.
	 *
	 * @param svg an SVG element that refers to nothing outside itself
	 */
	record Chart(String caption, String svg) implements Block {
	}

	/** 落款 (GB/T 9704—2012, 7.3.5.2). */
	record Signature(String name, LocalDate date) implements Block {

		/** 2026年1月8日: all digits of the year, no idle zeros (7.3.5.4). */
		public String written() {
			return this.date.getYear() + "年" + this.date.getMonthValue() + "月" + this.date.getDayOfMonth() + "日";
		}

		/** Whether the date reaches further than the name: digits are half as wide. */
		public boolean longDate() {
			double width = written().codePoints().mapToDouble((c) -> Character.isDigit(c) ? 0.5 : 1).sum();
			return width > this.name.codePointCount(0, this.name.length());
		}

	}

	/**
	 * 校验表及解释说明: what the rules found, and the explanations the supervisor accepted. It is
	 * an annex and begins a page of its own (GB/T 9704—2012, 7.3.7).
	 */
	record CheckTable(List<Row> rows) implements Block {

		/**
		 * @param title of the rule
		 * @param message what was found, with the figures
		 * @param words why it is so
		 */
		record Row(String title, String message, String words) {
		}

	}

	/** The same with an annex behind it. */
	Document with(Block annex) {
		return new Document(this.title, this.addressee, Stream.concat(this.blocks.stream(), Stream.of(annex)).toList());
	}

}
