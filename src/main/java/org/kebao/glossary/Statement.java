package org.kebao.glossary;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.glossary.Terms.Sort;
import org.kebao.glossary.Terms.Term;
import org.kebao.glossary.Terms.Word;
import org.kebao.prose.Figure;
import org.kebao.script.MeasureWords;
import org.kebao.script.Span;

/**
 * A figure with the words around it, held against the names of metrics.
 */
final class Statement {

	private static final Set<Sort> TELLING = EnumSet.of(Sort.OBJECT, Sort.ACT, Sort.STATE);

	/** A name in quotation marks from here on is a project's or a firm's own. */
	private static final int QUOTED = 8;

	/** As many clauses back such a name is still spoken of. */
	private static final int CLOSE = 2;

	/** What follows such a name where it is what the sentence speaks of. */
	private static final String SPOKEN_OF = "获被通项课列入";

	/** As many characters behind the thing still say of it: "12项成果通过鉴定". */
	private static final int NEAR = 4;

	private static final String CARRIED_OUT = "实施";

	/** What the names of metrics say that count only what was approved. */
	private static final String APPROVED = "立项";

	/** What may stand before a word of another time, which then is only compared with. */
	private static final String COMPARED = "比较超是占同与";

	private static final String PLACE = "省市州县区";

	/** More of the words unknown than this, in per cent, and the thing is another one. */
	private static final int STRANGE = 40;

	/** What it costs to call firms what are projects. */
	private static final int OTHER_KIND = 20;

	/** Below this in per cent no link is better. */
	private static final int LEAST = 60;

	private static final Term MONEY = new Term("资金", Sort.COMMON);

	private static final Term PROJECT = new Term("项目", Sort.COMMON);

	private static final Term FIRM = new Term("企业", Sort.COMMON);

	private static final Term STOCK = new Term("有效", Sort.COMMON);

	private static final Term NEW = new Term("新增", Sort.ACT);

	/** Which of them is said beside them or not at all: "重点新产品4项，科技项目20项". */
	private static final Term KEY = new Term("重点", Sort.OBJECT);

	private static final Term NET = new Term("净增", Sort.ACT);

	/** What was granted, its parts were too: "专利授权90件，其中发明专利9件". */
	private static final Term GRANTED = new Term("授权", Sort.ACT);

	private static final Term REGISTERED = new Term("登记", Sort.ACT);

	private static final Term CONTRACTS = new Term("技术合同", Sort.OBJECT);

	private static final Term OUTPUT = new Term("地区生产总值", Sort.OBJECT);

	private static final Term INTENSITY = new Term("研发强度", Sort.OBJECT);

	/** What research costs, held against the output of a place. */
	private static final Set<Term> RESEARCH = Set.of(new Term("R&D经费", Sort.OBJECT), new Term("研发投入", Sort.OBJECT));

	private static final Term LARGE = new Term("规上工业", Sort.OBJECT);

	private static final Term HIGH_TECHNOLOGY = new Term("高新产业", Sort.OBJECT);

	/** What begins a clause on parts of what was counted before. */
	private static final String AMONG = "其中";

	private static final Term CERTIFIED = new Term("认定", Sort.ACT);

	/** What follows the counted and does not narrow it. */
	private static final Set<String> SERVING = Set.of("服务", "带动");

	/** Verbs that govern a whole list: "申报甲1项、乙2项". */
	private static final List<String> GOVERNING = List.of("组织申报", "申报", "推荐", "新增", "新认定", "拟", "培育", "取消");

	/** What is said of all there is and not of a level. */
	private static final List<String> OF_ALL = List.of("各类", "各级", "各项", "全年", "累计", "合计", "总计", "共争取", "共获");

	/** What begins a statement of its own. */
	private static final String STATING = "达有为总";

	private final Context context;

	private final int index;

	private final List<Context.Clause> left;

	/** The terms of each clause before, the nearest first. */
	private final List<Set<Term>> leftTerms;

