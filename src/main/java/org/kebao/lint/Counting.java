package org.kebao.lint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.kebao.prose.Heading;
import org.kebao.prose.Outline;
import org.kebao.script.Mark;
import org.kebao.script.Numbers;
import org.kebao.script.Sentences;
import org.kebao.script.Span;

/**
 * Numbers that jump, and counts that are promised and not delivered: 一是 … 五是、七是; "五个作用"
 * and four follow.
 */
final class Counting {

	/** What is counted when points are counted. */
	private static final List<String> MEASURES = List.of("个方面", "方面", "个", "大", "项", "种", "类", "条", "点", "件", "步", "对",
			"组", "篇", "道", "张", "句");

	private static final List<String> POINTS = List.of("方面", "工作", "任务", "措施", "问题", "作用", "机制", "举措", "重点", "关键", "环节",
			"抓手", "行动", "特点", "要求", "文章", "转变", "坚持", "强化", "原因", "困难", "不足", "建议", "经验", "做法", "亮点", "部分", "阶段", "步骤",
			"目标", "工程");

	private static final String CHINESE = "一二两三四五六七八九十";

	/** Between a promise and its list. */
	private static final int LONGEST_GAP = 14;

	private static final int HIGHEST_PROMISE = 20;

	/** The longest quotation and the longest list that is counted. */
	private static final int LONGEST_QUOTATION = 80;

	private static final int LONGEST_LIST = 400;

	/** As many points back a text that breaks off is still within its last run. */
	private static final int LAST_POINTS = 40;

	/** Runs of one style within each other. */
	private static final int DEEPEST = 8;

	private final String text;

	private final List<Flaw> flaws = new ArrayList<>();

	private final List<Point> points = new ArrayList<>();

	private final Map<Mark.Style, List<Run>> open = new EnumMap<>(Mark.Style.class);

	private Counting(String text) {
		this.text = text;
	}

	static List<Flaw> flaws(String text, Outline outline, List<Span> pieces) {
		Counting counting = new Counting(text);
		counting.run(outline, pieces);
		for (int i = 0; i < pieces.size(); i++) {
			counting.promises(pieces.get(i), (i + 1 < pieces.size()) ? pieces.get(i + 1).offset() : -1);
		}
		return counting.flaws;
	}

	/** Finds every number that numbers something, in runs. */
	private void run(Outline outline, List<Span> pieces) {
		Iterator<Heading> headings = outline.headings().iterator();
		Heading next = headings.hasNext() ? headings.next() : null;
		for (int i = 0; i < pieces.size(); i++) {
			Span piece = pieces.get(i);
			int level = Run.NO_HEADING;
			int from = piece.offset();
			if (next != null && next.span().offset() == piece.offset()) {
				level = next.level();
				next = headings.hasNext() ? headings.next() : null;
				close(level);
			}
			Mark mark = Mark.at(this.text, from, piece.end());
			if (mark != null) {
				count(mark, from, level, i, true);
				from = mark.end();
			}
			inside(Span.between(from, piece.end()), i);
		}
	}

	/** Numbers within a paragraph: after a stop, a comma or a colon. */
	private void inside(Span rest, int piece) {
		for (int i = rest.offset() + 1; i < rest.end(); i++) {
			char before = this.text.charAt(i - 1);
			boolean stop = "。；;：:".indexOf(before) >= 0;
			if (!stop && before != '，' && before != ',' && !Sentences.isBlank(before)) {
				continue;
			}
			Mark mark = Mark.at(this.text, i, rest.end());
			if (mark == null) {
				continue;
			}
			boolean counts = switch (mark.style()) {
				case LEAD, LEAD_MUST, ORDINAL -> true;
				case CHINESE_BRACKET, ARABIC_BRACKET, CIRCLED, CHINESE, ARABIC -> stop;
				default -> false;
			};
			if (counts) {
				count(mark, i, Run.NO_HEADING, piece, false);
			}
		}
	}

	/** A heading ends the runs below it. */
	private void close(int level) {
		this.open.values().forEach((runs) -> runs.removeIf((run) -> run.level > level));
	}

	private void count(Mark mark, int at, int level, int piece, boolean atStart) {
		List<Run> runs = this.open.computeIfAbsent(mark.style(), (style) -> new ArrayList<>());
		if (!atStart) {
			runs.removeIf((run) -> run.piece < piece && !run.atStart);
		}
		Run run = continued(runs, mark.number(), piece, atStart);
		if (run == null && mark.number() == 1) {
			run = new Run(mark.style(), level, atStart);
			runs.add(run);
			if (runs.size() > DEEPEST) {
				runs.remove(0);
			}
		}
		else if (run == null) {
			run = innermost(runs, piece, atStart);
			if (run == null) {
				return;
			}
			wrong(run, mark, at);
		}
		run.last = mark.number();
		run.piece = piece;
		this.points.add(new Point(at, mark, run));
	}

