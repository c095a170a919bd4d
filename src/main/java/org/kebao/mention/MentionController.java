package org.kebao.mention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;

import lombok.RequiredArgsConstructor;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.field.NotSavedException;
import org.kebao.field.Saving;
import org.kebao.report.Report;
import org.kebao.report.Reports;

/**
 * 文中数字: figures of the texts bound to the table, one by one or all at once, and taken
 * back.
 */
@Controller
@RequiredArgsConstructor
class MentionController {

	private static final String NEWER = "您核对的时候，文字或表里的数已经改过。什么都没有绑定；请看现在的清单，再决定。";

	private final Mentions mentions;

	private final Reports reports;

	@GetMapping("/reports/{id}/mentions")
	String show(@PathVariable Long id, Person person, Model model) {
		Report report = own(id, person);
		if (!this.reports.takesWriting(report)) {
			return "redirect:/reports/{id}";
		}
		return show(report, model);
	}

	private String show(Report report, Model model) {
		model.addAttribute("report", report);
		model.addAttribute("subject", this.reports.title(report));
		model.addAttribute("survey", this.mentions.survey(report));
		return "mention/index";
	}

	/**
	 * Binds what was chosen: the figures that were ticked ({@code at}), the one whose own
	 * button was pressed ({@code one}), or all that say just what the table says
	 * ({@code all}).
	 */
	@PostMapping("/reports/{id}/mentions")
	String bind(@PathVariable Long id, @RequestParam MultiValueMap<String, String> parameters, Person person,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		List<String> keys = parameters.getOrDefault(parameters.containsKey("one") ? "one" : "at", List.of());
		boolean all = parameters.containsKey("all");
		Report report = own(id, person);
		if (keys.isEmpty() && !all && this.reports.takesWriting(report)) {
			return again(report, "请先勾选要绑定的数字", HttpStatus.UNPROCESSABLE_CONTENT, model, response);
		}
		try {
			Optional<List<Replacement>> undo = this.mentions.bind(id, person,
					(survey) -> all ? Optional.of(survey.unbound().stream().filter(Survey.Line::isSafe).toList())
							: lines(survey, keys));
			if (undo.isEmpty()) {
				return again(id, NEWER, HttpStatus.CONFLICT, person, model, response);
			}
			flash.addFlashAttribute("bound", undo.get().size());
			flash.addFlashAttribute("undo", undo.get().stream().map(Replacement::print).toArray(String[]::new));
			return "redirect:/reports/{id}/mentions";
		}
		catch (NotSavedException ex) {
			return again(id, "没有绑定：" + refusal(ex), HttpStatus.UNPROCESSABLE_CONTENT, person, model, response);
		}
	}

	/** Puts the words back that stood there before. */
	@PostMapping("/reports/{id}/mentions/restoration")
	String restore(@PathVariable Long id, @RequestParam MultiValueMap<String, String> parameters, Person person,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		List<String> printed = parameters.getOrDefault("at", List.of());
		List<Replacement> replacements = printed.stream().flatMap((one) -> Replacement.parse(one).stream()).toList();
		boolean whole = !printed.isEmpty() && replacements.size() == printed.size();
		try {
			if (!this.mentions.restore(id, person, whole ? replacements : List.of())) {
				return again(id, "文字在绑定以后又改过，没有撤销；需要时请到原处修改。", HttpStatus.CONFLICT, person, model, response);
			}
			flash.addFlashAttribute("flash", "已撤销，%d 处恢复为原来的文字".formatted(replacements.size()));
			return "redirect:/reports/{id}/mentions";
		}
		catch (NotSavedException ex) {
			return again(id, "没有撤销：" + refusal(ex), HttpStatus.UNPROCESSABLE_CONTENT, person, model, response);
		}
	}

	/** Nothing where one of them is not there any more as it was seen. */
	private static Optional<List<Survey.Line>> lines(Survey survey, List<String> keys) {
		Map<String, Survey.Line> bindable = survey.bindable();
		Set<String> wanted = new LinkedHashSet<>(keys);
		return bindable.keySet().containsAll(wanted) ? Optional.of(wanted.stream().map(bindable::get).toList())
				: Optional.empty();
	}

	private static String refusal(NotSavedException ex) {
		return ex.getSavings()
			.stream()
			.filter((saving) -> saving.outcome() != Saving.Outcome.SAVED)
			.findFirst()
			.map(Saving::message)
			.orElse("");
	}

	private Report own(Long id, Person person) {
		return this.reports.require(this.reports.own(id, person), person, Right.WORDS);
	}

	private String again(Long id, String refused, HttpStatus status, Person person, Model model,
			HttpServletResponse response) {
		return again(own(id, person), refused, status, model, response);
	}

	private String again(Report report, String refused, HttpStatus status, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		model.addAttribute("refused", refused);
		return show(report, model);
	}

}
