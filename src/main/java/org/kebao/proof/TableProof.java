package org.kebao.proof;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.amount.Given;
import org.kebao.field.Saving;
import org.kebao.mention.Mention;
import org.kebao.mention.Stance;
import org.kebao.metric.Metric;
import org.kebao.prose.Figure;
import org.kebao.report.Part;

/**
 * Where a text and the table differ (domain handbook C09).
 */
final class TableProof {

	private static final Pattern TORN = Pattern.compile("[0-9０-９]\\s+[0-9０-９]");

	private final Yardstick yardstick;

	TableProof(Yardstick yardstick) {
		this.yardstick = yardstick;
	}

	Optional<Finding> finding(ExaminedText sighting, Mention mention) {
		BigDecimal expected = mention.expected();
		Figure figure = mention.figure();
		if (mention.bound() || mention.stance() != Stance.DIFFERS || expected == null
				|| !sighting.passage().isWhole(figure)) {
			return Optional.empty();
		}
		Metric metric = mention.metric();
		boolean target = figure.role() == Figure.Role.TARGET;
		String typed = figure.span().of(sighting.text());
		String right = new Wording(figure).of(expected, metric.getUnit());
		String message = "文中是%s，%s里“%s”是%s".formatted(typed, target ? "工作目标" : "指标表", metric.getName(),
				Amount.print(expected) + metric.getUnit());
		return Optional.of(sighting.finding(ProseCheck.TABLE, figure.span(), message)
			.metric(metric.getCode())
			.instruction(target ? "请改成一致；说的不是同一件事的，写明另有口径" : "请改正文中的数或指标表；口径确实不同的，写明另有口径")
			.on((basis) -> basis.value("text", "文中", typed, new Wording(figure).value())
				.amount("table", target ? "工作目标" : "指标表", expected, metric.getUnit()))
			.mend((figure.upTo() == null && sighting.takes(figure.span(), right, expected, metric.getUnit())) ? right
					: "")
			.token(sighting.passage().token(mention))
			.against(target ? new Spot.Against("工作目标", "正文对：去改工作目标", Part.PLAN.slug()) : place(metric))
			.fill(target ? null : fill(metric, figure, typed, expected))
			.build());
	}

	/** Where the table is changed. */
	static Spot.Against place(Metric metric) {
		return new Spot.Against("指标表", "正文对：去改指标表", Part.METRICS.slug() + "#" + metric.getCode());
	}

	/**
	 * What an exact figure of the text is as an amount of the table, null where the table
	 * does not take it.
	 */
	private Spot.@Nullable Fill fill(Metric metric, Figure figure, String typed, BigDecimal expected) {
		Given now = this.yardstick.given().get(metric.getCode());
		BigDecimal value = figure.value();
		// a number a blank has torn is read, and is not certain enough for the table
		boolean exact = value != null && figure.upTo() == null && figure.approximation() == Figure.Approximation.EXACT
				&& !TORN.matcher(typed).find();
		if (now == null || value == null || !exact || metric.isComputed()) {
			return null;
		}
		String text = Amount.print(new Wording(figure).in(value, metric.getUnit()));
		String was = Amount.print(expected);
		return (metric.measure().read(text).refusal() != null) ? null : new Spot.Fill("metric." + metric.getCode(), was,
				Saving.version(was), text, metric.getName(), was + metric.getUnit(), text + metric.getUnit());
	}

	/** 62项（国家级14项、省级49项）, and the table says 63: one fault, told once. */
	static boolean isMended(Mention mention) {
		BigDecimal expected = mention.expected();
		Wording wording = new Wording(mention.figure());
		return !mention.bound() && mention.stance() == Stance.DIFFERS && expected != null
				&& wording.sum()
					.filter((sum) -> sum.equals(wording.of(expected, mention.metric().getUnit())))
					.isPresent();
	}

}
