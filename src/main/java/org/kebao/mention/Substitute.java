package org.kebao.mention;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.kebao.binding.Aspect;
import org.kebao.binding.BoundText;
import org.kebao.binding.Facts;
import org.kebao.binding.Form;
import org.kebao.binding.Printed;
import org.kebao.binding.Token;
import org.kebao.metric.Metric;
import org.kebao.script.Span;

/**
 * The token that takes the place of a figure, in the form that keeps its words.
 *
 * @param source what is replaced, in the text as it was typed
 * @param typed what stands there
 * @param token what is to stand there
 * @param printed what is read there then, with the unit that was left as it was
 */
record Substitute(Span source, String typed, String token, String printed) {

	/** So much of what stands around it decides how a token prints. */
	private static final int AROUND = 80;

	/** Nothing where the metric cannot be told by a token. */
	static Optional<Substitute> of(Passage passage, Mention mention, Facts facts) {
		Span at = mention.figure().span();
		String text = passage.printed().text();
		String words = at.of(text);
		String before = plain(text.substring(Math.max(0, at.offset() - AROUND), at.offset()));
		String after = plain(text.substring(at.end(), Math.min(at.end() + AROUND, text.length())));
		String name = name(mention.metric(), facts);
		String unit = Optional.ofNullable(mention.figure().unit()).orElse("");
		List<Substitute> substitutes = Stream.of(Form.values())
			.filter((form) -> form != Form.NUMBER || (!unit.isEmpty() && words.endsWith(unit)))
			.flatMap((form) -> print(mention, words, (form == Form.NUMBER) ? unit : "",
					Token.write(name, Aspect.NOW, form), before, after, facts)
				.stream())
			.toList();
		return substitutes.stream()
			.filter(Substitute::isSame)
			.findFirst()
			.or(() -> substitutes.stream()
				.filter((substitute) -> !unit.isEmpty() && substitute.printed.endsWith(unit))
				.findFirst())
			.or(() -> substitutes.stream().findFirst());
	}

	/** Whether nobody who reads the paper will notice. */
	boolean isSame() {
		return this.typed.equals(this.printed);
	}

	private static Optional<Substitute> print(Mention mention, String words, String kept, String token, String before,
			String after, Facts facts) {
		String left = words.substring(0, words.length() - kept.length());
		String rest = left.substring(left.stripTrailing().length()) + kept;
		Printed printed = BoundText.of(before + token + rest + after).print(facts);
		Span place = printed.places().get(0).printed();
		Span source = mention.source();
		boolean works = printed.troubles().isEmpty();
		return works ? Optional.of(new Substitute(new Span(source.offset(), source.length() - rest.length()), words,
				token, place.of(printed.text()) + rest)) : Optional.empty();
	}

	/** What a token calls the metric. */
	static String name(Metric metric, Facts facts) {
		return facts.metric(metric.getName())
			.filter((named) -> named.getId().equals(metric.getId()))
			.map(Metric::getName)
			.orElse(metric.getCode());
	}

	/** Braces of the text itself are none of the token's. */
	private static String plain(String text) {
		return text.replace('{', ' ').replace('}', ' ').replace('｛', ' ').replace('｝', ' ');
	}

}