	/**
	 * The innermost run a number goes on with; those within it have ended. Numbers that
	 * begin paragraphs rather go on with each other.
	 */
	private static @Nullable Run continued(List<Run> runs, int number, int piece, boolean atStart) {
		for (boolean alike : new boolean[] { true, false }) {
			for (int i = runs.size() - 1; i >= 0 && number > 1; i--) {
				Run run = runs.get(i);
				if (run.last == number - 1 && (!alike || run.atStart == atStart) && run.reaches(piece, atStart)) {
					runs.subList(i + 1, runs.size()).clear();
					return run;
				}
			}
		}
		return null;
	}

	private static @Nullable Run innermost(List<Run> runs, int piece, boolean atStart) {
		for (int i = runs.size() - 1; i >= 0; i--) {
			if (runs.get(i).reaches(piece, atStart)) {
				return runs.get(i);
			}
		}
		return null;
	}

	private void wrong(Run run, Mark mark, int at) {
		String last = run.style.of(run.last);
		String here = run.style.of(mark.number());
		if (mark.number() == run.last) {
			add(Flaw.Kind.NUMBERING, at, mark.end(), "“" + here + "”出现了两次");
		}
		else if (mark.number() > run.last) {
			StringBuilder missing = new StringBuilder();
			int from = run.last + 1;
			int to = mark.number() - 1;
			missing.append('“').append(run.style.of(from)).append('”');
			if (to > from) {
				missing.append((to == from + 1) ? "“" : "至“").append(run.style.of(to)).append('”');
			}
			add(Flaw.Kind.NUMBERING, at, mark.end(), "“" + last + "”之后是“" + here + "”，缺" + missing);
		}
	}

	private void promises(Span piece, int next) {
		for (int i = piece.offset(); i < piece.end(); i++) {
			int end = numeralEnd(i, piece.end());
			if (end == i) {
				continue;
			}
			int number = number(i, end);
			if (number >= 2 && number <= HIGHEST_PROMISE && isFree(i, piece)) {
				promise(number, i, end, piece, next);
			}
			i = end - 1;
		}
	}

	private void promise(int number, int start, int end, Span piece, int next) {
		if (this.text.startsWith("字诀", end) || this.text.startsWith("个字", end)) {
			formula(number, start, end, piece);
			return;
		}
		String measure = MEASURES.stream()
			.filter((word) -> this.text.startsWith(word, end) && end + word.length() <= piece.end())
			.findFirst()
			.orElse(null);
		if (measure == null) {
			return;
		}
		int behind = end + measure.length();
		if (Character.isDigit(this.text.charAt(start)) || !listed(number, start, behind, measure, piece)) {
			respectively(number, start, behind, piece);
		}
		points(number, start, behind, piece, next);
	}

	/** "发挥“五个作用”：一是…；二是…" */
	private void points(int number, int start, int behind, Span piece, int next) {
		int stop = behind;
		while (stop < piece.end() && stop - behind <= LONGEST_GAP && "：:。，,；;（(".indexOf(this.text.charAt(stop)) < 0) {
			if (Character.isDigit(this.text.charAt(stop))) {
				return;
			}
			stop++;
		}
		if (stop >= piece.end() || "：:。".indexOf(this.text.charAt(stop)) < 0) {
			return;
		}
		String thing = this.text.substring(behind, stop);
		boolean colon = this.text.charAt(stop) != '。';
		if (!colon && POINTS.stream().noneMatch((word) -> thing.replace("”", "").endsWith(word))) {
			return;
		}
		int list = stop + 1;
		while (list < piece.end() && Sentences.isBlank(this.text.charAt(list))) {
			list++;
		}
		if (list == piece.end()) {
			list = next;
		}
		int first = pointAt(list);
		if (first < 0 || this.points.get(first).mark.number() != 1 || (!colon && list == next)) {
			return;
		}
		Run run = this.points.get(first).run;
		if (run.last < number && isCutOff(run)) {
			return;
		}
		if (run.last != number && run.last > 1) {
			add(Flaw.Kind.COUNT, start, behind,
					"说是" + this.text.substring(start, behind) + "，后面列了" + Mark.chinese(run.last) + "个");
		}
	}

