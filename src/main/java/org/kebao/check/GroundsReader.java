package org.kebao.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.amount.Given;
import org.kebao.metric.Catalogue;
import org.kebao.period.PeriodKey;
import org.kebao.period.Periods;
import org.kebao.proof.Behind;
import org.kebao.proof.Yardstick;
import org.kebao.report.CompletionTable;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Vocabulary;

/**
 * Fetches what it takes to examine a report, and examines nothing.
 */
@Component
@RequiredArgsConstructor
class GroundsReader {

	private final RuleRepository rules;

	private final ExplanationRepository explanations;

	private final FrozenFindingRepository frozen;

	private final FigureReader figures;

	private final Periods periods;

	private final Reckoning reckoning;

	@Transactional(readOnly = true)
	Grounds of(Report report, Vocabulary vocabulary) {
		Figures figures = this.figures.read(report, vocabulary.catalogue());
		return new Grounds(this.rules.findActive(), figures, yardstick(report, vocabulary, figures),
				this.explanations.findByReportId(report.getId()), accepted(report));
	}

	private Yardstick yardstick(Report report, Vocabulary vocabulary, Figures figures) {
		return new Yardstick(figures.kind(), given(report, vocabulary.catalogue()), figures.prev(), figures.lastYear(),
				behind(report, vocabulary));
	}

	/** Of the period before: nobody explains the same twice. */
	private List<FrozenFinding> accepted(Report report) {
		PeriodKey before = this.periods.find(report.getPeriodId()).orElseThrow().key().before();
		return this.frozen.accepted(report.getBureauId(), before.year(), before.kind());
	}

	private static Map<String, Given> given(Report report, Catalogue catalogue) {
		Map<Long, Given> amounts = report.given();
		Map<String, Given> given = new HashMap<>();
		catalogue.asked()
			.forEach((metric) -> catalogue.given(metric, amounts).ifPresent((one) -> given.put(metric.getCode(), one)));
		return given;
	}

	private List<Behind> behind(Report report, Vocabulary vocabulary) {
		return this.reckoning.completion(report, vocabulary)
			.lines()
			.stream()
			.filter(CompletionTable.Line::isBehind)
			.flatMap((line) -> Optional.ofNullable(line.metric())
				.flatMap(vocabulary.catalogue()::find)
				.map((metric) -> new Behind(metric, line.completion().reached() + "，" + line.pace().words()))
				.stream())
			.toList();
	}

}
