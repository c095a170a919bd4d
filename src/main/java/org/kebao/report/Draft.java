package org.kebao.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.amount.Amount;
import org.kebao.amount.Certainty;
import org.kebao.metric.Metric;
import org.kebao.refusal.NotVisibleException;
import org.kebao.revision.Aim;
import org.kebao.revision.Fulfilment;

/**
 * A report under the hand of somebody who may write it, held by its lock until the
 * transaction ends. Every change knows its writer and its time, and what changes of a
 * figure is on record. Only {@link Reports#write} hands one out.
 */
public final class Draft {

	private final Report report;

	private final Vocabulary vocabulary;

	private final Owed owed;

	private final Person writer;

	private final Instant now;

	private final List<ValueChange> changes = new ArrayList<>();

	private boolean grown;

	Draft(Report report, Vocabulary vocabulary, Owed owed, Person writer, Instant now) {
		this.report = report;
		this.vocabulary = vocabulary;
		this.owed = owed;
		this.writer = writer;
		this.now = now;
	}

	public Report report() {
		return this.report;
	}

	public Vocabulary vocabulary() {
		return this.vocabulary;
	}

	/** What was promised, and what became of it as the report stands now. */
	public CompletionTable completion() {
		return this.owed.against(this.report, this.vocabulary.catalogue());
	}

	/** What has changed of the figures so far, in its order. */
	List<ValueChange> changes() {
		return this.changes;
	}

	/** Whether something was added that needs its id before it is shown. */
	boolean hasGrown() {
		return this.grown;
	}

	/** Keeps who has just written a field, and by which save of his page. */
	public void sign(String field, String save) {
		holding(Right.FILL).sign(field, new FieldSave(this.writer.id(), this.now, save));
	}

	public void lead(String text) {
		holding(Right.WORDS).lead(text, this.writer.id(), this.now);
	}

	public void idea(String text) {
		holding(Right.WORDS).idea(text, this.writer.id(), this.now);
	}

	/** What stands in the place of a computed ratio is official (handbook C03). */
	public void amount(Metric metric, Amount amount) {
		change(metric, (value) -> {
			value.change(amount);
			if (metric.isComputed()) {
				value.certainty(Certainty.CERTIFIED);
			}
		});
	}

	public void certainty(Metric metric, Certainty certainty) {
		change(metric, (value) -> value.certainty(certainty));
	}

	public void asOf(Metric metric, @Nullable LocalDate day) {
		change(metric, (value) -> value.asOf(day));
	}

	public void note(Metric metric, String text) {
		change(metric, (value) -> value.note(text));
	}

	/** Whatever changes of a figure is on record. */
	private void change(Metric metric, Consumer<MetricValue> step) {
		holding(Right.FIGURES).value(metric.getId(), (value) -> {
			Map<ValueChange.Kind, String> before = ValueChange.Kind.of(value);
			step.accept(value);
			ValueChange.Kind.of(value).forEach((kind, text) -> {
				if (!text.equals(before.get(kind))) {
					this.changes.add(new ValueChange(this.report.getId(), metric.getId(), kind, before.get(kind), text,
							value.getNote(), this.writer.id(), this.now));
				}
			});
		}, this.writer.id(), this.now);
	}

	public void heading(Entry entry, String text) {
		piece(entry, (one) -> one.heading(text));
	}

	public void body(Entry entry, String text) {
		piece(entry, (one) -> one.body(text));
	}

	public void theme(Entry entry, @Nullable Long themeId) {
		piece(entry, (one) -> one.theme(themeId));
	}

	public void metric(PlanTarget target, @Nullable Long metricId) {
		piece(target, (one) -> one.metric(metricId));
	}

	public void aim(PlanTarget target, Aim aim) {
		piece(target, (one) -> one.aim(aim));
	}

	public void amount(PlanTarget target, @Nullable BigDecimal amount) {
		piece(target, (one) -> one.amount(amount));
	}

	public void words(PlanTarget target, String text) {
		piece(target, (one) -> one.words(text));
	}

	private <P extends ListedItem> void piece(P piece, Consumer<P> step) {
		holding(Right.WORDS).piece(piece, step, this.writer.id(), this.now);
	}

	public void settle(Long promiseId, @Nullable Fulfilment state) {
		holding(Right.WORDS).settle(promiseId, state, this.writer.id(), this.now);
	}

	public void explain(Long promiseId, String note) {
		holding(Right.WORDS).explain(promiseId, note, this.writer.id(), this.now);
	}

	public Entry addEntry(Entry.Kind kind) {
		this.grown = true;
		return holding(Right.WORDS).addEntry(kind, this.writer.id(), this.now);
	}

	public PlanTarget addTarget() {
		this.grown = true;
		return holding(Right.WORDS).addTarget(this.writer.id(), this.now);
	}

	/** Deletes an entry, or takes the deletion back. */
	public Entry deleteEntry(Long id, boolean deleted) {
		Entry entry = this.report.entry(id).orElseThrow(() -> new NotVisibleException("Entry " + id));
		holding(Right.WORDS).delete(entry, deleted, this.writer.id(), this.now);
		return entry;
	}

	/** Deletes a target, or takes the deletion back. */
	public PlanTarget deleteTarget(Long id, boolean deleted) {
		PlanTarget target = this.report.target(id).orElseThrow(() -> new NotVisibleException("Target " + id));
		holding(Right.WORDS).delete(target, deleted, this.writer.id(), this.now);
		return target;
	}

	/**
	 * Puts the entries of one kind into that order; those not named come behind.
	 * @return whether one has moved
	 */
	public boolean orderEntries(Entry.Kind kind, List<Long> ids) {
		return holding(Right.WORDS).orderEntries(kind, ids, this.writer.id(), this.now);
	}

	public boolean orderTargets(List<Long> ids) {
		return holding(Right.WORDS).orderTargets(ids, this.writer.id(), this.now);
	}

	void carryOver(Report earlier, Carrying wish) {
		this.grown = true;
		holding(Right.WORDS).carryOver(earlier, wish, this.writer.id(), this.now);
	}

	/** The report, for a change that needs that right. */
	private Report holding(Right right) {
		if (!this.writer.may(right)) {
			throw new NotVisibleException("%s of report %d".formatted(right, this.report.getId()));
		}
		return this.report;
	}

}
