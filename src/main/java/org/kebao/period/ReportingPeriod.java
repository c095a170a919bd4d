package org.kebao.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * 报告期: a year and a kind. It is planned, then opens, is due, and closes.
 */
@Entity
@Table(name = "reporting_periods")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class ReportingPeriod {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Version
	private @Nullable Integer version;

	private int year;

	@Enumerated(EnumType.STRING)
	private PeriodKind kind;

	/** Of its kind, for queries to sort by. */
	@Formula("(select k.months from period_kinds k where k.code = kind)")
	@Getter(AccessLevel.NONE)
	private int months;

	private LocalDate dueOn;

	private @Nullable Instant openedAt;

	private @Nullable Instant closedAt;

	@ElementCollection(fetch = FetchType.LAZY)
	@CollectionTable(name = "period_extensions", joinColumns = @JoinColumn(name = "period_id"))
	@MapKeyColumn(name = "bureau_id")
	@Getter(AccessLevel.NONE)
	private Map<Long, Extension> extensions = new HashMap<>();

	ReportingPeriod(int year, PeriodKind kind, LocalDate dueOn) {
		this.year = year;
		this.kind = kind;
		this.dueOn = dueOn;
	}

	public Map<Long, Extension> getExtensions() {
		return Map.copyOf(this.extensions);
	}

	public PeriodKey key() {
		return new PeriodKey(this.year, this.kind);
	}

	/** As it stands in a title: "2026年度". */
	public String getTitle() {
		return key().title();
	}

	public boolean isOpen() {
		return this.openedAt != null && this.closedAt == null;
	}

	public boolean isPlanned() {
		return this.openedAt == null;
	}

	public boolean isClosed() {
		return this.closedAt != null;
	}

	/** The last day on which that bureau's report is in time. */
	public LocalDate dueFor(Long bureauId) {
		return Optional.ofNullable(this.extensions.get(bureauId))
			.map(Extension::until)
			.filter((until) -> until.isAfter(this.dueOn))
			.orElse(this.dueOn);
	}

	/** A closed period takes no writing, but from a bureau with an extension. */
	public boolean takesWritingFrom(Long bureauId, LocalDate today) {
		Extension extension = this.extensions.get(bureauId);
		return isOpen() || (isClosed() && extension != null && !today.isAfter(extension.until()));
	}

	/**
	 * Opens the period; a closed one opens again.
	 */
	void open(Instant now) {
		if (isOpen()) {
			throw new OutOfTurnException("Period %s is open already".formatted(getTitle()));
		}
		if (this.openedAt == null) {
			this.openedAt = now;
		}
		this.closedAt = null;
	}

	void close(Instant now) {
		requireOpen();
		this.closedAt = now;
	}

	/** Refuses a step that only an open period takes. */
	void requireOpen() {
		if (!isOpen()) {
			throw new OutOfTurnException("Period %s is not open".formatted(getTitle()));
		}
	}

	void dueOn(LocalDate day) {
		this.dueOn = day;
	}

	void extend(Long bureauId, LocalDate until, String reason) {
		if (!until.isAfter(this.dueOn)) {
			throw new IllegalArgumentException("An extension until %s gains nothing, period %s is due on %s"
				.formatted(until, getTitle(), this.dueOn));
		}
		this.extensions.put(bureauId, new Extension(until, reason));
	}

	/**
	 * Takes an extension back.
	 * @return whether there was one
	 */
	boolean withdrawExtension(Long bureauId) {
		return this.extensions.remove(bureauId) != null;
	}

	/** The period is not in the state the step begins from. */
	static class OutOfTurnException extends IllegalStateException {

		OutOfTurnException(String message) {
			super(message);
		}

	}

}
