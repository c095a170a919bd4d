package org.kebao.summary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.amount.Certainty;
import org.kebao.amount.ValueState;
import org.kebao.revision.Fulfilment;
import org.kebao.revision.ReportContent;

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

		record Row(String name, String unit, String lastYear, String amount, String change, boolean rounded) {
		}

		private static final String NONE = "—";

		static FigureTable of(ReportContent content) {
			List<Group> groups = content.groups()
				.stream()
				.map((group) -> new Group(group.name(),
						group.rows()
							.stream()
							.filter((row) -> row.state() != ValueState.BLANK)
							.map(FigureTable::row)
							.toList()))
				.filter((group) -> !group.rows().isEmpty())
				.toList();
			Stream<String> notes = content.groups()
				.stream()
				.flatMap((group) -> group.rows().stream())
				.filter((row) -> row.state() == ValueState.GIVEN)
				.map(FigureTable::note)
				.filter((note) -> !note.isEmpty());
			boolean rounded = groups.stream().flatMap((group) -> group.rows().stream()).anyMatch(Row::rounded);
			return new FigureTable(groups,
					Stream.concat(notes, rounded ? Stream.of(Told.ROUNDED) : Stream.empty()).toList());
		}

		/** Both amounts of a row are told in the unit this period's is told in. */
		private static Row row(ReportContent.Row row) {
			BigDecimal amount = row.amount();
			BigDecimal lastYear = row.lastYear();
			BigDecimal first = (amount != null) ? amount : lastYear;
			String unit = (first != null) ? Told.unit(first, (lastYear != null) ? lastYear : first, row.unit())
					: row.unit();
			Optional<Told> now = told(amount, row.unit(), unit);
			Optional<Told> before = told(lastYear, row.unit(), unit);
			String words = now.map((told) -> told.number() + mark(row.certainty()))
				.orElse(Amount.print(row.state(), null));
			return new Row(row.name(), unit, before.map(Told::number).orElse(NONE), words.isEmpty() ? NONE : words,
					row.change().isEmpty() ? NONE : row.change(),
					Stream.of(now, before).flatMap(Optional::stream).anyMatch(Told::rounded));
		}

		private static Optional<Told> told(@Nullable BigDecimal amount, String unit, String told) {
			return Optional.ofNullable(amount).map((some) -> Told.in(told, some, unit));
		}

		private static String mark(Certainty certainty) {
			return (certainty == Certainty.ACTUAL) ? "" : "（" + certainty.label() + "）";
		}

		private static String note(ReportContent.Row row) {
			LocalDate day = row.asOf();
			String until = (day == null) ? ""
					: "截至%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
			String words = Stream.of(row.note().replace('\n', ' '), until)
				.filter((part) -> !part.isEmpty())
				.collect(Collectors.joining("，"));
			return words.isEmpty() ? "" : row.name() + "：" + words;
		}

	}

	/**
	 * 计划完成情况表: what was promised, beside what became of it.
	 *
	 * @param note what is to be said of its figures, "" for nothing
	 */
	record CompletionTable(List<Group> groups, String note) implements Block {

		/**
		 * Characters a column of figures takes in each form of the table; a wider one
		 * makes its own.
		 */
		private static final List<Double> ROOM = List.of(4.4, 5.2, 6.5, 9.1);

		/** The promises of one source, such as "2026年计划". */
		record Group(String source, List<Row> rows) {
		}

		record Row(String text, String base, String goal, String actual, String state, String progress, String note) {

			private Stream<String> figures() {
				return Stream.of(this.base, this.goal, this.actual);
			}

		}

		/**
		 * How much room the figures need, from 1 to 5. Where it is said by the paper and
		 * not found out by a browser, the columns are as wide in each.
		 */
		public int room() {
			double widest = this.groups.stream()
				.flatMap((group) -> group.rows().stream())
				.flatMap(Row::figures)
				.flatMap((words) -> Unbroken.pieces(words).stream())
				.mapToDouble((piece) -> TitleRows.width(piece.text()))
				.max()
				.orElse(0);
			return 1 + (int) ROOM.stream().filter((width) -> width < widest).count();
		}

		static CompletionTable of(ReportContent content) {
			Map<String, List<Row>> rows = new LinkedHashMap<>();
			content.completion()
				.forEach((promise) -> rows.computeIfAbsent(promise.source(), (source) -> new ArrayList<>())
					.add(row(promise)));
			boolean rounded = content.completion()
				.stream()
				.flatMap((promise) -> Stream.of(promise.base(), promise.goal(), promise.actual())
					.filter(Objects::nonNull)
					.map((amount) -> Told.of(amount, promise.unit())))
				.anyMatch(Told::rounded);
			return new CompletionTable(
					rows.entrySet().stream().map((group) -> new Group(group.getKey(), group.getValue())).toList(),
					rounded ? Told.ROUNDED : "");
		}

		private static Row row(ReportContent.Promise promise) {
			String goal = words(promise.goal(), promise.unit());
			return new Row(promise.text(), words(promise.base(), promise.unit()),
					(promise.above() && promise.goal() != null) ? "超过" + goal : goal,
					words(promise.actual(), promise.unit()),
					Optional.ofNullable(promise.state()).map(Fulfilment::label).orElse(FigureTable.NONE),
					(promise.goal() != null) ? promise.progress() : "", promise.note());
		}

		private static String words(@Nullable BigDecimal amount, String unit) {
			return (amount != null) ? Told.of(amount, unit).words() : FigureTable.NONE;
		}

	}

	/**
	 * A drawing.
	 *
	 * @param note how it is to be read
	 * @param svg an SVG element that refers to nothing outside itself
	 */
	record Chart(String caption, String note, String svg) implements Block {
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

	/** How many headings stand here one after another, before anything else does. */
	public int headingsAt(int index) {
		int end = index;
		while (end < this.blocks.size() && this.blocks.get(end) instanceof Heading) {
			end++;
		}
		return end - index;
	}

	/** The same with an annex behind it. */
	Document with(Block annex) {
		return new Document(this.title, this.addressee, Stream.concat(this.blocks.stream(), Stream.of(annex)).toList());
	}

}
