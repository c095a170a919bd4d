package org.kebao.mention;

import java.util.List;
import java.util.function.Function;

import org.kebao.binding.Facts;
import org.kebao.binding.Printed;
import org.kebao.lint.Lint;
import org.kebao.prose.Figure;
import org.kebao.prose.Prose;
import org.kebao.prose.Reading;
import org.kebao.report.Part;
import org.kebao.report.Saving;

/**
 * Texts as they are read, without a report around them.
 */
public final class Passages {

	private Passages() {
	}

	public static Passage of(Part part, String text, Printed printed, Facts facts, Function<Figure, Mention> mention) {
		Reading reading = Prose.read(printed.text());
		List<Mention> mentions = reading.all().map(mention).toList();
		return new Passage("lead", part, "开头", Saving.version(text), printed, reading, Lint.flaws(reading), mentions,
				new Reader(facts, Prose::read));
	}

}