	/** What may be the terms of a metric's name. */
	private final Set<Term> own = new HashSet<>();

	private final Near near;

	/** What was said before, in the sentence. */
	private final Set<Term> said = new HashSet<>();

	private final Set<Term> above;

	/** What a name must say to be this figure's; the second only names of one term. */
	private final Set<Term> narrowing = new HashSet<>();

	private final Set<Term> narrowingBare = new HashSet<>();

	/** Whether the thing is said to be a place's: "某区科技小巨人企业". */
	private final boolean ofPlace;

	private final Set<Term> levels;

	/** Whether it names nothing itself: "资金560万元" after the projects. */
	private final boolean elliptic;

	private final Set<Term> nearestThing;

	Statement(Context context, int index) {
		this.context = context;
		this.index = index;
		this.left = context.left(index);
		this.leftTerms = this.left.stream().map((clause) -> terms(clause.words())).toList();
		this.above = terms(context.above(index));
		Context.Clause ahead = context.before(index);
		this.near = near(ahead, context.after(index)).asIntensity(nearest(Sort.OBJECT, this.left.size()));
		this.said.addAll(this.near.ofAnother());
		this.leftTerms
			.forEach((terms) -> terms.stream().filter((term) -> term.sort() != Sort.ACT).forEach(this.said::add));
		if (context.whole(index) != null && governing().contains(GRANTED)) {
			this.said.add(GRANTED);
		}
		this.ofPlace = ahead.words().stream().anyMatch(this::isOfPlace);
		this.levels = levels();
		this.own.addAll(this.near.before());
		this.own.addAll(this.near.core());
		this.own.addAll(this.near.after());
		this.own.addAll(this.levels);
		this.elliptic = isElliptic();
		this.nearestThing = nearest(Sort.OBJECT, this.left.size());
		narrow();
	}

	/**
	 * What is said beside the figure.
	 *
	 * @param core the terms of the thing counted
	 * @param before ahead of the number and of the figure
	 * @param after behind the number and of the figure
	 * @param next right behind the number or the thing
	 * @param ofAnother ahead of the number and of the figure before
	 * @param beside whether the thing stands beside the number
	 * @param strange per cent of the thing's characters that are no word of the field
	 */
	private record Near(Set<Term> core, Set<Term> before, Set<Term> after, Set<Term> next, Set<Term> ofAnother,
			boolean beside, int strange) {

		/** "研发经费5亿元，占地区生产总值的2%": what research takes of the output is its intensity. */
		Near asIntensity(Set<Term> saidBefore) {
			if (!this.core.contains(OUTPUT) || !this.core.contains(Terms.SHARE)
					|| Stream.of(this.core, this.before, saidBefore)
						.flatMap(Set::stream)
						.noneMatch(RESEARCH::contains)) {
				return this;
			}
			return new Near(intensity(this.core), intensity(this.before), this.after, this.next, this.ofAnother,
					this.beside, this.strange);
		}

		private static Set<Term> intensity(Set<Term> terms) {
			Set<Term> intensity = new HashSet<>(terms);
			intensity.removeAll(RESEARCH);
			intensity.removeAll(Set.of(OUTPUT, Terms.SHARE));
			intensity.add(INTENSITY);
			return intensity;
		}

		/** "市级以上": all levels, and none of them. */
		boolean isOfAnyLevel() {
			Set<Term> own = of(this.before, Sort.LEVEL);
			own.addAll(of(this.core, Sort.LEVEL));
			return !own.isEmpty() && Terms.levels(own).isEmpty();
		}

		/** What was done with it, also where it was said of two figures. */
		Set<Term> done() {
			return this.ofAnother.isEmpty() ? this.before : this.ofAnother;
		}

	}

