package org.kebao.period;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PeriodRepository extends Repository<ReportingPeriod, Long> {

	ReportingPeriod saveAndFlush(ReportingPeriod period);

	/** Asked for many times in one transaction, fetched once. */
	@EntityGraph(attributePaths = "extensions")
	Optional<ReportingPeriod> findById(Long id);

	@Query("from ReportingPeriod p left join fetch p.extensions where p.year = :year and p.kind = :kind")
	Optional<ReportingPeriod> find(int year, PeriodKind kind);

	@Query("from ReportingPeriod p left join fetch p.extensions order by p.year desc, p.months desc")
	List<ReportingPeriod> findAll();

	@Query("select distinct p from ReportingPeriod p left join fetch p.extensions where p.id in :ids")
	List<ReportingPeriod> findAll(Collection<Long> ids);

	@EntityGraph(attributePaths = "extensions")
	List<ReportingPeriod> findByYearIn(Collection<Integer> years);

	@Query(nativeQuery = true, value = "select code from period_kinds where active")
	Set<String> kinds();

	@Modifying
	@Query(nativeQuery = true,
			value = "update period_kinds set active = :active where code = :code and active <> :active")
	int switchKind(String code, boolean active);

	@Query("select count(p) from ReportingPeriod p join p.extensions e where key(e) = :bureauId")
	int countExtensions(Long bureauId);

}
