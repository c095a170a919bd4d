package org.kebao.assignment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Person;
import org.kebao.amount.Amount;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.metric.Metric;
import org.kebao.metric.Metrics;
import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodKind;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.promise.Promise;
import org.kebao.promise.Promises;
import org.kebao.promise.Task;
import org.kebao.refusal.NotVisibleException;
import org.kebao.register.Register;

/**
 * Spreads a metric over the bureaus right below that of a supervisor.
 */
@Service
@RequiredArgsConstructor
class Assignments {

	private final Promises promises;

	private final Register register;

	private final Metrics metrics;

	private final Periods periods;

	private final Bureaus bureaus;

	private final Clock clock;

	/**
	 * @param year null for the newest
	 * @param code of the metric, "" for the first
	 * @throws NotVisibleException where there is no such year or metric
	 */
	@Transactional(readOnly = true)
	Spread spread(Person person, @Nullable Integer year, String code, Spread.Typed typed) {
		List<Integer> years = years();
		int chosen = Optional.ofNullable(year).orElse(years.get(0));
		List<Metric> metrics = this.metrics.catalogue().typed();
		Metric metric = metrics.stream()
			.filter((one) -> code.isEmpty() || one.getCode().equals(code))
			.findFirst()
			.filter((one) -> years.contains(chosen))
			.orElseThrow(() -> new NotVisibleException("Assignment of %s in %d".formatted(code, chosen)));
		List<Bureau> below = below(person);
		List<Long> ids = below.stream().map(Bureau::getId).toList();
		Map<Long, BigDecimal> last = this.register.approved(ids,
				new PeriodKey(chosen, PeriodKind.wholeYear()).yearBefore(), metric.getId());
		Map<Long, Promise> assigned = this.promises.assigned(chosen, metric.getId(), ids);
		List<Spread.Row> rows = below.stream().map((bureau) -> {
			Long id = bureau.getId();
			BigDecimal saved = Optional.ofNullable(assigned.get(id)).map(Promise::getGoal).orElse(null);
			return new Spread.Row(id, bureau.getName(), last.get(id), saved,
					typed.texts().getOrDefault(id, Amount.print(saved)), typed.errors().getOrDefault(id, ""));
		}).toList();
		List<Spread.Goal> goals = this.promises.goals(person.bureauId(), chosen, metric.getId())
			.stream()
			.map((promise) -> new Spread.Goal(promise.source(), promise.getGoal()))
			.toList();
		return new Spread(chosen, metric, years, metrics, rows, goals);
	}

	/**
	 * Assigns what was typed, all of it or nothing.
	 * @param texts what was typed, by the bureau's id
	 * @param before what the writer had before him
	 * @return why not, by the bureau's id; empty where it was done
	 */
	@Transactional
	Map<Long, String> assign(Person person, Spread spread, Map<Long, String> texts, Map<Long, String> before) {
		Map<Long, String> errors = new HashMap<>();
		List<Task> tasks = new ArrayList<>();
		spread.rows().stream().filter((row) -> texts.containsKey(row.bureauId())).forEach((row) -> {
			Long id = row.bureauId();
			Amount amount = spread.metric().measure().readGoal(texts.get(id));
			BigDecimal goal = amount.amount();
			if (amount.refusal() != null) {
				errors.put(id, amount.refusal());
			}
			else if (goal != null && goal.signum() <= 0 || goal == null && !texts.get(id).isBlank()) {
				errors.put(id, "任务数要大于0；不下达任务的留空");
			}
			tasks.add(new Task(id, spread.metric().measure().read(before.getOrDefault(id, "")).amount(), goal,
					row.last()));
		});
		if (errors.isEmpty()) {
			this.promises.assign(person, spread.year(), spread.metric(), tasks);
		}
		return errors;
	}

	/** Next year's tasks are given before its first period opens. */
	private List<Integer> years() {
		List<Integer> years = this.periods.all().stream().map(ReportingPeriod::getYear).distinct().toList();
		int newest = years.stream().findFirst().orElse(LocalDate.now(this.clock).getYear());
		return Stream.concat(Stream.of(newest, newest + 1), years.stream()).distinct().collect(Collectors.toList());
	}

	private List<Bureau> below(Person person) {
		LocalDate today = LocalDate.now(this.clock);
		return this.bureaus.all()
			.stream()
			.filter((bureau) -> Objects.equals(bureau.getParentId(), person.bureauId()) && bureau.isFiling()
					&& bureau.isValidOn(today))
			.toList();
	}

}
