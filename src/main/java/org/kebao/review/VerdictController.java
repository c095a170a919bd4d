package org.kebao.review;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Person;
import org.kebao.check.Explanation;

/**
 * 校核说明: accepts or rejects what a bureau says to a finding, one by one.
 */
@Controller
@RequestMapping("/reports/{id}/review/findings/{findingId}")
@RequiredArgsConstructor
class VerdictController {

	private final Reviews reviews;

	private final ReviewPage page;

	/**
	 * What is lacking; the phrase of a button, or the words beside it.
	 */
	record RejectionForm(@NotBlank(message = "请写明哪里没有说清") @Size(max = 500,
			message = "最多 {max} 字") @Pattern(regexp = "[^\\x00]*", message = "文字里有无法保存的控制字符，请删去后再试") String words) {

		RejectionForm(@Nullable String words) {
			this.words = plain(words);
		}

		private static String plain(@Nullable String words) {
			return (words != null) ? words.replace("\r\n", "\n").strip() : "";
		}

	}

	@PostMapping("/acceptance")
	String accept(@PathVariable Long id, @PathVariable Long findingId, @RequestParam int revision, Person person,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		return this.page.attempt(new ReviewPage.Attempt(id, revision, "acceptance-" + findingId, ""), () -> {
			this.reviews.judge(id, person, revision, findingId, Explanation.Verdict.ACCEPTED, "");
			flash.addFlashAttribute("flash", "已认可这条说明");
			return "redirect:/reports/%d/review#finding-%d".formatted(id, findingId);
		}, person, model, response);
	}

	@PostMapping("/rejection")
	String reject(@PathVariable Long id, @PathVariable Long findingId, @RequestParam int revision,
			@Valid RejectionForm form, BindingResult errors, Person person, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		return this.page.attempt(new ReviewPage.Attempt(id, revision, "rejection-" + findingId, form.words()), errors,
				() -> {
					this.reviews.judge(id, person, revision, findingId, Explanation.Verdict.REJECTED, form.words());
					flash.addFlashAttribute("flash", "已记下，退回后填报单位会看到");
					return "redirect:/reports/%d/review#finding-%d".formatted(id, findingId);
				}, person, model, response);
	}

}
