package org.kebao.check;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import org.kebao.period.PeriodKind;

interface FrozenFindingRepository extends Repository<FrozenFinding, Long> {

	FrozenFinding save(FrozenFinding finding);

	Optional<FrozenFinding> findByIdAndRevisionId(Long id, Long revisionId);

	List<FrozenFinding> findByRevisionIdOrderByPosition(Long revisionId);

	/** What was accepted in the approved paper of a bureau for that time. */
	@Query("""
			select f from FrozenFinding f join Revision v on v.id = f.revisionId
			join Report r on r.id = v.reportId and r.revisions = v.number
			join ReportingPeriod p on p.id = r.periodId
			where r.bureauId = :bureauId and p.year = :year and p.kind = :kind
			and r.status = org.kebao.report.Report.Status.APPROVED
			and f.verdict = org.kebao.check.Explanation.Verdict.ACCEPTED order by f.position""")
	List<FrozenFinding> accepted(Long bureauId, int year, PeriodKind kind);

	int countByRevisionIdAndVerdict(Long revisionId, Explanation.Verdict verdict);

}
