package org.kebao.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.kebao.lint.Flaw;

/**
 * What a careful reader found in a document: a file of {@code gold/}. Keys this class
 * does not name say nothing to the score.
 *
 * @param source the file of the text, beside the folder of the gold
 * @param flaws the contradictions in the text; null where nobody listed them, and they
 * follow from what the metrics say
 */
record EvaluationGold(String source, String title, String kind, List<Section> sections, List<Metric> metrics,
		@Nullable List<Contradiction> flaws) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private static final Pattern TIMES = Pattern.compile("(\\d+(?:\\.\\d+)?|[一两二三四五六七八九十])倍");

	EvaluationGold {
		title = (title != null) ? title : source;
		kind = (kind != null) ? kind : "";
		sections = (sections != null) ? sections : List.of();
		metrics = (metrics != null) ? metrics : List.of();
	}

	static EvaluationGold read(String json) {
		return JSON.readValue(json, EvaluationGold.class);
	}

	/**
	 * A heading.
	 *
	 * @param rawHeading as it stands in the file, where the heading was normalised
	 * @param optional whether finding it counts neither way
	 */
	record Section(int level, String heading, @Nullable String rawHeading, boolean optional) {

		String words() {
			return (this.rawHeading != null) ? this.rawHeading : this.heading;
		}

	}

	/** Whether the links are told here, metric by metric, and need no key beside it. */
	boolean namesCodes() {
		return this.metrics.stream().anyMatch((metric) -> metric.code() != null);
	}

	/**
	 * A part of a figure.
	 */
	record Part(String name, @Nullable String value, @Nullable String unit, @Nullable String code) {
	}

	/**
	 * A contradiction that was listed by hand.
	 *
	 * @param kind of {@link Flaw.Kind}
	 * @param quote it lies in, null for anywhere
	 * @param says what its message names
	 */
	record Contradiction(Flaw.Kind kind, @Nullable String quote, @Nullable String says) {
	}

	/**
	 * A figure, or a growth without one.
	 *
	 * @param code the metrics it states, one of which is right: "TEC02/TEC03"; a blank
	 * among them allows for none
	 * @param optional whether finding it counts neither way
	 */
	record Metric(String name, @Nullable String value, @Nullable String unit, @Nullable String unitFull,
			@Nullable String growthPercent, @Nullable String growthText, @Nullable String pointsChange,
			@Nullable String comparison, @Nullable String comparisonKind, List<Part> parts, @Nullable String quote,
			@Nullable String rawQuote, @Nullable String inconsistent, @Nullable String role2, boolean masked,
			@Nullable String sharePercent, @Nullable String completionPercent, @Nullable String targetValue,
			@Nullable String code, boolean optional) {

		Metric {
			parts = (parts != null) ? parts : List.of();
		}

		/** The words it stands in, as they are in the file. */
		String words() {
			return (this.rawQuote != null) ? this.rawQuote : (this.quote != null) ? this.quote : "";
		}

		/** Whether it states a growth and no amount: scored as growth alone. */
		boolean isGrowthOnly() {
			return this.value == null && this.unit == null;
		}

		boolean hasGrowth() {
			return this.comparison != null || this.growthPercent != null || this.growthText != null
					|| this.pointsChange != null;
		}

		boolean isForecast() {
			return "FORECAST".equals(this.role2);
		}

		/** The growth in its own measure; null where it is masked or none is told. */
		@Nullable BigDecimal growth() {
			String told = (this.growthPercent != null) ? this.growthPercent : this.pointsChange;
			if (told != null) {
				return number(told);
			}
			return (this.growthText != null) ? times(this.growthText) : null;
		}

		private static @Nullable BigDecimal times(String text) {
			if (text.contains("翻两番")) {
				return BigDecimal.valueOf(300);
			}
			if (text.contains("翻")) {
				return BigDecimal.valueOf(100);
			}
			Matcher matcher = TIMES.matcher(text);
			if (!matcher.find()) {
				return null;
			}
			int digit = "一二三四五六七八九十".indexOf(matcher.group(1).replace('两', '二'));
			BigDecimal times = (digit >= 0) ? BigDecimal.valueOf(digit + 1) : number(matcher.group(1));
			return (times != null) ? times.movePointRight(2) : null;
		}

	}

	static @Nullable BigDecimal number(String text) {
		try {
			return new BigDecimal(text.replace("%", "").replace(",", "").strip());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
