package org.kebao.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

import org.kebao.amount.MetricKind;
import org.kebao.period.PeriodKind;
import org.kebao.proof.Finding;

/**
 * 校核规则: what must hold between figures (domain handbook §2.3). A rule is data: what is
 * shipped and what an administrator adds are the same sort of thing.
 */
@Entity
@Table(name = "rules")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Rule {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Version
	private @Nullable Integer version;

	/** Such as {@code C01-PRJ04}: the handbook's number and what it is about. */
	private String code;

	private String title;

	@Enumerated(EnumType.STRING)
	private Reach reach;

	private String leftSide;

	@Enumerated(EnumType.STRING)
	private Relation relation;

	private String rightSide;

	/** The rule speaks only where this is true, "" for always. */
	private String appliesWhen;

	/** How far the sides may be apart, null for the rounding of the parts. */
	private @Nullable BigDecimal tolerance;

	@Enumerated(EnumType.STRING)
	private Finding.Severity severity;

	private String message;

	private String instruction;

	/** The kind of period it holds in, null for both. */
	@Enumerated(EnumType.STRING)
	private @Nullable PeriodKind periodKind;

	/** The codes of the levels it holds on with blanks between, "" for all. */
	private String levels;

	private boolean active;

	/** Whether it came with the house. */
	private boolean shipped;

	private int position;

	/** A new rule is switched off until it was tried. */
	Rule(RuleForm form, int position) {
		this.code = form.code();
		this.position = position;
		change(form);
	}

	/** Changes everything but the code: explanations refer to it. */
	final void change(RuleForm form) {
		this.title = form.title();
		this.reach = form.reach();
		this.leftSide = form.leftSide();
		this.relation = form.relation();
		this.rightSide = form.rightSide();
		this.appliesWhen = form.appliesWhen();
		this.tolerance = form.tolerance();
		this.severity = form.severity();
		this.message = form.message();
		this.instruction = form.instruction();
		this.periodKind = form.periodKind();
		this.levels = String.join(" ", new TreeSet<>(form.levels()));
	}

	void switchTo(boolean active) {
		this.active = active;
	}

	public Set<String> getLevelCodes() {
		return this.levels.isEmpty() ? Set.of() : Set.copyOf(List.of(this.levels.split(" ")));
	}

	boolean holdsFor(PeriodKind kind, String level) {
		return (this.periodKind == null || this.periodKind == kind)
				&& (this.levels.isEmpty() || getLevelCodes().contains(level));
	}

	/** Which metrics a rule speaks of. */
	public enum Reach {

		NAMED("算式里写明的指标"), EACH("每个指标") {
			@Override
			boolean takes(Figures.Subject subject) {
				return true;
			}
		},
		/** What only grows in the course of a year. */
		EACH_FLOW("每个时期数（可为负的除外）") {
			@Override
			boolean takes(Figures.Subject subject) {
				return subject.measure().kind() == MetricKind.FLOW && !subject.measure().mayBeNegative();
			}
		},
		EACH_STOCK("每个时点数") {
			@Override
			boolean takes(Figures.Subject subject) {
				return subject.measure().kind() == MetricKind.STOCK;
			}
		},
		EACH_RATIO("每个相对数") {
			@Override
			boolean takes(Figures.Subject subject) {
				return subject.measure().kind() == MetricKind.RATIO;
			}
		},
		EACH_SHARE("每个百分比") {
			@Override
			boolean takes(Figures.Subject subject) {
				return subject.measure().isShare();
			}
		},
		EACH_COUNT("每个只填整数的指标") {
			@Override
			boolean takes(Figures.Subject subject) {
				return subject.measure().isCount();
			}
		},
		EACH_AMOUNT("每个带小数的时期数和时点数") {
			@Override
			boolean takes(Figures.Subject subject) {
				return subject.measure().kind() != MetricKind.RATIO && !subject.measure().isCount();
			}
		},
		EACH_MONEY("每个金额指标") {
			@Override
			boolean takes(Figures.Subject subject) {
				return subject.measure().isMoney();
			}
		};

		private final String label;

		Reach(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

		boolean takes(Figures.Subject subject) {
			return false;
		}

		boolean isNamed() {
			return this == NAMED;
		}

		/** Whether it speaks of 不适用 too, as of nothing. */
		boolean knowsNone() {
			return this == NAMED || this == EACH_FLOW;
		}

	}

	/** How the two sides are to stand to each other. */
	public enum Relation {

		EQUAL("=") {
			@Override
			boolean holds(BigDecimal left, BigDecimal right, BigDecimal tolerance) {
				return left.subtract(right).abs().compareTo(tolerance) <= 0;
			}
		},
		AT_MOST("≤") {
			@Override
			boolean holds(BigDecimal left, BigDecimal right, BigDecimal tolerance) {
				return left.subtract(right).compareTo(tolerance) <= 0;
			}
		},
		AT_LEAST("≥") {
			@Override
			boolean holds(BigDecimal left, BigDecimal right, BigDecimal tolerance) {
				return right.subtract(left).compareTo(tolerance) <= 0;
			}
		},
		LESS("<") {
			@Override
			boolean holds(BigDecimal left, BigDecimal right, BigDecimal tolerance) {
				return left.compareTo(right) < 0;
			}
		},
		MORE(">") {
			@Override
			boolean holds(BigDecimal left, BigDecimal right, BigDecimal tolerance) {
				return left.compareTo(right) > 0;
			}
		},
		/** Contracts without an amount, or an amount without contracts. */
		BOTH_OR_NEITHER("⇔ 同为正数或同为零") {
			@Override
			boolean holds(BigDecimal left, BigDecimal right, BigDecimal tolerance) {
				return (left.signum() > 0) == (right.signum() > 0);
			}
		};

		private final String label;

		Relation(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

		abstract boolean holds(BigDecimal left, BigDecimal right, BigDecimal tolerance);

	}

}
