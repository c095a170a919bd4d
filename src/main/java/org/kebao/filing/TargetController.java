package org.kebao.filing;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import lombok.RequiredArgsConstructor;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.report.Draft;
import org.kebao.report.Part;
import org.kebao.report.PlanTarget;
import org.kebao.report.Reports;

/**
 * Adds, deletes, restores and orders the targets of the plan, as {@link EntryController}
 * does with entries.
 */
@Controller
@RequiredArgsConstructor
class TargetController {

	private final Reports reports;

	private final ReportPages pages;

	@PostMapping("/reports/{id}/targets")
	String add(@PathVariable Long id, @RequestParam MultiValueMap<String, String> parameters, Person person,
			Model model, HttpServletResponse response) {
		return this.pages.afterSaving(id, Part.PLAN, parameters, person, model, response,
				() -> "redirect:/reports/{id}/plan#target-"
						+ this.reports.write(id, person, Right.WORDS, Draft::addTarget).getId());
	}

	@PostMapping("/reports/{id}/targets/{targetId}/deletion")
	String delete(@PathVariable Long id, @PathVariable Long targetId,
			@RequestParam MultiValueMap<String, String> parameters, Person person, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		return this.pages.afterSaving(id, Part.PLAN, parameters, person, model, response, () -> {
			this.reports.write(id, person, Right.WORDS, (draft) -> draft.deleteTarget(targetId, true));
			flash.addFlashAttribute("deleted", "一个工作目标");
			flash.addFlashAttribute("restoration", "/reports/" + id + "/targets/" + targetId + "/restoration");
			return "redirect:/reports/{id}/plan";
		});
	}

	@PostMapping("/reports/{id}/targets/{targetId}/restoration")
	String restore(@PathVariable Long id, @PathVariable Long targetId, Person person) {
		this.reports.write(id, person, Right.WORDS, (draft) -> draft.deleteTarget(targetId, false));
		return "redirect:/reports/{id}/plan#target-{targetId}";
	}

	@PostMapping("/reports/{id}/targets/{targetId}/move")
	String move(@PathVariable Long id, @PathVariable Long targetId, @RequestParam int by,
			@RequestParam MultiValueMap<String, String> parameters, Person person, Model model,
			HttpServletResponse response) {
		return this.pages.afterSaving(id, Part.PLAN, parameters, person, model, response, () -> {
			this.reports.write(id, person, Right.WORDS, (draft) -> draft.orderTargets(EntryController
				.moved(draft.report().targets().stream().map(PlanTarget::getId).toList(), targetId, by)));
			return "redirect:/reports/{id}/plan#target-{targetId}";
		});
	}

	@PostMapping("/reports/{id}/targets/order")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void order(@PathVariable Long id, @RequestParam("id") List<Long> ids, Person person) {
		this.reports.write(id, person, Right.WORDS, (draft) -> draft.orderTargets(ids));
	}

}
