package org.kebao.mention;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Vocabulary;

/**
 * Fetches what it takes to read the texts of a report, and reads none of them.
 */
@Component
@RequiredArgsConstructor
class Materials {

	private final Reckoning reckoning;

	private final Periods periods;

	private final Bureaus bureaus;

	@Transactional(readOnly = true)
	Material of(Report report, Vocabulary vocabulary) {
		ReportingPeriod period = this.periods.find(report.getPeriodId()).orElseThrow();
		Bureau bureau = this.bureaus.find(report.getBureauId()).orElseThrow();
		return new Material(Text.of(report, this.reckoning.completion(report, vocabulary)), vocabulary.catalogue(),
				this.reckoning.facts(report, vocabulary),
				new ReportTable(report, vocabulary.catalogue(), TimeAndPlace.of(period, bureau)));
	}

}
