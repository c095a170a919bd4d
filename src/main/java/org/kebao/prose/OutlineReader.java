package org.kebao.prose;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.kebao.script.Mark;
import org.kebao.script.MeasureWords;
import org.kebao.script.Numbers;
import org.kebao.script.Sentences;
import org.kebao.script.Span;
import org.kebao.script.Words;

/**
 * Reads how a text is built, in whatever style it numbers its headings. A style of
 * numbering has no level of its own: what first nests in what decides.
 */
final class OutlineReader {

	/** Words a title of such a paper ends with. */
	private static final List<String> KINDS = List.of("总结", "计划", "思路", "报告", "汇报", "要点", "打算", "规划", "述职", "方案", "情况",
			"小结", "汇总", "讲话", "安排", "材料", "总结及思路", "意见", "发言");

	/** What the words of an unnumbered heading or label end with. */
	private static final List<String> SUBJECTS = List.of("总结", "计划", "思路", "打算", "目标", "措施", "任务", "要求", "重点", "问题",
			"成效", "原则", "指标", "情况", "建议", "亮点", "案例", "思想", "做法", "困难", "安排", "不足", "经验", "回顾", "展望", "成绩", "体会", "工作",
			"短板", "方向");

	private static final List<String> BODIES = List.of("厅", "局", "委", "府", "会", "部", "办", "处", "公司", "单位", "院", "组",
			"同志", "同志们", "领导", "代表", "委员", "主任", "书记", "局长", "各位", "校", "中心", "科", "室", "站", "县", "市", "区");

	private static final int LONGEST_TITLE = 60;

	/** A title as short as this is a tag of the page where another follows. */
	private static final int SHORTEST_TITLE = 6;

	private static final int LONGEST_ADDRESSEE = 60;

	/** Longest words of a heading whose number hardly ever numbers anything else. */
	private static final int LONGEST_STRONG = 75;

	private static final int LONGEST_ARABIC = 60;

	/** Longer words than these that count something are no heading. */
	private static final int LONGEST_COUNTING = 48;

	private static final int LONGEST_LEAD = 45;

	private static final int LONGEST_LABEL = 16;

	private static final int MOST_ANNEXES = 12;

	/** How far into a text its title may be looked for. */
	private static final int HEAD = 14;

	private final String text;

	private final List<Span> lines;

	private final List<Block> blocks = new ArrayList<>();

	private @Nullable Span title;

	private @Nullable Span addressee;

	private @Nullable Span signature;

	private @Nullable Span date;

	private OutlineReader(String text) {
		this.text = text;
		this.lines = Sentences.paragraphs(text);
	}

	static Outline read(String text) {
		return new OutlineReader(text).read();
	}

	private Outline read() {
		int start = (this.lines.size() > 1) ? head() : 0;
		int end = (this.lines.size() > 1) ? tail(start) : this.lines.size();
		for (Span line : this.lines.subList(start, end)) {
			if (!isTitle(line)) {
				cut(line);
			}
		}
		judge();
		List<Heading> headings = new ArrayList<>();
		List<Span> paragraphs = new ArrayList<>();
		Levels levels = new Levels();
		for (int i = 0; i < this.blocks.size(); i++) {
			Block block = this.blocks.get(i);
			Heading heading = heading(i, levels);
			if (heading != null) {
				headings.add(heading);
			}
			if (heading == null || heading.runIn()) {
				paragraphs.add(block.span);
			}
		}
		return new Outline(this.title, this.addressee, headings, paragraphs, this.signature, this.date);
	}

