package org.kebao.errand;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.kebao.refusal.RefusedException;

/**
 * The errands of a day, in the database, so that several copies of the application see
 * the same. Whoever comes first claims one; nobody holds a connection while another
 * works. A claim lives as long as the application that made it shows signs of life; who
 * takes a dead one over may rely on it that nothing was committed in its name, for a
 * commit says so in the same transaction.
 */
@Component
@RequiredArgsConstructor
class Errands {

	static final Duration DEAD = Duration.ofSeconds(15);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final long PAUSE = 100;

	private static final TypeReference<Map<String, Object>> TOLD = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Set<UUID> running = ConcurrentHashMap.newKeySet();

	/**
	 * By which an errand is known.
	 *
	 * @param form the form it came from, as it was shown once
	 * @param digest of all that was sent
	 */
	record Name(String username, String form, String digest) {
	}

	/**
	 * What became of a wish to begin: the errand is yours, or this came of it before.
	 */
	record Begun(@Nullable Errand errand, Errand.@Nullable Answer answer) {
	}

	private record Standing(@Nullable String location, @Nullable String told, boolean committed, boolean dead) {
	}

	/**
	 * Claims the errand, or waits for what comes of it under another's hands.
	 */
	Begun begin(Name name) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		do {
			UUID claim = UUID.randomUUID();
			this.running.add(claim);
			if (claim(name, claim)) {
				return new Begun(new Errand(claim), null);
			}
			this.running.remove(claim);
			Optional<Standing> found = standing(name);
			if (found.isEmpty()) {
				continue;
			}
			Standing standing = found.get();
			if (standing.location() != null) {
				return new Begun(null,
						new Errand.Answer(standing.location(), this.json.readValue(standing.told(), TOLD)));
			}
			if (standing.committed() && standing.dead()) {
				throw new RefusedException("刚才的操作已经保存过内容，但在回答您之前中断了。这一次没有重复办理；请到相应的页面核对，还缺的再办。");
			}
			pause();
		}
		while (System.nanoTime() < end);
		throw new RefusedException("刚才的同一操作还在办理，这一次没有重复办理；请稍后刷新页面看结果。");
	}

	private boolean claim(Name name, UUID claim) {
		return this.jdbc.sql("""
				insert into errands (username, form, digest, claim, claimed_at, alive_at)
				values (:username, :form, :digest, :claim, now(), now())
				on conflict (username, form, digest) do update set claim = :claim, claimed_at = now(), alive_at = now()
				where errands.location is null and not errands.committed
				and errands.alive_at < now() - make_interval(secs => :dead)""")
			.param("username", name.username())
			.param("form", name.form())
			.param("digest", name.digest())
			.param("claim", claim)
			.param("dead", DEAD.toSeconds())
			.update() == 1;
	}

	private Optional<Standing> standing(Name name) {
		return this.jdbc.sql("""
				select location, told, committed, alive_at < now() - make_interval(secs => :dead) dead from errands
				where username = :username and form = :form and digest = :digest""")
			.param("username", name.username())
			.param("form", name.form())
			.param("digest", name.digest())
			.param("dead", DEAD.toSeconds())
			.query(Standing.class)
			.optional();
	}

	/**
	 * Writes down, within the transaction that is about to commit, that it did something
	 * in the name of this errand. Where somebody took the errand over meanwhile, because
	 * this application seemed dead, the transaction is not committed.
	 */
	void committing(Errand errand) {
		if (this.jdbc.sql("update errands set committed = true where claim = ?").param(errand.claim()).update() == 0) {
			throw new RefusedException("这一操作已由您的另一次提交接着办理，这一次没有重复办理；请刷新页面看结果。");
		}
	}

	/** Keeps what came of it, for whoever asks again. */
	void answer(Errand errand, Errand.Answer answer) {
		this.jdbc.sql("update errands set location = ?, told = ? where claim = ?")
			.params(answer.location(), this.json.writeValueAsString(answer.told()), errand.claim())
			.update();
		this.running.remove(errand.claim());
	}

	/** It was not done: whoever asks again may try. */
	void release(Errand errand) {
		this.jdbc.sql("delete from errands where claim = ?").param(errand.claim()).update();
		this.running.remove(errand.claim());
	}

	/** It broke off, after something was committed: nobody begins it anew. */
	void breakOff(Errand errand) {
		this.jdbc.sql("update errands set alive_at = '-infinity' where claim = ?").param(errand.claim()).update();
		this.running.remove(errand.claim());
	}

	/** Passes by what is just being committed, which needs no sign of life. */
	@Scheduled(fixedDelay = 3000)
	void live() {
		if (!this.running.isEmpty()) {
			this.jdbc.sql("""
					update errands set alive_at = now() where claim in
					(select claim from errands where claim = any(:running) for update skip locked)""")
				.param("running", this.running.toArray(UUID[]::new))
				.update();
		}
	}

	@Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
	void forget() {
		this.jdbc.sql("delete from errands where claimed_at < now() - interval '1 day'").update();
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
