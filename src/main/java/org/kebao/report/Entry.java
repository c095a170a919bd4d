package org.kebao.report;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * 成效、案例、问题、措施、建议: a heading and paragraphs, one a line.
 */
@Entity
@Table(name = "entries")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Entry {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "report_id")
	@Getter(AccessLevel.NONE)
	private Report report;

	@Enumerated(EnumType.STRING)
	private Entry.Kind kind;

	private @Nullable Long themeId;

	private String heading = "";

	private String body = "";

	private int position;

	private boolean deleted;

	/** The entry of an earlier report it was taken over from. */
	private @Nullable Long carriedFrom;

	/** Whether it was taken over and nobody has touched it since. */
	private boolean carriedUntouched;

	private Long savedBy;

	private Instant savedAt;

	Entry(Report report, Entry.Kind kind, int position, Long savedBy, Instant savedAt) {
		this.report = report;
		this.kind = kind;
		this.position = position;
		touch(savedBy, savedAt);
	}

	/**
	 * Takes an entry of an earlier report over, with its paragraphs or by its heading
	 * alone.
	 */
	Entry(Report report, Entry earlier, boolean withBody, int position, Long savedBy, Instant savedAt) {
		this(report, earlier.kind, position, savedBy, savedAt);
		this.themeId = earlier.themeId;
		this.heading = earlier.heading;
		this.body = withBody ? earlier.body : "";
		this.carriedFrom = earlier.id;
		this.carriedUntouched = true;
	}

	void heading(String heading, Long savedBy, Instant savedAt) {
		this.heading = heading;
		touch(savedBy, savedAt);
	}

	void body(String body, Long savedBy, Instant savedAt) {
		this.body = body;
		touch(savedBy, savedAt);
	}

	void theme(@Nullable Long themeId, Long savedBy, Instant savedAt) {
		this.themeId = themeId;
		touch(savedBy, savedAt);
	}

	void delete(boolean deleted) {
		this.deleted = deleted;
	}

	void moveTo(int position) {
		this.position = position;
	}

	private void touch(Long savedBy, Instant savedAt) {
		this.savedBy = savedBy;
		this.savedAt = savedAt;
		this.carriedUntouched = false;
	}

	public boolean isBlank() {
		return this.heading.isBlank() && this.body.isBlank();
	}

	public boolean isComplete() {
		return !this.heading.isBlank() && !this.body.isBlank();
	}

	/**
	 * What an {@link Entry} is: the same shape in different parts of the report.
	 */
	public enum Kind {

		ACHIEVEMENT("成效", Part.ACHIEVEMENTS), CASE("案例", Part.CASES), PROBLEM("问题", Part.PROBLEMS),
		MEASURE("措施", Part.PLAN), SUGGESTION("建议", Part.SUGGESTIONS);

		private final String label;

		private final Part part;

		Kind(String label, Part part) {
			this.label = label;
			this.part = part;
		}

		public String label() {
			return this.label;
		}

		public Part part() {
			return this.part;
		}

	}

}
