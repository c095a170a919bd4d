package org.kebao.report;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
public class Entry extends Piece {

	@Enumerated(EnumType.STRING)
	private Entry.Kind kind;

	private @Nullable Long themeId;

	private String heading = "";

	private String body = "";

	Entry(Report report, Entry.Kind kind, int position, Long savedBy, Instant savedAt) {
		super(report, position, savedBy, savedAt);
		this.kind = kind;
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
		carried(earlier);
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
