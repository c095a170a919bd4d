package org.kebao.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kebao.prose.Figure.Approximation;
import org.kebao.prose.Figure.Hole;
import org.kebao.script.MeasureWords;
import org.kebao.script.Numbers.Numeral;
import org.kebao.script.Numbers;
import org.kebao.script.Sentences;
import org.kebao.script.Span;
import org.kebao.script.Words;

/**
 * Finds the amounts in a paragraph: numbers with their units, whatever is said of them.
 * Dates, document numbers, ranks, articles and what stands in a name are none.
 */
final class Amounts {

	private static final Words APPROXIMATE = Words.of("约 大约 大概 近 将近 接近 超 超过 突破 逾 多于 不少于 不低于 不小于 不短于 至少 最少",
			"不超过 不高于 不多于 至多 最多 不到 不足 不止 上限 下限");

	private static final Words NEARLY = Words.of("近 将近 接近");

	private static final Words ABOUT = Words.of("约 大约 大概");

	private static final Words MORE = Words.of("超 超过 突破 逾 多于 不止");

	private static final Words AT_LEAST = Words.of("不少于 不低于 不小于 不短于 至少 最少 下限");

	/** Words that end like an approximation and are none. */
	private static final Words NO_APPROXIMATION = Words.of("节约 制约 合约 契约 预约 签约 履约 最近 附近 临近 靠近 邻近 赶超 高超");

	private static final Words AFTERWARDS = Words.of("以上 及以上 （含）以上 (含)以上 以下 及以下 以内 之内 左右 上下 余");

	/** What a round number is that was passed: 迈上5万亿元台阶, 跨越千亿元大关. */
	private static final Words REACHED = Words.of("台阶 新台阶 大关 关口 门槛");

	/** What makes a number an order and no amount. */
	private static final Words ORDINAL = Words.of("第 前 排名 位列 位居 名列 排在 列 居 排 排位 位次 名次 前移 进位 提升至第");

	/** What a place among others follows. */
	private static final Words RANKED = Words.of("位居 名列 位列 排名 居 列 排 排在 在");

	private static final Words RANK_MOVES = Words
		.of("位次前移 排名前移 排名上升 位次上升 位次提升 排名提升 排名下降 名次上升 名次前移 前移 前进 跃升 晋升 进位 上升了 提升了 上升 提升 下降 后移 提高 提高了 前进了 前移了 上升了 跃升了 后移了");

	private static final Words RANKS = Words.of("排名 位次 名次 排位 位居 位列");

	/** What points back to something counted before. */
	private static final Words POINTING = Words.of("这 上述 该 以上 其他 其它 其余 每 前 后 那 另外");

	/** What Chinese numerals count in slogans and outlines, not in reports. */
	private static final Words SLOGANS = Words.of(
			"方面 方式 层面 环节 阶段 维度 层次 角度 意识 自信 维护 确立 代表 转变 结合 坚持 明显 入 到位 作用 一 百 全面 必须 务必 不 字 高 更",
			"新 面向 没有 统筹 统一 关键 抓手 文明 标准 重点 原则 机制 问题 轮子 拳头 能力 优先 优势 突出 革命 时期 时代 大 先 强 重 精准 确保 加快 聚焦 提升 推进 导向 着力 轮 更加 突破 围绕 注重 着眼 主动 能 务 零 意见",
			"规定 经费 费 基本 体 皮 红线 底线 为 的 、 ， , 。 领域 视角 梯队 类型 指头 世纪 市场 循环 规律 大局 根本 有利于 只 同步 融合 联动 同时 覆盖 清单 季度 半年 年度 小时 模式 渠道 途径 形式");

	/** What begins like a slogan and is counted: 三个重大项目. */
	private static final Words NO_SLOGANS = Words
		.of("重大项目 重点项目 重大专项 重大科技项目 重点企业 重点实验室 重点园区 新产品 新品种 新技术 新项目 高新技术企业 高企 高校 高层次 大项目 大学 大型");

