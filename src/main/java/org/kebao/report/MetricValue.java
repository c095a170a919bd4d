package org.kebao.report;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.kebao.metric.Amount;
import org.kebao.metric.ValueState;

/**
 * 指标值: what a bureau gave for a metric. Blank is not zero, and 不适用 is neither.
 */
@Entity
@Table(name = "metric_values")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class MetricValue {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "report_id")
	@Getter(AccessLevel.NONE)
	private Report report;

	private Long metricId;

	@Enumerated(EnumType.STRING)
	private ValueState state;

	private @Nullable BigDecimal amount;

	private Long savedBy;

	private Instant savedAt;

	MetricValue(Report report, Long metricId, Amount amount, Long savedBy, Instant savedAt) {
		this.report = report;
		this.metricId = metricId;
		change(amount, savedBy, savedAt);
	}

	final void change(Amount amount, Long savedBy, Instant savedAt) {
		this.state = amount.state();
		this.amount = amount.amount();
		this.savedBy = savedBy;
		this.savedAt = savedAt;
	}

	/** As it stands in its cell. */
	public String getText() {
		return Amount.print(this.state, this.amount);
	}

	public boolean isAnswered() {
		return this.state != ValueState.BLANK;
	}

}
