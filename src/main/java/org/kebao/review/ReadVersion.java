package org.kebao.review;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.amount.ValueState;
import org.kebao.check.FrozenFinding;
import org.kebao.report.Report;
import org.kebao.revision.ReportContent;

/**
 * One version of a report, with all a supervisor wants beside it.
 *
 * @param version the number of the version that is shown
 * @param submittedBy the name of who submitted that version
 * @param mine whether the reader is the one who submitted the newest version
 * @param wrote whether the reader wrote a figure that stands in it
 * @param difference against the version before, null for the first
 * @param lastYear the approved paper of the same period one year before, null for none
 * @param notes all that was ever said, in the order it was said
 * @param steps all decisions, the newest first
 * @param findings what the rules found in this version, and how it was explained
 */
record ReadVersion(Report report, int version, ReportContent content, String submittedBy, LocalDateTime submittedAt,
		boolean mine, boolean wrote, @Nullable Difference difference, @Nullable ReportContent lastYear,
		List<Note> notes, List<Step> steps, List<FrozenFinding> findings) {

	/**
	 * A remark as it is shown.
	 *
	 * @param reviewId the decision it was sent with, null as long as it was not
	 * @param ofThisVersion whether it speaks of the version that is shown
	 * @param mine whether the reader made it
	 */
	record Note(Long id, @Nullable Long reviewId, boolean ofThisVersion, String place, String placeName, String words,
			String by, LocalDateTime at, boolean mine) {

		public String anchor() {
			return RemarkPlace.anchor(this.place);
		}

	}

	/** A decision as it is shown. */
	record Step(Long id, Decision decision, int version, String reason, String by, LocalDateTime at) {
	}

	/** "望川县科技局". */
	public String bureau() {
		return this.content.bureau().name();
	}

	/** "2026年度". */
	public String period() {
		return this.content.period().title();
	}

	public boolean isNewest() {
		return this.version == this.report.getRevisions();
	}

	/** Whether this reader may say something on this version and decide on it. */
	public boolean isDecidable() {
		return isNewest() && this.report.getStatus() == Report.Status.SUBMITTED && !this.mine;
	}

	public boolean isReopenable() {
		return isNewest() && this.report.getStatus() == Report.Status.APPROVED && !this.mine;
	}

	/** What was said of a place of this version. */
	public List<Note> notesAt(String place) {
		return this.notes.stream().filter((note) -> note.ofThisVersion() && note.place().equals(place)).toList();
	}

	/** Those whose explanation waits for a verdict. */
	public List<FrozenFinding> unjudged() {
		return this.findings.stream().filter((finding) -> finding.getVerdict().isOpen()).toList();
	}

	/** Those that are to be explained anew. */
	public List<FrozenFinding> rejected() {
		return this.findings.stream().filter((finding) -> finding.getVerdict().isRejected()).toList();
	}

	/** Whether every explanation was accepted. */
	public boolean isSettled() {
		return this.findings.stream().allMatch((finding) -> finding.getVerdict().isAccepted());
	}

	/** What was said and not sent yet. */
	public List<Note> pending() {
		return this.notes.stream().filter((note) -> note.reviewId() == null).toList();
	}

	public List<Note> sentWith(Step step) {
		return this.notes.stream().filter((note) -> step.id().equals(note.reviewId())).toList();
	}

	/** Which places of this paper exist, for links to them. */
	public boolean has(String place) {
		return RemarkPlace.of(place, this.content).isPresent();
	}

	public List<String> paragraphs(String text) {
		return Stream.of(text.split("\n")).map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	public String amount(ReportContent.Row row) {
		return (row.state() == ValueState.BLANK) ? "未填" : Amount.print(row.state(), row.amount());
	}

	public String lastYear(ReportContent.Row row) {
		return Amount.print(row.lastYear());
	}

	public boolean isBlank(ReportContent.Row row) {
		return row.state() == ValueState.BLANK;
	}

}
