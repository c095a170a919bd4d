package org.kebao.promise;

import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import org.kebao.period.PeriodKind;

interface PromiseRepository extends Repository<Promise, Long> {

	Promise save(Promise promise);

	void flush();

	List<Promise> findBySourceReportId(Long reportId);

	@Query("from Promise p where p.bureauId = :bureauId and p.year = :year")
	List<Promise> due(Long bureauId, int year);

	/** The plans of the last year before that one with any. */
	@Query("""
			from Promise p where p.bureauId = :bureauId and p.origin = PLAN and p.year =
			(select max(q.year) from Promise q where q.bureauId = :bureauId and q.origin = PLAN and q.year < :year)
			order by p.position, p.id""")
	List<Promise> lastPlansBefore(Long bureauId, int year);

	@Query("from Promise p where p.origin = ASSIGNED and p.year = :year and p.metricId = :metricId and p.bureauId in :bureaus")
	List<Promise> assigned(int year, Long metricId, Collection<Long> bureaus);

	/** Own plans before tasks from above. */
	@Query("""
			from Promise p where p.bureauId in :bureaus and p.year in :years and p.goal is not null and p.planned = :planned
			and p.dropped = false order by p.origin desc, p.position, p.id""")
	List<Promise> goals(Collection<Long> bureaus, Collection<Integer> years, PeriodKind planned);

	boolean existsByBureauIdOrAssignedBy(Long bureauId, Long assignedBy);

}