	private Near near(Context.Clause ahead, Context.Clause behind) {
		Span thing = thing(figure().thing(), ahead.span(), behind.span());
		if (thing == null) {
			return nearElsewhere(ahead, behind);
		}
		if (thing.end() <= figure().span().offset()) {
			List<Word> own = ahead.words().stream().filter((word) -> !isAnother(word, thing)).toList();
			List<Word> core = within(thing, own);
			return new Near(terms(core), terms(own), Set.of(), until(figure().span().end() + NEAR, behind), Set.of(),
					true, strange(this.context.text(), thing, core));
		}
		List<Word> core = within(thing, behind.words());
		Set<Term> after = until(thing.end() + NEAR, behind);
		Set<Term> before = terms(ahead.words());
		boolean ofAnother = this.context.followsAnother(this.index);
		return new Near(terms(core), ofAnother ? Set.of() : before, after, after, ofAnother ? before : Set.of(), true,
				strange(this.context.text(), thing, core));
	}

	/**
	 * Where the thing was named before, or where the words beside the number know better.
	 */
	private Near nearElsewhere(Context.Clause ahead, Context.Clause behind) {
		Set<Term> before = terms(ahead.words());
		List<Word> named = this.context.read(figure().thing());
		boolean apart = behind.span().length() > 0
				&& "、和与及".indexOf(this.context.text().charAt(behind.span().offset())) >= 0;
		Context.Clause beside = apart || before.stream().anyMatch(Statement::isTelling) ? ahead : behind;
		boolean isNamed = terms(named).containsAll(of(terms(beside.words()), Sort.OBJECT));
		Set<Term> core = terms(isNamed ? named : beside.words());
		if (before.contains(STOCK)) {
			core.removeAll(Set.of(NEW, CERTIFIED, NET));
		}
		int strange = isNamed ? strange(figure().thing(), new Span(0, figure().thing().length()), named)
				: strange(this.context.text(), beside.span(), beside.words());
		return new Near(core, before, Set.of(), Set.of(), Set.of(), false, strange);
	}

	private static Set<Term> until(int end, Context.Clause clause) {
		return terms(clause.words().stream().filter((word) -> word.start() <= end).toList());
	}

	private void narrow() {
		this.narrowing.addAll(of(this.near.core(), Sort.OBJECT));
		this.narrowing.addAll(of(this.near.core(), Sort.ACT));
		this.narrowing.addAll(of(this.near.done(), Sort.ACT));
		Stream.of(this.near.before(), this.near.core(), this.near.next())
			.forEach((terms) -> this.narrowing.addAll(of(terms, Sort.STATE)));
		this.narrowing.addAll(governing());
		this.narrowingBare.addAll(of(this.near.before(), Sort.OBJECT));
		if (!this.context.leadsToAnother(this.index)) {
			of(this.near.next(), Sort.ACT).stream()
				.filter((term) -> !SERVING.contains(term.meaning()))
				.forEach(this.narrowingBare::add);
		}
	}

	Figure figure() {
		return this.context.figure(this.index);
	}

	/** The thing counted, where it stands beside the number. */
	private @Nullable Span thing(String thing, Span before, Span after) {
		if (thing.isEmpty()) {
			return null;
		}
		int at = before.of(this.context.text()).lastIndexOf(thing);
		if (at >= 0) {
			return new Span(before.offset() + at, thing.length());
		}
		at = after.of(this.context.text()).indexOf(thing);
		return (at >= 0) ? new Span(after.offset() + at, thing.length()) : null;
	}

	/** The words that touch the thing. */
	private static List<Word> within(Span thing, List<Word> words) {
		return words.stream().filter((word) -> word.end() > thing.offset() && word.start() < thing.end()).toList();
	}

	/** Of a list behind the thing: "授权" in "专利申请和授权". */
	private boolean isAnother(Word word, Span thing) {
		return word.start() >= thing.end() && "和与及、".indexOf(this.context.text().charAt(word.start() - 1)) >= 0;
	}

