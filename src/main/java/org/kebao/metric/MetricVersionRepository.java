package org.kebao.metric;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MetricVersionRepository extends Repository<MetricVersion, Long> {

	MetricVersion saveAndFlush(MetricVersion version);

	/** All versions of a metric, the newest first. */
	List<MetricVersion> findByMetricIdOrderByNumberDesc(Long metricId);

	@Query("select coalesce(max(v.number), 0) from MetricVersion v where v.metricId = :metricId")
	int lastNumber(Long metricId);

}
