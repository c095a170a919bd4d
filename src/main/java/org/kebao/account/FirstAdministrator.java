package org.kebao.account;

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
 * An empty system gets its first administrator: with the password the operator chose, or
 * with one that is printed once and changed at the first sign-in.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@RequiredArgsConstructor
class FirstAdministrator implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(FirstAdministrator.class);

	private final Accounts accounts;

	@Value("${kebao.admin-password:}")
	private String chosen = "";

	@Override
	public void run(ApplicationArguments args) {
		if (!this.accounts.isEmpty()) {
			return;
		}
		if (!this.chosen.isEmpty()) {
			this.accounts.create("admin", "系统管理员", null, Set.of(Role.ADMINISTRATOR), this.chosen, false);
			logger.info("The first administrator is \"admin\", with the password from KEBAO_ADMIN_PASSWORD");
			return;
		}
		String password = OneTimePassword.generate();
		this.accounts.create("admin", "系统管理员", null, Set.of(Role.ADMINISTRATOR), password, true);
		logger.warn(
				"The first administrator is \"admin\" with the one-time password {} (printed only now, to be changed at the first sign-in)",
				password);
	}

}
