package org.kebao.mention;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.kebao.amount.Measure;
import org.kebao.amount.MetricKind;
import org.kebao.period.PeriodKind;
import org.kebao.prose.Figure;
import org.kebao.prose.Reaching;

/**
 * Whether a sentence speaks of its figure for another time, another place or a part only.
 * Where in doubt it does: what is not tested raises no false alarm.
 */
final class OtherScope {

	/** No sentence of a report says its time further before the figure than this. */
	private static final int REACH = 240;

	private static final int YEAR_DIGITS = 4;

	private static final String HARD_STOPS = "。！？!?\n";

	private static final String PAUSES = "，；：,;:";

	private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

	/** What stands before a time that is only compared with: 比去年, 与上年同期相比. */
	private static final String COMPARING = "比较同与和于过超是为";

	/** What may stand between such a time and a figure of that time: 比去年同期的290件. */
	private static final String BETWEEN = "同期末底的全年为是约度";

	/** Longer words before those that begin like them. */
	private static final List<String> OTHER_TIMES = List.of("上一年", "去年", "上年", "前年", "往年", "历年", "近年", "上季度", "上期",
			"期初", "年初", "当月", "本月", "上月", "十三五", "十四五", "十五五", "两年来", "三年来", "五年来", "多年来", "近两年", "近三年", "近五年", "来年",
			"累计至");

	private static final List<String> PARTS_OF_YEAR = List.of("全年", "上半年", "下半年", "年末", "年底");

	private static final List<String> QUARTERS = List.of("一季度", "二季度", "三季度", "四季度", "前三季度");

	private static final String SPAN = "—–-－~～至到的";

	private static final List<String> THIS_TIME = List.of("一年来", "目前", "本期", "年内", "基础上");

	private static final List<String> STARTING = List.of("由", "从", "自");

	private static final List<String> EACH = List.of("平均", "人均", "户均", "月均", "年均", "日均", "每家", "每户", "每人", "每名", "每亩",
			"每个", "每年", "每月", "每季", "每笔", "每项", "单笔", "单项", "单个", "单户", "单家");

	private static final List<String> BATCHES = List.of("首批", "首期", "首轮", "第一批", "第二批", "第三批", "新一批", "两批");

	private static final List<String> LACKING = List.of("还差", "仅差", "尚差", "相差", "缺口");

	/** What tells of a stock how it changed, not what it is. */
	private static final List<String> CHANGING = List.of("新增", "净增", "新建", "新获批", "新认定", "新培育", "新引进", "增加", "减少", "退出",
			"取消", "新入库");

	/** Right before a figure they make of it a difference. */
	private static final List<String> DIFFERENCE = List.of("增加", "减少", "增长", "下降", "降低", "提高", "上升", "回落", "净增", "缩减");

	/** The same where it is compared: 比上年多3家. */
	private static final List<String> MORE_OR_LESS = List.of("多", "少", "高", "低", "升", "降", "增", "减");

	private static final List<String> COMPARED = List.of("比", "较");

	/** What goes on with a list. */
	private static final List<String> LISTING = List.of("、", "和", "及", "与");

	/** What begins a statement of its own. */
	private static final List<String> STATING = List.of("达", "有", "总数", "累计", "为");

	/** Whoever is only a part of the place a bureau reports for. */
	private static final List<String> PARTS = List.of("公司", "集团", "合作社", "大学", "学院", "医院", "产业园", "软件园", "工业园", "科技园",
			"园区", "街道", "开发区", "高新区");

	private static final Map<String, Integer> AREAS = Map.of("全国", 0, "我国", 0, "国内", 0, "全省", 1, "我省", 1, "全自治区", 1,
			"全市", 2, "我市", 2);

	/** The place of whoever reports, below all others. */
	private static final List<String> OWN_AREAS = List.of("全县", "我县", "全区", "我区", "全旗", "我旗", "我局", "辖区", "本地");

	/** What makes of a place one that is only compared with: 全省首家, 居全省第5位. */
	private static final String RANKED_BEFORE = "居占列高低快慢在于位";

	private static final String RANKED_AFTER = "首第前平最唯排率领各";

	/** How far back a paragraph says of how many years it speaks. */
	private static final int PARAGRAPH = 400;

	/** Times longer than a report's own. */
	private static final List<String> SPANS = List.of("两年来", "三年来", "四年来", "五年来", "多年来", "近两年", "近三年", "近五年", "这五年",
			"过去五年", "五年间", "十三五”时期", "十三五”期间", "十三五时期", "十三五期间", "十四五”时期", "十四五”期间", "十四五”以来", "十四五时期", "十四五期间",
			"十四五以来");

	/** Times a report is of. */
	private static final List<String> OWN_TIMES = List.of("今年", "全年", "本年", "年内", "上半年", "一年来", "过去一年");

