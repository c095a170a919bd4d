package org.kebao.metric;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MetricRepository extends Repository<Metric, Long> {

	/** The whole catalogue with its groups and ranges, in print order. */
	@Query("""
			from Metric m join fetch m.group g left join fetch g.exemptLevels left join fetch m.ranges
			order by g.position, m.position, m.id""")
	List<Metric> findAll();

	Optional<Metric> findByCode(String code);

	@Query("from MetricGroup g left join fetch g.exemptLevels order by g.position")
	List<MetricGroup> groups();

}
