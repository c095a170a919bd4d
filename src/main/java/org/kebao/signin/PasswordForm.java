package org.kebao.signin;

import java.util.Objects;

import jakarta.validation.constraints.NotBlank;

/**
 * What a person types to change the own password.
 */
record PasswordForm(@NotBlank(message = "请填现在的密码") String current, String chosen, String repeated) {

	static final PasswordForm EMPTY = new PasswordForm("", "", "");

	/** What a request leaves out was left empty. */
	PasswordForm {
		current = Objects.requireNonNullElse(current, "");
		chosen = Objects.requireNonNullElse(chosen, "");
		repeated = Objects.requireNonNullElse(repeated, "");
	}

}
