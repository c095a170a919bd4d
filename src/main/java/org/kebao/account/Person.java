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

	public boolean may(Right right) {
		return this.roles.stream().anyMatch((role) -> role.rights().contains(right));
	}

	public boolean mayWriteWords() {
		return may(Right.WORDS);
	}

	public boolean maySubmit() {
		return may(Right.SUBMIT);
	}

	public boolean mayReview() {
		return may(Right.REVIEW);
	}

	public boolean mayAssign() {
		return may(Right.ASSIGN);
	}

	public boolean maySurvey() {
		return may(Right.SURVEY);
	}

	public boolean mayAdminister() {
		return may(Right.ADMINISTER);
	}

	/** "填报员" or "填报员、审核员". */
	public String roleNames() {
		return this.roles.stream().sorted().map(Role::label).collect(Collectors.joining("、"));
	}

}
