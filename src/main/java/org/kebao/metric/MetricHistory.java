package org.kebao.metric;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 修改记录: the saves of the metrics, each with what it has changed.
 */
@Component
@RequiredArgsConstructor
class MetricHistory {

	private static final JsonMapper json = JsonMapper.builder()
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.build();

	private final MetricVersionRepository versions;

	private final Clock clock;

	/**
	 * One save of a metric.
	 *
	 * @param by the account, null for what came with the application
	 * @param edits what was changed since the save before
	 */
	record Save(int number, @Nullable Long by, Instant at, List<MetricContent.Edit> edits) {
	}

	/** All saves of a metric, the newest first. */
	@Transactional(readOnly = true)
	List<Save> of(Metric metric, Map<String, String> levels) {
		List<MetricVersion> versions = this.versions.findByMetricIdOrderByNumberDesc(metric.getId());
		List<MetricContent> contents = versions.stream()
			.map((version) -> json.readValue(version.getContent(), MetricContent.class))
			.toList();
		List<Save> saves = new ArrayList<>();
		for (int i = 0; i < versions.size(); i++) {
			MetricVersion version = versions.get(i);
			saves.add(new Save(version.getNumber(), version.getSavedBy(), version.getSavedAt(),
					(i + 1 < contents.size()) ? contents.get(i).editsSince(contents.get(i + 1), levels) : List.of()));
		}
		return saves;
	}

	/** The number of the newest save. */
	@Transactional(readOnly = true)
	int newest(Metric metric) {
		return this.versions.lastNumber(metric.getId());
	}

	/** Keeps a metric as it stands. */
	void keep(Metric metric, Long who) {
		this.versions.saveAndFlush(new MetricVersion(metric.getId(), newest(metric) + 1,
				json.writeValueAsString(MetricContent.of(metric)), who, this.clock.instant()));
	}

}