	/** What is counted one by one even in Chinese numerals. */
	private static final Words HAN_UNITS = Words.of(
			"项 个 家 件 人 名 位 户 册 次 场 场次 人次 家次 户次 批 批次 班次 台套 架 张 组 条 台 套 篇 份 所 座 处 间 辆 艘 幅 块 枚 笔 支 倍 番 成 % ‰",
			"亩 公顷 平方米 平方公里 米 公里 立方米 吨 公斤 斤 千瓦 元 万 亿 美元 尾 株 头 只 栋 万亿 本 面");

	/** What follows where 十多次 only says "often". */
	private static final String OFTEN = "与同到赴向前深对率带进";

	/** Chinese numerals that make a name with their unit: 二次创业, 二期. */
	private static final String NAMED_SECOND = "次期类部批号种组";

	private static final Words AMONG = Words.of("其中 其中有");

	private static final Words HAPPENED = Words.of("被 获 荣获 通过 入选 入围 列入 纳入 评为 成功 已 正在 顺利");

	private static final Words PARTITIVE = Words
		.of("企业中 项目中 单位中 城市中 县中 区中 市中 专利中 成果中 人员中 指标中 任务中 乡镇中 园区中 县区中 地级市中 县（市、区）中 区县中 平台中 机构中 产业基地中 基地中 高新区中 村中 人中 开发区中 学校中 农户中");

	private static final Words PARTITIVE_ENDS = Words.of("位列 位居 排名 排 居 名列 列 有 的 ， , 经 脱颖 占 唯一 仅 只 评");

	private static final Words STATEMENT_ENDS = Words
		.of("目标 的目标 要求 的要求 任务 的任务 指标 的指标 总目标 的总目标 的承诺 目标任务 的预期目标 预期目标 的奋斗目标");

	private static final Words HOLDERS = Words.of("公司 厂 集团 合作社 ” 》 \" 学院 大学 研究院 研究所 中心 分公司 企业");

	private static final Words PRODUCED = Words.of("年产 年处理 日处理 年加工 日产 年产能");

	private static final Words PLANT = Words.of("项目 生产线 基地 工程 技改 扩建 装置");

	private static final Words WITH_SUMS = Words.of("企业 项目 产业 镇 村 园区 集群 工业企业 大项目 龙头企业 重大项目 户 乡镇 级 工业项目 重点项目 产业集群");

	private static final Words NOT_ATTRIBUTE = Words
		.of("并 和 与 及 且 的水平 的比例 的增速 的增长 的目标 的速度 而 但 或 即 标准 水平 的高 的标准 的新高 增长 增速");

	private static final Words SCHOOLS = Words.of("学校 小学 中学 高校 院校 幼儿园 医院 卫生院 院所 机构 学院 大学 卫生室 书屋 中职 职校");

	private static final Words CHANGES = Words.of("增长 同比增长 下降 上升 回落 增速 增幅 降幅 增长率 占比 比重");

	private static final Words SHARED_BY = Words.of("了 约 达 达到 为");

	private static final int LONGEST_NAME = 60;

	private final String text;

	private final Span within;

	/** Whether the text is one that lost its digits. */
	private final boolean stripped;

	private final int[] closing;

	private final List<Amount> amounts = new ArrayList<>();

	private Amounts(String text, Span within, boolean stripped) {
		this.text = text;
		this.within = within;
		this.stripped = stripped;
		this.closing = Sentences.pairs(text, within);
	}

	/**
	 * An amount.
	 *
	 * @param start with what makes it approximate
	 * @param number where the number starts, or the unit where the number is lost
	 * @param end with what makes it approximate
	 * @param bracket where the bracket around it opens, -1 outside of any
	 * @param bracketEnd where that bracket closes
	 */
	record Amount(int start, int number, int end, @Nullable BigDecimal value, @Nullable BigDecimal upTo, String unit,
			Hole hole, Approximation approximation, int bracket, int bracketEnd) {

		boolean isRelative() {
			return MeasureWords.isRelative(this.unit);
		}

	}

	static List<Amount> in(String text, Span within, boolean stripped) {
		Amounts amounts = new Amounts(text, within, stripped);
		amounts.scan();
		return amounts.amounts;
	}

