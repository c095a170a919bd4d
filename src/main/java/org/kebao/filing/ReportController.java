package org.kebao.filing;

import jakarta.validation.constraints.Max;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.refusal.NotVisibleException;
import org.kebao.report.Part;
import org.kebao.report.Report;

/**
 * The list of reports, and the pages of one.
 */
@Controller
@RequiredArgsConstructor
class ReportController {

	/** No list is longer; no database skips more rows than it can count. */
	private static final int LAST_PAGE = 100_000;

	private final Filing filing;

	private final ReportPages pages;

	@GetMapping("/reports")
	String index(@RequestParam(required = false) @Nullable Long period,
			@RequestParam(required = false) Report.@Nullable Status status,
			@RequestParam(defaultValue = "0") @Max(LAST_PAGE) int page, Person person, Model model) {
		model.addAttribute("lines", this.filing.list(person, period, status, page));
		model.addAttribute("periods", this.filing.periods());
		model.addAttribute("statuses", Report.Status.values());
		model.addAttribute("parts", Part.values().length);
		model.addAttribute("period", period);
		model.addAttribute("status", status);
		return "filing/index";
	}

	/**
	 * Those who fill it in begin with the figures; others read it where they decide on
	 * it.
	 */
	@GetMapping("/reports/{id}")
	String show(@PathVariable Long id, Person person, Model model) {
		if (!this.filing.isOwn(id, person)) {
			return "redirect:/reports/{id}/" + (person.may(Right.REVIEW) ? "review" : "summary");
		}
		return this.pages.show(id, Part.METRICS, person, model);
	}

	@GetMapping("/reports/{id}/{part:metrics|completion|achievements|cases|problems|plan|suggestions}")
	String part(@PathVariable Long id, @PathVariable String part, Person person, Model model) {
		return this.pages.show(id, Part.of(part).orElseThrow(() -> new NotVisibleException(part)), person, model);
	}

	@GetMapping("/reports/{id}/changes")
	String changes(@PathVariable Long id, Person person, Model model) {
		Filing.Sheet sheet = this.filing.sheet(id, person);
		model.addAttribute("sheet", sheet);
		model.addAttribute("changes", this.filing.changes(sheet));
		return "filing/changes";
	}

}
