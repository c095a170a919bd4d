package org.kebao.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts failed sign-ins by what was typed, so that a name that exists and one that does
 * not behave alike.
 */
@Component
@RequiredArgsConstructor
class SignInFailures {

	static final int LIMIT = 5;

	static final Duration PAUSE = Duration.ofMinutes(15);

	private final JdbcClient jdbc;

	private final Clock clock;

	/** Whether the name has to wait. */
	@Transactional(readOnly = true)
	public boolean isShut(String username) {
		return this.jdbc.sql(
				"select count(*) from sign_in_failures where username = :username and failures >= :limit and last_at > :since")
			.param("username", key(username))
			.param("limit", LIMIT)
			.param("since", utc(this.clock.instant().minus(PAUSE)))
			.query(Integer.class)
			.single() > 0;
	}

	/** Counts one more; a pause without a failure begins the count anew. */
	@Transactional
	public void count(String username) {
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from sign_in_failures where last_at <= :since")
			.param("since", utc(now.minus(PAUSE)))
			.update();
		int updated = this.jdbc
			.sql("update sign_in_failures set failures = failures + 1, last_at = :now where username = :username")
			.param("now", utc(now))
			.param("username", key(username))
			.update();
		if (updated == 0) {
			this.jdbc.sql("insert into sign_in_failures (username, failures, last_at) values (:username, 1, :now)")
				.param("now", utc(now))
				.param("username", key(username))
				.update();
		}
	}

	@Transactional
	public void forget(String username) {
		this.jdbc.sql("delete from sign_in_failures where username = :username")
			.param("username", key(username))
			.update();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static String key(String username) {
		String clean = username.replace("\u0000", "");
		return clean.substring(0, Math.min(clean.length(), 64));
	}

}