	private void scan() {
		int end = this.within.end();
		int at = this.within.offset();
		int[] open = new int[this.within.length() + 1];
		int depth = 0;
		while (at < end) {
			while (depth > 0 && closing(open[depth - 1]) < at) {
				depth--;
			}
			int partner = closing(at);
			if (partner > at) {
				if (isName(at, partner)) {
					at = partner + 1;
					continue;
				}
				if (isBracket(this.text.charAt(at))) {
					open[depth++] = at;
				}
				at++;
				continue;
			}
			int bracket = (depth > 0) ? open[depth - 1] : -1;
			at = next(at, end, bracket);
		}
	}

	/** Reads what is here and says where to go on. */
	private int next(int at, int end, int bracket) {
		char sign = this.text.charAt(at);
		if (sign == '第' || sign == '翻' || sign == '保') {
			int after = (sign == '第') ? ordinal(at, end)
					: (sign == '翻') ? doubled(at, end, bracket) : floorAndStretch(at, end, bracket);
			if (after > at) {
				return after;
			}
		}
		if (sign == '百' || sign == '千') {
			int after = shareInWords(at, end, bracket);
			if (after > at) {
				return after;
			}
		}
		Numeral numeral = Numbers.at(this.text, at, end);
		if (numeral == null) {
			return lost(at, end, bracket);
		}
		if (!numeral.isReadable()) {
			int after = (sign == '万' || sign == '亿') ? lost(at, end, bracket) : at;
			return Math.max(after, numeral.end());
		}
		if (isPartOfWord(numeral, end)) {
			return numeral.end();
		}
		int unit = unitAfter(numeral.end(), end);
		int length = MeasureWords.at(this.text, unit, end);
		if (length == 0 && numeral.scale().isEmpty()) {
			return lacksPercent(numeral, end) ? add(at, numeral.end(), "%", numeral, bracket, end) : numeral.end();
		}
		int after = unit + length;
		Numeral whole = numeral;
		if (length > 0 && numeral.upTo() == null && after + 1 < end && Numbers.isRangeSign(this.text.charAt(after))) {
			Numeral second = Numbers.at(this.text, after + 1, end);
			if (second != null && second.isReadable() && second.upTo() == null) {
				int secondUnit = unitAfter(second.end(), end);
				if (MeasureWords.at(this.text, secondUnit, end) == length
						&& this.text.regionMatches(unit, this.text, secondUnit, length)) {
					Numeral range = Numbers.range(numeral, second);
					if (range != null) {
						whole = range;
						unit = secondUnit;
						after = secondUnit + length;
					}
				}
			}
		}
		after = rate(after, end);
		String name = this.text.substring(unit, after);
		if (this.text.startsWith("个亿", unit)) {
			name = "亿";
		}
		if (whole.han() && !countsInHan(whole, name, after, end)) {
			return Math.max(numeral.end(), at + 1);
		}
		if (isRankOrPointer(whole, name, after)) {
			return after;
		}
		if (name.equals("所") && whole.end() - whole.start() > 2 && !isOfSchools(whole.start(), after, end)) {
			return after;
		}
		if (isPlant(whole.start(), after, end) || isAttribute(name, after, end)) {
			return after;
		}
		return add(whole.start(), after, whole.scale() + name, whole, bracket, end);
	}

	private int add(int number, int unitEnd, String unit, Numeral numeral, int bracket, int end) {
		int start = approximationStart(number);
		int last = unitEnd;
		int length = AFTERWARDS.startingAt(this.text, last, end);
		if (length == 1 && MeasureWords.isCount(unit)) {
			length = 0;
		}
		last += length;
		if (isThreshold(number, unit, unitEnd, last, end) || isThresholdBefore(start, number, unit, last, end)
				|| isPartitive(number, last, end) || isOneHoldersSum(unit, bracket)) {
			return last;
		}
		Hole hole = (numeral.value() != null) ? Hole.NONE
				: (numeral.masked() && isMasked(number, unitEnd)) ? Hole.MASKED : Hole.LOST;
		String named = unit.replace("％", "%").replace("（次）", "次").replace("(次)", "次");
		this.amounts.add(new Amount(start, number, last, numeral.value(), numeral.upTo(), named, hole,
				approximation(start, number, unitEnd, last, numeral), bracket, (bracket >= 0) ? closing(bracket) : -1));
		return last;
	}