	private static int strange(String text, Span span, List<Word> words) {
		int known = 0;
		int strange = 0;
		int run = 0;
		int next = 0;
		for (int i = span.offset(); i < span.end(); i++) {
			while (next < words.size() && words.get(next).end() <= i) {
				next++;
			}
			if (next < words.size() && words.get(next).start() <= i) {
				known++;
				run = 0;
			}
			else if (Terms.isHan(text.charAt(i))) {
				run++;
				strange++;
				if (PLACE.indexOf(text.charAt(i)) >= 0) {
					strange -= run;
					run = 0;
				}
			}
		}
		return (known + strange == 0) ? 0 : 100 * strange / (known + strange);
	}

	/** The verb of the list the figure stands in, or of the whole it is part of. */
	private Set<Term> governing() {
		Integer whole = this.context.whole(this.index);
		if (whole != null) {
			Set<Term> acts = of(terms(this.context.before(whole).words()), Sort.ACT);
			acts.addAll(of(terms(this.context.after(whole).words()), Sort.ACT));
			return acts;
		}
		Context.Clause clause = this.context.before(this.index);
		Set<Term> own = this.near.done();
		for (int i = 0; i <= this.left.size(); i++) {
			if (own.contains(Terms.WON) || own.stream().anyMatch((term) -> term.sort() == Sort.ACT)
					|| isStatement(clause)) {
				return (i > 0 && !isStatement(clause)) ? governing(clause) : Set.of();
			}
			if (i < this.left.size()) {
				clause = this.left.get(i);
				own = this.leftTerms.get(i);
			}
		}
		return Set.of();
	}

	private Set<Term> governing(Context.Clause clause) {
		List<Word> words = clause.words();
		Set<Term> governing = new HashSet<>();
		for (int i = 0; i < words.size(); i++) {
			Word word = words.get(i);
			boolean hasObject = words.subList(i + 1, words.size())
				.stream()
				.anyMatch((other) -> !of(terms(List.of(other)), Sort.OBJECT).isEmpty());
			if (hasObject && GOVERNING.contains(Span.between(word.start(), word.end()).of(this.context.text()))) {
				governing.addAll(word.terms());
			}
		}
		return governing;
	}

	private boolean isStatement(Context.Clause clause) {
		return clause.span().of(this.context.text()).chars().anyMatch((c) -> STATING.indexOf(c) >= 0);
	}

	/** What may be the terms of a metric's name. */
	Set<Term> terms() {
		return this.own;
	}

	/**
	 * Whether it counts less than a metric would: a list, one firm, a park, another year.
	 */
	boolean isNarrow() {
		List<Word> ahead = this.context.before(this.index).words();
		return this.near.strange() > STRANGE || this.context.isListed(this.index) || hasScope(ahead)
				|| this.near.core().stream().anyMatch((term) -> term.sort() == Sort.SCOPE)
				|| this.left.stream().anyMatch((clause) -> hasScope(clause.words()))
				|| this.left.stream().limit(CLOSE).anyMatch((clause) -> hasOwnName(clause.span()))
				|| ahead.stream().anyMatch(this::isOtherTime) || isWhere();
	}

	/** "在30个行政村开展活动": where something was done. */
	private boolean isWhere() {
		return this.context.before(this.index).span().of(this.context.text()).strip().endsWith("在");
	}

	/** A place that is counted itself is none: "科技园区4家、孵化器5个". */
	private boolean hasScope(List<Word> words) {
		boolean visited = false;
		for (Word word : words) {
			Sort sort = word.terms().get(0).sort();
			if (sort == Sort.SCOPE && !visited && !this.context.isCounted(word)) {
				return true;
			}
			visited = visited || sort == Sort.VISIT;
		}
		return false;
	}

	private boolean hasOwnName(Span span) {
		String words = span.of(this.context.text());
		int close = words.indexOf('”');
		int open = (close >= 0) ? words.lastIndexOf('“', close) : -1;
		return close - open > QUOTED && close + 1 < words.length() && SPOKEN_OF.indexOf(words.charAt(close + 1)) >= 0;
	}

	private boolean isOfPlace(Word word) {
		return word.start() > 0 && word.terms().stream().anyMatch(Statement::isTelling)
				&& PLACE.indexOf(this.context.text().charAt(word.start() - 1)) >= 0;
	}

