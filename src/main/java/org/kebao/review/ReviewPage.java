package org.kebao.review;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

import org.kebao.account.Person;
import org.kebao.refusal.NotVisibleException;
import org.kebao.refusal.RefusedException;

/**
 * The page of one review. What could not be done is told on the page it was asked on,
 * with what was typed.
 */
@Component
@RequiredArgsConstructor
class ReviewPage {

	private final Reviews reviews;

	/**
	 * Something a supervisor tries on the version he has before him.
	 *
	 * @param form which of the page's forms it came from
	 * @param words what was typed
	 */
	record Attempt(Long id, int revision, String form, String words) {
	}

	/**
	 * Why an attempt failed.
	 *
	 * @param conflict whether the report stands in the way, not what was typed
	 */
	record Refusal(String form, String words, String message, boolean conflict) {
	}

	String show(Long id, Person person, @Nullable Integer version, Model model) {
		model.addAttribute("reading", this.reviews.reading(id, person, version));
		return "review/show";
	}

	/**
	 * Does what was asked.
	 * @param step what to do; returns the view
	 */
	String attempt(Attempt attempt, Errors errors, Supplier<String> step, Person person, Model model,
			HttpServletResponse response) {
		if (errors.hasErrors()) {
			String message = errors.getAllErrors().get(0).getDefaultMessage();
			return again(attempt, (message != null) ? message : "", false, person, model, response);
		}
		return attempt(attempt, step, person, model, response);
	}

	String attempt(Attempt attempt, Supplier<String> step, Person person, Model model, HttpServletResponse response) {
		try {
			return step.get();
		}
		catch (RefusedException ex) {
			return again(attempt, ex.getMessage(), true, person, model, response);
		}
	}

	private String again(Attempt attempt, String message, boolean conflict, Person person, Model model,
			HttpServletResponse response) {
		response.setStatus((conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
		model.addAttribute("refusal", new Refusal(attempt.form(), attempt.words(), message, conflict));
		try {
			return show(attempt.id(), person, attempt.revision(), model);
		}
		catch (NotVisibleException ex) {
			if (!conflict) {
				throw ex;
			}
			// the bureau has taken it back in the meantime
			return "review/withdrawn";
		}
	}

}
