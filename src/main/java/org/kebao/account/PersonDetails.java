package org.kebao.account;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A person as Spring Security wants to see it.
 */
public final class PersonDetails implements UserDetails, CredentialsContainer {

	private final Person person;

	private @Nullable String passwordHash;

	private final boolean locked;

	public PersonDetails(Person person, @Nullable String passwordHash, boolean locked) {
		this.person = person;
		this.passwordHash = passwordHash;
		this.locked = locked;
	}

	public Person person() {
		return this.person;
	}

	/** What a person may do is asked of the person. */
	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of();
	}

	@Override
	public @Nullable String getPassword() {
		return this.passwordHash;
	}

	@Override
	public String getUsername() {
		return this.person.username();
	}

	@Override
	public boolean isEnabled() {
		return !this.locked;
	}

	@Override
	public void eraseCredentials() {
		this.passwordHash = null;
	}

}
