package org.kebao.promise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.amount.Amount;
import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.BureauUse;
import org.kebao.bureau.Bureaus;
import org.kebao.metric.Metric;
import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodKind;
import org.kebao.refusal.NotVisibleException;
import org.kebao.refusal.RefusedException;

/**
 * The door to what was promised. Nothing promised is ever deleted; what is asked for no
 * more is marked so.
 */
@Service
@RequiredArgsConstructor
public class Promises implements BureauUse {

	/** Own plans before tasks from above, the year's before those of its rest. */
	private static final Comparator<Promise> AS_SHOWN = Comparator.comparing(Promise::getOrigin)
		.thenComparing((promise) -> promise.getPlanned().months(), Comparator.reverseOrder())
		.thenComparing(Promise::getPosition)
		.thenComparing(Promise::getId);

	private final PromiseRepository promises;

	private final Bureaus bureaus;

	private final AuditLog audit;

	/**
	 * Keeps a plan that was approved. A plan approved anew brings its promises up to
	 * date; what stands in it no more is dropped.
	 */
	@Transactional
	public void keep(Plan plan) {
		List<Promise> kept = new ArrayList<>(this.promises.findBySourceReportId(plan.reportId()));
		int position = 0;
		for (Plan.Line line : plan.lines()) {
			position++;
			Optional<Promise> known = kept.stream().filter((promise) -> promise.is(line)).findFirst();
			if (known.isPresent()) {
				kept.remove(known.get());
				known.get().keep(plan, line, position);
			}
			else {
				this.promises.save(new Promise(plan, line, position));
			}
		}
		kept.forEach(Promise::drop);
	}

	/**
	 * What a bureau's report of that period has to settle: the year's plan and the tasks
	 * from above, and the plan for what ends with the period; the last plan before where
	 * neither was ever approved.
	 */
	@Transactional(readOnly = true)
	public List<Promise> dueIn(Long bureauId, PeriodKey period) {
		int year = period.year();
		List<Promise> due = this.promises.due(bureauId, year)
			.stream()
			.sorted(AS_SHOWN)
			.filter((promise) -> period.kind().settles(promise.getPlanned()))
			.filter((promise) -> !promise.isDropped() || !promise.isAssigned())
			.toList();
		if (due.stream().anyMatch((promise) -> !promise.isAssigned())) {
			return due;
		}
		List<Promise> owed = new ArrayList<>(last(this.promises.lastPlansBefore(bureauId, year)));
		owed.addAll(due);
		return owed;
	}

	/** What was planned last: in the year itself, else before it. */
	private static List<Promise> last(List<Promise> plans) {
		TreeMap<Integer, List<Promise>> byAge = plans.stream()
			.collect(Collectors.groupingBy((promise) -> promise.isOfYear() ? 0 : promise.getPlanned().months(),
					TreeMap::new, Collectors.toList()));
		return byAge.isEmpty() ? List.of() : byAge.lastEntry().getValue();
	}

	/** What a bureau has promised, or was told, to reach of one metric in a year. */
	@Transactional(readOnly = true)
	public List<Promise> goals(Long bureauId, int year, Long metricId) {
		return this.promises.due(bureauId, year)
			.stream()
			.sorted(AS_SHOWN)
			.filter((promise) -> metricId.equals(promise.getMetricId()) && promise.getGoal() != null)
			.filter((promise) -> promise.isOfYear() && !promise.isDropped())
			.toList();
	}

	/**
	 * What those bureaus are to reach in those years, what they promised themselves
	 * first.
	 */
	@Transactional(readOnly = true)
	public List<Promise> goals(Collection<Long> bureauIds, Collection<Integer> years) {
		return this.promises.goals(bureauIds, years, PeriodKind.wholeYear());
	}

	/**
	 * What those bureaus were told to reach of one metric in a year, by the bureau's id.
	 */
	@Transactional(readOnly = true)
	public Map<Long, Promise> assigned(int year, Long metricId, Collection<Long> bureauIds) {
		return this.promises.assigned(year, metricId, bureauIds)
			.stream()
			.filter((promise) -> !promise.isDropped())
			.collect(Collectors.toMap(Promise::getBureauId, Function.identity()));
	}

	/**
	 * 任务分解: spreads one metric over the bureaus right below, all of it or nothing.
	 * @throws RefusedException when somebody else has changed one of them meanwhile
	 */
	@Transactional
	public void assign(Person person, int year, Metric metric, List<Task> tasks) {
		Map<Long, Bureau> below = this.bureaus.byId(tasks.stream().map(Task::bureauId).toList());
		Map<Long, Promise> known = this.promises.assigned(year, metric.getId(), below.keySet())
			.stream()
			.collect(Collectors.toMap(Promise::getBureauId, Function.identity()));
		for (Task task : tasks) {
			Bureau bureau = Optional.ofNullable(below.get(task.bureauId()))
				.filter((one) -> person.may(Right.ASSIGN) && person.bureauId() != null
						&& person.bureauId().equals(one.getParentId()))
				.orElseThrow(() -> new NotVisibleException("Bureau " + task.bureauId()));
			assign(person.bureauId(), bureau, year, metric, task, known.get(bureau.getId()));
		}
		this.promises.flush();
	}

	private void assign(Long by, Bureau bureau, int year, Metric metric, Task task, @Nullable Promise known) {
		BigDecimal now = (known != null && !known.isDropped()) ? known.getGoal() : null;
		if (isSame(now, task.goal())) {
			return;
		}
		if (!isSame(now, task.before())) {
			throw new RefusedException("%s的任务数刚刚在别处改为%s，您填的还没有保存，请核对".formatted(bureau.getName(), print(now, metric)));
		}
		if (task.goal() == null) {
			known.drop();
		}
		else {
			Promise promise = (known != null) ? known : new Promise(bureau.getId(), year, by, metric);
			promise.ask(metric, metric.getName() + "达到" + print(task.goal(), metric), task.goal(), task.base());
			this.promises.save(promise);
		}
		this.audit.add(Act.TASK_ASSIGNED, "%s %d年 %s".formatted(bureau.getName(), year, metric.getName()),
				"%s → %s".formatted(print(now, metric), print(task.goal(), metric)));
	}

	private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null || other == null) ? one == other : one.compareTo(other) == 0;
	}

	private static String print(@Nullable BigDecimal amount, Metric metric) {
		return (amount != null) ? Amount.print(amount) + metric.getUnit() : "空";
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<String> reasonToKeep(Long bureauId) {
		return this.promises.existsByBureauIdOrAssignedBy(bureauId, bureauId) ? Optional.of("已有计划或下达的任务")
				: Optional.empty();
	}

}
