package org.kebao.metric;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

import org.kebao.amount.MetricKind;
import org.kebao.amount.Units;
import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.bureau.Bureaus;
import org.kebao.script.Legible;

/**
 * Changes metrics as an administrator typed them, or says beside the field why not. Every
 * save is kept in the {@link MetricHistory}.
 */
@Service
@RequiredArgsConstructor
class MetricEditor {

	/** As an amount is refused that has more digits before its point. */
	private static final BigDecimal TOO_LARGE = BigDecimal.ONE.movePointRight(15);

	private static final BigDecimal LARGEST_FACTOR = BigDecimal.valueOf(100_000_000);

	private final MetricRepository metrics;

	private final MetricHistory history;

	private final ObjectProvider<MetricUse> uses;

	private final Bureaus bureaus;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	/** The form of a metric as it stands. */
	@Transactional(readOnly = true)
	MetricForm form(Metric metric) {
		return MetricForm.of(MetricContent.of(metric), this.history.newest(metric));
	}

	/**
	 * How the metric as it stands differs from what was typed, where that can be read.
	 */
	@Transactional(readOnly = true)
	List<MetricContent.Edit> differences(Metric metric, MetricForm form) {
		MetricContent typed = form.read(this.bureaus.levelNames().keySet(), metric.isRetired(),
				new BeanPropertyBindingResult(form, "form"));
		return (typed != null) ? MetricContent.of(metric).editsSince(typed, this.bureaus.levelNames()) : List.of();
	}

	/** Changes a metric; a global error says that somebody else did meanwhile. */
	@Transactional
	void change(String code, MetricForm form, Errors errors, Long who) {
		this.metrics.lock();
		Catalogue catalogue = new Catalogue(this.metrics.findAll());
		Metric metric = catalogue.find(code).orElseThrow();
		MetricContent before = MetricContent.of(metric);
		MetricContent typed = form.read(this.bureaus.levelNames().keySet(), metric.isRetired(), errors);
		if (!form.isBasedOn(this.history.newest(metric))) {
			errors.reject("changed");
			return;
		}
		if (typed == null) {
			return;
		}
		MetricContent content = keepingName(metric, typed, catalogue);
		if (!MetricForm.holds(content.aliases())) {
			errors.rejectValue("aliases", "full", "改名后原名“%s”要留作别名，请先删去一个别名".formatted(before.name()));
		}
		checkNames(metric, content, catalogue, errors);
		catalogue
			.gap((other) -> (other != metric) ? other.asking()
					: metric.asking().between(content.validFrom(), content.validTo()))
			.ifPresent((gap) -> errors.rejectValue("validFromYear", "gap", gap.words()));
		Optional<BigDecimal> factor = checkUnit(metric, content, errors);
		if (errors.hasErrors()) {
			return;
		}
		boolean converted = factor.filter((by) -> by.compareTo(BigDecimal.ONE) != 0).isPresent();
		MetricContent changed = converted ? content.converting(before, factor.get()) : content;
		List<MetricContent.Edit> edits = changed.editsSince(before, this.bureaus.levelNames());
		if (edits.isEmpty()) {
			return;
		}
		metric.change(changed);
		this.history.keep(metric, who);
		this.audit.add(Act.METRIC_CHANGED, metric.getName(), describe(edits));
		if (converted) {
			catalogue.all().forEach((ratio) -> ratio.componentConverted(code, factor.get()));
			this.events.publishEvent(
					new MetricUnitChanged(metric.getId(), factor.get(), before.unit(), metric.getUnit(), who));
		}
	}

	/** Asks for a metric no more, or again. */
	@Transactional
	void retire(Metric metric, boolean retired, Long who) {
		metric.retire(retired);
		this.history.keep(metric, who);
		this.audit.add(Act.METRIC_CHANGED, metric.getName(), retired ? "停用" : "启用");
	}

	/** Adds a metric at the end of a group. */
	@Transactional
	void create(String groupCode, MetricForm form, Errors errors, Long who) {
		this.metrics.lock();
		Catalogue catalogue = new Catalogue(this.metrics.findAll());
		MetricGroup group = this.metrics.group(groupCode).orElseThrow();
		MetricContent content = form.read(this.bureaus.levelNames().keySet(), false, errors);
		if (!form.code().matches("[A-Z]{3}\\d{2}") || !form.code().startsWith(groupCode)) {
			errors.rejectValue("code", "pattern",
					"代码是 %s 加两位数字，如 %1$s%02d".formatted(groupCode, nextNumber(catalogue, group)));
		}
		else if (catalogue.find(form.code()).isPresent()) {
			errors.rejectValue("code", "duplicate",
					"这个代码已被“%s”使用".formatted(catalogue.find(form.code()).get().getName()));
		}
		if (form.kindOf().isEmpty()) {
			errors.rejectValue("kind", "missing", "请选类型");
		}
		checkRatio(form, content, group, catalogue, errors);
		if (content != null) {
			checkNames(null, content, catalogue, errors);
		}
		if (content == null || errors.hasErrors()) {
			return;
		}
		int position = catalogue.in(group).stream().mapToInt(Metric::getPosition).max().orElse(0) + 1;
		Metric metric = this.metrics.saveAndFlush(new Metric(form.code(), group, position, form.kindOf().orElseThrow(),
				form.numerator(), form.denominator(), form.factorOf().orElse(null), content));
		this.history.keep(metric, who);
		this.audit.add(Act.METRIC_CHANGED, metric.getName(), "新建，" + metric.getCode());
	}