	private boolean isOtherTime(Word word) {
		return word.terms().get(0).sort() == Sort.PAST
				&& (word.start() == 0 || COMPARED.indexOf(this.context.text().charAt(word.start() - 1)) < 0);
	}

	/** Those said of the figure itself, of its whole, or of the list it goes on with. */
	private Set<Term> levels() {
		Set<Term> own = of(this.near.before(), Sort.LEVEL);
		if (own.isEmpty() || this.near.beside()) {
			own.addAll(of(this.near.core(), Sort.LEVEL));
		}
		if (own.isEmpty() && !this.ofPlace) {
			boolean isPart = this.context.whole(this.index) != null;
			int clauses = isPart ? this.left.size() : (this.context.isEnumerated(this.index) ? 1 : 0);
			own = nearest(Sort.LEVEL, clauses);
		}
		return Terms.levels(own);
	}

	/**
	 * How well a name suits.
	 * @param told whether another metric of the same thing is told by a term
	 */
	Optional<Glossary.Match> match(Glossary.Name name, BiPredicate<Glossary.Name, Term> told) {
		if (!suitsLevel(name) || rulesOut(name, told)
				|| (this.elliptic && !name.telling().containsAll(this.nearestThing))) {
			return Optional.empty();
		}
		if (name.entry().name().contains(APPROVED) && !this.own.contains(Terms.WON)
				&& this.context.isApprovedLater(this.index, Terms.WON)) {
			return Optional.empty();
		}
		if (name.common().contains(STOCK) && !name.common().contains(PROJECT)
				&& figure().thing().endsWith(PROJECT.meaning())) {
			return Optional.empty();
		}
		int weight = 10 * name.levels().size();
		int doubt = this.near.strange() / 2;
		int found = 0;
		boolean fromAbove = false;
		for (Term term : name.telling()) {
			if (this.own.contains(term)) {
				weight += 10;
				found++;
			}
			else if (this.said.contains(term) && !term.equals(KEY) && !isMore(name, term)) {
				weight += 8;
				doubt += 5;
			}
			else if (this.above.contains(term) && !fromAbove && !this.elliptic && !isCarriedOut(term)) {
				fromAbove = true;
				weight += 5;
				doubt += 15;
			}
			else {
				return Optional.empty();
			}
		}
		if ((!this.elliptic && 2 * found < name.telling().size()) || !isSupported(name)) {
			return Optional.empty();
		}
		for (Term term : name.common()) {
			if (this.own.contains(term)) {
				weight += 3;
			}
			else if (!term.equals(MONEY)) {
				doubt += this.said.contains(term) ? 2 : 4;
			}
		}
		if (this.near.core().contains(FIRM) && !this.own.contains(PROJECT) && name.common().contains(PROJECT)) {
			doubt += OTHER_KIND;
		}
		int confidence = (name.proper() ? 97 : 95) - doubt;
		if (figure().thing().equals(name.entry().name())) {
			confidence = 100;
		}
		return (confidence >= LEAST)
				? Optional.of(new Glossary.Match(name, found == name.telling().size(), weight, confidence))
				: Optional.empty();
	}

	/** "实施科技项目30项" under a heading on 申报和实施: what is said here of them counts. */
	private boolean isCarriedOut(Term term) {
		return term.sort() == Sort.ACT
				&& this.context.before(this.index).span().of(this.context.text()).contains(CARRIED_OUT);
	}

	/** What tells little by itself needs the common words too. */
	private boolean isSupported(Glossary.Name name) {
		Stream<Term> common = name.common().stream().filter((term) -> !term.equals(MONEY));
		if (name.telling().isEmpty()) {
			return common
				.allMatch((term) -> this.own.contains(term) || (!name.levels().isEmpty() && this.said.contains(term)));
		}
		return name.telling().stream().anyMatch((term) -> term.sort() != Sort.ACT)
				|| common.anyMatch((term) -> this.own.contains(term) || this.said.contains(term));
	}

