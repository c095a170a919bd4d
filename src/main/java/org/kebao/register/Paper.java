package org.kebao.register;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.kebao.report.Report;
import org.kebao.revision.ReportContent;
import org.kebao.revision.Revision;

/**
 * What one person may read of a report as a paper.
 *
 * @param revision what was frozen; null for the live draft the bureau itself sees
 * @param isFinal whether it was approved; anything else prints as a draft
 * @param date of the paper: when it was submitted, today for a live draft
 */
public record Paper(Report report, ReportContent content, @Nullable Revision revision, boolean isFinal,
		LocalDate date) {
}
