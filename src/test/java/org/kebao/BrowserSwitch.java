package org.kebao;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves out what needs a browser where it is switched off.
 */
final class BrowserSwitch implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (!Browsers.areSwitchedOff()) {
			return ConditionEvaluationResult.enabled("");
		}
		if (System.getenv("CI") != null) {
			throw new AssertionError("kebao.browser=off: on CI the browser tests are run");
		}
		return ConditionEvaluationResult.disabled("kebao.browser=off");
	}

}
