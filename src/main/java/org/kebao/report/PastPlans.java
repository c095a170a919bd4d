package org.kebao.report;

import lombok.RequiredArgsConstructor;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.metric.Metrics;
import org.kebao.promise.Promises;
import org.kebao.revision.Revisions;

/**
 * Keeps the plans that were approved before promises were kept, so that the first table
 * after an upgrade is complete.
 */
@Component
@RequiredArgsConstructor
class PastPlans implements ApplicationRunner {

	private final ReportRepository reports;

	private final ContentWriter contents;

	private final Revisions revisions;

	private final Promises promises;

	private final Metrics metrics;

	@Override
	@Transactional
	public void run(ApplicationArguments args) {
		// another copy of the application may be starting too: it waits for the lock
		this.reports.approvedWithoutPromises()
			.forEach((id) -> this.reports.findForChange(id)
				.flatMap((report) -> this.revisions.find(id, report.getRevisions())
					.map((revision) -> this.contents.planOf(report, this.revisions.read(revision),
							this.metrics.catalogue())))
				.ifPresent(this.promises::keep));
	}

}
