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
import org.springframework.web.bind.annotation.RequestParam;

import org.kebao.account.Person;
import org.kebao.register.Paper;
import org.kebao.register.Register;
import org.kebao.report.Reports;

@Controller
@RequiredArgsConstructor
class SummaryController {

	static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	/**
	 * What a paper in its frame may do: nothing but stand there in its own style, on a
	 * page of ours.
	 */
	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; "
			+ "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

	private final Summaries summaries;

	private final Reports reports;

	private final Register register;

	/** The page around the paper. */
	@GetMapping("/reports/{id}/summary")
	String show(@PathVariable Long id, @RequestParam(required = false) @Nullable Long template,
			@RequestParam(defaultValue = "true") boolean annex, Person person, Model model) {
		Paper paper = this.register.paper(id, person);
		model.addAttribute("paper", paper);
		model.addAttribute("summary", this.summaries.summary(paper, template, annex));
		model.addAttribute("annex", annex);
		model.addAttribute("writing", paper.revision() == null && this.reports.takesWriting(paper.report()));
		model.addAttribute("title", this.reports.title(paper.report()));
		return "summary/show";
	}

	/**
	 * The paper itself, for the frames of our pages: the very document that is exported,
	 * so that no style of a page reaches it, and what is printed here and there is the
	 * same.
	 */
	@GetMapping("/reports/{id}/paper")
	ResponseEntity<byte[]> paper(@PathVariable Long id, @RequestParam(required = false) @Nullable Long template,
			@RequestParam(defaultValue = "true") boolean annex, Person person) {
		Summaries.Summary summary = this.summaries.summary(this.register.paper(id, person), template, annex);
		return ResponseEntity.ok()
			.contentType(HTML)
			.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
			.body(summary.html().getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/reports/{id}/summary.html")
	ResponseEntity<byte[]> export(@PathVariable Long id, @RequestParam(required = false) @Nullable Long template,
			@RequestParam(defaultValue = "true") boolean annex, Person person) {
		Summaries.Export export = this.summaries.export(this.register.paper(id, person), template, annex);
		return ResponseEntity.ok()
			.contentType(HTML)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(export.name(), StandardCharsets.UTF_8).build().toString())
			.body(export.html());
	}

}
