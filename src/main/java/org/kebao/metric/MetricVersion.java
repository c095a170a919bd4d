package org.kebao.metric;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Metric} as it stood after one save, never changed.
 */
@Entity
@Immutable
@Table(name = "metric_versions")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class MetricVersion {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Long metricId;

	/** Counts from 1 within the metric. */
	private int number;

	/** The JSON form of {@link MetricContent}. */
	private String content;

	/** Null for what came with the application. */
	private @Nullable Long savedBy;

	private Instant savedAt;

	MetricVersion(Long metricId, int number, String content, Long savedBy, Instant savedAt) {
		this.metricId = metricId;
		this.number = number;
		this.content = content;
		this.savedBy = savedBy;
		this.savedAt = savedAt;
	}

}
