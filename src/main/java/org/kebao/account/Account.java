package org.kebao.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

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
		this.passwordHash = passwordHash;
		this.mustChangePassword = true;
	}

	void choosePassword(String passwordHash) {
		this.passwordHash = passwordHash;
		this.mustChangePassword = false;
	}

}
