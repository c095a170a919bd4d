package org.kebao.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.kebao.glossary.Link;
import org.kebao.lint.Flaw;

/**
 * Scores as a page of text. A Chinese character is as wide as two others.
 */
final class EvaluationTable {

	private static final List<String> HEAD = List.of("document", "figures P / R / F1", "links P / R / F1",
			"growth P / R / F1", "parts P / R / F1", "headings P / R / F1", "contradictions", "false alarms", "holes",
			"style");

	private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));

	void add(String document, EvaluationScore score) {
		this.rows.add(List.of(document, told(score.figures()), told(score.links()), told(score.growths()),
				told(score.parts()), told(score.headings()), found(score.contradictions()),
				Integer.toString(score.contradictions().wrong() + score.holes().wrong()), found(score.holes()),
				Integer.toString(score.style())));
	}

	/** A document that nobody made a gold of. */
	void add(EvaluationJson.Document document) {
		Reading reading = document.reading();
		this.rows.add(List.of(document.source(), reading.all().count() + " read", document.links().size() + " read",
				reading.all().filter((figure) -> figure.growth() != null).count() + " read",
				reading.figures().stream().mapToInt((figure) -> figure.parts().size()).sum() + " read",
				reading.outline().headings().size() + " read", count(document, Flaw.Weight.CONTRADICTION), "",
				count(document, Flaw.Weight.HOLE), count(document, Flaw.Weight.STYLE)));
	}

	private static String count(EvaluationJson.Document document, Flaw.Weight weight) {
		return Long.toString(document.flaws().stream().filter((flaw) -> flaw.kind().weight() == weight).count());
	}

	private static String told(@Nullable EvaluationTally tally) {
		if (tally == null) {
			return "no key";
		}
		return tally.isEmpty() ? "nothing" : String.format(Locale.ROOT, "%.3f %.3f %.3f (%d)", tally.precision(),
				tally.recall(), tally.f1(), tally.right() + tally.missed());
	}

	private static String found(EvaluationTally tally) {
		return tally.right() + " of " + (tally.right() + tally.missed());
	}

	@Override
	public String toString() {
		int[] widths = new int[HEAD.size()];
		for (List<String> row : this.rows) {
			for (int i = 0; i < widths.length; i++) {
				widths[i] = Math.max(widths[i], width(row.get(i)));
			}
		}
		StringBuilder text = new StringBuilder();
		for (List<String> row : this.rows) {
			StringBuilder line = new StringBuilder();
			for (int i = 0; i < widths.length; i++) {
				line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 2));
			}
			text.append(line.toString().stripTrailing()).append('\n');
		}
		return text.toString();
	}

	static String pad(String words, int width) {
		return words + " ".repeat(Math.max(0, width - width(words)));
	}

	static int width(String words) {
		return words.codePoints().map((c) -> isWide(c) ? 2 : 1).sum();
	}

	private static boolean isWide(int c) {
		return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF)
				|| (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6)
				|| c >= 0x20000;
	}

}
