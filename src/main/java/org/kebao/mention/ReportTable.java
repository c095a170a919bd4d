package org.kebao.mention;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Certainty;
import org.kebao.amount.Given;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.prose.Figure;
import org.kebao.report.Part;
import org.kebao.report.PlanTarget;
import org.kebao.report.Report;
import org.kebao.revision.Aim;

/**
 * What the figures of the texts are held against: the report's metrics and the targets of
 * its plan.
 */
final class ReportTable {

	/** What is told there of a metric is often told of one enterprise or wished for. */
	private static final Set<Part> OF_OTHERS = Set.of(Part.CASES, Part.SUGGESTIONS);

	private final Catalogue catalogue;

	private final Map<Long, Given> given;

	private final Map<Long, BigDecimal> targets = new HashMap<>();

	private final TimeAndPlace setting;

	ReportTable(Report report, Catalogue catalogue, TimeAndPlace setting) {
		this.catalogue = catalogue;
		this.given = report.given();
		this.setting = setting;
		report.targets()
			.stream()
			.filter(PlanTarget::isComplete)
			.filter((target) -> target.getAim() == Aim.AMOUNT || target.getAim() == Aim.ABOVE)
			.forEach((target) -> this.targets.putIfAbsent(target.getMetricId(), target.getAmount()));
	}

	/** What the report says to a metric, nothing where it is not asked or not given. */
	Optional<Given> given(Metric metric) {
		return Optional.of(metric)
			.filter(this.catalogue::isAsked)
			.flatMap((one) -> this.catalogue.given(one, this.given));
	}

	/**
	 * What a figure is to be held against.
	 */
	@Nullable BigDecimal expected(Figure figure, Metric metric, Part part) {
		if (figure.role() == Figure.Role.TARGET) {
			return (part == Part.PLAN) ? this.targets.get(metric.getId()) : null;
		}
		return given(metric).map(Given::amount).orElse(null);
	}

	/**
	 * How a figure that was typed stands to the table.
	 * @param text it stands in
	 * @param whole whether it is no part of another figure of the same metric
	 */
	Stance stance(String text, Figure figure, Metric metric, Part part, boolean whole) {
		BigDecimal expected = expected(figure, metric, part);
		TimeAndPlace setting = (figure.role() == Figure.Role.TARGET) ? this.setting.inPlan() : this.setting;
		if (expected == null || !whole || (figure.role() == Figure.Role.FORECAST && !isExpected(metric))
				|| OtherScope.isDifference(text, figure)
				|| OtherScope.isOther(text, figure, metric.measure(), setting)) {
			return Stance.UNTESTED;
		}
		Stance stance = Claim.stance(figure, figure.span().of(text), expected, metric.getUnit());
		boolean doubtful = OF_OTHERS.contains(part) || OtherScope.isDoubtful(text, figure, metric.measure(), setting);
		return (stance == Stance.DIFFERS && doubtful) ? Stance.UNTESTED : stance;
	}

	/**
	 * Whether a figure speaks, or may well speak, of something else than the report's
	 * own.
	 */
	boolean isElsewhere(String text, Figure figure, Metric metric) {
		return OtherScope.isOther(text, figure, metric.measure(), this.setting)
				|| OtherScope.isDoubtful(text, figure, metric.measure(), this.setting);
	}

	private boolean isExpected(Metric metric) {
		return given(metric).filter((one) -> one.certainty() == Certainty.ESTIMATED).isPresent();
	}

}
