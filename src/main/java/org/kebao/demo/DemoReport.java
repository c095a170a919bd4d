package org.kebao.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.period.PeriodKind;
import org.kebao.report.Entry;

/**
 * A report of the invented province as it stands in its file.
 *
 * @param year counted from the current reporting year: -1 is the year before
 * @param explanations what the bureau says to a warning, by the key of the finding
 */
record DemoReport(int year, PeriodKind kind, Map<String, String> values, String lead, List<Item> achievements,
		List<Item> cases, List<Item> problems, String idea, List<Target> targets, List<Item> measures,
		List<Item> suggestions, @Nullable List<Remark> remarks, @Nullable Map<String, String> explanations) {

	record Item(@Nullable String theme, String heading, String body) {
	}

	/** An entry, and what it is. */
	record Piece(Entry.Kind kind, Item item) {
	}

	/** Its entries, kind by kind. */
	List<Piece> pieces() {
		return Stream
			.of(pieces(Entry.Kind.ACHIEVEMENT, this.achievements), pieces(Entry.Kind.CASE, this.cases),
					pieces(Entry.Kind.PROBLEM, this.problems), pieces(Entry.Kind.MEASURE, this.measures),
					pieces(Entry.Kind.SUGGESTION, this.suggestions))
			.flatMap(Function.identity())
			.toList();
	}

	private static Stream<Piece> pieces(Entry.Kind kind, List<Item> items) {
		return items.stream().map((item) -> new Piece(kind, item));
	}

	record Target(@Nullable String metric, String aim, @Nullable String amount, String words) {
	}

	record Remark(String place, String text) {
	}

	/** All reports of one bureau. */
	record File(String bureau, List<DemoReport> reports) {
	}

	/** A bureau of the invented province. */
	record DemoBureau(String code, String name, String level, @Nullable String parent, int position) {
	}

}
