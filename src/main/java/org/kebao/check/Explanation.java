package org.kebao.check;

import java.time.Instant;
import java.util.List;

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

/**
 * 说明: why a figure is right although a rule doubts it. It is written for the figures of
 * its moment; when these change, an accepted explanation is open again.
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

	private String fingerprint;

	private Long writtenBy;

	private Instant writtenAt;

	/** What the writer's page called the save that wrote it, "" where none did. */
	private String save = "";

	@Enumerated(EnumType.STRING)
	private Verdict verdict = Verdict.OPEN;

	private String verdictWords = "";

	private @Nullable Long judgedBy;

	private @Nullable Instant judgedAt;

	Explanation(Long reportId, String findingKey, String words, String fingerprint, Long who, Instant now) {
		this.reportId = reportId;
		this.findingKey = findingKey;
		write(words, fingerprint, who, now);
	}

	/** Other words want another verdict. */
	final void write(String words, String fingerprint, Long who, Instant now) {
		this.words = words;
		this.fingerprint = fingerprint;
		this.writtenBy = who;
		this.writtenAt = now;
		reopen();
	}

	void savedAs(String save) {
		this.save = save;
	}

	/** Whether one of these saves of that person wrote it. */
	boolean isOf(List<String> saves, Long who) {
		return !this.save.isEmpty() && this.writtenBy.equals(who) && saves.contains(this.save);
	}

	/** Goes to the supervisor with these figures. */
	void submit(String fingerprint) {
		if (!this.fingerprint.equals(fingerprint)) {
			this.fingerprint = fingerprint;
			reopen();
		}
	}

	void judge(Verdict verdict, String words, Long who, Instant now) {
		this.verdict = verdict;
		this.verdictWords = words;
		this.judgedBy = who;
		this.judgedAt = now;
	}

	/** The verdict as long as the figures are those it was given on. */
	Verdict verdictOn(String fingerprint) {
		boolean outdated = this.verdict == Verdict.ACCEPTED && !this.fingerprint.equals(fingerprint);
		return outdated ? Verdict.OPEN : this.verdict;
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

	}

}
