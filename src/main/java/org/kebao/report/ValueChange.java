package org.kebao.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * 修改记录: what stood of a figure, what came in its place, from whom and when.
 */
@Entity
@Immutable
@Table(name = "value_changes")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class ValueChange {

	@Id
	private @Nullable Long id;

	private Long reportId;

	private Long metricId;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private String oldText;

	private String newText;

	/** 口径: the note that stood beside the figure then, "" for none. */
	private String why;

	private Long changedBy;

	private Instant changedAt;

	/**
	 * A change.
	 * @param why what the note beside the figure said then, "" for nothing
	 */
	ValueChange(Long reportId, Long metricId, Kind kind, String oldText, String newText, String why, Long changedBy,
			Instant changedAt) {
		this.reportId = reportId;
		this.metricId = metricId;
		this.kind = kind;
		this.why = why;
		this.oldText = oldText;
		this.newText = newText;
		this.changedBy = changedBy;
		this.changedAt = changedAt;
	}

	/**
	 * What of a figure was changed.
	 */
	public enum Kind {

		AMOUNT("数值", MetricValue::getText), CERTAINTY("数据性质", (value) -> value.getCertainty().label()),
		ASOF("截止日期", (value) -> Objects.toString(value.getAsOf(), "")), NOTE("口径", MetricValue::getNote),

		/** The catalogue tells the metric in another unit now; the figure is the same. */
		UNIT("换算单位", (value) -> "");

		private final String label;

		private final Function<MetricValue, String> text;

		Kind(String label, Function<MetricValue, String> text) {
			this.label = label;
			this.text = text;
		}

		/** All that can be changed, as it stands now. */
		static Map<Kind, String> of(MetricValue value) {
			return Arrays.stream(values())
				.collect(Collectors.toMap(Function.identity(), (kind) -> kind.text.apply(value)));
		}

		public String label() {
			return this.label;
		}

		/** Whether it is written in sentences. */
		public boolean isProse() {
			return this == NOTE;
		}

	}

}