	/** Whether the text breaks off before the run comes to its end. */
	private boolean isCutOff(Run run) {
		int end = this.text.length();
		while (end > 0 && Sentences.isBlank(this.text.charAt(end - 1))) {
			end--;
		}
		if (end == 0 || "。！!？?；;”）)…".indexOf(this.text.charAt(end - 1)) >= 0) {
			return false;
		}
		for (int i = this.points.size() - 1; i >= Math.max(0, this.points.size() - LAST_POINTS); i--) {
			Run last = this.points.get(i).run;
			if (last == run) {
				return true;
			}
			if (last.level <= run.level && last.level != Run.NO_HEADING) {
				return false;
			}
		}
		return false;
	}

	/** "念好“谋”“争”“借”三字诀" */
	private void formula(int number, int start, int end, Span piece) {
		int items = 0;
		int signs = 0;
		int i = start;
		while (i > piece.offset() && this.text.charAt(i - 1) == '的') {
			i--;
		}
		while (i > piece.offset() && this.text.charAt(i - 1) == '”') {
			int open = opening(i, piece);
			if (open < 0) {
				return;
			}
			String words = this.text.substring(open + 1, i - 1);
			for (String item : words.split("[、，,]")) {
				items++;
				signs += item.length();
			}
			i = open;
			if (i > piece.offset() && this.text.charAt(i - 1) == '、') {
				i--;
			}
		}
		if (items > 0 && items != number && signs != number) {
			add(Flaw.Kind.COUNT, start, end + 2, "说是" + this.text.substring(start, end + 2) + "，前面列了"
					+ Mark.chinese((items == 1) ? signs : items) + "个");
		}
	}

	/** "“政策、项目、技术”三个入园", "生物医药、新材料、电子信息三大产业" */
	private boolean listed(int number, int start, int behind, String measure, Span piece) {
		int from = start;
		boolean others = false;
		if (from > piece.offset() && "和与及".indexOf(this.text.charAt(from - 1)) >= 0) {
			// the last member of a list, which does not count the others
			return false;
		}
		if (from > piece.offset() && this.text.charAt(from - 1) == '等') {
			from--;
			others = true;
		}
		int[] members = membersBefore(from, piece);
		if (members[0] < 3) {
			return false;
		}
		boolean quoted = this.text.charAt(from - 1) == '”';
		if (!quoted && !measure.equals("大") && !measure.equals("个方面") && !measure.equals("方面")) {
			return true;
		}
		boolean wrong = others ? members[0] > number : (number < members[0] || number > members[1]);
		if (wrong && Math.abs(number - members[0]) <= 2) {
			add(Flaw.Kind.COUNT, start, behind,
					"说是" + this.text.substring(start, behind) + "，前面列了" + Mark.chinese(members[0]) + "个");
		}
		return true;
	}

	/** How many members a list has at least and at most that ends here. */
	private int[] membersBefore(int end, Span piece) {
		if (end == piece.offset()) {
			return new int[] { 0, 0 };
		}
		int pauses = 0;
		int ands = 0;
		int quotations = 0;
		int i = end;
		while (i > piece.offset()) {
			char sign = this.text.charAt(i - 1);
			if (i < end && CHINESE.indexOf(sign) > 0 && startsWithMeasure(i, end)) {
				// another count stands before: 三大产业、五大园区
				return new int[] { 0, 0 };
			}
			if (sign == '”') {
				int open = opening(i, piece);
				if (open < 0) {
					return new int[] { 0, 0 };
				}
				quotations++;
				if (i == end) {
					int within = count(open, i, "、");
					int groups = count(open, i, "，,");
					if (within + groups > 0) {
						return new int[] { (groups > 0) ? groups + 1 : within + 1, within + groups + 1 };
					}
				}
				i = open;
				continue;
			}
			if ("，。；：,;:？！（）()“《》".indexOf(sign) >= 0 || Character.isDigit(sign) || end - i > 120) {
				break;
			}
			if (sign == '、') {
				pauses++;
			}
			else if (sign == '和' || sign == '与' || sign == '及') {
				ands++;
			}
			i--;
		}
		if (this.text.charAt(end - 1) == '”') {
			int adjacent = adjacentQuotations(end, piece);
			return new int[] { adjacent, Math.max(adjacent, Math.max(quotations, pauses + 1 + ands)) };
		}
		return new int[] { pauses + 1, pauses + 1 + ands };
	}

	private int count(int from, int end, String signs) {
		int count = 0;
		for (int i = from; i < end; i++) {
			count += (signs.indexOf(this.text.charAt(i)) >= 0) ? 1 : 0;
		}
		return count;
	}

	private int adjacentQuotations(int end, Span piece) {
		int quotations = 0;
		int i = end;
		while (i > piece.offset() && this.text.charAt(i - 1) == '”') {
			int open = opening(i, piece);
			if (open < 0) {
				break;
			}
			quotations++;
			i = open;
			if (i > piece.offset() && "、和与".indexOf(this.text.charAt(i - 1)) >= 0) {
				i--;
			}
		}
		return quotations;
	}

