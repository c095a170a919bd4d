package org.kebao.filing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Person;
import org.kebao.check.Checks;
import org.kebao.check.Explained;
import org.kebao.report.Reports;
import org.kebao.report.Saving;

/**
 * Brings each typed text to the door that keeps it: explanations after the figures they
 * explain.
 */
@Component
@RequiredArgsConstructor
class Writing {

	private final Reports reports;

	private final Checks checks;

	/** All of it or, where a wish names no field, nothing. */
	@Transactional
	List<Saving> save(Long id, Person person, List<Saving.Wish> wishes) {
		Map<Boolean, List<Saving.Wish>> sorted = wishes.stream()
			.collect(Collectors.partitioningBy((wish) -> wish.field().startsWith(Explained.FIELD)));
		return Stream
			.concat(this.reports.save(id, person, sorted.get(false)).stream(),
					this.checks.explain(id, person, sorted.get(true)).stream())
			.toList();
	}

}
