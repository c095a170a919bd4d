package org.kebao.account;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import lombok.RequiredArgsConstructor;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.bureau.Bureaus;
import org.kebao.refusal.RefusedException;

/**
 * What an administrator does with accounts and roles.
 */
@Service
@RequiredArgsConstructor
class AccountEditor {

	private final Accounts people;

	private final AccountRepository accounts;

	private final Bureaus bureaus;

	private final PasswordEncoder passwords;

	private final SignInFailures failures;

	private final AuditLog audit;

	/** Those whose username, name or bureau has the text in it. */
	@Transactional(readOnly = true)
	Page<Account> search(String text, Pageable page) {
		Set<Long> bureauIds = text.isEmpty() ? Set.of() : this.bureaus.idsNamed(text);
		Page<Account> found = this.accounts.find(text, bureauIds, page);
		this.accounts.withRoles(found.getContent());
		return found;
	}

	@Transactional(readOnly = true)
	Optional<Account> find(Long id) {
		return this.accounts.findById(id);
	}

	/**
	 * Creates an account, or says beside the field why not.
	 * @param password to be changed at the first sign-in
	 */
	@Transactional
	Optional<Account> create(AccountForm form, String password, Errors errors) {
		if (this.accounts.isTaken(form.username())) {
			errors.rejectValue("username", "taken", "这个账号已经有了");
		}
		check(form, Set.of(), errors);
		return errors.hasErrors() ? Optional.empty() : Optional
			.of(this.people.create(form.username(), form.name(), form.bureauId(), form.roles(), password, true));
	}

	/** Changes an account, or says beside the field why not. */
	@Transactional
	void change(Long id, AccountForm form, Errors errors) {
		boolean last = isLastAdministrator(id);
		Account account = get(id);
		if (!Objects.equals(account.getVersion(), form.version())) {
			errors.reject("changed");
			return;
		}
		if (last && !form.roles().contains(Role.ADMINISTRATOR)) {
			errors.rejectValue("roles", "last", "这是最后一个可用的管理员，不能去掉管理员角色");
		}
		check(form, account.getRoles(), errors);
		if (errors.hasErrors()) {
			return;
		}
		String before = this.people.describe(account);
		account.change(form.name(), form.bureauId(), form.roles());
		this.audit.add(Act.ACCOUNT_CHANGED, account.getUsername(),
				"%s → %s".formatted(before, this.people.describe(account)));
		this.people.signOut(account);
	}

	private void check(AccountForm form, Set<Role> had, Errors errors) {
		List<Role> given = this.people.roles();
		form.roles()
			.stream()
			.filter((role) -> !given.contains(role) && !had.contains(role))
			.forEach((role) -> errors.rejectValue("roles", "off", "没有启用%s角色".formatted(role.label())));
		if (form.lacksBureau()) {
			errors.rejectValue("bureauId", "missing", "除管理员外，都须属于一个机构");
		}
		else if (form.bureauId() != null && this.bureaus.find(form.bureauId()).isEmpty()) {
			errors.rejectValue("bureauId", "unknown", "没有这个机构");
		}
	}

	/**
	 * Locks an account out.
	 * @return why not, nothing where it was done
	 */
	@Transactional
	Optional<String> lock(Long id, Person by) {
		if (id.equals(by.id())) {
			return Optional.of("不能停用自己的账号");
		}
		if (isLastAdministrator(id)) {
			return Optional.of("这是最后一个可用的管理员，不能停用");
		}
		Account account = get(id);
		account.lock(true);
		this.audit.add(Act.ACCOUNT_CHANGED, account.getUsername(), "停用");
		this.people.signOut(account);
		return Optional.empty();
	}

	/** Lets an account in again, and ends a pause after failed attempts. */
	@Transactional
	void unlock(Long id) {
		Account account = get(id);
		account.lock(false);
		this.audit.add(Act.ACCOUNT_CHANGED, account.getUsername(), "启用");
		this.failures.forget(account.getUsername());
	}

	/** Sets a password that its owner changes at the next sign-in. */
	@Transactional
	void resetPassword(Long id, String password) {
		Account account = get(id);
		account.resetPassword(this.passwords.encode(password));
		this.failures.forget(account.getUsername());
		this.audit.add(Act.ACCOUNT_CHANGED, account.getUsername(), "重置密码");
		this.people.signOut(account);
	}

	private boolean isLastAdministrator(Long id) {
		return this.accounts.lockAdministrators().equals(Set.of(id));
	}

	/**
	 * Takes a role into use, or out of it.
	 * @throws RefusedException where it is to go and somebody still has it
	 */
	@Transactional
	void switchRole(Role role, boolean active) {
		if (this.accounts.switchRole(role.name(), active) > 0) {
			this.audit.add(Act.ACCOUNT_CHANGED, "角色：" + role.label(), active ? "启用" : "停用");
		}
		else if (!active && this.people.roles().contains(role)) {
			throw new RefusedException(
					"还有 %d 个账号是%s，不能停用这个角色".formatted(this.accounts.countByRole(role.name()), role.label()));
		}
	}

	private Account get(Long id) {
		return this.accounts.findById(id).orElseThrow();
	}

}
