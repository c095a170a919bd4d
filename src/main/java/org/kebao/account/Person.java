package org.kebao.account;

import java.io.Serializable;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Who is signed in. Any controller may ask for it as a parameter.
 *
 * @param id of the account
 * @param bureauId null for an administrator who belongs to none
 */
public record Person(Long id, String username, String name, @Nullable Long bureauId, String bureauName, Set<Role> roles,
		boolean mustChangePassword) implements Serializable {

	public boolean is(Role role) {
		return this.roles.contains(role);
	}

	public boolean isReporter() {
		return is(Role.REPORTER);
	}

	public boolean isSupervisor() {
		return is(Role.SUPERVISOR);
	}

	public boolean isAdministrator() {
		return is(Role.ADMINISTRATOR);
	}

	/** "填报员" or "填报员、审核员". */
	public String roleNames() {
		return this.roles.stream().sorted().map(Role::label).collect(Collectors.joining("、"));
	}

}
