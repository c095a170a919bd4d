package org.kebao.proof;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.amount.Given;
import org.kebao.amount.Measure;
import org.kebao.mention.Rereading;
import org.kebao.prose.Figure;
import org.kebao.prose.Growth;
import org.kebao.script.Span;

/**
 * What a sentence claims of a metric's growth since last year, to be held against what
 * was approved then. Both amounts and the claim itself may be rounded (domain handbook
 * §2.2).
 */
final class GrowthClaim {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final BigDecimal HALF = new BigDecimal("0.5");

	/** What says of a change since another time than last year. */
	private static final List<String> OTHER = List.of("年均", "月均", "累计", "以来", "环比", "季度", "比年初", "较年初", "平均");

	private static final List<String> VERBS = List.of("增长", "增加", "提高", "提升", "上升", "上涨", "扩大", "下降", "减少", "降低", "回落",
			"下滑", "缩减", "压减", "翻", "净增", "增", "升", "降", "减");

	private static final List<String> UP = List.of("增长", "提高", "增加");

	private static final List<String> DOWN = List.of("下降", "降低", "减少");

	private static final MathContext PRECISION = MathContext.DECIMAL64;

	private final String words;

	private final Span span;

	private final Growth.Kind kind;

	/** What it is compared with. */
	private final String base;

	private final BigDecimal claimed;

	/** How far the claim may be rounded away. */
	private final BigDecimal half;

	/** How exact it is meant. */
	private final Leeway leeway;

	private final Measure measure;

	private final Wording wording;

	private final @Nullable BigDecimal stated;

	private final BigDecimal statedHalf;

	private GrowthClaim(String words, Span span, Growth growth, BigDecimal claimed, Measure measure, Figure figure) {
		this.words = words;
		this.span = span;
		this.kind = growth.kind();
		this.base = (growth.comparison().contains("末") || growth.comparison().contains("底")) ? "上年末" : "上年";
		this.claimed = claimed;
		this.measure = measure;
		this.leeway = Leeway.of(words);
		this.wording = new Wording(figure);
		// 0.33亿元 is rounded in 亿元, whatever the table counts in
		this.half = (growth.kind() == Growth.Kind.AMOUNT)
				? this.wording.in(step(Optional.ofNullable(growth.amount()).orElseThrow()), measure.unit())
				: half(words, growth.kind(), claimed);
		boolean exact = figure.isAmount() && figure.upTo() == null
				&& figure.approximation() == Figure.Approximation.EXACT;
		this.stated = exact ? this.wording.in(Optional.ofNullable(figure.value()).orElseThrow(), measure.unit()) : null;
		this.statedHalf = (exact && !measure.isCount())
				? this.wording.in(step(Optional.ofNullable(figure.value()).orElseThrow()), measure.unit())
				: BigDecimal.ZERO;
	}

	/** The claim of a figure, null where it makes none that can be recomputed. */
	static @Nullable GrowthClaim of(String text, Figure figure, Measure measure) {
		Growth growth = figure.growth();
		if (growth == null || growth.amount() == null || growth.base() == Growth.Base.PERIOD_BEFORE
				|| (growth.base() == Growth.Base.OTHER && !growth.comparison().isEmpty())) {
			return null;
		}
		int from = Math.max(0, growth.span().offset() - 6);
		int to = Math.min(text.length(), growth.span().end() + 2);
		if (growth.base() == Growth.Base.OTHER && OTHER.stream().anyMatch(text.substring(from, to)::contains)) {
			return null;
		}
		Span span = change(text, growth.span());
		String words = text.substring(span.offset(), trailing(text, span.end()));
		Growth.Kind kind = growth.kind();
		BigDecimal claimed = growth.amount();
		if (kind == Growth.Kind.AMOUNT) {
			String unit = Optional.ofNullable(figure.unit()).orElse("");
			if (unit.isEmpty() || !words.contains(unit)) {
				return null;
			}
			claimed = new Wording(figure).in(claimed, measure.unit());
		}
		if (kind == Growth.Kind.POINTS && !measure.isShare()) {
			return null;
		}
		// 提高5% of a share may be meant either way
		if (kind == Growth.Kind.PERCENT && measure.isShare()) {
			return null;
		}
		return new GrowthClaim(words, new Span(span.offset(), words.length()), growth, claimed, measure, figure);
	}

	/**
	 * Whether what is read after a change was written anew claims that change; of 持平
	 * nothing is read.
	 * @param alike whether it has to be told as it was: as an amount or in per cent
	 */
	boolean isSaid(Rereading read, BigDecimal now, BigDecimal before, boolean alike) {
		if (read.growths().isEmpty()) {
			return read.now().of(read.text()).chars().noneMatch(Character::isDigit);
		}
		GrowthClaim claim = of(read.text(), read.growths().get(0), this.measure);
		return read.growths().size() == 1 && claim != null && claim.agrees(now, before, false)
				&& (!alike || claim.kind == this.kind);
	}

	/** The change without what it is compared with. */
	private static Span change(String text, Span growth) {
		String words = growth.of(text);
		int at = VERBS.stream().mapToInt(words::indexOf).filter((found) -> found >= 0).min().orElse(0);
		return new Span(growth.offset() + at, growth.length() - at);
	}

	/** With the words behind the number that say how exact it is. */
	private static int trailing(String text, int end) {
		return List.of("以上", "左右", "上下")
			.stream()
			.filter((word) -> text.startsWith(word, end))
			.findFirst()
			.map((word) -> end + word.length())
			.orElse(end);
	}

