package org.kebao.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.beans.BeanUtils;
import org.springframework.test.util.ReflectionTestUtils;

import org.kebao.account.Person;
import org.kebao.metric.Catalogue;
import org.kebao.period.ReportingPeriod;

/**
 * Drafts of the tests that ask no database for them.
 */
public final class Drafts {

	private Drafts() {
	}

	/** A bureau's empty report under its writer's hand; its one target has the id 1. */
	public static Draft of(Long bureau, Catalogue catalogue, Person writer) {
		Report report = new Report(bureau, 1L);
		ReflectionTestUtils.setField(report.addTarget(writer.id(), Instant.EPOCH), "id", 1L);
		return new Draft(report, new Vocabulary(catalogue, List.of()),
				new Owed(BeanUtils.instantiateClass(ReportingPeriod.class), List.of(), Map.of()), writer,
				Instant.EPOCH);
	}

}
