package org.kebao.rollup;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Change;
import org.kebao.period.ReportingPeriod;

/**
 * 汇总: what a bureau and all below it say to every metric of one period.
 */
public record SumTable(Scope scope, List<Group> groups) {

	/**
	 * What is summed up.
	 *
	 * @param period null where no period was ever opened
	 * @param periods all that can be chosen
	 * @param bureaus the names of those that can be chosen, by id
	 * @param bureauId null where there is no bureau to sum up
	 * @param owing how many bureaus the sum is made of
	 * @param absent those of them without a report that counts
	 * @param own whether the bureau has a report of its own beside those below it
	 * @param ownLack why that report does not count, "" where it does
	 */
	public record Scope(@Nullable ReportingPeriod period, List<ReportingPeriod> periods, Map<Long, String> bureaus,
			@Nullable Long bureauId, String bureau, boolean approvedOnly, int owing, List<Missing> absent, boolean own,
			String ownLack) {

		static Scope empty(List<ReportingPeriod> periods, Map<Long, String> bureaus, boolean approvedOnly) {
			return new Scope(null, periods, bureaus, null, "", approvedOnly, 0, List.of(), false, "");
		}

		public boolean isEmpty() {
			return this.period == null || this.bureauId == null;
		}

		public int counted() {
			return this.owing - this.absent.size();
		}

		/** Whether it is one bureau alone, with none below it. */
		public boolean isSingle() {
			return this.owing == 1 && !this.own;
		}

	}

	/**
	 * Who is missing, and why.
	 */
	public record Missing(String bureau, String why) {
	}

	public record Group(String code, String name, List<Row> rows) {
	}

	/**
	 * One metric. What is not there is "".
	 *
	 * @param sum what the bureaus below say together
	 * @param summed whether the metric can be summed up at all
	 * @param carried how many of them with an earlier period's amount
	 * @param open whether some of them are estimated or preliminary, "预计", "快报" or ""
	 * @param own what the bureau's own report says
	 * @param lacking those missing in the sum
	 */
	public record Row(String code, String name, String unit, String sum, boolean summed, int carried, String open,
			String own, Difference difference, List<Missing> lacking, LastYear lastYear) {
	}

	/**
	 * What an amount is held against.
	 *
	 * @param amount of the same bureaus in the same period one year before, "" for none
	 */
	public record LastYear(String amount, Change change) {

		static final LastYear NONE = new LastYear("", Change.NONE);

		static LastYear incomparable(String why) {
			return new LastYear("", new Change("", why, Change.Direction.NONE));
		}

	}

	/**
	 * 差额（市本级及其他）: what the bureau's own figure has more than the bureaus below it, ""
	 * where there is nothing to compare.
	 *
	 * @param less whether it has less, as where what two counties share is counted once
	 * @param reason what the bureau says its own figure covers (口径), "" for nothing
	 * @param doubt why it is not the bureau's own alone, "" where it is
	 */
	public record Difference(String amount, boolean less, String reason, String doubt) {

		static final Difference NONE = new Difference("", false, "", "");

	}

}
