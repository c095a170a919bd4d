package org.kebao.filing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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
import org.kebao.field.Saving;
import org.kebao.proof.Choice;
import org.kebao.report.Part;

/**
 * 改正: settles what was found in a text, for those without script. What was typed around
 * it is saved first, and one press takes it back.
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
		return this.pages.afterSaving(id, part, parameters, person, model, response, () -> {
			Optional<Saving.Wish> undo = Stream.of(Choice.Kind.FILL, Choice.Kind.MEND, Choice.Kind.BIND)
				.filter((kind) -> parameters.containsKey(kind.name().toLowerCase()))
				.findFirst()
				.flatMap((kind) -> this.checks.settle(id, person,
						parameters.getOrDefault(kind.name().toLowerCase(), List.of("")).get(0), kind));
			if (undo.isEmpty()) {
				flash.addFlashAttribute("flash", "这句话或有关的数刚刚变了，没有改动，请再看一下");
			}
			undo.ifPresent((wish) -> flash.addFlashAttribute("mended",
					new TreeMap<>(Map.of("field", wish.field(), "text", wish.text(), "base", wish.base()))));
			return "redirect:/reports/{id}/" + part.slug() + "#findings";
		});
	}

}
