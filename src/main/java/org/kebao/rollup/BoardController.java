package org.kebao.rollup;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.kebao.account.Person;

/**
 * 报送进度: the board of one period.
 */
@Controller
@RequiredArgsConstructor
class BoardController {

	private final Rollup rollup;

	@GetMapping("/board")
	String show(@RequestParam(required = false) @Nullable Long period, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") String state, Person person, Model model) {
		Standing standing = Standing.named(state).orElse(null);
		model.addAttribute("board", this.rollup.board(person, period, q, standing));
		model.addAttribute("standings", Standing.values());
		model.addAttribute("state", standing);
		model.addAttribute("q", q);
		return "rollup/board";
	}

}
