package org.kebao.check;

import java.util.List;
import java.util.Map;

import org.kebao.amount.Given;
import org.kebao.mention.Passage;

/**
 * All it takes to examine a report, besides its texts.
 *
 * @param figures what the rules look at
 * @param given what stands in the report with how sure it is, by the metric's code
 * @param behind the metrics that are behind the time that has passed
 * @param said all the bureau ever said to findings
 * @param accepted what was accepted in the paper of the period before
 */
record Grounds(List<Rule> rules, Figures figures, Map<String, Given> given, List<Pacing.Behind> behind,
		List<Explanation> said, List<FrozenFinding> accepted) {

	List<Finding> inTexts(List<Passage> passages) {
		return ProseExamination.findings(passages, this.figures, this.given, this.behind);
	}

}