	/** Whether a mask stands in a number, or only its decimals are gone: "21.%". */
	private boolean isMasked(int number, int end) {
		for (int at = number; at < end; at++) {
			if (Numbers.isMask(this.text.charAt(at))) {
				return true;
			}
		}
		return false;
	}

	/** An amount whose digits got lost: the unit stands alone. */
	private int lost(int at, int end, int bracket) {
		int after = Holes.at(this.text, this.within.offset(), at, end, this.stripped);
		if (after <= at) {
			return at + 1;
		}
		int unit = Holes.unit(this.text, at, after);
		Numeral none = new Numeral(at, unit, null, null, "", false,
				unit > at && "多余".indexOf(this.text.charAt(unit - 1)) >= 0, false);
		return add(at, after, this.text.substring(unit, after), none, bracket, end);
	}

	/** 第三批, 第1位, 第163号 and 第一、二批: no amounts. */
	private int ordinal(int at, int end) {
		Numeral numeral = (at + 1 < end) ? Numbers.at(this.text, at + 1, end) : null;
		if (numeral == null) {
			return at;
		}
		int after = numeral.end();
		while (after + 1 < end && (this.text.charAt(after) == '、' || this.text.charAt(after) == '和')) {
			Numeral next = Numbers.at(this.text, after + 1, end);
			if (next == null || MeasureWords.at(this.text, next.end(), end) == 0) {
				break;
			}
			after = next.end();
		}
		return after + MeasureWords.at(this.text, after, end);
	}

	/** 翻番, 翻一番, 翻了两番, 翻倍: how many times double. */
	private int doubled(int at, int end, int bracket) {
		int from = at + 1;
		while (from < end && "了近约".indexOf(this.text.charAt(from)) >= 0) {
			from++;
		}
		if (from >= end) {
			return at;
		}
		char sign = this.text.charAt(from);
		if (sign == '番' || (sign == '倍' && from == at + 1)) {
			if (this.text.startsWith("增长", from + 1) && from + 1 < end) {
				return from + 3;
			}
			Numeral once = new Numeral(at, from, BigDecimal.ONE, null, "", false, false, false);
			return add(at, from + 1, this.text.substring(from, from + 1), once, bracket, end);
		}
		Numeral numeral = Numbers.at(this.text, from, end);
		if (numeral == null || numeral.end() >= end) {
			return at;
		}
		char unit = this.text.charAt(numeral.end());
		if (unit != '番' && unit != '倍') {
			return at;
		}
		Numeral times = new Numeral(at, numeral.end(), numeral.value(), null, "", numeral.masked(), numeral.more(),
				false);
		return add(at, numeral.end() + 1, String.valueOf(unit), times, bracket, end);
	}

	/** 保200争220件: a floor and a stretch goal. */
	private int floorAndStretch(int at, int end, int bracket) {
		Numeral floor = (at + 1 < end) ? Numbers.at(this.text, at + 1, end) : null;
		if (floor == null || !floor.isReadable() || floor.end() + 1 >= end) {
			return at;
		}
		int contest = floor.end() + MeasureWords.at(this.text, floor.end(), end);
		if (contest < end && (this.text.charAt(contest) == '、' || this.text.charAt(contest) == '，')) {
			contest++;
		}
		if (contest + 1 >= end || this.text.charAt(contest) != '争') {
			return at;
		}
		Numeral stretch = Numbers.at(this.text, contest + 1, end);
		if (stretch == null || !stretch.isReadable()) {
			return at;
		}
		int unit = unitAfter(stretch.end(), end);
		int length = MeasureWords.at(this.text, unit, end);
		Numeral both = Numbers.range(floor, stretch);
		if (length == 0 || both == null) {
			return at;
		}
		return add(at, unit + length, both.scale() + this.text.substring(unit, unit + length), both, bracket, end);
	}

	/** 百分之三十, 千分之五. */
	private int shareInWords(int at, int end, int bracket) {
		if (!this.text.startsWith("分之", at + 1) || at + 3 >= end) {
			return at;
		}
		Numeral numeral = Numbers.at(this.text, at + 3, end);
		if (numeral == null || !numeral.isReadable()) {
			return at;
		}
		Numeral share = new Numeral(at, numeral.end(), numeral.value(), numeral.upTo(), "", numeral.masked(),
				numeral.more(), false);
		return add(at, numeral.end(), (this.text.charAt(at) == '百') ? "%" : "‰", share, bracket, end);
	}

