package org.kebao.account;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * What a password must be made of (practice under GB/T 22239—2019, domain handbook §4.1):
 * eight characters, an administrator's twelve, of three kinds.
 */
public final class PasswordRules {

	/** bcrypt reads no more than 72 bytes. */
	private static final int LONGEST = 72;

	private PasswordRules() {
	}

	/** Why the password is refused, nothing where it is good. */
	public static Optional<String> refusal(String password, String username, Set<Role> roles) {
		int shortest = roles.contains(Role.ADMINISTRATOR) ? 12 : 8;
		if (password.length() < shortest) {
			return Optional.of("密码至少 " + shortest + " 位");
		}
		if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST) {
			return Optional.of("密码太长，最多 72 个字节");
		}
		long kinds = Stream
			.<IntPredicate>of(Character::isUpperCase, Character::isLowerCase, Character::isDigit,
					(c) -> !Character.isLetterOrDigit(c))
			.filter((kind) -> password.chars().anyMatch(kind))
			.count();
		if (kinds < 3) {
			return Optional.of("密码须含大写字母、小写字母、数字、符号中的三种");
		}
		if (password.toLowerCase().contains(username.toLowerCase())) {
			return Optional.of("密码不能包含账号名");
		}
		return Optional.empty();
	}

}
