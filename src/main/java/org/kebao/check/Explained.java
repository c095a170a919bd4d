package org.kebao.check;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kebao.field.Saving;
import org.kebao.proof.Basis;
import org.kebao.proof.Finding;

/**
 * A finding in a report that is worked on, seen with what its bureau has said to it.
 *
 * @param explanation null where nothing was ever said
 * @param earlier what was said to the like and may be said again
 */
public record Explained(Finding finding, @Nullable Explanation explanation, List<Earlier> earlier) {

	/** How the field of an explanation is named in forms, before the finding's key. */
	public static final String FIELD = "explanation.";

	/** How the field is named that says of old words that they still hold. */
	public static final String HOLDS = "holds.";

	/** What is to be done about a finding. */
	public enum State {

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

		/** Whether the report cannot be submitted with it. */
		public boolean isBlocking() {
			return switch (this) {
				case ERROR, OPEN, REJECTED, FALLEN -> true;
				case EXPLAINED, ACCEPTED, HINT -> false;
			};
		}

	}

	/**
	 * Words that may be taken over.
	 *
	 * @param accepted whether the supervisor accepted them in the period before; else
	 * they were written in this report, for what is not found there any more
	 */
	public record Earlier(boolean accepted, String words) {
	}

	/** Whether a field of a form belongs to an explanation. */
	public static boolean isFieldOf(String name) {
		return name.startsWith(FIELD) || name.startsWith(HOLDS);
	}

	public String field() {
		return FIELD + this.finding.key();
	}

	public String words() {
		return said().map(Explanation::getWords).orElse("");
	}

	/** Of the words, to be sent along with the next save. */
	public String version() {
		return Saving.version(words());
	}

	/** Whether words stand there, for these or for other figures. */
	public boolean isWritten() {
		return !words().isBlank();
	}

	/** Whether it is explained, with the figures it has now. */
	public boolean isExplained() {
		return isWritten() && said().filter((one) -> one.holdsFor(this.finding)).isPresent();
	}

	public boolean isAccepted() {
		return isExplained() && verdict() == Explanation.Verdict.ACCEPTED;
	}

	public boolean isRejected() {
		return isWritten() && verdict() == Explanation.Verdict.REJECTED;
	}

	/**
	 * Whether it was written for other figures, and nobody has said that it still holds.
	 */
	public boolean isFallen() {
		return isWritten() && !isExplained() && !isRejected();
	}

	public State state() {
		if (this.finding.isError()) {
			return State.ERROR;
		}
		if (this.finding.isHint()) {
			return State.HINT;
		}
		if (!isWritten()) {
			return State.OPEN;
		}
		if (isRejected()) {
			return State.REJECTED;
		}
		if (isFallen()) {
			return State.FALLEN;
		}
		return isAccepted() ? State.ACCEPTED : State.EXPLAINED;
	}

	/** What has changed since it was written, as far as that is known. */
	public List<Basis.Change> changes() {
		return isFallen() ? said().map((one) -> this.finding.basis().since(one.getFigures())).orElse(List.of())
				: List.of();
	}

	/** What the supervisor found lacking, "" elsewhere. */
	public String verdictWords() {
		return isRejected() ? said().map(Explanation::getVerdictWords).orElse("") : "";
	}

	public boolean isBlocking() {
		return state().isBlocking();
	}

	private Explanation.Verdict verdict() {
		return said().map((one) -> one.verdictOn(this.finding)).orElse(Explanation.Verdict.OPEN);
	}

	private Optional<Explanation> said() {
		return Optional.ofNullable(this.explanation);
	}

}
