package org.kebao.check;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kebao.report.Saving;

/**
 * A finding in a report that is worked on, with what its bureau has said to it.
 *
 * @param explanation null where nothing was ever said
 */
public record Explained(Finding finding, @Nullable Explanation explanation) {

	/** How the field of an explanation is named in forms, before the finding's key. */
	public static final String FIELD = "explanation.";

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

	public boolean isExplained() {
		return !words().isBlank();
	}

	public boolean isAccepted() {
		return isExplained() && verdict() == Explanation.Verdict.ACCEPTED;
	}

	public boolean isRejected() {
		return isExplained() && verdict() == Explanation.Verdict.REJECTED;
	}

	/** Whether it was written for other figures. */
	public boolean isOutdated() {
		return isExplained()
				&& said().filter((one) -> !one.getFingerprint().equals(this.finding.fingerprint())).isPresent();
	}

	/** What the supervisor found lacking, "" elsewhere. */
	public String verdictWords() {
		return isRejected() ? said().map(Explanation::getVerdictWords).orElse("") : "";
	}

	/** Whether the report cannot be submitted with it. */
	public boolean isBlocking() {
		return this.finding.isError() || (this.finding.isWarning() && (!isExplained() || isRejected()));
	}

	private Explanation.Verdict verdict() {
		return said().map((one) -> one.verdictOn(this.finding.fingerprint())).orElse(Explanation.Verdict.OPEN);
	}

	private Optional<Explanation> said() {
		return Optional.ofNullable(this.explanation);
	}

}
