package org.kebao.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.kebao.metric.Amount;
import org.kebao.metric.Certainty;
import org.kebao.metric.Metric;
import org.kebao.revision.Aim;

/**
 * Writes typed texts into the fields of one report, and never over a text the writer has
 * not seen.
 */
final class FieldWriter {

	private static final int EARLIEST_YEAR = 1990;

	private final Report report;

	private final Vocabulary vocabulary;

	private final Long who;

	private final Instant now;

	private final LocalDate today;

	private final Consumer<ValueChange> history;

	FieldWriter(Report report, Vocabulary vocabulary, Long who, ZonedDateTime now, Consumer<ValueChange> history) {
		this.report = report;
		this.vocabulary = vocabulary;
		this.who = who;
		this.now = now.toInstant();
		this.today = now.toLocalDate();
		this.history = history;
	}

	Saving save(Saving.Wish wish) {
		Optional<Slot> found = slot(wish.field());
		if (found.isEmpty()) {
			return new Saving(wish.field(), Saving.Outcome.REFUSED, "", "", "这一项已被删除或不存在", null, null);
		}
		Slot slot = found.get();
		String text = wish.text().replace("\r\n", "\n").replace('\r', '\n');
		String refusal = refusal(text, slot.longest());
		Reading reading = refusal.isEmpty() ? slot.reader().read(text) : new Reading(text, refusal, () -> {
		});
		if (!reading.refusal().isEmpty()) {
			return answer(slot, Saving.Outcome.REFUSED, reading.refusal());
		}
		// sent twice, or typed alike by two: nothing is lost, nothing is to be decided
		if (reading.text().equals(slot.text())) {
			return answer(slot, Saving.Outcome.SAVED, "");
		}
		if (!Saving.version(slot.text()).equals(wish.base())) {
			return answer(slot, Saving.Outcome.CONFLICT, "");
		}
		reading.write().run();
		return new Saving(wish.field(), Saving.Outcome.SAVED, reading.text(), Saving.version(reading.text()), "",
				this.who, this.now);
	}

	private static Saving answer(Slot slot, Saving.Outcome outcome, String message) {
		return new Saving(slot.field(), outcome, slot.text(), Saving.version(slot.text()), message, slot.savedBy(),
				slot.savedAt());
	}

	private static String refusal(String text, int longest) {
		if (text.indexOf('\0') >= 0) {
			return "文字里有无法保存的控制字符（NUL），请删去后再试";
		}
		if (!isWellFormed(text)) {
			return "文字里有不完整的字符，请删去后再试";
		}
		int length = text.codePointCount(0, text.length());
		return (length <= longest) ? "" : "最多 %d 字，现在 %d 字".formatted(longest, length);
	}

