package org.kebao.review;

import java.time.LocalDate;
import java.util.Optional;

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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Person;

/**
 * 审核: one report, and the three decisions on it.
 */
@Controller
@RequestMapping("/reports/{id}/review")
@RequiredArgsConstructor
class ReviewController {

	private static final String NUL = "文字里有无法保存的控制字符，请删去后再试";

	private final Reviews reviews;

	private final ReviewPage page;

	/** One more remark on the whole report; may be empty where others are pending. */
	record ReturnForm(@Size(max = Remark.LONGEST, message = "一条意见最多 {max} 字") @Pattern(regexp = "[^\\x00]*",
			message = NUL) String words) {

		ReturnForm(@Nullable String words) {
			this.words = plain(words);
		}

	}

	/** Why an approved report is opened again. */
	record ReopeningForm(@NotBlank(message = "请写明重新打开的原因") @Size(max = 500,
			message = "原因最多 {max} 字") @Pattern(regexp = "[^\\x00]*", message = NUL) String words) {

		ReopeningForm(@Nullable String words) {
			this.words = plain(words);
		}

	}

	@GetMapping
	String show(@PathVariable Long id, @RequestParam(required = false) @Nullable Integer version, Person person,
			Model model) {
		return this.page.show(id, person, version, model);
	}

	@PostMapping("/return")
	String sendBack(@PathVariable Long id, @RequestParam int revision, @Valid ReturnForm form, BindingResult errors,
			Person person, Model model, HttpServletResponse response, RedirectAttributes flash) {
		return this.page.attempt(new ReviewPage.Attempt(id, revision, "return", form.words()), errors, () -> {
			String until = window(this.reviews.sendBack(id, person, revision, form.words()));
			flash.addFlashAttribute("flash", "已退回，意见已发给填报单位" + until);
			return "redirect:/reports/%d/review".formatted(id);
		}, person, model, response);
	}

	@PostMapping("/approval")
	String approve(@PathVariable Long id, @RequestParam int revision, Person person, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		return this.page.attempt(new ReviewPage.Attempt(id, revision, "approval", ""), () -> {
			this.reviews.approve(id, person, revision);
			flash.addFlashAttribute("flash", "已审定，第 %d 版为定稿".formatted(revision));
			return "redirect:/reports/%d/review".formatted(id);
		}, person, model, response);
	}

	@PostMapping("/reopening")
	String reopen(@PathVariable Long id, @RequestParam int revision, @Valid ReopeningForm form, BindingResult errors,
			Person person, Model model, HttpServletResponse response, RedirectAttributes flash) {
		return this.page.attempt(new ReviewPage.Attempt(id, revision, "reopening", form.words()), errors, () -> {
			String until = window(this.reviews.reopen(id, person, revision, form.words()));
			flash.addFlashAttribute("flash", "已重新打开，填报单位可以修改" + until);
			return "redirect:/reports/%d/review".formatted(id);
		}, person, model, response);
	}

	private static String window(Optional<LocalDate> until) {
		return until.map((day) -> "；报告期已关闭，已给该单位延期至 " + day).orElse("");
	}

	private static String plain(@Nullable String words) {
		return (words != null) ? words.replace("\r\n", "\n").strip() : "";
	}

}
