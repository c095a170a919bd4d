/**
 * 报告: one bureau's report of one period, what stands in it, what state it is in, and what
 * was frozen of it.
 */
@ApplicationModule(allowedDependencies = { "audit", "refusal", "bureau", "period", "account", "amount", "metric",
		"binding", "revision", "promise", "script" })
@NullMarked
package org.kebao.report;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
