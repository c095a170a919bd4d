package org.kebao.audit;

import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import org.kebao.script.Legible;

/**
 * 操作日志. Entries are written in the transaction of what they tell of: an act that was
 * rolled back leaves none.
 */
@Service
@RequiredArgsConstructor
public class AuditLog {

	private final AuditEntryRepository entries;

	private final Clock clock;

	/**
	 * Remembers an act of the person who is signed in.
	 * @param subject what it was done to, such as a bureau's name and a period
	 * @param detail what a reader of later years would want to know, may be ""
	 */
	@Transactional
	public void add(Act act, String subject, String detail) {
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		add((person != null) ? person.getName() : "系统", act, subject, detail);
	}

	/** Remembers an act of somebody who is not signed in, or not any more. */
	@Transactional
	public void add(String actor, Act act, String subject, String detail) {
		this.entries.save(new AuditEntry(this.clock.instant(), cut(actor, 64), act, cut(subject, 200),
				cut(detail, Integer.MAX_VALUE), cut(address(), 64)));
	}

	/**
	 * A page of the log, the newest first.
	 * @param act null for all
	 * @param actor a username, "" for all
	 */
	@Transactional(readOnly = true)
	Slice<AuditEntry> latest(@Nullable Act act, String actor, Pageable page) {
		return this.entries.find(act, actor, page);
	}

	private static String address() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? remoteAddress(attributes.getRequest()) : "";
	}

	private static String remoteAddress(HttpServletRequest request) {
		return Optional.ofNullable(request.getRemoteAddr()).orElse("");
	}

	private static String cut(String text, int length) {
		return Legible.text((text.length() <= length) ? text : text.substring(0, length));
	}

}
