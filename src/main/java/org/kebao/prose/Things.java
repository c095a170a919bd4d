package org.kebao.prose;

import java.util.ArrayList;
import java.util.List;

import org.kebao.script.Mark;
import org.kebao.script.Numbers;
import org.kebao.script.Sentences;
import org.kebao.script.Words;

/**
 * What is counted: the words before an amount ("专利申请量400件") or after it ("591名科技特派员"),
 * without what only says when, where and that it was done.
 */
final class Things {

	/** What leads from the thing to its amount. */
	private static final Words LINKS = Words
		.of("能 能够 达到 达 为 有 共有 共 已有 已达 已达到 已 了 突破 超过 累计达 累计达到 累计 保持 保持在 合计 总计 总数达 总数 总数为 总数达到 高达 增加到 增长到 提高到 提升到 上升到 扩大到 下降到 降低到 降至 增至 升至 提高至 提升至 增加至 是 的 只有 仅 仅有 不少于 分别 分别达到 分别为 分别达 均 均达到 : ： 将 将达 将达到 各 发展到 发展至 稳定在 控制在 “ ” 、 数量达 计 实现了 再 又 已经 已经达到 要 要达到 要达 应 应达到 应达 应完成 须达到 需达到 预计 预期 预测 预计为 预计达 预计达到 已完成 目前 目前已 目前已有 目前已达 目前已完成 现已达 可 可达 可达到 合共");

	/** What is said of a goal behind the thing it is set for. */
	private static final Words GOALS = Words.of("目标 确保目标 奋斗目标 目标任务 力争目标 挑战目标 预期目标");

	/** What says when, where and how, not what. */
	private static final Words CIRCUMSTANCES = Words
		.of("全市 全县 全区 全省 全州 全国 我市 我县 我区 我局 我省 我州 今年 全年 本年 本年度 年度 年内 上半年 下半年 去年 截至目前 截止目前 截至 目前 现 现有 共 已 累计 先后 其中 其中： 一年来 今年以来 共计 共有 还 并 又 再 均 能够完成 预计 预测 力争 确保 到年底 年底 计划 截止 到 及 与 和 、 同时 此外 另外 成功 积极 大力 组织开展 组织 完成 完成了 实现 实现了 开展 开展了 组织了 举办了 一是 二是 三是 四是 五是 六是 七是 八是 全力 争取 共获 获 获得 取得 为 使 将 对 在 向 从 由 ： : “ ” ） ) 同期 当年 一季度 二季度 三季度 前三季度 四季度 本月 当前 如今 迄今 已有 已经 不断 着力 继续 进一步 深入 扎实 持续 全面 认真 共实现 累计实现 促进 安排 落实 提供 投入 给予 直接 拉动 带动 全域 辖区内 区内 市内 县内 园区 的 了 等");

	/** Verbs that tell one thing counted from another: 新增高企, 申报项目. */
	private static final Words TELLING = Words
		.of("新增 新认定 认定 新建 申报 组织申报 推荐 推荐申报 立项 引进 培育 登记 验收 获批 净增 培训 备案 入库 征集 签订 签约 建成 建设 组建 创建 新组建 新培育 新引进 选派 转化 推广 成立 注销 取消 关闭 申请 授权 受理 查处 处理 检查 走访 服务 招引 落地 开工 投产 拟建 共建 建立 新登记 新获批 新立项 新备案 重新认定 通过 结题 挂牌 邀请 发布 发放 兑现 争取 到位 完成 列入 举办 召开 开展 实施");

