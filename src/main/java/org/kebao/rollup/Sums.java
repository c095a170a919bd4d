package org.kebao.rollup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Given;
import org.kebao.amount.MetricKind;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.register.EarlierValue;
import org.kebao.register.FiledValue;

/**
 * Everything that is summed up of one period.
 *
 * @param catalogues as it is put to each bureau, by the bureau's id
 * @param standing why a bureau's report does not count, by the bureau's id; those not in
 * it count
 * @param values what the reports say, by bureau and metric
 * @param earlier what was last approved before, by bureau and metric
 */
record Sums(Tree tree, Map<Long, Catalogue> catalogues, Map<Long, Answer.Lack> standing, Map<Key, FiledValue> values,
		Map<Key, EarlierValue> earlier) {

	record Key(Long bureau, Long metric) {
	}

	/** The sum over all bureaus at the lower end of that one's tree. */
	Sum of(Long bureau, Metric metric) {
		Map<Long, Answer> answers = new LinkedHashMap<>();
		this.tree.leaves(bureau).forEach((leaf) -> answers.put(leaf, answer(leaf, metric)));
		return new Sum(metric, answers);
	}

	/** What the bureau adds to a sum. */
	Answer answer(Long bureau, Metric metric) {
		return answer(bureau, metric, (component) -> latest(bureau, component));
	}

	/** What the bureau's report of the period says, and nothing earlier. */
	Answer own(Long bureau, Metric metric) {
		return answer(bureau, metric, (component) -> typed(bureau, component));
	}

	boolean isAsked(Long bureau, Metric metric) {
		return Optional.ofNullable(this.catalogues.get(bureau))
			.filter((catalogue) -> catalogue.isAsked(metric))
			.isPresent();
	}

	/** Who is not asked lacks nothing. */
	private Answer answer(Long bureau, Metric metric, Function<Metric, Answer> answering) {
		if (!isAsked(bureau, metric)) {
			return Answer.NOT_APPLICABLE;
		}
		if (!metric.isComputed()) {
			return answering.apply(metric);
		}
		Answer computed = Answer.ratio(metric, component(bureau, metric.getNumerator(), answering),
				component(bureau, metric.getDenominator(), answering));
		Answer official = typed(bureau, metric);
		return (official.given() != null) ? computed.official(official.given(), official.note()) : computed;
	}

	private Answer component(Long bureau, @Nullable String code, Function<Metric, Answer> answering) {
		return Optional.ofNullable(code)
			.flatMap(this.catalogues.get(bureau)::find)
			.map(answering)
			.orElse(Answer.NOT_APPLICABLE);
	}

	/**
	 * What stands at a moment still stands where nothing newer was given; what runs up
	 * from January does not.
	 */
	private Answer latest(Long bureau, Metric metric) {
		Answer answer = typed(bureau, metric);
		if (answer.isLacking() && metric.getKind() == MetricKind.STOCK) {
			return Optional.ofNullable(this.earlier.get(new Key(bureau, metric.getId())))
				.filter((value) -> value.getAmount() != null)
				.map((value) -> Answer.carried(new Given(value.getAmount(), value.getCertainty()), value.getPeriodId(),
						value.getNote()))
				.orElse(answer);
		}
		return answer;
	}

	private Answer typed(Long bureau, Metric metric) {
		Answer.Lack lack = this.standing.get(bureau);
		if (lack != null) {
			return Answer.lacking(lack);
		}
		FiledValue value = this.values.get(new Key(bureau, metric.getId()));
		if (value == null) {
			return Answer.lacking(Answer.Lack.BLANK);
		}
		return switch (value.state()) {
			case GIVEN -> Answer.given(value.given().orElseThrow(), value.note());
			case NOT_APPLICABLE -> Answer.NOT_APPLICABLE;
			case NOT_YET -> Answer.lacking(Answer.Lack.NOT_YET);
			case BLANK -> Answer.lacking(Answer.Lack.BLANK);
		};
	}

}
