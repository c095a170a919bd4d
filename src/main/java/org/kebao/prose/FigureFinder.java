package org.kebao.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.kebao.prose.Amounts.Amount;
import org.kebao.prose.Figure.Hole;
import org.kebao.prose.Figure.Role;
import org.kebao.prose.Growth.Base;
import org.kebao.prose.Growth.Kind;
import org.kebao.script.MeasureWords;
import org.kebao.script.Numbers;
import org.kebao.script.Sentences;
import org.kebao.script.Span;
import org.kebao.script.Words;

/**
 * Reads the figures out of a text, paragraph by paragraph: finds the amounts, and tells
 * for each by the words around it whether it is a figure, the change of one, the share of
 * a goal that was reached or what something is compared with.
 */
final class FigureFinder {

	private static final Words LAST_YEAR = Words.of("去年 上年 上年度 去年同期 上年同期 上一年 去年全年 上年全年 去年底 上年末 上年底 去年末 上一年度 上年度同期 同期");

	private static final Words LINKS = Words.of("为 是 的 达 达到 有 ： : 共 共有");

	private static final Words EACH = Words.of("分别");

	private static final Words NAMED = Words.of("分别是 分别为 依次是 依次为");

	private static final Words FROM = Words.of("由 从");

	private static final Words EQUALS = Words.of("是 为 相当于 达到 达 已达 已达到 已是 已完成 完成");

	/** More amounts than these side by side belong to no list of things. */
	private static final int MOST_JOINED = 12;

	private static final Words REACHED = Words
		.of("达到 达 到达 达到了 达成 至 到 已达 已达到 增至 升至 总数达 总数达到 总量达 总量达到 总额达 总额达到 累计达 累计达到 总值达 总值达到");

	private static final Words BEYOND = Words.of("突破 超过 超");

	/** How many figures back a change is sought its figure. */
	private static final int REACH = 40;

	private static final int LOST_ENOUGH = 3;

	private final String text;

	private final boolean stripped;

	private final Function<Span, Role> usual;

	private final List<FigureDraft> all = new ArrayList<>();

	private FigureFinder(String text, boolean stripped, Function<Span, Role> usual) {
		this.text = text;
		this.stripped = stripped;
		this.usual = usual;
	}

	/**
	 * The figures of some paragraphs, in their order.
	 * @param usual the role figures of a paragraph have where no word says otherwise
	 */
	static List<Figure> in(String text, List<Span> paragraphs, Function<Span, Role> usual) {
		List<List<Amount>> amounts = new ArrayList<>();
		int lost = 0;
		int told = 0;
		for (Span paragraph : paragraphs) {
			List<Amount> found = Amounts.in(text, paragraph, false);
			amounts.add(found);
			for (Amount amount : found) {
				if (amount.hole() == Hole.LOST) {
					lost++;
				}
				else if (!Numbers.isHanNumeral(text.charAt(amount.number()))) {
					told++;
				}
			}
		}
		boolean stripped = lost >= LOST_ENOUGH && lost > 2 * told;
		FigureFinder figures = new FigureFinder(text, stripped, usual);
		for (int i = 0; i < paragraphs.size(); i++) {
			Span paragraph = paragraphs.get(i);
			figures.paragraph(paragraph, stripped ? Amounts.in(text, paragraph, true) : amounts.get(i));
		}
		return figures.all.stream().filter((draft) -> !draft.part).map(FigureDraft::figure).toList();
	}

	/** Reads a paragraph period by period; a semicolon ends a sentence and no period. */
	private void paragraph(Span paragraph, List<Amount> amounts) {
		if (amounts.isEmpty()) {
			return;
		}
		List<Span> sentences = Sentences.sentences(this.text, paragraph);
		Role role = this.usual.apply(paragraph);
		List<FigureDraft> before = List.of();
		int next = 0;
		int i = 0;
		while (i < sentences.size()) {
			int first = i;
			while (i + 1 < sentences.size() && isSemicolon(sentences.get(i))) {
				i++;
			}
			List<Span> some = sentences.subList(first, i + 1);
			int end = sentences.get(i).end();
			int from = next;
			while (next < amounts.size() && amounts.get(next).number() < end) {
				next++;
			}
			Period period = new Period(some, amounts.subList(from, next), before, role);
			before = period.read();
			role = period.usual;
			this.all.addAll(before);
			i++;
		}
	}

