package org.kebao.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.prose.Figure;
import org.kebao.prose.Growth;
import org.kebao.script.Numbers;
import org.kebao.script.MeasureWords;
import org.kebao.script.Span;
import org.kebao.script.Words;

/**
 * Whether the figures of a text agree with each other: parts with their whole (domain
 * handbook §2.2: within half a unit of the last place for each number, whole numbers
 * exactly), one thing with itself, a fact with a forecast; and whether all are there.
 */
final class Agreement {

	/** How far back words still tell what a figure is of. */
	private static final int FARTHEST = 300;

	/** More statements of one thing than these are not compared. */
	private static final int MOST_STATEMENTS = 8;

	/** Longer words before 占 say themselves whose share it is: "高新技术产业产值占". */
	private static final int LONGEST_MEASURE = 4;

	/** More parts than these are not named one by one. */
	private static final int MOST_NAMED = 6;

	/** A shorter name may be of many things. */
	private static final int SHORTEST_NAME = 2;

	/** One value only has what is named as fully as this. */
	private static final int FULL_NAME = 4;

	private static final BigDecimal HALF = new BigDecimal("0.5");

	/** Names a bureau has one figure of; "惠及企业" is another thing in every paragraph. */
	private static final List<String> HEADLINES = List.of("高新技术企业", "科技型中小企业", "科技型企业", "专利", "技术合同", "成交额", "交易额",
			"研发投入", "研发经费", "研发强度", "R&D", "科技特派员", "孵化器", "众创空间", "科技计划项目", "科技成果", "产值", "增加值", "重点实验室", "技术研究中心",
			"星创天地", "科普基地");

	/** Words before a figure that make two things of one name different. */
	private static final List<String> SCOPES = List.of("全市", "全县", "全区", "全省", "全国", "全州", "累计", "新增", "新认定", "上半年",
			"下半年", "全年", "季度", "国家级", "省级", "市级", "县级", "区级", "本级", "去年", "上年", "今年", "目标", "任务", "其中", "目前", "截至",
			"截止", "年底", "月", "以来", "总数", "规上", "规模以上", "申报", "立项", "验收", "拟", "推荐", "首次", "平均", "人均", "万人", "每", "分别",
			"同期", "有效", "存量", "当年", "近年", "近两年", "近三年", "先后", "又", "再", "另", "净增", "培育", "入库", "复审", "重新", "通过", "批",
			"新", "现有", "达到", "超过", "占");

	/** Words in a paragraph that say it speaks of less than the whole. */
	private static final List<String> PARTS = List.of("公司", "园", "镇", "乡", "村", "街道", "城区", "开发区", "高新区", "学校", "学院",
			"大学", "研究院", "基地", "集团", "例如", "比如", "案例", "县区", "合作社", "厂", "队");

	private static final List<String> RATES = List.of("%", "％", "‰", "个百分点", "倍", "均", "每百", "每千", "每万", "率", "比重",
			"强度", "单产", "亩产", "增速", "价格", "单价");

	/** What a part is called that takes in all that is not listed. */
	private static final List<String> REST = List.of("其他", "其它", "其余");

	/** Words a statement may have or lack without speaking of another thing. */
	private static final List<String> FILLERS = List.of("预计", "预期", "今年以来", "今年", "全年", "共计", "总共", "一共", "我市", "我县",
			"我区", "我局", "全市", "全县", "全区", "截至目前", "目前", "已经", "实现", "完成", "达到", "达", "共", "已", "了", "的", "为", "是", "将",
			"约", "近");

	private final String text;

	private final List<Flaw> flaws = new ArrayList<>();

	private Agreement(String text) {
		this.text = text;
	}

	static List<Flaw> flaws(String text, List<Span> pieces, List<Figure> figures) {
		Agreement agreement = new Agreement(text);
		figures.stream().flatMap(Agreement::all).forEach(agreement::whole);
		agreement.statements(pieces, figures);
		agreement.holes(pieces, figures);
		return agreement.flaws;
	}

	private static Stream<Figure> all(Figure figure) {
		return Stream.concat(Stream.of(figure), figure.parts().stream().flatMap(Agreement::all));
	}

