/**
 * 任务分解: a goal of the year spread over the bureaus below, checked against its sum; owns
 * no table.
 */
@ApplicationModule(allowedDependencies = { "refusal", "bureau", "period", "account", "amount", "metric", "promise",
		"report", "register" })
@NullMarked
package org.kebao.assignment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
