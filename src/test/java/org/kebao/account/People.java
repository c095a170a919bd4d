package org.kebao.account;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;

/**
 * Named people of the tests; they need no account to look at pages.
 */
public final class People {

	private People() {
	}

	public static Person administrator() {
		return person("admin", "管理员甲", null, Role.ADMINISTRATOR);
	}

	public static Person reporter(Long bureauId) {
		return person("zhou", "周文", bureauId, Role.REPORTER);
	}

	public static Person supervisor(Long bureauId) {
		return person("zheng", "郑明", bureauId, Role.SUPERVISOR);
	}

	private static Person person(String username, String name, @Nullable Long bureauId, Role role) {
		return new Person(-1L, username, name, bureauId, "", Set.of(role), false);
	}

	/** What only the room itself may do, for the tests of those who depend on it. */
	public static void lock(ApplicationContext context, Account account) {
		context.getBean(AccountEditor.class).lock(account.getId(), administrator());
	}

	public static void lock(Account account) {
		account.lock(true);
	}

	public static void resetPassword(Account account, String passwordHash) {
		account.resetPassword(passwordHash);
	}

}
