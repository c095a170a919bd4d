package org.kebao.metric;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.bureau.Bureaus;

/**
 * Changes groups of metrics as an administrator typed them, or says beside the field why
 * not.
 */
@Service
@RequiredArgsConstructor
class MetricGroupEditor {

	private final MetricRepository metrics;

	private final MetricGroupRepository groups;

	private final Bureaus bureaus;

	private final AuditLog audit;

	@Transactional
	void create(MetricGroupForm form, Errors errors) {
		this.metrics.lock();
		List<MetricGroup> all = this.metrics.groups();
		Set<String> exempt = exempt(form, errors);
		if (!form.code().matches("[A-Z]{3}")) {
			errors.rejectValue("code", "pattern", "代码是三个大写字母，如 ABC");
		}
		else if (all.stream().anyMatch((group) -> group.getCode().equals(form.code()))) {
			errors.rejectValue("code", "duplicate", "这个代码已被别的指标组使用");
		}
		checkName(form, all, null, errors);
		if (errors.hasErrors()) {
			return;
		}
		int position = all.stream().mapToInt(MetricGroup::getPosition).max().orElse(0) + 1;
		this.groups.saveAndFlush(new MetricGroup(form.code(), form.name(), position, exempt));
		this.audit.add(Act.METRIC_CHANGED, form.name(), "新建指标组，" + form.code());
	}

	/** Changes a group; a global error says that somebody else did meanwhile. */
	@Transactional
	void change(String code, MetricGroupForm form, Errors errors) {
		this.metrics.lock();
		Catalogue catalogue = new Catalogue(this.metrics.findAll());
		MetricGroup group = this.metrics.group(code).orElseThrow();
		if (!Objects.equals(group.getVersion(), form.version())) {
			errors.reject("changed");
			return;
		}
		Set<String> exempt = exempt(form, errors);
		checkName(form, this.metrics.groups(), group, errors);
		catalogue.gap((metric) -> (metric.getGroup() != group) ? metric.asking() : metric.asking().exempting(exempt))
			.ifPresent((gap) -> errors.rejectValue("levels", "gap", gap.words()));
		if (errors.hasErrors()) {
			return;
		}
		String before = describe(group);
		group.change(form.name(), exempt);
		this.audit.add(Act.METRIC_CHANGED, group.getName(), "%s → %s".formatted(before, describe(group)));
	}

	private static void checkName(MetricGroupForm form, List<MetricGroup> all, @Nullable MetricGroup group,
			Errors errors) {
		if (all.stream().anyMatch((other) -> other != group && other.getName().equals(form.name()))) {
			errors.rejectValue("name", "duplicate", "已有叫这个名称的指标组");
		}
	}

	private Set<String> exempt(MetricGroupForm form, Errors errors) {
		Set<String> exempt = new TreeSet<>(this.bureaus.levelNames().keySet());
		if (!exempt.containsAll(form.levels())) {
			errors.rejectValue("levels", "unknown", "没有这个层级");
		}
		exempt.removeAll(form.levels());
		return exempt;
	}

	private String describe(MetricGroup group) {
		Map<String, String> levels = this.bureaus.levelNames();
		levels.keySet().removeAll(group.getExemptLevels());
		return group.getName() + "，" + String.join("、", levels.values());
	}

}
