package org.kebao.rollup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Given;
import org.kebao.amount.MetricKind;
import org.kebao.metric.Metric;

/**
 * 合计: what the bureaus at the lower end of a tree say together to one metric (domain
 * handbook §2.1: amounts are added, ratios recomputed from what was added, never added or
 * averaged themselves).
 *
 * @param answers by the bureau's id; every bureau once
 */
record Sum(Metric metric, Map<Long, Answer> answers) {

	/**
	 * The sum, as sure as the least sure of its parts; null where no bureau adds one, or
	 * where the metric is a ratio that is not made of two others, such as one found by a
	 * survey.
	 */
	@Nullable Given given() {
		Given parts = add(Answer::part);
		if (parts == null || !isSummed()) {
			return null;
		}
		Given denominators = add(Answer::denominator);
		if (denominators == null) {
			return parts;
		}
		return this.metric.compute(parts.amount(), denominators.amount())
			.map((amount) -> new Given(amount, parts.certainty().with(denominators.certainty())))
			.orElse(null);
	}

	@Nullable BigDecimal amount() {
		return Optional.ofNullable(given()).map(Given::amount).orElse(null);
	}

	boolean isSummed() {
		return this.metric.isComputed() || this.metric.getKind() != MetricKind.RATIO;
	}

	/** Those that are missing. */
	List<Long> lacking() {
		return those(Answer::isLacking);
	}

	/** Those whose amount is an earlier period's. */
	List<Long> carried() {
		return those(Answer::isCarried);
	}

	List<Long> parts() {
		return those(Answer::isPart);
	}

	/** Whether nobody is missing. */
	boolean isComplete() {
		return lacking().isEmpty();
	}

	/** Whether there is a bureau it could be asked of, and none has anything to give. */
	boolean isNotApplicable() {
		return !this.answers.isEmpty() && this.answers.values().stream().allMatch(Answer::isNotApplicable);
	}

	private @Nullable Given add(Function<Answer, @Nullable Given> what) {
		return this.answers.values()
			.stream()
			.map(what)
			.filter(Objects::nonNull)
			.reduce((one, other) -> new Given(one.amount().add(other.amount()),
					one.certainty().with(other.certainty())))
			.orElse(null);
	}

	private List<Long> those(Predicate<Answer> which) {
		return this.answers.entrySet()
			.stream()
			.filter((entry) -> which.test(entry.getValue()))
			.map(Map.Entry::getKey)
			.toList();
	}

}
