package org.kebao.prose;

import java.util.List;
import java.util.Optional;

/**
 * The metrics prose may speak of.
 */
public final class Glossary {

	private final List<Entry> entries;

	private Glossary(List<Entry> entries) {
		this.entries = List.copyOf(entries);
	}

	/**
	 * A metric as prose knows it.
	 *
	 * @param aliases other names it goes by
	 * @param unit its figures are kept in
	 * @param group it belongs to
	 */
	public record Entry(String code, String name, List<String> aliases, String unit, String group) {

		public Entry {
			aliases = List.copyOf(aliases);
		}

	}

	public static Glossary of(List<Entry> entries) {
		return new Glossary(entries);
	}

	/** The metrics the figures of a text state; no link is better than a wrong one. */
	public List<Link> links(Reading reading) {
		return reading.all().flatMap((figure) -> link(figure).stream()).toList();
	}

	/** The metric a figure states. */
	public Optional<Link> link(Figure figure) {
		return Optional.empty();
	}

}