	/** What tells of a stock which of it came this year, wherever it stands. */
	private static final List<String> COMING = List.of("获批", "组建", "重组", "启动建设", "落户", "落地", "揭牌", "入列");

	/** One of those counted, or one occasion. */
	private static final List<String> SINGLE = List.of("某企业", "该企业", "该公司", "某公司", "某某", "带领", "同志", "会上", "活动现场", "大赛",
			"本次活动", "本次会议", "活动期间");

	private static final Map<String, Integer> RANKS = Map.of("PROVINCE", 1, "CITY", 2);

	private static final int LOWEST_RANK = 3;

	private final TimeAndPlace setting;

	private final Measure measure;

	/** From the last full stop to the figure, without what stands in closed brackets. */
	private final String before;

	/** From the last comma to the figure. */
	private final String clause;

	private final String after;

	/** From the last line break to the figure. */
	private final String paragraph;

	private OtherScope(String text, Figure figure, Measure measure, TimeAndPlace setting) {
		this.measure = measure;
		this.setting = setting;
		this.before = before(text, figure.span().offset());
		this.clause = clause(this.before);
		int end = figure.span().end();
		this.after = text.substring(end, Math.min(end + 16, text.length()));
		int start = figure.span().offset();
		String near = text.substring(Math.max(0, start - PARAGRAPH), start);
		this.paragraph = near.substring(near.lastIndexOf('\n') + 1);
	}

	/** Whether the figure speaks of something else than the report's own. */
	static boolean isOther(String text, Figure figure, Measure measure, TimeAndPlace setting) {
		OtherScope scope = new OtherScope(text, figure, measure, setting);
		return scope.isOtherTime() || scope.isBase() || scope.isAbove() || scope.isPart() || scope.isShareOfOne()
				|| scope.isChange();
	}

	/**
	 * Whether it may well speak of something else: that it differs from the table is no
	 * fault then, that it agrees still tells what it is.
	 */
	static boolean isDoubtful(String text, Figure figure, Measure measure, TimeAndPlace setting) {
		OtherScope scope = new OtherScope(text, figure, measure, setting);
		return scope.isOfAreaAbove() || scope.isOfYears() || scope.isSingle() || scope.isComing();
	}

	private static String before(String text, int end) {
		StringBuilder reversed = new StringBuilder();
		int depth = 0;
		for (int i = end - 1; i >= 0 && i >= end - REACH; i--) {
			char sign = text.charAt(i);
			if (depth == 0 && HARD_STOPS.indexOf(sign) >= 0) {
				if (sign != '。' || !reversed.toString().endsWith("中其")) {
					break;
				}
			}
			if (sign == '）' || sign == ')') {
				depth++;
			}
			else if ((sign == '（' || sign == '(') && depth > 0) {
				depth--;
			}
			else if (depth == 0) {
				reversed.append(sign);
			}
		}
		return reversed.reverse().toString();
	}

	private static String clause(String before) {
		for (int i = before.length() - 1; i >= 0; i--) {
			if (PAUSES.indexOf(before.charAt(i)) >= 0) {
				return before.substring(i + 1);
			}
		}
		return before;
	}

	/** The last time that is named before the figure is the one that counts. */
	private boolean isOtherTime() {
		boolean other = false;
		int otherYear = -1;
		int i = 0;
		while (i < this.before.length()) {
			Word word = word(i);
			if (word == null) {
				i++;
				continue;
			}
			if (otherYear >= 0 && isPartOfYear(i, word) && isSpan(otherYear, i)) {
				// 去年上半年, 2024年1月至6月: a part of that other year
				otherYear = i + word.length();
			}
			else if (!word.other()) {
				other = false;
			}
			else if (!isCompared(i) || isOnlyBetween(i + word.length())) {
				other = true;
			}
			if (word.other() && isYear(i, word)) {
				otherYear = i + word.length();
			}
			i += word.length();
		}
		return other;
	}

	/** 去年, 2024年; not 3年. */
	private boolean isYear(int at, Word word) {
		return this.before.charAt(at + word.length() - 1) == '年'
				&& (digit(this.before.charAt(at)) < 0 || word.length() > YEAR_DIGITS);
	}

	private boolean isPartOfYear(int at, Word word) {
		return this.before.charAt(at + word.length() - 1) == '月'
				|| Stream.concat(PARTS_OF_YEAR.stream(), QUARTERS.stream())
					.anyMatch((part) -> this.before.startsWith(part, at));
	}

	/** Whether nothing but the begin of a span of months stands there. */
	private boolean isSpan(int from, int to) {
		for (int i = from; i < to; i++) {
			if (digit(this.before.charAt(i)) < 0 && SPAN.indexOf(this.before.charAt(i)) < 0) {
				return false;
			}
		}
		return true;
	}

