package org.kebao.prose;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.kebao.prose.Amounts.Amount;
import org.kebao.prose.Growth.Base;
import org.kebao.prose.Growth.Kind;
import org.kebao.script.MeasureWords;
import org.kebao.script.Numbers;
import org.kebao.script.Span;
import org.kebao.script.Words;

/**
 * Reads what stands before an amount and makes it a change: "比上年度增加", "同比下降". 增加 is a
 * change, 增加到 a level; a level falls by no 倍 (domain handbook §1.7).
 */
final class Growths {

	private static final Words UP = Words.of("增长 增加 提高 提升 上升 上涨 上浮 攀升 递增 扩大 增 升 涨 多 高 快 增收 增产");

	private static final Words DOWN = Words.of("下降 减少 降低 回落 下滑 下跌 缩减 压减 缩小 减 降 跌 少 低 压缩 缩短 减轻 负增长 收窄 减产 减收");

	/** The change as a noun: after an amount it is its change, else a figure itself. */
	private static final Words NOUN = Words.of("增幅 增速 增长率 增长速度 增长幅度 涨幅 降幅 下降幅度 增长幅");

	private static final Words FALL = Words.of("降幅 下降幅度");

	/** What may stand between the change and its number. */
	private static final Words BETWEEN = Words
		.of("了 约 大约 近 将近 接近 超 超过 突破 逾 达 达到 高达 为 是 ： : 也 均 都 分别 各 至少 不低于 不少于 不超过 的 又 率达 率为");

	private static final Words YEAR_BEFORE = Words.of(
			"同比 比去年同期 比上年同期 较去年同期 较上年同期 比上年度同期 比上一年同期 较上一年同期 比上年度 较上年度 比上年 较上年 比去年 较去年 比上一年 较上一年 比上一年度 较上一年度 比去年度 较去年度 比同期 较同期 去年同期相比",
			"与去年同期相比 与上年同期相比 与去年相比 与上年相比 同去年相比 同上年相比 同去年同期相比 同上年同期相比 和去年相比 和上年相比 和去年同期相比 和上年同期相比 与上年度相比 与上一年相比 相比去年 相比上年 相比去年同期 相比上年同期 相较去年 相较上年 相较于去年 相较于上年 比上年全年 比去年全年 较去年全年 较上年全年 比前一年 较前一年 与上年同期比 同上年同期比 同去年比 与去年比 与上年比 比上年末 比去年末 较上年末 较去年末 比上年底 比去年底 较上年底 较去年底 同期相比 与同期相比 相较去年同比 较去年同比 比去年同比 较上年同比 比上年同比 相较上年同比 相较去年同期 相较上年同期 相较于去年同期 相较于上年同期 按年 年同比 比去年同时期");

	private static final Words PERIOD_BEFORE = Words
		.of("环比 比上季度 较上季度 比上月 较上月 比一季度 较一季度 比上半年 较上半年 比上期 较上期 比上个月 较上个月 比前三季度 较前三季度 按季 按月");

	private static final Words OTHER = Words
		.of("比年初 较年初 年均 比往年 较往年 比全国 比全省 比全市 比前年 较前年 高于 高出 快于 低于 优于 领先 慢于 落后 比计划 较计划 年平均 两年平均 三年平均 五年平均 两年年均 三年年均 比全国平均水平 比全省平均水平");

	private static final Words STANDING = Words.of("高于 高出 快于 低于 优于 领先 慢于 落后");

	private static final Words LOWER = Words.of("低于 慢于 落后");

	private static final Words AFTER_YEAR = Words.of("同期 全年 年底 年末 底 末 度 期末 初 期间 时期 末期");

	/** What says nothing of who grew. */
	private static final Words SILENT = Words
		.of("均 都 也 又 再 还 共 总 平均 分别 并 且 而 继续 持续 稳步 大幅 大幅度 明显 显著 有所 实现 实现了 总量 总数 数量 总额 金额 规模 呈 保持 较快 快速 强劲 逐年 连续 连年 、 ， , ； ; ： : 和 及 ） ) （ ( 。 同时 已 各 预计 预期 力争 确保 其 其增幅 年 将 有望 再次 成功 约 同 相比 两项 两者 双双 全部 逆势 净 与 较 比 对 或 “ ” 数 均实现 累计 达到 速度 预测 估计 初步预计 拟 目标 全年 当年 本年 同口径 按同口径 可比口径 按可比口径 按可比价格 按可比价格计算 按可比价 按可比价计算 按现价计算 可比价 扣除价格因素 扣除价格因素后 剔除价格因素后");

