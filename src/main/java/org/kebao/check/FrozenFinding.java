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

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Long reportId;

	private Long revisionId;

	private int position;

	private String findingKey;

	private String rule;

	private String title;

	/** Codes with blanks between. */
	private String metrics;

	private String message;

	private String instruction;

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
		this.rule = finding.rule();
		this.title = finding.title();
		this.metrics = String.join(" ", finding.metrics());
		this.message = finding.message();
		this.instruction = finding.instruction();
		this.words = explanation.getWords();
		this.writtenBy = explanation.getWrittenBy();
		this.verdict = explanation.getVerdict();
		this.verdictWords = explanation.getVerdictWords();
		this.judgedBy = explanation.getJudgedBy();
		this.judgedAt = explanation.getJudgedAt();
	}

	/** The code of the metric it is shown beside. */
	public String getMetric() {
		return List.of(this.metrics.split(" ")).get(0);
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
