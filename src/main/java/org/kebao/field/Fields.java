package org.kebao.field;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.report.CompletionTable;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.report.Vocabulary;

/**
 * The door through which typed texts reach a report.
 */
@Service
@RequiredArgsConstructor
public class Fields {

	private final Reports reports;

	private final Reckoning reckoning;

	private final Clock clock;

	/** Saves typed texts; each is taken or refused for itself. */
	@Transactional
	public List<Saving> save(Long id, Person person, List<Saving.Wish> wishes) {
		return this.reports.write(id, person, Right.FILL, (draft) -> {
			FieldWriter writer = new FieldWriter(draft.report(), draft.vocabulary(), draft::completion, person,
					today());
			return wishes.stream().map((wish) -> writer.save(wish, draft)).toList();
		});
	}

	/**
	 * Saves all of these texts, or none of them.
	 * @throws NotSavedException where one of them would not have been saved
	 */
	@Transactional
	public void saveAll(Long id, Person person, List<Saving.Wish> wishes) {
		List<Saving> savings = save(id, person, wishes);
		if (savings.stream().anyMatch((saving) -> saving.outcome() != Saving.Outcome.SAVED)) {
			throw new NotSavedException(savings);
		}
	}

	/** What saving these texts would do, by the rules of saving; nothing is saved. */
	@Transactional(readOnly = true)
	public List<Saving.Prospect> prospects(Long id, Person person, List<Saving.Wish> wishes) {
		Report report = this.reports.own(id, person);
		Vocabulary vocabulary = this.reckoning.vocabulary(report);
		CompletionTable completion = this.reckoning.completion(report, vocabulary);
		FieldWriter writer = new FieldWriter(report, vocabulary, () -> completion, person, today());
		return wishes.stream().map(writer::prospect).toList();
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
