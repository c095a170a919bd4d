package org.kebao.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.bureau.Bureaus;
import org.kebao.period.PeriodKind;
import org.kebao.proof.Finding;
import org.kebao.refusal.FormRefusal;
import org.kebao.refusal.NotVisibleException;

/**
 * The administrator's pages of the rules.
 */
@Controller
@RequestMapping("/admin/rules")
@RequiredArgsConstructor
class RuleController {

	private final Rules rules;

	private final Bureaus bureaus;

	@GetMapping
	String index(@RequestParam(defaultValue = "") String q, Model model) {
		model.addAttribute("q", q);
		model.addAttribute("rules", this.rules.search(q));
		return "check/index";
	}

	@GetMapping("/new")
	String make(Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new RuleForm(null, "", "", Rule.Reach.NAMED, "", Rule.Relation.EQUAL, "", "",
					null, Finding.Severity.WARNING, "", "", null, null));
		}
		return edit(null, model);
	}

	@PostMapping
	String create(@Valid @ModelAttribute("form") RuleForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		Optional<Rule> added = errors.hasErrors() ? Optional.empty() : this.rules.add(form, errors);
		if (added.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return edit(null, model);
		}
		flash.addFlashAttribute("flash", "已新建规则 %s，还没有启用；请先试算".formatted(form.code()));
		return "redirect:/admin/rules/" + added.get().getId();
	}

	@GetMapping("/{id}")
	String show(@PathVariable Long id, Model model) {
		Rule rule = get(id);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", RuleForm.of(rule));
		}
		return edit(rule, model);
	}

	@PostMapping("/{id}")
	String change(@PathVariable Long id, @Valid @ModelAttribute("form") RuleForm form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		Rule rule = get(id);
		if (!errors.hasErrors()) {
			this.rules.change(id, form, errors);
		}
		if (errors.hasErrors()) {
			FormRefusal.tell(errors, response);
			return edit(rule, model);
		}
		flash.addFlashAttribute("flash", "已保存规则 " + rule.getCode());
		return "redirect:/admin/rules#" + rule.getCode();
	}

	/**
	 * Tries what stands in the form; nothing is saved.
	 * @param id of the rule that is changed, null for a new one
	 */
	@PostMapping("/trial")
	String tryOut(@RequestParam(required = false) @Nullable Long id, @Valid @ModelAttribute("form") RuleForm form,
			BindingResult errors, Model model, HttpServletResponse response) {
		Rule rule = (id != null) ? get(id) : null;
		Optional<Trial> trial = errors.hasErrors() ? Optional.empty() : this.rules.trial(form, id, errors);
		if (trial.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		model.addAttribute("trial", trial.orElse(null));
		return edit(rule, model);
	}

	@PostMapping("/{id}/switch")
	String switchRule(@PathVariable Long id, @RequestParam boolean active, RedirectAttributes flash) {
		Rule rule = get(id);
		this.rules.switchTo(id, active);
		flash.addFlashAttribute("flash", "规则 %s 已%s".formatted(rule.getCode(), active ? "启用" : "停用"));
		return "redirect:/admin/rules#" + rule.getCode();
	}

	private String edit(@Nullable Rule rule, Model model) {
		model.addAttribute("rule", rule);
		model.addAttribute("reaches", names(Rule.Reach.values(), Rule.Reach::label));
		model.addAttribute("relations", names(Rule.Relation.values(), Rule.Relation::label));
		model.addAttribute("severities", names(Finding.Severity.values(), Finding.Severity::label));
		model.addAttribute("kinds", names(PeriodKind.values(), PeriodKind::label));
		model.addAttribute("levels", this.bureaus.levelNames());
		return "check/edit";
	}

	private static <E extends Enum<E>> Map<String, String> names(E[] values, Function<E, String> label) {
		Map<String, String> names = new LinkedHashMap<>();
		Stream.of(values).forEach((value) -> names.put(value.name(), label.apply(value)));
		return names;
	}

	private Rule get(Long id) {
		return this.rules.find(id).orElseThrow(() -> new NotVisibleException("Rule " + id));
	}

}