	/** Ends of what can grow. */
	private static final Words TAILS = Words
		.of("量 额 值 数 率 入 资 费 润 收 比重 规模 产值 收入 投入 税收 利润 投资 营收 经费 支出 面积 价格 成本 效率 能耗 水平 强度 用地 贷款 余额 消费 出口 进口 进出口");

	private Growths() {
	}

	/**
	 * A change as it was found.
	 *
	 * @param comparison where what is compared with starts, -1 where nothing is said of
	 * it
	 * @param subjectStart where the words for what changed start; they may be silent
	 * @param all whether it is said of several: 均, 都
	 * @param each whether several follow for several: 分别
	 * @param noun whether it may be a figure of its own: "增速8%"
	 */
	record Found(Growth growth, int comparison, int subjectStart, int subjectEnd, boolean all, boolean each,
			boolean noun) {
	}

	/** The change an amount is, null where it is none. */
	static @Nullable Found before(String text, int from, Amount amount, int pending) {
		int at = amount.start();
		boolean doubled = text.charAt(at) == '翻';
		int verb = at;
		boolean falls = false;
		boolean noun = false;
		boolean weak = false;
		boolean toldEach = false;
		boolean toldAll = false;
		if (!doubled) {
			int skipped = BETWEEN.stripEnd(text, from, at);
			toldEach = text.substring(skipped, at).contains("分别");
			toldAll = contains(text, skipped, at, '均') || contains(text, skipped, at, '都');
			char sign = (at > from) ? Numbers.plain(text.charAt(at - 1)) : ' ';
			if ((sign == '+' || sign == '-' || sign == '↑' || sign == '↓') && at - 1 > from) {
				verb = at - 1;
				falls = sign == '-' || sign == '↓';
				weak = true;
			}
			else {
				int up = UP.endingAt(text, from, skipped);
				int down = DOWN.endingAt(text, from, skipped);
				int named = NOUN.endingAt(text, from, skipped);
				int longest = Math.max(named, Math.max(up, down));
				if (longest == 0) {
					return standing(text, from, amount, skipped);
				}
				verb = skipped - longest;
				noun = named == longest;
				falls = noun ? FALL.endingAt(text, from, skipped) > 0 : down == longest && down > up;
				weak = longest == 1;
			}
		}
		int left = Math.max(from, verb - 40);
		int end = verb;
		int comparison = (pending >= 0) ? pending : comparison(text, left, end);
		int compared = end;
		if (comparison >= 0) {
			compared = comparisonEnd(text, comparison, end);
		}
		else if (end > from && "，,".indexOf(text.charAt(end - 1)) >= 0) {
			comparison = adjacentComparison(text, from, end - 1);
			compared = end - 1;
		}
		if (weak && comparison < 0) {
			return null;
		}
		int subjectEnd = (comparison >= 0) ? comparison : verb;
		int subjectStart = clauseStart(text, from, subjectEnd);
		boolean all = toldAll || contains(text, subjectStart, verb, '均') || contains(text, subjectStart, verb, '都');
		boolean each = toldEach || text.substring(Math.min(subjectStart, verb), verb).contains("分别");
		String worded = (comparison >= 0) ? text.substring(comparison, compared) : "";
		Growth growth = new Growth(Span.between((comparison >= 0) ? comparison : verb, amount.end()), worded,
				base(text, comparison, compared), kind(amount), change(amount, falls));
		return new Found(growth, comparison, subjectStart, subjectEnd, all, each, noun);
	}

	/** "高于全省平均3.2个百分点": held against others. */
	private static @Nullable Found standing(String text, int from, Amount amount, int end) {
		if (!MeasureWords.isPoints(amount.unit())) {
			return null;
		}
		int clause = clauseStart(text, from, end);
		int at = STANDING.lastIn(text, clause, end);
		if (at < 0) {
			return null;
		}
		Growth growth = new Growth(Span.between(at, amount.end()), text.substring(at, amount.start()).strip(),
				Base.OTHER, Kind.POINTS, change(amount, LOWER.startingAt(text, at, end) > 0));
		return new Found(growth, at, clause, at, false, false, false);
	}

	/** Whether nothing is named that could have grown. */
	static boolean isSilent(String text, int start, int end) {
		int from = SILENT.stripStart(text, start, end);
		return SILENT.stripEnd(text, from, end) <= from;
	}

	/** Whether the words end in something that can grow: 产值, 收入. */
	static boolean endsMeasurable(String text, int start, int end) {
		return TAILS.endingAt(text, start, SILENT.stripEnd(text, start, end)) > 0;
	}