	private static BigDecimal half(String words, Growth.Kind kind, BigDecimal claimed) {
		if (kind == Growth.Kind.PERCENT && words.contains("番")) {
			return BigDecimal.valueOf(5);
		}
		if (kind == Growth.Kind.PERCENT && words.contains("倍")) {
			return step(claimed.movePointLeft(2)).movePointRight(2);
		}
		return step(claimed);
	}

	/** Half a unit of the last place. */
	private static BigDecimal step(BigDecimal printed) {
		return HALF.movePointLeft(Math.max(printed.stripTrailingZeros().scale(), 0));
	}

	/** The claim, however it is written. */
	Basis on(Basis basis) {
		String value = (this.kind == Growth.Kind.AMOUNT) ? Basis.scaled(this.claimed, this.measure.unit())
				: Amount.print(this.claimed);
		return basis.value("claim", "文中", this.words, this.kind + " " + value + " " + this.leeway);
	}

	/** The words that claim it, without what is compared with. */
	Span span() {
		return this.span;
	}

	/**
	 * What the sentence says there is, in the unit of the metric; null where it does not.
	 */
	@Nullable BigDecimal stated() {
		return this.stated;
	}

	/** The change as it is, told as it is claimed. */
	String right(BigDecimal now, BigDecimal before) {
		BigDecimal difference = now.subtract(before);
		if (this.kind == Growth.Kind.AMOUNT && difference.signum() != 0) {
			return ((difference.signum() > 0) ? "增加" : "减少") + this.wording.of(difference.abs(), this.measure.unit());
		}
		return this.measure.change(Given.actual(now), Given.actual(before)).words();
	}

	/**
	 * The change as it stands in the place of the claim; without a word of its own only
	 * the amount, "" where that would not say it: "分别增长40%和30%".
	 */
	String mend(String right) {
		if (VERBS.stream().anyMatch(this.words::contains)) {
			return right;
		}
		List<String> said = (this.claimed.signum() >= 0) ? UP : DOWN;
		return said.stream()
			.filter(right::startsWith)
			.findFirst()
			.map((word) -> right.substring(word.length()))
			.orElse("");
	}

	/**
	 * Whether it may be so.
	 * @param rounded whether the amount was read from the text
	 */
	boolean agrees(BigDecimal now, BigDecimal before, boolean rounded) {
		if (this.kind == Growth.Kind.PERCENT && before.signum() <= 0) {
			// there is no percentage of nothing; of a loss nobody asks for one
			return before.signum() < 0;
		}
		if (this.kind == Growth.Kind.PERCENT && this.claimed.compareTo(HUNDRED.negate()) == 0
				&& this.leeway != Leeway.NEARLY) {
			// what is left is not gone
			return now.signum() == 0;
		}
		BigDecimal nowHalf = rounded ? this.statedHalf : slack(now);
		BigDecimal beforeHalf = slack(before);
		BigDecimal least = growth(now.subtract(nowHalf), before.add(beforeHalf));
		BigDecimal most = growth(now.add(nowHalf), before.subtract(beforeHalf));
		BigDecimal claim = this.claimed;
		if (claim.signum() < 0) {
			BigDecimal swap = least.negate();
			least = most.negate();
			most = swap;
			claim = claim.negate();
		}
		return this.leeway.admits(least, most, claim, this.half);
	}

	/** What is counted is not rounded. */
	private BigDecimal slack(BigDecimal amount) {
		int places = Math.max(amount.stripTrailingZeros().scale(), 0);
		return (this.measure.isCount() || places == 0) ? BigDecimal.ZERO : HALF.movePointLeft(places);
	}

	private BigDecimal growth(BigDecimal now, BigDecimal before) {
		BigDecimal difference = now.subtract(before);
		if (this.kind != Growth.Kind.PERCENT) {
			return difference;
		}
		return (before.signum() > 0) ? difference.multiply(HUNDRED).divide(before, PRECISION) : difference;
	}

	/**
	 * What is wrong, with what last year would have to have been.
	 * @param name of the metric
	 * @param right the change as it is
	 * @param filled whether the table has the amount, and not only the text
	 */
	String message(String name, BigDecimal now, BigDecimal before, String right, boolean filled) {
		String unit = this.measure.unit();
		String approved = this.base + "审定数为" + Amount.print(before) + unit;
		String lead = "“%s”%s，%s".formatted(name, this.words,
				right.isEmpty() ? "与指标表不符" : (filled ? "应为" : "指标表还没有填，按文中的数算是") + right);
		if (before.signum() == 0 && this.kind == Growth.Kind.PERCENT) {
			return lead + "：" + approved + "，没有增长率";
		}
		BigDecimal implied = implied(now);
		return (implied == null) ? lead + "：" + approved
				: "%s：按%s推算，%s应为%s%s，%s".formatted(lead, this.words, this.base, Amount.print(implied), unit, approved);
	}

	private @Nullable BigDecimal implied(BigDecimal now) {
		if (this.kind != Growth.Kind.PERCENT) {
			return now.subtract(this.claimed);
		}
		BigDecimal factor = this.claimed.add(HUNDRED);
		return (factor.signum() <= 0) ? null : now.multiply(HUNDRED).divide(factor, 1, RoundingMode.HALF_UP);
	}

}