	/** "同比增长26.1，": the sign of per cent got lost. */
	private boolean lacksPercent(Numeral numeral, int end) {
		boolean ends = numeral.end() >= end || "，,。；;、）)".indexOf(this.text.charAt(numeral.end())) >= 0;
		if (!ends || numeral.han() || numeral.upTo() != null || isAsLongAsYear(numeral)) {
			return false;
		}
		int from = this.within.offset();
		int before = SHARED_BY.stripEnd(this.text, from, approximationStart(numeral.start()));
		return CHANGES.endingAt(this.text, from, before) > 0;
	}

	private static boolean isAsLongAsYear(Numeral numeral) {
		return numeral.value() == null || numeral.value().scale() <= 0 && numeral.end() - numeral.start() > 3;
	}

	/** Where a unit ends that is one per another: "万元/亩", "吨/年". */
	private int rate(int at, int end) {
		if (at + 1 >= end || this.text.charAt(at) != '/') {
			return at;
		}
		int per = at + 1;
		if ("年月日".indexOf(this.text.charAt(per)) >= 0) {
			return per + 1;
		}
		int scale = (this.text.charAt(per) == '万') ? 1 : 0;
		int length = Math.max(MeasureWords.at(this.text, per, end),
				(scale > 0) ? MeasureWords.at(this.text, per + scale, end) + scale : 0);
		return (length > scale) ? per + length : at;
	}

	private int unitAfter(int at, int end) {
		int unit = at;
		while (unit < end && unit - at < 3 && isSpace(this.text.charAt(unit))) {
			unit++;
		}
		return unit;
	}

	private static boolean isSpace(char sign) {
		return sign == ' ' || sign == '\u00a0' || sign == '\u3000' || sign == '\u2009';
	}

	/**
	 * Digits that go on a Latin word or another number: ISO14001, 7×24, 1:500, 3/4,
	 * PM2.5.
	 */
	private boolean isPartOfWord(Numeral numeral, int end) {
		if (numeral.start() <= this.within.offset() || numeral.han()) {
			return false;
		}
		char before = this.text.charAt(numeral.start() - 1);
		if (Numbers.isLatin(before)) {
			return !isStrongUnit(unitAfter(numeral.end(), end), end, numeral);
		}
		boolean digitsBefore = numeral.start() - 2 >= this.within.offset()
				&& (Numbers.isDigit(this.text.charAt(numeral.start() - 2))
						|| Numbers.isLatin(this.text.charAt(numeral.start() - 2)));
		return (digitsBefore && ":：/-×*—.".indexOf(before) >= 0) || before == '#'
				|| (numeral.masked() && numeral.end() < end && Numbers.isLatin(this.text.charAt(numeral.end()))
						&& !Numbers.isMask(this.text.charAt(numeral.end())))
				|| isProduct(numeral);
	}

	/** 7×24: the sign of multiplication hides no digit. */
	private boolean isProduct(Numeral numeral) {
		if (!numeral.masked()) {
			return false;
		}
		boolean digits = false;
		boolean times = false;
		for (int i = numeral.start(); i < numeral.end() && i - numeral.start() < 20; i++) {
			digits |= Numbers.isDigit(this.text.charAt(i));
			times |= "×*＊".indexOf(this.text.charAt(i)) >= 0;
		}
		return digits && times && Numbers.isDigit(this.text.charAt(numeral.start()));
	}

	private boolean isStrongUnit(int at, int end, Numeral numeral) {
		int length = MeasureWords.at(this.text, at, end);
		return length > 0 && (length > 1 || !numeral.scale().isEmpty() || "%％元".indexOf(this.text.charAt(at)) >= 0);
	}

