package org.kebao.bureau;

import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.refusal.FormRefusal;
import org.kebao.refusal.NotVisibleException;

/**
 * The administrator's pages of the tree.
 */
@Controller
@RequestMapping("/admin/bureaus")
@RequiredArgsConstructor
class BureauController {

	private final Bureaus bureaus;

	@GetMapping
	String index(Model model) {
		model.addAttribute("tree", this.bureaus.tree());
		model.addAttribute("today", this.bureaus.today());
		return "bureau/index";
	}

	@GetMapping("/new")
	String make(@RequestParam(name = "parent", required = false) @Nullable Long parentId, Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form",
					BureauForm.below(parentId, this.bureaus.nextPosition(parentId), this.bureaus.today()));
		}
		model.addAttribute("parents", this.bureaus.choices());
		model.addAttribute("levels", this.bureaus.levelNames());
		return "bureau/new";
	}

	@PostMapping
	String create(@Valid @ModelAttribute("form") BureauForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		if (!errors.hasErrors()) {
			this.bureaus.found(form, errors);
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return make(null, model);
		}
		flash.addFlashAttribute("flash", "已新建机构“%s”".formatted(form.name()));
		return "redirect:/admin/bureaus";
	}

	@GetMapping("/{id}")
	String edit(@PathVariable Long id, Model model) {
		Bureau bureau = get(id);
		model.addAttribute("bureau", bureau);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", BureauForm.of(bureau));
		}
		Map<Long, String> parents = this.bureaus.choices();
		parents.keySet().removeAll(this.bureaus.idsFrom(id));
		model.addAttribute("parents", parents);
		model.addAttribute("levels", this.bureaus.levelNames());
		return "bureau/edit";
	}

	@PostMapping("/{id}")
	String change(@PathVariable Long id, @Valid @ModelAttribute("form") BureauForm form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		get(id);
		if (!errors.hasErrors()) {
			this.bureaus.change(id, form, errors);
		}
		if (errors.hasErrors()) {
			FormRefusal.tell(errors, response);
			return edit(id, model);
		}
		flash.addFlashAttribute("flash", "已保存机构“%s”".formatted(form.name()));
		return "redirect:/admin/bureaus";
	}

	@GetMapping("/{id}/deletion")
	String askBeforeDeletion(@PathVariable Long id, Model model) {
		model.addAttribute("bureau", get(id));
		model.addAttribute("reasons", this.bureaus.reasonsToKeep(id));
		return "bureau/deletion";
	}

	@PostMapping("/{id}/deletion")
	String delete(@PathVariable Long id, Model model, HttpServletResponse response, RedirectAttributes flash) {
		Bureau bureau = get(id);
		if (!this.bureaus.delete(id)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return askBeforeDeletion(id, model);
		}
		flash.addFlashAttribute("flash", "已删除机构“%s”".formatted(bureau.getName()));
		return "redirect:/admin/bureaus";
	}

	private Bureau get(Long id) {
		return this.bureaus.find(id).orElseThrow(() -> new NotVisibleException("Bureau " + id));
	}

}
