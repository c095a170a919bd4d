package org.kebao.field;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.kebao.account.Person;
import org.kebao.amount.Amount;
import org.kebao.amount.Certainty;
import org.kebao.metric.Metric;
import org.kebao.report.CompletionTable;
import org.kebao.report.Draft;
import org.kebao.report.Entry;
import org.kebao.report.FieldSave;
import org.kebao.report.Limits;
import org.kebao.report.MetricValue;
import org.kebao.report.PlanTarget;
import org.kebao.report.Report;
import org.kebao.report.Theme;
import org.kebao.report.Vocabulary;
import org.kebao.revision.Aim;
import org.kebao.revision.Fulfilment;
import org.kebao.script.Legible;
import org.kebao.script.Mark;

/**
 * Writes typed texts into the fields of one report, and never over a text the writer has
 * not seen.
 */
final class FieldWriter {

	private static final String GONE = "这一项已被删除或不存在";

	private static final int EARLIEST_YEAR = 1990;

	private final Report report;

	private final Vocabulary vocabulary;

	private final Supplier<CompletionTable> completion;

	private final Person writer;

	private final LocalDate today;

	FieldWriter(Report report, Vocabulary vocabulary, Supplier<CompletionTable> completion, Person writer,
			LocalDate today) {
		this.report = report;
		this.vocabulary = vocabulary;
		this.completion = completion;
		this.writer = writer;
		this.today = today;
	}

	Saving save(Saving.Wish wish, Draft draft) {
		Optional<Slot> found = slot(wish.field());
		if (found.isEmpty()) {
			// a form sends all its fields: of what is gone nobody may have touched this
			// one
			return Saving.version(wish.text()).equals(wish.base())
					? new Saving(wish.field(), Saving.Outcome.SAVED, wish.text(), wish.base(), "", null, null)
					: new Saving(wish.field(), Saving.Outcome.GONE, "", "", GONE, null, null);
		}
		Slot slot = found.get();
		Reading reading = read(wish, slot);
		if (!reading.refusal().isEmpty()) {
			return answer(slot.name(), slot.text(), Saving.Outcome.REFUSED, reading.refusal());
		}
		// sent twice, or typed alike by two: nothing is lost, nothing is to be decided
		if (reading.text().equals(slot.text())) {
			return answer(slot.name(), slot.text(), Saving.Outcome.SAVED, reading.told());
		}
		if (!hasSeen(wish, slot, reading)) {
			return answer(slot.name(), slot.text(), Saving.Outcome.CONFLICT, "");
		}
		String full = slot.isText() ? Limits.refusal(this.report, slot.text(), reading.text()) : "";
		if (!full.isEmpty()) {
			return answer(slot.name(), slot.text(), Saving.Outcome.REFUSED, full);
		}
		reading.write().accept(draft);
		draft.sign(wish.field(), wish.save());
		return answer(slot.name(), reading.text(), Saving.Outcome.SAVED, reading.told());
	}

	/**
	 * Whether the writer knows what stands there: he had it before him, or wrote it
	 * himself and never heard of it. What differs in marks nobody sees is the same text,
	 * kept from before they were taken off.
	 */
	private boolean hasSeen(Saving.Wish wish, Slot slot, Reading reading) {
		return Saving.version(slot.text()).equals(wish.base()) || reading.text().equals(Legible.text(slot.text()))
				|| this.report.lastSave(slot.name())
					.filter((save) -> save.isOneOf(wish.unanswered(), this.writer.id()))
					.isPresent();
	}

	/** What a save would do; nothing is written. */
	Saving.Prospect prospect(Saving.Wish wish) {
		return slot(wish.field()).map((slot) -> {
			Reading reading = read(wish, slot);
			return new Saving.Prospect(wish.field(), slot.text(), Saving.version(slot.text()), reading.text(),
					reading.refusal(), reading.told());
		}).orElseGet(() -> new Saving.Prospect(wish.field(), "", "", "", GONE, ""));
	}

