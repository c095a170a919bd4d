package org.kebao.signin;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import org.kebao.account.Person;
import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;

/**
 * Remembers what somebody who is signed in was refused: what he may not see or do, and
 * what could not be done as things stood. Written when the answer is certain, so that it
 * stays though what was asked for is rolled back.
 */
@RequiredArgsConstructor
class RefusalLog extends OncePerRequestFilter {

	private static final Logger logger = LoggerFactory.getLogger(RefusalLog.class);

	private static final Set<Integer> REFUSALS = Set.of(HttpStatus.FORBIDDEN.value(), HttpStatus.NOT_FOUND.value(),
			HttpStatus.CONFLICT.value());

	private static final Set<String> FOLDERS = Set.of("css", "js", "img", "webjars");

	private final AuditLog audit;

	private static String words(int status) {
		return switch (HttpStatus.valueOf(status)) {
			case FORBIDDEN -> "不允许，或登录已到期（403）";
			case NOT_FOUND -> "没有这个页面，或无权查看（404）";
			default -> "当时不能办理，原因已告知本人（409）";
		};
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String[] path = request.getRequestURI().split("/", 3);
		return path.length > 2 && FOLDERS.contains(path[1]);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		// whoever signs out in this request is still known afterwards
		Person person = PersonWebConfiguration.signedIn();
		chain.doFilter(request, response);
		if (person != null && REFUSALS.contains(response.getStatus())) {
			try {
				this.audit.add(person.username(), Act.REFUSED, request.getMethod() + " " + request.getRequestURI(),
						words(response.getStatus()));
			}
			catch (RuntimeException ex) {
				// the answer stands, and may be on its way
				logger.warn("A refusal is not in the log: {} {}", request.getMethod(), request.getRequestURI(), ex);
			}
		}
	}

}
