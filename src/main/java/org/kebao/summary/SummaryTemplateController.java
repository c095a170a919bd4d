package org.kebao.summary;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.BureauLevel;
import org.kebao.bureau.Bureaus;
import org.kebao.period.PeriodKind;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.register.Register;
import org.kebao.report.Report;

/**
 * The administrator's pages of the templates.
 */
@Controller
@RequestMapping("/admin/templates")
@RequiredArgsConstructor
class SummaryTemplateController {

	private static final int PREVIEWS = 30;

	private final Summaries summaries;

	private final Register register;

	private final Accounts accounts;

	private final Bureaus bureaus;

	private final Periods periods;

	private final Clock clock;

	@GetMapping
	String index(Model model) {
		model.addAttribute("templates", this.summaries.templates());
		model.addAttribute("newest", this.summaries.newest());
		model.addAttribute("levels", levels());
		return "summary/index";
	}

	@GetMapping("/new")
	String make(Person person, Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", TemplateForm.blank());
		}
		return edit(person, model);
	}

	@PostMapping
	String create(@Valid @ModelAttribute("form") TemplateForm form, BindingResult errors, Person person, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		check(form, errors, null);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return make(person, model);
		}
		SummaryTemplate template = this.summaries.create(form.name(), form.periodKind(), form.level(), form.text(),
				form.numbering(), person);
		flash.addFlashAttribute("flash", "已新建模板“%s”".formatted(form.name()));
		return "redirect:/admin/templates/" + template.getId();
	}

	@GetMapping("/{id}")
	String show(@PathVariable Long id, Person person, Model model) {
		SummaryTemplate template = this.summaries.template(id);
		List<TemplateVersion> versions = this.summaries.versions(id);
		model.addAttribute("template", template);
		model.addAttribute("versions", versions);
		model.addAttribute("zone", this.clock.getZone());
		model.addAttribute("names", this.accounts
			.names(versions.stream().map(TemplateVersion::getSavedBy).filter((by) -> by != null).toList()));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", TemplateForm.of(template, versions.get(0)));
		}
		return edit(person, model);
	}

	@PostMapping("/{id}")
	String save(@PathVariable Long id, @Valid @ModelAttribute("form") TemplateForm form, BindingResult errors,
			Person person, Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.summaries.template(id);
		check(form, errors, id);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(id, person, model);
		}
		try {
			this.summaries.save(id, form.name(), form.periodKind(), form.level(), form.text(), form.numbering(),
					form.base(), person);
		}
		catch (Summaries.NewerVersionException | DataIntegrityViolationException
				| OptimisticLockingFailureException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("newer", this.summaries.versions(id).get(0));
			return show(id, person, model);
		}
		flash.addFlashAttribute("flash", "已保存模板“%s”".formatted(form.name()));
		return "redirect:/admin/templates/" + id;
	}

	/** The paper of a real report after a text that is still being written. */
	/** The paper after a text as it stands in the form, or what is wrong with it. */
	@PostMapping("/preview")
	Object preview(@RequestParam(defaultValue = "") String text, @RequestParam Numbering numbering,
			@RequestParam(required = false) @Nullable Long report, Person person) {
		List<TemplateText.Problem> problems = TemplateText.check(text);
		if (!problems.isEmpty() || report == null) {
			return new ModelAndView("summary/edit :: preview", Map.of("problems", problems));
		}
		try {
			return ResponseEntity.ok()
				.contentType(SummaryController.HTML)
				.body(this.summaries.preview(this.register.paper(report, person), text, numbering));
		}
		catch (TemplateText.BrokenTemplateException ex) {
			return new ModelAndView("summary/edit :: preview",
					Map.of("problems", List.of(new TemplateText.Problem(1, ex.getMessage()))));
		}
	}

	@PostMapping("/{id}/versions/{number}/restoration")
	String restore(@PathVariable Long id, @PathVariable int number, Person person, RedirectAttributes flash) {
		try {
			this.summaries.restore(id, number, person);
			flash.addFlashAttribute("flash", "已恢复第 %d 版，存为新版".formatted(number));
		}
		catch (TemplateText.BrokenTemplateException ex) {
			flash.addFlashAttribute("flash", "第 %d 版不能恢复：%s".formatted(number, ex.getMessage()));
		}
		return "redirect:/admin/templates/" + id;
	}

	@PostMapping("/{id}/retirement")
	String retire(@PathVariable Long id, @RequestParam boolean retired, RedirectAttributes flash) {
		this.summaries.retire(id, retired);
		flash.addFlashAttribute("flash", retired ? "已停用模板" : "已启用模板");
		return "redirect:/admin/templates";
	}

	private void check(TemplateForm form, BindingResult errors, @Nullable Long id) {
		if (errors.getTarget() == null) {
			// a choice that no page of ours offers
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		if (this.summaries.isTaken(form.name(), id)) {
			errors.rejectValue("name", "taken", "已有同名的模板");
		}
		if (!form.levelCode().isEmpty() && !levels().containsKey(form.levelCode())) {
			errors.rejectValue("levelCode", "unknown", "没有这个层级");
		}
		TemplateText.check(form.text())
			.forEach((problem) -> errors.rejectValue("text", "broken",
					"第 %d 行：%s".formatted(problem.line(), problem.message())));
	}

	private String edit(Person person, Model model) {
		model.addAttribute("kinds", labels(PeriodKind.values(), PeriodKind::label));
		model.addAttribute("numberings", labels(Numbering.values(), Numbering::label));
		model.addAttribute("levels", levels());
		model.addAttribute("previews", previews(person));
		return "summary/edit";
	}

	/** What was submitted, by its ids: a preview can be made of it. */
	private Map<Long, String> previews(Person person) {
		Set<Long> bureausSeen = this.accounts.bureausSeenBy(person);
		List<Report> submitted = Stream.of(Report.Status.APPROVED, Report.Status.SUBMITTED)
			.flatMap((status) -> this.register.find(bureausSeen, null, status, PageRequest.of(0, PREVIEWS)).stream())
			.toList();
		Map<Long, Bureau> bureausById = this.bureaus.byId(submitted.stream().map(Report::getBureauId).toList());
		Map<Long, ReportingPeriod> periodsById = this.periods
			.byId(submitted.stream().map(Report::getPeriodId).toList());
		Map<Long, String> previews = new LinkedHashMap<>();
		submitted.forEach((report) -> previews.put(report.getId(), bureausById.get(report.getBureauId()).getName() + " "
				+ periodsById.get(report.getPeriodId()).getTitle()));
		return previews;
	}

	private Map<String, String> levels() {
		return this.bureaus.levels()
			.stream()
			.collect(Collectors.toMap(BureauLevel::getCode, BureauLevel::getName, (a, b) -> a, LinkedHashMap::new));
	}

	private static <E extends Enum<E>> Map<String, String> labels(E[] values, Function<E, String> label) {
		return Arrays.stream(values).collect(Collectors.toMap(Enum::name, label, (a, b) -> a, LinkedHashMap::new));
	}

}
