package org.kebao.period;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.bureau.Bureaus;
import org.kebao.refusal.FormRefusal;
import org.kebao.refusal.NotVisibleException;

/**
 * The administrator's pages of the reporting periods.
 */
@Controller
@RequestMapping("/admin/periods")
@RequiredArgsConstructor
class PeriodController {

	private final Periods periods;

	private final Bureaus bureaus;

	@GetMapping
	String index(Model model) {
		model.addAttribute("periods", this.periods.all());
		model.addAttribute("today", this.periods.today());
		model.addAttribute("kinds", PeriodKind.values());
		model.addAttribute("active", this.periods.kinds());
		return "period/index";
	}

	@PostMapping("/kinds/{kind}/switch")
	String switchKind(@PathVariable PeriodKind kind, @RequestParam boolean active, RedirectAttributes flash) {
		this.periods.switchKind(kind, active);
		flash.addFlashAttribute("flash", "%s报告已%s".formatted(kind.label(), active ? "启用" : "停用"));
		return "redirect:/admin/periods";
	}

	@GetMapping("/new")
	String make(Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new PeriodForm(this.periods.today().getYear(), null, null));
		}
		Map<PeriodKind, String> kinds = new LinkedHashMap<>();
		this.periods.kinds().forEach((kind) -> kinds.put(kind, kind.label()));
		model.addAttribute("kinds", kinds);
		return "period/new";
	}

	@PostMapping
	String create(@Valid @ModelAttribute("form") PeriodForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		ReportingPeriod period = errors.hasErrors() ? null : this.periods.plan(form, errors).orElse(null);
		if (period == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return make(model);
		}
		flash.addFlashAttribute("flash", "已新建报告期“%s”".formatted(period.getTitle()));
		return "redirect:/admin/periods/" + period.getId();
	}

	@GetMapping("/{id}")
	String show(@PathVariable Long id, Model model) {
		ReportingPeriod period = get(id);
		model.addAttribute("period", period);
		model.addAttribute("today", this.periods.today());
		model.addAttribute("bureaus", this.bureaus.byId(period.getExtensions().keySet()));
		model.addAttribute("choices", this.bureaus.choices());
		if (!model.containsAttribute("due")) {
			model.addAttribute("due", new DueForm(period.getVersion(), period.getDueOn()));
		}
		if (!model.containsAttribute("extension")) {
			model.addAttribute("extension", ExtensionForm.EMPTY);
		}
		return "period/show";
	}

	@PostMapping("/{id}/due-date")
	String changeDueDate(@PathVariable Long id, @Valid @ModelAttribute("due") DueForm form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		get(id);
		if (!errors.hasErrors()) {
			this.periods.dueOn(id, form, errors);
		}
		if (errors.hasErrors()) {
			FormRefusal.tell(errors, response);
			return show(id, model);
		}
		return done(id, "截止日期已改为 " + form.dueOn(), flash);
	}

	@PostMapping("/{id}/opening")
	String open(@PathVariable Long id, Model model, HttpServletResponse response, RedirectAttributes flash) {
		LocalDate dueOn = get(id).getDueOn();
		String warning = dueOn.isBefore(this.periods.today()) ? "。注意：截止日期 " + dueOn + " 已过" : "";
		return step(id, this.periods::open, "报告期已开启，各机构可以填报" + warning, model, response, flash);
	}

	@PostMapping("/{id}/closing")
	String close(@PathVariable Long id, Model model, HttpServletResponse response, RedirectAttributes flash) {
		return step(id, this.periods::close, "报告期已关闭，不再接受填报", model, response, flash);
	}

	@PostMapping("/{id}/new-bureaus")
	String askNewBureaus(@PathVariable Long id, Model model, HttpServletResponse response, RedirectAttributes flash) {
		return step(id, this.periods::askNewBureaus, "新增机构的报告已补建", model, response, flash);
	}

	@PostMapping("/{id}/extensions")
	String extend(@PathVariable Long id, @Valid @ModelAttribute("extension") ExtensionForm form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		get(id);
		if (!errors.hasErrors()) {
			this.periods.extend(id, form, errors);
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(id, model);
		}
		return done(id, "已延期至 " + form.until(), flash);
	}

	@PostMapping("/{id}/extensions/{bureauId}/withdrawal")
	String withdrawExtension(@PathVariable Long id, @PathVariable Long bureauId, RedirectAttributes flash) {
		get(id);
		this.periods.withdrawExtension(id, bureauId);
		return done(id, "已取消延期", flash);
	}

	/** A step the period refuses means that somebody else took it meanwhile. */
	private String step(Long id, Consumer<Long> step, String done, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		get(id);
		try {
			step.accept(id);
		}
		catch (ReportingPeriod.OutOfTurnException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("refusal", "没有执行：这个报告期的状态刚刚已经改变，下面是现在的样子。");
			return show(id, model);
		}
		return done(id, done, flash);
	}

	private static String done(Long id, String what, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", what);
		return "redirect:/admin/periods/" + id;
	}

	private ReportingPeriod get(Long id) {
		return this.periods.find(id).orElseThrow(() -> new NotVisibleException("Period " + id));
	}

}
