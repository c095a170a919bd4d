package org.kebao.binding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.amount.Certainty;
import org.kebao.amount.Completion;
import org.kebao.amount.Given;
import org.kebao.amount.ValueState;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.script.MeasureWords;

/**
 * What the tokens of one report may state.
 */
public final class Facts {

	/** What {@link org.kebao.amount.Comparison} begins its words with. */
	private static final List<String> DIRECTIONS = List.of("增长", "下降", "提高", "降低", "增加", "减少");

	/** Longer than a name with what is typed behind it. */
	private static final int LONGEST = 120;

	/** What says of a number that it is a little more. */
	private static final String MORE = "余多馀几";

	private static final String BLANKS = " \u00a0\u3000\u2009";

	/** So much of an unknown name is enough to find it. */
	private static final int SHOWN = 20;

	private static final List<String> SIZES = List.of("", "万", "亿");

	private final Catalogue catalogue;

	private final Map<Long, Given> now;

	private final Map<Long, Given> lastYear;

	private final Map<Long, Goal> goals;

	private final Map<Long, ValueState> states;

	private Facts(Catalogue catalogue, Map<Long, Given> now, Map<Long, Given> lastYear, Map<Long, Goal> goals,
			Map<Long, ValueState> states) {
		this.catalogue = catalogue;
		this.now = Map.copyOf(now);
		this.lastYear = Map.copyOf(lastYear);
		this.goals = Map.copyOf(goals);
		this.states = Map.copyOf(states);
	}

	/**
	 * All by the metric's id, in the units of the catalogue.
	 * @param now the amounts given in the report; what is computed follows from them
	 * @param lastYear the approved amounts of the same period one year before
	 */
	public static Facts of(Catalogue catalogue, Map<Long, Given> now, Map<Long, Given> lastYear,
			Map<Long, Goal> goals) {
		return new Facts(catalogue, now, lastYear, goals, Map.of());
	}

	/** The same, knowing why a metric has no amount. */
	public Facts saying(Map<Long, ValueState> states) {
		return new Facts(this.catalogue, this.now, this.lastYear, this.goals, states);
	}

	/** The metric of that name, alias or code. */
	public Optional<Metric> metric(String name) {
		return this.catalogue.named(name);
	}

	/** What a metric is said to be where nothing stands around it. */
	public Told tell(Metric metric, Aspect aspect, Form form) {
		return new Telling(metric, form, new Clause(), "").tell(aspect);
	}

	/**
	 * What the number alone is before a unit of another size than its own.
	 * @return by the power of ten of that unit: 8 before 亿
	 */
	public Map<Integer, String> numbers(Metric metric, Aspect aspect) {
		Told own = tell(metric, aspect, Form.NUMBER);
		Map<Integer, String> numbers = new TreeMap<>();
		for (String size : SIZES) {
			String unit = size + MeasureWords.unscaled(metric.getUnit());
			Told told = new Telling(metric, Form.NUMBER, new Clause(), unit).tell(aspect);
			if (told.trouble() == Trouble.NONE && !told.words().equals(own.words())) {
				numbers.put(MeasureWords.power(unit), told.words());
			}
		}
		return numbers;
	}

	Told tell(Token token, Clause before, String behind) {
		Optional<Metric> metric = (token.name().length() <= LONGEST) ? metric(token.name()) : Optional.empty();
		if (metric.isEmpty()) {
			return unknown(token.name());
		}
		return new Telling(metric.get(), token.form(), before, behind).tell(token.aspect());
	}

	private Told unknown(String name) {
		if (name.isEmpty()) {
			return Told.unknown("没有写指标名称");
		}
		for (int i = 1; i < Math.min(name.length(), LONGEST); i++) {
			Optional<Metric> metric = (".．。|｜".indexOf(name.charAt(i)) >= 0) ? metric(name.substring(0, i))
					: Optional.empty();
			if (metric.isPresent()) {
				return trouble(metric.get(), Trouble.WRONG_FORM, "没有“" + shown(name.substring(i)) + "”这种写法");
			}
		}
		return Told.unknown("没有“" + shown(name) + "”这个指标");
	}

	private static String shown(String text) {
		return (text.codePointCount(0, text.length()) <= SHOWN) ? text
				: text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
	}

	private static Told trouble(Metric metric, Trouble trouble, String words) {
		return new Told("〔" + metric.getName() + "：" + words + "〕", metric.getCode(), trouble, words, null);
	}

	/**
	 * What a token says.
	 *
	 * @param code of its metric, null where none is known
	 * @param why it says nothing, "" where it says something
	 * @param stated the amount it states, null where it states none or only a change
	 */
	public record Told(String words, @Nullable String code, Trouble trouble, String why, @Nullable Stated stated) {

		private static Told unknown(String why) {
			return new Told("〔" + why + "〕", null, Trouble.UNKNOWN, why, null);
		}

	}

	/**
	 * One token on its way to words.
	 */
	private final class Telling {

		private final Metric metric;

		private final Form form;

		private final Clause before;

		private final String behind;

		private final @Nullable Given now;

		private final @Nullable Given lastYear;

		private final @Nullable Goal goal;

		Telling(Metric metric, Form form, Clause before, String behind) {
			this.metric = metric;
			this.form = form;
			this.before = before;
			this.behind = behind;
			this.now = Facts.this.catalogue.given(metric, Facts.this.now).orElse(null);
			this.lastYear = Facts.this.catalogue.given(metric, Facts.this.lastYear).orElse(null);
			this.goal = Facts.this.goals.get(metric.getId());
		}

