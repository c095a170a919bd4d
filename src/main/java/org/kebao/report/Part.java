package org.kebao.report;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kebao.account.Right;

/**
 * The parts of a report, in the order of the paper.
 */
public enum Part {

	METRICS("metrics", "主要指标"), COMPLETION("completion", "计划完成情况"), ACHIEVEMENTS("achievements", "工作成效"),
	CASES("cases", "典型案例"), PROBLEMS("problems", "存在问题"), PLAN("plan", "工作计划"), SUGGESTIONS("suggestions", "意见建议");

	private final String slug;

	private final String label;

	Part(String slug, String label) {
		this.slug = slug;
		this.label = label;
	}

	/** As it stands in an address. */
	public String slug() {
		return this.slug;
	}

	public String label() {
		return this.label;
	}

	/** What whoever fills it in must be allowed to. */
	public Right right() {
		return (this == METRICS) ? Right.FIGURES : Right.WORDS;
	}

	/** Whether the first words of the paper are written here. */
	public boolean hasLead() {
		return this == ACHIEVEMENTS;
	}

	public boolean isPlan() {
		return this == PLAN;
	}

	public static Optional<Part> of(@Nullable String slug) {
		return Arrays.stream(values()).filter((part) -> part.slug.equals(slug)).findFirst();
	}

}