	/** Whether what was said before was of a narrower thing: 发明专利, not 专利. */
	private boolean isMore(Glossary.Name name, Term term) {
		for (Context.Clause clause : this.left) {
			for (int i = 0; i < clause.words().size(); i++) {
				if (clause.words().get(i).terms().contains(term)) {
					return i > 0 && isMore(name, clause.words().get(i - 1), clause.words().get(i));
				}
			}
		}
		return false;
	}

	private static boolean isMore(Glossary.Name name, Word modifier, Word word) {
		return modifier.end() == word.start() && modifier.terms()
			.stream()
			.anyMatch((term) -> term.sort() == Sort.OBJECT && !name.telling().contains(term));
	}

	/** The level is that of the figure, or the nearest before it. */
	private boolean suitsLevel(Glossary.Name name) {
		Set<Term> own = this.levels;
		if (own.isEmpty() && !name.levels().isEmpty() && !isOfAll() && !this.near.isOfAnyLevel()) {
			boolean money = MeasureWords.isMoney(Objects.requireNonNullElse(figure().unit(), ""));
			int clauses = name.telling().isEmpty() ? (money ? CLOSE : 0) : this.left.size();
			own = nearest(Sort.LEVEL, clauses, !this.elliptic);
		}
		return own.equals(name.levels());
	}

	/** "共争取各类资金560万元": the sentence has left the level it spoke of before. */
	private boolean isOfAll() {
		String words = this.context.before(this.index).span().of(this.context.text());
		return OF_ALL.stream().anyMatch(words::contains);
	}

	/** The terms of a sort in the nearest clause before that has any. */
	private Set<Term> nearest(Sort sort, int clauses) {
		return nearest(sort, clauses, false);
	}

	/**
	 * The same.
	 * @param aside whether what was said of parts is passed over: "共99项，其中国家级49项，获得资金9万元"
	 */
	private Set<Term> nearest(Sort sort, int clauses, boolean aside) {
		for (int i = 0; i < Math.min(clauses, this.left.size()); i++) {
			Set<Term> found = of(this.leftTerms.get(i), sort);
			if (!found.isEmpty()
					&& !(aside && this.left.get(i).span().of(this.context.text()).strip().startsWith(AMONG))) {
				return found;
			}
		}
		return Set.of();
	}

	/** Whether what is said of the figure makes it another one than the name's. */
	private boolean rulesOut(Glossary.Name name, BiPredicate<Glossary.Name, Term> told) {
		return Stream
			.concat(this.narrowing.stream(),
					(name.telling().size() == 1) ? this.narrowingBare.stream() : Stream.empty())
			.anyMatch((term) -> !name.telling().contains(term) && !isHarmless(name, term, told));
	}

	private static boolean isHarmless(Glossary.Name name, Term term, BiPredicate<Glossary.Name, Term> told) {
		if (term.equals(REGISTERED) && name.telling().contains(CONTRACTS) && name.entry().unit().endsWith("元")) {
			// only of registered contracts is there an amount
			return true;
		}
		if (term.equals(LARGE) && name.telling().contains(HIGH_TECHNOLOGY)) {
			// of high technology only the large enterprises are counted
			return true;
		}
		return (term.equals(CERTIFIED) || (term.equals(NEW) && name.flow())) && !told.test(name, term);
	}

	private boolean isElliptic() {
		return Stream.of(this.near.before(), this.near.core(), this.near.next())
			.flatMap(Set::stream)
			.noneMatch((term) -> isTelling(term) || (term.sort() == Sort.COMMON && !term.equals(MONEY)));
	}

	private static boolean isTelling(Term term) {
		return TELLING.contains(term.sort());
	}

	private static Set<Term> of(Set<Term> terms, Sort sort) {
		return terms.stream().filter((term) -> term.sort() == sort).collect(Collectors.toCollection(HashSet::new));
	}

	private static Set<Term> terms(Collection<Word> words) {
		return words.stream().flatMap((word) -> word.terms().stream()).collect(Collectors.toSet());
	}

}
