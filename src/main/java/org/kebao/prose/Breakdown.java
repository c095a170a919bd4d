package org.kebao.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kebao.script.MeasureWords;
import org.kebao.script.Sentences;
import org.kebao.script.Words;

/**
 * Puts the parts a sentence lists into the whole they are parts of: what follows 其中, 分别为
 * or 包括, and what a bracket takes apart. Parts have the unit of the whole.
 */
final class Breakdown {

	private static final Words LEADS = Words.of("其中 其中： 其中: 其中， 其中, 分别为 分别是 分别有 包括 含 包含 即 分别");

	private static final Words ANEW = Words
		.of("组织 完成 新增 开展 举办 引进 争取 实现 累计 共 全年 同时 另外 此外 培育 建成 登记 带动 新下达 新认定 全市 全县 全区 推进 推动 落实 兑现 发放 促成 获批 成功 目前 截至 截止 一是 二是 三是 四是 深入 签订 征集 选派 培训 并 还 已 现有 现 建立 投入 吸引 通过 帮助 支持 扶持 协助 引导 创建 打造");

	private static final Words PARTS = Words.of("国家级 省级 市级 县级 区级 州级 部级 国家 省 市 县 区 其余 其他 其它 另有 自治区级 x区级 乡镇 第一 第二 第三");

	/** No list is longer; a hostile text may have more. */
	private static final int MOST_PARTS = 60;

	private static final Words RESPECTIVELY = Words.of("分别为 分别是 包括");

	/** What parts do not add up to. */
	private static final Words RATES = Words.of("单产 亩产 均价 单价 平均产量 价格 人均");

	private static final int LONGEST_NOUN = 24;

	private static final int LONGEST_ITEM = 12;

	/** How far back the statement of a list is sought. */
	private static final int LONGEST_STATEMENT = 400;

	/** No paper takes parts of parts apart more often, and no reader goes deeper. */
	private static final int DEEPEST = 8;

	/** More rows than these are no list. */
	private static final int MOST_ROWS = 60;

	private Breakdown() {
	}

	/**
	 * Nests the parts of a period.
	 * @param before the figures of the period before, for one that begins with 其中
	 */
	static void nest(String text, int start, int end, List<FigureDraft> drafts, List<FigureDraft> before) {
		for (int i = 0; i + 1 < drafts.size(); i++) {
			bracket(text, drafts, i);
		}
		for (int i = 0; i < drafts.size(); i++) {
			int lead = lead(text, (i == 0) ? start : drafts.get(i - 1).span.end(), drafts.get(i).span.offset(), start);
			if (lead >= 0) {
				List<FigureDraft> wholes = (i == 0 && lead == start) ? before
						: inStatement(text, drafts.subList(0, i), start, lead);
				list(text, drafts, i, wholes, lead);
			}
		}
		for (int i = 0; i + 1 < drafts.size(); i++) {
			colon(text, drafts, i);
			among(text, drafts.get(i), drafts.get(i + 1));
		}
	}

	/** Those of the statement the parts are listed in; all, where it has none itself. */
	private static List<FigureDraft> inStatement(String text, List<FigureDraft> drafts, int start, int lead) {
		int at = lead;
		int depth = 0;
		int floor = Math.max(start, lead - LONGEST_STATEMENT);
		while (at > floor && (depth > 0 || "；;。".indexOf(text.charAt(at - 1)) < 0)) {
			at--;
			depth += "）)".indexOf(text.charAt(at)) >= 0 ? 1
					: (depth > 0 && "（(".indexOf(text.charAt(at)) >= 0) ? -1 : 0;
		}
		int first = drafts.size();
		boolean counts = false;
		while (first > 0 && drafts.get(first - 1).span.offset() >= at) {
			first--;
			counts = counts || !drafts.get(first).isRelative();
		}
		if (counts) {
			return drafts.subList(first, drafts.size());
		}
		return drafts;
	}

	/** Where the word stands after which parts are listed, -1 where none does. */
	private static int lead(String text, int from, int to, int start) {
		for (int at = from; at < to; at++) {
			boolean opens = at == start || at == from || !Sentences.isHan(text.charAt(at - 1));
			if (opens) {
				int length = LEADS.startingAt(text, at, to);
				if (length > 0
						&& (text.charAt(at) != '含' && text.charAt(at) != '即'
								|| "（(，,".indexOf(text.charAt(Math.max(0, at - 1))) >= 0)
						&& strength(text, at, to) < 3) {
					return at;
				}
			}
		}
		return -1;
	}

