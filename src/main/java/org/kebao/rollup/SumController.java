package org.kebao.rollup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.kebao.account.Person;

/**
 * 汇总: the sums of a bureau and all below it.
 */
@Controller
@RequiredArgsConstructor
class SumController {

	private final SumTables tables;

	@GetMapping("/rollup")
	String show(@RequestParam(required = false) @Nullable Long period,
			@RequestParam(required = false) @Nullable Long bureau,
			@RequestParam(defaultValue = "false") boolean approved, @RequestParam(defaultValue = "") String metric,
			Person person, Model model) {
		SumTables.Choice choice = new SumTables.Choice(period, bureau, approved);
		if (metric.isEmpty()) {
			SumTable table = this.tables.table(person, choice);
			model.addAttribute("scope", table.scope());
			model.addAttribute("groups", table.groups());
			return "rollup/index";
		}
		MetricSum table = this.tables.table(person, choice, metric);
		model.addAttribute("scope", table.scope());
		model.addAttribute("table", table);
		return "rollup/show";
	}

	@GetMapping("/rollup/figures.xlsx")
	void export(@RequestParam(required = false) @Nullable Long period,
			@RequestParam(required = false) @Nullable Long bureau,
			@RequestParam(defaultValue = "false") boolean approved, Person person, HttpServletResponse response)
			throws IOException {
		FiguresWorkbook workbook = this.tables.workbook(person, new SumTables.Choice(period, bureau, approved));
		response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(workbook.name(), StandardCharsets.UTF_8).build().toString());
		workbook.write(response.getOutputStream());
	}

}
