package org.kebao.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * 账号: a person who may sign in.
 */
@Entity
@Table(name = "accounts")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Account {

	/** Stands for a password that nobody has. */
	static final String CLOSED = "";

	static final int REMEMBERED = 5;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Version
	private @Nullable Integer version;

	private String username;

	private String name;

	private @Nullable Long bureauId;

	@ElementCollection(fetch = FetchType.LAZY)
	@CollectionTable(name = "account_roles", joinColumns = @JoinColumn(name = "account_id"))
	@Column(name = "role")
	@Enumerated(EnumType.STRING)
	@Getter(AccessLevel.NONE)
	private Set<Role> roles = EnumSet.noneOf(Role.class);

	@Getter(AccessLevel.PACKAGE)
	private String passwordHash;

	/** Those before the present one, the newest first. */
	@ElementCollection(fetch = FetchType.LAZY)
	@CollectionTable(name = "earlier_passwords", joinColumns = @JoinColumn(name = "account_id"))
	@OrderColumn(name = "position")
	@Column(name = "password_hash")
	@Getter(AccessLevel.NONE)
	private List<String> earlierHashes = new ArrayList<>();

	private boolean mustChangePassword;

	private boolean locked;

	private Instant createdAt;

	/**
	 * A new account.
	 * @param mustChangePassword whether the password was chosen by somebody else
	 */
	Account(String username, String name, @Nullable Long bureauId, Set<Role> roles, String passwordHash,
			boolean mustChangePassword, Instant now) {
		this.username = username;
		this.passwordHash = passwordHash;
		this.mustChangePassword = mustChangePassword;
		this.createdAt = now;
		change(name, bureauId, roles);
	}

	public Set<Role> getRoles() {
		return Set.copyOf(this.roles);
	}

	final void change(String name, @Nullable Long bureauId, Set<Role> roles) {
		if (roles.isEmpty()) {
			throw new IllegalArgumentException("Account %s needs a role".formatted(this.username));
		}
		if (bureauId == null && !roles.equals(Set.of(Role.ADMINISTRATOR))) {
			throw new IllegalArgumentException("Only an administrator belongs to no bureau: " + this.username);
		}
		this.name = name;
		this.bureauId = bureauId;
		this.roles.retainAll(roles);
		this.roles.addAll(roles);
	}

	void lock(boolean locked) {
		this.locked = locked;
	}

	/** A password set by an administrator; its owner changes it at the next sign-in. */
	void resetPassword(String passwordHash) {
		replacePassword(passwordHash);
		this.mustChangePassword = true;
	}

	void choosePassword(String passwordHash) {
		replacePassword(passwordHash);
		this.mustChangePassword = false;
	}

	private void replacePassword(String passwordHash) {
		this.earlierHashes.add(0, this.passwordHash);
		if (this.earlierHashes.size() >= REMEMBERED) {
			this.earlierHashes.subList(REMEMBERED - 1, this.earlierHashes.size()).clear();
		}
		this.passwordHash = passwordHash;
	}

	/** The last five, which are not taken again (domain handbook §4.1). */
	List<String> lastHashes() {
		return Stream.concat(Stream.of(this.passwordHash), this.earlierHashes.stream()).toList();
	}

}