	private boolean isCompared(int at) {
		return at > 0 && COMPARING.indexOf(this.before.charAt(at - 1)) >= 0;
	}

	/** Whether the figure itself is that of the other time. */
	private boolean isOnlyBetween(int from) {
		for (int i = from; i < this.before.length(); i++) {
			if (BETWEEN.indexOf(this.before.charAt(i)) < 0) {
				return false;
			}
		}
		return true;
	}

	private record Word(int length, boolean other) {
	}

	/** The word that names a time at that place, null for none. */
	private Word word(int at) {
		Word dated = dated(at);
		if (dated != null) {
			return dated;
		}
		if (at > 0 && this.before.charAt(at - 1) == '一' && this.before.startsWith("年来", at)) {
			return null;
		}
		if (this.before.startsWith("五规划", at + 2) || this.before.startsWith("五”规划", at + 2)) {
			// a plan, and no time
			return null;
		}
		Word named = own(at);
		named = (named != null) ? named : named(at, THIS_TIME, false);
		named = (named != null) ? named : reaching(at);
		named = (named != null) ? named : named(at, OTHER_TIMES, true);
		named = (named != null) ? named : named(at, QUARTERS, true);
		return (named != null) ? named : relative(at);
	}

	private Word reaching(int at) {
		int length = Reaching.TO.startingAt(this.before, at, this.before.length());
		return (length > 0) ? new Word(length, false) : null;
	}

	private Word named(int at, List<String> words, boolean other) {
		return words.stream()
			.filter((word) -> this.before.startsWith(word, at))
			.findFirst()
			.map((word) -> new Word(word.length(), other))
			.orElse(null);
	}

	/** The part of the year the report speaks of, and the one its plan is for. */
	private Word own(int at) {
		PeriodKind kind = this.setting.kind();
		if (kind.isWholeYear()) {
			return null;
		}
		if (this.before.startsWith(kind.label(), at)) {
			return new Word(kind.label().length(), this.setting.ahead());
		}
		return this.before.startsWith(kind.ahead(), at) ? new Word(kind.ahead().length(), !this.setting.ahead()) : null;
	}

	/** Words whose time depends on the report's. */
	private Word relative(int at) {
		boolean part = !this.setting.kind().isWholeYear();
		boolean ahead = this.setting.ahead();
		if (this.before.startsWith("上半年", at) || this.before.startsWith("下半年", at)) {
			return new Word(3, true);
		}
		if (this.before.startsWith("全年", at) || this.before.startsWith("年末", at) || this.before.startsWith("年底", at)) {
			return new Word(2, part && !ahead);
		}
		if (this.before.startsWith("明年", at)) {
			return new Word(2, part || !ahead);
		}
		if (this.before.startsWith("今年", at) || this.before.startsWith("本年", at)) {
			return new Word(2, ahead && !part);
		}
		return null;
	}

	/** "2024年", "二〇二四年", "9月", "前3季度", "3年". */
	private Word dated(int at) {
		int end = at;
		while (end < this.before.length() && digit(this.before.charAt(end)) >= 0) {
			end++;
		}
		if (end == at || end == this.before.length() || (at > 0 && digit(this.before.charAt(at - 1)) >= 0)) {
			return null;
		}
		char unit = this.before.charAt(end);
		if (end - at > YEAR_DIGITS) {
			return null;
		}
		int number = 0;
		for (int i = at; i < end; i++) {
			number = 10 * number + digit(this.before.charAt(i));
		}
		boolean arabic = CHINESE_DIGITS.indexOf(this.before.charAt(at)) < 0;
		if (unit == '年' && end - at == YEAR_DIGITS) {
			return new Word(end - at + 1, number != this.setting.meant());
		}
		if (unit == '年' && arabic) {
			return new Word(end - at + 1, true);
		}
		if (unit == '月' && arabic) {
			return new Word(end - at + 1, number != this.setting.kind().months());
		}
		return (unit == '季' && arabic) ? new Word(end - at + 1, !isOwnQuarter(at, number)) : null;
	}

	/** 1季度 of the first quarter; 前3季度, 1—3季度 of three. */
	private boolean isOwnQuarter(int at, int number) {
		boolean fromJanuary = number == 1 || at > 0 && "前—–-－~～至到".indexOf(this.before.charAt(at - 1)) >= 0;
		return fromJanuary && 3 * number == this.setting.kind().months() && !this.setting.ahead();
	}

	private static int digit(char sign) {
		int chinese = CHINESE_DIGITS.indexOf(sign);
		return (chinese >= 0) ? chinese : (sign < 128 || (sign >= '０' && sign <= '９')) ? Character.digit(sign, 10) : -1;
	}

