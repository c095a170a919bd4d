/**
 * 总结: turns the content of a report into the finished official paper.
 */
@ApplicationModule(allowedDependencies = { "audit", "refusal", "bureau", "period", "account", "script", "amount",
		"metric", "revision", "report", "register", "check" })
@NullMarked
package org.kebao.summary;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
