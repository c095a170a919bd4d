package org.kebao.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.refusal.NotVisibleException;

/**
 * The door to the catalogue.
 */
@Service
@RequiredArgsConstructor
public class Metrics {

	private final MetricRepository metrics;

	private final SharedCatalogue shared;

	private final MetricEditor editor;

	private final AuditLog audit;

	/** The whole catalogue in print order, retired metrics too. */
	@Transactional(readOnly = true)
	public Catalogue catalogue() {
		return this.shared.get();
	}

	/** For who is about to change something in it. */
	@Transactional(readOnly = true)
	Catalogue own() {
		return new Catalogue(this.metrics.findAll());
	}

	@Transactional(readOnly = true)
	List<MetricGroup> groups() {
		return this.metrics.groups();
	}

	/**
	 * Asks for the group's metrics, or no more.
	 * @return why not, nothing where it was done
	 */
	@Transactional
	Optional<String> switchGroup(String code, boolean active) {
		this.metrics.lock();
		MetricGroup group = group(code);
		Optional<Catalogue.Gap> gap = own().gap((metric) -> metric.getGroup() == group
				? metric.asking().on(active && !metric.isRetired()) : metric.asking());
		if (gap.isEmpty()) {
			group.switchTo(active);
			this.audit.add(Act.METRIC_CHANGED, group.getName(), active ? "启用指标组" : "停用指标组");
		}
		return gap.map((found) -> refusal(found, active));
	}

	/**
	 * Asks for a metric no more, or again.
	 * @return why not, nothing where it was done
	 */
	@Transactional
	Optional<String> retire(String code, boolean retired, Long who) {
		this.metrics.lock();
		Catalogue catalogue = own();
		Metric metric = catalogue.find(code).orElseThrow();
		Optional<Catalogue.Gap> gap = catalogue.gap((other) -> (other != metric) ? other.asking()
				: metric.asking().on(!retired && metric.getGroup().isActive()));
		if (gap.isEmpty() && metric.isRetired() != retired) {
			this.editor.retire(metric, retired, who);
		}
		return gap.map((found) -> refusal(found, !retired));
	}

	private static String refusal(Catalogue.Gap gap, boolean on) {
		String ratio = gap.ratio().getName();
		String component = gap.component().getName();
		return on ? "不能启用：“%s”由“%s”计算得出，请先启用“%2$s”".formatted(ratio, component)
				: "不能停用：“%s”由“%s”计算得出，请先停用“%1$s”".formatted(ratio, component);
	}

	/** Moves a group one place up or down among the groups. */
	@Transactional
	void moveGroup(String code, boolean up) {
		this.metrics.lock();
		List<MetricGroup> groups = new ArrayList<>(this.metrics.groups());
		MetricGroup group = group(code);
		if (move(groups, group, up)) {
			groups.forEach((one) -> one.moveTo(groups.indexOf(one) + 1));
			this.audit.add(Act.METRIC_CHANGED, group.getName(), up ? "指标组上移" : "指标组下移");
		}
	}

	/** Moves a metric one place up or down in its group. */
	@Transactional
	void move(String code, boolean up) {
		this.metrics.lock();
		Catalogue catalogue = own();
		Metric metric = catalogue.find(code).orElseThrow();
		List<Metric> metrics = new ArrayList<>(catalogue.in(metric.getGroup()));
		if (move(metrics, metric, up)) {
			metrics.forEach((one) -> one.moveTo(metrics.indexOf(one) + 1));
			this.audit.add(Act.METRIC_CHANGED, metric.getName(), up ? "上移" : "下移");
		}
	}

	private static <T> boolean move(List<T> list, T item, boolean up) {
		int from = list.indexOf(item);
		int to = up ? from - 1 : from + 1;
		if (to < 0 || to >= list.size()) {
			return false;
		}
		Collections.swap(list, from, to);
		return true;
	}

	/**
	 * One group.
	 * @throws NotVisibleException where there is none
	 */
	@Transactional(readOnly = true)
	MetricGroup group(String code) {
		return this.metrics.group(code).orElseThrow(() -> new NotVisibleException("Group " + code));
	}

	/**
	 * One metric of a group.
	 * @throws NotVisibleException where the group has none
	 */
	@Transactional(readOnly = true)
	Metric metric(String groupCode, String code) {
		return catalogue().find(code)
			.filter((metric) -> metric.getGroup().getCode().equals(groupCode))
			.orElseThrow(() -> new NotVisibleException("Metric " + code));
	}

}
