package org.kebao.filing;

import java.util.List;

import org.kebao.check.Explained;
import org.kebao.check.Finding;

/**
 * A finding as it stands beside its cell.
 *
 * @param metric the code of the cell's metric
 * @param field the name of the explanation's field
 * @param words the explanation, "" for none
 * @param state what has become of the explanation
 * @param verdict what the supervisor found lacking, "" elsewhere
 */
record Notice(String key, String metric, boolean error, String message, String instruction, String field, String words,
		String version, State state, String verdict) {

	/** What is to be done about a finding. */
	enum State {

		/** The figure is to be mended. */
		ERROR,

		/** An explanation is to be written. */
		OPEN,

		/** The supervisor did not accept what was written. */
		REJECTED,

		/** The figures have changed since it was written. */
		OUTDATED,

		EXPLAINED,

		/** The supervisor has accepted it. */
		ACCEPTED

	}

	static Notice of(Explained one) {
		Finding finding = one.finding();
		return new Notice(finding.key(), finding.metric(), finding.isError(), finding.message(), finding.instruction(),
				one.field(), one.words(), one.version(), stateOf(one), one.verdictWords());
	}

	private static State stateOf(Explained one) {
		if (one.finding().isError()) {
			return State.ERROR;
		}
		if (!one.isExplained()) {
			return State.OPEN;
		}
		if (one.isRejected()) {
			return State.REJECTED;
		}
		return one.isAccepted() ? State.ACCEPTED : one.isOutdated() ? State.OUTDATED : State.EXPLAINED;
	}

	/** Whether the report cannot be submitted with it. */
	public boolean isBlocking() {
		return this.state == State.ERROR || this.state == State.OPEN || this.state == State.REJECTED;
	}

	/** "2 处错误，1 处待说明". */
	static String count(List<Notice> notices) {
		long errors = notices.stream().filter(Notice::error).count();
		long open = notices.stream().filter((one) -> !one.error() && one.isBlocking()).count();
		long warnings = notices.size() - errors;
		return "校核：%d 处错误，%d 处提示%s".formatted(errors, warnings, (open > 0) ? "（待说明 " + open + "）" : "");
	}

}
