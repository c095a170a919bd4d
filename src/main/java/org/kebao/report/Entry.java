package org.kebao.report;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.kebao.script.Mark;

/**
 * 成效、案例、问题、措施、建议: a heading and paragraphs, one a line.
 */
@Entity
@Table(name = "entries")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Entry extends ListedItem {

	@Enumerated(EnumType.STRING)
	private Entry.Kind kind;

	private @Nullable Long themeId;

	private String heading = "";

	private String body = "";

	Entry(Report report, Entry.Kind kind, int position) {
		super(report, position);
		this.kind = kind;
	}

	/**
	 * Takes an entry of an earlier report over, with its paragraphs or by its heading
	 * alone.
	 */
	Entry(Report report, Entry earlier, boolean withBody, int position) {
		this(report, earlier.kind, position);
		this.themeId = earlier.themeId;
		this.heading = Mark.unnumbered(earlier.heading);
		this.body = withBody ? earlier.body : "";
		carried(earlier);
	}

	void heading(String heading) {
		this.heading = heading;
	}

	void body(String body) {
		this.body = body;
	}

	void theme(@Nullable Long themeId) {
		this.themeId = themeId;
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

		/** Whether each belongs to one of the catalogue's themes. */
		public boolean isThemed() {
			return this == ACHIEVEMENT;
		}

	}

}
