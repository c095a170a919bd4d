package org.kebao.revision;

import java.time.Clock;
import java.util.Optional;

import lombok.RequiredArgsConstructor;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what was frozen: it is added to and read, never changed.
 */
@Service
@RequiredArgsConstructor
public class Revisions {

	private static final JsonMapper json = JsonMapper.builder()
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.build();

	private final RevisionRepository revisions;

	private final Clock clock;

	/**
	 * Freezes a report.
	 * @param number counts from 1 within the report
	 * @param by the account that submitted it
	 */
	@Transactional
	public Revision freeze(Long reportId, int number, ReportContent content, Long by) {
		return this.revisions
			.saveAndFlush(new Revision(reportId, number, json.writeValueAsString(content), by, this.clock.instant()));
	}

	@Transactional(readOnly = true)
	public Optional<Revision> find(Long id) {
		return this.revisions.findById(id);
	}

	@Transactional(readOnly = true)
	public Optional<Revision> find(Long reportId, int number) {
		return this.revisions.findByReportIdAndNumber(reportId, number);
	}

	/**
	 * Reads what was frozen.
	 * @throws IllegalStateException when it is not what was frozen
	 */
	public ReportContent read(Revision revision) {
		if (!revision.isIntact()) {
			throw new IllegalStateException("Revision %d is not what was frozen".formatted(revision.getId()));
		}
		return json.readValue(revision.getContent(), ReportContent.class);
	}

}
