package org.kebao.proof;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.kebao.amount.Given;
import org.kebao.binding.Aspect;
import org.kebao.binding.Form;
import org.kebao.binding.Token;
import org.kebao.mention.Mention;
import org.kebao.mention.Rereading;
import org.kebao.mention.Stance;
import org.kebao.metric.Metric;
import org.kebao.prose.Figure;
import org.kebao.prose.Growth;

/**
 * Where what is said of a growth is not what last year's approved figure makes it.
 */
final class GrowthProof {

	private static final List<String> CONSTANT_PRICES = List.of("增加值", "生产总值");

	private static final List<String> YEAR_ENDS = List.of("年末", "年底");

	private static final List<String> OTHER_YEARS = List.of("去年", "上年", "前年", "上一年", "往年");

	/** Before such a year it is only compared with. */
	private static final String COMPARING = "比较与同和于";

	private final Yardstick yardstick;

	GrowthProof(Yardstick yardstick) {
		this.yardstick = yardstick;
	}

	Optional<Finding> finding(ExaminedText sighting, Mention mention) {
		Figure figure = mention.figure();
		Metric metric = mention.metric();
		boolean yearEnd = figure.growth() != null && isOfYearEnd(figure.growth());
		BigDecimal before = base(yearEnd).get(metric.getCode());
		Given now = this.yardstick.given().get(metric.getCode());
		boolean open = now != null && now.certainty().isOpen();
		// 增加3304万元: the figure is the change itself
		boolean own = figure.growth() != null && figure.growth().span().covers(figure.span());
		boolean elsewhere = mention.elsewhere() || (own ? now == null
				: mention.stance() == Stance.UNTESTED && figure.isAmount() && mention.expected() != null);
		if (figure.growth() == null || isAtConstantPrices(metric, figure.growth()) || before == null || elsewhere
				|| figure.role() == Figure.Role.TARGET || (figure.role() == Figure.Role.FORECAST && !open)
				|| isOfAnotherYear(sighting.text(), figure)) {
			return Optional.empty();
		}
		GrowthClaim claim = GrowthClaim.of(sighting.text(), figure, metric.measure());
		if (claim == null) {
			return Optional.empty();
		}
		BigDecimal amount = (now != null) ? now.amount() : claim.stated();
		if (amount == null || claim.agrees(amount, before, now == null)) {
			return Optional.empty();
		}
		boolean shared = sighting.isOfSeveralMetrics(figure.growth());
		String right = claim.right(amount, before);
		return Optional.of(sighting
			.finding(ProseCheck.GROWTH, claim.span(),
					claim.message(metric.getName(), amount, before, right, now != null))
			.metric(metric.getCode())
			.instruction((now != null) ? "请改正增幅；口径确实不同的，写明另有口径" : "请先在指标表里填上这个数，再核对增幅；口径确实不同的，写明另有口径")
			.on((basis) -> claim.on(basis)
				.amount("now", metric.getName(), amount, metric.getUnit())
				.amount("before", metric.getName() + (yearEnd ? "（上年末）" : "（上年同期）"), before, metric.getUnit())
				.told("增减", right))
			// what is not in the table is no standstill, and no growth
			.mend((shared || now == null) ? ""
					: change(sighting, claim, claim.mend(right), (read) -> claim.isSaid(read, amount, before, false)))
			.token((shared || now == null) ? ""
					: change(sighting, claim, Token.write(metric.getName(), Aspect.CHANGE, Form.USUAL),
							(read) -> claim.isSaid(read, amount, before, true)))
			.against(TableProof.place(metric))
			.build());
	}

	/** The words, "" where with them another change would be claimed. */
	private static String change(ExaminedText sighting, GrowthClaim claim, String words, Predicate<Rereading> right) {
		return !words.isEmpty() && sighting.passage().reread(claim.span(), words).filter(right).isPresent() ? words
				: "";
	}

	/**
	 * 增加值 and 生产总值 grow at constant prices, their amounts are told at those of the year:
	 * the one cannot be worked out from the other (domain handbook §2.2).
	 */
	private static boolean isAtConstantPrices(Metric metric, Growth growth) {
		return growth.kind() == Growth.Kind.PERCENT && CONSTANT_PRICES.stream().anyMatch(metric.getName()::contains);
	}

	private Map<String, BigDecimal> base(boolean yearEnd) {
		if (!yearEnd) {
			return this.yardstick.lastYear();
		}
		return this.yardstick.kind().followsYear() ? this.yardstick.prev() : Map.of();
	}

	/** 比上年末 is within the year another base than 比上年同期. */
	private boolean isOfYearEnd(Growth growth) {
		return !this.yardstick.kind().isWholeYear()
				&& YEAR_ENDS.stream().anyMatch((word) -> growth.comparison().contains(word));
	}

	/** Whether the sentence has named another year before it comes to the figure. */
	private static boolean isOfAnotherYear(String text, Figure figure) {
		int from = figure.sentence().offset();
		String before = text.substring(from, Math.max(from, figure.span().offset()));
		return OTHER_YEARS.stream().anyMatch((word) -> {
			int at = before.indexOf(word);
			return at >= 0 && (at == 0 || COMPARING.indexOf(before.charAt(at - 1)) < 0);
		});
	}

}