	private boolean isSemicolon(Span sentence) {
		char last = this.text.charAt(sentence.end() - 1);
		return last == '；' || last == ';';
	}

	/** Sentences that hang together, and what is read out of them. */
	private final class Period {

		private final String text = FigureFinder.this.text;

		private final List<Span> sentences;

		private final List<Amount> amounts;

		private final List<FigureDraft> before;

		private final List<FigureDraft> drafts = new ArrayList<>();

		private final int start;

		private final int end;

		private Role usual;

		private @Nullable Role cue;

		/** A comparison whose amount was passed over: "比上年的120家". */
		private int pending = -1;

		private int pendingFrom;

		/** What rose from an amount that was passed over: "成交额由2亿元增加到3亿元". */
		private String risen = "";

		/** Where the words end that lead to the amount at hand. */
		private int leadOf;

		/** Things that still wait for their amounts. */
		private final List<String> shared = new ArrayList<>();

		private int sentence;

		private Period(List<Span> sentences, List<Amount> amounts, List<FigureDraft> before, Role usual) {
			this.sentences = sentences;
			this.amounts = amounts;
			this.before = before;
			this.usual = usual;
			this.start = sentences.get(0).offset();
			this.end = sentences.get(sentences.size() - 1).end();
		}

		private List<FigureDraft> read() {
			label();
			int i = 0;
			while (i < this.amounts.size()) {
				i = amount(i);
			}
			Breakdown.nest(this.text, this.start, this.end, this.drafts, this.before);
			return this.drafts;
		}

		/** "工作目标：" makes goals of all that follows in the paragraph. */
		private void label() {
			int stop = Math.min(this.end, this.start + 14);
			for (int at = this.start; at < stop; at++) {
				char sign = this.text.charAt(at);
				if (sign == '：' || sign == ':') {
					if (Goals.isLabel(this.text, this.start, at)) {
						this.usual = Role.TARGET;
					}
					return;
				}
			}
		}

		/** Reads an amount and says which is next. */
		private int amount(int i) {
			Amount amount = this.amounts.get(i);
			int gap = (i > 0) ? Math.max(this.start, Math.min(this.amounts.get(i - 1).end(), amount.start()))
					: this.start;
			int clause = Growths.clauseStart(this.text, gap, amount.start());
			int stop = stop(i);
			if (isBase(amount, gap, clause, stop)) {
				return i + 1;
			}
			if (this.pending >= 0 && clause > gap + 1) {
				this.pending = -1;
			}
			int lead = lead(i);
			this.leadOf = lead;
			int from = (lead < gap && i > 1) ? Math.max(this.start, Math.min(lead, this.amounts.get(i - 2).end()))
					: (lead < gap) ? this.start : gap;
			Goals.Completion completion = Goals.completion(this.text, from, lead, amount);
			if (completion != null) {
				if (Goals.isAimed(this.text, clause, lead)) {
					return i + 1;
				}
				if (lead < gap && !this.drafts.isEmpty()) {
					goal(this.drafts.get(this.drafts.size() - 1));
				}
				complete(amount, completion, gap, clause, stop);
				return i + 1;
			}
			if (isShareOfYearBefore(amount, from, lead)) {
				return i + 1;
			}
			Growths.Found found = Growths.before(this.text, (this.pending >= 0) ? this.pendingFrom : gap, amount,
					this.pending);
			this.pending = -1;
			if (found != null) {
				int after = grow(i, gap, found, clause, stop);
				if (after > i) {
					return after;
				}
			}
			FigureDraft draft = add(amount, gap, clause, stop);
			share(draft, i, gap);
			reach(draft, gap, amount);
			return i + 1;
		}

