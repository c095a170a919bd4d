package org.kebao.metric;

import java.util.HashSet;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * 指标组: switched off where no bureau has that duty, and level by level where bureaus of
 * that level have not.
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

	@Version
	private @Nullable Integer version;

	/** The codes of the levels without that duty. */
	@ElementCollection(fetch = FetchType.LAZY)
	@CollectionTable(name = "metric_group_exempt_levels", joinColumns = @JoinColumn(name = "group_code"))
	@Column(name = "level_code")
	private Set<String> exemptLevels = new HashSet<>();

	MetricGroup(String code, String name, int position, Set<String> exemptLevels) {
		this.code = code;
		this.position = position;
		this.active = true;
		change(name, exemptLevels);
	}

	final void change(String name, Set<String> exemptLevels) {
		this.name = name;
		this.exemptLevels.retainAll(exemptLevels);
		this.exemptLevels.addAll(exemptLevels);
	}

	public Set<String> getExemptLevels() {
		return Set.copyOf(this.exemptLevels);
	}

	void switchTo(boolean active) {
		this.active = active;
	}

	void moveTo(int position) {
		this.position = position;
	}

}
