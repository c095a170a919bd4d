package org.kebao.audit;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 */
@Entity
@Immutable
@Table(name = "audit_entries")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class AuditEntry {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Instant at;

	private String actor;

	@Enumerated(EnumType.STRING)
	private Act action;

	private String subject;

	private String detail;

	private String address;

	AuditEntry(Instant at, String actor, Act action, String subject, String detail, String address) {
		this.at = at;
		this.actor = actor;
		this.action = action;
		this.subject = subject;
		this.detail = detail;
		this.address = address;
	}

}
