package org.kebao.mention;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.kebao.binding.Aspect;
import org.kebao.binding.Facts;
import org.kebao.binding.Form;
import org.kebao.binding.Stated;
import org.kebao.binding.Token;
import org.kebao.metric.Metric;
import org.kebao.script.MeasureWords;
import org.kebao.script.Span;

/**
 * The token that takes the place of a figure, in the form that keeps its words. What is
 * printed then, read again, states the amount of the table and nothing else.
 *
 * @param source what is replaced, in the text as it was typed
 * @param typed what stands there
 * @param token what is to stand there
 * @param printed what is read there then, with the unit that was left as it was
 */
record Substitute(Span source, String typed, String token, String printed) {

	/** Nothing where the metric cannot be told by a token. */
	static Optional<Substitute> of(Passage passage, Mention mention) {
		if (!mention.isBindable() || mention.expected() == null) {
			return Optional.empty();
		}
		String words = mention.figure().span().of(passage.printed().text());
		String unit = Optional.ofNullable(mention.figure().unit()).orElse("");
		String name = name(mention.metric(), passage.reader().facts());
		Stated stated = new Stated(mention.expected(), mention.metric().getUnit());
		return Stream.of(Form.values())
			.filter((form) -> form != Form.NUMBER || words.endsWith(unit) && isOf(unit, mention.metric().getUnit()))
			.flatMap((form) -> written(passage, mention, Token.write(name, Aspect.NOW, form),
					(form == Form.NUMBER) ? unit : "")
				.stream())
			.sorted(Comparator.comparing((Written written) -> written.substitute().isSame())
				.thenComparing((written) -> !unit.isEmpty() && written.substitute().printed.endsWith(unit))
				.reversed())
			.filter((written) -> written.draft().read().filter((read) -> read.states(stated)).isPresent())
			.findFirst()
			.map(Written::substitute);
	}

	/** Whether what is typed behind the number is the unit of the table, of any size. */
	private static boolean isOf(String typed, String unit) {
		String base = MeasureWords.unscaled(typed);
		return !typed.isEmpty() && (base.isEmpty() || base.equals(MeasureWords.unscaled(unit.replaceFirst("/.*", ""))));
	}

	private record Written(Substitute substitute, Rereading.Draft draft) {
	}

	/**
	 * @param kept the unit that stays as it was typed, "" where the token tells it
	 */
	private static Optional<Written> written(Passage passage, Mention mention, String token, String kept) {
		Span at = mention.figure().span();
		String words = at.of(passage.printed().text());
		String left = words.substring(0, words.length() - kept.length());
		String rest = left.substring(left.stripTrailing().length()) + kept;
		Span source = new Span(mention.source().offset(), mention.source().length() - rest.length());
		return Rereading.draft(passage, at, token + rest)
			.map((draft) -> new Written(new Substitute(source, words, token, draft.words()), draft));
	}

	/** Whether nobody who reads the paper will notice. */
	boolean isSame() {
		return this.typed.equals(this.printed);
	}

	/** What is to stand in the place of all that stands there. */
	String whole() {
		return this.token + this.typed.substring(this.source.length());
	}

	/** What a token calls the metric. */
	static String name(Metric metric, Facts facts) {
		return facts.metric(metric.getName())
			.filter((named) -> named.getId().equals(metric.getId()))
			.map(Metric::getName)
			.orElse(metric.getCode());
	}

}