	/** Finds title and addressee; returns where the body begins. */
	private int head() {
		int body = 0;
		boolean fresh = false;
		for (int i = 0; i < Math.min(this.lines.size(), HEAD); i++) {
			Span line = this.lines.get(i);
			String words = line.of(this.text);
			if (isAddressee(words)) {
				this.addressee = line;
				return i + 1;
			}
			if (Surroundings.holds(words) || isWithinSurroundings(i, body)) {
				body = i + 1;
				fresh = false;
			}
			else if (this.title != null && (words.startsWith("—") || isByLine(line))) {
				body = i + 1;
			}
			else if (looksLikeTitle(words) || isBeforeAddressee(i)) {
				if (this.title == null || !fresh || sameWords(this.title.of(this.text), words)) {
					this.title = line;
				}
				else if (goesOn(this.title.of(this.text), words)) {
					this.title = Span.between(this.title.offset(), line.end());
				}
				else if (this.title.length() <= SHORTEST_TITLE) {
					this.title = line;
				}
				else {
					return i;
				}
				fresh = true;
				body = i + 1;
			}
			else if (!isBeforeHead(i)) {
				return body(body, i);
			}
		}
		return body;
	}

	/** Whether what stands around the page goes on before a title is found. */
	private boolean isWithinSurroundings(int at, int known) {
		return this.title == null && at > 0 && known == at && this.lines.get(at).length() <= LONGEST_TITLE
				&& !looksLikeTitle(this.lines.get(at).of(this.text))
				&& this.lines.subList(at + 1, Math.min(this.lines.size(), at + 5))
					.stream()
					.anyMatch((line) -> Surroundings.holds(line.of(this.text)));
	}

	/** Whether the next line addresses somebody: what stands over it is a title. */
	private boolean isBeforeAddressee(int at) {
		String words = this.lines.get(at).of(this.text);
		return words.length() <= LONGEST_TITLE && !endsSentence(words) && Mark.at(words, 0, words.length()) == null
				&& at + 1 < this.lines.size() && isAddressee(this.lines.get(at + 1).of(this.text));
	}

	/** Lines before the body that turned out to be neither title nor page are body. */
	private int body(int known, int at) {
		return (known == 0) ? 0 : at;
	}

	/** Whether a short line is a motto of the page: a title comes soon after it. */
	private boolean isBeforeHead(int at) {
		String words = this.lines.get(at).of(this.text);
		if (this.title != null || words.length() > 30 || endsSentence(words)
				|| Mark.at(words, 0, words.length()) != null) {
			return false;
		}
		for (int i = at + 1; i < Math.min(this.lines.size(), at + 4); i++) {
			String next = this.lines.get(i).of(this.text);
			if (Mark.at(next, 0, next.length()) != null
					|| next.length() > LONGEST_TITLE && endsSentence(next) && !Surroundings.holds(next)) {
				return false;
			}
			if (Surroundings.holds(next) || looksLikeTitle(next)) {
				return true;
			}
		}
		return false;
	}

	/** Finds signature and date; returns where the body ends. */
	private int tail(int start) {
		int end = this.lines.size();
		for (int i = Math.max(start, (int) (this.lines.size() * 0.6)); i < end; i++) {
			if (Surroundings.begins(this.lines.get(i).of(this.text))) {
				end = i;
			}
		}
		while (end > start) {
			Span line = this.lines.get(end - 1);
			String words = line.of(this.text);
			if (!Surroundings.holds(words) && !isImprint(words) && !(isTitle(line) && end - 1 > start)) {
				break;
			}
			end--;
		}
		return (end > start) ? annexes(start, signed(start, end)) : end;
	}

	/** 版记: who else gets the paper, and when it was printed. */
	private static boolean isImprint(String words) {
		return words.length() <= 60 && (words.startsWith("抄送：") || words.startsWith("抄送:") || words.endsWith("日印发")
				|| words.endsWith("日印制"));
	}

	/** The list of annexes at the end is no part of the body. */
	private int annexes(int start, int end) {
		for (int i = end - 1; i > start && i >= end - MOST_ANNEXES; i--) {
			String words = this.lines.get(i).of(this.text);
			if (words.startsWith("附件：") || words.startsWith("附件:")) {
				return i;
			}
			if (words.length() > LONGEST_TITLE || endsSentence(words)) {
				return end;
			}
		}
		return end;
	}

