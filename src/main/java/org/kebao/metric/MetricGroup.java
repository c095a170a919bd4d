package org.kebao.metric;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/**
 * 指标组: a bureau without that duty has its group switched off.
 */
@Entity
@Table(name = "metric_groups")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class MetricGroup {

	@Id
	private String code;

	private String name;

	private int position;

	private boolean active;

	void switchTo(boolean active) {
		this.active = active;
	}

	void moveTo(int position) {
		this.position = position;
	}

}
