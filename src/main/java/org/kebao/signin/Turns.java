package org.kebao.signin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import org.kebao.account.Person;

/**
 * Everybody queues up behind himself: of one person's requests no more are worked on at
 * the same time than half the processors can do. The others wait in their order and hold
 * nothing meanwhile; who waits too long, or sends too many, is told so.
 */
class Turns implements HandlerInterceptor {

	private static final String TURN = Turns.class.getName();

	private static final int WAITING = 24;

	private static final int PATIENCE = 20;

	private final Map<Long, Turn> turns = new ConcurrentHashMap<>();

	private final int share;

	private final int waiting;

	private final long patience;

	Turns() {
		this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), WAITING, TimeUnit.SECONDS.toMillis(PATIENCE));
	}

	/**
	 * @param share how many of a person's requests are worked on at once
	 * @param waiting how many more may wait
	 * @param patience how long, in milliseconds
	 */
	Turns(int share, int waiting, long patience) {
		this.share = share;
		this.waiting = waiting;
		this.patience = patience;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws Exception {
		Person person = PersonWebConfiguration.signedIn();
		if (person == null || !(handler instanceof HandlerMethod)
				|| request.getDispatcherType() != DispatcherType.REQUEST) {
			return true;
		}
		Turn turn = this.turns.computeIfAbsent(person.id(), (id) -> new Turn(new Semaphore(this.share, true)));
		if (!turn.take(this.waiting, this.patience)) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "5");
			response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
			return false;
		}
		request.setAttribute(TURN, turn);
		return true;
	}

	/** The page has been written by now. */
	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception ex) {
		if (request.getAttribute(TURN) instanceof Turn turn && request.getDispatcherType() == DispatcherType.REQUEST) {
			request.removeAttribute(TURN);
			turn.give();
		}
	}

	/** Those of one person. */
	private record Turn(Semaphore places, AtomicInteger queue) {

		Turn(Semaphore places) {
			this(places, new AtomicInteger());
		}

		boolean take(int waiting, long patience) throws InterruptedException {
			if (this.places.tryAcquire(0, TimeUnit.MILLISECONDS)) {
				return true;
			}
			if (this.queue.incrementAndGet() > waiting) {
				this.queue.decrementAndGet();
				return false;
			}
			try {
				return this.places.tryAcquire(patience, TimeUnit.MILLISECONDS);
			}
			finally {
				this.queue.decrementAndGet();
			}
		}

		void give() {
			this.places.release();
		}

	}

}
