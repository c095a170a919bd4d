package org.kebao.filing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import lombok.RequiredArgsConstructor;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Person;
import org.kebao.field.Saving;
import org.kebao.refusal.RefusedException;
import org.kebao.report.Part;
import org.kebao.report.Progress;

/**
 * Saves what is typed: field by field for a script that saves as one types, a whole part
 * for a form without script. Both go the same way.
 */
@Controller
@RequiredArgsConstructor
class FieldController {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日 HH:mm");

	private final Writing writing;

	private final Filing filing;

	private final ReportPages pages;

	private final Clock clock;

	/** What a script sends. */
	record Batch(List<Saving.Wish> fields) {

		Batch {
			fields = List.copyOf(fields);
		}

	}

	/**
	 * What it is told: what became of each text, and what else on the page has changed.
	 */
	record Answer(List<Told> fields, List<Cell> cells, List<Word> words, List<Filing.Settled> promises,
			Map<String, Progress.PartProgress> parts, List<Notice> findings, String count, long unbound, String time) {
	}

	/**
	 * A saving with the name of the person who wrote what stands there.
	 *
	 * @param own whether that was the one who is told, on another page
	 */
	record Told(String field, Saving.Outcome outcome, String text, String version, String message, String by, String at,
			boolean own) {
	}

	@PostMapping(path = "/reports/{id}/fields", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Answer> save(@PathVariable Long id, @RequestBody Batch batch, Person person) {
		List<Saving> savings = this.writing.save(id, person, batch.fields());
		Filing.Sheet sheet = this.filing.sheet(id, person);
		return ResponseEntity.status(status(savings)).body(answer(savings, sheet, person));
	}

	@PostMapping(path = "/reports/{id}/fields", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	String save(@PathVariable Long id, @RequestParam MultiValueMap<String, String> parameters, Person person,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		Part part = Part.of(parameters.getFirst("part")).orElse(Part.METRICS);
		return this.pages.afterSaving(id, part, parameters, person, model, response, (savings) -> {
			flash.addFlashAttribute("flash",
					Stream.concat(Stream.of("已保存"), savings.stream().map(Saving::message))
						.filter((words) -> !words.isEmpty())
						.collect(Collectors.joining("。")));
			return "redirect:/reports/{id}/" + part.slug();
		});
	}

	/** A script gets the reason as text; the page shows it where it shows the saving. */
	@ExceptionHandler
	ResponseEntity<Map<String, String>> refused(RefusedException ex) {
		return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("refused", ex.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<Map<String, String>> unknown(IllegalArgumentException ex) {
		return ResponseEntity.badRequest().body(Map.of("refused", "没有这个栏目"));
	}

	private static HttpStatus status(List<Saving> savings) {
		return Saving.isConflict(savings) ? HttpStatus.CONFLICT
				: Saving.isRefused(savings) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
	}

	private Answer answer(List<Saving> savings, Filing.Sheet sheet, Person person) {
		Set<String> metrics = savings.stream()
			.map(Saving::field)
			.filter((field) -> field.startsWith("metric."))
			.map((field) -> field.split("\\.")[1])
			.collect(Collectors.toSet());
		Map<Long, String> names = this.filing.names(savings.stream()
			.filter((saving) -> saving.outcome() == Saving.Outcome.CONFLICT && saving.savedBy() != null)
			.map(Saving::savedBy)
			.collect(Collectors.toSet()));
		Filing.Found found = this.filing.found(sheet);
		return new Answer(savings.stream().map((saving) -> told(saving, names, person)).toList(),
				this.filing.touched(sheet, metrics), this.filing.words(sheet, metrics),
				this.filing.settled(sheet, savings.stream().map(Saving::field).collect(Collectors.toSet())),
				sheet.progress()
					.parts()
					.entrySet()
					.stream()
					.collect(Collectors.toMap((part) -> part.getKey().slug(), Map.Entry::getValue)),
				found.notices(), Notice.count(found.notices()), found.unbound(),
				TIME.format(this.clock.instant().atZone(this.clock.getZone())));
	}

	private Told told(Saving saving, Map<Long, String> names, Person person) {
		return new Told(saving.field(), saving.outcome(), saving.text(), saving.version(), saving.message(),
				Optional.ofNullable(saving.savedBy()).map(names::get).orElse(""),
				Optional.ofNullable(saving.savedAt()).map(this::print).orElse(""),
				person.id().equals(saving.savedBy()));
	}

	/** The time of today, with its day where that is another. */
	private String print(Instant at) {
		ZonedDateTime when = at.atZone(this.clock.getZone());
		return (when.toLocalDate().equals(LocalDate.now(this.clock)) ? TIME : DAY).format(when);
	}

}
