package org.kebao.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import lombok.RequiredArgsConstructor;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.amount.Comparison;
import org.kebao.amount.MetricKind;
import org.kebao.bureau.Bureaus;
import org.kebao.period.PeriodKind;

/**
 * The administrator's page of one metric, and of a new one.
 */
@Controller
@RequestMapping("/admin/metrics/{group}")
@RequiredArgsConstructor
class MetricEditController {

	private final Metrics metrics;

	private final MetricEditor editor;

	private final MetricHistory history;

	private final Bureaus bureaus;

	private final Accounts accounts;

	@GetMapping("/new")
	String make(@PathVariable("group") String groupCode, Model model) {
		MetricGroup group = this.metrics.group(groupCode);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", MetricForm.blank(this.editor.freeCode(group)));
		}
		model.addAttribute("group", group);
		model.addAttribute("kinds", choices(Stream.of(MetricKind.values()), MetricKind::name, MetricKind::label));
		model.addAttribute("components", choices(this.metrics.catalogue().typed().stream(), Metric::getCode,
				(metric) -> metric.getCode() + " " + metric.getName()));
		lists(model);
		return "metric/new";
	}

	@PostMapping("/new")
	String create(@PathVariable("group") String groupCode, @Valid @ModelAttribute("form") MetricForm form,
			BindingResult errors, Person person, Model model, HttpServletResponse response, RedirectAttributes flash) {
		MetricGroup group = this.metrics.group(groupCode);
		this.editor.create(group.getCode(), form, errors, person.id());
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return make(groupCode, model);
		}
		flash.addFlashAttribute("flash", "已新建指标“%s”".formatted(form.name()));
		return "redirect:/admin/metrics/%s#%s".formatted(group.getCode(), form.code());
	}

	@GetMapping("/{metric}")
	String edit(@PathVariable("group") String groupCode, @PathVariable("metric") String code, Model model) {
		Metric metric = this.metrics.metric(groupCode, code);
		Map<String, String> levels = lists(model);
		List<MetricHistory.Save> history = this.history.of(metric, levels);
		model.addAttribute("metric", metric);
		model.addAttribute("catalogue", this.metrics.catalogue());
		model.addAttribute("history", history);
		model.addAttribute("names",
				this.accounts.names(history.stream().map(MetricHistory.Save::by).filter(Objects::nonNull).toList()));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", this.editor.form(metric));
		}
		return "metric/edit";
	}

	@PostMapping("/{metric}")
	String change(@PathVariable("group") String groupCode, @PathVariable("metric") String code,
			@Valid @ModelAttribute("form") MetricForm form, BindingResult errors, Person person, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		Metric metric = this.metrics.metric(groupCode, code);
		this.editor.change(code, form, errors, person.id());
		if (errors.hasGlobalErrors()) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("differences",
					errors.hasFieldErrors() ? List.of() : this.editor.differences(metric, form));
			return edit(groupCode, code, model);
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return edit(groupCode, code, model);
		}
		flash.addFlashAttribute("flash", "已保存指标“%s”".formatted(form.name()));
		return "redirect:/admin/metrics/%s#%s".formatted(groupCode, code);
	}

	private Map<String, String> lists(Model model) {
		Map<String, String> levels = this.bureaus.levelNames();
		model.addAttribute("levels", levels);
		model.addAttribute("comparisons", choices(Stream.of(Comparison.values()), Comparison::name, Comparison::label));
		model.addAttribute("periodKinds", choices(Stream.of(PeriodKind.values()), PeriodKind::name, PeriodKind::label));
		return levels;
	}

	/** What a list offers, in its order. */
	private static <T> Map<String, String> choices(Stream<T> values, Function<T, String> value,
			Function<T, String> label) {
		return values.collect(Collectors.toMap(value, label, (one, other) -> one, LinkedHashMap::new));
	}

}