	/**
	 * Whether Chinese numerals count something here, and are no article, slogan or name.
	 */
	private boolean countsInHan(Numeral numeral, String unit, int after, int end) {
		int start = numeral.start();
		boolean relative = MeasureWords.isRelative(unit);
		if (numeral.isOne() && !relative && !isOneOfThem(start, after, end)) {
			return false;
		}
		if (!unit.isEmpty() && HAN_UNITS.startingAt(unit, 0, unit.length()) != unit.length()) {
			return false;
		}
		if (unit.isEmpty() && (numeral.scale().isEmpty() || !isEndOrSign(after, end))) {
			return false;
		}
		if (unit.equals("个") && start > this.within.offset() && this.text.charAt(start - 1) == '“'
				&& closing(start - 1) > after) {
			return false;
		}
		if (numeral.more() && unit.equals("次") && after < end && OFTEN.indexOf(this.text.charAt(after)) >= 0) {
			return false;
		}
		if (unit.equals("成") && !isEndOrSign(after, end) && AFTERWARDS.startingAt(this.text, after, end) == 0) {
			return false;
		}
		if (this.text.charAt(start) == '二' && numeral.end() - start == 1 && unit.length() == 1
				&& NAMED_SECOND.indexOf(unit.charAt(0)) >= 0) {
			return false;
		}
		return relative || MeasureWords.isMoney(numeral.scale() + unit) || numeral.more() || !numeral.scale().isEmpty()
				|| SLOGANS.startingAt(this.text, after, end) == 0 || NO_SLOGANS.startingAt(this.text, after, end) > 0
				|| isWholeClause(unit, after, end) || isTold(start, after, end);
	}

	/** 其中一家被评为示范企业, 在建项目一个: one of those counted; not 其中一个原因. */
	private boolean isOneOfThem(int start, int after, int end) {
		return isTold(start, after, end) || AMONG.endingAt(this.text, this.within.offset(), start) > 0
				&& HAPPENED.startingAt(this.text, after, end) > 0;
	}

	/** "在建项目一个，": the number stands behind what it counts, and ends the clause. */
	private boolean isTold(int start, int after, int end) {
		return isWholeClause(after, end) && Things.endInHead(this.text, this.within.offset(), start);
	}

	/** "企业只有五家；": the unit ends the clause. */
	private boolean isWholeClause(String unit, int after, int end) {
		return isWholeClause(after, end) && !unit.equals("个") && !unit.equals("项");
	}

	private boolean isWholeClause(int after, int end) {
		return after >= end || "，,。；;、）)".indexOf(this.text.charAt(after)) >= 0;
	}

	private boolean isEndOrSign(int at, int end) {
		return at >= end || !Sentences.isHan(this.text.charAt(at));
	}

	/** 前三名, 第2位, 这五家, 位次前移3位, 四家之一. */
	private boolean isRankOrPointer(Numeral numeral, String unit, int after) {
		int start = this.within.offset();
		int before = numeral.start();
		if (POINTING.endingAt(this.text, start, before) > 0 && !isAfterOther(before)
				|| this.text.startsWith("之一", after)) {
			return true;
		}
		if (MeasureWords.isCount(unit) && isAmongRanked(before, after)
				|| unit.equals("次") && before > start && this.text.charAt(before - 1) == '届'
				|| unit.equals("次") && numeral.han() && this.text.startsWith("全会", after)) {
			return true;
		}
		boolean place = unit.equals("位") || unit.equals("名");
		if (!place && !unit.equals("个")) {
			return false;
		}
		int from = Math.max(start, before - 12);
		if (unit.equals("个")) {
			return this.text.startsWith("位次", numeral.end() + 1) || this.text.startsWith("名次", numeral.end() + 1)
					|| this.text.startsWith("位置", numeral.end() + 1);
		}
		return ORDINAL.endingAt(this.text, start, before) > 0 || (RANK_MOVES.endingAt(this.text, start, before) > 0
				&& (unit.equals("位") || RANKS.in(this.text, from, before)));
	}

	/** 位居15个副省级城市第一: among whom, not how many there are. */
	private boolean isAmongRanked(int number, int after) {
		if (RANKED.endingAt(this.text, this.within.offset(), number) == 0) {
			return false;
		}
		for (int at = after; at < this.within.end() && at - after < 14 && !isPause(this.text.charAt(at)); at++) {
			if (this.text.charAt(at) == '第' || this.text.charAt(at) == '首' || this.text.charAt(at) == '前') {
				return true;
			}
		}
		return false;
	}

