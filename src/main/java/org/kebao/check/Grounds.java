package org.kebao.check;

import java.util.List;

import org.kebao.mention.Passage;
import org.kebao.proof.Finding;
import org.kebao.proof.Proof;
import org.kebao.proof.Yardstick;

/**
 * All it takes to examine a report, besides its texts.
 *
 * @param figures what the rules look at
 * @param yardstick what the sentences of its texts are held against
 * @param said all the bureau ever said to findings
 * @param accepted what was accepted in the paper of the period before
 */
record Grounds(List<Rule> rules, Figures figures, Yardstick yardstick, List<Explanation> said,
		List<FrozenFinding> accepted) {

	List<Finding> inTexts(List<Passage> passages) {
		return Proof.findings(passages, this.yardstick);
	}

}
