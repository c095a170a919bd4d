package org.kebao.metric;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator types about a group of metrics.
 *
 * @param version of the group the form was filled from, null for a new one
 * @param code of a new group; it does not change later
 * @param levels the codes of the levels that are asked
 */
record MetricGroupForm(
		@Nullable Integer version, String code, @NotBlank(message = "请填名称") @Size(max = 40,
				message = "名称最多 40 个字") @Pattern(regexp = "\\P{Cntrl}*", message = "名称里有不能保存的字符") String name,
		@NotEmpty(message = "至少选一个层级；都不填报的，请停用整组") List<String> levels) {

	MetricGroupForm {
		code = Objects.requireNonNullElse(code, "").strip();
		name = Objects.requireNonNullElse(name, "").strip();
		levels = Objects.requireNonNullElse(levels, List.of());
	}

	static MetricGroupForm blank(Collection<String> levels) {
		return new MetricGroupForm(null, "", "", List.copyOf(levels));
	}

	static MetricGroupForm of(MetricGroup group, Collection<String> levels) {
		return new MetricGroupForm(group.getVersion(), group.getCode(), group.getName(),
				levels.stream().filter((level) -> !group.getExemptLevels().contains(level)).toList());
	}

}
