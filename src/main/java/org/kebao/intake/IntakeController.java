package org.kebao.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Person;
import org.kebao.field.NotSavedException;
import org.kebao.field.Saving;
import org.kebao.refusal.RefusedException;

/**
 * The metric table of a report as a workbook, out and in. Between the upload and its
 * confirmation the server keeps nothing: the form carries the proposal, and the save path
 * reads it with the same eyes as anything typed.
 */
@Controller
@RequiredArgsConstructor
class IntakeController {

	private static final MediaType XLSX = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private static final String BASE = "base.";

	private static final String PLACE = "at.";

	/** The two readings of a cell that shows another number than it stores. */
	private static final String STORED = "stored.";

	private static final String SEEN = "seen.";

	private final Intake intake;

	@GetMapping("/reports/{id}/metrics.xlsx")
	ResponseEntity<byte[]> download(@PathVariable Long id, Person person) {
		MetricTable table = this.intake.export(id, person);
		return ResponseEntity.ok()
			.contentType(XLSX)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(table.fileName(), StandardCharsets.UTF_8)
						.build()
						.toString())
			.body(WorkbookWriter.write(table));
	}

	@GetMapping("/reports/{id}/intake")
	String choose(@PathVariable Long id, Person person, Model model) {
		try {
			return show(id, person, model);
		}
		catch (RefusedException ex) {
			return "redirect:/reports/{id}";
		}
	}

	private String show(Long id, Person person, Model model) {
		model.addAttribute("subject", this.intake.title(this.intake.writable(id, person)));
		model.addAttribute("id", id);
		return "intake/upload";
	}

	@PostMapping("/reports/{id}/intake")
	String propose(@PathVariable Long id, @RequestParam(required = false) @Nullable MultipartFile file, Person person,
			Model model, HttpServletResponse response) {
		String page = show(id, person, model);
		try {
			Proposal proposal = read(id, file, person);
			model.addAttribute("proposal", proposal);
			if (!proposal.refusals().isEmpty()) {
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			}
			return "intake/proposal";
		}
		catch (UnreadableException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("refused", ex.getMessage());
			return page;
		}
	}

	private Proposal read(Long id, @Nullable MultipartFile file, Person person) {
		if (file == null || (file.isEmpty() && "".equals(file.getOriginalFilename()))) {
			throw new UnreadableException("请先选择要上传的文件");
		}
		try {
			Path path = Files.createTempFile("kebao-intake", ".xlsx");
			try {
				file.transferTo(path);
				return this.intake.propose(id, person, path);
			}
			finally {
				Files.deleteIfExists(path);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@PostMapping("/reports/{id}/intake/confirmation")
	String confirm(@PathVariable Long id, @RequestParam Map<String, String> parameters, Person person, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		List<Intake.Confirmed> sent = sent(parameters);
		if (sent.isEmpty()) {
			model.addAttribute("refused", "没有要保存的改动，请重新上传");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(id, person, model);
		}
		if (sent.stream().anyMatch(Intake.Confirmed::isOpen)) {
			model.addAttribute("undecided", true);
			return again(id, person, sent, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
		}
		try {
			this.intake.confirm(id, person, sent.stream().map(Intake.Confirmed::wish).toList());
			flash.addFlashAttribute("flash", "已按表格保存 " + sent.size() + " 处改动");
			return "redirect:/reports/{id}/metrics";
		}
		catch (NotSavedException ex) {
			model.addAttribute("unsaved", true);
			return again(id, person, sent,
					Saving.isConflict(ex.getSavings()) ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT, model,
					response);
		}
	}

	private String again(Long id, Person person, List<Intake.Confirmed> sent, HttpStatus status, Model model,
			HttpServletResponse response) {
		show(id, person, model);
		model.addAttribute("proposal", this.intake.propose(id, person, sent));
		response.setStatus(status.value());
		return "intake/proposal";
	}

	/** A field no report has was not sent by our page. */
	@ExceptionHandler
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	String unknown(IllegalArgumentException ex) {
		return "error/4xx";
	}

	private static List<Intake.Confirmed> sent(Map<String, String> parameters) {
		return parameters.keySet()
			.stream()
			.filter((name) -> name.startsWith(BASE + "metric."))
			.map((name) -> name.substring(BASE.length()))
			.filter((field) -> parameters.containsKey(field) || parameters.containsKey(STORED + field))
			.map((field) -> new Intake.Confirmed(
					new Saving.Wish(field, parameters.getOrDefault(field, ""), parameters.get(BASE + field)),
					parameters.getOrDefault(PLACE + field, ""),
					Stream.of(STORED + field, SEEN + field).map(parameters::get).filter(Objects::nonNull).toList()))
			.toList();
	}

}
