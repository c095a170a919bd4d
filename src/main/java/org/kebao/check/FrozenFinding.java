package org.kebao.check;

import java.time.Instant;

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
import org.kebao.proof.Spot;
import org.kebao.refusal.RefusedException;

/**
 * What was found in a version, and how its bureau explained it. Only the verdict is still
 * to come.
 */
@Entity
@Table(name = "frozen_findings")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class FrozenFinding {

	private static final String HALF = "-HALF";

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Long reportId;

	private Long revisionId;

	private int position;

	private String findingKey;

	/** What it was explained with, null where that is known by the key alone. */
	private @Nullable Long explanationId;

	private String rule;

	private String title;

	/** Codes with blanks between; "" where no metric is concerned. */
	private String metrics;

	private String message;

	private String instruction;

	/** Where in the texts it was found, "" for what was found in the figures. */
	private String place;

	/** The place on the page of the version. */
	private String anchor;

	/** The sentence, "" for what was found in the figures. */
	private String quote;

	private int markedOffset;

	private int markedLength;

	private String words;

	private Long writtenBy;

	@Enumerated(EnumType.STRING)
	private Explanation.Verdict verdict;

	private String verdictWords;

	private @Nullable Long judgedBy;

	private @Nullable Instant judgedAt;

	FrozenFinding(Long revisionId, int position, Finding finding, Explanation explanation) {
		this.reportId = explanation.getReportId();
		this.revisionId = revisionId;
		this.position = position;
		this.findingKey = finding.key();
		this.explanationId = explanation.getId();
		this.rule = finding.rule();
		this.title = finding.title();
		this.metrics = String.join(" ", finding.metrics());
		this.message = finding.message();
		this.instruction = finding.instruction();
		Spot spot = finding.spot();
		this.place = (spot != null) ? spot.place() : "";
		this.anchor = (spot != null) ? anchor(spot.field()) : "metric-" + finding.metric();
		this.quote = (spot != null) ? spot.quote() : "";
		this.markedOffset = (spot != null) ? spot.marked().offset() : 0;
		this.markedLength = (spot != null) ? spot.marked().length() : 0;
		this.words = explanation.getWords();
		this.writtenBy = explanation.getWrittenBy();
		this.verdict = explanation.getVerdict();
		this.verdictWords = explanation.getVerdictWords();
		this.judgedBy = explanation.getJudgedBy();
		this.judgedAt = explanation.getJudgedAt();
	}

	/** Where a text stands on the page of the version: at its entry, or its part. */
	private static String anchor(String field) {
		String[] names = field.split("\\.");
		return switch (names[0]) {
			case "lead" -> "report";
			case "idea" -> "part-plan";
			case "settlement" -> "promise-" + names[1];
			default -> names[0] + "-" + names[1];
		};
	}

	/** What is wrong, for those who do not see where. */
	public String getStatement() {
		return this.place.isEmpty() ? this.message : "%s“%s”：%s".formatted(this.place, this.quote, this.message);
	}

	public String getQuoteBefore() {
		return this.quote.substring(0, this.markedOffset);
	}

	public String getMarked() {
		return this.quote.substring(this.markedOffset, this.markedOffset + this.markedLength);
	}

	public String getQuoteAfter() {
		return this.quote.substring(this.markedOffset + this.markedLength);
	}

	/**
	 * Whether the same rule doubts the same metric there; rules over the opening balance
	 * have one name at half-year and one for the year.
	 */
	boolean isLike(Finding finding) {
		boolean sameRule = plain(this.rule).equals(plain(finding.rule()));
		String metric = this.metrics.split(" ")[0];
		return sameRule && (metric.isEmpty() ? this.findingKey.equals(finding.key())
				: !finding.metrics().isEmpty() && metric.equals(finding.metrics().get(0)));
	}

	private static String plain(String rule) {
		return rule.endsWith(HALF) ? rule.substring(0, rule.length() - HALF.length()) : rule;
	}

	void judge(Explanation.Verdict verdict, String words, Long who, Instant now) {
		if (verdict == Explanation.Verdict.REJECTED && words.isBlank()) {
			throw new RefusedException("不认可的，请写明哪里没有说清");
		}
		this.verdict = verdict;
		this.verdictWords = words;
		this.judgedBy = who;
		this.judgedAt = now;
	}

}
