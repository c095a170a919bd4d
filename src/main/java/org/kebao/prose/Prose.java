package org.kebao.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.kebao.script.Script;
import org.kebao.script.Sentences;
import org.kebao.script.Span;

/**
 * The door to the reader of office prose.
 */
public final class Prose {

	private Prose() {
	}

	/** Reads a whole document; its headings tell what is report and what is plan. */
	public static Reading read(String text) {
		return read(text, Figure.Role.ACTUAL);
	}

	/**
	 * Reads a text, or a paragraph of one.
	 * @param usual the role of a figure where the text says nothing of it
	 */
	public static Reading read(String text, Figure.Role usual) {
		Script script = Script.read(text);
		Outline outline = OutlineReader.read(script.text());
		List<Figure> figures = FigureFinder.in(script.text(), outline.stretches(),
				roles(script.text(), outline, usual));
		Reading reading = new Reading(script.text(), outline, figures);
		return script.isAsGiven() ? reading : reading.moved(text, script::given);
	}

	/** What the headings above a stretch say of its figures. */
	private static Function<Span, Figure.Role> roles(String text, Outline outline, Figure.Role usual) {
		Figure.Role whole = (outline.title() == null) ? usual : Goals.under(outline.title().of(text), usual, false);
		int year = year(text, outline);
		boolean reviewed = false;
		NavigableMap<Integer, Figure.Role> roles = new TreeMap<>();
		List<Figure.Role> byLevel = new ArrayList<>();
		for (Heading heading : outline.headings()) {
			while (byLevel.size() >= Math.max(heading.level(), 1)) {
				byLevel.remove(byLevel.size() - 1);
			}
			Figure.Role above = byLevel.isEmpty() ? whole : byLevel.get(byLevel.size() - 1);
			int named = Goals.year(heading.words());
			Figure.Role role = Goals.under(heading.words(), above, named > year || reviewed && named > 0);
			reviewed = reviewed || heading.words().endsWith("回顾");
			while (byLevel.size() < heading.level() - 1) {
				byLevel.add(above);
			}
			byLevel.add(role);
			roles.put(heading.span().offset(), role);
		}
		return (stretch) -> {
			Map.Entry<Integer, Figure.Role> nearest = roles.floorEntry(stretch.offset());
			return (nearest != null) ? nearest.getValue() : whole;
		};
	}

	/** The first year the title or a heading names: the one that is reported of. */
	private static int year(String text, Outline outline) {
		return Stream
			.concat(Stream.ofNullable(outline.title()).map((title) -> title.of(text)),
					outline.headings().stream().filter((heading) -> heading.level() <= 1).map(Heading::words))
			.mapToInt(Goals::year)
			.filter((year) -> year > 0)
			.min()
			.orElse(Integer.MAX_VALUE);
	}

	/** The sentences of a text, in their order, each with the sign that ends it. */
	public static List<Span> sentences(String text) {
		return Sentences.paragraphs(text)
			.stream()
			.flatMap((paragraph) -> Sentences.sentences(text, paragraph).stream())
			.toList();
	}

}
