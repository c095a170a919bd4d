package org.kebao.account;

import java.security.SecureRandom;

/**
 * A password somebody is handed once and changes at the first sign-in.
 */
final class OneTimePassword {

	/** Without the letters and digits people mistake for each other. */
	private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789-_+";

	private static final int LENGTH = 16;

	private static final SecureRandom random = new SecureRandom();

	private OneTimePassword() {
	}

	static String generate() {
		return random.ints(LENGTH, 0, ALPHABET.length())
			.collect(StringBuilder::new, (text, index) -> text.append(ALPHABET.charAt(index)), StringBuilder::append)
			.toString();
	}

}
