package org.kebao.report;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Embeddable;

/**
 * Who wrote what stands in a field, when, and by which save of his page.
 *
 * @param save what the page called the save, "" where no page did
 */
@Embeddable
public record FieldSave(Long savedBy, Instant savedAt, String save) {

	/** Whether it is one of these saves of that person. */
	public boolean isOneOf(List<String> saves, Long who) {
		return !this.save.isEmpty() && this.savedBy.equals(who) && saves.contains(this.save);
	}

}
