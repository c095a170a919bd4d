package org.kebao.binding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What of a metric a {@link Token} states.
 */
public enum Aspect {

	/** The figure of this report. */
	NOW(""),

	/** The approved figure of the same period one year before. */
	LAST_YEAR("去年", "上年", "上年同期"),

	/** 同比, in words: 增长30%. */
	CHANGE("同比"),

	/** 完成率: per cent of the year's goal. */
	COMPLETION("完成率"),

	/** 目标: the goal of the year. */
	GOAL("目标");

	private final List<String> words;

	Aspect(String... words) {
		this.words = List.of(words);
	}

	/** As it is typed behind the dot, "" for the figure itself. */
	public String word() {
		return this.words.get(0);
	}

	static Optional<Aspect> named(String word) {
		return Arrays.stream(values())
			.filter((aspect) -> aspect != NOW)
			.filter((aspect) -> aspect.words.contains(word))
			.findFirst();
	}

}
