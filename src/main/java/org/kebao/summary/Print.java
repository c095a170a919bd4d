package org.kebao.summary;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;

import org.kebao.revision.Revision;

/**
 * 成稿: an approved paper as it was printed on the day of its approval. It is what is
 * shown, printed and handed out from then on, whatever becomes of the templates and of
 * what prints; the checksum proves that it stayed as it was.
 */
@Entity
@Immutable
@Table(name = "summary_prints")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Print {

	@EmbeddedId
	private Key id;

	/** The whole file. */
	private String html;

	private String sha256;

	private Instant printedAt;

	/**
	 * @param annexed whether the accepted explanations are printed behind it
	 */
	@Embeddable
	record Key(Long revisionId, Long templateVersionId, boolean annexed) implements Serializable {
	}

	/**
	 * The file as it was kept.
	 * @throws IllegalStateException when it is not what was kept
	 */
	String intact() {
		if (!this.sha256.equals(Revision.checksum(this.html))) {
			throw new IllegalStateException("Print %s is not what was kept".formatted(this.id));
		}
		return this.html;
	}

}
