package org.kebao.filing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.report.Carrying;
import org.kebao.report.Entry;
import org.kebao.report.Part;
import org.kebao.report.Reports;

/**
 * 沿用: takes things over from the report of the year before, chosen one by one.
 */
@Controller
@RequiredArgsConstructor
class CarryOverController {

	private final Reports reports;

	private final Filing filing;

	@GetMapping("/reports/{id}/carry-over")
	String choose(@PathVariable Long id, @RequestParam(defaultValue = "achievements") String part, Person person,
			Model model) {
		Filing.Sheet sheet = this.filing.sheet(id, person, Right.WORDS);
		if (!sheet.writable()) {
			return "redirect:/reports/{id}";
		}
		Part wanted = Part.of(part).orElse(Part.ACHIEVEMENTS);
		Filing.Previous previous = this.filing.previous(sheet).orElse(null);
		model.addAttribute("sheet", sheet);
		model.addAttribute("part", wanted);
		model.addAttribute("previous", previous);
		if (previous != null) {
			model.addAttribute("entries",
					List.of(Entry.Kind.values())
						.stream()
						.filter((kind) -> kind.part() == wanted)
						.flatMap((kind) -> previous.entries(kind).stream())
						.toList());
			model.addAttribute("targets", (wanted == Part.PLAN) ? previous.targets() : List.of());
		}
		return "filing/carry-over";
	}

	/**
	 * Takes the chosen things over.
	 * @param choices "none", "heading" or "whole" under {@code entry.} and the entry's id
	 */
	@PostMapping("/reports/{id}/carry-over")
	String carry(@PathVariable Long id, @RequestParam Map<String, String> choices,
			@RequestParam(name = "target", defaultValue = "") Set<Long> targets,
			@RequestParam(defaultValue = "false") boolean lead, @RequestParam(defaultValue = "false") boolean idea,
			Person person, RedirectAttributes flash) {
		Set<Long> whole = chosen(choices, "whole");
		Set<Long> headings = chosen(choices, "heading");
		Part part = Part.of(choices.get("part")).orElse(Part.ACHIEVEMENTS);
		int count = whole.size() + headings.size() + targets.size() + (lead ? 1 : 0) + (idea ? 1 : 0);
		this.filing.require(id, person, Right.WORDS);
		if (count > 0) {
			this.reports.carryOver(id, person, new Carrying(whole, headings, new HashSet<>(targets), lead, idea));
		}
		flash.addFlashAttribute("flash", (count > 0) ? "沿用了 " + count + " 项，请逐项改成今年的情况" : "没有选择要沿用的内容");
		return "redirect:/reports/{id}/" + part.slug();
	}

	private static Set<Long> chosen(Map<String, String> choices, String what) {
		return choices.entrySet()
			.stream()
			.filter((choice) -> choice.getKey().matches("entry\\.\\d{1,18}") && choice.getValue().equals(what))
			.map((choice) -> Long.valueOf(choice.getKey().substring("entry.".length())))
			.collect(Collectors.toSet());
	}

}