		/** "产值增长20%，达到100亿元": what it grew to. */
		private void reach(FigureDraft draft, int gap, Amount amount) {
			int last = this.drafts.size() - 2;
			FigureDraft grown = (last >= 0) ? this.drafts.get(last) : null;
			Growth growth = (grown != null) ? grown.growth : null;
			if (grown == null || growth == null || gap != grown.span.end() || grown.bracket() != draft.bracket()
					|| growth.base() == Base.OTHER && growth.kind() == Kind.POINTS && !growth.comparison().isEmpty()) {
				return;
			}
			boolean change = grown.amount == null && (growth.kind() != Kind.POINTS || draft.unit().equals("%"))
					|| growth.kind() == Kind.AMOUNT && grown.unit().equals(draft.unit());
			boolean several = last > 0 && this.drafts.get(last - 1).amount == null
					&& this.drafts.get(last - 1).span.end() >= grown.span.offset() - 1;
			if (change && !several && isReached(gap, amount)) {
				draft.growth = growth;
				draft.thing = grown.thing;
				draft.level = grown.level;
				draft.unnamed = false;
				this.drafts.remove(last);
			}
		}

		/** Whether nothing but "，达到" stands before an amount. */
		private boolean isReached(int gap, Amount amount) {
			int at = gap;
			if (at < amount.start() && "，,、".indexOf(this.text.charAt(at)) >= 0) {
				at++;
			}
			int end = REACHED.stripEnd(this.text, at, amount.start());
			boolean told = end < amount.start() || BEYOND.startingAt(this.text, amount.start(), amount.end()) > 0;
			return end == at && told;
		}

		/** "申请量、授权量分别达到400件、180件": the things stand before all of the amounts. */
		private void share(FigureDraft draft, int i, int gap) {
			Amount amount = this.amounts.get(i);
			if (i > 0 && !this.shared.isEmpty() && amount.start() - this.amounts.get(i - 1).end() == 1) {
				String thing = this.shared.remove(0);
				draft.thing = thing;
				draft.level = Things.level(thing, 0, thing.length());
				draft.unnamed = false;
				return;
			}
			this.shared.clear();
			int each = EACH.lastIn(this.text, Math.max(gap, amount.start() - 20), amount.start());
			List<String> things = (each < 0) ? Things.items(draft.thing, false)
					: Things.items(Things.before(this.text, Growths.clauseStart(this.text, gap, each), each), false);
			if (things.size() > 1 && (each >= 0 || things.size() == joined(i))) {
				draft.thing = things.get(0);
				draft.level = Things.level(things.get(0), 0, things.get(0).length());
				this.shared.addAll(things.subList(1, things.size()));
			}
		}

		/** How many amounts of one unit stand side by side: "达100家、80家". */
		private int joined(int i) {
			int count = 1;
			while (i + count < this.amounts.size() && count <= MOST_JOINED) {
				Amount last = this.amounts.get(i + count - 1);
				Amount next = this.amounts.get(i + count);
				if (next.start() - last.end() != 1 || this.text.charAt(last.end()) != '、'
						|| !next.unit().equals(last.unit())) {
					break;
				}
				count++;
			}
			return count;
		}

		/**
		 * Where the words end that lead to an amount: before the one it is a share of, in
		 * "占任务数16900万元的63.7%" and "完成年任务（40.2亿元）的32.5%".
		 */
		private int lead(int i) {
			Amount amount = this.amounts.get(i);
			if (i == 0 || !amount.unit().equals("%") && !amount.unit().equals("倍")) {
				return amount.start();
			}
			Amount before = this.amounts.get(i - 1);
			int end = (before.bracketEnd() > 0 && before.bracket() != amount.bracket()) ? before.bracketEnd() + 1
					: before.end();
			if (before.start() < this.start || end >= amount.start() || this.text.charAt(end) != '的'
					|| amount.start() - end > 2) {
				return amount.start();
			}
			return (end == before.end()) ? before.start() : before.bracket();
		}

