package org.kebao.mention;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.kebao.glossary.Glossary;
import org.kebao.glossary.Link;
import org.kebao.lint.Flaw;
import org.kebao.lint.Lint;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.prose.Figure;
import org.kebao.prose.Prose;
import org.kebao.prose.Reading;
import org.kebao.revision.Revision;

/**
 * Reads texts, and remembers how it read them: of a report that is being written only the
 * text that changed is read again, and whoever asks for a text that is being read waits
 * for that reading.
 */
@Component
class Readings {

	/** What is remembered takes so much memory, in bytes and roughly. */
	private static final long REMEMBERED = 64L << 20;

	private static final int OF_A_CHARACTER = 2;

	private static final int OF_A_FIGURE = 500;

	private static final int OF_A_FLAW = 300;

	private static final int OF_ITSELF = 1_000;

	/** Below this a figure may state another metric as well. */
	private static final int SURE = 80;

	private final AsyncCache<Asked, Read> remembered = Caffeine.newBuilder()
		.maximumWeight(REMEMBERED)
		.weigher((Asked asked, Read read) -> weight(read.reading(), read.flaws().size()))
		.buildAsync();

	/** What stands around single figures, so often read again. */
	private final Cache<Piece, Reading> pieces = Caffeine.newBuilder()
		.maximumWeight(REMEMBERED / 4)
		.weigher((Piece piece, Reading reading) -> weight(reading, 0))
		.build();

	/** The catalogue hardly ever changes. */
	private volatile @Nullable Words words;

	/**
	 * A text that was to be read.
	 *
	 * @param digest of the text
	 * @param usual the role of its figures where it says nothing of it
	 */
	private record Asked(String digest, Figure.Role usual, Glossary glossary) {
	}

	/** A piece of a text, whose figures only are asked for. */
	private record Piece(String digest, Figure.Role usual) {
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
		Asked asked = new Asked(Revision.checksum(text), usual, glossary);
		CompletableFuture<Read> reading = new CompletableFuture<>();
		CompletableFuture<Read> known = this.remembered.asMap().putIfAbsent(asked, reading);
		if (known != null) {
			return known.join();
		}
		try {
			reading.complete(readAnew(text, usual, glossary));
		}
		catch (RuntimeException | Error ex) {
			reading.completeExceptionally(ex);
		}
		return reading.join();
	}

	/** The figures of a few sentences. */
	Reading piece(String text, Figure.Role usual) {
		return this.pieces.get(new Piece(Revision.checksum(text), usual), (piece) -> Prose.read(text, usual));
	}

	/** Takes its time. */
	Read readAnew(String text, Figure.Role usual, Glossary glossary) {
		Reading reading = Prose.read(text, usual);
		return new Read(reading, Lint.flaws(reading),
				glossary.links(reading)
					.stream()
					.filter((link) -> link.confidence() >= SURE)
					.collect(Collectors.toMap(Link::figure, (link) -> link.entry().code(), (first, second) -> first)));
	}

	private static int weight(Reading reading, int flaws) {
		long weight = OF_ITSELF + (long) OF_A_CHARACTER * reading.text().length() + OF_A_FIGURE * reading.all().count()
				+ (long) OF_A_FLAW * flaws;
		return (int) Math.min(weight, Integer.MAX_VALUE);
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
