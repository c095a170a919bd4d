package org.kebao.rollup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.metric.MetricKind;
import org.kebao.report.EarlierValue;
import org.kebao.report.FiledValue;

/**
 * Everything that is summed up of one period.
 *
 * @param standing why a bureau's report does not count, by the bureau's id; those not in
 * it count
 * @param values what the reports say, by bureau and metric
 * @param earlier what was last approved before, by bureau and metric
 */
record Sums(Tree tree, Catalogue catalogue, Map<Long, Answer.Lack> standing, Map<Key, FiledValue> values,
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
		return answer(metric, (typed) -> latest(bureau, typed));
	}

	/** What the bureau's report of the period says, and nothing earlier. */
	Answer own(Long bureau, Metric metric) {
		return answer(metric, (typed) -> typed(bureau, typed));
	}

	private Answer answer(Metric metric, Function<Metric, Answer> typed) {
		Optional<Metric> numerator = component(metric.getNumerator());
		Optional<Metric> denominator = component(metric.getDenominator());
		if (numerator.isEmpty() || denominator.isEmpty()) {
			return typed.apply(metric);
		}
		return Answer.ratio(metric, typed.apply(numerator.get()), typed.apply(denominator.get()));
	}

	private Optional<Metric> component(@Nullable String code) {
		return Optional.ofNullable(code).flatMap(this.catalogue::find);
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
				.map((value) -> Answer.carried(value.getAmount(), value.getPeriodId()))
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
			case GIVEN -> Answer.given(value.amount());
			case NOT_APPLICABLE -> Answer.NOT_APPLICABLE;
			case BLANK -> Answer.lacking(Answer.Lack.BLANK);
		};
	}

}