	private static void list(String text, List<FigureDraft> drafts, int first, List<FigureDraft> wholes, int lead) {
		int bracket = drafts.get(first).bracket();
		int strength = 0;
		int previousEnd = -1;
		boolean colon = lead + 2 < text.length() && (text.charAt(lead + 2) == ':' || text.charAt(lead + 2) == '：');
		boolean begun = false;
		for (int i = first; i < Math.min(drafts.size(), first + MOST_PARTS); i++) {
			FigureDraft draft = drafts.get(i);
			if (draft.amount == null || draft.part && previousEnd < 0 && i > first) {
				continue;
			}
			if (bracket >= 0 && bracket > lead - 40 && draft.bracket() != bracket && bracket <= lead) {
				break;
			}
			if (draft.part) {
				continue;
			}
			if (previousEnd >= 0) {
				int sign = strength(text, previousEnd, draft.span.offset());
				int segment = segment(text, previousEnd, draft.span.offset());
				boolean listed = PARTS.startingAt(text, segment, draft.span.offset()) > 0
						|| sign == 3 && isRow(drafts.get(first), draft, wholes);
				if (bracket < 0 || bracket > lead) {
					if (!listed && sign > Math.max(strength, 1) && (strength > 0 || !colon && sign == 3)) {
						break;
					}
					boolean anew = ANEW.startingAt(text, segment, draft.span.offset()) > 0
							&& !(sign == 1 && strength <= 1 && draft.unit().equals(drafts.get(first).unit()));
					if (!listed && anew || Things.time(text, segment, draft.span.offset()) > 0) {
						break;
					}
				}
				if (strength == 0) {
					strength = sign;
				}
			}
			FigureDraft whole = whole(wholes, draft);
			if (begun && whole != null && isMoreThan(whole, draft)
					&& strength(text, previousEnd, draft.span.offset()) == 3) {
				break;
			}
			if (begun && bracket < 0 && whole != null && isMoreThan(whole, draft) && PARTS.startingAt(text,
					segment(text, previousEnd, draft.span.offset()), draft.span.offset()) == 0) {
				break;
			}
			previousEnd = draft.span.end();
			if (whole == null && !begun && bracket < 0 && !draft.isRelative()) {
				break;
			}
			if (whole == null) {
				continue;
			}
			boolean full = isFull(whole) && !(begun && goesOn(text, drafts.get(i - 1), draft, strength));
			if (bracket < 0 && (full || begun && isBeyond(text, whole, draft))) {
				break;
			}
			take(whole, draft);
			begun = true;
			within(text, drafts, i);
		}
	}

	/**
	 * Whether the next of a list stands as near as the ones before, and begins no
	 * statement.
	 */
	private static boolean goesOn(String text, FigureDraft last, FigureDraft next, int strength) {
		int from = last.span.end();
		int to = next.span.offset();
		return strength < 3 && strength(text, from, to) == strength && to - from <= LONGEST_ITEM
				&& next.unit().equals(last.unit()) && segment(text, from, to) == from + 1;
	}

	/** "其中国家级5项，分别是甲2项、乙3项": a part that is taken apart in its turn. */
	private static void within(String text, List<FigureDraft> drafts, int at) {
		FigureDraft whole = drafts.get(at);
		if (at + 1 >= drafts.size() || RESPECTIVELY.startingAt(text,
				segmentStart(text, whole.span.end(), drafts.get(at + 1).span.offset()), text.length()) == 0) {
			return;
		}
		sumUp(drafts, at);
	}

	private static int segmentStart(String text, int from, int to) {
		return (from < to && "，,：:".indexOf(text.charAt(from)) >= 0) ? from + 1 : from;
	}

	/** "20家（国家级3家、省级17家）": a bracket with two or more of the unit. */
	private static void bracket(String text, List<FigureDraft> drafts, int at) {
		FigureDraft whole = drafts.get(at);
		int open = drafts.get(at + 1).bracket();
		if (whole.amount == null || open < whole.span.end() || open < 0 || whole.bracket() == open
				|| whole.isRelative()) {
			return;
		}
		List<FigureDraft> inside = new ArrayList<>();
		for (int i = at + 1; i < drafts.size() && drafts.get(i).bracket() == open; i++) {
			FigureDraft draft = drafts.get(i);
			if (draft.part || draft.role != whole.role) {
				return;
			}
			if (isOneKind(whole, draft)) {
				inside.add(draft);
			}
		}
		if (inside.size() > 1) {
			inside.forEach((draft) -> take(whole, draft));
		}
	}

