package org.kebao.filing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import lombok.RequiredArgsConstructor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.amount.Amount;
import org.kebao.amount.Certainty;
import org.kebao.field.Saving;
import org.kebao.metric.Metric;
import org.kebao.report.Entry;
import org.kebao.report.Limits;
import org.kebao.report.Part;
import org.kebao.report.PlanTarget;
import org.kebao.review.Reviews;
import org.kebao.revision.Aim;

/**
 * Fills the model of a report's page, for whoever shows it: at first sight, or again
 * after something was refused.
 */
@Component
@RequiredArgsConstructor
class ReportPages {

	private static final Map<Part, Entry.Kind> KINDS = Map.of(Part.ACHIEVEMENTS, Entry.Kind.ACHIEVEMENT, Part.CASES,
			Entry.Kind.CASE, Part.PROBLEMS, Entry.Kind.PROBLEM, Part.PLAN, Entry.Kind.MEASURE, Part.SUGGESTIONS,
			Entry.Kind.SUGGESTION);

	private final Filing filing;

	private final Writing writing;

	private final Reviews reviews;

	private final JsonMapper json;

	/**
	 * Saves what a plain form brought along and goes on to the step it asked for, which
	 * changes words. Where a text was refused the page is shown again with it, and the
	 * step is not taken.
	 */
	String afterSaving(Long id, Part part, MultiValueMap<String, String> parameters, Person person, Model model,
			HttpServletResponse response, Supplier<String> step) {
		this.filing.require(id, person, Right.WORDS);
		return afterSaving(id, part, parameters, person, model, response, (savings) -> step.get());
	}