	private Reading read(Saving.Wish wish, Slot slot) {
		String refusal = this.writer.may(slot.field().right()) ? wish.refusal(slot.field().aspect().longest())
				: Saving.FOR_OTHERS;
		return refusal.isEmpty() ? slot.reader().read(wish.text()) : Reading.refused(wish.text(), refusal);
	}

	private Saving answer(String field, String text, Saving.Outcome outcome, String message) {
		Optional<FieldSave> last = this.report.lastSave(field);
		return new Saving(field, outcome, text, Saving.version(text), message,
				last.map(FieldSave::savedBy).orElse(null), last.map(FieldSave::savedAt).orElse(null));
	}

	private Optional<Slot> slot(String name) {
		Field field = Field.named(name);
		return switch (field.owner()) {
			case REPORT -> Optional.of((field.aspect() == Field.Aspect.LEAD)
					? new Slot(name, field, this.report.getLead(), plain(Draft::lead))
					: new Slot(name, field, this.report.getIdea(), plain(Draft::idea)));
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
			case SETTLEMENT -> this.completion.get().line(field.id()).map((line) -> settlement(name, field, line));
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
			case NOTE -> plain((draft, text) -> draft.note(metric, text));
			default -> (text) -> amount(metric, text);
		};
		return new Slot(name, field, before, reader);
	}

	/**
	 * An amount; in the place of a computed ratio only an official one (handbook C03).
	 */
	private Reading amount(Metric metric, String text) {
		Amount amount = metric.measure().read(text);
		String refusal = (metric.isComputed() && amount.isWordsOnly()) ? "此项由系统计算，这里只填核定数"
				: Optional.ofNullable(amount.refusal()).orElse("");
		return new Reading(amount.print(), refusal, amount.told(), (draft) -> draft.amount(metric, amount));
	}

	private Reading certainty(Metric metric, String text) {
		Optional<Certainty> certainty = Certainty.named(text);
		String refusal = certainty.isEmpty() ? "没有这种数据性质"
				: (metric.isComputed() && certainty.get() != Certainty.CERTIFIED) ? "由系统计算的指标只能填核定数" : "";
		return new Reading(text, refusal, (draft) -> draft.certainty(metric, certainty.orElseThrow()));
	}

	/** No figure speaks of a day that has not come. */
	private Reading asOf(Metric metric, String text) {
		if (text.isBlank()) {
			return new Reading("", "", (draft) -> draft.asOf(metric, null));
		}
		try {
			LocalDate day = LocalDate.parse(text.strip());
			String refusal = day.isAfter(this.today) ? "截止日期不能晚于今天" : (day.getYear() < EARLIEST_YEAR) ? "截止日期太早" : "";
			return new Reading(day.toString(), refusal, (draft) -> draft.asOf(metric, day));
		}
		catch (DateTimeParseException ex) {
			return Reading.refused(text, "请填日期，如 2025-06-30");
		}
	}

	private Slot entry(String name, Field field, Entry entry) {
		return switch (field.aspect()) {
			case HEADING ->
				new Slot(name, field, entry.getHeading(), unnumbered((draft, text) -> draft.heading(entry, text)));
			case BODY -> new Slot(name, field, entry.getBody(), plain((draft, text) -> draft.body(entry, text)));
			default -> new Slot(name, field, print(entry.getThemeId()), (text) -> theme(entry, text));
		};
	}

