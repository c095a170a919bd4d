package org.kebao.signin;

import org.springframework.security.core.AuthenticationException;

/**
 * Nobody can be told yet whether the password is right.
 */
class StillLoadingException extends AuthenticationException {

	StillLoadingException() {
		super("The demo data are being loaded");
	}

}