	private int signed(int start, int end) {
		Span last = this.lines.get(end - 1);
		int dated = dateStart(last);
		if (dated < 0) {
			return isBureau(last) && end - 1 > start ? sign(last, end) : end;
		}
		if (last.length() > 60 || end - 1 == start) {
			return end;
		}
		Span before = Span.between(last.offset(), trimmed(last.offset(), dated));
		if (before.length() > 0) {
			if (!isBureau(before)) {
				return end;
			}
			this.signature = before;
			this.date = Span.between(dated, last.end());
			return end - 1;
		}
		this.date = last;
		return (end - 2 >= start && isBureau(this.lines.get(end - 2))) ? sign(this.lines.get(end - 2), end - 1)
				: end - 1;
	}

	private int sign(Span line, int end) {
		this.signature = line;
		return end - 1;
	}

	/** A bureau or a date right under the title. */
	private boolean isByLine(Span line) {
		String words = line.of(this.text);
		if (words.length() > 40 || endsSentence(words)) {
			return false;
		}
		int from = (words.startsWith("(") || words.startsWith("（")) ? 1 : 0;
		Span inner = Span.between(line.offset() + from, line.end() - ((from == 1 && line.length() > 2) ? 1 : 0));
		if (dateStart(inner) == inner.offset()) {
			this.date = inner;
			return true;
		}
		if (isBureau(line) && line.length() <= 20) {
			this.signature = line;
			return true;
		}
		return false;
	}

	/**
	 * Takes a line apart where a heading stands in the middle of it, as in texts whose
	 * line breaks were lost.
	 */
	private void cut(Span line) {
		int start = line.offset();
		for (Span sentence : Sentences.sentences(this.text, line)) {
			for (int at = nextStrong(sentence.offset(), sentence.end()); at >= 0; at = nextStrong(at + 1,
					sentence.end())) {
				if (at > start && opensHeading(start, at, sentence)) {
					this.blocks.add(new Block(Span.between(start, trimmed(start, at))));
					start = at;
				}
			}
			int list = (start >= sentence.offset()) ? listUnder(start, sentence.end()) : -1;
			if (list > 0) {
				this.blocks.add(new Block(Span.between(start, trimmed(start, list))));
				start = list;
			}
		}
		this.blocks.add(new Block(Span.between(start, line.end())));
	}

	/** Where the next number stands that by custom numbers headings, or -1. */
	private int nextStrong(int from, int end) {
		for (int i = from; i < end; i++) {
			char sign = this.text.charAt(i);
			if ("一二三四五六七八九十（(第㈠".indexOf(sign) < 0 || (i > 0 && isNumeral(this.text.charAt(i - 1)))) {
				continue;
			}
			Mark mark = Mark.at(this.text, i, end);
			if (mark != null && mark.style().isStrong()) {
				return i;
			}
		}
		return -1;
	}

	/** Whether a number in the middle of a line is that of a heading. */
	private boolean opensHeading(int start, int at, Span sentence) {
		Mark mark = Mark.at(this.text, at, sentence.end());
		int before = trimmed(start, at);
		if (mark == null || before == start) {
			return false;
		}
		char last = this.text.charAt(before - 1);
		boolean ended = last == '。' || last == '！' || last == '!'
				|| ("”）)".indexOf(last) >= 0 && before > start + 1 && this.text.charAt(before - 2) == '。');
		if (ended && at == sentence.offset()) {
			return true;
		}
		boolean whole = "；;".indexOf(this.text.charAt(sentence.end() - 1)) < 0;
		boolean colon = last == '：' || last == ':';
		if (mark.style() == Mark.Style.CHINESE && (whole || colon && holdsFirst(mark.end(), sentence.end()))) {
			// "现汇报如下：一、…" and "… 一、…"; "分为两部分：一、…；二、…" is a list
			return colon ? mark.number() == 1 : before < at;
		}
		Mark outer = Mark.at(this.text, start, at);
		return mark.style() == Mark.Style.CHINESE_BRACKET && mark.number() == 1 && outer != null
				&& outer.style().compareTo(mark.style()) < 0 && at - outer.end() <= 45 && at - outer.end() >= 2
				&& last != '：' && last != ':' && last != '、';
	}

