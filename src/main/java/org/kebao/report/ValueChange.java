package org.kebao.report;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * 修改记录: a figure had an old value and got a new one, from whom and when.
 */
@Entity
@Table(name = "value_changes")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class ValueChange {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Long reportId;

	private Long metricId;

	private String oldText;

	private String newText;

	private Long changedBy;

	private Instant changedAt;

	ValueChange(Long reportId, Long metricId, String oldText, String newText, Long changedBy, Instant changedAt) {
		this.reportId = reportId;
		this.metricId = metricId;
		this.oldText = oldText;
		this.newText = newText;
		this.changedBy = changedBy;
		this.changedAt = changedAt;
	}

}
