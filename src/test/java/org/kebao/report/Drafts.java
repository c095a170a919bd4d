package org.kebao.report;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import org.springframework.beans.BeanUtils;
import org.springframework.test.util.ReflectionTestUtils;

import org.kebao.amount.ValueState;
import org.kebao.metric.Catalogue;
import org.kebao.period.ReportingPeriod;

/**
 * Reports of the tests that ask no database for them.
 */
public final class Drafts {

	private Drafts() {
	}

	/**
	 * What a bureau's report says after those texts were saved, one field after the
	 * other.
	 */
	public static List<FiledValue> after(List<Map.Entry<String, String>> saves, Catalogue catalogue, Long bureau) {
		Report report = report(saves, catalogue, bureau);
		return catalogue.all()
			.stream()
			.flatMap((metric) -> report.value(metric.getId())
				.map((value) -> new FiledValue(bureau, 1L, metric.getId(), value.getState(), value.getAmount(),
						value.getCertainty(), value.getNote()))
				.stream())
			.filter((value) -> value.state() != ValueState.BLANK)
			.toList();
	}

	/**
	 * A bureau's report after those texts were saved; its target has the id 1.
	 */
	public static Report report(List<Map.Entry<String, String>> saves, Catalogue catalogue, Long bureau) {
		Report report = new Report(bureau, 1L);
		ReflectionTestUtils.setField(report.addTarget(1L, Instant.EPOCH), "id", 1L);
		FieldWriter writer = new FieldWriter(report, new Vocabulary(catalogue, List.of()),
				new Owed(BeanUtils.instantiateClass(ReportingPeriod.class), List.of(), Map.of()), 1L,
				ZonedDateTime.now(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)), (change) -> {
				});
		saves.forEach((save) -> {
			Saving saving = writer.save(new Saving.Wish(save.getKey(), save.getValue(), Saving.version("")));
			if (saving.outcome() == Saving.Outcome.CONFLICT) {
				saving = writer.save(new Saving.Wish(save.getKey(), save.getValue(), saving.version()));
			}
			if (saving.outcome() != Saving.Outcome.SAVED) {
				throw new AssertionError(saving);
			}
		});
		return report;
	}

}
