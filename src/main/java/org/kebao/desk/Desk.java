package org.kebao.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import lombok.RequiredArgsConstructor;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Person;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.register.Register;
import org.kebao.report.Report;
import org.kebao.review.Returned;
import org.kebao.review.Reviews;
import org.kebao.rollup.Board;
import org.kebao.rollup.Rollup;

/**
 * Lays out what waits for a person.
 */
@Service
@RequiredArgsConstructor
class Desk {

	private static final int WAITING = 8;

	private static final int DONE = 4;

	private final Register register;

	private final Reviews reviews;

	private final Rollup rollup;

	private final Periods periods;

	private final Clock clock;

	/** A report that was approved. */
	record Done(Long reportId, String period) {
	}

	/**
	 * What a bureau has before it.
	 *
	 * @param done the newest that were approved
	 */
	record Work(List<Task> tasks, List<Done> done) {
	}

	/** The reports of the person's own bureau. */
	@Transactional(readOnly = true)
	public Work work(Person person) {
		List<Report> own = this.register.ofBureau(person.bureauId());
		Map<Long, ReportingPeriod> spans = this.periods.byId(own.stream().map(Report::getPeriodId).toList());
		Map<Long, Returned> returns = this.reviews.lastReturns(own.stream().map(Report::getId).toList());
		LocalDate today = LocalDate.now(this.clock);
		List<Task> tasks = own.stream()
			.map((report) -> Task.of(report, spans.get(report.getPeriodId()), today, returns.get(report.getId()),
					person))
			.filter(Task::isOpen)
			.sorted(Comparator.comparing(Task::isWaitingForOthers)
				.thenComparing((task) -> task.returned() == null)
				.thenComparing(Task::due))
			.toList();
		List<Done> done = own.stream()
			.filter((report) -> report.getStatus() == Report.Status.APPROVED)
			.limit(DONE)
			.map((report) -> new Done(report.getId(), spans.get(report.getPeriodId()).getTitle()))
			.toList();
		return new Work(tasks, done);
	}

	/** The oldest submissions that wait for this supervisor. */
	@Transactional(readOnly = true)
	public Page<Reviews.Waiting> waiting(Person person) {
		return this.reviews.queue(person, PageRequest.of(0, WAITING));
	}

	/** Who has filed in the newest open period. */
	@Transactional(readOnly = true)
	public Board board(Person person) {
		return this.rollup.board(person, null, "", null);
	}

}
