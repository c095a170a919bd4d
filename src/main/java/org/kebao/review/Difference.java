package org.kebao.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.report.Part;
import org.kebao.revision.Fulfilment;
import org.kebao.revision.ReportContent.Item;
import org.kebao.revision.ReportContent.Promise;
import org.kebao.revision.ReportContent.Row;
import org.kebao.revision.ReportContent.Target;
import org.kebao.revision.ReportContent;

/**
 * 修改对照: what changed from one version of a report to the next, in the order of the paper.
 */
record Difference(List<Change> changes) {

	/** How much of an unchanged text is shown on either side of a change. */
	private static final int CONTEXT = 18;

	/** Above this many pairs of words a text is shown as replaced, not compared. */
	private static final long MOST_PAIRS = 4_000_000;

	/** Figures and foreign words stay whole, Chinese is compared by the character. */
	private static final Pattern WORDS = Pattern.compile("\\d[\\d.,]*[%％]?|[A-Za-z]+|.", Pattern.DOTALL);

	enum Kind {

		ADDED("新增"), REMOVED("删去"), CHANGED("修改"), MOVED("顺序");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

		/** "ok", "err" or "": how it is coloured. */
		public String tone() {
			return (this == ADDED) ? "ok" : (this == REMOVED) ? "err" : "";
		}

	}

	enum Mark {

		SAME, OLD, NEW

	}

	/** A stretch of text that stayed, went or came. */
	record Piece(Mark mark, String text) {

		public boolean isOld() {
			return this.mark == Mark.OLD;
		}

		public boolean isNew() {
			return this.mark == Mark.NEW;
		}

	}

	/**
	 * One thing that changed.
	 *
	 * @param anchor where it stands in the paper, null where it stands there no more
	 * @param texts each of its texts that changed
	 */
	record Change(Part part, Kind kind, String name, @Nullable String anchor, List<List<Piece>> texts) {
	}

	static Difference between(ReportContent before, ReportContent after) {
		List<Change> changes = new ArrayList<>();
		metrics(before, after, changes);
		things(Part.COMPLETION, "上期计划", before.completion(), after.completion(), Promise::id, "promise-",
				Difference::textsOf, Promise::text, changes);
		text(Part.ACHIEVEMENTS, "导语", before.lead(), after.lead(), changes);
		items(Part.ACHIEVEMENTS, "成效", before.achievements(), after.achievements(), changes);
		items(Part.CASES, "案例", before.cases(), after.cases(), changes);
		items(Part.PROBLEMS, "问题", before.problems(), after.problems(), changes);
		text(Part.PLAN, "总体思路", before.idea(), after.idea(), changes);
		things(Part.PLAN, "工作目标", before.targets(), after.targets(), Target::id, "target-", Difference::textsOf,
				Target::text, changes);
		items(Part.PLAN, "措施", before.measures(), after.measures(), changes);
		items(Part.SUGGESTIONS, "建议", before.suggestions(), after.suggestions(), changes);
		return new Difference(List.copyOf(changes));
	}

	private static void metrics(ReportContent before, ReportContent after, List<Change> changes) {
		Map<String, Row> old = rows(before);
		Map<String, Row> now = rows(after);
		Stream.concat(now.values().stream(), old.values().stream().filter((row) -> !now.containsKey(row.code())))
			.forEach((row) -> {
				String was = print(old.get(row.code()));
				String is = print(now.get(row.code()));
				if (!was.equals(is)) {
					changes.add(new Change(Part.METRICS, Kind.CHANGED, row.name(),
							now.containsKey(row.code()) ? "metric-" + row.code() : null,
							List.of(replaced(was.isEmpty() ? "空" : was, is.isEmpty() ? "空" : is))));
				}
			});
	}

	private static Map<String, Row> rows(ReportContent content) {
		return content.groups()
			.stream()
			.flatMap((group) -> group.rows().stream())
			.collect(Collectors.toMap(Row::code, Function.identity(), (first, second) -> first, LinkedHashMap::new));
	}

