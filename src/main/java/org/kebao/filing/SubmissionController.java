package org.kebao.filing;

import jakarta.servlet.http.HttpServletResponse;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.mention.Mentions;
import org.kebao.refusal.RefusedException;
import org.kebao.report.Reports;

/**
 * 报送 and 撤回. What is still missing is shown first.
 */
@Controller
@RequiredArgsConstructor
class SubmissionController {

	private final Reports reports;

	private final Filing filing;

	private final Mentions mentions;

	@GetMapping("/reports/{id}/submission")
	String show(@PathVariable Long id, Person person, Model model) {
		Filing.Sheet sheet = this.filing.ready(this.filing.sheet(id, person, Right.SUBMIT));
		if (!sheet.writable()) {
			return "redirect:/reports/{id}";
		}
		model.addAttribute("sheet", sheet);
		return "filing/submission";
	}

	@PostMapping("/reports/{id}/submission")
	String submit(@PathVariable Long id, Person person, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		try {
			// what is read now is only looked up while the report is locked
			this.mentions.prepare(id, person);
			this.reports.submit(id, person);
		}
		catch (RefusedException ex) {
			return refused(id, ex, person, model, response);
		}
		flash.addFlashAttribute("flash", "已报送，等待审核");
		return "redirect:/reports/{id}";
	}

	@PostMapping("/reports/{id}/submission/withdrawal")
	String withdraw(@PathVariable Long id, Person person, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		try {
			this.reports.withdraw(id, person);
		}
		catch (RefusedException ex) {
			return refused(id, ex, person, model, response);
		}
		flash.addFlashAttribute("flash", "已撤回，可以继续修改");
		return "redirect:/reports/{id}";
	}

	private String refused(Long id, RefusedException ex, Person person, Model model, HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_CONFLICT);
		Filing.Sheet sheet = this.filing.ready(this.filing.sheet(id, person, Right.SUBMIT));
		model.addAttribute("sheet", sheet);
		model.addAttribute("report", sheet.report());
		model.addAttribute("refused", ex.getMessage());
		return sheet.writable() ? "filing/submission" : "filing/show";
	}

}