	/** "5个项目中有4个由企业承担". */
	private static void among(String text, FigureDraft whole, FigureDraft part) {
		int end = part.span.offset();
		int start = whole.span.end();
		if (end - start < 3 || end - start > LONGEST_NOUN || !text.startsWith("中有", end - 2) || part.part
				|| whole.amount == null || part.amount == null || !isOneKind(whole, part) || isMoreThan(whole, part)) {
			return;
		}
		for (int at = start; at < end; at++) {
			if (Amounts.isPause(text.charAt(at))) {
				return;
			}
		}
		take(whole, part);
	}

	/** "认定20家：国家级3家、省级17家": after a colon, where they come to the whole. */
	private static void colon(String text, List<FigureDraft> drafts, int at) {
		FigureDraft whole = drafts.get(at);
		int next = drafts.get(at + 1).span.offset();
		if (whole.amount == null || whole.part || whole.isRelative() || whole.amount.value() == null) {
			return;
		}
		int colon = whole.span.end();
		while (colon < next && text.charAt(colon) != '：' && text.charAt(colon) != ':') {
			if (Amounts.isPause(text.charAt(colon))) {
				return;
			}
			colon++;
		}
		if (colon >= next) {
			return;
		}
		sumUp(drafts, at);
	}

	/** Takes what follows into a figure, where it comes to it. */
	private static void sumUp(List<FigureDraft> drafts, int at) {
		FigureDraft whole = drafts.get(at);
		if (whole.amount == null || whole.amount.value() == null) {
			return;
		}
		BigDecimal sum = BigDecimal.ZERO;
		List<FigureDraft> listed = new ArrayList<>();
		for (int i = at + 1; i < Math.min(drafts.size(), at + MOST_PARTS); i++) {
			FigureDraft draft = drafts.get(i);
			if (draft.amount == null || draft.part || !draft.unit().equals(whole.unit())
					|| draft.amount.value() == null) {
				continue;
			}
			sum = sum.add(draft.amount.value());
			listed.add(draft);
			if (sum.compareTo(whole.amount.value()) == 0 && listed.size() > 1) {
				listed.forEach((part) -> take(whole, part));
				return;
			}
		}
	}

	/** Whether it goes on with the list; a thing of the whole's own kind begins anew. */
	private static boolean isRow(FigureDraft first, FigureDraft next, List<FigureDraft> wholes) {
		FigureDraft whole = whole(wholes, first);
		if (whole != null && !whole.parts.isEmpty() && completes(whole, next)) {
			return true;
		}
		if (whole == null || !endAlike(first.thing, next.thing) || exceeds(whole, next)) {
			return false;
		}
		return whole.thing.contains("总") || !endAlike(whole.thing, next.thing) || completes(whole, next);
	}

	/** Whether the whole is come to with it. */
	private static boolean completes(FigureDraft whole, FigureDraft part) {
		if (whole.amount == null || whole.amount.value() == null || !whole.unit().equals(part.unit())) {
			return false;
		}
		BigDecimal sum = valueOf(part);
		for (FigureDraft known : whole.parts.subList(0, Math.min(whole.parts.size(), MOST_ROWS))) {
			sum = sum.add(valueOf(known));
		}
		return sum.compareTo(whole.amount.value()) == 0;
	}

	/**
	 * Whether a clause of its own tells more than the whole: it has left the list, if it
	 * is not named as one of its parts.
	 */
	private static boolean isBeyond(String text, FigureDraft whole, FigureDraft part) {
		BigDecimal value = (whole.amount != null) ? whole.amount.value() : null;
		int segment = segment(text, whole.span.end(), part.span.offset());
		return value != null && "，,；;。".indexOf(text.charAt(segment - 1)) >= 0
				&& PARTS.startingAt(text, segment, part.span.offset()) == 0 && part.amount != null
				&& valueOf(part).multiply(scale(part)).compareTo(value.multiply(scale(whole))) > 0;
	}

	private static BigDecimal scale(FigureDraft draft) {
		BigDecimal scale = BigDecimal.ONE;
		for (int at = 0; at < draft.unit().length() && "万亿".indexOf(draft.unit().charAt(at)) >= 0; at++) {
			scale = scale.movePointRight((draft.unit().charAt(at) == '万') ? 4 : 8);
		}
		return scale;
	}