		private void goal(FigureDraft draft) {
			draft.goal = true;
			draft.role = Role.TARGET;
			FigureDraft whole = lastOutside(-1);
			if (whole != null && whole != draft) {
				draft.thing = whole.thing;
				draft.level = whole.level;
			}
		}

		/** Where the words of an amount end: at the next pause or the next amount. */
		private int stop(int i) {
			int to = (i + 1 < this.amounts.size()) ? Math.min(this.end, this.amounts.get(i + 1).start()) : this.end;
			int at = this.amounts.get(i).end();
			while (at < to && !Amounts.isPause(this.text.charAt(at)) && this.text.charAt(at) != '、') {
				at++;
			}
			return Math.max(at, this.amounts.get(i).end());
		}

		/** What something else is compared with: no figure of its own. */
		private boolean isBase(Amount amount, int gap, int clause, int stop) {
			if (amount.isRelative() && !amount.unit().equals("%")) {
				return false;
			}
			int links = LINKS.stripEnd(this.text, clause, amount.start());
			int year = LAST_YEAR.endingAt(this.text, clause, links);
			if (year > 0 && amount.bracket() >= 0 && Growths.isSilent(this.text, clause, links - year)) {
				FigureDraft last = lastOutside(amount.bracket());
				if (last != null && last.growth == null) {
					String worded = this.text.substring(links - year, links);
					last.growth = new Growth(Span.between(links - year, amount.end()), worded, Base.YEAR_BEFORE,
							Kind.PERCENT, null);
				}
				return true;
			}
			boolean bracketed = amount.bracket() >= gap && amount.start() == amount.bracket() + 1;
			int told = bracketed ? amount.bracket() : amount.start();
			int from = bracketed ? Growths.clauseStart(this.text, gap, told) : clause;
			int comparison = Growths.comparison(this.text, Math.max(from, told - 30), told);
			if (comparison >= 0 && Growths.isToldIn(this.text, amount.end(), tail(amount, bracketed))
					&& Growths.before(this.text, gap, amount, -1) == null) {
				this.pending = comparison;
				this.pendingFrom = gap;
				return true;
			}
			int rise = FROM.lastIn(this.text, Math.max(clause, amount.start() - 16), amount.start());
			if (rise >= 0 && Reaching.TO.in(this.text, amount.end(), Math.min(this.end, amount.end() + 7))) {
				this.risen = Things.before(this.text, clause, rise);
				return true;
			}
			return false;
		}

		/** Where the words end that follow an amount, or the bracket around it. */
		private int tail(Amount amount, boolean bracketed) {
			int at = bracketed ? Math.min(this.end, amount.bracketEnd() + 1) : amount.end();
			while (at < this.end && !Amounts.isPause(this.text.charAt(at)) && !Numbers.isDigit(this.text.charAt(at))) {
				at++;
			}
			return at;
		}

		private void complete(Amount amount, Goals.Completion completion, int gap, int clause, int stop) {
			FigureDraft last = lastOutside(amount.bracket());
			boolean silent = Things.before(this.text, completion.subjectStart(), completion.subjectEnd()).isEmpty();
			if (last != null && silent) {
				if (last.completion == null) {
					last.completion = completion.percent();
				}
				return;
			}
			FigureDraft own = add(amount, gap, clause, stop);
			own.completion = completion.percent();
			own.thing = Things.before(this.text, completion.subjectStart(), completion.subjectEnd());
		}

