package org.kebao.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.amount.Certainty;
import org.kebao.amount.Given;
import org.kebao.binding.Aspect;
import org.kebao.binding.Form;
import org.kebao.binding.Stated;
import org.kebao.binding.Token;
import org.kebao.binding.TokenPlace;
import org.kebao.binding.Trouble;
import org.kebao.field.Saving;
import org.kebao.lint.Flaw;
import org.kebao.mention.Mention;
import org.kebao.mention.Misprint;
import org.kebao.mention.Passage;
import org.kebao.mention.Rereading;
import org.kebao.mention.Stance;
import org.kebao.metric.Metric;
import org.kebao.prose.Figure;
import org.kebao.prose.Growth;
import org.kebao.report.Part;
import org.kebao.script.Span;

/**
 * The texts of one report held against its figures and against themselves (domain
 * handbook C09, C10, C16). It knows nothing but these two.
 */
final class ProseExamination {

	/** What stands in a plan because the year before is its base is no slip. */
	private static final List<String> BASES = List.of("基础", "基数", "以来", "巩固", "保持");

	private static final List<String> FORECASTING = List.of("预计", "预期", "预测", "预估", "估计", "有望");

	private static final List<String> CONSTANT_PRICES = List.of("增加值", "生产总值");

	private static final List<String> YEAR_ENDS = List.of("年末", "年底");

	private static final List<String> OTHER_YEARS = List.of("去年", "上年", "前年", "上一年", "往年");

	/** Before such a year it is only compared with. */
	private static final String COMPARING = "比较与同和于";

	private static final int MOST_OF_A_TEXT = 100;

	private static final int MOST_OF_A_REPORT = 300;

	private static final Pattern TORN = Pattern.compile("[0-9０-９]\\s+[0-9０-９]");

	private final Figures figures;

	private final Map<String, Given> given;

	private final List<Pacing.Behind> behind;

	/**
	 * @param figures what the rules look at
	 * @param given what stands in the report with how sure it is, by the metric's code
	 * @param behind the metrics that are behind the time that has passed
	 */
	private ProseExamination(Figures figures, Map<String, Given> given, List<Pacing.Behind> behind) {
		this.figures = figures;
		this.given = given;
		this.behind = behind;
	}

	/**
	 * What is found in the texts, in their order; the same sentence twice is one finding,
	 * the like of it with other figures is another.
	 */
	static List<Finding> findings(List<Passage> passages, Figures figures, Map<String, Given> given,
			List<Pacing.Behind> behind) {
		ProseExamination examination = new ProseExamination(figures, given, behind);
		Map<String, Finding> findings = new LinkedHashMap<>();
		Map<String, Finding> last = new HashMap<>();
		int left = MOST_OF_A_REPORT;
		for (Passage passage : passages) {
			// where nothing is left the last text has said that there is more
			List<Finding> found = (left > 0) ? examination.of(passage, Math.min(left, MOST_OF_A_TEXT)) : List.of();
			left -= (int) found.stream().filter((finding) -> !finding.isHint()).count();
			found.forEach((finding) -> {
				String words = finding.mark() + Optional.ofNullable(finding.spot()).orElseThrow().said();
				if (!findings.containsKey(words)) {
					findings.put(words, last.merge(finding.key(), finding, (before, one) -> one.under(before.next())));
				}
			});
		}
		return List.copyOf(findings.values());
	}

