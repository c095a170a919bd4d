package org.kebao.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;

import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.account.Accounts;
import org.kebao.account.PasswordRules;
import org.kebao.account.Person;
import org.kebao.account.PersonDetails;
import org.kebao.account.SignInFailures;
import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;

@Controller
@RequiredArgsConstructor
class PasswordController {

	private final Accounts accounts;

	private final SignInFailures failures;

	private final AuditLog audit;

	@GetMapping("/password")
	String edit(Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", PasswordForm.EMPTY);
		}
		return "signin/password";
	}

	@PostMapping("/password")
	String change(@Valid @ModelAttribute("form") PasswordForm form, BindingResult errors, Person person, Model model,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
		if (!errors.hasErrors()) {
			requireCurrent(form.current(), person, errors);
		}
		PasswordRules.refusal(form.chosen(), person.username(), person.roles())
			.ifPresent((why) -> errors.rejectValue("chosen", "weak", why));
		if (!errors.hasErrors() && this.accounts.wasPassword(person, form.chosen())) {
			errors.rejectValue("chosen", "used", "不能与最近五次用过的密码相同");
		}
		if (!form.chosen().equals(form.repeated())) {
			errors.rejectValue("repeated", "different", "两次填的不一样");
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return edit(model);
		}
		Person changed = this.accounts.choosePassword(person, form.chosen());
		signInAgain(changed, request, response);
		flash.addFlashAttribute("flash", "密码已修改");
		return "redirect:/";
	}

	/** Who sits down at somebody else's desk guesses no more often than at the door. */
	private void requireCurrent(String current, Person person, BindingResult errors) {
		if (!this.failures.admits(person.username())) {
			errors.rejectValue("current", "paused", "失败次数过多，请 15 分钟后再试");
		}
		else if (this.accounts.isPassword(person, current)) {
			this.failures.forget(person.username());
			return;
		}
		else {
			errors.rejectValue("current", "wrong", "现在的密码不对。连续 5 次不正确，须等 15 分钟");
		}
		this.audit.add(Act.SIGN_IN_FAILED, person.username(), "修改密码时");
	}

	/** The change ended every session of the account, this one too. */
	private static void signInAgain(Person person, HttpServletRequest request, HttpServletResponse response) {
		request.getSession().invalidate();
		PersonDetails details = new PersonDetails(person, null, false);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(
				UsernamePasswordAuthenticationToken.authenticated(details, null, details.getAuthorities()));
		SecurityContextHolder.setContext(context);
		new HttpSessionSecurityContextRepository().saveContext(context, request, response);
	}

}