	private static String print(@Nullable Row row) {
		return (row != null) ? Amount.print(row.state(), row.amount()) : "";
	}

	private static void text(Part part, String name, String before, String after, List<Change> changes) {
		if (!before.equals(after)) {
			changes.add(new Change(part, Kind.CHANGED, name, "part-" + part.slug(), List.of(compare(before, after))));
		}
	}

	private static void items(Part part, String noun, List<Item> before, List<Item> after, List<Change> changes) {
		things(part, noun, before, after, Item::id, "entry-", Difference::textsOf, Item::heading, changes);
	}

	private static List<String> textsOf(Item item) {
		return List.of(item.theme(), item.heading(), item.body());
	}

	private static List<String> textsOf(Target target) {
		return List.of(target.text());
	}

	/** What it was promised stays; what became of it is compared. */
	private static List<String> textsOf(Promise promise) {
		return List.of(promise.goalInWords(), promise.actualInWords(), promise.progress(),
				Optional.ofNullable(promise.state()).map(Fulfilment::label).orElse(""), promise.note());
	}

	private static <T> void things(Part part, String noun, List<T> before, List<T> after, Function<T, Long> id,
			String anchor, Function<T, List<String>> texts, Function<T, String> name, List<Change> changes) {
		Map<Long, T> old = before.stream().collect(Collectors.toMap(id, Function.identity()));
		Set<Long> now = after.stream().map(id).collect(Collectors.toSet());
		for (T thing : after) {
			T was = old.get(id.apply(thing));
			if (was == null) {
				changes.add(new Change(part, Kind.ADDED, name.apply(thing), anchor + id.apply(thing), List.of()));
			}
			else if (!texts.apply(was).equals(texts.apply(thing))) {
				changes.add(new Change(part, Kind.CHANGED, name.apply(thing), anchor + id.apply(thing),
						changed(texts.apply(was), texts.apply(thing))));
			}
		}
		before.stream()
			.filter((thing) -> !now.contains(id.apply(thing)))
			.forEach((thing) -> changes.add(new Change(part, Kind.REMOVED, name.apply(thing), null,
					texts.apply(thing)
						.stream()
						.filter((text) -> !text.isEmpty())
						.map((text) -> List.of(new Piece(Mark.OLD, text)))
						.toList())));
		Set<Long> kept = new HashSet<>(now);
		kept.retainAll(old.keySet());
		if (!inOrder(before, id, kept).equals(inOrder(after, id, kept))) {
			changes.add(new Change(part, Kind.MOVED, noun + "的先后有调整", "part-" + part.slug(), List.of()));
		}
	}

	private static <T> List<Long> inOrder(List<T> things, Function<T, Long> id, Set<Long> kept) {
		return things.stream().map(id).filter(kept::contains).toList();
	}

	private static List<List<Piece>> changed(List<String> before, List<String> after) {
		List<List<Piece>> changed = new ArrayList<>();
		for (int i = 0; i < before.size(); i++) {
			if (!before.get(i).equals(after.get(i))) {
				changed.add(compare(before.get(i), after.get(i)));
			}
		}
		return List.copyOf(changed);
	}

	/**
	 * Compares two texts: first by paragraphs, then within the paragraphs that changed.
	 * What stayed is shortened to what one needs to find the place.
	 */
	static List<Piece> compare(String before, String after) {
		List<Piece> pieces = new ArrayList<>();
		for (Stretch stretch : stretches(lines(before), lines(after))) {
			if (stretch.isSame()) {
				pieces.add(new Piece(Mark.SAME, stretch.after()));
			}
			else {
				pieces.addAll(within(stretch.before(), stretch.after()));
			}
		}
		return shortened(joined(pieces));
	}

