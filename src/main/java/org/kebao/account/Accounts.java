package org.kebao.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.BureauUse;
import org.kebao.bureau.Bureaus;
import org.kebao.refusal.RefusedException;

/**
 * The door to the accounts, and to what an account may see.
 */
@Service
@RequiredArgsConstructor
public class Accounts implements BureauUse {

	private final AccountRepository accounts;

	private final Bureaus bureaus;

	private final PasswordEncoder passwords;

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final SignInFailures failures;

	private final AuditLog audit;

	private final Clock clock;

	/**
	 * The bureaus whose reports exist for this person: a reporter's own, a supervisor's
	 * own and all below, all of them for an administrator.
	 */
	@Transactional(readOnly = true)
	public Set<Long> bureausSeenBy(Person person) {
		if (person.may(Right.ADMINISTER)) {
			return this.bureaus.all().stream().map(Bureau::getId).collect(Collectors.toSet());
		}
		return person.may(Right.REVIEW) ? bureausSupervisedBy(person) : Set.of(person.bureauId());
	}

	/**
	 * The bureaus whose reports this person decides on: own and below, for a supervisor.
	 */
	@Transactional(readOnly = true)
	public Set<Long> bureausSupervisedBy(Person person) {
		return person.may(Right.REVIEW) ? this.bureaus.idsFrom(person.bureauId()) : Set.of();
	}

	/**
	 * Whether the person may do that with a report of that bureau. Here, and nowhere
	 * else, it is decided.
	 */
	@Transactional(readOnly = true)
	public boolean may(Person person, Right right, Long bureauId) {
		return (right == Right.REVIEW) ? bureausSupervisedBy(person).contains(bureauId)
				: person.may(right) && bureauId.equals(person.bureauId());
	}

	/** The roles that are in use here. */
	@Transactional(readOnly = true)
	public List<Role> roles() {
		Set<String> active = this.accounts.activeRoles();
		return Stream.of(Role.values()).filter((role) -> active.contains(role.name())).toList();
	}

	/**
	 * Takes a role into use, or out of it.
	 * @throws RefusedException where it is to go and somebody still has it
	 */
	@Transactional
	void switchRole(Role role, boolean active) {
		int count = active ? 0 : this.accounts.countByRole(role.name());
		if (count > 0) {
			throw new RefusedException("还有 %d 个账号是%s，不能停用这个角色".formatted(count, role.label()));
		}
		if (this.accounts.switchRole(role.name(), active) > 0) {
			this.audit.add(Act.ACCOUNT_CHANGED, role.label(), active ? "启用角色" : "停用角色");
		}
	}

	/** Names of people by the ids of their accounts. */
	@Transactional(readOnly = true)
	public Map<Long, String> names(Collection<Long> ids) {
		return this.accounts.names(ids)
			.stream()
			.collect(Collectors.toMap(AccountRepository.AccountName::getId, AccountRepository.AccountName::getName));
	}

	@Transactional(readOnly = true)
	public boolean isEmpty() {
		return this.accounts.count() == 0;
	}

	/**
	 * Creates an account.
	 * @param mustChangePassword whether the owner chooses another at the first sign-in
	 */
	@Transactional
	public Account create(String username, String name, @Nullable Long bureauId, Set<Role> roles, String password,
			boolean mustChangePassword) {
		return add(new Newcomer(username, name, bureauId, roles), this.passwords.encode(password), mustChangePassword);
	}

	/**
	 * Somebody who is to have an account.
	 */
	public record Newcomer(String username, String name, @Nullable Long bureauId, Set<Role> roles) {
	}

	/**
	 * Creates accounts that nobody can sign in with until they are {@linkplain #open
	 * opened}.
	 */
	@Transactional
	public void createClosed(Collection<Newcomer> people) {
		people.forEach((one) -> add(one, Account.CLOSED, false));
	}

	/** Whether there are accounts that wait to be opened. */
	@Transactional(readOnly = true)
	public boolean areClosed() {
		return this.accounts.countByPasswordHash(Account.CLOSED) > 0;
	}

	/**
	 * Opens the accounts that wait for it, all at once.
	 * @param password one that is no secret, as that of a demo; it is encoded once
	 */
	@Transactional
	public void open(String password) {
		this.accounts.open(Account.CLOSED, this.passwords.encode(password));
	}

	private Account add(Newcomer one, String hash, boolean mustChangePassword) {
		Account account = this.accounts.saveAndFlush(new Account(one.username(), one.name(), one.bureauId(),
				one.roles(), hash, mustChangePassword, this.clock.instant()));
		this.audit.add(Act.ACCOUNT_CREATED, one.username(), describe(account));
		return account;
	}

	/** The person behind an account, as the rest of the house knows people. */
	@Transactional(readOnly = true)
	public Optional<Person> person(String username) {
		return this.accounts.findByUsername(username).map(this::person);
	}

	@Transactional(readOnly = true)
	public Optional<PersonDetails> details(String username) {
		return this.accounts.findByUsername(username)
			.map((account) -> new PersonDetails(person(account), account.getPasswordHash(), account.isLocked()));
	}

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
		return errors.hasErrors() ? Optional.empty()
				: Optional.of(create(form.username(), form.name(), form.bureauId(), form.roles(), password, true));
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
		String before = describe(account);
		account.change(form.name(), form.bureauId(), form.roles());
		this.audit.add(Act.ACCOUNT_CHANGED, account.getUsername(), "%s → %s".formatted(before, describe(account)));
		signOut(account);
	}

	private void check(AccountForm form, Set<Role> had, Errors errors) {
		List<Role> given = roles();
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
		signOut(account);
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
		signOut(account);
	}

	private boolean isLastAdministrator(Long id) {
		return this.accounts.lockAdministrators().equals(Set.of(id));
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<String> reasonToKeep(Long bureauId) {
		int count = this.accounts.countByBureauId(bureauId);
		return (count > 0) ? Optional.of("已有 %d 个账号".formatted(count)) : Optional.empty();
	}

	/** Changes one's own password; other sessions of the account end. */
	@Transactional
	public Person choosePassword(Person person, String password) {
		Account account = get(person.id());
		account.choosePassword(this.passwords.encode(password));
		this.audit.add(Act.PASSWORD_CHANGED, account.getUsername(), "");
		signOut(account);
		return person(account);
	}

	/** Whether it is one of the last five of this person. */
	@Transactional(readOnly = true)
	public boolean wasPassword(Person person, String password) {
		return get(person.id()).lastHashes().stream().anyMatch((hash) -> this.passwords.matches(password, hash));
	}

	@Transactional(readOnly = true)
	public boolean isPassword(Person person, String password) {
		return this.passwords.matches(password, get(person.id()).getPasswordHash());
	}

	/**
	 * What a session knows of its person is fixed at sign-in, so it ends with a change.
	 */
	private void signOut(Account account) {
		this.sessions.findByPrincipalName(account.getUsername()).keySet().forEach(this.sessions::deleteById);
	}

	private Account get(Long id) {
		return this.accounts.findById(id).orElseThrow();
	}

	private Person person(Account account) {
		return new Person(account.getId(), account.getUsername(), account.getName(), account.getBureauId(),
				bureauName(account), account.getRoles(), account.isMustChangePassword());
	}

	private String bureauName(Account account) {
		return Optional.ofNullable(account.getBureauId()).flatMap(this.bureaus::find).map(Bureau::getName).orElse("");
	}

	private String describe(Account account) {
		return "%s，%s，%s".formatted(account.getName(), bureauName(account),
				account.getRoles().stream().sorted().map(Role::label).collect(Collectors.joining("、")));
	}

}