		/** "是去年全年的80%": a comparison, and no change. */
		private boolean isShareOfYearBefore(Amount amount, int from, int lead) {
			if (!amount.unit().equals("%") && !amount.unit().equals("倍")) {
				return false;
			}
			int clause = Growths.clauseStart(this.text, from, lead);
			int links = LINKS.stripEnd(this.text, clause, lead);
			int year = year(clause, links);
			int equals = EQUALS.endingAt(this.text, clause, year);
			if (year == links || equals == 0) {
				return false;
			}
			if (lead < amount.start() && lead >= this.start && !this.drafts.isEmpty()
					&& this.drafts.get(this.drafts.size() - 1).span.offset() >= lead) {
				this.drafts.remove(this.drafts.size() - 1);
			}
			FigureDraft last = lastOutside(amount.bracket());
			if (last == null) {
				return false;
			}
			if (last.growth == null) {
				last.growth = new Growth(Span.between(year - equals, amount.end()), this.text.substring(year, links),
						Base.YEAR_BEFORE, Kind.PERCENT, null);
			}
			return true;
		}

		/** Where a year starts that ends here: 去年同期, 2019年全年; here, where none does. */
		private int year(int from, int end) {
			int length = LAST_YEAR.endingAt(this.text, from, end);
			if (length > 0) {
				return end - length;
			}
			for (int at = Math.max(from, end - 9); at < end; at++) {
				if (Growths.year(this.text, at, end) == end) {
					return at;
				}
			}
			return end;
		}

		/**
		 * Gives a change to what changed; i where the amount turns out to be a figure.
		 */
		private int grow(int i, int gap, Growths.Found found, int clause, int stop) {
			Amount amount = this.amounts.get(i);
			Growth growth = found.growth();
			boolean joined = i > 0 && found.subjectStart() == gap && gap == this.amounts.get(i - 1).end();
			boolean silent = Growths.isSilent(this.text, found.subjectStart(), found.subjectEnd())
					|| joined && !Growths.endsMeasurable(this.text, found.subjectStart(), found.subjectEnd());
			FigureDraft last = silent ? target(amount, growth) : null;
			if (growth.kind() == Kind.AMOUNT) {
				boolean one = last != null && MeasureWords.base(last.unit()).equals(MeasureWords.base(amount.unit()));
				if (one && last != null) {
					give(last, growth);
					return i + 1;
				}
				FigureDraft own = add(amount, gap, clause, stop);
				if (found.comparison() >= 0) {
					own.growth = growth;
					String subject = Things.before(this.text, found.subjectStart(), found.subjectEnd());
					own.thing = subject.isEmpty() && this.drafts.size() > 1
							? this.drafts.get(this.drafts.size() - 2).thing : subject;
				}
				return i + 1;
			}
			boolean named = Things.before(this.text, found.subjectStart(), found.subjectEnd()).length() > 1;
			if (found.noun() && last == null && (found.comparison() < 0 || !named)) {
				return i;
			}
			if (found.each() && silent && values(i) > 1) {
				List<String> things = namedBefore(found.subjectStart());
				if (things.size() == values(i)) {
					each(i, things, growth);
					return i + things.size();
				}
			}
			int values = (found.each() || last != null && values(i) == standingTogether()) ? values(i) : 1;
			if (last != null) {
				if (values > 1) {
					each(i, values, growth);
				}
				else if (found.all()) {
					all(last, growth);
				}
				else {
					give(last, growth);
				}
				return i + values;
			}
			if (silent && isAtStart(found) && found.comparison() >= 0) {
				FigureDraft earlier = lastOf(this.before);
				if (earlier != null) {
					give(earlier, growth);
					return i + 1;
				}
			}
			alone(i, gap, values, found);
			return i + values;
		}

