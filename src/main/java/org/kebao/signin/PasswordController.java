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

@Controller
@RequiredArgsConstructor
class PasswordController {

	private final Accounts accounts;

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
		if (!errors.hasErrors() && !this.accounts.isPassword(person, form.current())) {
			errors.rejectValue("current", "wrong", "现在的密码不对");
		}
		PasswordRules.refusal(form.chosen(), person.username(), person.roles())
			.ifPresent((why) -> errors.rejectValue("chosen", "weak", why));
		if (form.chosen().equals(form.current())) {
			errors.rejectValue("chosen", "same", "新密码不能与现在的相同");
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