		Told tell(Aspect aspect) {
			if (!Facts.this.catalogue.isAsked(this.metric)) {
				return trouble(Trouble.NOT_ASKED, "本期不填报");
			}
			return switch (aspect) {
				case NOW -> (this.now != null) ? amount(this.now) : blank();
				case LAST_YEAR -> (this.lastYear != null) ? amount(this.lastYear) : noLastYear();
				case CHANGE -> change();
				case COMPLETION -> completion();
				case GOAL -> (this.goal != null) ? amount(Given.actual(this.goal.amount())) : noGoal();
			};
		}

		private Told amount(Given given) {
			String unit = this.metric.getUnit();
			Stated stated = new Stated(given.amount(), unit);
			return switch (this.form) {
				case USUAL -> told(given.certainty(), Amount.spell(given.amount(), unit), stated);
				case TEN_THOUSAND,
						HUNDRED_MILLION ->
					given.in(unit, this.form.word())
						.map((one) -> told(one.certainty(), Amount.print(one.amount()) + this.form.word(), stated))
						.orElseGet(() -> wrong("“" + unit + "”不能写成“" + this.form.word() + "”"));
				case NUMBER -> number(given, stated);
			};
		}

		/**
		 * The number alone: in the unit that is typed behind it, so that neither a new
		 * unit of the metric nor 万 and 亿 make of it another amount.
		 */
		private Told number(Given given, Stated stated) {
			String typed = typedUnit();
			OptionalInt power = typed.isEmpty() ? OptionalInt.of(0) : MeasureWords.power(typed, stated.unit());
			return power.isEmpty() ? wrong("后面写的“" + typed + "”不是“" + stated.unit() + "”")
					: told(given.certainty(), Amount.print(given.amount().movePointLeft(power.orElse(0))), stated);
		}

		/**
		 * The unit behind the number and its 余 or 多, "" where none is; 十亿元 is none of
		 * ours.
		 */
		private String typedUnit() {
			int end = this.behind.length();
			int at = afterBlanks(0);
			if (at < end && MORE.indexOf(this.behind.charAt(at)) >= 0) {
				at = afterBlanks(at + 1);
			}
			String text = this.behind.replace('億', '亿').replace('萬', '万');
			int tens = at;
			while (tens < end && "十百千".indexOf(text.charAt(tens)) >= 0) {
				tens++;
			}
			int length = MeasureWords.scaledAt(text, tens, end);
			return (tens > at && length == 0) ? "" : text.substring(at, tens + length).replace("个亿", "亿");
		}

		private int afterBlanks(int from) {
			int at = from;
			while (at < this.behind.length() && BLANKS.indexOf(this.behind.charAt(at)) >= 0) {
				at++;
			}
			return at;
		}

		private Told change() {
			if (this.form != Form.USUAL) {
				return wrong("同比不能写成“" + this.form.word() + "”");
			}
			if (this.now == null) {
				return blank();
			}
			if (this.lastYear == null) {
				return noLastYear();
			}
			String words = this.metric.measure().change(unmarked(this.now), this.lastYear).words();
			Optional<String> typed = DIRECTIONS.stream().filter(this.before::endsWith).findFirst();
			if (typed.isPresent() && !words.contains(typed.get())) {
				return wrong("前面写了“" + typed.get() + "”，同比是" + words);
			}
			return told(this.now.certainty(), typed.map((word) -> words.replace(word, "")).orElse(words), null);
		}

		/** The mark of what is not final is set by {@link #told}, once. */
		private static Given unmarked(Given given) {
			return new Given(given.amount(),
					(given.certainty() == Certainty.ESTIMATED) ? Certainty.ACTUAL : given.certainty());
		}

		private Told completion() {
			if (this.form != Form.USUAL && this.form != Form.NUMBER) {
				return wrong("完成率不能写成“" + this.form.word() + "”");
			}
			if (this.now == null) {
				return blank();
			}
			if (this.goal == null) {
				return noGoal();
			}
			if (this.metric.measure().isShare()) {
				return wrong("百分比指标不计算完成率");
			}
			Completion completion = Completion.of(this.metric.measure(), unmarked(this.now), this.goal.amount(),
					this.goal.above());
			return (completion.percent() != null) ? told(this.now.certainty(),
					Amount.print(completion.percent()) + ((this.form == Form.NUMBER) ? "" : "%"),
					new Stated(completion.percent(), "%")) : wrong(completion.reached());
		}

		private Told told(Certainty certainty, String words, @Nullable Stated stated) {
			boolean marked = certainty == Certainty.ESTIMATED && !this.before.isExpected();
			return new Told((marked ? certainty.label() : "") + words, this.metric.getCode(), Trouble.NONE, "", stated);
		}

		private Told blank() {
			ValueState state = Facts.this.states.getOrDefault(this.metric.getId(), ValueState.BLANK);
			String why = Amount.print(state, null);
			return trouble(Trouble.BLANK, !why.isEmpty() ? why : this.metric.isComputed() ? "还算不出" : "未填");
		}

		private Told noLastYear() {
			return trouble(Trouble.NO_LAST_YEAR, "上年同期无数据");
		}

		private Told noGoal() {
			return trouble(Trouble.NO_GOAL, "没有目标值");
		}

		private Told wrong(String why) {
			return trouble(Trouble.WRONG_FORM, why);
		}

		private Told trouble(Trouble trouble, String words) {
			return Facts.trouble(this.metric, trouble, words);
		}

	}

}
