package org.kebao.proof;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.report.Part;

/**
 * 校核结果: something a rule found in the figures of a report, or a reader in its texts.
 *
 * @param key the rule's code and the metric's, or what sort of thing was found in which
 * words; the same as long as these last
 * @param rule the code of the rule, or of the sort of thing
 * @param title of the rule
 * @param metrics the codes it concerns; it is shown beside the first, if it was found in
 * the figures
 * @param message what is wrong, with the figures
 * @param instruction what to do
 * @param basis the figures it rests on
 * @param spot where it was found in the texts, null for what was found in the figures
 */
public record Finding(String key, String rule, String title, Severity severity, List<String> metrics, String message,
		String instruction, Basis basis, @Nullable Spot spot) {

	/** Found in the figures. */
	public Finding(String key, String rule, String title, Severity severity, List<String> metrics, String message,
			String instruction, Basis basis) {
		this(key, rule, title, severity, metrics, message, instruction, basis, null);
	}

	/** How bad it is. */
	public enum Severity {

		/** Blocks submission. */
		ERROR("错误"),

		/** Needs an explanation, which the supervisor accepts or rejects. */
		WARNING("提示"),

		/** Is offered; nothing has to be done about it. */
		HINT("建议");

		private final String label;

		Severity(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

		/** Whether what is found has to be mended. */
		public boolean isError() {
			return this == ERROR;
		}

	}

	/** The key for the like of it with other figures. */
	String next() {
		return this.rule + "." + Basis.digest(Stream.of(this.key));
	}

	Finding under(String key) {
		return new Finding(key, this.rule, this.title, this.severity, this.metrics, this.message, this.instruction,
				this.basis, this.spot);
	}

	/** Of the figures it rests on: another when one of them changes. */
	public String fingerprint() {
		return this.basis.fingerprint();
	}

	public boolean isError() {
		return this.severity == Severity.ERROR;
	}

	/** Whether it needs an explanation as long as it is not mended. */
	public boolean isWarning() {
		return this.severity == Severity.WARNING;
	}

	/** Whether it is only offered. */
	public boolean isHint() {
		return this.severity == Severity.HINT;
	}

	/** Of the finding as it stands: other words or other figures have another. */
	public String mark() {
		return this.key + "/" + fingerprint();
	}

	/** The code of the metric it is shown beside, "" where it is shown beside a text. */
	public String metric() {
		return (this.spot != null) ? "" : this.metrics.get(0);
	}

	/** What is wrong, for those who do not see where: "成效 2 · 正文：…". */
	public String statement() {
		return (this.spot != null) ? this.spot.place() + "：" + this.message : this.message;
	}

	/** The part of the report that shows it. */
	public Part part() {
		return (this.spot != null) ? this.spot.part() : Part.METRICS;
	}

}