	/** The parts against the whole. */
	private void whole(Figure whole) {
		BigDecimal value = exact(whole);
		List<Figure> parts = whole.parts();
		if (value == null || parts.isEmpty() || whole.role() != parts.get(0).role() || isRate(whole)) {
			return;
		}
		for (Figure part : parts) {
			if (part.value() != null && isSameUnit(whole, part) && scaled(part).compareTo(value) > 0
					&& part.approximation() != Figure.Approximation.AT_MOST) {
				add(Flaw.Kind.SUM, whole.span(), "其中的" + listed(part) + "大于总数" + whole.span().of(this.text));
				return;
			}
		}
		if (parts.size() < 2 || parts.stream().anyMatch((part) -> exact(part) == null || !isSameUnit(whole, part))) {
			return;
		}
		BigDecimal sum = parts.stream().map(Agreement::scaled).reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal difference = sum.subtract(value);
		if (difference.abs().compareTo(tolerance(whole)) > 0 && isDivision(whole, difference)) {
			BigDecimal unit = unitOf(whole);
			String total = sum.divide(unit).stripTrailingZeros().toPlainString() + whole.unit();
			String names = String.join("、", parts.stream().limit(MOST_NAMED).map(this::listed).toList());
			add(Flaw.Kind.SUM, whole.span(), names + ((parts.size() > MOST_NAMED) ? "等" : "") + "合计" + total + "，与"
					+ whole.span().of(this.text) + "不符");
		}
	}

	/** What cannot be added up: shares, averages, prices. */
	private boolean isRate(Figure whole) {
		String words = whole.thing() + clauseBefore(whole);
		return RATES.stream().anyMatch((word) -> words.contains(word) || word.equals(whole.unit()));
	}

	/**
	 * Whether the parts are meant to make up the whole: they are said to, or they are of
	 * one dimension, or come so near to it that nothing else is likely.
	 */
	private boolean isDivision(Figure whole, BigDecimal difference) {
		List<Figure> parts = whole.parts();
		int end = parts.get(0).span().offset();
		int start = Math.min(whole.span().end(), end);
		String between = this.text.substring(Math.max(start, end - 60), end);
		boolean open = isOpen(parts);
		boolean rest = parts.stream().anyMatch((part) -> REST.stream().anyMatch(part.thing()::contains));
		if (!open && (rest || between.contains("分别") || between.contains("包括") || between.contains("分为"))) {
			return true;
		}
		boolean dimension = parts.stream().allMatch((part) -> !part.level().isEmpty())
				|| parts.stream().map(Figure::thing).distinct().count() == 1;
		BigDecimal value = scaled(whole);
		boolean near = difference.abs().multiply(BigDecimal.TEN).compareTo(value) <= 0;
		if (difference.signum() > 0) {
			return dimension || near;
		}
		BigDecimal least = parts.stream().map(Agreement::scaled).min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
		return !open && near && difference.negate().multiply(BigDecimal.valueOf(2)).compareTo(least) < 0
				&& (dimension || parts.size() > 2);
	}

	/** Whether the list ends with 等 and leaves some out. */
	private boolean isOpen(List<Figure> parts) {
		int end = parts.get(parts.size() - 1).span().end();
		return this.text.startsWith("等", end);
	}

	/** One thing with two values, and a fact that is a forecast elsewhere. */
	private void statements(List<Span> pieces, List<Figure> figures) {
		Map<String, List<Figure>> stated = new HashMap<>();
		Map<String, Figure> facts = new HashMap<>();
		Map<String, List<Figure>> forecasts = new LinkedHashMap<>();
		for (Figure figure : figures) {
			BigDecimal value = exact(figure);
			String statement = (value == null) ? null : statement(figure);
			if (value == null || statement == null) {
				continue;
			}
			String thing = statement + "|" + figure.level() + "|" + family(figure);
			String whole = thing + "|" + value.stripTrailingZeros().toPlainString();
			if (figure.role() == Figure.Role.ACTUAL) {
				facts.putIfAbsent(whole, figure);
			}
			else if (figure.role() == Figure.Role.FORECAST) {
				forecasts.computeIfAbsent(whole, (key) -> new ArrayList<>()).add(figure);
			}
			if (bare(figure.thing()).length() >= FULL_NAME && HEADLINES.stream().anyMatch(statement::contains)
					&& !isShareOfWhatWasSaid(figure)) {
				twoValues(pieces, stated.computeIfAbsent(thing + "|" + figure.role(), (key) -> new ArrayList<>()),
						figure);
			}
		}
		Map<Span, List<Figure>> bySentence = new LinkedHashMap<>();
		forecasts.forEach((whole, expected) -> {
			Figure fact = facts.get(whole);
			expected.stream()
				.filter((figure) -> fact != null && !fact.sentence().equals(figure.sentence()))
				.forEach((figure) -> bySentence.computeIfAbsent(figure.sentence(), (key) -> new ArrayList<>())
					.add(figure));
		});
		bySentence.values().forEach(this::forecast);
	}

