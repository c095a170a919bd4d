package org.kebao.summary;

import java.nio.charset.StandardCharsets;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import org.kebao.account.Person;
import org.kebao.report.Paper;
import org.kebao.report.Reports;

@Controller
@RequiredArgsConstructor
class SummaryController {

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private final Summaries summaries;

	private final Reports reports;

	/** The page, or for the preview beside a text the paper alone. */
	@GetMapping("/reports/{id}/summary")
	String show(@PathVariable Long id, @RequestParam(required = false) @Nullable Long template,
			@RequestParam(defaultValue = "true") boolean annex, Person person,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
		Paper paper = this.reports.paper(id, person);
		model.addAttribute("paper", paper);
		model.addAttribute("summary", this.summaries.summary(paper, template, annex));
		model.addAttribute("annex", annex);
		model.addAttribute("writing",
				part == null && paper.revision() == null && this.reports.takesWriting(paper.report()));
		model.addAttribute("title", this.reports.title(paper.report()));
		return (part != null) ? "summary/show :: aside" : "summary/show";
	}

	@GetMapping("/reports/{id}/summary.html")
	ResponseEntity<byte[]> export(@PathVariable Long id, @RequestParam(required = false) @Nullable Long template,
			@RequestParam(defaultValue = "true") boolean annex, Person person) {
		Summaries.Export export = this.summaries.export(this.reports.paper(id, person), template, annex);
		return ResponseEntity.ok()
			.contentType(HTML)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(export.name(), StandardCharsets.UTF_8).build().toString())
			.body(export.html());
	}

}
