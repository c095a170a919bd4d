package org.kebao.review;

import jakarta.validation.constraints.Max;
import lombok.RequiredArgsConstructor;

import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.kebao.account.Person;

/**
 * 待审核: the queue.
 */
@Controller
@RequiredArgsConstructor
class QueueController {

	/** No list is longer; no database skips more rows than it can count. */
	private static final int LAST_PAGE = 100_000;

	private static final int ROWS = 20;

	private final Reviews reviews;

	@GetMapping("/reviews")
	String index(@RequestParam(defaultValue = "1") @Max(LAST_PAGE) int page, Person person, Model model) {
		model.addAttribute("queue", this.reviews.queue(person, PageRequest.of(Math.max(page, 1) - 1, ROWS)));
		return "review/index";
	}

}
