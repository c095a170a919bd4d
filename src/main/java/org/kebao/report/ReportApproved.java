package org.kebao.report;

/**
 * A report was approved; the revision is final from now on.
 */
public record ReportApproved(Long reportId, Long revisionId) {
}