	/** A code that is free, for a form to begin with. */
	@Transactional(readOnly = true)
	String freeCode(MetricGroup group) {
		return "%s%02d".formatted(group.getCode(), nextNumber(new Catalogue(this.metrics.findAll()), group));
	}

	/** Texts may call a metric by its former name: it stays an alias. */
	private static MetricContent keepingName(Metric metric, MetricContent typed, Catalogue catalogue) {
		String former = metric.getName();
		boolean known = Stream.concat(Stream.of(typed.name()), typed.aliases().stream())
			.anyMatch((name) -> Legible.folded(name).equals(Legible.folded(former)));
		return (known || taken(former, metric, catalogue).isPresent()) ? typed : typed.calledToo(former);
	}

	/** Prose is read by these names, so each says one metric. */
	private static void checkNames(@Nullable Metric metric, MetricContent content, Catalogue catalogue, Errors errors) {
		taken(content.name(), metric, catalogue).ifPresent(
				(other) -> errors.rejectValue("name", "taken", "“%s”已是“%s”的名称或别名".formatted(content.name(), other)));
		content.aliases()
			.forEach((alias) -> taken(alias, metric, catalogue).ifPresent(
					(other) -> errors.rejectValue("aliases", "taken", "“%s”已是“%s”的名称或别名".formatted(alias, other))));
	}

	private static Optional<String> taken(String name, @Nullable Metric metric, Catalogue catalogue) {
		return catalogue.all()
			.stream()
			.filter((other) -> other != metric)
			.filter((other) -> Stream.concat(Stream.of(other.getName()), other.getAliases().stream())
				.anyMatch((one) -> Legible.folded(one).equals(Legible.folded(name))))
			.map(Metric::getName)
			.findFirst();
	}

	/**
	 * Whether the kept amounts can stand in the new unit and with the new decimals.
	 * @return what they are to be multiplied with, nothing where none is kept
	 */
	private Optional<BigDecimal> checkUnit(Metric metric, MetricContent content, Errors errors) {
		Optional<BigDecimal> factor = Units.factor(metric.getUnit(), content.unit());
		if (content.unit().equals(metric.getUnit()) && content.scale() >= metric.getScale()) {
			return factor;
		}
		List<MetricUse.Need> needs = this.uses.orderedStream()
			.flatMap((use) -> use.need(metric.getId(), factor.orElse(BigDecimal.ONE)).stream())
			.toList();
		if (factor.isEmpty() && !needs.isEmpty()) {
			errors.rejectValue("unit", "used",
					"已有报告填了这个指标，“%s”不能换算成“%s”；请新建一个指标，停用这一个".formatted(metric.getUnit(), content.unit()));
			return factor;
		}
		if (needs.stream().anyMatch((need) -> need.largest().compareTo(TOO_LARGE) >= 0)) {
			errors.rejectValue("unit", "large", "换算成“%s”后，已填的数太大".formatted(content.unit()));
		}
		int decimals = needs.stream().mapToInt(MetricUse.Need::decimals).max().orElse(0);
		if (decimals > content.scale()) {
			errors.rejectValue("scale", "digits",
					(decimals > 6) ? "换算成“%s”后，已填的数要 %d 位小数，最多只有 6 位".formatted(content.unit(), decimals)
							: "已填的数要 %d 位小数，小数位不能更少".formatted(decimals));
		}
		return factor;
	}

	private static void checkRatio(MetricForm form, @Nullable MetricContent content, MetricGroup group,
			Catalogue catalogue, Errors errors) {
		if (form.numerator().isEmpty() && form.denominator().isEmpty() && form.factor().isEmpty()) {
			return;
		}
		if (form.kindOf().filter((kind) -> kind != MetricKind.RATIO).isPresent()) {
			errors.rejectValue("kind", "ratio", "由两个指标计算的，类型须是“相对数”");
		}
		if (form.factorOf().filter((by) -> by.signum() > 0 && by.compareTo(LARGEST_FACTOR) <= 0).isEmpty()) {
			errors.rejectValue("factor", "range", "请填大于 0 的系数，如百分比填 100，最多 4 位小数");
		}
		Map.of("numerator", form.numerator(), "denominator", form.denominator()).forEach((field, code) -> {
			Optional<Metric> component = catalogue.find(code).filter((metric) -> !metric.isComputed());
			if (component.isEmpty()) {
				errors.rejectValue(field, "unknown", "请选一个由填报人填写的指标");
			}
			else if (content != null && !component.get()
				.asking()
				.covers(new AskedOf(group.isActive(), group.getExemptLevels(), content.validFrom(),
						content.validTo()))) {
				errors.rejectValue(field, "gap", "“%s”没有在同样的层级和报告期填报".formatted(component.get().getName()));
			}
		});
		if (!form.numerator().isEmpty() && form.numerator().equals(form.denominator())) {
			errors.rejectValue("denominator", "same", "分母不能和分子相同");
		}
	}

	private static String describe(List<MetricContent.Edit> edits) {
		return String.join("；",
				edits.stream()
					.map((edit) -> "%s：%s → %s".formatted(edit.label(), shown(edit.before()), shown(edit.now())))
					.toList());
	}

	private static String shown(String text) {
		return text.isEmpty() ? "无" : text;
	}

	private static int nextNumber(Catalogue catalogue, MetricGroup group) {
		return Stream
			.concat(Stream.of(0),
					catalogue.in(group)
						.stream()
						.map((metric) -> metric.getCode().replaceAll("\\D", ""))
						.filter((digits) -> !digits.isEmpty())
						.map(Integer::valueOf))
			.max(Comparator.naturalOrder())
			.orElseThrow() + 1;
	}

}
