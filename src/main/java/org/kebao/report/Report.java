package org.kebao.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.kebao.amount.Given;
import org.kebao.amount.ValueState;
import org.kebao.refusal.RefusedException;
import org.kebao.revision.Fulfilment;
import org.kebao.revision.Revision;

/**
 * 报告: one bureau × one period, the aggregate root. Whoever changes it holds its lock.
 */
@Entity
@Table(name = "reports")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Report {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Long bureauId;

	private Long periodId;

	@Enumerated(EnumType.STRING)
	private Report.Status status = Report.Status.DRAFT;

	/** 导语: the opening paragraph; the template has one of its own where this is blank. */
	private String lead = "";

	/** 总体思路. */
	private String idea = "";

	private boolean leadCarried;

	private boolean ideaCarried;

	/**
	 * How many parts are done, kept with every change so that a board need not read all.
	 */
	private int partsDone;

	/** Whether it was ever submitted after its due date: late for good. */
	private boolean late;

	/** How often it was submitted, the number of the newest {@link Revision}. */
	private int revisions;

	private @Nullable Long submittedBy;

	private @Nullable Instant submittedAt;

	private @Nullable Instant reviewBeganAt;

	private @Nullable Instant approvedAt;

	private @Nullable Instant savedAt;

	private @Nullable Long savedBy;

	/** Who wrote what stands in each field, by the name of the field. */
	@ElementCollection
	@CollectionTable(name = "field_saves", joinColumns = @JoinColumn(name = "report_id"))
	@MapKeyColumn(name = "field")
	@Getter(AccessLevel.NONE)
	private Map<String, FieldSave> saves = new HashMap<>();

	@OneToMany(mappedBy = "report", cascade = CascadeType.ALL)
	@MapKey(name = "metricId")
	@Getter(AccessLevel.NONE)
	private Map<Long, MetricValue> values = new HashMap<>();

	@OneToMany(mappedBy = "report", cascade = CascadeType.ALL)
	@Getter(AccessLevel.NONE)
	private List<Entry> entries = new ArrayList<>();

	@OneToMany(mappedBy = "report", cascade = CascadeType.ALL)
	@Getter(AccessLevel.NONE)
	private List<PlanTarget> targets = new ArrayList<>();

	@OneToMany(mappedBy = "report", cascade = CascadeType.ALL)
	@MapKey(name = "promiseId")
	@Getter(AccessLevel.NONE)
	private Map<Long, Settlement> settlements = new HashMap<>();

	Report(Long bureauId, Long periodId) {
		this.bureauId = bureauId;
		this.periodId = periodId;
	}

	/** Has everything that stands in the report read from the database. */
	void load(Consumer<Object> reading) {
		reading.accept(this.values);
		reading.accept(this.entries);
		reading.accept(this.targets);
		reading.accept(this.settlements);
	}

	/** The given amounts by the metric's id. */
	public Map<Long, BigDecimal> amounts() {
		Map<Long, BigDecimal> amounts = new HashMap<>();
		this.values.forEach((metricId, value) -> {
			if (value.getAmount() != null) {
				amounts.put(metricId, value.getAmount());
			}
		});
		return amounts;
	}

	/** The given amounts and how sure they are, by the metric's id. */
	public Map<Long, Given> given() {
		Map<Long, Given> given = new HashMap<>();
		this.values.forEach((metricId, value) -> value.given().ifPresent((one) -> given.put(metricId, one)));
		return given;
	}

	/** What stands in the cells of the metric table, by the metric's id. */
	public Map<Long, ValueState> states() {
		Map<Long, ValueState> states = new HashMap<>();
		this.values.forEach((metricId, value) -> states.put(metricId, value.getState()));
		return states;
	}

	/** What was given for a metric, nothing where no one ever typed. */
	public Optional<MetricValue> value(Long metricId) {
		return Optional.ofNullable(this.values.get(metricId));
	}

	public boolean isAnswered(Long metricId) {
		return value(metricId).map(MetricValue::isAnswered).orElse(false);
	}

	/** Those of one kind that stand in the report, in their order. */
	public List<Entry> entries(Entry.Kind kind) {
		return this.entries.stream()
			.filter((entry) -> entry.getKind() == kind && !entry.isDeleted())
			.sorted(Comparator.comparing(Entry::getPosition).thenComparing(Entry::getId))
			.toList();
	}

	/** The targets that stand in the plan, in their order. */
	public List<PlanTarget> targets() {
		return this.targets.stream()
			.filter((target) -> !target.isDeleted())
			.sorted(Comparator.comparing(PlanTarget::getPosition).thenComparing(PlanTarget::getId))
			.toList();
	}

	/** An entry by its id, a deleted one too. */
	public Optional<Entry> entry(Long id) {
		return this.entries.stream().filter((entry) -> id.equals(entry.getId())).findFirst();
	}

	/** A target by its id, a deleted one too. */
	public Optional<PlanTarget> target(Long id) {
		return this.targets.stream().filter((target) -> id.equals(target.getId())).findFirst();
	}

	/** How many characters all its texts have together. */
	public int characters() {
		return Limits.count(this.lead) + Limits.count(this.idea)
				+ this.entries.stream()
					.filter((entry) -> !entry.isDeleted())
					.mapToInt((entry) -> Limits.count(entry.getHeading()) + Limits.count(entry.getBody()))
					.sum()
				+ targets().stream().mapToInt((target) -> Limits.count(target.getWords())).sum()
				+ this.values.values().stream().mapToInt((value) -> Limits.count(value.getNote())).sum()
				+ this.settlements.values().stream().mapToInt((one) -> Limits.count(one.getNote())).sum();
	}

	/** Whether no entry of that kind can be added any more. */
	public boolean isFull(Entry.Kind kind) {
		return entries(kind).size() >= Limits.PIECES || this.entries.size() >= Limits.PIECES_EVER;
	}

	/** Whether no target can be added any more. */
	public boolean isFullOfTargets() {
		return targets().size() >= Limits.PIECES || this.targets.size() >= Limits.PIECES_EVER;
	}

	private void requireRoom(Entry.Kind kind) {
		if (isFull(kind)) {
			throw new RefusedException("一份报告最多 %d 项%s，已经满了，没有再增加".formatted(Limits.PIECES, kind.label()));
		}
	}

	private void requireRoomForTarget() {
		if (isFullOfTargets()) {
			throw new RefusedException("一份报告最多 %d 项工作目标，已经满了，没有再增加".formatted(Limits.PIECES));
		}
	}

	/** Room for one that comes back. */
	private void requireRoomFor(ListedItem piece) {
		boolean full = (piece instanceof Entry entry) ? entries(entry.getKind()).size() >= Limits.PIECES
				: targets().size() >= Limits.PIECES;
		if (full) {
			throw new RefusedException("已经有 %d 项，满了，没有恢复；请先删去一项".formatted(Limits.PIECES));
		}
	}

	private void requireCharacters() {
		if (characters() > Limits.CHARACTERS) {
			throw new RefusedException(
					"沿用以后全文有 %,d 字，一份报告最多 %,d 字，没有沿用，请少选几项".formatted(characters(), Limits.CHARACTERS));
		}
	}

	/** What the bureau said of a promise, nothing where it said nothing yet. */
	public Optional<Settlement> settlement(Long promiseId) {
		return Optional.ofNullable(this.settlements.get(promiseId));
	}

	/** Whether the supervisor has begun to write remarks on what was submitted. */
	public boolean isUnderReview() {
		return this.status == Report.Status.SUBMITTED && this.reviewBeganAt != null;
	}

	/**
	 * Whether that person may take it back: the one who submitted, before the review
	 * began.
	 */
	public boolean isWithdrawableBy(Long accountId) {
		return this.status == Report.Status.SUBMITTED && !isUnderReview() && accountId.equals(this.submittedBy);
	}

	/** Who wrote what stands in a field, nothing where nobody is known to have. */
	public Optional<FieldSave> lastSave(String field) {
		return Optional.ofNullable(this.saves.get(field));
	}

	/** Keeps who has just written a field. */
	void sign(String field, FieldSave save) {
		requireWritable();
		this.saves.put(field, save);
		saved(save.savedBy(), save.savedAt());
	}

	/** Has something changed about an entry or a target. */
	<P extends ListedItem> void piece(P piece, Consumer<P> step, Long who, Instant now) {
		requireWritable();
		step.accept(piece);
		piece.touch();
		saved(who, now);
	}

	/** Has something changed about what is given for a metric. */
	void value(Long metricId, Consumer<MetricValue> step, Long who, Instant now) {
		requireWritable();
		step.accept(this.values.computeIfAbsent(metricId, (id) -> new MetricValue(this, id)));
		saved(who, now);
	}

	void lead(String lead, Long who, Instant now) {
		requireWritable();
		this.lead = lead;
		this.leadCarried = false;
		saved(who, now);
	}

	void idea(String idea, Long who, Instant now) {
		requireWritable();
		this.idea = idea;
		this.ideaCarried = false;
		saved(who, now);
	}

	void settle(Long promiseId, @Nullable Fulfilment state, Long who, Instant now) {
		settling(promiseId, who, now).state(state);
	}

	void explain(Long promiseId, String note, Long who, Instant now) {
		settling(promiseId, who, now).note(note);
	}

	private Settlement settling(Long promiseId, Long who, Instant now) {
		requireWritable();
		saved(who, now);
		return this.settlements.computeIfAbsent(promiseId, (id) -> new Settlement(this, id));
	}

	Entry addEntry(Entry.Kind kind, Long who, Instant now) {
		requireWritable();
		requireRoom(kind);
		Entry entry = new Entry(this, kind, nextPosition(kind));
		this.entries.add(entry);
		saved(who, now);
		return entry;
	}

	PlanTarget addTarget(Long who, Instant now) {
		requireWritable();
		requireRoomForTarget();
		PlanTarget target = new PlanTarget(this, nextTargetPosition());
		this.targets.add(target);
		saved(who, now);
		return target;
	}

	/**
	 * Takes things over from an earlier report. What stands already stays as it is.
	 */
	void carryOver(Report earlier, Carrying wish, Long who, Instant now) {
		requireWritable();
		earlier.entriesInOrder().forEach((entry) -> {
			boolean whole = wish.entries().contains(entry.getId());
			if (whole || wish.headings().contains(entry.getId())) {
				requireRoom(entry.getKind());
				this.entries.add(new Entry(this, entry, whole, nextPosition(entry.getKind())));
			}
		});
		earlier.targets().stream().filter((target) -> wish.targets().contains(target.getId())).forEach((target) -> {
			requireRoomForTarget();
			this.targets.add(new PlanTarget(this, target, nextTargetPosition()));
		});
		if (wish.lead() && this.lead.isBlank()) {
			this.lead = earlier.lead;
			this.leadCarried = true;
			sign("lead", new FieldSave(who, now, ""));
		}
		if (wish.idea() && this.idea.isBlank()) {
			this.idea = earlier.idea;
			this.ideaCarried = true;
			sign("idea", new FieldSave(who, now, ""));
		}
		requireCharacters();
		saved(who, now);
	}

	private List<Entry> entriesInOrder() {
		return Arrays.stream(Entry.Kind.values()).flatMap((kind) -> entries(kind).stream()).toList();
	}

	/** Puts the entries of one kind into that order; those not named come behind. */
	boolean orderEntries(Entry.Kind kind, List<Long> ids, Long who, Instant now) {
		requireWritable();
		boolean moved = ListedItem.order(entries(kind), ids);
		if (moved) {
			saved(who, now);
		}
		return moved;
	}

	boolean orderTargets(List<Long> ids, Long who, Instant now) {
		requireWritable();
		boolean moved = ListedItem.order(targets(), ids);
		if (moved) {
			saved(who, now);
		}
		return moved;
	}

	private int nextPosition(Entry.Kind kind) {
		return ListedItem.nextPosition(this.entries.stream().filter((entry) -> entry.getKind() == kind).toList());
	}

	private int nextTargetPosition() {
		return ListedItem.nextPosition(this.targets);
	}

	void progressed(Progress progress) {
		this.partsDone = (int) progress.partsDone();
	}

	/**
	 * Submits the report.
	 * @param due the last day in time
	 */
	void submit(Long who, LocalDate today, LocalDate due, Instant now) {
		if (!this.status.isWritable()) {
			throw refusal("报送");
		}
		this.status = Report.Status.SUBMITTED;
		this.late = this.late || today.isAfter(due);
		this.revisions++;
		this.submittedBy = who;
		this.submittedAt = now;
		this.reviewBeganAt = null;
	}

	void withdraw(Long who) {
		if (this.status != Report.Status.SUBMITTED) {
			throw refusal("撤回");
		}
		if (isUnderReview()) {
			throw new RefusedException("审核已经开始，不能撤回；如需修改，请联系审核员退回");
		}
		if (!who.equals(this.submittedBy)) {
			throw new RefusedException("只有报送人本人可以撤回");
		}
		this.status = Report.Status.DRAFT;
	}

	/** The first remark begins the review. */
	void beginReview(int revision, Instant now) {
		requireDecidable("审核", revision);
		if (this.reviewBeganAt == null) {
			this.reviewBeganAt = now;
		}
	}

	void sendBack(int revision) {
		requireDecidable("退回", revision);
		this.status = Report.Status.RETURNED;
	}

	/**
	 * Four eyes: who submitted does not approve, nor who wrote a figure that stands in
	 * it.
	 * @param writers of the figures
	 */
	void approve(Long who, Set<Long> writers, int revision, Instant now) {
		requireDecidable("审定", revision);
		if (who.equals(this.submittedBy)) {
			throw new RefusedException("这份报告由您本人报送，须由他人审定");
		}
		if (writers.contains(who)) {
			throw new RefusedException("这份报告里有您本人填写的数字，须由他人审定");
		}
		this.status = Report.Status.APPROVED;
		this.approvedAt = now;
	}

	void reopen(Long who) {
		if (this.status != Report.Status.APPROVED) {
			throw refusal("重新打开");
		}
		if (who.equals(this.submittedBy)) {
			throw new RefusedException("这份报告由您本人报送，须由他人重新打开");
		}
		this.status = Report.Status.RETURNED;
		this.approvedAt = null;
	}

	/** A decision is made on the version that was read. */
	private void requireDecidable(String verb, int revision) {
		if (this.status != Report.Status.SUBMITTED) {
			throw refusal(verb);
		}
		if (revision != this.revisions) {
			throw new RefusedException("您读的是第 %d 版，现在已有第 %d 版，请读过新版再决定".formatted(revision, this.revisions));
		}
	}

	private void requireWritable() {
		if (!this.status.isWritable()) {
			throw refusal("修改");
		}
	}

	private RefusedException refusal(String verb) {
		return new RefusedException("报告现在是“%s”，不能%s".formatted(this.status.label(), verb));
	}

	private void saved(Long who, Instant now) {
		this.savedBy = who;
		this.savedAt = now;
	}

	/** Deletes an entry or a target, or takes the deletion back. */
	void delete(ListedItem piece, boolean deleted, Long who, Instant now) {
		requireWritable();
		if (!deleted && piece.isDeleted()) {
			requireRoomFor(piece);
		}
		piece.delete(deleted);
		saved(who, now);
	}

	/**
	 * Where a report stands in its way from the bureau to the one above.
	 */
	public enum Status {

		/** 草稿: written by the bureau, seen by nobody else. */
		DRAFT("草稿"),

		/** 已报送: waits for the supervisor; nobody writes. */
		SUBMITTED("已报送"),

		/** 已退回: with remarks, or reopened with a reason; the bureau writes again. */
		RETURNED("已退回"),

		/** 已审定: done; its paper never changes again. */
		APPROVED("已审定");

		private final String label;

		Status(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

		/** Whether the bureau may write. */
		public boolean isWritable() {
			return this == DRAFT || this == RETURNED;
		}

		/** Whether it lies with the supervisor, who has not decided yet. */
		public boolean isWaiting() {
			return this == SUBMITTED;
		}

		/** Whether it came back to its bureau. */
		public boolean isReturned() {
			return this == RETURNED;
		}

		/** Whether nothing changes any more. */
		public boolean isFinal() {
			return this == APPROVED;
		}

		/** Whether others than its bureau may see it: it has left the bureau once. */
		public boolean isShared() {
			return this != DRAFT;
		}

	}

}