		/** "专利申请和授权增长20%": no amount, only the change; of each that is named. */
		private void alone(int i, int gap, int values, Growths.Found found) {
			String subject = Things.before(this.text, found.subjectStart(), found.subjectEnd());
			if (!this.drafts.isEmpty() && Goals.isGoal(subject)) {
				subject = this.drafts.get(this.drafts.size() - 1).thing;
			}
			if (subject.isEmpty()) {
				return;
			}
			List<String> things = Things.items(subject, values == 1);
			String level = Things.level(this.text, found.subjectStart(), found.subjectEnd());
			Amount amount = this.amounts.get(i);
			Role role = role(amount, gap, found.subjectStart(), amount.end());
			for (int k = 0; k < Math.max(values, things.size()); k++) {
				Growth growth = (k == 0 || values == 1) ? found.growth()
						: change(found.growth(), this.amounts.get(i + Math.min(k, values - 1)));
				FigureDraft draft = new FigureDraft(growth.span(), sentenceOf(amount), null);
				draft.thing = things.get(Math.min(k, things.size() - 1));
				draft.level = level;
				draft.growth = growth;
				draft.role = role;
				this.drafts.add(draft);
			}
		}

		/** How many figures stand side by side right before: "3亿元、2亿元和1亿元，". */
		private int standingTogether() {
			int count = 0;
			for (int k = this.drafts.size() - 1; k >= first() && this.drafts.get(k).amount != null; k--) {
				count++;
				int end = (k > 0) ? this.drafts.get(k - 1).span.end() : -1;
				int start = this.drafts.get(k).span.offset();
				if (end < 0 || start - end != 1 || "、和与及".indexOf(this.text.charAt(end)) < 0) {
					break;
				}
			}
			return count;
		}

		/** How many values follow one another for 分别. */
		private int values(int i) {
			int count = 1;
			while (i + count < this.amounts.size()) {
				Amount next = this.amounts.get(i + count);
				String between = this.text.substring(Math.min(this.amounts.get(i + count - 1).end(), next.start()),
						next.start());
				if (!next.isRelative() || between.length() > 1 || "、和与及，,".indexOf(between) < 0 || between.isEmpty()) {
					break;
				}
				count++;
			}
			return count;
		}

		private void each(int i, int values, Growth first) {
			List<FigureDraft> targets = new ArrayList<>();
			for (int k = this.drafts.size() - 1; k >= 0 && targets.size() < values; k--) {
				if (this.drafts.get(k).amount != null) {
					targets.add(0, this.drafts.get(k));
				}
			}
			for (int k = 0; k < targets.size(); k++) {
				int value = values - targets.size() + k;
				give(targets.get(k), (value == 0) ? first : change(first, this.amounts.get(i + value)));
			}
		}

		/** "金额3亿元、项目8项，均增长": what grew alike is measured each in its own way. */
		private boolean isMixed(FigureDraft last) {
			int at = this.drafts.indexOf(last);
			return at > 0 && !this.drafts.get(at - 1).unit().equals(last.unit());
		}

		/** "增长最快的分别是甲、乙和丙，": what was named in the clause before. */
		private List<String> namedBefore(int clause) {
			if (clause - 1 <= this.start) {
				return List.of();
			}
			int from = Growths.clauseStart(this.text, this.start, clause - 1);
			int at = NAMED.firstIn(this.text, from, clause - 1);
			if (at < 0) {
				return List.of();
			}
			String words = this.text.substring(at + NAMED.startingAt(this.text, at, clause - 1), clause - 1);
			return words.chars().anyMatch((sign) -> Numbers.isDigit((char) sign)) ? List.of()
					: Things.items(words, false);
		}

		private void each(int i, List<String> things, Growth first) {
			for (int k = 0; k < things.size(); k++) {
				Amount amount = this.amounts.get(i + k);
				Growth growth = (k == 0) ? first : change(first, amount);
				FigureDraft draft = new FigureDraft(growth.span(), sentenceOf(amount), null);
				draft.thing = things.get(k);
				draft.growth = growth;
				draft.role = this.usual;
				this.drafts.add(draft);
			}
		}

