/**
 * 审核: what waits for a decision, the remarks, and who decided what on which version.
 */
@ApplicationModule(allowedDependencies = { "audit", "refusal", "bureau", "period", "account", "amount", "metric",
		"revision", "report", "register", "check" })
@NullMarked
package org.kebao.review;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
