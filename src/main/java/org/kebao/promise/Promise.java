package org.kebao.promise;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.kebao.amount.Given;
import org.kebao.amount.Units;
import org.kebao.metric.Metric;
import org.kebao.period.PeriodKind;
import org.kebao.revision.Aim;

/**
 * 承诺: something owed for a year or the rest of one. It keeps the words, the unit and the
 * base of the time it was given.
 */
@Entity
@Table(name = "promises")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Promise {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Version
	private @Nullable Integer version;

	private Long bureauId;

	/** The year it is due in. */
	private int year;

	/** Of the period whose plan it stands in; the whole year where it was assigned. */
	@Enumerated(EnumType.STRING)
	private PeriodKind planned;

	@Enumerated(EnumType.STRING)
	private Promise.Origin origin;

	@Enumerated(EnumType.STRING)
	private Promise.Kind kind;

	/** The report whose plan it stands in, null for what was assigned. */
	private @Nullable Long sourceReportId;

	/** The target or entry it was, null for what was assigned. */
	private @Nullable Long sourceId;

	/** The bureau above that assigned it, null for what stands in a plan. */
	private @Nullable Long assignedBy;

	/** As it printed. */
	private String text;

	private @Nullable Long metricId;

	@Enumerated(EnumType.STRING)
	private Aim aim;

	private @Nullable BigDecimal amount;

	private @Nullable BigDecimal base;

	/** How the goal was worked out, or why it could not be. */
	private String formula;

	/** What the metric is to reach; null where there is nothing to compare. */
	private @Nullable BigDecimal goal;

	/** The unit the amounts were given in. */
	private String unit;

	private int position;

	/** Whether it was taken out of the plan when the report was approved anew. */
	private boolean dropped;

	Promise(Plan plan, Plan.Line line, int position) {
		this.bureauId = plan.bureauId();
		this.origin = Origin.PLAN;
		this.sourceReportId = plan.reportId();
		this.sourceId = line.sourceId();
		this.kind = line.kind();
		keep(plan, line, position);
	}

	Promise(Long bureauId, int year, Long assignedBy, Metric metric) {
		this.bureauId = bureauId;
		this.year = year;
		this.planned = PeriodKind.wholeYear();
		this.origin = Origin.ASSIGNED;
		this.kind = Kind.TARGET;
		this.assignedBy = assignedBy;
		this.metricId = metric.getId();
		this.aim = Aim.AMOUNT;
		this.formula = "";
	}

	/** Takes what the plan says now. */
	final void keep(Plan plan, Plan.Line line, int position) {
		Metric metric = line.metric();
		Given base = (metric != null) ? plan.bases().get(metric.getId()) : null;
		GoalValue goal = GoalValue.of(line.aim(), metric, line.amount(), base, plan.baseYear());
		this.year = plan.year();
		this.planned = plan.planned();
		this.text = line.text();
		this.metricId = (metric != null) ? metric.getId() : null;
		this.aim = line.aim();
		this.amount = line.amount();
		this.base = goal.base();
		this.formula = goal.formula();
		this.goal = goal.amount();
		this.unit = (metric != null) ? metric.getUnit() : "";
		this.position = position;
		this.dropped = false;
	}

	/** Takes what the bureau above asks for now. */
	void ask(Metric metric, String text, BigDecimal goal, @Nullable BigDecimal base) {
		this.text = text;
		this.amount = goal;
		this.goal = goal;
		this.base = base;
		this.unit = metric.getUnit();
		this.position = metric.getPosition();
		this.dropped = false;
	}

	void drop() {
		this.dropped = true;
	}

	/** Whether it is owed for the whole of the year. */
	public boolean isOfYear() {
		return this.planned.isWholeYear();
	}

	/** Whether the goal is to be passed, not only reached. */
	public boolean isAbove() {
		return this.aim == Aim.ABOVE;
	}

	public boolean isAssigned() {
		return this.origin == Origin.ASSIGNED;
	}

	/**
	 * The goal in another unit.
	 * @return nothing where there is no goal or it cannot be told in that unit
	 */
	public Optional<BigDecimal> goalIn(String unit) {
		return Optional.ofNullable(this.goal)
			.flatMap((amount) -> Units.factor(this.unit, unit).map((factor) -> amount.multiply(factor)));
	}

	boolean is(Plan.Line line) {
		return this.kind == line.kind() && Objects.equals(this.sourceId, line.sourceId());
	}

	/** Whence it came, as it stands above its lines: "2026年计划". */
	public String source() {
		if (isAssigned()) {
			return this.year + "年上级下达";
		}
		return this.planned.planOf(this.year);
	}

	/** Who asks for it. */
	public enum Origin {

		/** The bureau's own approved plan. */
		PLAN,

		/** 任务分解: the bureau above. */
		ASSIGNED

	}

	/** What was promised. */
	public enum Kind {

		/** 工作目标: a metric or words. */
		TARGET,

		/** 主要措施. */
		MEASURE

	}

}
