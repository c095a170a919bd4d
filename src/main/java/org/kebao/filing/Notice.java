package org.kebao.filing;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.kebao.check.Choice;
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
 * @param since what has changed since the explanation was written, "" for nothing
 * @param earlier what may be said as well
 * @param choices how it can be settled in its text
 * @param mark of the finding as it stands: what is done about it is done about this
 * @param spot null beside a cell
 */
record Notice(String key, String metric, String part, boolean error, boolean hint, String message, String statement,
		String instruction, String field, String words, String version, State state, String verdict, String since,
		List<Explained.Earlier> earlier, List<Choice> choices, String mark, @Nullable Spot spot) {

	private static final int HEARD = 40;

	/** What is to be done about a finding. */
	enum State {

		/** The figure is to be mended. */
		ERROR,

		/** An explanation is to be written. */
		OPEN,

		/** The supervisor did not accept what was written. */
		REJECTED,

		/**
		 * The figures have changed since it was written: it is to be said that it holds.
		 */
		FALLEN,

		EXPLAINED,

		/** The supervisor has accepted it. */
		ACCEPTED,

		/** It is only offered. */
		HINT;

		/** Whether the supervisor is content with what was written. */
		public boolean isAccepted() {
			return this == ACCEPTED;
		}

	}

	static Notice of(Explained one) {
		Finding finding = one.finding();
		return new Notice(finding.key(), finding.metric(), finding.part().slug(), finding.isError(), finding.isHint(),
				finding.message(), finding.statement(), finding.instruction(), one.field(), one.words(), one.version(),
				stateOf(one), one.verdictWords(), sinceThen(one), one.earlier(),
				(finding.spot() != null) ? finding.spot().choices() : List.of(), finding.mark(), finding.spot());
	}

	/** "到位资金写于 1500万元，现为 1510万元". */
	private static String sinceThen(Explained one) {
		if (!one.isFallen()) {
			return "";
		}
		return one.changes().isEmpty() ? "有关的数字变了"
				: one.changes()
					.stream()
					.map((change) -> "%s：写于 %s，现为 %s".formatted(change.label(), change.then(), change.now()))
					.collect(Collectors.joining("；"));
	}

	private static State stateOf(Explained one) {
		if (one.finding().isError()) {
			return State.ERROR;
		}
		if (one.finding().isHint()) {
			return State.HINT;
		}
		if (!one.isWritten()) {
			return State.OPEN;
		}
		if (one.isRejected()) {
			return State.REJECTED;
		}
		if (one.isFallen()) {
			return State.FALLEN;
		}
		return one.isAccepted() ? State.ACCEPTED : State.EXPLAINED;
	}

	/** Whether the report cannot be submitted with it. */
	public boolean isBlocking() {
		return switch (this.state) {
			case ERROR, OPEN, REJECTED, FALLEN -> true;
			case EXPLAINED, ACCEPTED, HINT -> false;
		};
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
			case FALLEN -> "数字已变，请核对说明";
			case EXPLAINED -> "已说明";
			case ACCEPTED -> "审核员已认可";
			default -> "";
		};
	}

	/** Whether it has to be looked at: there are words, or somebody wants some. */
	public boolean isUnfolded() {
		return !this.words.isEmpty() || this.state == State.REJECTED;
	}

	public boolean isFallen() {
		return this.state == State.FALLEN;
	}

	/** The same for those who do not see where, short enough to be read out. */
	public String subject() {
		int end = this.statement.offsetByCodePoints(0,
				Math.min(this.statement.codePointCount(0, this.statement.length()), HEARD));
		return this.statement.substring(0, end);
	}

	/** The name of the field that says that old words still hold. */
	public String holds() {
		return Explained.HOLDS + this.key;
	}

}
