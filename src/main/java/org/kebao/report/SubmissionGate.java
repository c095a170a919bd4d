package org.kebao.report;

import java.util.List;

/**
 * Something that may stand between a report and its submission. Whoever knows of such a
 * thing implements it.
 */
public interface SubmissionGate {

	/** Looks at a report as it stands. */
	Inspection inspect(Report report, Vocabulary vocabulary);

	/** What one look at a report has shown. */
	interface Inspection {

		/** What is missing; with a blocking gap the report is not submitted. */
		List<Progress.Gap> gaps();

		/**
		 * Keeps what was seen with the version that was submitted, in the transaction of
		 * the submission.
		 */
		void keep(Long revisionId);

	}

}
