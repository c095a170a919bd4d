package org.kebao.account;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.Zxcvbn;

/**
 * What a password must be made of (practice under GB/T 22239—2019, domain handbook §4.1):
 * eight characters, an administrator's twelve, of three kinds, and nothing that stands in
 * the lists people guess from.
 */
public final class PasswordRules {

	/** What the fields are called in which one is typed; no page shows them again. */
	public static final Set<String> FIELDS = Set.of("password", "current", "chosen", "repeated");

	/** bcrypt reads no more than 72 bytes. */
	private static final int LONGEST = 72;

	/** Some three hundred million guesses, as a power of ten. */
	private static final double GUESSES = 8.5;

	/** What everybody here thinks of first. */
	private static final List<String> HERE = List.of("kebao", "keji", "kejiju", "kjj", "keguan");

	private static final Zxcvbn guesser = new Zxcvbn();

	private PasswordRules() {
	}

	/** Why the password is refused, nothing where it is good. */
	public static Optional<String> refusal(String password, String username, Set<Role> roles) {
		int shortest = roles.contains(Role.ADMINISTRATOR) ? 12 : 8;
		if (password.length() < shortest) {
			return Optional.of("密码至少 " + shortest + " 位");
		}
		if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
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
		List<String> known = Stream.concat(HERE.stream(), Stream.of(username)).toList();
		return (guesser.measure(password, known).getGuessesLog10() < GUESSES) ? Optional.of("这个密码太常见，容易被猜到，请换一个")
				: Optional.empty();
	}

}