	/** Whether 每 or 前 and the like belong to another word: 目前5家, 今后3项, 成本200万元. */
	private boolean isAfterOther(int before) {
		char pointing = this.text.charAt(before - 1);
		char other = (before - 2 >= this.within.offset()) ? this.text.charAt(before - 2) : ' ';
		return switch (pointing) {
			case '前' -> "目当此之年".indexOf(other) >= 0;
			case '后' -> "先今前最之随此".indexOf(other) >= 0;
			case '本' -> "成资样基文".indexOf(other) >= 0;
			case '余' -> "其".indexOf(other) < 0;
			case '上' -> before - 3 >= this.within.offset() && "级模省".indexOf(this.text.charAt(before - 3)) >= 0;
			case '外' -> true;
			default -> false;
		};
	}

	private boolean isOfSchools(int number, int after, int end) {
		return SCHOOLS.in(this.text, after, Math.min(end, after + 12))
				|| SCHOOLS.in(this.text, Math.max(this.within.offset(), number - 12), number);
	}

	/** 30万吨级码头, 1小时通勤圈, 24小时开放: of what kind something is, not how much there is. */
	private boolean isAttribute(String unit, int after, int end) {
		if (after >= end || MeasureWords.isRelative(unit)) {
			return false;
		}
		if (!MeasureWords.isCount(unit) && this.text.charAt(after) == '级') {
			return true;
		}
		return (unit.equals("小时") || unit.equals("分钟")) && Sentences.isHan(this.text.charAt(after))
				&& "的内".indexOf(this.text.charAt(after)) < 0 && AFTERWARDS.startingAt(this.text, after, end) == 0;
	}

	/** 年产10万吨…项目: the number belongs to a name. */
	private boolean isPlant(int number, int after, int end) {
		boolean capacity = after - 2 > number && this.text.charAt(after - 2) == '/'
				&& "年日".indexOf(this.text.charAt(after - 1)) >= 0;
		boolean made = number - 2 >= this.within.offset()
				&& PRODUCED.endingAt(this.text, this.within.offset(), number) > 0;
		if (!capacity && !made) {
			return false;
		}
		int stop = after;
		while (stop < end && stop - after < 30 && !isPause(this.text.charAt(stop))) {
			stop++;
		}
		return PLANT.in(this.text, after, stop);
	}

	/** 年产值500万元以上的企业: who is meant, not how much there is. */
	private boolean isThreshold(int number, String unit, int unitEnd, int last, int end) {
		if (last == unitEnd || last >= end || MeasureWords.isCount(unit)) {
			return false;
		}
		char kind = this.text.charAt(last - 1);
		if (kind != '上' && kind != '下' && kind != '内') {
			return false;
		}
		if (MeasureWords.isShare(unit) && this.text.charAt(last) != '的') {
			return false;
		}
		int at = last;
		if (at < end && "（(".indexOf(this.text.charAt(at)) >= 0 && closing(at) > at && closing(at) - at < 12) {
			at = closing(at) + 1;
		}
		return at < end && Sentences.isHan(this.text.charAt(at)) && NOT_ATTRIBUTE.startingAt(this.text, at, end) == 0
				&& !(MeasureWords.isShare(unit) && opensClause(number));
	}

	/** "60%以上的企业": nothing before it that it could qualify. */
	private boolean opensClause(int number) {
		int clause = Growths.clauseStart(this.text, Math.max(this.within.offset(), number - 40), number);
		return Things.before(this.text, clause, number).isEmpty();
	}

	/** 产值超10亿元的企业: the same, told before the number. */
	private boolean isThresholdBefore(int start, int number, String unit, int last, int end) {
		if (start == number || !MeasureWords.isMoney(unit) || MORE.startingAt(this.text, start, number) == 0
				|| last + 1 >= end || NOT_ATTRIBUTE.startingAt(this.text, last, end) > 0) {
			return false;
		}
		return this.text.charAt(last) == '的' && Sentences.isHan(this.text.charAt(last + 1))
				|| WITH_SUMS.startingAt(this.text, last, end) > 0;
	}

