package org.kebao.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;

import lombok.RequiredArgsConstructor;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.kebao.bureau.Bureaus;
import org.kebao.errand.Errand;
import org.kebao.refusal.FormRefusal;
import org.kebao.refusal.NotVisibleException;
import org.kebao.refusal.RefusedException;

/**
 * The administrator's pages of the accounts. A one-time password is shown in the answer
 * itself, without a redirect: so it is never kept anywhere.
 */
@Controller
@RequestMapping("/admin/accounts")
@RequiredArgsConstructor
class AccountController {

	/** No list is longer; no database skips more rows than it can count. */
	private static final int LAST_PAGE = 100_000;

	private static final int ROWS = 50;

	private final Accounts accounts;

	private final AccountEditor editor;

	private final Bureaus bureaus;

	@GetMapping
	String index(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") @Max(LAST_PAGE) int page,
			Model model) {
		String text = q.strip();
		Page<Account> found = this.editor.search(text, PageRequest.of(Math.max(page, 1) - 1, ROWS));
		model.addAttribute("q", text);
		model.addAttribute("accounts", found);
		model.addAttribute("bureaus",
				this.bureaus.byId(found.stream().map(Account::getBureauId).filter(Objects::nonNull).toList()));
		model.addAttribute("roles", Role.values());
		model.addAttribute("active", this.accounts.roles());
		return "account/index";
	}

	@PostMapping("/roles/{role}/switch")
	String switchRole(@PathVariable Role role, @RequestParam boolean active, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		try {
			this.editor.switchRole(role, active);
		}
		catch (RefusedException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("refusal", ex.getMessage());
			return index("", 1, model);
		}
		flash.addFlashAttribute("flash", "%s角色已%s".formatted(role.label(), active ? "启用" : "停用"));
		return "redirect:/admin/accounts";
	}

	@GetMapping("/new")
	String make(Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", AccountForm.EMPTY);
		}
		return choices(this.accounts.roles(), model, "account/new");
	}

	@PostMapping
	String create(@Valid @ModelAttribute("form") AccountForm form, BindingResult errors, Errand errand, Model model,
			HttpServletResponse response) {
		String password = OneTimePassword.generate();
		Optional<Account> account = errors.hasErrors() ? Optional.empty() : this.editor.create(form, password, errors);
		if (account.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return make(model);
		}
		return hand(account.get(), "账号“%s”已经建好了。", password, errand, model);
	}

	@GetMapping("/{id}")
	String edit(@PathVariable Long id, Model model) {
		Account account = get(id);
		model.addAttribute("account", account);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", AccountForm.of(account));
		}
		return choices(
				Stream.concat(this.accounts.roles().stream(), account.getRoles().stream()).distinct().sorted().toList(),
				model, "account/edit");
	}

	@PostMapping("/{id}")
	String change(@PathVariable Long id, @Valid @ModelAttribute("form") AccountForm form, BindingResult errors,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		Account account = get(id);
		if (!errors.hasErrors()) {
			this.editor.change(id, form, errors);
		}
		if (errors.hasErrors()) {
			FormRefusal.tell(errors, response);
			return edit(id, model);
		}
		flash.addFlashAttribute("flash", "已保存账号“%s”".formatted(account.getUsername()));
		return "redirect:/admin/accounts";
	}

	@PostMapping("/{id}/password")
	String resetPassword(@PathVariable Long id, Person me, Errand errand, Model model) {
		Account account = get(id);
		if (id.equals(me.id())) {
			return "redirect:/password";
		}
		String password = OneTimePassword.generate();
		this.editor.resetPassword(id, password);
		return hand(account, "账号“%s”的密码已经重置了。", password, errand, model);
	}

	@PostMapping("/{id}/locking")
	String lock(@PathVariable Long id, Person me, Model model, HttpServletResponse response, RedirectAttributes flash) {
		Account account = get(id);
		Optional<String> refusal = this.editor.lock(id, me);
		if (refusal.isPresent()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("refusal", refusal.get());
			return edit(id, model);
		}
		flash.addFlashAttribute("flash", "已停用账号“%s”".formatted(account.getUsername()));
		return "redirect:/admin/accounts/" + id;
	}

	@PostMapping("/{id}/unlocking")
	String unlock(@PathVariable Long id, RedirectAttributes flash) {
		Account account = get(id);
		this.editor.unlock(id);
		flash.addFlashAttribute("flash", "已启用账号“%s”".formatted(account.getUsername()));
		return "redirect:/admin/accounts/" + id;
	}

	private String hand(Account account, String done, String password, Errand errand, Model model) {
		errand.whenRepeated("/admin/accounts/" + account.getId(),
				done.formatted(account.getUsername()) + "一次性密码只显示一次；没有看到的，请按“重置密码”换一个新的。");
		model.addAttribute("username", account.getUsername());
		model.addAttribute("name", account.getName());
		model.addAttribute("password", password);
		return "account/one-time-password";
	}

	private String choices(List<Role> roles, Model model, String view) {
		Map<Role, String> names = new LinkedHashMap<>();
		roles.forEach((role) -> names.put(role, role.label()));
		model.addAttribute("roleNames", names);
		model.addAttribute("bureaus", this.bureaus.choices());
		return view;
	}

	private Account get(Long id) {
		return this.editor.find(id).orElseThrow(() -> new NotVisibleException("Account " + id));
	}

}