		private void all(FigureDraft last, Growth growth) {
			boolean mixed = isMixed(last) && growth.comparison().indexOf('均') < 0;
			for (int k = this.drafts.size() - 1; k >= first(); k--) {
				FigureDraft draft = this.drafts.get(k);
				if (draft.growth != null || !mixed && !draft.unit().equals(last.unit()) || mixed
						&& (draft.amount == null || draft.isRelative() || !draft.sentence.equals(last.sentence))) {
					break;
				}
				draft.growth = growth;
			}
			give(last, growth);
		}

		private Growth change(Growth first, Amount amount) {
			boolean falls = first.amount() != null && first.amount().signum() < 0;
			return new Growth(Span.between(amount.start(), amount.end()), first.comparison(), first.base(),
					first.kind(), Growths.change(amount, falls));
		}

		private void give(FigureDraft draft, Growth growth) {
			Growth known = draft.growth;
			if (known == null) {
				draft.growth = growth;
			}
			else if (known.kind() == Kind.AMOUNT && growth.kind() != Kind.AMOUNT) {
				draft.growth = growth.comparison().isEmpty()
						? new Growth(growth.span(), known.comparison(), known.base(), growth.kind(), growth.amount())
						: growth;
			}
		}

		/**
		 * What a change without a subject belongs to: the last figure, not one of a
		 * bracket that is closed.
		 */
		private @Nullable FigureDraft target(Amount amount, Growth growth) {
			FigureDraft last = lastOutside(amount.bracket());
			if (last != null && last.share && growth.kind() == Kind.PERCENT) {
				for (int k = this.drafts.size() - 1; k >= first(); k--) {
					FigureDraft draft = this.drafts.get(k);
					if (draft.amount != null && !draft.isRelative() && !draft.goal
							&& draft.bracket() == last.bracket()) {
						return (draft.growth == null) ? draft : last;
					}
				}
			}
			return last;
		}

		private int first() {
			return Math.max(0, this.drafts.size() - REACH);
		}

		private @Nullable FigureDraft lastOutside(int bracket) {
			FigureDraft goal = null;
			for (int k = this.drafts.size() - 1; k >= first(); k--) {
				FigureDraft draft = this.drafts.get(k);
				if (draft.amount != null && (draft.bracket() < 0 || draft.bracket() == bracket)) {
					if (!draft.goal) {
						return draft;
					}
					goal = (goal != null) ? goal : draft;
				}
			}
			return goal;
		}

		private static @Nullable FigureDraft lastOf(List<FigureDraft> drafts) {
			for (int k = drafts.size() - 1; k >= 0; k--) {
				FigureDraft draft = drafts.get(k);
				if (draft.amount != null && draft.bracket() < 0 && !draft.part) {
					return (draft.growth == null) ? draft : null;
				}
			}
			return null;
		}

		private boolean isAtStart(Growths.Found found) {
			return this.drafts.isEmpty() && found.subjectStart() <= this.start + 2;
		}

		private FigureDraft add(Amount amount, int gap, int clause, int stop) {
			FigureDraft draft = new FigureDraft(Span.between(amount.start(), amount.end()), sentenceOf(amount), amount);
			draft.role = role(amount, gap, clause, stop);
			name(draft, amount, gap, clause, stop);
			this.drafts.add(draft);
			return draft;
		}

		/** What the clause before names, where it begins a statement: "争取资金支持，超过2亿元". */
		private String saidBefore(int gap, int clause) {
			int earlier = (clause - 1 > gap) ? Growths.clauseStart(this.text, gap, clause - 1) : gap;
			boolean begins = earlier > gap && "；;。".indexOf(this.text.charAt(earlier - 1)) >= 0;
			return begins ? Things.before(this.text, earlier, clause - 1) : "";
		}

		private Role role(Amount amount, int gap, int clause, int stop) {
			Role told = Goals.cue(this.text, gap, clause, amount, stop, this.cue);
			if (told != null && Goals.isOwn(this.text, gap, clause, amount, stop)) {
				return told;
			}
			this.cue = told;
			return (told != null) ? told : this.usual;
		}

