package org.kebao.filing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import lombok.RequiredArgsConstructor;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.refusal.NotVisibleException;
import org.kebao.report.Entry;
import org.kebao.report.Reports;

/**
 * Adds, deletes, restores and orders the entries of a report. The form around them comes
 * along, so what was typed is saved before anything moves.
 */
@Controller
@RequiredArgsConstructor
class EntryController {

	private final Reports reports;

	private final Filing filing;

	private final ReportPages pages;

	@PostMapping("/reports/{id}/entries")
	String add(@PathVariable Long id, @RequestParam Entry.Kind kind,
			@RequestParam MultiValueMap<String, String> parameters, Person person, Model model,
			HttpServletResponse response) {
		return this.pages.afterSaving(id, kind.part(), parameters, person, model, response, () -> {
			Entry entry = this.reports.write(id, person, Right.WORDS, (draft) -> draft.addEntry(kind));
			return "redirect:/reports/{id}/" + kind.part().slug() + "#entry-" + entry.getId();
		});
	}

	@PostMapping("/reports/{id}/entries/{entryId}/deletion")
	String delete(@PathVariable Long id, @PathVariable Long entryId,
			@RequestParam MultiValueMap<String, String> parameters, Person person, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		Entry.Kind kind = kind(id, entryId, person);
		return this.pages.afterSaving(id, kind.part(), parameters, person, model, response, () -> {
			Entry entry = this.reports.write(id, person, Right.WORDS, (draft) -> draft.deleteEntry(entryId, true));
			flash.addFlashAttribute("deleted", entry.getHeading().isBlank() ? "一项" + kind.label()
					: this.filing.print(this.filing.sheet(id, person), entry.getHeading()));
			flash.addFlashAttribute("restoration", "/reports/" + id + "/entries/" + entryId + "/restoration");
			return "redirect:/reports/{id}/" + kind.part().slug();
		});
	}

	@PostMapping("/reports/{id}/entries/{entryId}/restoration")
	String restore(@PathVariable Long id, @PathVariable Long entryId, Person person) {
		Entry entry = this.reports.write(id, person, Right.WORDS, (draft) -> draft.deleteEntry(entryId, false));
		return "redirect:/reports/{id}/" + entry.getKind().part().slug() + "#entry-" + entryId;
	}

	/** One step up or down, for those without script or with a keyboard. */
	@PostMapping("/reports/{id}/entries/{entryId}/move")
	String move(@PathVariable Long id, @PathVariable Long entryId, @RequestParam int by,
			@RequestParam MultiValueMap<String, String> parameters, Person person, Model model,
			HttpServletResponse response) {
		Entry.Kind kind = kind(id, entryId, person);
		return this.pages.afterSaving(id, kind.part(), parameters, person, model, response, () -> {
			this.reports.write(id, person, Right.WORDS, (draft) -> draft.orderEntries(kind,
					moved(draft.report().entries(kind).stream().map(Entry::getId).toList(), entryId, by)));
			return "redirect:/reports/{id}/" + kind.part().slug() + "#entry-" + entryId;
		});
	}

	@PostMapping("/reports/{id}/entries/order")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void order(@PathVariable Long id, @RequestParam Entry.Kind kind, @RequestParam("id") List<Long> ids,
			Person person) {
		this.reports.write(id, person, Right.WORDS, (draft) -> draft.orderEntries(kind, ids));
	}

	static List<Long> moved(List<Long> ids, Long id, int by) {
		List<Long> moved = new ArrayList<>(ids);
		int from = moved.indexOf(id);
		int to = from + Integer.signum(by);
		if (from >= 0 && to >= 0 && to < moved.size()) {
			Collections.swap(moved, from, to);
		}
		return moved;
	}

	private Entry.Kind kind(Long id, Long entryId, Person person) {
		return this.reports.own(id, person)
			.entry(entryId)
			.map(Entry::getKind)
			.orElseThrow(() -> new NotVisibleException("Entry " + entryId));
	}

}
