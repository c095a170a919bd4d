package org.kebao.errand;

import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What one request was asked to do. A controller that answers with a page instead of
 * leading to one says here where whoever asks again is led.
 */
public final class Errand {

	/** Under which a form names the account it was shown to. */
	public static final String OWNER = "_by";

	private static final String ATTRIBUTE = Errand.class.getName();

	private final UUID claim;

	private boolean committed;

	private @Nullable Answer answer;

	/**
	 * What came of it: where the person was led, and what was told there once.
	 */
	record Answer(String location, Map<String, Object> told) {
	}

	Errand(UUID claim) {
		this.claim = claim;
	}

	static @Nullable Errand of(HttpServletRequest request) {
		return (Errand) request.getAttribute(ATTRIBUTE);
	}

	void accompany(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	/** What is done when the answer is known is no part of the errand. */
	static void leave(HttpServletRequest request) {
		request.removeAttribute(ATTRIBUTE);
	}

	/**
	 * Says what a repeated request is answered with.
	 * @param words what is told there; nothing secret, they are kept
	 */
	public void whenRepeated(String location, String words) {
		this.answer = new Answer(location, Map.of("flash", words));
	}

	UUID claim() {
		return this.claim;
	}

	@Nullable Answer answer() {
		return this.answer;
	}

	boolean isCommitted() {
		return this.committed;
	}

	void commit() {
		this.committed = true;
	}

}
