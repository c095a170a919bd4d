package org.kebao.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;

import org.kebao.account.Person;
import org.kebao.account.PersonDetails;
import org.kebao.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class TurnsTests {

	private static final int REFUSED = 429;

	private final List<Thread> threads = new CopyOnWriteArrayList<>();

	private final ExecutorService people = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task);
		this.threads.add(thread);
		return thread;
	});

	private final CountDownLatch done = new CountDownLatch(1);

	private final AtomicInteger working = new AtomicInteger();

	@AfterEach
	void end() {
		this.done.countDown();
		this.people.shutdownNow();
	}

	@Test
	void onePersonsRequestsQueueUpAndAnotherIsServedAtOnce() throws Exception {
		Turns turns = new Turns(2, 100, 10_000);
		List<Future<Integer>> many = new ArrayList<>();
		for (int i = 0; i < 14; i++) {
			many.add(this.people.submit(() -> request(turns, 1, true)));
		}
		until(2);
		assertThat(this.people.submit(() -> request(turns, 2, false)).get(5, TimeUnit.SECONDS)).isEqualTo(200);
		assertThat(this.working).as("of the first one").hasValue(2);
		this.done.countDown();
		for (Future<Integer> one : many) {
			assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(200);
		}
	}

	@Test
	void whoSendsTooManyIsToldSo() throws Exception {
		Turns turns = new Turns(1, 3, 10_000);
		CompletionService<Integer> answers = new ExecutorCompletionService<>(this.people);
		answers.submit(() -> request(turns, 1, true));
		until(1);
		for (int i = 0; i < 20; i++) {
			answers.submit(() -> request(turns, 1, true));
		}
		for (int i = 0; i < 17; i++) {
			assertThat(answers.take().get()).isEqualTo(REFUSED);
		}
		this.done.countDown();
		for (int i = 17; i < 21; i++) {
			assertThat(answers.take().get()).isEqualTo(200);
		}
	}

	@Test
	void whoWaitsTooLongIsToldSo() throws Exception {
		Turns turns = new Turns(1, 3, 20);
		this.people.submit(() -> request(turns, 1, true));
		until(1);
		assertThat(request(turns, 1, false)).isEqualTo(REFUSED);
	}

	@Test
	void whatIsDoneGivesItsPlaceBack() throws Exception {
		Turns turns = new Turns(1, 0, 0);
		for (int i = 0; i < 5; i++) {
			assertThat(request(turns, 1, false)).isEqualTo(200);
		}
	}

	/**
	 * Until so many are worked on and everybody else stands still, so that one too many
	 * would be seen.
	 */
	private void until(int working) throws InterruptedException {
		while (this.working.get() < working || !this.threads.stream().allMatch(TurnsTests::standsStill)) {
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			Thread.onSpinWait();
		}
	}

	private static boolean standsStill(Thread thread) {
		return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
	}

	/** What somebody is answered; he may stay until all are done. */
	private int request(Turns turns, long id, boolean staying) throws Exception {
		PersonDetails details = new PersonDetails(
				new Person(id, "t" + id, "周文", 1L, "县科技局", Set.of(Role.REPORTER), false), null, false);
		SecurityContextHolder.getContext()
			.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(details, null, List.of()));
		MockHttpServletRequest request = new MockHttpServletRequest();
		MockHttpServletResponse response = new MockHttpServletResponse();
		Object page = new HandlerMethod(this, TurnsTests.class.getDeclaredMethod("end"));
		if (turns.preHandle(request, response, page)) {
			this.working.incrementAndGet();
			if (staying) {
				this.done.await();
			}
			this.working.decrementAndGet();
			turns.afterCompletion(request, response, page, null);
		}
		return response.getStatus();
	}

}
