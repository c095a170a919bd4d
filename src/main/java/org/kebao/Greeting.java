package org.kebao;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.kebao.signin.SignInNotice;

/**
 * The last lines of the log at start: where to go, and as whom.
 */
@Component
class Greeting {

	private static final Logger logger = LoggerFactory.getLogger(Greeting.class);

	private final ObjectProvider<SignInNotice> notice;

	Greeting(ObjectProvider<SignInNotice> notice) {
		this.notice = notice;
	}

	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	void greet(ApplicationReadyEvent ready) {
		if (ready.getApplicationContext() instanceof WebServerApplicationContext context
				&& context.getWebServer() != null) {
			this.notice.ifAvailable((notice) -> {
				logger.info("Demo accounts, all with the password {}:", notice.password());
				notice.lines().forEach((line) -> logger.info("  {}  {}", line.username(), line.meaning()));
			});
			logger.info("Kebao 科报 is ready: http://localhost:{}", context.getWebServer().getPort());
		}
	}

}
