package org.kebao.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.amount.Certainty;
import org.kebao.amount.Given;
import org.kebao.amount.ValueState;

/**
 * 指标值: what a bureau gave for a metric, how sure that is, which day it speaks of and what
 * it covers. Blank is not zero, and 不适用 is neither.
 */
@Entity
@Table(name = "metric_values")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class MetricValue {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "metric_values")
	@SequenceGenerator(name = "metric_values", sequenceName = "metric_values_seq")
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "report_id")
	@Getter(AccessLevel.NONE)
	private Report report;

	private Long metricId;

	@Enumerated(EnumType.STRING)
	private ValueState state;

	private @Nullable BigDecimal amount;

	@Enumerated(EnumType.STRING)
	private Certainty certainty = Certainty.ACTUAL;

	/** 截止日期: the day the amount speaks of, null for the end of the period. */
	private @Nullable LocalDate asOf;

	/** 口径: what it covers, or on whose word an official figure stands; "" for nothing. */
	private String note = "";

	MetricValue(Report report, Long metricId) {
		this.report = report;
		this.metricId = metricId;
		this.state = ValueState.BLANK;
	}

	void change(Amount amount) {
		this.state = amount.state();
		this.amount = amount.amount();
	}

	void certainty(Certainty certainty) {
		this.certainty = certainty;
	}

	void asOf(@Nullable LocalDate asOf) {
		this.asOf = asOf;
	}

	void note(String note) {
		this.note = note;
	}

	/** The amount with its certainty, nothing where none was given. */
	public Optional<Given> given() {
		return Optional.ofNullable(this.amount).map((amount) -> new Given(amount, this.certainty));
	}

	/** As it stands in its cell. */
	public String getText() {
		return Amount.print(this.state, this.amount);
	}

	public boolean isAnswered() {
		return this.state != ValueState.BLANK;
	}

}