	/**
	 * @param most how many are listed; that there are more is an error of its own
	 */
	private List<Finding> of(Passage passage, int most) {
		ExaminedText sighting = new ExaminedText(passage);
		List<Finding> found = new ArrayList<>();
		passage.printed().troubles().forEach((place) -> found.add(token(sighting, place)));
		passage.misprints().forEach((misprint) -> found.add(misprint(sighting, misprint)));
		for (Mention mention : passage.mentions()) {
			if (found.size() >= most) {
				break;
			}
			table(sighting, mention).ifPresent(found::add);
			growth(sighting, mention).ifPresent(found::add);
			certainty(sighting, mention).ifPresent(found::add);
			fact(sighting, mention).ifPresent(found::add);
		}
		if (this.figures.kind().isHalfYear() && passage.part() != Part.PLAN) {
			found.addAll(Pacing.findings(sighting, this.behind));
		}
		Set<Span> mended = passage.mentions()
			.stream()
			.filter(ProseExamination::isMendedByTable)
			.map((mention) -> mention.figure().span())
			.collect(Collectors.toSet());
		// the words that say why a token states nothing have flaws of their own
		List<Flaw> flaws = passage.flaws()
			.stream()
			.filter((flaw) -> flaw.kind() != Flaw.Kind.SUM || !mended.contains(flaw.span()))
			.filter((flaw) -> !passage.printed().isTroubled(flaw.span()))
			.toList();
		flaws.stream()
			.filter((flaw) -> flaw.kind().weight() != Flaw.Weight.STYLE && ProseCheck.of(flaw.kind()) != null)
			.limit(Math.max(most + 1 - found.size(), 0))
			.forEach((flaw) -> found.add(flaw(sighting, ProseCheck.of(flaw.kind()), flaw)));
		found.sort(Comparator.comparingInt((finding) -> Optional.ofNullable(finding.spot()).orElseThrow().offset()));
		if (found.size() >= most) {
			found.subList(most, found.size()).clear();
			found.add(many(sighting, most));
		}
		found.addAll(style(sighting, flaws));
		return found;
	}

	private static Finding many(ExaminedText sighting, int most) {
		return sighting.finding(ProseCheck.MANY, new Span(0, 0), "这段文字里的问题有 %d 处以上，只列出前面的".formatted(most))
			.instruction(ProseCheck.MANY.instruction())
			.build();
	}

	/** 62项（国家级14项、省级49项）, and the table says 63: one fault, told once. */
	private static boolean isMendedByTable(Mention mention) {
		BigDecimal expected = mention.expected();
		Wording wording = new Wording(mention.figure());
		return !mention.bound() && mention.stance() == Stance.DIFFERS && expected != null
				&& wording.sum()
					.filter((sum) -> sum.equals(wording.of(expected, mention.metric().getUnit())))
					.isPresent();
	}

	private static Finding token(ExaminedText sighting, TokenPlace place) {
		String typed = place.token().span().of(sighting.source());
		String why = (place.trouble() == Trouble.UNPAIRED) ? "大括号没有配对，指标没有写完"
				: place.printed().of(sighting.text()).replaceAll((place.code() != null) ? "^〔[^：]*：|〕$" : "[〔〕]", "");
		String instruction = switch (place.trouble()) {
			case BLANK -> "请先在“主要指标”里填上这个数，或把这里改成文字";
			case UNPAIRED -> "指标写成 {{指标名称}}；不是指标的，请删去大括号";
			default -> "请改成指标目录里有的指标和写法，或改成文字";
		};
		return sighting.finding(ProseCheck.TOKEN, place.printed(), "“%s”：%s".formatted(typed, why))
			.instruction(instruction)
			.on((basis) -> basis.value("token", typed, why, place.trouble().name()))
			.build();
	}

	/** A digit, a 万 or an 亿 beside a token makes of the table's amount another one. */
	private static Finding misprint(ExaminedText sighting, Misprint misprint) {
		TokenPlace place = misprint.place();
		String typed = place.token().span().of(sighting.source());
		String printed = misprint.span().of(sighting.text());
		Stated stated = place.stated();
		String right = (stated != null) ? "应是" + stated.print() : "前后多写了数字或单位";
		return sighting.finding(ProseCheck.TOKEN, misprint.span(), "“%s”在这里印成“%s”，%s".formatted(typed, printed, right))
			.instruction("请删去指标前后多写的数字、“万”“亿”或单位，或把这里改成文字")
			.on((basis) -> basis.value("token", typed, printed, printed))
			.build();
	}