	private static boolean exceeds(FigureDraft whole, FigureDraft part) {
		BigDecimal rest = (whole.amount != null) ? whole.amount.value() : null;
		if (whole.parts.size() > MOST_ROWS) {
			return true;
		}
		if (rest == null || !whole.unit().equals(part.unit())) {
			return false;
		}
		for (FigureDraft known : whole.parts) {
			rest = rest.subtract(valueOf(known));
		}
		return valueOf(part).compareTo(rest) > 0;
	}

	private static BigDecimal valueOf(FigureDraft draft) {
		BigDecimal value = (draft.amount != null) ? draft.amount.value() : null;
		return (value != null) ? value : BigDecimal.ZERO;
	}

	/** 农业产值, 林业产值, or 农业, 林业: one row of a list. */
	private static boolean endAlike(String first, String second) {
		int end = Math.min(2, first.length() - 1);
		return end > 0 && second.length() > 1 && (end == 2 || second.length() == 2) && !first.equals(second)
				&& second.endsWith(first.substring(first.length() - end));
	}

	/** The last of the unit; of several the last that is called alike: 申请量 of 申请量. */
	private static @Nullable FigureDraft whole(List<FigureDraft> wholes, FigureDraft part) {
		FigureDraft last = null;
		for (int i = wholes.size() - 1; i >= Math.max(0, wholes.size() - MOST_PARTS); i--) {
			FigureDraft whole = wholes.get(i);
			boolean open = whole.bracket() < 0 || whole.bracket() == part.bracket();
			if (whole.amount != null && whole != part && open && isOneKind(whole, part)) {
				if (isCalledAlike(whole.thing, part.thing)) {
					return whole;
				}
				last = (last != null) ? last : whole;
			}
		}
		return last;
	}

	private static boolean isCalledAlike(String whole, String part) {
		String tail = measured(whole);
		return tail.length() > 1 && measured(part).endsWith(tail.substring(tail.length() - 2));
	}

	private static String measured(String thing) {
		int end = thing.length();
		return (end > 2 && "量数额值".indexOf(thing.charAt(end - 1)) >= 0) ? thing.substring(0, end - 1) : thing;
	}

	private static boolean isMoreThan(FigureDraft whole, FigureDraft part) {
		return whole.amount != null && whole.amount.value() != null && whole.unit().equals(part.unit())
				&& valueOf(part).compareTo(whole.amount.value()) > 0;
	}

	private static boolean isOneKind(FigureDraft whole, FigureDraft part) {
		if (whole.isRelative() || part.isRelative() || RATES.endingAt(whole.thing, 0, whole.thing.length()) > 0) {
			return false;
		}
		return MeasureWords.base(whole.unit()).equals(MeasureWords.base(part.unit())) || whole.unit().equals("个")
				&& part.unit().equals("项") && whole.thing.contains("项目") && valueOf(whole).signum() > 0;
	}

	/** Whether two or more parts already come to the whole. */
	private static boolean isFull(FigureDraft whole) {
		if (whole.parts.size() > MOST_ROWS) {
			return true;
		}
		if (whole.amount == null || whole.amount.value() == null || whole.parts.size() < 2) {
			return false;
		}
		BigDecimal sum = BigDecimal.ZERO;
		for (FigureDraft part : whole.parts) {
			if (part.amount == null || part.amount.value() == null || !part.unit().equals(whole.unit())) {
				return false;
			}
			sum = sum.add(part.amount.value());
		}
		return sum.compareTo(whole.amount.value()) == 0;
	}

	private static void take(FigureDraft whole, FigureDraft part) {
		if (!part.part && whole.takes(part, DEEPEST)) {
			part.part = true;
			if (part.unnamed) {
				part.thing = Things.withoutLevel(whole.thing);
			}
			whole.add(part);
		}
	}

	/** How strong the strongest sign between two figures is: 、 1, ， 2, ； 3. */
	private static int strength(String text, int from, int to) {
		int strength = 0;
		for (int i = from; i < to; i++) {
			char sign = text.charAt(i);
			int found = switch (sign) {
				case '、', '和', '及' -> 1;
				case '，', ',' -> 2;
				case '；', ';', '。' -> 3;
				default -> 0;
			};
			strength = Math.max(strength, found);
		}
		return strength;
	}

	/** Where the words after the last sign between two figures start. */
	private static int segment(String text, int from, int to) {
		int at = to;
		while (at > from && "、，,；;。：:".indexOf(text.charAt(at - 1)) < 0) {
			at--;
		}
		while (at < to && Sentences.isBlank(text.charAt(at))) {
			at++;
		}
		return at;
	}

}
