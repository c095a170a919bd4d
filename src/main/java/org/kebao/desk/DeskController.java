package org.kebao.desk;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.rollup.Board;
import org.kebao.rollup.Standing;

/**
 * 工作台: the first page after signing in.
 */
@Controller
@RequiredArgsConstructor
class DeskController {

	private final Desk desk;

	@GetMapping("/")
	String index(Person person, Model model) {
		if (person.may(Right.FILL)) {
			model.addAttribute("work", this.desk.work(person));
		}
		if (person.may(Right.REVIEW)) {
			model.addAttribute("waiting", this.desk.waiting(person));
		}
		if (person.may(Right.SURVEY)) {
			Board board = this.desk.board(person);
			model.addAttribute("board", board);
			model.addAttribute("overdue", Standing.OVERDUE);
			model.addAttribute("own", board.of(person.bureauId()).orElse(null));
		}
		return "desk/index";
	}

}