	/** C09: what the text says is what the table says. */
	private Optional<Finding> table(ExaminedText sighting, Mention mention) {
		BigDecimal expected = mention.expected();
		Figure figure = mention.figure();
		if (mention.bound() || mention.stance() != Stance.DIFFERS || expected == null
				|| !sighting.passage().isWhole(figure)) {
			return Optional.empty();
		}
		Metric metric = mention.metric();
		boolean target = figure.role() == Figure.Role.TARGET;
		String typed = figure.span().of(sighting.text());
		String right = new Wording(figure).of(expected, metric.getUnit());
		String message = "文中是%s，%s里“%s”是%s".formatted(typed, target ? "工作目标" : "指标表", metric.getName(),
				Amount.print(expected) + metric.getUnit());
		return Optional.of(sighting.finding(ProseCheck.TABLE, figure.span(), message)
			.metric(metric.getCode())
			.instruction(target ? "请改成一致；说的不是同一件事的，写明另有口径" : "请改正文中的数或指标表；口径确实不同的，写明另有口径")
			.on((basis) -> basis.value("text", "文中", typed, new Wording(figure).value())
				.amount("table", target ? "工作目标" : "指标表", expected, metric.getUnit()))
			.mend((figure.upTo() == null && sighting.takes(figure.span(), right, expected, metric.getUnit())) ? right
					: "")
			.token(sighting.passage().token(mention))
			.against(target ? new Spot.Against("工作目标", "正文对：去改工作目标", Part.PLAN.slug()) : table(metric))
			.fill(target ? null : fill(metric, figure, typed, expected))
			.build());
	}

	/** Where the table is changed. */
	private static Spot.Against table(Metric metric) {
		return new Spot.Against("指标表", "正文对：去改指标表", Part.METRICS.slug() + "#" + metric.getCode());
	}

	/**
	 * What an exact figure of the text is as an amount of the table, null where the table
	 * does not take it.
	 */
	private Spot.@Nullable Fill fill(Metric metric, Figure figure, String typed, BigDecimal expected) {
		Given now = this.given.get(metric.getCode());
		BigDecimal value = figure.value();
		// a number a blank has torn is read, and is not certain enough for the table
		boolean exact = value != null && figure.upTo() == null && figure.approximation() == Figure.Approximation.EXACT
				&& !TORN.matcher(typed).find();
		if (now == null || value == null || !exact || metric.isComputed()) {
			return null;
		}
		String text = Amount.print(new Wording(figure).in(value, metric.getUnit()));
		String was = Amount.print(expected);
		return (metric.measure().read(text).refusal() != null) ? null : new Spot.Fill("metric." + metric.getCode(), was,
				Saving.version(was), text, metric.getName(), was + metric.getUnit(), text + metric.getUnit());
	}

