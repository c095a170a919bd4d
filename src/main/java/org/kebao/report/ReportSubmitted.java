package org.kebao.report;

/**
 * A report was submitted; the revision is what the supervisor reads.
 */
public record ReportSubmitted(Long reportId, Long revisionId) {
}
