package org.kebao.intake;

import java.util.List;

import org.kebao.field.Saving;

/**
 * What an uploaded table would change, what stands in the way, and what was passed over.
 * Nothing of it is saved.
 *
 * @param unchanged how many cells say what the report says already
 * @param blank how many were left empty, and so leave what stands
 * @param missing the metrics that have no row in the table, by name
 */
record Proposal(List<Change> changes, List<Refusal> refusals, List<String> ignored, int unchanged, int blank,
		List<String> missing) {

	/**
	 * One field that would change.
	 *
	 * @param place where it stands in the file, and whether that is hidden there
	 * @param base the version of what stands now, for the save
	 * @param text what is sent for saving
	 * @param hint how it was read, "" for nothing to be said
	 * @param conflict whether somebody changed the field while this page was open
	 * @param readings those of which a person is to choose one, none where it is plain
	 */
	record Change(String field, String base, String text, String metric, String unit, String column, String place,
			String before, String after, String hint, boolean conflict, List<Reading> readings) {

		/** Whether nobody has said yet which number is meant. */
		public boolean isOpen() {
			return !this.readings.isEmpty();
		}

	}

	/**
	 * One way to read a cell.
	 *
	 * @param text what would be sent for saving
	 * @param after what would stand there
	 */
	record Reading(String text, String after) {
	}

	/** A cell that cannot be taken, and why. */
	record Refusal(String metric, String column, String place, String text, String reason) {
	}

	/** All is saved or nothing: one cell that cannot be taken stops the rest. */
	public boolean isConfirmable() {
		return this.refusals.isEmpty() && !this.changes.isEmpty();
	}

	public boolean isConflict() {
		return this.changes.stream().anyMatch(Change::conflict);
	}

	public boolean isOpen() {
		return this.changes.stream().anyMatch(Change::isOpen);
	}

	/** What is plain without a choice. */
	public List<Saving.Wish> wishes() {
		return this.changes.stream()
			.filter((change) -> !change.isOpen())
			.map((change) -> new Saving.Wish(change.field(), change.text(), change.base()))
			.toList();
	}

}