	/** Where the noun after an amount ends. */
	private static final Words NOUN_ENDS = Words
		.of("和 与 及 以及 并 并且 被 把 将 已 均 到 向 从 赴 为 共 达 或 或者 分别 参加 深入 获得 获 列入 申报 开展 实现 进行 通过 在 于 来 做 完成 建立 签订 落户 还 正 全部 顺利 成功 超过 有 是 用于 进入 进 成为 纳入 正在 给予 获批 获评 入选 入围 入库 落地 投产 开工 荣获 有效 实施 属于 中属于 组织 提供 解决 推进 需要 对接 享受 接受 同 也 未 没有 就 都 因 由 拟 参与 举办 前往 做到 达到 得到 取得 享 首次 先后 继续 率先 如 等 即 称号 的申报 工作有序 脱颖而出 占 走 入 入驻 下乡 驻 入户 拥有 备案 认定");

	/** Words that end like a verb and belong to the noun. */
	private static final Words WITHIN_NOUNS = Words.of("公共 先进 引进 改进 促进");

	/** Nouns that end what is counted, whatever 的 joins to them. */
	private static final Words HEADS = Words
		.of("企业 项目 单位 人员 专家 农户 机构 平台 园区 基地 产业 团队 特派员 专利 成果 技术 品种 学校 高校 村 县 乡镇 人才 协议 合同 会议 活动");

	/** Words that begin like a circumstance and are none. */
	private static final Words KEPT = Words
		.of("在孵 在岗 在校 在研 在建 在库 在册 在籍 在读 在外 在聘 在线 到位 到账 到期 到岗 共建 共享 共性 对接 对口 对外 向上争取 还款 还贷 现代 现场 现金 再生 获批 获奖 获得感 为民 使用 将军 等级 与会 及格 和谐 从业 从事 并网 并购 完成投资 投入使用 促进会 培训 已授权 落实到位 总投资 又快");

	/** With what a noun after an amount cannot begin. */
	private static final Words NO_NOUN = Words
		.of("分别 参加 到 与 和 及 并 被 把 将 均 向 从 于 获得 列入 通过 实现 是 等 进入 的 以及 以上 其中 为 占 同比 比 较");

	private static final Words LEVELS = Words
		.of("国家级 省级 市级 县级 区级 州级 自治区级 部级 省部级 省部级以上 省级以上 国家级以上 市级以上 县级以上 镇级 村级 校级 省市级 国家、省级 厅级 旗级 盟级 地市级 x区级 国省级 市厅级 区县级 县区级 院级");

	private static final Words FUNDS = Words.of("资金 经费 金额 总金额 总额 支持资金 补助资金 合同金额 项目资金 到位资金 支持经费 补助经费");

	private static final Words UNTIL = Words.of("截至 截止 截止到 截至到 到");

	private static final int LONGEST_DATE = 14;

	private static final int LONGEST = 40;

	private static final int LONGEST_AFTER = 24;

	private Things() {
	}

	/** The words before an amount, cleaned; may be empty. */
	static String before(String text, int from, int end) {
		int last = LINKS.stripEnd(text, from, trimEnd(text, from, end));
		int goal = GOALS.endingAt(text, from, last);
		if (goal < last - from) {
			last -= goal;
		}
		last = trimEnd(text, from, until(text, from, last));
		int start = last;
		while (start > from && last - start < LONGEST && !isBoundary(text.charAt(start - 1))) {
			start--;
			if (start > from && (text.charAt(start - 1) == '）' || text.charAt(start - 1) == ')')) {
				start = open(text, from, start);
			}
		}
		return clean(text, start, last);
	}

	/** Where the words end before a date up to which was counted: "申请数截至9月底". */
	private static int until(String text, int from, int end) {
		int at = UNTIL.lastIn(text, Math.max(from, end - LONGEST_DATE), end);
		if (at <= from) {
			return end;
		}
		int date = at + UNTIL.startingAt(text, at, end);
		return (date + year(text, date, end) == end && date < end) ? at : end;
	}

	/**
	 * Where a short bracket opens that closes here: "研究与试验发展（R&D）经费"; here, where it is
	 * none.
	 */
	static int open(String text, int from, int end) {
		for (int at = end - 2; at > from && end - at < 16; at--) {
			char sign = text.charAt(at);
			if (sign == '（' || sign == '(') {
				return Sentences.isHan(text.charAt(at - 1)) ? at : end;
			}
			if (Numbers.isDigit(sign)) {
				return end;
			}
		}
		return end;
	}

