package org.kebao;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords as they are kept, at the least strength there is: every test makes its own
 * people, and the real one is slow on purpose.
 */
@TestConfiguration(proxyBeanMethods = false)
class QuickPasswords {

	@Bean
	@Primary
	PasswordEncoder quickEncoder() {
		return new BCryptPasswordEncoder(4);
	}

}
