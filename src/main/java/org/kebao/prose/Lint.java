package org.kebao.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is wrong with a text that the text alone betrays. Silent where it is not sure: a
 * writer who is warned wrongly twice reads no warning any more.
 */
final class Lint {

	private Lint() {
	}

	/**
	 * The flaws in their order.
	 * @param pieces the paragraphs, and the headings on lines of their own
	 */
	static List<Flaw> flaws(String text, Outline outline, List<Span> pieces, List<Figure> figures) {
		List<Flaw> flaws = new ArrayList<>();
		flaws.addAll(Counting.flaws(text, outline, pieces));
		flaws.addAll(Agreement.flaws(text, pieces, figures));
		flaws.addAll(Wording.flaws(text, outline, pieces));
		flaws.addAll(Punctuation.flaws(text, pieces));
		flaws.sort(Comparator.comparingInt((Flaw flaw) -> flaw.span().offset()).thenComparing(Flaw::kind));
		return flaws;
	}

}
