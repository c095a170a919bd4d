package org.kebao.filing;

import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Person;
import org.kebao.check.Checks;
import org.kebao.report.Part;

/**
 * 改正: mends what was found in a text, for those without script. What was typed around it
 * is saved first.
 */
@Controller
@RequiredArgsConstructor
class MendController {

	private final Checks checks;

	private final ReportPages pages;

	@PostMapping("/reports/{id}/mends")
	String mend(@PathVariable Long id, @RequestParam MultiValueMap<String, String> parameters, Person person,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		Part part = Part.of(parameters.getFirst("part")).orElse(Part.ACHIEVEMENTS);
		boolean bound = parameters.containsKey("bind");
		String mark = parameters.getFirst(bound ? "bind" : "mend");
		return this.pages.afterSaving(id, part, parameters, person, model, response, () -> {
			boolean mended = mark != null && this.checks.mend(id, person, mark, bound);
			flash.addFlashAttribute("flash", mended ? "已改正" : "这句话或有关的数刚刚变了，没有改动，请再看一下");
			return "redirect:/reports/{id}/" + part.slug() + "#findings";
		});
	}

}