	private Reading theme(Entry entry, String text) {
		Optional<Theme> theme = this.vocabulary.themes()
			.stream()
			.filter((one) -> text.equals(print(one.getId())))
			.findFirst();
		return new Reading(text, (text.isEmpty() || theme.isPresent()) ? "" : "没有这个主题",
				(draft) -> draft.theme(entry, theme.map(Theme::getId).orElse(null)));
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
			default -> {
				BiConsumer<Draft, String> write = (draft, text) -> draft.words(target, text);
				yield (target.getAim() == Aim.WORDS) ? unnumbered(write) : plain(write);
			}
		};
		return new Slot(name, field, before, reader);
	}

	private Reading targetMetric(PlanTarget target, String text) {
		Optional<Metric> metric = this.vocabulary.catalogue().find(text);
		return new Reading(text, (text.isEmpty() || metric.isPresent()) ? "" : "没有这个指标",
				(draft) -> draft.metric(target, metric.map(Metric::getId).orElse(null)));
	}

	private Reading aim(PlanTarget target, String text) {
		Optional<Aim> aim = Arrays.stream(Aim.values()).filter((one) -> one.name().equals(text)).findFirst();
		return new Reading(text, aim.isPresent() ? "" : "没有这种目标", (draft) -> draft.aim(target, aim.orElseThrow()));
	}

	/**
	 * An amount in the metric's own terms; per cent and multiples may have two decimals.
	 */
	private Reading targetAmount(PlanTarget target, Optional<Metric> metric, String text) {
		boolean inUnit = target.getAim() == Aim.AMOUNT || target.getAim() == Aim.ABOVE;
		String unit = (target.getAim() == Aim.PERCENT) ? "%" : (target.getAim() == Aim.MULTIPLE) ? "倍" : "";
		Amount amount = metric.filter((one) -> inUnit)
			.map((one) -> one.measure().readGoal(text))
			.orElseGet(() -> Amount.plain(text, unit));
		String refusal = Optional.ofNullable(amount.refusal()).orElse(amount.isWordsOnly() ? "目标要填数字，或改用文字目标" : "");
		return new Reading(amount.print(), refusal, amount.told(), (draft) -> draft.amount(target, amount.amount()));
	}

	private Slot settlement(String name, Field field, CompletionTable.Line line) {
		boolean state = field.aspect() == Field.Aspect.STATE;
		return new Slot(name, field,
				state ? Optional.ofNullable(line.chosen()).map(Fulfilment::name).orElse("") : line.note(),
				state ? (text) -> state(line, text) : plain((draft, text) -> draft.explain(line.id(), text)));
	}

	/** 完成 follows from the figures and is not claimed against them. */
	private Reading state(CompletionTable.Line line, String text) {
		Optional<Fulfilment> state = Arrays.stream(Fulfilment.values())
			.filter((one) -> one.name().equals(text))
			.findFirst();
		String refusal = "";
		if (state.isEmpty() && !text.isEmpty()) {
			refusal = "没有这种状态";
		}
		else if (line.isFixed()) {
			refusal = "这一项的状态由数据得出，不用填写";
		}
		else if (state.isPresent() && !line.choices().contains(state.get())) {
			refusal = (line.lacksFigure() ? "本期数还没有填，不能选“%s”" : "本期数还没有达到目标值，不能选“%s”").formatted(state.get().label());
		}
		return new Reading(text, refusal, (draft) -> draft.settle(line.id(), state.orElse(null)));
	}

	private static Reader plain(BiConsumer<Draft, String> write) {
		return (text) -> new Reading(text, "", (draft) -> write.accept(draft, text));
	}

	/** What the renderer numbers has no number of its own. */
	private static Reader unnumbered(BiConsumer<Draft, String> write) {
		return (text) -> {
			String words = Mark.unnumbered(text);
			String mark = text.substring(0, text.length() - words.length()).strip();
			return new Reading(words, "", mark.isEmpty() ? "" : "序号由系统编排，已去掉“%s”".formatted(mark),
					(draft) -> write.accept(draft, words));
		};
	}

	private static String print(@Nullable Long id) {
		return (id != null) ? id.toString() : "";
	}

	/** Where a text goes, and what stands there. */
	private record Slot(String name, Field field, String text, Reader reader) {

		/** Whether it holds words, and not one of some values. */
		boolean isText() {
			return switch (this.field.aspect()) {
				case LEAD, IDEA, HEADING, BODY, WORDS, NOTE -> true;
				default -> false;
			};
		}

	}

	/**
	 * What a typed text means: its plain form, why it is refused ("" if not), how it was
	 * understood ("" where that is plain), how to write it.
	 */
	private record Reading(String text, String refusal, String told, Consumer<Draft> write) {

		Reading(String text, String refusal, Consumer<Draft> write) {
			this(text, refusal, "", write);
		}

		static Reading refused(String text, String refusal) {
			return new Reading(text, refusal, (draft) -> {
			});
		}

	}

	private interface Reader {

		Reading read(String text);

	}

}