	/** Half of a surrogate pair is no character, and no database takes it. */
	private static boolean isWellFormed(String text) {
		return text.codePoints().noneMatch((c) -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
	}

	private Optional<Slot> slot(String name) {
		Field field = Field.named(name);
		return switch (field.owner()) {
			case REPORT -> Optional.of((field.aspect() == Field.Aspect.LEAD)
					? slot(name, field, this.report.getLead(),
							plain((text) -> this.report.lead(text, this.who, this.now)))
					: slot(name, field, this.report.getIdea(),
							plain((text) -> this.report.idea(text, this.who, this.now))));
			case METRIC -> this.vocabulary.catalogue()
				.find(field.key())
				.filter(this.vocabulary.catalogue()::isAsked)
				.map((metric) -> metric(name, field, metric));
			case ENTRY -> this.report.entry(field.id())
				.filter((entry) -> !entry.isDeleted())
				.map((entry) -> entry(name, field, entry));
			case TARGET -> this.report.target(field.id())
				.filter((target) -> !target.isDeleted())
				.map((target) -> target(name, field, target));
		};
	}

	private Slot metric(String name, Field field, Metric metric) {
		Optional<MetricValue> value = this.report.value(metric.getId());
		String before = switch (field.aspect()) {
			case CERTAINTY -> value.map(MetricValue::getCertainty).orElse(Certainty.ACTUAL).name();
			case ASOF -> value.map(MetricValue::getAsOf).map(LocalDate::toString).orElse("");
			case NOTE -> value.map(MetricValue::getNote).orElse("");
			default -> value.map(MetricValue::getText).orElse("");
		};
		Reader reader = switch (field.aspect()) {
			case CERTAINTY -> (text) -> certainty(metric, text);
			case ASOF -> (text) -> asOf(metric, text);
			case NOTE -> plain((text) -> change(metric, (one) -> one.note(text, this.who, this.now)));
			default -> (text) -> amount(metric, before, text);
		};
		return new Slot(name, field.aspect().longest(), before, reader, value.map(MetricValue::getSavedBy).orElse(null),
				value.map(MetricValue::getSavedAt).orElse(null));
	}

	/**
	 * An amount; in the place of a computed ratio only an official one (handbook C03).
	 */
	private Reading amount(Metric metric, String before, String text) {
		Amount amount = metric.read(text);
		String refusal = (metric.isComputed() && amount.isWordsOnly()) ? "此项由系统计算，这里只填核定数"
				: Optional.ofNullable(amount.refusal()).orElse("");
		return new Reading(amount.print(), refusal, () -> {
			change(metric, (value) -> {
				value.change(amount, this.who, this.now);
				if (metric.isComputed()) {
					value.certainty(Certainty.CERTIFIED, this.who, this.now);
				}
			});
			this.history.accept(
					new ValueChange(this.report.getId(), metric.getId(), before, amount.print(), this.who, this.now));
		});
	}

	private Reading certainty(Metric metric, String text) {
		Optional<Certainty> certainty = Certainty.named(text);
		String refusal = certainty.isEmpty() ? "没有这种数据性质"
				: (metric.isComputed() && certainty.get() != Certainty.CERTIFIED) ? "由系统计算的指标只能填核定数" : "";
		return new Reading(text, refusal, () -> change(metric,
				(value) -> certainty.ifPresent((one) -> value.certainty(one, this.who, this.now))));
	}

	/** No figure speaks of a day that has not come. */
	private Reading asOf(Metric metric, String text) {
		if (text.isBlank()) {
			return new Reading("", "", () -> change(metric, (value) -> value.asOf(null, this.who, this.now)));
		}
		try {
			LocalDate day = LocalDate.parse(text.strip());
			String refusal = day.isAfter(this.today) ? "截止日期不能晚于今天" : (day.getYear() < EARLIEST_YEAR) ? "截止日期太早" : "";
			return new Reading(day.toString(), refusal,
					() -> change(metric, (value) -> value.asOf(day, this.who, this.now)));
		}
		catch (DateTimeParseException ex) {
			return new Reading(text, "请填日期，如 2025-06-30", () -> {
			});
		}
	}

	private void change(Metric metric, Consumer<MetricValue> step) {
		this.report.value(metric.getId(), step, this.who, this.now);
	}

	private Slot entry(String name, Field field, Entry entry) {
		return switch (field.aspect()) {
			case HEADING -> new Slot(name, field.aspect().longest(), entry.getHeading(),
					plain((text) -> entry.heading(text, this.who, this.now)), entry.getSavedBy(), entry.getSavedAt());
			case BODY -> new Slot(name, field.aspect().longest(), entry.getBody(),
					plain((text) -> entry.body(text, this.who, this.now)), entry.getSavedBy(), entry.getSavedAt());
			default -> new Slot(name, field.aspect().longest(), print(entry.getThemeId()), (text) -> theme(entry, text),
					entry.getSavedBy(), entry.getSavedAt());
		};
	}

	private Reading theme(Entry entry, String text) {
		Optional<Theme> theme = this.vocabulary.themes()
			.stream()
			.filter((one) -> text.equals(print(one.getId())))
			.findFirst();
		return new Reading(text, (text.isEmpty() || theme.isPresent()) ? "" : "没有这个主题",
				() -> entry.theme(theme.map(Theme::getId).orElse(null), this.who, this.now));
	}

	private Slot target(String name, Field field, PlanTarget target) {
		Optional<Metric> metric = Optional.ofNullable(target.getMetricId()).flatMap(this.vocabulary.catalogue()::find);
		String before = switch (field.aspect()) {
			case METRIC -> metric.map(Metric::getCode).orElse("");
			case AIM -> target.getAim().name();
			case AMOUNT -> Amount.print(target.getAmount());
			default -> target.getWords();
		};
		Reader reader = switch (field.aspect()) {
			case METRIC -> (text) -> targetMetric(target, text);
			case AIM -> (text) -> aim(target, text);
			case AMOUNT -> (text) -> targetAmount(target, metric, text);
			default -> plain((text) -> target.words(text, this.who, this.now));
		};
		return new Slot(name, field.aspect().longest(), before, reader, target.getSavedBy(), target.getSavedAt());
	}

	private Reading targetMetric(PlanTarget target, String text) {
		Optional<Metric> metric = this.vocabulary.catalogue().find(text);
		return new Reading(text, (text.isEmpty() || metric.isPresent()) ? "" : "没有这个指标",
				() -> target.metric(metric.map(Metric::getId).orElse(null), this.who, this.now));
	}

	private Reading aim(PlanTarget target, String text) {
		Optional<Aim> aim = Arrays.stream(Aim.values()).filter((one) -> one.name().equals(text)).findFirst();
		return new Reading(text, aim.isPresent() ? "" : "没有这种目标",
				() -> aim.ifPresent((one) -> target.aim(one, this.who, this.now)));
	}

	/**
	 * An amount in the metric's own terms; per cent and multiples may have two decimals.
	 */
	private Reading targetAmount(PlanTarget target, Optional<Metric> metric, String text) {
		Amount amount = (target.getAim() == Aim.AMOUNT) ? metric.map((one) -> one.read(text)).orElse(Amount.plain(text))
				: Amount.plain(text);
		String refusal = Optional.ofNullable(amount.refusal()).orElse(amount.isWordsOnly() ? "目标要填数字，或改用文字目标" : "");
		return new Reading(amount.print(), refusal, () -> target.amount(amount.amount(), this.who, this.now));
	}

	private Slot slot(String name, Field field, String before, Reader reader) {
		return new Slot(name, field.aspect().longest(), before, reader, this.report.getSavedBy(),
				this.report.getSavedAt());
	}

	private static Reader plain(Consumer<String> write) {
		return (text) -> new Reading(text, "", () -> write.accept(text));
	}

	private static String print(@Nullable Long id) {
		return (id != null) ? id.toString() : "";
	}

	/** Where a text goes, and what stands there. */
	private record Slot(String field, int longest, String text, Reader reader, @Nullable Long savedBy,
			@Nullable Instant savedAt) {
	}

	/**
	 * What a typed text means: its plain form, why it is refused ("" if not), how to
	 * write it.
	 */
	private record Reading(String text, String refusal, Runnable write) {
	}

	private interface Reader {

		Reading read(String text);

	}

}