	/** "项目2个，分别为：…、…。" */
	private void respectively(int number, int start, int behind, Span piece) {
		int at = behind;
		while (at < piece.end() && at - behind < 8 && !this.text.startsWith("分别", at)) {
			if ("。；;".indexOf(this.text.charAt(at)) >= 0) {
				return;
			}
			at++;
		}
		if (!this.text.startsWith("分别为", at) && !this.text.startsWith("分别是", at)) {
			return;
		}
		int from = Math.min(at + 3, piece.end());
		Span rest = Span.between(from, Math.min(piece.end(), from + LONGEST_LIST));
		int[] closing = Sentences.pairs(this.text, rest);
		int pauses = 0;
		int ands = 0;
		int i = rest.offset();
		while (i < rest.end() && !Sentences.isEnd(this.text, i)) {
			char sign = this.text.charAt(i);
			if (closing[i - rest.offset()] > i) {
				i = closing[i - rest.offset()] + 1;
				continue;
			}
			if (Character.isDigit(sign) || sign == '，' || sign == '等' || sign == 'x'
					|| (sign == ',' && i > rest.offset())) {
				return;
			}
			if (sign == '、') {
				pauses++;
			}
			else if (sign == '和' || sign == '与' || sign == '及') {
				ands++;
			}
			i++;
		}
		if (i >= rest.end() || this.text.charAt(i) != '。' || pauses + ands == 0) {
			return;
		}
		if (number < pauses + 1 || number > pauses + 1 + ands) {
			add(Flaw.Kind.COUNT, start, behind, "说是" + this.text.substring(start, behind) + "，后面列了"
					+ Mark.chinese(pauses + 1 + Math.min(ands, 1)) + "个");
		}
	}

	/** Where the quotation begins that ends here, or -1. */
	private int opening(int end, Span piece) {
		for (int i = end - 2; i >= piece.offset() && end - i <= LONGEST_QUOTATION; i--) {
			if (this.text.charAt(i) == '“') {
				return i;
			}
		}
		return -1;
	}

	private boolean startsWithMeasure(int at, int end) {
		return MEASURES.stream().anyMatch((word) -> at + word.length() <= end && this.text.startsWith(word, at));
	}

	private int pointAt(int offset) {
		int low = 0;
		int high = this.points.size() - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int at = this.points.get(middle).at;
			if (at == offset) {
				return middle;
			}
			if (at < offset) {
				low = middle + 1;
			}
			else {
				high = middle - 1;
			}
		}
		return -1;
	}

	private boolean isFree(int start, Span piece) {
		if (start == piece.offset()) {
			return true;
		}
		char before = this.text.charAt(start - 1);
		if (Sentences.isHan(before)) {
			return "第每前首近约超几数".indexOf(before) < 0;
		}
		return ".．,—–-～~".indexOf(before) < 0 && !Character.isLetterOrDigit(before);
	}

	private int numeralEnd(int start, int end) {
		int i = start;
		while (i < end && i - start < 4 && (Character.isDigit(this.text.charAt(i)))) {
			i++;
		}
		if (i > start) {
			return i;
		}
		while (i < end && i - start < 4 && CHINESE.indexOf(this.text.charAt(i)) >= 0) {
			i++;
		}
		return i;
	}

	private int number(int start, int end) {
		if (Character.isDigit(this.text.charAt(start))) {
			int value = 0;
			for (int i = start; i < end; i++) {
				value = value * 10 + Character.digit(this.text.charAt(i), 10);
			}
			return value;
		}
		if (end - start == 1 && this.text.charAt(start) == '两') {
			return 2;
		}
		return Mark.value(this.text, start, end);
	}

	private void add(Flaw.Kind kind, int start, int end, String message) {
		this.flaws.add(new Flaw(kind, Span.between(start, end), message, null));
	}

	/** A number at its place. */
	private record Point(int at, Mark mark, Run run) {
	}

	/** Numbers of one style that follow each other. */
	private static final class Run {

		/** The level of what is no heading: below all of them. */
		private static final int NO_HEADING = 100;

		private final Mark.Style style;

		private final int level;

		private final boolean atStart;

		private int last;

		private int piece;

		private Run(Mark.Style style, int level, boolean atStart) {
			this.style = style;
			this.level = level;
			this.atStart = atStart;
		}

		/** Whether a number in a paragraph can belong to this run. */
		private boolean reaches(int at, boolean startsPiece) {
			return startsPiece ? (this.atStart || this.piece >= at - 1) : this.piece == at;
		}

	}

}
