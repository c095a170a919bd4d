package org.kebao.prose;

import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.kebao.glossary.Link;
import org.kebao.lint.Flaw;
import org.kebao.script.Span;

/**
 * Readings as JSON, so that others can score them by their own rules. The file is one
 * object, <pre>{"documents": [document, …]}</pre> and every key is always there. Offsets
 * and lengths are in UTF-16 units of the text of the source file as it is, byte order
 * mark and line ends included.
 * <dl>
 * <dt>document
 * <dd>{@code source} (file name), {@code title} and {@code date} (as the text has them,
 * or null), {@code figures}, {@code headings}, {@code findings}, each in the order of the
 * text
 * <dt>figure
 * <dd>{@code offset}, {@code length}, {@code text} (number and unit with what makes them
 * approximate), {@code value} (a plain decimal string in the unit, "1-2" for a range,
 * null where it is masked, lost or only a growth is stated), {@code unit} (null where
 * only a growth is stated), {@code approximation} (of {@link Figure.Approximation}),
 * {@code hole} (of {@link Figure.Hole}), {@code thing} (what is counted, as the sentence
 * names it), {@code level} (国家级 …, or ""), {@code role} (ACTUAL, FORECAST, TARGET),
 * {@code metric} (its code in the catalogue, or null), {@code metricName},
 * {@code confidence} (per cent, null without a metric), {@code comparison} (as worded,
 * null where none is), {@code comparisonBase} (of {@link Growth.Base}, null without
 * growth), {@code growth} (the amount as a plain decimal string with its sign, 翻番 as
 * "100", null where it is masked or there is none), {@code growthKind} (of
 * {@link Growth.Kind}, null without growth), {@code completion} (per cent, or null),
 * {@code parts} (figures)
 * <dt>heading
 * <dd>{@code offset}, {@code length}, {@code level} (1 is the highest), {@code text}
 * (with its number), {@code number}, {@code runIn}
 * <dt>finding
 * <dd>{@code offset}, {@code length}, {@code text}, {@code kind} (of {@link Flaw.Kind}),
 * {@code weight} (CONTRADICTION, HOLE, STYLE), {@code message}, {@code mend} (what to
 * write instead, or null)
 * </dl>
 */
final class EvaluationJson {

	private EvaluationJson() {
	}

	/** A text that was read, with what was linked in it and what is wrong with it. */
	record Document(String source, Reading reading, List<Link> links, List<Flaw> flaws) {
	}

	static String write(List<Document> documents) {
		JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		return json.writeValueAsString(Map.of("documents", documents.stream().map(EvaluationJson::document).toList()));
	}

	private static Map<String, @Nullable Object> document(Document document) {
		Reading reading = document.reading();
		Map<Figure, Link> links = new IdentityHashMap<>();
		document.links().forEach((link) -> links.put(link.figure(), link));
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("source", document.source());
		fields.put("title", words(reading.outline().title(), reading));
		fields.put("date", words(reading.outline().date(), reading));
		fields.put("figures", reading.figures().stream().map((figure) -> figure(figure, reading, links)).toList());
		fields.put("headings",
				reading.outline().headings().stream().map((heading) -> heading(heading, reading)).toList());
		fields.put("findings", document.flaws().stream().map((flaw) -> finding(flaw, reading)).toList());
		return fields;
	}

	private static Map<String, @Nullable Object> figure(Figure figure, Reading reading, Map<Figure, Link> links) {
		Map<String, @Nullable Object> fields = place(figure.span(), reading);
		Growth growth = figure.growth();
		Link link = links.get(figure);
		fields.put("value", value(figure));
		fields.put("unit", figure.unit());
		fields.put("approximation", figure.approximation());
		fields.put("hole", figure.hole());
		fields.put("thing", figure.thing());
		fields.put("level", figure.level());
		fields.put("role", figure.role());
		fields.put("metric", (link != null) ? link.entry().code() : null);
		fields.put("metricName", (link != null) ? link.entry().name() : null);
		fields.put("confidence", (link != null) ? link.confidence() : null);
		fields.put("comparison", (growth != null && !growth.comparison().isEmpty()) ? growth.comparison() : null);
		fields.put("comparisonBase", (growth != null) ? growth.base() : null);
		fields.put("growth", (growth != null && growth.amount() != null) ? plain(growth.amount()) : null);
		fields.put("growthKind", (growth != null) ? growth.kind() : null);
		fields.put("completion", (figure.completion() != null) ? plain(figure.completion()) : null);
		fields.put("parts", figure.parts().stream().map((part) -> figure(part, reading, links)).toList());
		return fields;
	}

	private static Map<String, @Nullable Object> heading(Heading heading, Reading reading) {
		Map<String, @Nullable Object> fields = place(heading.span(), reading);
		fields.put("level", heading.level());
		fields.put("number", heading.number());
		fields.put("runIn", heading.runIn());
		return fields;
	}

	private static Map<String, @Nullable Object> finding(Flaw flaw, Reading reading) {
		Map<String, @Nullable Object> fields = place(flaw.span(), reading);
		fields.put("kind", flaw.kind());
		fields.put("weight", flaw.kind().weight());
		fields.put("message", flaw.message());
		fields.put("mend", flaw.mend());
		return fields;
	}

	private static Map<String, @Nullable Object> place(Span span, Reading reading) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("offset", span.offset());
		fields.put("length", span.length());
		fields.put("text", span.of(reading.text()));
		return fields;
	}

	private static @Nullable String words(@Nullable Span span, Reading reading) {
		return (span != null) ? span.of(reading.text()) : null;
	}

	/** "400", "1-2", null where there is no amount. */
	static @Nullable String value(Figure figure) {
		BigDecimal value = figure.value();
		if (value == null) {
			return null;
		}
		return (figure.upTo() != null) ? plain(value) + "-" + plain(figure.upTo()) : plain(value);
	}

	static String plain(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

}