	/** "一、工作情况（一）…": whether the first number of a lower style stands in the line. */
	private boolean holdsFirst(int from, int end) {
		for (int i = from + 2; i < Math.min(end, from + LONGEST_STRONG); i++) {
			if (Amounts.isPause(this.text.charAt(i)) && "（(".indexOf(this.text.charAt(i)) < 0) {
				return false;
			}
			Mark mark = Mark.at(this.text, i, end);
			if (mark != null && mark.style() == Mark.Style.CHINESE_BRACKET) {
				return mark.number() == 1;
			}
		}
		return false;
	}

	/** "二、存在的问题一是投入不足。", "（一）抓培育 一是…": where the points begin under a heading, or -1. */
	private int listUnder(int start, int end) {
		Mark outer = Mark.at(this.text, start, end);
		if (outer == null || !outer.style().isStrong()) {
			return -1;
		}
		boolean bare = true;
		for (int i = outer.end(); i < Math.min(end, outer.end() + LONGEST_STRONG); i++) {
			char sign = this.text.charAt(i);
			boolean begins = this.text.startsWith("一是", i);
			if (begins && i - outer.end() > 4 && Sentences.isBlank(this.text.charAt(i - 1))) {
				return i;
			}
			if (!Sentences.isHan(sign) && !Sentences.isBlank(sign) && "，,、“”".indexOf(sign) < 0) {
				return -1;
			}
			bare = bare && Sentences.isHan(sign) && i < outer.end() + 24;
			if (begins && bare) {
				String words = this.text.substring(outer.end(), i);
				return SUBJECTS.stream().anyMatch(words::endsWith) ? i : -1;
			}
		}
		return -1;
	}

	private static boolean isNumeral(char sign) {
		return "一二三四五六七八九十".indexOf(sign) >= 0;
	}

	/** Decides which numbered blocks are headings: brothers are so together. */
	private void judge() {
		Map<Mark.Style, List<Block>> open = new EnumMap<>(Mark.Style.class);
		for (int i = 0; i < this.blocks.size(); i++) {
			Block block = this.blocks.get(i);
			Mark mark = Mark.at(this.text, block.span.offset(), block.span.end());
			if (mark == null) {
				continue;
			}
			block.mark = mark;
			shape(i);
			List<Block> brothers = open.computeIfAbsent(mark.style(), (style) -> new ArrayList<>());
			if (!brothers.isEmpty() && mark.number() <= brothers.get(brothers.size() - 1).number()) {
				settle(brothers);
				brothers.clear();
			}
			brothers.add(block);
		}
		open.values().forEach(OutlineReader::settle);
	}

	private static void settle(List<Block> brothers) {
		if (brothers.isEmpty()) {
			return;
		}
		Mark.Style style = brothers.get(0).style();
		long good = brothers.stream().filter((block) -> block.shape.isHeading()).count();
		boolean bodies = brothers.stream().anyMatch((block) -> block.hasBody);
		boolean majority = good * (style.isStrong() ? 3 : 2) >= brothers.size();
		boolean lonely = style.isLead() && brothers.size() < 2;
		for (Block block : brothers) {
			boolean can = block.shape.isHeading() || (majority && block.shape == Shape.SINGLE);
			boolean would = majority && !lonely && (bodies || style.isStrong());
			block.heading = can && (would || (block.shape == Shape.OWN && block.hasBody && !style.isLead()));
		}
	}