	/** The words without what says when and where. */
	static String clean(String text, int from, int end) {
		int start = trimStart(text, from, end);
		Mark mark = Mark.at(text, start, end);
		if (mark != null && !mark.style().isLead() && mark.end() < end && Sentences.isHan(text.charAt(mark.end()))) {
			start = mark.end();
		}
		int length = circumstance(text, start, end);
		while (length > 0) {
			start += length;
			length = circumstance(text, start, end);
		}
		int stop = Math.max(start, end);
		if (stop < text.length() && text.charAt(stop) == '”' && text.substring(start, stop).indexOf('“') >= 0) {
			stop++;
		}
		return text.substring(start, stop).strip();
	}

	private static int circumstance(String text, int at, int end) {
		if (KEPT.startingAt(text, at, end) > 0 || text.startsWith("“", at) && closes(text, at, end)) {
			return 0;
		}
		return Math.max(year(text, at, end), CIRCUMSTANCES.startingAt(text, at, end));
	}

	/** Whether a quotation closes before the words go on: “湘易办”用户. */
	private static boolean closes(String text, int open, int end) {
		for (int at = open + 1; at + 1 < end; at++) {
			if (text.charAt(at) == '”') {
				return true;
			}
		}
		return false;
	}

	/** The noun after an amount; may be empty. */
	static String after(String text, int from, int stop, boolean relative) {
		int start = from;
		while (start < stop && (text.charAt(start) == ' ' || (relative && text.charAt(start) == '的')
				|| text.charAt(start) == '“' || text.charAt(start) == '"')) {
			start++;
		}
		int end = start;
		while (end < stop && end - start < LONGEST_AFTER
				&& (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '&')
				&& !(end >= start + 2 && NOUN_ENDS.startingAt(text, end, stop) > 0
						&& WITHIN_NOUNS.endingAt(text, start, end + 1) == 0)
				&& !Numbers.isDigit(text.charAt(end))) {
			end++;
		}
		if (NO_NOUN.startingAt(text, start, stop) > 0 && KEPT.startingAt(text, start, stop) == 0) {
			return "";
		}
		int head = HEADS.lastIn(text, start, end);
		if (head > start) {
			head += HEADS.startingAt(text, head, end);
			if (head < end && Growths.endsMeasurable(text, head, end)) {
				end = head;
			}
		}
		int of = start + 1;
		while (of < end && text.charAt(of) != '的') {
			of++;
		}
		if (of < end && (HEADS.endingAt(text, start, of) > 0 || of == end - 1)) {
			end = of;
		}
		return text.substring(start, end);
	}

	/** The verb that tells what was done with what follows the amount; may be empty. */
	static String telling(String text, int from, int end) {
		int last = LINKS.stripEnd(text, from, end);
		int length = TELLING.endingAt(text, from, last);
		return text.substring(last - length, last);
	}

	/** 国家级, 省级 … as it is said in a stretch, the last of them; "" where none is. */
	static String level(String text, int start, int end) {
		int at = LEVELS.lastIn(text, start, end);
		if (at < 0) {
			return "";
		}
		int length = LEVELS.startingAt(text, at, end);
		return text.substring(at, at + length);
	}

	/** Whether words say no more than that there is money. */
	static boolean isFunds(String words) {
		return FUNDS.startingAt(words, 0, words.length()) == words.length();
	}

	/** Whether words only tell what was done: "新增". */
	static boolean isTelling(String words) {
		return !words.isEmpty() && TELLING.startingAt(words, 0, words.length()) == words.length();
	}

	/** The words without what was done at their head. */
	static String untold(String words) {
		return words.substring(TELLING.startingAt(words, 0, words.length()));
	}

