package org.kebao.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.BureauUse;
import org.kebao.bureau.Bureaus;

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
	 * Whether the person may do that with a report of that bureau: the own bureau fills
	 * it in, the own one and those above review it.
	 */
	@Transactional(readOnly = true)
	public boolean may(Person person, Right right, Long bureauId) {
		return switch (right) {
			case FILL, FIGURES, WORDS, SUBMIT -> person.may(right) && bureauId.equals(person.bureauId());
			case REVIEW -> bureausSupervisedBy(person).contains(bureauId);
			case ASSIGN, SURVEY, ADMINISTER -> throw new IllegalArgumentException(right + " is of no report");
		};
	}

	/** The roles that are in use here. */
	@Transactional(readOnly = true)
	public List<Role> roles() {
		Set<String> active = this.accounts.activeRoles();
		return Stream.of(Role.values()).filter((role) -> active.contains(role.name())).toList();
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
	void signOut(Account account) {
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

	String describe(Account account) {
		return "%s，%s，%s".formatted(account.getName(), bureauName(account),
				account.getRoles().stream().sorted().map(Role::label).collect(Collectors.joining("、")));
	}

}
