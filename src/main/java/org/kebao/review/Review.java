package org.kebao.review;

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
import org.jspecify.annotations.Nullable;

/**
 * 审核: who decided what, on which version. It is never changed afterwards.
 */
@Entity
@Table(name = "reviews")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Review {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Long reportId;

	/** The version that was read. */
	private Long revisionId;

	@Enumerated(EnumType.STRING)
	private Decision decision;

	/** Why an approved report was opened again, "" elsewhere. */
	private String reason = "";

	private Long decidedBy;

	private Instant decidedAt;

	Review(Long reportId, Long revisionId, Decision decision, String reason, Long decidedBy, Instant decidedAt) {
		this.reportId = reportId;
		this.revisionId = revisionId;
		this.decision = decision;
		this.reason = reason;
		this.decidedBy = decidedBy;
		this.decidedAt = decidedAt;
	}

}
