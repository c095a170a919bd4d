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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The administrator's pages of the catalogue: which groups and metrics are asked for, and
 * in which order.
 */
@Controller
@RequestMapping("/admin/metrics")
@RequiredArgsConstructor
class MetricController {

	private final Metrics metrics;

	@GetMapping
	String index(Model model) {
		model.addAttribute("groups", this.metrics.groups());
		model.addAttribute("catalogue", this.metrics.catalogue());
		return "metric/index";
	}

	@GetMapping("/{group}")
	String show(@PathVariable("group") String code, Model model) {
		model.addAttribute("group", group(code));
		model.addAttribute("catalogue", this.metrics.catalogue());
		return "metric/show";
	}

	@PostMapping("/{group}/switch")
	String switchGroup(@PathVariable("group") String code, @RequestParam boolean active, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		MetricGroup group = group(code);
		Optional<String> refusal = this.metrics.switchGroup(code, active);
		if (refusal.isPresent()) {
			refuse(refusal.get(), model, response);
			return index(model);
		}
		flash.addFlashAttribute("flash", "指标组“%s”已%s".formatted(group.getName(), active ? "启用" : "停用"));
		return "redirect:/admin/metrics#" + code;
	}

	@PostMapping("/{group}/position")
	String moveGroup(@PathVariable("group") String code, @RequestParam boolean up, RedirectAttributes flash) {
		MetricGroup group = group(code);
		this.metrics.moveGroup(code, up);
		flash.addFlashAttribute("flash", "指标组“%s”已%s".formatted(group.getName(), up ? "上移" : "下移"));
		return "redirect:/admin/metrics#" + code;
	}

	@PostMapping("/{group}/{metric}/retirement")
	String retire(@PathVariable("group") String groupCode, @PathVariable("metric") String code,
			@RequestParam boolean retired, Model model, HttpServletResponse response, RedirectAttributes flash) {
		Metric metric = metric(groupCode, code);
		Optional<String> refusal = this.metrics.retire(code, retired);
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
		Metric metric = metric(groupCode, code);
		this.metrics.move(code, up);
		flash.addFlashAttribute("flash", "“%s”已%s".formatted(metric.getName(), up ? "上移" : "下移"));
		return "redirect:/admin/metrics/%s#%s".formatted(groupCode, code);
	}

	private static void refuse(String why, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("refusal", why);
	}

	private MetricGroup group(String code) {
		return this.metrics.groups()
			.stream()
			.filter((group) -> group.getCode().equals(code))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private Metric metric(String groupCode, String code) {
		return this.metrics.catalogue()
			.find(code)
			.filter((metric) -> metric.getGroup().getCode().equals(groupCode))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
