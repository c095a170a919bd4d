package org.kebao.mention;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

import org.kebao.glossary.Glossary;
import org.kebao.glossary.Link;
import org.kebao.lint.Flaw;
import org.kebao.lint.Lint;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.prose.Figure;
import org.kebao.prose.Prose;
import org.kebao.prose.Reading;

/**
 * Reads texts, and remembers how it read them: of a report that is being written only the
 * text that changed is read again.
 */
@Component
class Readings {

	private static final int REMEMBERED = 1_000;

	/** Longer texts would take too much of the memory. */
	private static final int LONGEST = 10_000;

	/** Below this a figure may state another metric as well. */
	private static final int SURE = 80;

	private final ConcurrentLruCache<Asked, Read> read = new ConcurrentLruCache<>(REMEMBERED, Readings::read);

	/** The catalogue hardly ever changes. */
	private volatile @Nullable Words words;

	/**
	 * A text to be read.
	 *
	 * @param usual the role of its figures where it says nothing of it
	 */
	private record Asked(String text, Figure.Role usual, Glossary glossary) {
	}

	/** The metrics as prose knows them. */
	private record Words(List<Glossary.Entry> entries, Glossary glossary) {
	}

	/**
	 * A text as it was read.
	 *
	 * @param codes of the metrics its figures state
	 */
	record Read(Reading reading, List<Flaw> flaws, Map<Figure, String> codes) {
	}

	Read read(String text, Figure.Role usual, Glossary glossary) {
		Asked wanted = new Asked(text, usual, glossary);
		return (text.length() > LONGEST) ? read(wanted) : this.read.get(wanted);
	}

	private static Read read(Asked text) {
		Reading reading = Prose.read(text.text(), text.usual());
		return new Read(reading, Lint.flaws(reading),
				text.glossary()
					.links(reading)
					.stream()
					.filter((link) -> link.confidence() >= SURE)
					.collect(Collectors.toMap(Link::figure, (link) -> link.entry().code(), (first, second) -> first)));
	}

	/**
	 * All metrics, also those that are asked no more: a figure that states one of them
	 * states no other.
	 */
	Glossary glossary(Catalogue catalogue) {
		List<Glossary.Entry> entries = catalogue.all().stream().map(Readings::entry).toList();
		Words known = this.words;
		if (known == null || !known.entries().equals(entries)) {
			known = new Words(entries, Glossary.of(entries));
			this.words = known;
		}
		return known.glossary();
	}

	private static Glossary.Entry entry(Metric metric) {
		return new Glossary.Entry(metric.getCode(), metric.getName(), metric.getAliases(), metric.getUnit(),
				metric.getGroup().getName());
	}

}