	/** Whether words name a level and nothing else. */
	static boolean isLevel(String words) {
		return LEVELS.startingAt(words, 0, words.length()) == words.length();
	}

	/** The words without the level they name first. */
	static String withoutLevel(String words) {
		int at = LEVELS.firstIn(words, 0, words.length());
		return (at < 0) ? words
				: words.substring(0, at) + words.substring(at + LEVELS.startingAt(words, at, words.length()));
	}

	private static final Words SHARED_ENDS = Words.of("量 数 额 值 申请 授权 受理 登记 备案 认定 立项 验收 拥有 产值 收入 税收 利润 投入");

	/**
	 * The items of a list that share what follows: "申请量、授权量", "专利申请和授权".
	 * @param measured whether only things that can grow make a list
	 */
	static List<String> items(String words, boolean measured) {
		List<String> items = new ArrayList<>();
		int start = 0;
		for (int i = 0; i <= words.length(); i++) {
			if (i == words.length() || "、和与及".indexOf(words.charAt(i)) >= 0) {
				if (i - start < 2) {
					return List.of(words);
				}
				items.add(words.substring(start, i));
				start = i + 1;
			}
		}
		for (String item : items) {
			if (measured && SHARED_ENDS.endingAt(item, 0, item.length()) == 0) {
				return List.of(words);
			}
		}
		List<String> full = new ArrayList<>();
		full.add(items.get(0));
		for (int i = 1; i < items.size(); i++) {
			full.add(shared(full.get(i - 1), items.get(i)));
		}
		return full;
	}

	/** "专利申请量", then "授权量": the 专利 is meant for both. */
	static String shared(String first, String second) {
		if (second.startsWith("第") && first.indexOf('第') > 0) {
			return first.substring(0, first.lastIndexOf('第')) + second;
		}
		int firstEnd = SHARED_ENDS.endingAt(first, 0, first.length());
		int secondEnd = SHARED_ENDS.endingAt(second, 0, second.length());
		if (firstEnd == 0 || secondEnd == 0 || second.length() > 3 || first.length() < second.length() + 2) {
			return second;
		}
		boolean verbs = firstEnd == 2 && second.length() == 2;
		boolean measured = firstEnd == 1 && first.charAt(first.length() - 1) == second.charAt(second.length() - 1);
		int cut = first.length() - second.length();
		return (verbs || measured) ? first.substring(0, cut) + second : second;
	}

	private static boolean isBoundary(char sign) {
		return Amounts.isPause(sign) || sign == '\n';
	}

	private static int trimEnd(String text, int from, int end) {
		int at = end;
		while (at > from && Sentences.isBlank(text.charAt(at - 1))) {
			at--;
		}
		return at;
	}

	private static int trimStart(String text, int from, int end) {
		int at = from;
		while (at < end && Sentences.isBlank(text.charAt(at))) {
			at++;
		}
		return at;
	}

	/** How long a date is that starts here, 0 where none does: "9月4日", "2025年底". */
	static int time(String text, int at, int end) {
		return year(text, at, end);
	}

	/** Whether words end in what is counted: 企业, 项目. */
	static boolean endInHead(String text, int start, int end) {
		return HEADS.endingAt(text, start, end) > 0;
	}

	/** How long a year or month is that starts here: "2025年", "1—6月". */
	private static int year(String text, int at, int end) {
		int digits = at;
		while (digits < end && digits - at < 8 && (Numbers.isDigit(text.charAt(digits))
				|| Numbers.isMask(text.charAt(digits)) || Numbers.isRangeSign(text.charAt(digits)))) {
			digits++;
		}
		if (digits == at || digits >= end || "年月日".indexOf(text.charAt(digits)) < 0) {
			return 0;
		}
		int after = digits + 1;
		if (after < end && "底末份初度".indexOf(text.charAt(after)) >= 0) {
			after++;
		}
		return after - at;
	}

}
