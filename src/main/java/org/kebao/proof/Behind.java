package org.kebao.proof;

import java.util.stream.Stream;

import org.kebao.metric.Metric;

/**
 * A metric that is behind the time that has passed.
 *
 * @param words how far it is
 */
public record Behind(Metric metric, String words) {

	private static final int SHORTEST_NAME = 4;

	/**
	 * Whether a sentence names it, also without what only a table adds to its name.
	 */
	boolean isNamedIn(String sentence) {
		return Stream.concat(Stream.of(this.metric.getName()), this.metric.getAliases().stream())
			.anyMatch((name) -> sentence.contains(shortened(name)));
	}

	private static String shortened(String name) {
		String plain = name.replaceAll("[（(][^）)]{0,20}[）)]$", "");
		boolean counts = plain.length() > SHORTEST_NAME && "数量额".indexOf(plain.charAt(plain.length() - 1)) >= 0;
		return counts ? plain.substring(0, plain.length() - 1) : plain;
	}

}
