package org.kebao.field;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.kebao.account.Person;
import org.kebao.account.Role;
import org.kebao.amount.ValueState;
import org.kebao.metric.Catalogue;
import org.kebao.register.FiledValue;
import org.kebao.report.Draft;
import org.kebao.report.Drafts;
import org.kebao.report.Report;

/**
 * Reports into which something was typed, of the tests that ask no database for them.
 */
public final class TypedReports {

	private TypedReports() {
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
		Person writer = new Person(1L, "reporter", "填报员", bureau, "", Set.of(Role.REPORTER), false);
		Draft draft = Drafts.of(bureau, catalogue, writer);
		FieldWriter fields = new FieldWriter(draft.report(), draft.vocabulary(), draft::completion, writer,
				LocalDate.EPOCH);
		saves.forEach((save) -> {
			Saving saving = fields.save(new Saving.Wish(save.getKey(), save.getValue(), Saving.version("")), draft);
			if (saving.outcome() == Saving.Outcome.CONFLICT) {
				saving = fields.save(new Saving.Wish(save.getKey(), save.getValue(), saving.version()), draft);
			}
			if (saving.outcome() != Saving.Outcome.SAVED) {
				throw new AssertionError(saving);
			}
		});
		return draft.report();
	}

}
