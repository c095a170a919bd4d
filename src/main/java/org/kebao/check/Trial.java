package org.kebao.check;

import java.util.List;

/**
 * 试算: what a rule would have said to reports of the past.
 *
 * @param reports how many reports it was tried on
 * @param holds how many figures keep it
 * @param silent how often it has nothing to say
 * @param failures what it would have found, as far as a page shows it
 * @param failed how much it would have found in all
 */
public record Trial(int reports, int holds, int silent, int failed, List<Failure> failures) {

	/** A finding in one of the reports. */
	public record Failure(String bureau, String period, String message) {
	}

}
