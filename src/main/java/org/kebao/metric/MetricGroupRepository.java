package org.kebao.metric;

import org.springframework.data.repository.Repository;

interface MetricGroupRepository extends Repository<MetricGroup, String> {

	MetricGroup saveAndFlush(MetricGroup group);

}
