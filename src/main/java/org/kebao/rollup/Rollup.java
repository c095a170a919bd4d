package org.kebao.rollup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.refusal.NotVisibleException;
import org.kebao.register.Register;
import org.kebao.report.Report;

/**
 * The door to what several bureaus' reports tell together.
 */
@Service
@RequiredArgsConstructor
public class Rollup {

	private final Register register;

	private final Periods periods;

	private final Bureaus bureaus;

	private final Accounts accounts;

	private final Clock clock;

	/**
	 * Who has filed, of the bureaus this person may see.
	 * @param periodId null for the newest period that is open
	 * @param name what a bureau's name has in it, "" for all
	 * @param standing null for all
	 */
	@Transactional(readOnly = true)
	public Board board(Person person, @Nullable Long periodId, String name, @Nullable Standing standing) {
		List<ReportingPeriod> choice = this.periods.all().stream().filter((period) -> !period.isPlanned()).toList();
		Optional<ReportingPeriod> period = (periodId != null) ? Optional.of(chosen(choice, periodId)) : newest(choice);
		List<Board.Row> rows = period.map((one) -> rows(one, person)).orElse(List.of());
		Map<Standing, Long> counts = Arrays.stream(Standing.values())
			.collect(Collectors.toMap(Function.identity(), (one) -> rows.stream().filter(one::has).count()));
		String part = name.strip().toLowerCase(Locale.ROOT);
		return new Board(period.orElse(null), choice, counts, rows.size(),
				rows.stream()
					.filter((row) -> row.bureau().toLowerCase(Locale.ROOT).contains(part))
					.filter((row) -> standing == null || standing.has(row))
					.toList());
	}

	static ReportingPeriod chosen(List<ReportingPeriod> choice, Long periodId) {
		return choice.stream()
			.filter((period) -> periodId.equals(period.getId()))
			.findFirst()
			.orElseThrow(() -> new NotVisibleException("Period " + periodId));
	}

	static Optional<ReportingPeriod> newest(List<ReportingPeriod> choice) {
		return choice.stream().filter(ReportingPeriod::isOpen).findFirst().or(() -> choice.stream().findFirst());
	}

	private List<Board.Row> rows(ReportingPeriod period, Person person) {
		Set<Long> seen = this.accounts.bureausSeenBy(person);
		Set<Long> supervised = this.accounts.bureausSupervisedBy(person);
		Map<Long, Report> filed = this.register.ofPeriod(period.getId())
			.stream()
			.collect(Collectors.toMap(Report::getBureauId, Function.identity()));
		return this.bureaus.all()
			.stream()
			.filter((bureau) -> seen.contains(bureau.getId()) && owes(bureau, period, filed.get(bureau.getId())))
			.map((bureau) -> row(bureau, period, filed.get(bureau.getId()), supervised))
			.sorted(Comparator.comparing((Board.Row row) -> !row.overdue())
				.thenComparing((row) -> !row.late())
				.thenComparing(Board.Row::state))
			.toList();
	}

	/** Whoever was there on the last day owed a report; whoever wrote one is shown. */
	private static boolean owes(Bureau bureau, ReportingPeriod period, @Nullable Report report) {
		return (bureau.isFiling() && bureau.isValidOn(period.getDueOn()))
				|| (report != null && report.getSavedAt() != null);
	}

	private Board.Row row(Bureau bureau, ReportingPeriod period, @Nullable Report report, Set<Long> supervised) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate due = period.dueFor(bureau.getId());
		Standing state = state(report);
		boolean waits = state == Standing.NOT_BEGUN || state == Standing.DRAFT || state == Standing.RETURNED;
		boolean readable = report != null && report.getStatus() != Report.Status.DRAFT;
		return new Board.Row(bureau.getId(), bureau.getName(), bureau.getLevel().getName(),
				(report != null) ? report.getId() : null, state, report != null && report.isLate(),
				waits && today.isAfter(due), (report != null) ? report.getPartsDone() : 0, due,
				due.isAfter(period.getDueOn()), Board.days(due, today), readable ? submittedAt(report) : null,
				readable && supervised.contains(bureau.getId()));
	}

	private static Standing state(@Nullable Report report) {
		if (report == null) {
			return Standing.NOT_BEGUN;
		}
		return switch (report.getStatus()) {
			case DRAFT -> (report.getSavedAt() != null) ? Standing.DRAFT : Standing.NOT_BEGUN;
			case SUBMITTED -> Standing.SUBMITTED;
			case RETURNED -> Standing.RETURNED;
			case APPROVED -> Standing.APPROVED;
		};
	}

	private @Nullable LocalDateTime submittedAt(Report report) {
		return Optional.ofNullable(report.getSubmittedAt())
			.map((at) -> LocalDateTime.ofInstant(at, this.clock.getZone()))
			.orElse(null);
	}

}
