package org.kebao.summary;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import org.kebao.period.PeriodKind;

interface SummaryTemplateRepository extends Repository<SummaryTemplate, Long> {

	SummaryTemplate saveAndFlush(SummaryTemplate template);

	Optional<SummaryTemplate> findById(Long id);

	@Query("from SummaryTemplate t order by t.retired, t.position, t.id")
	List<SummaryTemplate> findAll();

	/** For a bureau of that level, those made for its level before those for all. */
	@Query("""
			from SummaryTemplate t where t.retired = false and t.periodKind = :kind
			and (t.levelCode is null or t.levelCode = :level)
			order by case when t.levelCode is null then 1 else 0 end, t.position, t.id""")
	List<SummaryTemplate> findServing(PeriodKind kind, String level);

	/** Those an approved revision was pinned to, the retired ones too. */
	@Query("""
			select t from SummaryTemplate t, TemplateVersion v where v.templateId = t.id and v.id in :versions
			order by case when t.levelCode is null then 1 else 0 end, t.position, t.id""")
	List<SummaryTemplate> findByVersions(List<Long> versions);

	@Query("select count(t) > 0 from SummaryTemplate t where t.name = :name and t.id <> :id")
	boolean isTaken(String name, Long id);

}