	/** What kind of line a numbered block is. */
	private void shape(int at) {
		Block block = this.blocks.get(at);
		Mark mark = block.marked();
		int words = skipBlanks(mark.end(), block.span.end());
		int longest = mark.style().isStrong() ? LONGEST_STRONG
				: (mark.style().isLead() ? LONGEST_LEAD : LONGEST_ARABIC);
		block.headingEnd = block.span.end();
		block.shape = Shape.POINT;
		if (words >= block.span.end()) {
			return;
		}
		List<Span> sentences = Sentences.sentences(this.text, block.span);
		Span first = sentences.get(0);
		char last = this.text.charAt(first.end() - 1);
		boolean follows = followedByBody(at);
		block.hasBody = follows || sentences.size() > 1;
		if (mark.style().isLead() && goesOnInside(block, sentences)) {
			return;
		}
		int label = labelEnd(words, first.end());
		if (label > 0 && (label < block.span.end() || follows)) {
			block.headingEnd = label;
			block.hasBody = true;
			block.shape = (label < block.span.end()) ? Shape.RUN_IN : Shape.OWN;
			return;
		}
		int gap = gap(words, first.end());
		if (gap > 0) {
			block.headingEnd = gap;
			block.hasBody = true;
			block.shape = Shape.RUN_IN;
			return;
		}
		if (first.end() - words > longest || last == ';' || last == '；'
				|| first.end() - words > LONGEST_COUNTING && counts(words, first.end())) {
			return;
		}
		block.headingEnd = first.end();
		if (sentences.size() > 1) {
			block.shape = Shape.RUN_IN;
		}
		else if (last == '。' || last == '!' || last == '！') {
			block.shape = follows ? Shape.OWN : Shape.SINGLE;
		}
		else if (last != ',' && last != '，' && last != '、') {
			block.shape = (follows || mark.style().isStrong()) ? Shape.OWN : Shape.SINGLE;
		}
	}

	/** Whether digits with a unit stand in a stretch. */
	private boolean counts(int start, int end) {
		for (int i = start + 1; i < end; i++) {
			if (Numbers.isDigit(this.text.charAt(i - 1)) && MeasureWords.at(this.text, i, end) > 0) {
				return true;
			}
		}
		return false;
	}

	/** Whether the run goes on within its first paragraph: 一是…；二是… */
	private boolean goesOnInside(Block block, List<Span> sentences) {
		for (Span sentence : sentences.subList(1, sentences.size())) {
			Mark next = Mark.at(this.text, sentence.offset(), sentence.end());
			if (next != null && next.style() == block.style() && next.number() > block.number()) {
				return true;
			}
		}
		return false;
	}

	/** Whether what follows a block belongs under it: plain text, or lower points. */
	private boolean followedByBody(int at) {
		if (at + 1 >= this.blocks.size()) {
			return false;
		}
		Span next = this.blocks.get(at + 1).span;
		Mark mark = Mark.at(this.text, next.offset(), next.end());
		if (mark == null) {
			return true;
		}
		return mark.number() == 1 && mark.style() != this.blocks.get(at).style();
	}

	/** "1.知识产权：全年…": the end of a label of a few words, or -1. */
	private int labelEnd(int start, int end) {
		for (int i = start; i < Math.min(end, start + LONGEST_LABEL); i++) {
			char sign = this.text.charAt(i);
			if (sign == '：' || sign == ':') {
				return (i - start >= 2) ? i + 1 : -1;
			}
			if (!Character.isLetterOrDigit(sign) && "、“”+&".indexOf(sign) < 0) {
				return -1;
			}
		}
		return -1;
	}

	/** "一、主要工作 今年以来，…": the end of the words before the blank, or -1. */
	private int gap(int start, int end) {
		for (int i = start; i < Math.min(end, start + 45); i++) {
			char sign = this.text.charAt(i);
			if (Sentences.isBlank(sign)) {
				return (i - start >= 4 && end - i > 20) ? i : -1;
			}
			if (!Sentences.isHan(sign) && "、《》“”".indexOf(sign) < 0) {
				return -1;
			}
		}
		return -1;
	}

	private @Nullable Heading heading(int at, Levels levels) {
		Block block = this.blocks.get(at);
		if (block.mark != null) {
			if (!block.heading) {
				return null;
			}
			if (block.number() == 1 && isIntroduced(at)) {
				levels.leave();
			}
			int level = levels.of(block.mark, () -> opensAnew(at));
			Span span = Span.between(block.span.offset(), block.headingEnd);
			int words = skipBlanks(block.mark.end(), block.headingEnd);
			return new Heading(span, level, this.text.substring(block.span.offset(), block.mark.end()),
					this.text.substring(words, block.headingEnd), block.headingEnd < block.span.end());
		}
		int label = unnumberedLabel(at);
		if (label > 0) {
			Span span = Span.between(block.span.offset(), label);
			return new Heading(span, levels.below(), "", span.of(this.text), label < block.span.end());
		}
		if (isPart(at)) {
			levels.restart();
			return new Heading(block.span, 1, "", block.span.of(this.text), false);
		}
		return null;
	}

