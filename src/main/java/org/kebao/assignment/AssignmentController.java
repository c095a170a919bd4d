package org.kebao.assignment;

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Person;
import org.kebao.refusal.RefusedException;

/**
 * 任务分解: the page on which a bureau tells those right below what to reach.
 */
@Controller
@RequiredArgsConstructor
class AssignmentController {

	private final Assignments assignments;

	@GetMapping("/assignments")
	String show(@RequestParam(required = false) @Nullable Integer year, @RequestParam(defaultValue = "") String metric,
			Person person, Model model) {
		model.addAttribute("spread", this.assignments.spread(person, year, metric, Spread.Typed.NOTHING));
		return "assignment/index";
	}

	/**
	 * Assigns the goals of one metric.
	 * @param parameters the goals under {@code goal.} and the bureau's id, what stood
	 * there before under {@code before.}
	 */
	@PostMapping("/assignments")
	String assign(@RequestParam(required = false) @Nullable Integer year,
			@RequestParam(defaultValue = "") String metric, @RequestParam Map<String, String> parameters, Person person,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		Map<Long, String> texts = texts("goal.", parameters);
		Spread spread = this.assignments.spread(person, year, metric, Spread.Typed.NOTHING);
		try {
			Map<Long, String> errors = this.assignments.assign(person, spread, texts, texts("before.", parameters));
			if (!errors.isEmpty()) {
				return again(spread, new Spread.Typed(texts, errors), HttpStatus.UNPROCESSABLE_CONTENT, person, model,
						response);
			}
		}
		catch (RefusedException ex) {
			model.addAttribute("refused", ex.getMessage());
			return again(spread, new Spread.Typed(texts, Map.of()), HttpStatus.CONFLICT, person, model, response);
		}
		flash.addFlashAttribute("flash", "已下达，各单位填报时就能看到");
		flash.addAttribute("year", spread.year());
		flash.addAttribute("metric", spread.metric().getCode());
		return "redirect:/assignments";
	}

	private String again(Spread spread, Spread.Typed typed, HttpStatus status, Person person, Model model,
			HttpServletResponse response) {
		response.setStatus(status.value());
		model.addAttribute("spread", this.assignments.spread(person, spread.year(), spread.metric().getCode(), typed));
		return "assignment/index";
	}

	private static Map<Long, String> texts(String prefix, Map<String, String> parameters) {
		Map<Long, String> texts = new HashMap<>();
		parameters.forEach((name, text) -> {
			if (name.matches(prefix.replace(".", "\\.") + "\\d{1,18}")) {
				texts.put(Long.valueOf(name.substring(prefix.length())), text);
			}
		});
		return texts;
	}

}
