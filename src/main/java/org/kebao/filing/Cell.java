package org.kebao.filing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.kebao.amount.Amount;
import org.kebao.amount.Certainty;
import org.kebao.amount.Change;
import org.kebao.amount.Given;
import org.kebao.field.Saving;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.report.MetricValue;

/**
 * One line of the metric table as it is filled in.
 *
 * @param text what was typed; of a computed metric the official figure, if any
 * @param shown what a computed metric comes to, "" for none
 * @param spelled the amount in 亿元 or 万元 where prose says it so, "" otherwise
 * @param lastYear the approved amount one year before, "" for none
 * @param since the change since the period before, "" where it has no sense
 * @param asOf an ISO date, "" for the end of the period
 * @param formula how a computed metric is made, "" for others
 */
record Cell(String code, String name, String unit, String text, String version, String shown, String spelled,
		String lastYear, Change change, String since, boolean computed, String formula, Certainty certainty,
		String asOf, String note) {

	/** What the lines of one table are held against. */
	record Bases(Map<Long, Given> lastYear, Map<Long, Given> periodBefore) {
	}

	static Cell of(Metric metric, Filing.Sheet sheet, Bases bases) {
		Catalogue catalogue = sheet.vocabulary().catalogue();
		Given now = catalogue.given(metric, sheet.report().given()).orElse(null);
		Given before = catalogue.given(metric, bases.lastYear()).orElse(null);
		Change since = metric.isComparableToPeriodBefore() ? metric.measure()
			.change(now, catalogue.given(metric, bases.periodBefore()).orElse(null),
					sheet.period().getKind().endBefore())
				: Change.NONE;
		Optional<MetricValue> value = sheet.report().value(metric.getId());
		String text = value.map(MetricValue::getText).orElse("");
		BigDecimal amount = (now != null) ? now.amount() : null;
		return new Cell(metric.getCode(), metric.getName(), metric.getUnit(), text, Saving.version(text),
				metric.isComputed() ? Amount.print(amount) : "", spelled(amount, metric.getUnit()),
				Amount.print((before != null) ? before.amount() : null), metric.measure().change(now, before),
				since.words().isEmpty() ? "" : "比" + sheet.period().getKind().endBefore() + since.words(),
				metric.isComputed(), metric.isComputed() ? "由系统计算：" + catalogue.formula(metric) : "",
				metric.isComputed() ? Certainty.CERTIFIED
						: value.map(MetricValue::getCertainty).orElse(Certainty.ACTUAL),
				value.map(MetricValue::getAsOf).map(LocalDate::toString).orElse(""),
				value.map(MetricValue::getNote).orElse(""));
	}

	private static String spelled(BigDecimal amount, String unit) {
		return (amount == null || Amount.spelledUnit(amount, unit).equals(unit)) ? "" : Amount.spell(amount, unit);
	}

	public String field() {
		return "metric." + this.code;
	}

	/** Whether the figure says more of itself than that it is counted. */
	public boolean isRemarkable() {
		return (this.certainty != Certainty.ACTUAL && !(this.computed && this.text.isEmpty())) || !this.asOf.isEmpty()
				|| !this.note.isEmpty();
	}

	public boolean isUp() {
		return this.change.direction() == Change.Direction.UP;
	}

	public boolean isDown() {
		return this.change.direction() == Change.Direction.DOWN;
	}

}