	/**
	 * "具体如下：" before a first point: a list of its own, under none of the points before.
	 */
	private boolean isIntroduced(int at) {
		Block before = (at > 0) ? this.blocks.get(at - 1) : null;
		return before != null && before.mark == null && "：:".indexOf(this.text.charAt(before.span.end() - 1)) >= 0;
	}

	/** Whether the style above this one counts anew under it later in the text. */
	private boolean opensAnew(int at) {
		Set<Mark.Style> lower = EnumSet.noneOf(Mark.Style.class);
		Mark.Style style = this.blocks.get(at).style();
		for (Block block : this.blocks.subList(at + 1, this.blocks.size())) {
			if (!block.heading) {
				continue;
			}
			if (block.style() == style) {
				break;
			}
			if (lower.add(block.style()) && block.style().compareTo(style) > 0 && block.number() == 1) {
				return true;
			}
		}
		return false;
	}

	/** "总体思路：": the end of a label without a number, or -1. */
	private int unnumberedLabel(int at) {
		Span span = this.blocks.get(at).span;
		int end = labelEnd(span.offset(), Math.min(span.end(), span.offset() + 12));
		if (end < 0 || (end == span.end() && at + 1 == this.blocks.size())) {
			return -1;
		}
		String words = this.text.substring(span.offset(), end - 1);
		return SUBJECTS.stream().anyMatch(words::endsWith) ? end : -1;
	}

	/** A line between numbered parts: "下半年工作计划". */
	private boolean isPart(int at) {
		Span span = this.blocks.get(at).span;
		if (span.length() > 32 || span.length() < 4 || at + 1 >= this.blocks.size() || isRule(at - 1)
				|| isRule(at + 1)) {
			return false;
		}
		String words = span.of(this.text);
		for (int i = 0; i < words.length(); i++) {
			char sign = words.charAt(i);
			if (!Character.isLetterOrDigit(sign) && "、“”()（）-—".indexOf(sign) < 0) {
				return false;
			}
		}
		return SUBJECTS.stream().anyMatch(words::endsWith);
	}

	/** Whether a line holds but the rule between two cells of a table. */
	private boolean isRule(int at) {
		return at >= 0 && this.blocks.get(at).span.of(this.text).chars().allMatch((sign) -> "|｜".indexOf(sign) >= 0);
	}

	private boolean isTitle(Span line) {
		return this.title != null && (line.equals(this.title) || this.title.covers(line)
				|| sameWords(this.title.of(this.text), line.of(this.text)));
	}

	private static boolean looksLikeTitle(String words) {
		if (words.length() > LONGEST_TITLE || words.length() < 4 || endsSentence(words)
				|| Mark.at(words, 0, words.length()) != null || words.indexOf('，') >= 0 || words.indexOf(',') >= 0
				|| words.endsWith("：") || words.endsWith(":")) {
			return false;
		}
		String bare = bare(words);
		return KINDS.stream().anyMatch(bare::endsWith) || words.startsWith("关于");
	}

	/** Without the marks of titles, a bracket at the end and the words of collections. */
	private static String bare(String words) {
		String bare = words.strip();
		if (bare.startsWith("《")) {
			bare = bare.substring(1);
		}
		boolean shorter = true;
		while (shorter) {
			int length = bare.length();
			if (bare.endsWith("》")) {
				bare = bare.substring(0, length - 1);
			}
			if (bare.endsWith("范文") || bare.endsWith("范本") || bare.endsWith("模板")) {
				bare = bare.substring(0, length - 2);
			}
			if (bare.endsWith(")") || bare.endsWith("）") || bare.endsWith("】")) {
				int open = Math.max(bare.lastIndexOf('('), Math.max(bare.lastIndexOf('（'), bare.lastIndexOf('【')));
				bare = (open > 0) ? bare.substring(0, open).strip() : bare;
			}
			shorter = bare.length() < length;
		}
		return bare;
	}

