package org.kebao.audit;

import java.time.Clock;

import jakarta.validation.constraints.Max;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The log, to be read.
 */
@Controller
@RequiredArgsConstructor
class AuditController {

	/** No list is longer; no database skips more rows than it can count. */
	private static final int LAST_PAGE = 100_000;

	private static final int ROWS = 50;

	private final AuditLog log;

	private final Clock clock;

	@GetMapping("/admin/audit")
	String index(@RequestParam(required = false) @Nullable Act act, @RequestParam(defaultValue = "") String actor,
			@RequestParam(defaultValue = "1") @Max(LAST_PAGE) int page, Model model) {
		String who = actor.strip();
		model.addAttribute("entries", this.log.latest(act, who, PageRequest.of(Math.max(page, 1) - 1, ROWS)));
		model.addAttribute("acts", Act.values());
		model.addAttribute("act", act);
		model.addAttribute("actor", who);
		model.addAttribute("zone", this.clock.getZone());
		return "audit/index";
	}

}
