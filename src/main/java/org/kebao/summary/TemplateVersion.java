package org.kebao.summary;

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
 * One wording of a {@link SummaryTemplate}, never changed once it was saved.
 */
@Entity
@Immutable
@Table(name = "summary_template_versions")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class TemplateVersion {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Long templateId;

	/** Counts from 1 within the template. */
	private int number;

	private String text;

	@Enumerated(EnumType.STRING)
	private Numbering numbering;

	/** Null for what came with the application. */
	private @Nullable Long savedBy;

	private Instant savedAt;

	TemplateVersion(Long templateId, int number, String text, Numbering numbering, Long savedBy, Instant now) {
		this.templateId = templateId;
		this.number = number;
		this.text = text;
		this.numbering = numbering;
		this.savedBy = savedBy;
		this.savedAt = now;
	}

	boolean says(String text, Numbering numbering) {
		return this.text.equals(text) && this.numbering == numbering;
	}

}
