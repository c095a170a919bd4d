/**
 * 校核: rules between the figures, what is wrong with the texts that state them, and how a
 * bureau explains what was found in its report.
 */
@ApplicationModule(allowedDependencies = { "audit", "refusal", "bureau", "period", "account", "amount", "metric",
		"script", "prose", "lint", "binding", "revision", "promise", "report", "register", "field", "mention" })
@NullMarked
package org.kebao.check;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
