package org.kebao.report;

import java.util.List;

/**
 * Something that may stand between a report and its submission. Whoever knows of such a
 * thing implements it.
 */
public interface SubmissionGate {

	/** What is missing; with a blocking gap the report is not submitted. */
	List<Progress.Gap> gaps(Report report, Vocabulary vocabulary);

}
