package org.kebao.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.kebao.prose.Outline;
import org.kebao.prose.Reading;
import org.kebao.script.Script;
import org.kebao.script.Span;

/**
 * What is wrong with a text that the text alone betrays. Silent where it is not sure: a
 * writer who is warned wrongly twice reads no warning any more.
 */
public final class Lint {

	private Lint() {
	}

	/** The flaws of a text, in their order. */
	public static List<Flaw> flaws(Reading given) {
		Script script = Script.read(given.text());
		Reading reading = script.isAsGiven() ? given : given.moved(script.text(), script::read);
		String text = reading.text();
		Outline outline = reading.outline();
		List<Span> pieces = outline.stretches();
		List<Flaw> flaws = new ArrayList<>();
		flaws.addAll(Counting.flaws(text, outline, pieces));
		flaws.addAll(Agreement.flaws(text, pieces, reading.figures()));
		flaws.addAll(Usage.flaws(text, outline, pieces));
		flaws.addAll(Punctuation.flaws(text, pieces));
		return flaws.stream()
			.sorted(Comparator.comparingInt((Flaw flaw) -> flaw.span().offset()).thenComparing(Flaw::kind))
			.map((flaw) -> new Flaw(flaw.kind(), script.given(flaw.span()), flaw.message(), flaw.mend()))
			.toList();
	}

}