	/** What is said of the growth is what last year's approved figure makes it. */
	private Optional<Finding> growth(ExaminedText sighting, Mention mention) {
		Figure figure = mention.figure();
		Figures.Subject subject = this.figures.subjects().get(mention.metric().getCode());
		boolean yearEnd = figure.growth() != null && isOfYearEnd(figure.growth());
		BigDecimal before = base(yearEnd).get(mention.metric().getCode());
		Given now = this.given.get(mention.metric().getCode());
		boolean open = now != null && now.certainty().isOpen();
		// 增加3304万元: the figure is the change itself
		boolean own = figure.growth() != null && figure.growth().span().covers(figure.span());
		boolean elsewhere = mention.elsewhere() || (own ? now == null
				: mention.stance() == Stance.UNTESTED && figure.isAmount() && mention.expected() != null);
		if (figure.growth() == null || isAtConstantPrices(mention.metric(), figure.growth()) || subject == null
				|| before == null || elsewhere || figure.role() == Figure.Role.TARGET
				|| (figure.role() == Figure.Role.FORECAST && !open) || isOfAnotherYear(sighting.text(), figure)) {
			return Optional.empty();
		}
		GrowthClaim claim = GrowthClaim.of(sighting.text(), figure, subject.measure());
		if (claim == null) {
			return Optional.empty();
		}
		BigDecimal amount = (now != null) ? now.amount() : claim.stated();
		if (amount == null || claim.agrees(amount, before, now == null)) {
			return Optional.empty();
		}
		boolean shared = sighting.isOfSeveralMetrics(figure.growth());
		String right = claim.right(amount, before);
		return Optional.of(sighting
			.finding(ProseCheck.GROWTH, claim.span(), claim.message(subject, amount, before, right, now != null))
			.metric(subject.code())
			.instruction((now != null) ? "请改正增幅；口径确实不同的，写明另有口径" : "请先在指标表里填上这个数，再核对增幅；口径确实不同的，写明另有口径")
			.on((basis) -> claim.on(basis)
				.amount("now", subject.name(), amount, subject.measure().unit())
				.amount("before", subject.name() + (yearEnd ? "（上年末）" : "（上年同期）"), before, subject.measure().unit())
				.told("增减", right))
			// what is not in the table is no standstill, and no growth
			.mend((shared || now == null) ? ""
					: change(sighting, claim, claim.mend(right), (read) -> claim.isSaid(read, amount, before, false)))
			.token((shared || now == null) ? ""
					: change(sighting, claim, Token.write(mention.metric().getName(), Aspect.CHANGE, Form.USUAL),
							(read) -> claim.isSaid(read, amount, before, true)))
			.against(table(mention.metric()))
			.build());
	}

	/** The words, "" where with them another change would be claimed. */
	private static String change(ExaminedText sighting, GrowthClaim claim, String words, Predicate<Rereading> right) {
		return !words.isEmpty() && sighting.passage().reread(claim.span(), words).filter(right).isPresent() ? words
				: "";
	}

	/**
	 * 增加值 and 生产总值 grow at constant prices, their amounts are told at those of the year:
	 * the one cannot be worked out from the other (domain handbook §2.2).
	 */
	private static boolean isAtConstantPrices(Metric metric, Growth growth) {
		return growth.kind() == Growth.Kind.PERCENT && CONSTANT_PRICES.stream().anyMatch(metric.getName()::contains);
	}

	private Map<String, BigDecimal> base(boolean yearEnd) {
		if (!yearEnd) {
			return this.figures.lastYear();
		}
		return this.figures.kind().followsYear() ? this.figures.prev() : Map.of();
	}

	/** 比上年末 is within the year another base than 比上年同期. */
	private boolean isOfYearEnd(Growth growth) {
		return !this.figures.kind().isWholeYear()
				&& YEAR_ENDS.stream().anyMatch((word) -> growth.comparison().contains(word));
	}

	/** Whether the sentence has named another year before it comes to the figure. */
	private static boolean isOfAnotherYear(String text, Figure figure) {
		int from = figure.sentence().offset();
		String before = text.substring(from, Math.max(from, figure.span().offset()));
		return OTHER_YEARS.stream().anyMatch((word) -> {
			int at = before.indexOf(word);
			return at >= 0 && (at == 0 || COMPARING.indexOf(before.charAt(at - 1)) < 0);
		});
	}

	/** C16: 预计 is said of what is not final, and of nothing else. */
	private Optional<Finding> certainty(ExaminedText sighting, Mention mention) {
		Figure figure = mention.figure();
		BigDecimal expected = mention.expected();
		Given now = this.given.get(mention.metric().getCode());
		if (now == null || expected == null || figure.role() == Figure.Role.TARGET
				|| !says(figure, expected, mention)) {
			return Optional.empty();
		}
		boolean sure = now.certainty() == Certainty.ACTUAL || now.certainty() == Certainty.CERTIFIED;
		boolean forecast = figure.role() == Figure.Role.FORECAST;
		if (forecast ? !sure || !isForecast(sighting.text(), figure) : now.certainty() != Certainty.ESTIMATED) {
			return Optional.empty();
		}
		String name = mention.metric().getName();
		String words = figure.span().of(sighting.text());
		String message = forecast ? "文中说%s是预计，指标表里“%s”已是%s数".formatted(words, name, now.certainty().label())
				: "指标表里“%s”%s是预计数，文中当作实际数".formatted(name, words);
		return Optional.of(sighting.finding(ProseCheck.CERTAINTY, figure.span(), message)
			.metric(mention.metric().getCode())
			.instruction(forecast ? "请删去“预计”，或把指标表里的数据性质改成预计" : "请在文中写明“预计”，或把指标表里的数据性质改成实际")
			.on((basis) -> basis.amount("table", name, expected, mention.metric().getUnit())
				.value("certainty", "数据性质", now.certainty().label(), now.certainty().name()))
			.build());
	}

