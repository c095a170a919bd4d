package org.kebao.metric;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import lombok.RequiredArgsConstructor;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Person;
import org.kebao.bureau.Bureaus;

/**
 * The administrator's pages of the catalogue: which groups and metrics are asked for, and
 * in which order.
 */
@Controller
@RequestMapping("/admin/metrics")
@RequiredArgsConstructor
class MetricController {

	private final Metrics metrics;

	private final Bureaus bureaus;

	@GetMapping
	String index(@RequestParam(defaultValue = "") String q, Model model) {
		Catalogue catalogue = this.metrics.catalogue();
		model.addAttribute("groups", this.metrics.groups());
		model.addAttribute("catalogue", catalogue);
		model.addAttribute("levels", this.bureaus.levelNames());
		model.addAttribute("q", q.strip());
		model.addAttribute("found", q.isBlank() ? null : catalogue.search(q));
		return "metric/index";
	}

	@GetMapping("/{group}")
	String show(@PathVariable("group") String code, Model model) {
		model.addAttribute("group", this.metrics.group(code));
		model.addAttribute("catalogue", this.metrics.catalogue());
		model.addAttribute("levels", this.bureaus.levelNames());
		return "metric/show";
	}

	@PostMapping("/{group}/switch")
	String switchGroup(@PathVariable("group") String code, @RequestParam boolean active, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		MetricGroup group = this.metrics.group(code);
		Optional<String> refusal = this.metrics.switchGroup(code, active);
		if (refusal.isPresent()) {
			refuse(refusal.get(), model, response);
			return index("", model);
		}
		flash.addFlashAttribute("flash", "指标组“%s”已%s".formatted(group.getName(), active ? "启用" : "停用"));
		return "redirect:/admin/metrics#" + code;
	}

	@PostMapping("/{group}/position")
	String moveGroup(@PathVariable("group") String code, @RequestParam boolean up, RedirectAttributes flash) {
		MetricGroup group = this.metrics.group(code);
		this.metrics.moveGroup(code, up);
		flash.addFlashAttribute("flash", "指标组“%s”已%s".formatted(group.getName(), up ? "上移" : "下移"));
		return "redirect:/admin/metrics#" + code;
	}

	@PostMapping("/{group}/{metric}/retirement")
	String retire(@PathVariable("group") String groupCode, @PathVariable("metric") String code,
			@RequestParam boolean retired, Person person, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		Metric metric = this.metrics.metric(groupCode, code);
		Optional<String> refusal = this.metrics.retire(code, retired, person.id());
		if (refusal.isPresent()) {
			refuse(refusal.get(), model, response);
			return show(groupCode, model);
		}
		flash.addFlashAttribute("flash", "“%s”已%s".formatted(metric.getName(), retired ? "停用" : "启用"));
		return "redirect:/admin/metrics/%s#%s".formatted(groupCode, code);
	}

	@PostMapping("/{group}/{metric}/position")
	String move(@PathVariable("group") String groupCode, @PathVariable("metric") String code, @RequestParam boolean up,
			RedirectAttributes flash) {
		Metric metric = this.metrics.metric(groupCode, code);
		this.metrics.move(code, up);
		flash.addFlashAttribute("flash", "“%s”已%s".formatted(metric.getName(), up ? "上移" : "下移"));
		return "redirect:/admin/metrics/%s#%s".formatted(groupCode, code);
	}

	private static void refuse(String why, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("refusal", why);
	}

}
