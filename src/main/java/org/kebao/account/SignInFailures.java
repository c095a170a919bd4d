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
public class SignInFailures {

	static final int LIMIT = 5;

	static final Duration PAUSE = Duration.ofMinutes(15);

	private final JdbcClient jdbc;

	private final Clock clock;

	/**
	 * Counts an attempt as failed, until {@link #forget} says otherwise: so attempts that
	 * arrive together are counted one by one. A pause without a failure begins the count
	 * anew; attempts during the pause don't lengthen it.
	 * @return whether the attempt may be looked at
	 */
	@Transactional
	public boolean admits(String username) {
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from sign_in_failures where last_at <= :since")
			.param("since", utc(now.minus(PAUSE)))
			.update();
		return this.jdbc.sql("""
				insert into sign_in_failures (username, failures, last_at) values (:username, 1, :now)
				on conflict (username) do update set failures = sign_in_failures.failures + 1,
				  last_at = case when sign_in_failures.failures < :limit then :now else sign_in_failures.last_at end
				returning failures""")
			.param("username", key(username))
			.param("now", utc(now))
			.param("limit", LIMIT)
			.query(Integer.class)
			.single() <= LIMIT;
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
