package org.kebao.filing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import org.kebao.metric.Amount;
import org.kebao.metric.Metric;
import org.kebao.report.MetricValue;
import org.kebao.report.Saving;

/**
 * One line of the metric table as it is filled in.
 *
 * @param text what stands there, computed where the metric is
 * @param lastYear the approved amount one year before, "" for none
 */
record Cell(String code, String name, String unit, String text, String version, String lastYear, String change,
		boolean computed, String formula) {

	static Cell of(Metric metric, Filing.Sheet sheet, Map<Long, BigDecimal> lastYear) {
		Optional<BigDecimal> amount = sheet.vocabulary().catalogue().amount(metric, sheet.report().amounts());
		BigDecimal before = sheet.vocabulary().catalogue().amount(metric, lastYear).orElse(null);
		String text = metric.isComputed() ? amount.map(Amount::print).orElse("")
				: sheet.report().value(metric.getId()).map(MetricValue::getText).orElse("");
		return new Cell(metric.getCode(), metric.getName(), metric.getUnit(), text, Saving.version(text),
				Amount.print(before), metric.change(amount.orElse(null), before), metric.isComputed(),
				formula(metric, sheet));
	}

	private static String formula(Metric metric, Filing.Sheet sheet) {
		if (!metric.isComputed()) {
			return "";
		}
		return "由系统计算：" + nameOf(metric.getNumerator(), sheet) + "÷" + nameOf(metric.getDenominator(), sheet);
	}

	private static String nameOf(String code, Filing.Sheet sheet) {
		return sheet.vocabulary().catalogue().find(code).map(Metric::getName).orElse(code);
	}

	public String field() {
		return "metric." + this.code;
	}

	public boolean isUp() {
		return this.change.startsWith("增") || this.change.startsWith("提");
	}

	public boolean isDown() {
		return this.change.startsWith("下") || this.change.startsWith("减") || this.change.startsWith("降");
	}

}
