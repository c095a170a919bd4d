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

/**
 * 意见: remarks that were not sent yet.
 */
@Controller
@RequestMapping("/reports/{id}/review/remarks")
@RequiredArgsConstructor
class RemarkController {

	private final Reviews reviews;

	private final ReviewPage page;

	/** What was typed. */
	record RemarkForm(@NotBlank(message = "请写下意见") @Size(max = Remark.LONGEST,
			message = "一条意见最多 {max} 字") @Pattern(regexp = "[^\\x00]*", message = "文字里有无法保存的控制字符，请删去后再试") String words) {

		RemarkForm(@Nullable String words) {
			this.words = (words != null) ? words.replace("\r\n", "\n").strip() : "";
		}

	}

	@PostMapping
	String add(@PathVariable Long id, @RequestParam int revision, @RequestParam String place, @Valid RemarkForm form,
			BindingResult errors, Person person, Model model, HttpServletResponse response, RedirectAttributes flash) {
		return this.page.attempt(new ReviewPage.Attempt(id, revision, "remark-" + place, form.words()), errors, () -> {
			Remark remark = this.reviews.remark(id, person, revision, place, form.words());
			flash.addFlashAttribute("flash", "意见已记下，退回时一并发给填报单位");
			return "redirect:/reports/%d/review#%s".formatted(id, RemarkPlace.anchor(remark.getPlace()));
		}, person, model, response);
	}

	@PostMapping("/{remarkId}")
	String change(@PathVariable Long id, @PathVariable Long remarkId, @RequestParam int revision,
			@Valid RemarkForm form, BindingResult errors, Person person, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		return this.page.attempt(new ReviewPage.Attempt(id, revision, "change-" + remarkId, form.words()), errors,
				() -> {
					Remark remark = this.reviews.changeRemark(id, person, revision, remarkId, form.words());
					flash.addFlashAttribute("flash", "意见已修改");
					return "redirect:/reports/%d/review#%s".formatted(id, RemarkPlace.anchor(remark.getPlace()));
				}, person, model, response);
	}

	@PostMapping("/{remarkId}/deletion")
	String delete(@PathVariable Long id, @PathVariable Long remarkId, @RequestParam int revision, Person person,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		return this.page.attempt(new ReviewPage.Attempt(id, revision, "deletion-" + remarkId, ""), () -> {
			Remark remark = this.reviews.deleteRemark(id, person, revision, remarkId);
			flash.addFlashAttribute("flash", "意见已删除");
			return "redirect:/reports/%d/review#%s".formatted(id, RemarkPlace.anchor(remark.getPlace()));
		}, person, model, response);
	}

}