	/** The same for a step of anybody that is told what became of the texts. */
	String afterSaving(Long id, Part part, MultiValueMap<String, String> parameters, Person person, Model model,
			HttpServletResponse response, Function<List<Saving>, String> step) {
		TypedForm form = new TypedForm(parameters);
		List<Saving> savings = this.writing.save(id, person, form.wishes());
		Typed typed = new Typed(person, savings, form.texts());
		if (!typed.isBad()) {
			return step.apply(savings);
		}
		response.setStatus(Saving.isConflict(savings) ? HttpServletResponse.SC_CONFLICT
				: HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(id, part, person, typed, model);
	}

	String show(Long id, Part part, Person person, Model model) {
		return show(id, part, person, new Typed(person, List.of(), Map.of()), model);
	}

	/**
	 * The page with what was typed and could not be saved still in its fields.
	 */
	String show(Long id, Part part, Person person, Typed typed, Model model) {
		Filing.Sheet sheet = this.filing.sheet(id, person);
		model.addAttribute("sheet", sheet);
		model.addAttribute("report", sheet.report());
		if (!sheet.writable() || !person.may(part.right())) {
			model.addAttribute("fillable", Stream.of(Part.values()).filter((one) -> person.may(one.right())).toList());
			return "filing/show";
		}
		model.addAttribute("part", part);
		model.addAttribute("parts", sheet.progress().parts());
		model.addAttribute("fullness", Limits.warning(sheet.report()));
		model.addAttribute("typed", typed);
		model.addAttribute("previous", this.filing.previous(sheet).orElse(null));
		model.addAttribute("remarks", new Remarks(this.reviews.lastReturn(id).orElse(null), part, places(sheet, part)));
		Filing.Found found = this.filing.found(sheet);
		List<Notice> notices = found.notices();
		model.addAttribute("unbound", found.unbound());
		model.addAttribute("notices", notices);
		model.addAttribute("noticed", notices.stream().collect(Collectors.groupingBy(Notice::metric)));
		model.addAttribute("placed",
				notices.stream()
					.filter((notice) -> notice.spot() != null)
					.collect(Collectors.groupingBy(Notice::place)));
		model.addAttribute("found",
				this.json.writeValueAsString(notices.stream()
					.filter((notice) -> notice.spot() != null && notice.part().equals(part.slug()))
					.toList()));
		model.addAttribute("mends", "/reports/%d/mends".formatted(id));
		model.addAttribute("noticeCount", Notice.count(notices));
		if (part == Part.METRICS) {
			model.addAttribute("groups", this.filing.table(sheet));
			model.addAttribute("certainties", Certainty.values());
		}
		else if (part == Part.COMPLETION) {
			model.addAttribute("completion", this.filing.completion(sheet));
			// the year before settled other promises
			model.addAttribute("previous", null);
		}
		else {
			model.addAttribute("kind", KINDS.get(part));
			model.addAttribute("entries", sheet.report().entries(KINDS.get(part)));
			model.addAttribute("themes", sheet.vocabulary().themes());
		}
		if (part == Part.PLAN) {
			model.addAttribute("targets",
					sheet.report().targets().stream().map((target) -> TargetLine.of(target, sheet)).toList());
			model.addAttribute("aims", Aim.values());
			model.addAttribute("metrics",
					sheet.vocabulary().catalogue().asked().stream().filter((metric) -> !metric.isComputed()).toList());
		}
		return "filing/edit";
	}

	private Set<String> places(Filing.Sheet sheet, Part part) {
		if (part == Part.COMPLETION) {
			return this.filing.completion(sheet)
				.lines()
				.stream()
				.map((line) -> "promise:" + line.id())
				.collect(Collectors.toSet());
		}
		if (part == Part.METRICS) {
			return sheet.vocabulary()
				.catalogue()
				.asked()
				.stream()
				.map((metric) -> "metric:" + metric.getCode())
				.collect(Collectors.toSet());
		}
		Stream<String> entries = sheet.report()
			.entries(KINDS.get(part))
			.stream()
			.map((entry) -> "entry:" + entry.getId());
		Stream<String> targets = sheet.report().targets().stream().map((target) -> "target:" + target.getId());
		return ((part == Part.PLAN) ? Stream.concat(entries, targets) : entries).collect(Collectors.toSet());
	}

	/**
	 * A target as it is filled in.
	 *
	 * @param metric the code of its metric, "" for none
	 */
	record TargetLine(PlanTarget target, String metric, String amount) {

		static TargetLine of(PlanTarget target, Filing.Sheet sheet) {
			return new TargetLine(target,
					Optional.ofNullable(target.getMetricId())
						.flatMap(sheet.vocabulary().catalogue()::find)
						.map(Metric::getCode)
						.orElse(""),
					Amount.print(target.getAmount()));
		}

	}

	/**
	 * What was typed on the page that is shown again.
	 *
	 * @param savings what became of each text
	 * @param texts what was typed, by field
	 */
	record Typed(Person writer, List<Saving> savings, Map<String, String> texts) {

		/** A text whose place is gone, and why. */
		record Lost(String message, String text) {
		}

		/** What the field shows: the refused text, or what is saved. */
		public String text(String field, String saved) {
			return refused(field) ? this.texts.get(field) : saved;
		}

		public boolean refused(String field) {
			return this.savings.stream()
				.anyMatch((saving) -> saving.field().equals(field) && saving.outcome() != Saving.Outcome.SAVED);
		}

		public String message(String field) {
			return this.savings.stream()
				.filter((saving) -> saving.field().equals(field) && saving.outcome() != Saving.Outcome.SAVED)
				.findFirst()
				.map((saving) -> (saving.outcome() == Saving.Outcome.CONFLICT) ? conflict(saving) : saving.message())
				.orElse("");
		}

		/** How what was saved was understood, "" where that is plain. */
		public String understood(String field) {
			return this.savings.stream()
				.filter((saving) -> saving.field().equals(field) && saving.outcome() == Saving.Outcome.SAVED)
				.findFirst()
				.map(Saving::message)
				.orElse("");
		}

		private String conflict(Saving saving) {
			boolean own = this.writer.id().equals(saving.savedBy());
			return (own ? "您在另一个页面改过这里" : "别人刚刚改过这里") + "，现在保存的是：" + saving.text();
		}

		/** What was typed for places that are not there any more. */
		public List<Lost> gone() {
			return this.savings.stream()
				.filter((saving) -> saving.outcome() == Saving.Outcome.GONE)
				.map((saving) -> new Lost(saving.message(), this.texts.get(saving.field())))
				.filter((lost) -> !lost.text().isBlank())
				.toList();
		}

		public String version(String text) {
			return Saving.version(text);
		}

		public boolean isBad() {
			return this.savings.stream().anyMatch((saving) -> saving.outcome() != Saving.Outcome.SAVED);
		}

	}

}
