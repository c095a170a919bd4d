package org.kebao.metric;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MetricRepository extends Repository<Metric, Long> {

	/** The whole catalogue with its groups and ranges, in print order. */
	String ALL = """
			from Metric m join fetch m.group g left join fetch g.exemptLevels left join fetch m.ranges
			order by g.position, m.position, m.id""";

	@Query(ALL)
	List<Metric> findAll();

	/** Changes with anything in the catalogue. */
	@Query(nativeQuery = true, value = "select stamp from catalogue_stamp")
	long stamp();

	Metric saveAndFlush(Metric metric);

	/** Held until the transaction ends: one change of the catalogue after the other. */
	@Query(nativeQuery = true, value = "select code from metric_groups order by code for update")
	List<String> lock();

	@Query("from MetricGroup g left join fetch g.exemptLevels order by g.position")
	List<MetricGroup> groups();

	default Optional<MetricGroup> group(String code) {
		return groups().stream().filter((group) -> group.getCode().equals(code)).findFirst();
	}

}
