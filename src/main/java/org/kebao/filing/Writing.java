package org.kebao.filing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

import org.kebao.account.Person;
import org.kebao.check.Checks;
import org.kebao.check.Explained;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.refusal.RefusedException;

/**
 * Brings each typed text to the door that keeps it: explanations after the figures they
 * explain.
 */
@Component
@RequiredArgsConstructor
class Writing {

	private final Fields fields;

	private final Checks checks;

	/**
	 * All of it or, where a wish names no field, nothing. The figures are saved before
	 * the texts are read for the explanations: nobody holds the report meanwhile.
	 */
	List<Saving> save(Long id, Person person, List<Saving.Wish> wishes) {
		Map<Boolean, List<Saving.Wish>> sorted = wishes.stream()
			.collect(Collectors.partitioningBy((wish) -> Explained.isFieldOf(wish.field())));
		List<Saving.Wish> explanations = sorted.get(true);
		this.checks.requireKnown(id, person, explanations);
		List<Saving> saved = this.fields.save(id, person, sorted.get(false));
		return Stream.concat(saved.stream(), explain(id, person, explanations).stream()).toList();
	}

	/**
	 * What was saved before stays saved, so a refusal is told beside each explanation.
	 */
	private List<Saving> explain(Long id, Person person, List<Saving.Wish> wishes) {
		try {
			return this.checks.explain(id, person, wishes);
		}
		catch (RefusedException ex) {
			return wishes.stream()
				.map((wish) -> new Saving(wish.field(), Saving.Outcome.REFUSED, "", Saving.version(""), ex.getMessage(),
						null, null))
				.toList();
		}
	}

}
