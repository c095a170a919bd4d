package org.kebao.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.persistence.EntityManager;
import lombok.RequiredArgsConstructor;
import org.hibernate.FlushMode;
import org.hibernate.Session;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.kebao.account.Person;
import org.kebao.database.ConditionalOnDemo;

/**
 * Where the invented past is played: scene by scene, each with its own day and its own
 * people, and each in a transaction of its own.
 */
@Component
@ConditionalOnDemo
@RequiredArgsConstructor
class DemoStage {

	/** So many scenes are played at a time, where they do not touch one another. */
	private static final int HANDS = 2;

	private final DemoClock clock;

	private final TransactionTemplate transactions;

	private final EntityManager entities;

	/** Plays a scene: all of it happens, or nothing. */
	void play(Runnable scene) {
		try {
			this.transactions.executeWithoutResult((status) -> {
				// what is asked for in between is never what has just been changed
				this.entities.unwrap(Session.class).setHibernateFlushMode(FlushMode.COMMIT);
				scene.run();
			});
		}
		finally {
			this.clock.turnToNow();
			SecurityContextHolder.clearContext();
		}
	}

	/** Plays scenes that do not touch one another, and waits for the last of them. */
	void playTogether(List<Runnable> scenes) {
		ExecutorService hands = Executors.newFixedThreadPool(HANDS);
		try {
			List<Callable<Object>> plays = scenes.stream()
				.map((scene) -> Executors.callable(() -> play(scene)))
				.toList();
			for (Future<Object> played : hands.invokeAll(plays)) {
				played.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The demo data do not fit the house", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The demo data are not all there", ex);
		}
		finally {
			hands.shutdownNow();
		}
	}

	/** From here on it is ten in the morning of that day. */
	void at(LocalDate day) {
		this.clock.turnTo(day.atTime(LocalTime.of(10, 0)).atZone(this.clock.getZone()).toInstant());
	}

	/** From here on it is that person's name that stands in the log. */
	void act(Person person) {
		SecurityContextHolder.getContext()
			.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person.username(), null, List.of()));
	}

	/** What was done so far is there to be asked for. */
	void settle() {
		this.entities.flush();
		// so many rows are not to be watched for changes until the end
		this.entities.clear();
	}

}
