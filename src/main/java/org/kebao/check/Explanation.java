package org.kebao.check;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.kebao.proof.Finding;

/**
 * 说明: why a figure is right although a rule doubts it. It belongs to the figures of its
 * moment: when these change it has fallen, until somebody says that it still holds.
 */
@Entity
@Table(name = "explanations")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Explanation {

	static final int LONGEST = 2000;

	private static final int SHORTEST = 6;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Long reportId;

	/** The key of the {@link Finding}. */
	private String findingKey;

	private String words;

	/** Of the figures it was last said for, "" for none. */
	private String fingerprint;

	/** Of all it was said for, with blanks between; "" where these are no others. */
	private String alsoFor = "";

	/** The figures of the fingerprint in words, "" where they were not kept. */
	private String figures = "";

	/** What it is about, whatever it was found in; "" where it was not kept. */
	private String about = "";

	private Long writtenBy;

	private Instant writtenAt;

	/** What the writer's page called the save that wrote it, "" where none did. */
	private String save = "";

	@Enumerated(EnumType.STRING)
	private Verdict verdict = Verdict.OPEN;

	private String verdictWords = "";

	private @Nullable Long judgedBy;

	private @Nullable Instant judgedAt;

	/** Typed while the figure was mended: for nothing that is found. */
	Explanation(Long reportId, String findingKey) {
		this.reportId = reportId;
		this.findingKey = findingKey;
	}

	/**
	 * Other words want another verdict.
	 * @param finding null for none that is there
	 */
	final void write(String words, @Nullable Finding finding, Long who, Instant now) {
		this.words = words;
		this.writtenBy = who;
		this.writtenAt = now;
		this.alsoFor = "";
		this.fingerprint = "";
		if (finding != null) {
			place(finding);
		}
		reopen();
	}

	void savedAs(String save) {
		this.save = save;
	}

	/** Whether one of these saves of that person wrote it. */
	boolean isOf(List<String> saves, Long who) {
		return !this.save.isEmpty() && this.writtenBy.equals(who) && saves.contains(this.save);
	}

	/**
	 * The words hold for these figures too: somebody says so, or they go to the
	 * supervisor with them. What he thought of them was thought of others.
	 */
	void hold(Finding finding) {
		if (!isFor(finding)) {
			reopen();
		}
		place(finding);
	}

	private void place(Finding finding) {
		if (!this.fingerprint.isEmpty() && !isFor(finding)) {
			this.alsoFor = Stream.concat(fingerprints(), Stream.of(finding.fingerprint()))
				.distinct()
				.collect(Collectors.joining(" "));
		}
		this.findingKey = finding.key();
		this.fingerprint = finding.fingerprint();
		this.figures = finding.basis().print();
		this.about = finding.basis().about();
	}

	void judge(Verdict verdict, String words, Long who, Instant now) {
		this.verdict = verdict;
		this.verdictWords = words;
		this.judgedBy = who;
		this.judgedAt = now;
	}

	/** The verdict as long as the figures are those it was given on. */
	Verdict verdictOn(Finding finding) {
		return (this.verdict == Verdict.ACCEPTED && !isFor(finding)) ? Verdict.OPEN : this.verdict;
	}

	/** Whether it was said for these figures. */
	boolean holdsFor(Finding finding) {
		return isFor(finding) || fingerprints().anyMatch(finding.fingerprint()::equals);
	}

	private boolean isFor(Finding finding) {
		return this.fingerprint.equals(finding.fingerprint())
				|| (!this.fingerprint.isEmpty() && this.fingerprint.equals(finding.basis().former()));
	}

	/** The marks of findings it was written for, where it was written. */
	Stream<String> marks() {
		return fingerprints().map((one) -> this.findingKey + "/" + one);
	}

	/** The same wherever these figures are spoken of. */
	Stream<String> claims() {
		return fingerprints().map((one) -> rule() + "/" + one);
	}

	/** Whether it may be said to that as well. */
	boolean isLike(Finding finding) {
		return this.about.isEmpty() ? rule().equals(finding.rule()) : this.about.equals(finding.basis().about());
	}

	private String rule() {
		return this.findingKey.substring(0, this.findingKey.lastIndexOf('.'));
	}

	private Stream<String> fingerprints() {
		return Stream.concat(Stream.of(this.fingerprint), Stream.of(this.alsoFor.split(" ")))
			.filter((one) -> !one.isEmpty())
			.distinct();
	}

	private void reopen() {
		this.verdict = Verdict.OPEN;
		this.verdictWords = "";
		this.judgedBy = null;
		this.judgedAt = null;
	}

	/** Why the words explain nothing, "" where they may. Blank takes them back. */
	static String refusal(String words) {
		String said = words.codePoints()
			.filter(Character::isLetterOrDigit)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		if (words.isBlank()) {
			return "";
		}
		if (said.replace("无", "").isEmpty()) {
			return "这还不是说明，请写明原因";
		}
		return (said.codePointCount(0, said.length()) >= SHORTEST) ? "" : "说明太短，请写明原因，至少 %d 个字".formatted(SHORTEST);
	}

	/** What the supervisor thinks of it. */
	public enum Verdict {

		OPEN("待审"), ACCEPTED("已认可"), REJECTED("未认可");

		private final String label;

		Verdict(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

		public boolean isOpen() {
			return this == OPEN;
		}

		public boolean isAccepted() {
			return this == ACCEPTED;
		}

		public boolean isRejected() {
			return this == REJECTED;
		}

	}

}
