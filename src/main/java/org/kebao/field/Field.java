package org.kebao.field;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kebao.account.Right;

/**
 * One place of a report where something is typed, as it is named in forms: {@code lead},
 * {@code idea}, {@code metric.PRJ01}, {@code metric.PRJ01.note},
 * {@code entry.12.heading}, {@code target.7.amount}, {@code settlement.3.state}.
 *
 * @param owner what it belongs to
 * @param key the metric's code or the id of the entry, target or promise, "" for the
 * report's own
 * @param aspect which of its texts
 */
record Field(Owner owner, String key, Aspect aspect) {

	private static final Pattern METRIC = Pattern.compile("metric\\.([A-Z]{3}\\d{2})(?:\\.(certainty|asof|note))?");

	private static final Pattern ENTRY = Pattern.compile("entry\\.(\\d{1,18})\\.(heading|body|theme)");

	private static final Pattern TARGET = Pattern.compile("target\\.(\\d{1,18})\\.(metric|aim|amount|words)");

	private static final Pattern SETTLEMENT = Pattern.compile("settlement\\.(\\d{1,18})\\.(state|note)");

	enum Owner {

		REPORT, METRIC, ENTRY, TARGET, SETTLEMENT

	}

	enum Aspect {

		LEAD(20_000), IDEA(20_000), VALUE(60), CERTAINTY(20), ASOF(20), NOTE(500), HEADING(200), BODY(200_000),
		THEME(20), METRIC(20), AIM(20), AMOUNT(60), WORDS(2_000), STATE(20);

		private final int longest;

		Aspect(int longest) {
			this.longest = longest;
		}

		int longest() {
			return this.longest;
		}

	}

	/**
	 * Reads a name.
	 * @throws IllegalArgumentException when no report has such a field
	 */
	static Field named(String name) {
		if (name.equals("lead") || name.equals("idea")) {
			return new Field(Owner.REPORT, "", Aspect.valueOf(name.toUpperCase()));
		}
		Matcher metric = METRIC.matcher(name);
		if (metric.matches()) {
			String aspect = Objects.requireNonNullElse(metric.group(2), "value");
			return new Field(Owner.METRIC, metric.group(1), Aspect.valueOf(aspect.toUpperCase()));
		}
		Matcher entry = ENTRY.matcher(name);
		if (entry.matches()) {
			return new Field(Owner.ENTRY, entry.group(1), Aspect.valueOf(entry.group(2).toUpperCase()));
		}
		Matcher target = TARGET.matcher(name);
		if (target.matches()) {
			return new Field(Owner.TARGET, target.group(1), Aspect.valueOf(target.group(2).toUpperCase()));
		}
		Matcher settlement = SETTLEMENT.matcher(name);
		if (settlement.matches()) {
			return new Field(Owner.SETTLEMENT, settlement.group(1), Aspect.valueOf(settlement.group(2).toUpperCase()));
		}
		throw new IllegalArgumentException("No field is named " + name);
	}

	/** What whoever writes it must be allowed to. */
	Right right() {
		return (this.owner == Owner.METRIC) ? Right.FIGURES : Right.WORDS;
	}

	Long id() {
		return Long.valueOf(this.key);
	}

}