	/**
	 * 在100个参评城市中位列第3: among whom, not how many there are; but 5个项目中有4个.
	 */
	private boolean isPartitive(int number, int last, int end) {
		int stop = last;
		while (stop < end && stop - last < 24 && !isPause(this.text.charAt(stop))
				&& !Numbers.isDigit(this.text.charAt(stop))) {
			stop++;
		}
		int found = PARTITIVE.firstIn(this.text, last, Math.min(end, stop));
		if (found < 0) {
			return false;
		}
		int after = this.text.indexOf('中', found) + 1;
		boolean some = after + 1 < end && this.text.charAt(after) == '有'
				&& Numbers.at(this.text, after + 1, end) != null;
		return !some && PARTITIVE_ENDS.startingAt(this.text, after, end) > 0;
	}

	/** 甲公司（注册资本500万元）: what one holder has, told beside the way. */
	private boolean isOneHoldersSum(String unit, int bracket) {
		return bracket >= 0 && MeasureWords.isMoney(unit) && closing(bracket) - bracket < 22
				&& HOLDERS.endingAt(this.text, this.within.offset(), bracket) > 0;
	}

	private int approximationStart(int number) {
		int from = this.within.offset();
		int start = number;
		while (start > from && number - start < 3 && isSpace(this.text.charAt(start - 1))) {
			start--;
		}
		int length = APPROXIMATE.endingAt(this.text, from, start);
		if (length == 0) {
			return number;
		}
		while (length > 0 && NO_APPROXIMATION.endingAt(this.text, from, start) == 0) {
			start -= length;
			length = APPROXIMATE.endingAt(this.text, from, start);
		}
		return start;
	}

	private Approximation approximation(int start, int number, int unitEnd, int last, Numeral numeral) {
		if (last > unitEnd) {
			char kind = this.text.charAt(last - 1);
			if (kind == '右') {
				return Approximation.ABOUT;
			}
			if (kind == '余') {
				return Approximation.MORE;
			}
			if (kind == '内') {
				return Approximation.AT_MOST;
			}
			if (this.text.startsWith("上下", last - 2)) {
				return Approximation.ABOUT;
			}
			return (kind == '上') ? Approximation.AT_LEAST : Approximation.AT_MOST;
		}
		if (numeral.more() || isPassed(number, unitEnd)) {
			return Approximation.MORE;
		}
		if (start == number) {
			return Approximation.EXACT;
		}
		if (MORE.startingAt(this.text, start, number) > 0) {
			return Approximation.MORE;
		}
		if (NEARLY.startingAt(this.text, start, number) > 0) {
			return Approximation.NEARLY;
		}
		if (ABOUT.startingAt(this.text, start, number) > 0) {
			return Approximation.ABOUT;
		}
		return (AT_LEAST.startingAt(this.text, start, number) > 0) ? Approximation.AT_LEAST : Approximation.AT_MOST;
	}

	/** 跨越5000亿元大关: a round number that was passed; not 两个台阶. */
	private boolean isPassed(int number, int unitEnd) {
		int length = MeasureWords.at(this.text, unitEnd - 1, unitEnd);
		boolean counts = length == 1 && MeasureWords.isCount(this.text.substring(unitEnd - 1, unitEnd));
		return unitEnd > number && !counts && REACHED.startingAt(this.text, unitEnd, this.within.end()) > 0;
	}

	/** 《…》, and a quotation that is a name and no statement. */
	private boolean isName(int open, int close) {
		char sign = this.text.charAt(open);
		if (sign == '《' || sign == '〈') {
			return true;
		}
		if (sign != '“' && sign != '‘' && sign != '"' && sign != '「' && sign != '『') {
			return false;
		}
		return close - open <= LONGEST_NAME && STATEMENT_ENDS.startingAt(this.text, close + 1, this.within.end()) == 0;
	}

	private static boolean isBracket(char sign) {
		return "（([［【〔".indexOf(sign) >= 0;
	}

	static boolean isPause(char sign) {
		return "，,。；;：:！？!?（）()".indexOf(sign) >= 0;
	}

	private int closing(int at) {
		return this.closing[at - this.within.offset()];
	}

}
