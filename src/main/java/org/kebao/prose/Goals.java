package org.kebao.prose;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.kebao.prose.Amounts.Amount;
import org.kebao.prose.Figure.Role;
import org.kebao.script.MeasureWords;
import org.kebao.script.Words;

/**
 * What a text says of goals: whether an amount is so, expected or aimed at, and how much
 * of a goal was reached.
 */
final class Goals {

	private static final Words GOAL = Words
		.of("目标 任务 目标任务 任务目标 计划 指标 指标任务 任务指标 任务数 目标数 目标值 任务量 计划数 年度计划 预算 预期目标 考核目标 考核任务 计划任务 责任目标 约束性指标 任务总数 总任务 总目标 任务额 计划目标 奋斗目标 确保目标 力争目标 挑战目标 年任务 指标数 工作任务 全年任务 年目标 全年目标");

	private static final Words RATE = Words.of("完成率 完成率达 完成比例 完成进度 目标完成率 任务完成率 计划完成率 达成率 任务进度 达标率");

	private static final Words JOINT = Words.of("的 了 约 近 将近 超 超过 达 达到 为 是 ： : 比例 比例达 比例为 ，达 已 已达 高达 已达到 均 进度 要求");

	private static final Words LEADS = Words.of("完成 占 为 是 达到 达 超额完成 超 超过 实现 已完成 相当于 圆满完成");

	/** What says that a goal is such and such. */
	private static final Words TELLING = Words.of("为 是 ： : 为： 达到");

	private static final Words FORECAST = Words
		.of("预计 预期 预测 估计 有望 将突破 将达 将达到 将超过 将超 将新增 将实现 即将突破 可达 可达到 可突破 可实现 拟 可望 料将");

	private static final Words TARGET = Words
		.of("力争 确保 努力实现 努力达到 努力完成 努力突破 争取达到 争取突破 争取实现 争取完成 争取新增 争取到20 争取到“ 争取到年 争取到今年 争取到明年 争取在 争取全年 争取年底 争取年内 争取使 要达到 要完成 要突破 要新增 要建成 要实现 要超过 要培育 计划新增 计划新建 计划建设 计划投资 计划总投资 计划占地 计划引进 计划培育 计划完成 计划实施 计划争取 计划到 计划在 计划用 计划组织 计划开展 计划举办 计划申报 计划达到 计划年底 计划年内 计划全年 计划安排 计划投入 计划建成 计划推广 计划选派 计划培训 目标是 目标为 目标： 目标: 任务： 任务: 指标： 指标: 目标任务： 目标任务: 规划到 冲刺 拟于明年 明年 计划再 奋力实现 奋力完成 奋力突破 奋力达到 奋力冲刺");

	private static final Words ACTUAL = Words.of("已 目前 现有 截至 截止 截止到 实际 今年以来 现已 共有 已经 至今 完成了 达到了 实现了 去年");

	/** Other words that end or begin like a cue. */
	private static final Words NO_CUE = Words
		.of("虚拟 模拟 比拟 草拟 拟定 拟订 拟制 拟认定 拟推荐 拟入库 拟保留 拟立项 拟合 不已 业已 早已 而已 超预期 出预期 于预期 合预期 到预期 争取到位 争取到账 已争取到 共争取到 计争取到 期争取到 功争取到 极争取到");

	/** Ends of headings over plans. */
	private static final Words PLAN = Words.of("计划 打算 思路 安排 要点 目标 目标任务 规划 谋划 展望 设想 方向 部署 重点任务 对策建议");

	/** Starts of headings over plans. */
	private static final Words NEXT = Words.of("下一步 下步 明年 下半年 下阶段 下一阶段 今后");

	/** Ends of headings over what was done. */
	private static final Words DONE = Words.of("总结 情况 回顾 成效 成绩 做法 进展 亮点 案例 体会 汇报 经验 特色 完成情况");

	private static final Words LACKING = Words.of("问题 困难 不足 短板 问题和困难 困难和问题 问题与不足 差距");

	private static final Words NEXT_LABEL = Words.of("工作目标 总体目标 主要目标 预期目标 发展目标 目标任务 工作思路 总体思路 下一步 明年 下半年");

	private Goals() {
	}

	/** The role figures under a heading have. */
	static Role under(String heading, Role above) {
		int end = heading.length();
		while (end > 0 && !Character.isLetterOrDigit(heading.charAt(end - 1))) {
			end--;
		}
		int start = Math.max(0, NEXT.firstIn(heading, 0, end));
		boolean next = NEXT.startingAt(heading, start, end) > 0;
		boolean done = DONE.in(heading, 0, end);
		if (PLAN.endingAt(heading, 0, end) > 0) {
			return done ? above : Role.TARGET;
		}
		if (DONE.endingAt(heading, 0, end) > 0 || LACKING.endingAt(heading, 0, end) > 0) {
			return Role.ACTUAL;
		}
		return (next && !done) ? Role.TARGET : above;
	}

	/** Whether a label opens a list of goals: "工作目标：". */
	static boolean isLabel(String text, int start, int end) {
		int length = NEXT_LABEL.endingAt(text, start, end);
		return length > 0 && end - start <= 12;
	}

