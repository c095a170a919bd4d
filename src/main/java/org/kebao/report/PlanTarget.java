package org.kebao.report;

import java.math.BigDecimal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.binding.BoundText;
import org.kebao.binding.Facts;
import org.kebao.metric.Metric;
import org.kebao.revision.Aim;
import org.kebao.script.Mark;

/**
 * 工作目标: a metric and what it is to reach, or a target in words.
 */
@Entity
@Table(name = "plan_targets")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class PlanTarget extends ListedItem {

	private @Nullable Long metricId;

	@Enumerated(EnumType.STRING)
	private Aim aim = Aim.AMOUNT;

	private @Nullable BigDecimal amount;

	/** The target itself where there is no metric, a remark to it where there is one. */
	private String words = "";

	PlanTarget(Report report, int position) {
		super(report, position);
	}

	PlanTarget(Report report, PlanTarget earlier, int position) {
		this(report, position);
		this.metricId = earlier.metricId;
		this.aim = earlier.aim;
		this.amount = earlier.amount;
		this.words = earlier.words;
		carried(earlier);
	}

	void metric(@Nullable Long metricId) {
		this.metricId = metricId;
	}

	void aim(Aim aim) {
		this.aim = aim;
	}

	void amount(@Nullable BigDecimal amount) {
		this.amount = amount;
	}

	void words(String words) {
		this.words = words;
	}

	public boolean isBlank() {
		return this.metricId == null && this.amount == null && this.words.isBlank();
	}

	public boolean isComplete() {
		return (this.aim == Aim.WORDS) ? !this.words.isBlank() : this.metricId != null && this.amount != null;
	}

	/**
	 * The target as it prints, "" as long as it is not complete.
	 * @param metric the metric it speaks of, null for a target in words
	 */
	String print(@Nullable Metric metric, Facts facts) {
		String said = BoundText.of((this.aim == Aim.WORDS) ? Mark.unnumbered(this.words) : this.words)
			.print(facts)
			.text()
			.strip();
		if (this.aim == Aim.WORDS || metric == null || this.amount == null) {
			return (this.aim == Aim.WORDS) ? said : "";
		}
		String number = Amount.print(this.amount);
		String promise = metric.getName() + switch (this.aim) {
			case AMOUNT -> "达到" + Amount.spell(this.amount, metric.getUnit());
			case ABOVE -> "突破" + Amount.spell(this.amount, metric.getUnit());
			case PERCENT -> "增长" + number + "%";
			case MULTIPLE -> (number.equals("2") ? "翻一番" : "达到本期的" + number + "倍");
			case WORDS -> "";
		};
		return said.isEmpty() ? promise : promise + "，" + said;
	}

}
