package org.kebao.report;

import java.util.Set;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ValueChangeRepository extends Repository<ValueChange, Long> {

	/** Who wrote the figures that stand in the report now. */
	@Query("""
			select c.changedBy from ValueChange c where c.reportId = :reportId and c.kind = 'AMOUNT' and c.newText <> ''
			and c.id = (select max(d.id) from ValueChange d
			  where d.reportId = c.reportId and d.metricId = c.metricId and d.kind = c.kind)""")
	Set<Long> writersOf(Long reportId);

}
