package org.kebao.metric;

import java.util.List;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the catalogue.
 */
@Service
@RequiredArgsConstructor
public class Metrics {

	private final MetricRepository metrics;

	/** The whole catalogue in print order, retired metrics too. */
	@Transactional(readOnly = true)
	public Catalogue catalogue() {
		return new Catalogue(this.metrics.findAll());
	}

	@Transactional(readOnly = true)
	List<MetricGroup> groups() {
		return this.metrics.groups();
	}

}
