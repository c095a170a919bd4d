package org.kebao.filing;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.kebao.report.Part;
import org.kebao.review.Returned;

/**
 * What a report came back with, beside the places it speaks of.
 *
 * @param returned null where it never came back
 * @param part the part that is shown
 * @param places of that part which show their remarks themselves
 */
record Remarks(@Nullable Returned returned, Part part, Set<String> places) {

	public List<Returned.Line> at(String place) {
		return all().stream().filter((line) -> line.place().equals(place)).toList();
	}

	/** Those on the whole, on the part, and on what stands there no more. */
	public List<Returned.Line> above() {
		return all().stream()
			.filter((line) -> line.part() == null || line.part() == this.part)
			.filter((line) -> !this.places.contains(line.place()))
			.toList();
	}

	public long count(Part part) {
		return all().stream().filter((line) -> line.part() == part).count();
	}

	private List<Returned.Line> all() {
		return (this.returned != null) ? this.returned.remarks() : List.of();
	}

}
