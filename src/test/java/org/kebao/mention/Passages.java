package org.kebao.mention;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.kebao.binding.Facts;
import org.kebao.binding.Printed;
import org.kebao.field.Saving;
import org.kebao.lint.Lint;
import org.kebao.prose.Figure;
import org.kebao.prose.Prose;
import org.kebao.prose.Reading;
import org.kebao.report.Part;

/**
 * Texts as they are read, without a report around them.
 */
public final class Passages {

	private Passages() {
	}

	public static Passage of(Part part, String text, Printed printed, Facts facts, Function<Figure, Mention> mention) {
		Reading reading = Prose.read(printed.text());
		List<Mention> mentions = reading.all().map(mention).toList();
		// what is read again is remembered, as it is in the house
		Map<String, Reading> pieces = new HashMap<>();
		return new Passage("lead", part, "开头", Saving.version(text), printed, reading, Lint.flaws(reading), mentions,
				new Reader(facts, (piece) -> pieces.computeIfAbsent(piece, Prose::read)));
	}

}
