package org.kebao.metric;

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

import org.kebao.bureau.Bureaus;
import org.kebao.refusal.FormRefusal;

/**
 * The administrator's page of one group, and of a new one: its name, and which levels are
 * asked.
 */
@Controller
@RequestMapping("/admin/metrics")
@RequiredArgsConstructor
class MetricGroupController {

	private final Metrics metrics;

	private final MetricGroupEditor editor;

	private final Bureaus bureaus;

	@GetMapping("/new")
	String make(Model model) {
		model.addAttribute("levels", this.bureaus.levelNames());
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", MetricGroupForm.blank(this.bureaus.levelNames().keySet()));
		}
		return "metric/group";
	}

	@PostMapping
	String create(@Valid @ModelAttribute("form") MetricGroupForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		this.editor.create(form, errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return make(model);
		}
		flash.addFlashAttribute("flash", "已新建指标组“%s”，请在组里新建指标".formatted(form.name()));
		return "redirect:/admin/metrics/" + form.code();
	}

	@GetMapping("/{group}/edit")
	String edit(@PathVariable("group") String code, Model model) {
		MetricGroup group = this.metrics.group(code);
		model.addAttribute("group", group);
		model.addAttribute("levels", this.bureaus.levelNames());
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", MetricGroupForm.of(group, this.bureaus.levelNames().keySet()));
		}
		return "metric/group";
	}

	@PostMapping("/{group}/edit")
	String change(@PathVariable("group") String code, @Valid @ModelAttribute("form") MetricGroupForm form,
			BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.metrics.group(code);
		this.editor.change(code, form, errors);
		if (errors.hasErrors()) {
			FormRefusal.tell(errors, response);
			return edit(code, model);
		}
		flash.addFlashAttribute("flash", "已保存指标组“%s”".formatted(form.name()));
		return "redirect:/admin/metrics#" + code;
	}

}
