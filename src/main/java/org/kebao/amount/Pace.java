package org.kebao.amount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * 进度: how a year's goal stands when a part of the year has passed (domain handbook §2.2:
 * at half-year 时间进度 = 50%, the test 时间过半、任务过半). Only what runs up from January is held
 * against the time that has passed; a stock and a share are held against the goal itself.
 *
 * @param words as they stand beside the figure, "" where nothing can be told
 */
public record Pace(Verdict verdict, String words) {

	/** Nothing can be told. */
	public static final Pace NONE = new Pace(Verdict.UNKNOWN, "");

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final BigDecimal HALF = BigDecimal.valueOf(50);

	/** A gap too small for one decimal. */
	private static final BigDecimal HARDLY = new BigDecimal("0.05");

	/** As many years make a habit. */
	private static final int YEARS = 2;

	/** 结论. */
	public enum Verdict {

		/** 已完成全年目标. */
		ACHIEVED,

		/** As far as the time: 时间过半、任务过半. */
		ON_TIME,

		/** Less than the time, and not less than in past years. */
		SEASONAL,

		/** 进度滞后. */
		BEHIND,

		/** Not reached, and no matter of time. */
		UNTIMED,

		/** A figure is missing. */
		UNKNOWN

	}

	/** The approved values of one past year, at that time of it and in all. */
	public record Year(BigDecimal then, BigDecimal whole) {
	}

	/**
	 * @param time 时间进度: how much of the year has passed, in per cent
	 * @param above whether the goal is to be passed (突破), not only reached
	 * @param past the past years in which both values were approved
	 */
	public static Pace at(BigDecimal time, Measure measure, @Nullable Given actual, @Nullable BigDecimal goal,
			boolean above, List<Year> past) {
		return at(time, measure.kind(), Completion.of(measure, actual, goal, above),
				(actual != null) ? actual.amount() : null, goal, past);
	}

	static Pace at(BigDecimal time, MetricKind kind, Completion completion, @Nullable BigDecimal actual,
			@Nullable BigDecimal goal, List<Year> past) {
		if (!completion.isKnown() || actual == null || goal == null) {
			return NONE;
		}
		if (kind != MetricKind.FLOW) {
			return completion.isMet() ? new Pace(Verdict.ACHIEVED, "已达到全年目标")
					: new Pace(Verdict.UNTIMED, "尚未达到全年目标（%s不按时间进度衡量）".formatted(kind.label()));
		}
		if (completion.isMet()) {
			return new Pace(Verdict.ACHIEVED, "已完成全年目标");
		}
		// compared before it is rounded: 49.96 % is not half
		BigDecimal done = actual.multiply(HUNDRED).divide(goal, 6, RoundingMode.DOWN);
		Optional<BigDecimal> season = season(past);
		return (done.compareTo(time) >= 0) ? onTime(time, done, season) : less(time, done, season,
				Percent.round(goal.multiply(time).subtract(actual.multiply(HUNDRED)), goal, time));
	}

	/**
	 * What part of a year's work was done by then in past years, in per cent; nothing
	 * where fewer than {@value #YEARS} years can be told.
	 */
	public static Optional<BigDecimal> season(List<Year> past) {
		List<BigDecimal> shares = past.stream()
			.filter((year) -> year.whole().signum() > 0 && year.then().signum() >= 0
					&& year.then().compareTo(year.whole()) <= 0)
			.map((year) -> year.then().multiply(HUNDRED).divide(year.whole(), 6, RoundingMode.HALF_UP))
			.toList();
		if (shares.size() < YEARS) {
			return Optional.empty();
		}
		BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		return Optional.of(Percent.round(sum, BigDecimal.valueOf(shares.size()), HUNDRED));
	}

	private static Pace onTime(BigDecimal time, BigDecimal done, Optional<BigDecimal> season) {
		String slower = season.filter((usual) -> done.compareTo(usual) < 0)
			.map((usual) -> "，但慢于往年同期（平均完成%s%%）".formatted(Amount.print(usual)))
			.orElse("");
		return new Pace(Verdict.ON_TIME, (isHalf(time) ? "时间过半、任务过半" : "达到时间进度" + shown(time)) + slower);
	}

	private static Pace less(BigDecimal time, BigDecimal done, Optional<BigDecimal> season, BigDecimal gap) {
		if (season.filter((usual) -> done.compareTo(usual) >= 0).isPresent()) {
			return new Pace(Verdict.SEASONAL, (isHalf(time) ? "任务未过半" : "未达到时间进度" + shown(time))
					+ "，按往年同期进度正常（平均完成%s%%）".formatted(Amount.print(season.get())));
		}
		String behind = (gap.compareTo(HARDLY) < 0) ? "进度滞后，略低于时间进度" : "进度滞后，低于时间进度%s个百分点".formatted(Amount.print(gap));
		return new Pace(Verdict.BEHIND,
				behind + season.map((usual) -> "，也慢于往年同期（平均完成%s%%）".formatted(Amount.print(usual))).orElse(""));
	}

	/** Where the time has an idiom of its own. */
	private static boolean isHalf(BigDecimal time) {
		return time.compareTo(HALF) == 0;
	}

	private static String shown(BigDecimal time) {
		return "（" + Amount.print(time) + "%）";
	}

}
