package org.kebao.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.kebao.amount.Comparison;
import org.kebao.amount.Measure;
import org.kebao.amount.MetricKind;
import org.kebao.period.PeriodKey;

/**
 * 指标: an entry of the catalogue.
 */
@Entity
@Table(name = "metrics")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Metric {

	/** Beyond half as much again a change wants a reason (domain handbook §2.2). */
	static final int USUAL_JUMP_BAND = 50;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Version
	private @Nullable Integer version;

	private String code;

	private String name;

	private String unit;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "group_code")
	private MetricGroup group;

	private int position;

	@Enumerated(EnumType.STRING)
	private MetricKind kind;

	@Enumerated(EnumType.STRING)
	private Comparison comparison;

	/** Decimals the metric keeps. */
	private int scale;

	private boolean mayBeNegative;

	private @Nullable String numerator;

	private @Nullable String denominator;

	private @Nullable BigDecimal factor;

	/** What it counts. */
	private String definition = "";

	/** Where the figure comes from. */
	private String source = "";

	/** What it is easily taken for and is not. */
	private String exclusion = "";

	/** The names it has in prose. */
	private List<String> aliases = List.of();

	/** 责任科室. */
	private String ownerSection = "";

	/** Per cent against last year beyond which a change wants a reason, null for none. */
	private @Nullable Integer jumpBand;

	@ElementCollection(fetch = FetchType.LAZY)
	@CollectionTable(name = "metric_ranges", joinColumns = @JoinColumn(name = "metric_id"))
	@MapKeyColumn(name = "level_code")
	private Map<String, PlausibleRange> ranges = new HashMap<>();

	@AttributeOverride(name = "year", column = @Column(name = "valid_from_year"))
	@AttributeOverride(name = "kind", column = @Column(name = "valid_from_kind"))
	private @Nullable PeriodKey validFrom;

	@AttributeOverride(name = "year", column = @Column(name = "valid_to_year"))
	@AttributeOverride(name = "kind", column = @Column(name = "valid_to_kind"))
	private @Nullable PeriodKey validTo;

	private boolean retired;

	/**
	 * A metric that is typed, or a ratio over two others.
	 * @param numerator the code of the metric above the line, "" where it is typed
	 * @param factor null where it is typed
	 */
	Metric(String code, MetricGroup group, int position, MetricKind kind, String numerator, String denominator,
			@Nullable BigDecimal factor, MetricContent content) {
		if (numerator.isEmpty() != denominator.isEmpty() || numerator.isEmpty() != (factor == null)
				|| (!numerator.isEmpty() && kind != MetricKind.RATIO)) {
			throw new IllegalArgumentException("%s is neither typed nor a ratio".formatted(code));
		}
		this.code = code;
		this.group = group;
		this.position = position;
		this.kind = kind;
		this.numerator = numerator.isEmpty() ? null : numerator;
		this.denominator = denominator.isEmpty() ? null : denominator;
		this.factor = factor;
		change(content);
	}

	public List<String> getAliases() {
		return List.copyOf(this.aliases);
	}

	public Map<String, PlausibleRange> getRanges() {
		return Map.copyOf(this.ranges);
	}

	/** Whether it is made from two other metrics, and so never typed. */
	public boolean isComputed() {
		return this.numerator != null;
	}

	/** Whether any bureaus are asked for it; which, and when, the catalogue tells. */
	public boolean isAsked() {
		return !this.retired && this.group.isActive();
	}

	AskedOf asking() {
		return new AskedOf(isAsked(), this.group.getExemptLevels(), this.validFrom, this.validTo);
	}

	/** What is plausible for bureaus of that level, nothing where all is. */
	public Optional<PlausibleRange> range(String level) {
		return Optional.ofNullable(this.ranges.get(level));
	}

	/**
	 * Computes the ratio from its components.
	 * @return nothing where a component is missing or the denominator is zero
	 */
	public Optional<BigDecimal> compute(@Nullable BigDecimal above, @Nullable BigDecimal below) {
		if (this.factor == null || above == null || below == null || below.signum() == 0) {
			return Optional.empty();
		}
		return Optional.of(above.multiply(this.factor).divide(below, this.scale, RoundingMode.HALF_UP));
	}

	/** How its amounts are told, read and compared. */
	public Measure measure() {
		return new Measure(this.unit, this.scale, this.kind, this.comparison, this.mayBeNegative);
	}

	/**
	 * Whether it can be held against the period before: what stands at a moment can, what
	 * runs up from January can't.
	 */
	public boolean isComparableToPeriodBefore() {
		return this.kind == MetricKind.STOCK;
	}

	final void change(MetricContent content) {
		this.name = content.name();
		this.unit = content.unit();
		this.scale = content.scale();
		this.mayBeNegative = content.mayBeNegative();
		this.comparison = content.comparison();
		this.definition = content.definition();
		this.source = content.source();
		this.exclusion = content.exclusion();
		this.aliases = content.aliases();
		this.ownerSection = content.ownerSection();
		this.jumpBand = content.jumpBand();
		this.ranges.keySet().retainAll(content.ranges().keySet());
		this.ranges.putAll(content.ranges());
		this.validFrom = content.validFrom();
		this.validTo = content.validTo();
		this.retired = content.retired();
	}

	/** Keeps the ratio what it is although that component has another unit. */
	void componentConverted(String component, BigDecimal by) {
		if (component.equals(this.numerator)) {
			this.factor = this.factor.divide(by);
		}
		if (component.equals(this.denominator)) {
			this.factor = this.factor.multiply(by);
		}
	}

	void retire(boolean retired) {
		this.retired = retired;
	}

	void moveTo(int position) {
		this.position = position;
	}

}