	/** "登记合同80项，成交额占全市的20%": whose share it is, the clause before says. */
	private boolean isShareOfWhatWasSaid(Figure figure) {
		String words = clauseBefore(figure);
		int share = words.indexOf('占');
		return share >= 0 && share <= LONGEST_MEASURE
				&& figure.span().offset() - words.length() > figure.sentence().offset() + 1;
	}

	/** Holds a figure against what was said of the same thing before. */
	private void twoValues(List<Span> pieces, List<Figure> before, Figure figure) {
		for (Figure other : before) {
			if (!other.sentence().equals(figure.sentence()) && differs(other, figure)
					&& scopes(other).equals(scopes(figure)) && !isOfAPart(other, pieces)
					&& !isOfAPart(figure, pieces)) {
				add(Flaw.Kind.TWO_VALUES, figure.span(), "“" + figure.thing() + "”前面是" + other.span().of(this.text)
						+ "，这里是" + figure.span().of(this.text));
				return;
			}
		}
		if (before.size() < MOST_STATEMENTS) {
			before.add(figure);
		}
	}

	/** One flaw for all forecasts of a sentence. */
	private void forecast(List<Figure> figures) {
		figures.sort(Comparator.comparingInt((figure) -> figure.span().offset()));
		Span last = figures.get(figures.size() - 1).span();
		Span span = Span.between(figures.get(0).span().offset(), last.end());
		add(Flaw.Kind.FORECAST, span,
				String.join("、", figures.stream().limit(MOST_NAMED).map((figure) -> named(figure, this.text)).toList())
						+ "在这里是预计数，在别处写成了实际数");
	}

	/**
	 * What a figure is said to count: the words of its clause before the number, without
	 * those that may vary. Null where they do not name it fully, for then two of them may
	 * be two things.
	 */
	private @Nullable String statement(Figure figure) {
		String thing = bare(figure.thing());
		if (thing.length() < SHORTEST_NAME) {
			return null;
		}
		String words = bare(clauseBefore(figure));
		return thing.endsWith(words) ? thing : (words.endsWith(thing) ? words : words + thing);
	}

	private static String bare(String words) {
		String bare = words;
		for (String filler : FILLERS) {
			bare = bare.replace(filler, "");
		}
		return bare.strip();
	}

	/** The words of a sentence up to the figure that narrow what it speaks of. */
	private Set<String> scopes(Figure figure) {
		String before = before(figure.sentence(), figure);
		Set<String> scopes = new HashSet<>();
		SCOPES.stream().filter(before::contains).forEach(scopes::add);
		for (int i = 4; i < before.length(); i++) {
			if (before.charAt(i) == '年' && Character.isDigit(before.charAt(i - 1))) {
				scopes.add(before.substring(i - 4, i));
			}
		}
		return scopes;
	}

	private boolean isOfAPart(Figure figure, List<Span> pieces) {
		int at = Collections.binarySearch(pieces, figure.span(), Comparator.comparingInt(Span::offset));
		int piece = (at >= 0) ? at : -at - 2;
		String before = (piece >= 0) ? before(pieces.get(piece), figure) : "";
		return PARTS.stream().anyMatch(before::contains);
	}

	/** What stands before a figure, as far as anybody reads back. */
	private String before(Span within, Figure figure) {
		int end = Math.max(within.offset(), figure.span().offset());
		return this.text.substring(Math.max(within.offset(), end - FARTHEST), end);
	}

	private static boolean differs(Figure one, Figure other) {
		BigDecimal difference = scaled(one).subtract(scaled(other)).abs();
		return difference.compareTo(place(one).max(place(other)).multiply(HALF)) > 0;
	}

