package org.kebao.mention;

import org.kebao.bureau.Bureau;
import org.kebao.period.PeriodKind;
import org.kebao.period.ReportingPeriod;

/**
 * The time and the place a text speaks of where it says nothing else.
 *
 * @param kind of the reporting period
 * @param ahead whether the text is part of the plan
 * @param place the bureau's own, as "望川县"
 * @param level the code of the bureau's level
 */
record TimeAndPlace(int year, PeriodKind kind, boolean ahead, String place, String level) {

	static TimeAndPlace of(ReportingPeriod period, Bureau bureau) {
		return new TimeAndPlace(period.getYear(), period.getKind(), false, placeOf(bureau.getName()),
				bureau.getLevel().getCode());
	}

	/** The same for a text of the plan. */
	TimeAndPlace inPlan() {
		return new TimeAndPlace(this.year, this.kind, true, this.place, this.level);
	}

	/** The year that is meant. */
	int meant() {
		return this.ahead ? this.kind.yearAhead(this.year) : this.year;
	}

	/** Of "望川县科技局" the county. */
	private static String placeOf(String bureau) {
		int end = bureau.indexOf('科');
		return (end < 0) ? bureau : bureau.substring(0, end);
	}

}