	/** Whether the sentence says so in so many words. */
	private static boolean isForecast(String text, Figure figure) {
		int from = figure.sentence().offset();
		String before = text.substring(from, Math.max(from, figure.span().end()));
		return FORECASTING.stream().anyMatch(before::contains);
	}

	/** C16: a plan holds no facts of the year that is over. */
	private Optional<Finding> fact(ExaminedText sighting, Mention mention) {
		Figure figure = mention.figure();
		if (sighting.passage().part() != Part.PLAN || figure.role() != Figure.Role.ACTUAL || mention.bound()
				|| mention.stance() != Stance.AGREES || !figure.isAmount()) {
			return Optional.empty();
		}
		String sentence = figure.sentence().of(sighting.text());
		boolean base = BASES.stream().anyMatch(sentence::contains) || sighting.looksAhead(figure.sentence());
		if (base) {
			return Optional.empty();
		}
		return Optional.of(
				sighting
					.finding(ProseCheck.FACT, figure.span(),
							"计划里写了已经完成的数：“%s”%s".formatted(mention.metric().getName(),
									figure.span().of(sighting.text())))
					.metric(mention.metric().getCode())
					.instruction("已经完成的写到“工作成效”里；确要在计划里说的，写明理由")
					.on((basis) -> basis.value("text", mention.metric().getName(), figure.span().of(sighting.text()),
							new Wording(figure).value()))
					.build());
	}

	private static boolean says(Figure figure, BigDecimal expected, Mention mention) {
		if (mention.bound()) {
			return true;
		}
		return figure.isAmount() && figure.upTo() == null && figure.approximation() == Figure.Approximation.EXACT
				&& new Wording(figure).is(expected, mention.metric().getUnit());
	}

	private static Finding flaw(ExaminedText sighting, ProseCheck check, Flaw flaw) {
		ExaminedText.Draft finding = sighting.finding(check, flaw.span(), flaw.message());
		if (check == ProseCheck.SUM) {
			finding.against(new Spot.Against("分项", "总数对：去改分项", ""));
		}
		return finding.instruction(check.instruction())
			.on((basis) -> basis.numbers("text", "文中", flaw.message()))
			.mend(Optional.ofNullable(flaw.mend())
				.or(() -> (check == ProseCheck.SUM) ? Optional.of(sum(sighting, flaw)) : Optional.empty())
				.filter((mend) -> check != ProseCheck.SUM || sighting.takes(flaw.span(), mend))
				.orElse(""))
			.build();
	}

	/** The whole its parts make, in its own words; "" where one of them is larger. */
	private static String sum(ExaminedText sighting, Flaw flaw) {
		return sighting.whole(flaw.span()).map(Wording::new).flatMap(Wording::sum).orElse("");
	}

	/** How it is written is told once for a text, and mended at once. */
	private static List<Finding> style(ExaminedText sighting, List<Flaw> flaws) {
		return flaws.stream()
			.filter((flaw) -> flaw.kind().weight() == Flaw.Weight.STYLE)
			.filter((flaw) -> flaw.span().length() > 0 && !sighting.passage().printed().isBound(flaw.span()))
			.collect(Collectors.groupingBy(Flaw::kind, LinkedHashMap::new, Collectors.toList()))
			.entrySet()
			.stream()
			.map((group) -> sighting.style(group.getKey(), group.getValue()))
			.toList();
	}

}