	/** Whether a change begins with it: 由290件增加到400件. */
	private boolean isBase() {
		return STARTING.stream()
			.anyMatch((word) -> this.clause.endsWith(word)
					|| (this.clause.contains(word) && Reaching.TO.startingAt(this.after, 0, this.after.length()) > 0));
	}

	private boolean isAbove() {
		int rank = RANKS.getOrDefault(this.setting.level(), LOWEST_RANK);
		return AREAS.entrySet()
			.stream()
			.filter((area) -> area.getValue() < rank)
			// 全市 is a county-level city's own
			.filter((area) -> !this.setting.place().endsWith(area.getKey().substring(area.getKey().length() - 1)))
			.anyMatch((area) -> this.clause.contains(area.getKey()));
	}

	/** Whether the sentence last spoke of a place above: 全省专利申请9000件，授权5000件. */
	private boolean isOfAreaAbove() {
		int rank = RANKS.getOrDefault(this.setting.level(), LOWEST_RANK);
		int own = OWN_AREAS.stream().mapToInt(this.before::lastIndexOf).max().orElse(-1);
		return AREAS.entrySet()
			.stream()
			.filter((area) -> area.getValue() < rank)
			.filter((area) -> !this.setting.place().endsWith(area.getKey().substring(area.getKey().length() - 1)))
			.anyMatch((area) -> {
				int at = this.before.lastIndexOf(area.getKey());
				return at > own && !isRanking(at, at + area.getKey().length());
			});
	}

	private boolean isRanking(int start, int end) {
		return start > 0 && RANKED_BEFORE.indexOf(this.before.charAt(start - 1)) >= 0
				|| end < this.before.length() && RANKED_AFTER.indexOf(this.before.charAt(end)) >= 0;
	}

	/** Whether it was all done in more years than one. */
	private boolean isOfYears() {
		int span = SPANS.stream().mapToInt(this.paragraph::lastIndexOf).max().orElse(-1);
		int own = Math.max(this.paragraph.lastIndexOf(this.setting.meant() + "年"),
				ownTimes().mapToInt(this.paragraph::lastIndexOf).max().orElse(-1));
		boolean summed = this.measure.kind() == MetricKind.FLOW && this.clause.contains("累计")
				&& ownTimes().noneMatch(this.before::contains);
		return span > own || summed && own < 0;
	}

	private Stream<String> ownTimes() {
		PeriodKind kind = this.setting.kind();
		return kind.isWholeYear() ? OWN_TIMES.stream() : Stream.concat(OWN_TIMES.stream(), Stream.of(kind.label()));
	}

	/** Whether it is told of one enterprise, one person or one occasion. */
	private boolean isSingle() {
		return SINGLE.stream().anyMatch(this.before::contains);
	}

	/** Whether of a stock only what came is told. */
	private boolean isComing() {
		return this.measure.kind() == MetricKind.STOCK
				&& COMING.stream().anyMatch((word) -> this.clause.contains(word) || this.after.contains(word));
	}

	/** Whether a company, a park or a town is spoken of. */
	private boolean isPart() {
		int town = this.clause.indexOf('镇');
		return (town > 0 && "城乡村".indexOf(this.clause.charAt(town - 1)) < 0) || PARTS.stream()
			.anyMatch((part) -> this.clause.contains(part) && !this.setting.place().endsWith(part));
	}

	private boolean isShareOfOne() {
		return (!this.measure.unit().contains("/") && EACH.stream().anyMatch(this.clause::contains))
				|| BATCHES.stream().anyMatch(this.clause::contains) || LACKING.stream().anyMatch(this.clause::contains);
	}

	/**
	 * Whether the figure tells by how much something is more or less, not how much it is.
	 */
	static boolean isDifference(String text, Figure figure) {
		String told = clause(before(text, figure.span().offset())).replaceFirst("了$", "");
		return DIFFERENCE.stream().anyMatch(told::endsWith)
				|| MORE_OR_LESS.stream().anyMatch(told::endsWith) && COMPARED.stream().anyMatch(told::contains);
	}

	private boolean isChange() {
		if (this.measure.kind() != MetricKind.STOCK) {
			return false;
		}
		int from = 0;
		for (int i = 0; i < this.clause.length(); i++) {
			if (Character.isDigit(this.clause.charAt(i))) {
				from = i + 1;
			}
		}
		String words = this.clause.substring(from);
		if (LISTING.stream().anyMatch(words::contains) && STATING.stream().noneMatch(words::contains)) {
			// 新增院士7名、重点实验室9家
			words = this.clause;
		}
		String told = words;
		return !Reaching.TO.in(told, 0, told.length()) && CHANGING.stream().anyMatch(told::contains);
	}

}
