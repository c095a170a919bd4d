package org.kebao.metric;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import org.kebao.amount.Amount;
import org.kebao.amount.Comparison;
import org.kebao.amount.MetricKind;
import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodKind;

/**
 * What an administrator types about a metric, as text, so that nothing typed is lost.
 *
 * @param base the version the form was filled from, "" for a new metric
 * @param code of a new metric, as are kind, numerator, denominator and factor: none of
 * them changes later
 * @param aliases one a line
 * @param low the lower ends of the plausible ranges by the level's code, as is high
 */
record MetricForm(String base, String code,
		@NotBlank(message = "请填指标名称") @Size(max = 80, message = "名称最多 80 个字") @Pattern(regexp = "\\P{Cntrl}*",
				message = "名称里有不能保存的字符") @Pattern(regexp = NAME, message = "名称里不能有花括号、竖线、顿号、逗号和分号") String name,
		@NotBlank(message = "请填单位") @Size(max = 20, message = "单位最多 20 个字") @Pattern(regexp = "\\P{Cntrl}*",
				message = "单位里有不能保存的字符") String unit,
		@Pattern(regexp = "[0-6]", message = "小数位在 0 到 6 之间") String scale, String mayBeNegative,
		@Pattern(regexp = "PERCENT|POINTS|DIFFERENCE", message = "请选与上年比的方法") String comparison,
		@NotBlank(message = "请写明这个指标统计什么") @Size(max = TEXT, message = TOO_LONG) @Pattern(regexp = PLAIN,
				message = UNSAVABLE) String definition,
		@Size(max = TEXT, message = TOO_LONG) @Pattern(regexp = PLAIN, message = UNSAVABLE) String source,
		@Size(max = TEXT, message = TOO_LONG) @Pattern(regexp = PLAIN, message = UNSAVABLE) String exclusion,
		@Size(max = TEXT, message = TOO_LONG) @Pattern(regexp = PLAIN, message = UNSAVABLE) @Pattern(regexp = NAMES,
				message = "别名里不能有花括号和竖线") String aliases,
		@Size(max = 40, message = "责任科室最多 40 个字") @Pattern(regexp = "\\P{Cntrl}*",
				message = UNSAVABLE) String ownerSection,
		@Pattern(regexp = "|[1-9]\\d{0,3}", message = "请填 1 到 9999 之间的整数，不提示就留空") String jumpBand,
		Map<String, String> low, Map<String, String> high,
		@Pattern(regexp = YEAR, message = YEARS) String validFromYear, String validFromKind,
		@Pattern(regexp = YEAR, message = YEARS) String validToYear, String validToKind, String kind, String numerator,
		String denominator, String factor) {

	private static final int TEXT = 1000;

	private static final String TOO_LONG = "最多 1000 个字";

	/** Lines may end, nothing else may steer. */
	private static final String PLAIN = "[\\P{Cntrl}\\n]*";

	private static final String UNSAVABLE = "文字里有不能保存的字符";

	private static final String YEAR = "|20\\d\\d|2100";

	private static final String KINDS = "没有这种报告期";

	private static final String YEARS = "年份在 2000 到 2100 之间";

	/** As long as a name, which becomes an alias when it is changed. */
	private static final int LONGEST_ALIAS = 80;

	private static final int MOST_ALIASES = 20;

	/** Without what sets names off from each other, and from the text they stand in. */
	private static final String NAME = "[^{}｛｝|｜、，,；;]*";

	/** Names, and what sets them off from each other. */
	private static final String NAMES = "[^{}｛｝|｜]*";

	private static final int FACTOR_DECIMALS = 4;

	/** Decimals of a range, those of any amount. */
	private static final int DECIMALS = 6;

	MetricForm {
		base = number(base);
		code = line(code);
		name = line(name);
		unit = line(unit);
		scale = number(scale);
		mayBeNegative = line(mayBeNegative);
		comparison = line(comparison);
		definition = text(definition);
		source = text(source);
		exclusion = text(exclusion);
		aliases = text(aliases);
		ownerSection = line(ownerSection);
		jumpBand = number(jumpBand);
		low = Objects.requireNonNullElse(low, Map.of());
		high = Objects.requireNonNullElse(high, Map.of());
		validFromYear = number(validFromYear);
		validFromKind = line(validFromKind);
		validToYear = number(validToYear);
		validToKind = line(validToKind);
		kind = line(kind);
		numerator = line(numerator);
		denominator = line(denominator);
		factor = number(factor);
	}

	static MetricForm blank(String code) {
		return new MetricForm("", code, "", "", "0", "", Comparison.PERCENT.name(), "", "", "", "", "",
				Integer.toString(Metric.USUAL_JUMP_BAND), Map.of(), Map.of(), "", "", "", "", MetricKind.FLOW.name(),
				"", "", "");
	}

	static MetricForm of(MetricContent content, int base) {
		Map<String, String> low = new HashMap<>();
		Map<String, String> high = new HashMap<>();
		content.ranges().forEach((level, range) -> {
			low.put(level, Amount.print(range.low()));
			high.put(level, Amount.print(range.high()));
		});
		Optional<PeriodKey> from = Optional.ofNullable(content.validFrom());
		Optional<PeriodKey> to = Optional.ofNullable(content.validTo());
		return new MetricForm(Integer.toString(base), "", content.name(), content.unit(),
				Integer.toString(content.scale()), Boolean.toString(content.mayBeNegative()),
				content.comparison().name(), content.definition(), content.source(), content.exclusion(),
				String.join("\n", content.aliases()), content.ownerSection(), Objects.toString(content.jumpBand(), ""),
				low, high, from.map((term) -> Integer.toString(term.year())).orElse(""),
				from.map((term) -> term.kind().name()).orElse(""),
				to.map((term) -> Integer.toString(term.year())).orElse(""),
				to.map((term) -> term.kind().name()).orElse(""), "", "", "", "");
	}

	/** Whether a form can hold so many. */
	static boolean holds(List<String> aliases) {
		return aliases.size() <= MOST_ALIASES && String.join("\n", aliases).length() <= TEXT;
	}

	boolean isBasedOn(int version) {
		return this.base.equals(Integer.toString(version));
	}

	Optional<MetricKind> kindOf() {
		return Arrays.stream(MetricKind.values()).filter((one) -> one.name().equals(this.kind)).findFirst();
	}

	/** Nothing where none was typed, or no number. */
	Optional<BigDecimal> factorOf() {
		return Optional.ofNullable(Amount.read(this.factor, FACTOR_DECIMALS, false).amount());
	}

	/** The names in prose, however they are separated. */
	List<String> aliasList() {
		return Arrays.stream(this.aliases.split("[\\n、，,；;]"))
			.map(String::strip)
			.filter((alias) -> !alias.isEmpty())
			.distinct()
			.toList();
	}

	/**
	 * What the form says, or beside the field why it cannot be meant.
	 * @param levels the codes of the levels there are
	 * @return null where something is wrong
	 */
	@Nullable MetricContent read(Set<String> levels, boolean retired, Errors errors) {
		Map<String, PlausibleRange> ranges = ranges(levels, errors);
		PeriodKey from = term(this.validFromYear, this.validFromKind, "validFrom", errors);
		PeriodKey to = term(this.validToYear, this.validToKind, "validTo", errors);
		if (from != null && to != null && to.isBefore(from)) {
			errors.rejectValue("validToYear", "order", "截止报告期不能早于起始报告期");
		}
		if (aliasList().size() > MOST_ALIASES || aliasList().stream().anyMatch((one) -> one.length() > LONGEST_ALIAS)) {
			errors.rejectValue("aliases", "long", "最多 %d 个别名，每个最多 %d 个字".formatted(MOST_ALIASES, LONGEST_ALIAS));
		}
		return errors.hasErrors() ? null
				: new MetricContent(this.name, this.unit, Integer.parseInt(this.scale),
						Boolean.parseBoolean(this.mayBeNegative), Comparison.valueOf(this.comparison), this.definition,
						this.source, this.exclusion, aliasList(), this.ownerSection,
						this.jumpBand.isEmpty() ? null : Integer.valueOf(this.jumpBand), ranges, from, to, retired);
	}

	private Map<String, PlausibleRange> ranges(Set<String> levels, Errors errors) {
		Map<String, PlausibleRange> ranges = new HashMap<>();
		for (String level : levels) {
			BigDecimal from = end("low", this.low.getOrDefault(level, ""), level, errors);
			BigDecimal to = end("high", this.high.getOrDefault(level, ""), level, errors);
			if (from != null && to != null && from.compareTo(to) > 0) {
				errors.rejectValue("high[" + level + "]", "order", "上限不能小于下限");
			}
			else if (from != null || to != null) {
				ranges.put(level, new PlausibleRange(from, to));
			}
		}
		return ranges;
	}

	private static @Nullable BigDecimal end(String side, String typed, String level, Errors errors) {
		Amount amount = Amount.read(typed, DECIMALS, true);
		if (amount.refusal() != null || amount.isWordsOnly()) {
			errors.rejectValue(side + "[" + level + "]", "number", "请填数字，最多 6 位小数；不限就留空");
		}
		return amount.amount();
	}

	private static @Nullable PeriodKey term(String year, String kind, String name, Errors errors) {
		if (errors.hasFieldErrors(name + "Year") || errors.hasFieldErrors(name + "Kind")
				|| (year.isEmpty() && kind.isEmpty())) {
			return null;
		}
		if (year.isEmpty() || kind.isEmpty()) {
			errors.rejectValue(year.isEmpty() ? name + "Year" : name + "Kind", "half", "年份和报告期要一起填，或都不填");
			return null;
		}
		Optional<PeriodKind> known = Arrays.stream(PeriodKind.values())
			.filter((one) -> one.name().equals(kind))
			.findFirst();
		if (known.isEmpty()) {
			errors.rejectValue(name + "Kind", "unknown", KINDS);
		}
		return known.map((one) -> new PeriodKey(Integer.parseInt(year), one)).orElse(null);
	}

	/** Full-width digits are digits. */
	private static String number(@Nullable String typed) {
		return Normalizer.normalize(line(typed), Normalizer.Form.NFKC);
	}

	private static String line(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

	/** A browser sends what stood in a text area with line ends of its own. */
	private static String text(@Nullable String typed) {
		return (typed != null) ? typed.replace("\r\n", "\n").strip() : "";
	}

}
