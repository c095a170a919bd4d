package org.kebao.revision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import jakarta.persistence.Entity;
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
 * 定稿: what was submitted, frozen. The checksum proves that it stayed as it was.
 */
@Entity
@Immutable
@Table(name = "revisions")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Revision {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Long reportId;

	/** Counts from 1 within the report. */
	private int number;

	/** A {@link ReportContent} as JSON. */
	private String content;

	private String sha256;

	private Instant createdAt;

	private Long createdBy;

	Revision(Long reportId, int number, String content, Long createdBy, Instant now) {
		this.reportId = reportId;
		this.number = number;
		this.content = content;
		this.sha256 = checksum(content);
		this.createdBy = createdBy;
		this.createdAt = now;
	}

	/** Whether the content still has the checksum it was frozen with. */
	public boolean isIntact() {
		return this.sha256.equals(checksum(this.content));
	}

	/** The SHA-256 of a text in UTF-8, in hexadecimal. */
	public static String checksum(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
