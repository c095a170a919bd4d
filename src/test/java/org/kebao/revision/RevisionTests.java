package org.kebao.revision;

import java.time.Clock;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.kebao.amount.Certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class RevisionTests {

	/** As the first format was written. */
	private static final String FIRST_FORMAT = """
			{"format":1,"bureau":{"code":"WC","name":"望川县科技局","level":"COUNTY","superior":null},
			"period":{"year":2024,"kind":"ANNUAL"},"groups":[{"code":"PRJ","name":"科技计划","rows":[{"code":"PRJ01",
			"name":"立项数","unit":"项","scale":0,"state":"GIVEN","amount":14,"lastYear":11,"change":"增长27.3%"}]}],
			"lead":"","achievements":[],"cases":[],"problems":[],"idea":"","targets":[],"measures":[],"suggestions":[]}""";

	@Test
	void whatWasFrozenInAnEarlierFormatIsStillRead() {
		Revisions revisions = new Revisions(mock(RevisionRepository.class), Clock.systemUTC());
		ReportContent content = revisions.read(new Revision(1L, 1, FIRST_FORMAT, 1L, Instant.EPOCH));
		ReportContent.Row row = content.groups().get(0).rows().get(0);
		assertThat(row.change()).isEqualTo("增长27.3%");
		assertThat(row.certainty()).isEqualTo(Certainty.ACTUAL);
		assertThat(row.note()).isEmpty();
		assertThat(row.sincePeriodBefore()).isEmpty();
		assertThat(row.asOf()).isNull();
		assertThat(content.completion()).isEmpty();
	}

}
