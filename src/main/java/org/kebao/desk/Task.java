package org.kebao.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kebao.account.Person;
import org.kebao.period.ReportingPeriod;
import org.kebao.report.Part;
import org.kebao.report.Report;
import org.kebao.review.Returned;

/**
 * A report that is not done yet, and the one next step with it.
 *
 * @param writable whether the bureau may write now
 * @param daysLeft until the last day in time; negative when that has passed
 * @param returned what it came back with, null unless it did
 * @param person whose step it is
 */
record Task(Report report, String period, LocalDate due, long daysLeft, boolean writable, @Nullable Returned returned,
		Person person) {

	/** The next step, in the word of its button. */
	enum Step {

		BEGIN("开始填报"), GO_ON("继续填报"), SUBMIT("检查并报送"), MEND("按意见修改"), LOOK("查看");

		private final String label;

		Step(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	static Task of(Report report, ReportingPeriod period, LocalDate today, @Nullable Returned returned, Person person) {
		LocalDate due = period.dueFor(report.getBureauId());
		boolean writable = report.getStatus().isWritable() && period.takesWritingFrom(report.getBureauId(), today);
		return new Task(report, period.getTitle(), due, ChronoUnit.DAYS.between(today, due), writable,
				(report.getStatus() == Report.Status.RETURNED) ? returned : null, person);
	}

	/** Whether the bureau has something to do, or to wait for. */
	boolean isOpen() {
		return this.writable || this.report.getStatus() == Report.Status.SUBMITTED
				|| this.report.getStatus() == Report.Status.RETURNED;
	}

	boolean isWaitingForOthers() {
		return this.report.getStatus() == Report.Status.SUBMITTED;
	}

	public Step step() {
		if (!this.writable) {
			return Step.LOOK;
		}
		if (this.report.getStatus() == Report.Status.RETURNED && (this.person.mayWriteWords() || remarked() != null)) {
			return Step.MEND;
		}
		if (this.report.getSavedAt() == null) {
			return Step.BEGIN;
		}
		return (this.report.getPartsDone() == parts() && this.person.maySubmit()) ? Step.SUBMIT : Step.GO_ON;
	}

	/** Where the next step leads: to the part the first remark speaks of, if one does. */
	public String address() {
		String report = "/reports/" + this.report.getId();
		if (step() != Step.MEND) {
			return report;
		}
		return Optional.ofNullable(remarked()).map((part) -> report + "/" + part.slug()).orElse(report);
	}

	/** The first part a remark speaks of that the person fills in. */
	private @Nullable Part remarked() {
		return Optional.ofNullable(this.returned)
			.flatMap((one) -> one.remarks()
				.stream()
				.map(Returned.Line::part)
				.filter((part) -> part != null && this.person.may(part.right()))
				.findFirst())
			.orElse(null);
	}

	/** Where a remark is to be mended. */
	public String address(Returned.Line line) {
		String report = "/reports/" + this.report.getId();
		return (line.part() != null) ? report + "/" + line.part().slug() : report;
	}

	/** Whether the last day is near or past. */
	public boolean isUrgent() {
		return !isWaitingForOthers() && this.daysLeft <= 3;
	}

	/** "还有 9 天", "今天截止" or "已逾期 3 天". */
	public String timeLeft() {
		if (this.daysLeft < 0) {
			return "已逾期 %d 天".formatted(-this.daysLeft);
		}
		return (this.daysLeft == 0) ? "今天截止" : "还有 %d 天".formatted(this.daysLeft);
	}

	public int parts() {
		return Part.values().length;
	}

}