	/**
	 * The role of an amount.
	 * @param gap where the words since the amount before start
	 * @param clause where the clause of the amount starts
	 * @param stop where the clause ends or the next amount starts
	 * @param before the role the amount before it has by a cue; null at the start
	 */
	static @Nullable Role cue(String text, int gap, int clause, Amount amount, int stop, @Nullable Role before) {
		if (isGoalBefore(text, gap, clause, amount) || isGoalAfter(text, amount, stop)) {
			return Role.TARGET;
		}
		int forecast = lastCue(FORECAST, text, gap, amount.number());
		int target = lastCue(TARGET, text, gap, amount.number());
		int actual = lastCue(ACTUAL, text, gap, amount.number());
		int last = Math.max(forecast, Math.max(target, actual));
		if (last < 0) {
			return before;
		}
		return (last == actual) ? Role.ACTUAL : (last == forecast) ? Role.FORECAST : Role.TARGET;
	}

	/** Whether the words name a goal and not what it is set for: "今年任务". */
	static boolean isGoal(String words) {
		return !words.isEmpty() && GOAL.endingAt(words, 0, words.length()) == words.length();
	}

	/** Whether a cue speaks of the amount alone: "任务为5家", "完成5件的目标任务". */
	static boolean isOwn(String text, int gap, int clause, Amount amount, int stop) {
		return isGoalBefore(text, gap, clause, amount) || isGoalAfter(text, amount, stop);
	}

	/** "任务为xx家", "目标任务（5家）", "全年任务20家"; not "科技计划21项". */
	private static boolean isGoalBefore(String text, int gap, int clause, Amount amount) {
		boolean bracketed = amount.bracket() >= gap && amount.start() == amount.bracket() + 1;
		int from = bracketed ? Growths.clauseStart(text, gap, amount.bracket()) : clause;
		int joint = bracketed ? amount.bracket() : JOINT.stripEnd(text, clause, amount.start());
		int length = GOAL.endingAt(text, from, joint);
		if (length == 0) {
			return false;
		}
		boolean told = TELLING.endingAt(text, clause, amount.start()) > 0;
		if (MeasureWords.isShare(amount.unit()) && !told) {
			return false;
		}
		String word = text.substring(joint - length, joint);
		if (word.endsWith("计划") || word.endsWith("预算")) {
			return told || joint < amount.start() && word.length() > 2;
		}
		boolean itself = amount.unit().equals("项") || amount.unit().equals("个") || amount.unit().equals("件");
		return joint < amount.start() || word.contains("目标") || !itself && (word.contains("任务") || word.contains("指标"))
				|| word.length() > 2 && !word.equals("工作任务");
	}

	private static boolean isGoalAfter(String text, Amount amount, int stop) {
		int to = Math.min(stop, amount.end() + 24);
		for (int i = amount.end(); i < to; i++) {
			if (text.charAt(i) != '的') {
				continue;
			}
			int length = GOAL.startingAt(text, i + 1, stop);
			if (length == 0) {
				continue;
			}
			String word = text.substring(i + 1, i + 1 + length);
			return i == amount.end()
					|| !word.equals("任务") && !word.equals("工作任务") && !word.endsWith("计划") && !word.endsWith("预算");
		}
		return false;
	}

	/** "确保完成任务的50%": how much is to be reached, not how much was. */
	static boolean isAimed(String text, int start, int end) {
		return lastCue(TARGET, text, start, end) > lastCue(ACTUAL, text, start, end);
	}

	private static int lastCue(Words cues, String text, int start, int end) {
		int at = cues.lastIn(text, start, end);
		while (at >= 0 && isOtherWord(text, at)) {
			at = cues.lastIn(text, start, at);
		}
		return at;
	}

	private static boolean isOtherWord(String text, int at) {
		int start = Math.max(0, at - 1);
		return NO_CUE.startingAt(text, start, text.length()) > 0 || NO_CUE.startingAt(text, at, text.length()) > 0;
	}

	/**
	 * The percentage of a goal that was reached, as "完成年度任务的107%" tells it.
	 *
	 * @param subjectStart where the words for what was reached start
	 * @param percent null where it is masked
	 */
	record Completion(int subjectStart, int subjectEnd, @Nullable BigDecimal percent) {
	}

	/**
	 * Reads a percentage as a completion.
	 * @param lead where the words that lead to the amount end: before the amount of the
	 * goal, where that stands between
	 */
	static @Nullable Completion completion(String text, int from, int lead, Amount amount) {
		if (!amount.unit().equals("%")) {
			return null;
		}
		int clause = Growths.clauseStart(text, from, lead);
		int end = JOINT.stripEnd(text, clause, lead);
		boolean over = text.startsWith("超额", end - 2) && end - 2 >= clause && text.startsWith("完成", amount.end());
		if (over) {
			return new Completion(clause, end - 2, beyond(amount.value()));
		}
		int length = RATE.endingAt(text, clause, end);
		if (length > 0) {
			return new Completion(clause, end - length, amount.value());
		}
		int done = end;
		if (text.startsWith("超额完成", done - 4) && done - 4 >= clause) {
			return new Completion(clause, done - 4, beyond(amount.value()));
		}
		length = GOAL.endingAt(text, clause, end);
		if (length == 0) {
			return null;
		}
		int verb = LEADS.lastIn(text, clause, end - length);
		if (verb < 0) {
			return null;
		}
		boolean beyond = text.startsWith("超", verb) && (amount.value() == null || amount.value().intValue() < 100);
		return new Completion(clause, verb, beyond ? beyond(amount.value()) : amount.value());
	}

	private static @Nullable BigDecimal beyond(@Nullable BigDecimal value) {
		return (value == null || value.compareTo(BigDecimal.valueOf(100)) >= 0) ? value
				: value.add(BigDecimal.valueOf(100));
	}

}
