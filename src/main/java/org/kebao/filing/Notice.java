package org.kebao.filing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kebao.check.Explained;
import org.kebao.check.Finding;
import org.kebao.check.Spot;

/**
 * A finding as it stands beside its cell or its sentence.
 *
 * @param metric the code of the cell's metric, "" beside a sentence
 * @param part where it stands, as in an address
 * @param error whether it is an error
 * @param hint whether it is only offered
 * @param message what is wrong
 * @param statement the same for those who do not see where
 * @param field the name of the explanation's field
 * @param words the explanation, "" for none
 * @param state what has become of the explanation
 * @param verdict what the supervisor found lacking, "" elsewhere
 * @param mark of the finding as it stands: what is done about it is done about this
 * @param spot null beside a cell
 */
record Notice(String key, String metric, String part, boolean error, boolean hint, String message, String statement,
		String instruction, String field, String words, String version, State state, String verdict, String mark,
		@Nullable Spot spot) {

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
		ACCEPTED,

		/** It is only offered. */
		HINT

	}

	static Notice of(Explained one) {
		Finding finding = one.finding();
		return new Notice(finding.key(), finding.metric(), finding.part().slug(), finding.isError(), finding.isHint(),
				finding.message(), finding.statement(), finding.instruction(), one.field(), one.words(), one.version(),
				stateOf(one), one.verdictWords(), finding.mark(), finding.spot());
	}

	private static State stateOf(Explained one) {
		if (one.finding().isError()) {
			return State.ERROR;
		}
		if (one.finding().isHint()) {
			return State.HINT;
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

	/** "校核：2 处错误，1 处提示（待说明 1），12 条建议". */
	static String count(List<Notice> notices) {
		long errors = notices.stream().filter(Notice::error).count();
		long hints = notices.stream().filter(Notice::hint).count();
		long open = notices.stream().filter((one) -> !one.error() && one.isBlocking()).count();
		long warnings = notices.size() - errors - hints;
		return "校核：%d 处错误，%d 处提示%s%s".formatted(errors, warnings, (open > 0) ? "（待说明 " + open + "）" : "",
				(hints > 0) ? "，%d 条建议".formatted(hints) : "");
	}

	/** The name of the field it stands below, "" beside a cell. */
	String place() {
		return (this.spot != null) ? this.spot.field() : "";
	}

	/** What mending is called on its button. */
	public String offer() {
		if (this.spot == null || !this.spot.isMendable()) {
			return "";
		}
		return (this.spot.mend() != null) ? "改成“" + this.spot.mend() + "”" : "全部改正";
	}

	/** "err", "warn", "ok" or "": how it is coloured. */
	public String tone() {
		return this.error ? "err" : this.hint ? "" : isBlocking() ? "warn" : "ok";
	}

	/** What is to be done about it, in the list of all. */
	public String label() {
		return this.error ? "错误" : this.hint ? "建议" : isBlocking() ? "待说明" : "已说明";
	}

	/** What has become of the explanation, "" for nothing. */
	public String progress() {
		return switch (this.state) {
			case REJECTED -> "请重写";
			case OUTDATED -> "数字已变，请核对说明";
			case EXPLAINED -> "已说明";
			case ACCEPTED -> "审核员已认可";
			default -> "";
		};
	}

	/** Whether it has to be looked at: there are words, or somebody wants some. */
	public boolean isUnfolded() {
		return !this.words.isEmpty() || this.state == State.REJECTED;
	}

}
