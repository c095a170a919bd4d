package org.kebao.check;

import java.util.List;

/**
 * 校核结果: something a rule found in the figures of a report.
 *
 * @param key the rule's code and the metric's, the same as long as the rule and the
 * report last
 * @param rule the code of the rule
 * @param title of the rule
 * @param metrics the codes it concerns; it is shown beside the first
 * @param message what is wrong, with the figures
 * @param instruction what to do
 * @param fingerprint of the figures: another when one of them changes
 */
public record Finding(String key, String rule, String title, Rule.Severity severity, List<String> metrics,
		String message, String instruction, String fingerprint) {

	public boolean isError() {
		return this.severity == Rule.Severity.ERROR;
	}

	/** The code of the metric it is shown beside. */
	public String metric() {
		return this.metrics.get(0);
	}

}
