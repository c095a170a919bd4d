/**
 * 校核: rules between the figures that an administrator writes, and how a bureau explains
 * what was found in its report.
 */
@ApplicationModule(allowedDependencies = { "audit", "refusal", "bureau", "period", "account", "script", "amount",
		"metric", "binding", "revision", "promise", "report", "register", "field", "mention", "proof" })
@NullMarked
package org.kebao.check;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
