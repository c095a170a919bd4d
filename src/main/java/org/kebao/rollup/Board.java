package org.kebao.rollup;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kebao.period.ReportingPeriod;
import org.kebao.report.Part;

/**
 * 报送进度: every bureau that owes a report of one period, the late ones first.
 *
 * @param period what it shows, null where no period was ever opened
 * @param periods all that can be chosen
 * @param counts how many bureaus there are by standing, whatever is filtered
 * @param total how many bureaus owe a report
 * @param rows those that were asked for
 */
public record Board(@Nullable ReportingPeriod period, List<ReportingPeriod> periods, Map<Standing, Long> counts,
		long total, List<Row> rows) {

	/**
	 * One bureau.
	 *
	 * @param reportId null where it has no report yet
	 * @param state one of the five states of a report
	 * @param late whether it was submitted after its last day
	 * @param overdue whether its last day has passed and it is not with the supervisor
	 * @param due the last day in time
	 * @param extended whether that day is later than for the others
	 * @param reviewable whether the reader decides on it and there is something to read
	 */
	public record Row(Long bureauId, String bureau, String level, @Nullable Long reportId, Standing state, boolean late,
			boolean overdue, int partsDone, LocalDate due, boolean extended, long daysOverdue,
			@Nullable LocalDateTime submittedAt, boolean reviewable) {

		/** Whether it lies with the supervisor, who has not decided yet. */
		public boolean isWaiting() {
			return this.state == Standing.SUBMITTED;
		}

		/** Whether there is a paper that others than the bureau may read. */
		public boolean isReadable() {
			return this.state == Standing.SUBMITTED || this.state == Standing.RETURNED
					|| this.state == Standing.APPROVED;
		}

	}

	public long count(Standing standing) {
		return this.counts.getOrDefault(standing, 0L);
	}

	/** How many are with the supervisor or done. */
	public long filed() {
		return count(Standing.SUBMITTED) + count(Standing.APPROVED);
	}

	/** How many parts a report has. */
	public int parts() {
		return Part.values().length;
	}

	public Optional<Row> of(@Nullable Long bureauId) {
		return this.rows.stream().filter((row) -> row.bureauId().equals(bureauId)).findFirst();
	}

	static long days(LocalDate due, LocalDate today) {
		return Math.max(ChronoUnit.DAYS.between(due, today), 0);
	}

}
