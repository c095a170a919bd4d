package org.kebao.account;

import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Makes a request of a test that of a person.
 */
public final class SignedIn {

	private SignedIn() {
	}

	public static RequestPostProcessor as(Person person) {
		return SecurityMockMvcRequestPostProcessors.user(new PersonDetails(person, null, false));
	}

}
