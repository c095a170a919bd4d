/**
 * 填报: how a bureau fills its report in, field by field, and hands it over.
 */
@ApplicationModule(allowedDependencies = { "refusal", "bureau", "period", "account", "amount", "metric", "binding",
		"revision", "report", "register", "field", "mention", "proof", "check", "review" })
@NullMarked
package org.kebao.filing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
