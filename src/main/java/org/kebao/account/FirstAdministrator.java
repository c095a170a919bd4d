package org.kebao.account;

import java.util.Optional;
import java.util.Set;

import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * An empty system gets its first administrator: with the password the operator chose
 * where that obeys the rules, else with one that is printed once. Either has been read by
 * others, so it is changed at the first sign-in.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@RequiredArgsConstructor
class FirstAdministrator implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(FirstAdministrator.class);

	private static final String USERNAME = "admin";

	private final Accounts accounts;

	@Value("${kebao.admin-password:}")
	private String chosen = "";

	@Override
	public void run(ApplicationArguments args) {
		if (!this.accounts.isEmpty()) {
			return;
		}
		Set<Role> roles = Set.of(Role.ADMINISTRATOR);
		Optional<String> refusal = PasswordRules.refusal(this.chosen, USERNAME, roles);
		if (refusal.isEmpty()) {
			this.accounts.create(USERNAME, "系统管理员", null, roles, this.chosen, true);
			logger.info(
					"The first administrator is \"admin\", with the password from KEBAO_ADMIN_PASSWORD, to be changed at the first sign-in");
			return;
		}
		if (!this.chosen.isEmpty()) {
			logger.warn("The password from KEBAO_ADMIN_PASSWORD is not taken: {}", refusal.get());
		}
		String password = OneTimePassword.generate();
		this.accounts.create(USERNAME, "系统管理员", null, roles, password, true);
		logger.warn(
				"The first administrator is \"admin\" with the one-time password {} (printed only now, to be changed at the first sign-in)",
				password);
	}

}
