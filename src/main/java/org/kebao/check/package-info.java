/**
 * 校核: rules between the figures, what they find in a report, and how its bureau explains
 * what was found.
 */
@ApplicationModule(allowedDependencies = { "audit", "refusal", "bureau", "period", "account", "amount", "metric",
		"revision", "promise", "report" })
@NullMarked
package org.kebao.check;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
