package org.kebao.metric;

import jakarta.persistence.EntityManager;
import lombok.RequiredArgsConstructor;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The catalogue as everybody reads it, fetched once for each of its stamps. It is for
 * reading only: who changes a metric fetches his own.
 */
@Component
@RequiredArgsConstructor
class SharedCatalogue {

	private final MetricRepository metrics;

	private final EntityManager entities;

	private volatile @Nullable Stamped latest;

	private record Stamped(long stamp, Catalogue catalogue) {
	}

	/** As this transaction sees it. */
	Catalogue get() {
		long stamp = this.metrics.stamp();
		Stamped known = this.latest;
		if (known == null || known.stamp() != stamp) {
			known = new Stamped(stamp, fetch());
			this.latest = known;
		}
		return known.catalogue();
	}

	/** Out of reach of what this transaction may yet change in its own metrics. */
	private Catalogue fetch() {
		try (Session apart = this.entities.unwrap(Session.class).sessionWithOptions().connection().openSession()) {
			return new Catalogue(apart.createSelectionQuery(MetricRepository.ALL, Metric.class).getResultList());
		}
	}

}