	private static boolean goesOn(String title, String words) {
		return words.startsWith("及") || words.startsWith("暨") || words.startsWith("和") || words.startsWith("与")
				|| title.endsWith("的") || title.endsWith("、") || title.endsWith("关于");
	}

	private static boolean isAddressee(String words) {
		if (words.length() > LONGEST_ADDRESSEE || words.length() < 3 || !(words.endsWith(":") || words.endsWith("："))
				|| Mark.at(words, 0, words.length()) != null) {
			return false;
		}
		String name = words.substring(0, words.length() - 1).strip();
		return BODIES.stream().anyMatch(name::endsWith) && name.indexOf('。') < 0 && name.indexOf('如') < 0
				&& name.indexOf('；') < 0;
	}

	private boolean isBureau(Span line) {
		String words = line.of(this.text);
		if (words.length() > 30 || words.length() < 3 || Mark.at(words, 0, words.length()) != null) {
			return false;
		}
		for (int i = 0; i < words.length(); i++) {
			char sign = words.charAt(i);
			if (!Character.isLetterOrDigit(sign) && "()（）× ×*、\u3000".indexOf(sign) < 0) {
				return false;
			}
		}
		return List.of("局", "厅", "委", "委员会", "府", "办公室", "部", "处", "中心", "院", "公司", "科", "协会", "管委会", "站", "学校", "组")
			.stream()
			.anyMatch(words::endsWith);
	}

	/** Where the date begins that a line ends with, or -1: "二〇二五年六月三十日". */
	private int dateStart(Span line) {
		int start = line.end();
		boolean day = false;
		boolean month = false;
		boolean year = false;
		while (start > line.offset()) {
			char sign = this.text.charAt(start - 1);
			if (sign == '日') {
				day = true;
			}
			else if (sign == '月') {
				month = true;
			}
			else if (sign == '年') {
				year = true;
			}
			else if (!(Character.isDigit(sign) || "〇○ＯO零一二三四五六七八九十xX×*Ｘ ".indexOf(sign) >= 0)) {
				break;
			}
			start--;
		}
		if (!year || !month || line.end() - start > 20) {
			return -1;
		}
		char last = this.text.charAt(line.end() - 1);
		if (last != '日' && !(last == '月' && !day)) {
			return -1;
		}
		while (start < line.end() && this.text.charAt(start) == ' ') {
			start++;
		}
		return start;
	}

	private static boolean endsSentence(String words) {
		return !words.isEmpty() && "。；;！!？?，,".indexOf(words.charAt(words.length() - 1)) >= 0;
	}

	private static boolean sameWords(String one, String other) {
		return bare(one).replace(" ", "").equals(bare(other).replace(" ", ""));
	}

	private int skipBlanks(int start, int end) {
		int at = start;
		while (at < end && Sentences.isBlank(this.text.charAt(at))) {
			at++;
		}
		return at;
	}

	private int trimmed(int start, int end) {
		int at = end;
		while (at > start && Sentences.isBlank(this.text.charAt(at - 1))) {
			at--;
		}
		return at;
	}

	/** What a numbered block looks like. */
	private enum Shape {

		/** a heading on a line of its own */
		OWN,
		/** a short sentence that opens a paragraph */
		RUN_IN,
		/** a short sentence with nothing under it: a heading where its brothers are */
		SINGLE,
		/** a point of a list */
		POINT;

		boolean isHeading() {
			return this == OWN || this == RUN_IN;
		}

	}

	/** A paragraph, or a piece of one that begins with a number. */
	private static final class Block {

		private final Span span;

		private @Nullable Mark mark;

		private Shape shape = Shape.POINT;

		private int headingEnd;

		private boolean hasBody;

		private boolean heading;

		private Block(Span span) {
			this.span = span;
		}

		private Mark marked() {
			if (this.mark == null) {
				throw new IllegalStateException("no number");
			}
			return this.mark;
		}

		private Mark.Style style() {
			return marked().style();
		}

		private int number() {
			return marked().number();
		}

	}

}