		private void name(FigureDraft draft, Amount amount, int gap, int clause, int stop) {
			String risen = this.risen;
			this.risen = "";
			if (!risen.isEmpty() && clause == gap) {
				draft.thing = risen;
				draft.level = Things.level(risen, 0, risen.length());
				return;
			}
			boolean counts = MeasureWords.isCount(amount.unit());
			int wide = wide(clause, gap, amount);
			int lead = amount.start();
			if (amount.bracket() >= gap && amount.start() == amount.bracket() + 1) {
				lead = amount.bracket();
				wide = Growths.clauseStart(this.text, gap, lead);
				wide += (this.text.charAt(wide) == '占') ? 1 : 0;
			}
			else if (amount.isRelative() && this.leadOf < gap) {
				lead = this.leadOf;
				wide = Growths.clauseStart(this.text, Math.max(this.start, lead - REACH), lead);
			}
			String after = Things.after(this.text, amount.end(), Math.max(stop, amount.end()), amount.isRelative());
			String before = Things.before(this.text, wide, lead);
			if (counts && !after.isEmpty()) {
				draft.thing = Things.telling(this.text, clause, amount.start()) + after;
				draft.level = Things.level(this.text, amount.end(), stop);
			}
			else {
				draft.thing = before.isEmpty() ? after : before;
				draft.level = Things.level(this.text, wide, lead);
			}
			if (this.drafts.isEmpty()) {
				if (draft.thing.isEmpty() && clause - 1 > this.start) {
					int earlier = Growths.clauseStart(this.text, this.start, clause - 1);
					draft.thing = Things.before(this.text, earlier, clause - 1);
				}
				return;
			}
			FigureDraft previous = this.drafts.get(this.drafts.size() - 1);
			if (draft.role == Role.TARGET && Goals.isGoal(draft.thing)) {
				draft.thing = previous.thing;
			}
			else if (draft.thing.isEmpty() && !saidBefore(gap, clause).isEmpty()) {
				draft.thing = saidBefore(gap, clause);
			}
			else if (draft.thing.isEmpty() || Things.isLevel(draft.thing)) {
				draft.thing = draft.thing.isEmpty() ? previous.thing : Things.withoutLevel(previous.thing);
				draft.unnamed = true;
			}
			else if (Things.isTelling(draft.thing)) {
				draft.thing = draft.thing + Things.untold(previous.thing);
			}
			else if (draft.thing.startsWith("占") && amount.isRelative()) {
				draft.share = true;
				FigureDraft whole = lastOutside(amount.bracket());
				for (int k = this.drafts.size() - 1; k >= first() && whole != null && whole.share; k--) {
					whole = this.drafts.get(k);
				}
				if (whole != null && !whole.share) {
					draft.thing = whole.thing + draft.thing;
				}
			}
			else if (gap < amount.start() && previous.span.end() == gap) {
				draft.thing = Things.shared(previous.thing, draft.thing);
				if (draft.level.isEmpty() && clause - gap <= 1 && Things.isFunds(draft.thing)
						&& this.text.charAt(clause - 1) != '；' && this.text.charAt(clause - 1) != ';') {
					draft.level = previous.level;
				}
			}
		}

		/**
		 * Where the words of an amount start: behind the noun of the amount before it.
		 */
		private int wide(int clause, int gap, Amount amount) {
			if (clause != gap || gap == this.start) {
				return clause;
			}
			for (int at = gap; at < amount.start(); at++) {
				if ("、和与及并".indexOf(this.text.charAt(at)) >= 0) {
					return at + 1;
				}
			}
			return clause;
		}

		private Span sentenceOf(Amount amount) {
			while (this.sentence + 1 < this.sentences.size()
					&& this.sentences.get(this.sentence).end() <= amount.number()) {
				this.sentence++;
			}
			return this.sentences.get(this.sentence);
		}

	}

}