	/** Masks and lost digits, in figures, growths and years. */
	private void holes(List<Span> pieces, List<Figure> figures) {
		List<Span> known = new ArrayList<>();
		figures.stream().flatMap(Agreement::all).forEach((figure) -> {
			if (figure.hole() != Figure.Hole.NONE) {
				known.add(figure.span());
				hole(figure.span(), figure.hole() == Figure.Hole.MASKED);
			}
			Growth growth = figure.growth();
			if (growth != null && growth.amount() == null && isOpen(growth)) {
				known.add(growth.span());
				hole(growth.span(), isMasked(growth.span()));
			}
		});
		known.sort((one, other) -> Integer.compare(one.offset(), other.offset()));
		int next = 0;
		for (Span piece : pieces) {
			for (int i = piece.offset(); i < piece.end(); i++) {
				int end = maskEnd(i, piece.end());
				if (end - i < 2 || end >= piece.end() || "年月日".indexOf(this.text.charAt(end)) < 0) {
					i = Math.max(i, end - 1);
					continue;
				}
				Span mask = Span.between(i, end + 1);
				while (next < known.size() && known.get(next).end() <= i) {
					next++;
				}
				if (next >= known.size() || known.get(next).offset() > i) {
					hole(mask, true);
				}
				i = end;
			}
		}
	}

	/** Whether no number tells the change: "增长xx%", not "是上年的2倍". */
	private boolean isOpen(Growth growth) {
		String words = growth.span().of(this.text);
		if (words.contains(".%") || words.contains(".％") || words.contains(".个百分点")) {
			// its decimals got lost
			return true;
		}
		return isMasked(growth.span()) || words.replace(growth.comparison(), "")
			.chars()
			.noneMatch((sign) -> Character.isDigit(sign) || Numbers.isHanNumeral((char) sign) || sign == '半');
	}

	private void hole(Span span, boolean masked) {
		String words = span.of(this.text);
		add(Flaw.Kind.HOLE, span, masked ? "“" + words + "”是占位，数字未填" : "“" + words + "”缺数字");
	}

	private boolean isMasked(Span span) {
		return span.of(this.text).chars().anyMatch((sign) -> "xX×*＊".indexOf(sign) >= 0);
	}

	private int maskEnd(int start, int end) {
		int i = start;
		while (i < end && "xX×*＊Ｘｘ".indexOf(this.text.charAt(i)) >= 0) {
			i++;
		}
		return i;
	}

	private static String named(Figure figure, String text) {
		return (figure.thing().isEmpty() ? figure.level() : figure.thing()) + figure.span().of(text);
	}

	/** A part as its list words it: "国家级14项". */
	private String listed(Figure part) {
		String words = clauseBefore(part).replace("其中", "");
		String level = words.contains(part.level()) ? "" : part.level();
		return level + ((words.length() > 20) ? "" : words) + part.span().of(this.text);
	}

	private String clauseBefore(Figure figure) {
		int end = figure.span().offset();
		int start = end;
		while (start > figure.sentence().offset() && end - start < FARTHEST
				&& "，,。；;：:、（(".indexOf(this.text.charAt(start - 1)) < 0) {
			start--;
		}
		return this.text.substring(start, end).strip();
	}

	/** The value of a figure that claims to be exact. */
	private static @Nullable BigDecimal exact(Figure figure) {
		boolean exact = figure.value() != null && figure.upTo() == null && figure.hole() == Figure.Hole.NONE
				&& figure.approximation() == Figure.Approximation.EXACT && figure.unit() != null;
		return exact ? scaled(figure) : null;
	}

	/** Its value without 万 and 亿. */
	private static BigDecimal scaled(Figure figure) {
		BigDecimal value = figure.value();
		return (value == null) ? BigDecimal.ZERO : value.multiply(unitOf(figure));
	}

	private static BigDecimal unitOf(Figure figure) {
		return BigDecimal.TEN.pow(MeasureWords.power(unit(figure)));
	}

	/** The unit without 万 and 亿. */
	private static String family(Figure figure) {
		return MeasureWords.unscaled(unit(figure));
	}

	private static String unit(Figure figure) {
		return (figure.unit() == null) ? "" : figure.unit();
	}

	private static boolean isSameUnit(Figure one, Figure other) {
		return one.unit() != null && other.unit() != null && family(one).equals(family(other));
	}

	/** A unit of the last place. */
	private static BigDecimal place(Figure figure) {
		int scale = (figure.value() == null) ? 0 : Math.max(figure.value().scale(), 0);
		return (scale == 0) ? BigDecimal.ZERO : BigDecimal.ONE.movePointLeft(scale).multiply(unitOf(figure));
	}

	/** Half a unit of the last place for each number that has decimals. */
	private static BigDecimal tolerance(Figure whole) {
		BigDecimal places = whole.parts().stream().map(Agreement::place).reduce(place(whole), BigDecimal::add);
		return places.multiply(HALF);
	}

	private void add(Flaw.Kind kind, Span span, String message) {
		this.flaws.add(new Flaw(kind, span, message, null));
	}

}
