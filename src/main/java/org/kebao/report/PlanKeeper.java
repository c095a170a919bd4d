package org.kebao.report;

import java.util.Optional;

import lombok.RequiredArgsConstructor;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.metric.Metrics;
import org.kebao.promise.Promises;
import org.kebao.revision.Revision;
import org.kebao.revision.Revisions;

/**
 * Keeps an approved plan as promises, also those that were approved before promises were
 * kept: so the first table after an upgrade is complete.
 */
@Component
@RequiredArgsConstructor
class PlanKeeper implements ApplicationRunner {

	private final ReportRepository reports;

	private final ContentWriter contents;

	private final Revisions revisions;

	private final Promises promises;

	private final Metrics metrics;

	@EventListener
	@Transactional
	public void on(ReportApproved approved) {
		keep(this.reports.findById(approved.reportId()).orElseThrow(), this.revisions.find(approved.revisionId()));
	}

	@Override
	@Transactional
	public void run(ApplicationArguments args) {
		// another copy of the application may be starting too: it waits for the lock
		this.reports.approvedWithoutPromises()
			.forEach((id) -> this.reports.findForChange(id)
				.ifPresent((report) -> keep(report, this.revisions.find(id, report.getRevisions()))));
	}

	private void keep(Report report, Optional<Revision> approved) {
		approved.ifPresent((revision) -> this.promises
			.keep(this.contents.planOf(report, this.revisions.read(revision), this.metrics.catalogue())));
	}

}