	/** Whether a stretch between an amount and the next pause tells a change. */
	static boolean isToldIn(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			if (text.startsWith("净增", i) || UP.startingAt(text, i, end) > 1 || DOWN.startingAt(text, i, end) > 1
					|| text.charAt(i) == '翻') {
				return true;
			}
		}
		return false;
	}

	/** Where a comparison starts that is told in a stretch, -1 where none is. */
	static int comparison(String text, int start, int end) {
		for (int i = end - 1; i >= start; i--) {
			char sign = text.charAt(i);
			if (Amounts.isPause(sign)) {
				return -1;
			}
			int ended = comparisonEnd(text, i, end);
			if (ended > i) {
				int first = i;
				for (int earlier = i - 1; earlier >= Math.max(start, i - 8); earlier--) {
					if (comparisonEnd(text, earlier, end) >= ended) {
						first = earlier;
					}
				}
				return first;
			}
		}
		return -1;
	}

	/** Where a comparison that starts here ends; here, where none does. */
	static int comparisonEnd(String text, int at, int end) {
		int length = Math.max(YEAR_BEFORE.startingAt(text, at, end),
				Math.max(PERIOD_BEFORE.startingAt(text, at, end), OTHER.startingAt(text, at, end)));
		if (length > 0) {
			return at + length;
		}
		char sign = text.charAt(at);
		if (sign != '比' && sign != '较' && sign != '与') {
			return at;
		}
		int year = year(text, at + 1, end);
		if (year == at + 1) {
			return at;
		}
		return text.startsWith("相比", year) ? year + 2 : year;
	}

	/**
	 * Where a year or a plan period ends that starts here: "2019年末", "“十三五”末"; here,
	 * where none does.
	 */
	static int year(String text, int at, int end) {
		int last = at;
		if (at < end && text.charAt(at) == '“') {
			while (last < end && last - at < 6 && text.charAt(last) != '”') {
				last++;
			}
			if (last >= end || text.charAt(last) != '”') {
				return at;
			}
			last++;
		}
		else {
			while (last < end && last - at < 5
					&& (Numbers.isDigit(text.charAt(last)) || Numbers.isMask(text.charAt(last)))) {
				last++;
			}
			if (last - at < 2 || last >= end || text.charAt(last) != '年') {
				return at;
			}
			last++;
		}
		return last + AFTER_YEAR.startingAt(text, last, end);
	}

	static Base base(String text, int start, int end) {
		if (start < 0) {
			return Base.OTHER;
		}
		if (YEAR_BEFORE.startingAt(text, start, end) > 0) {
			return Base.YEAR_BEFORE;
		}
		return (PERIOD_BEFORE.startingAt(text, start, end) > 0) ? Base.PERIOD_BEFORE : Base.OTHER;
	}

	private static int adjacentComparison(String text, int from, int end) {
		for (Words words : new Words[] { YEAR_BEFORE, PERIOD_BEFORE }) {
			int length = words.endingAt(text, from, end);
			if (length > 0) {
				return end - length;
			}
		}
		for (int i = end - 1; i > from && end - i < 14; i--) {
			if (comparisonEnd(text, i, end) == end) {
				return i;
			}
		}
		return -1;
	}

	/** Where the clause starts that ends here. */
	static int clauseStart(String text, int from, int end) {
		int at = end;
		while (at > from && !Amounts.isPause(text.charAt(at - 1))) {
			at--;
			if (at > from && (text.charAt(at - 1) == '）' || text.charAt(at - 1) == ')')) {
				at = Things.open(text, from, at);
			}
		}
		return at;
	}

	private static Kind kind(Amount amount) {
		if (MeasureWords.isPoints(amount.unit())) {
			return Kind.POINTS;
		}
		return amount.isRelative() ? Kind.PERCENT : Kind.AMOUNT;
	}

	/** By how much an amount says something changed, in its unit; 倍 and 番 in per cent. */
	static @Nullable BigDecimal change(Amount amount, boolean falls) {
		BigDecimal value = amount.value();
		if (value == null) {
			return null;
		}
		BigDecimal change = switch (amount.unit()) {
			case "倍" -> plain(value.movePointRight(2));
			case "成" -> plain(value.movePointRight(1));
			case "番" -> (value.scale() <= 0 && value.compareTo(BigDecimal.TEN) < 0)
					? BigDecimal.valueOf(((1L << value.intValue()) - 1) * 100) : null;
			default -> value;
		};
		return (falls && change != null) ? change.negate() : change;
	}

	private static BigDecimal plain(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	private static boolean contains(String text, int start, int end, char sign) {
		for (int at = start; at < end; at++) {
			if (text.charAt(at) == sign) {
				return true;
			}
		}
		return false;
	}

}
