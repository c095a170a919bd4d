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

	static List<Flaw> flaws(String text, Outline outline, List<Figure> figures) {
		List<Span> pieces = new ArrayList<>(outline.paragraphs());
		outline.headings().stream().filter((heading) -> !heading.runIn()).map(Heading::span).forEach(pieces::add);
		pieces.sort(Comparator.comparingInt(Span::offset));
		List<Flaw> flaws = new ArrayList<>();
		flaws.addAll(Counting.flaws(text, outline, pieces));
		flaws.addAll(Agreement.flaws(text, pieces, figures));
		flaws.addAll(Wording.flaws(text, outline, pieces));
		flaws.addAll(Punctuation.flaws(text, pieces));
		flaws.sort(Comparator.comparingInt((Flaw flaw) -> flaw.span().offset()).thenComparing(Flaw::kind));
		return flaws;
	}

}