	private static List<Piece> within(String before, String after) {
		List<Stretch> stretches = stretches(words(before), words(after));
		int same = stretches.stream().filter(Stretch::isSame).mapToInt((stretch) -> stretch.after().length()).sum();
		if (same * 3 < Math.max(before.length(), after.length())) {
			return replaced(before, after);
		}
		List<Piece> pieces = new ArrayList<>();
		StringBuilder old = new StringBuilder();
		StringBuilder now = new StringBuilder();
		for (int i = 0; i < stretches.size(); i++) {
			Stretch stretch = stretches.get(i);
			// a single character that stayed between two changes only confuses
			boolean island = stretch.isSame() && stretch.after().length() == 1 && i > 0 && i < stretches.size() - 1;
			if (stretch.isSame() && !island) {
				pieces.addAll(replaced(old.toString(), now.toString()));
				old.setLength(0);
				now.setLength(0);
				pieces.add(new Piece(Mark.SAME, stretch.after()));
			}
			else {
				old.append(stretch.before());
				now.append(stretch.after());
			}
		}
		pieces.addAll(replaced(old.toString(), now.toString()));
		return pieces;
	}

	private static List<Piece> replaced(String before, String after) {
		return Stream.of(new Piece(Mark.OLD, before), new Piece(Mark.NEW, after))
			.filter((piece) -> !piece.text().isEmpty())
			.toList();
	}

	private static List<Stretch> stretches(List<String> before, List<String> after) {
		if ((long) before.size() * after.size() > MOST_PAIRS) {
			return List.of(new Stretch(String.join("", before), String.join("", after)));
		}
		List<Stretch> stretches = new ArrayList<>();
		for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(), null, true)
			.getDeltas()) {
			Stretch next = Stretch.of(delta);
			Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
			if (last != null && last.isSame() == next.isSame()) {
				stretches.set(stretches.size() - 1, last.and(next));
			}
			else {
				stretches.add(next);
			}
		}
		return stretches;
	}

	/** Each with its line break, so that they can be put together again. */
	private static List<String> lines(String text) {
		return Stream.of(text.split("(?<=\n)")).toList();
	}

	private static List<String> words(String text) {
		return WORDS.matcher(text).results().map(MatchResult::group).toList();
	}

	private static List<Piece> joined(List<Piece> pieces) {
		List<Piece> joined = new ArrayList<>();
		for (Piece piece : pieces) {
			Piece last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
			if (last != null && last.mark() == piece.mark()) {
				joined.set(joined.size() - 1, new Piece(piece.mark(), last.text() + piece.text()));
			}
			else {
				joined.add(piece);
			}
		}
		return joined;
	}

	private static List<Piece> shortened(List<Piece> pieces) {
		List<Piece> shortened = new ArrayList<>();
		for (int i = 0; i < pieces.size(); i++) {
			Piece piece = pieces.get(i);
			shortened.add((piece.mark() == Mark.SAME)
					? new Piece(Mark.SAME, shortened(piece.text(), i > 0, i < pieces.size() - 1)) : piece);
		}
		return List.copyOf(shortened);
	}

	private static String shortened(String text, boolean afterChange, boolean beforeChange) {
		int length = text.codePointCount(0, text.length());
		int kept = (afterChange ? CONTEXT : 0) + (beforeChange ? CONTEXT : 0);
		if (length <= kept + CONTEXT) {
			return text;
		}
		String head = afterChange ? text.substring(0, text.offsetByCodePoints(0, CONTEXT)) : "";
		String tail = beforeChange ? text.substring(text.offsetByCodePoints(0, length - CONTEXT)) : "";
		return head + "……" + tail;
	}

	/** A stretch of both texts; the same on both sides or replaced by one another. */
	private record Stretch(String before, String after, boolean isSame) {

		Stretch(String before, String after) {
			this(before, after, Objects.equals(before, after));
		}

		Stretch and(Stretch next) {
			return new Stretch(this.before + next.before, this.after + next.after, this.isSame);
		}

		static Stretch of(AbstractDelta<String> delta) {
			return new Stretch(String.join("", delta.getSource().getLines()),
					String.join("", delta.getTarget().getLines()), delta.getType() == DeltaType.EQUAL);
		}

	}

}
