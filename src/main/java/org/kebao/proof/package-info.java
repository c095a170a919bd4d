/**
 * 校对: what the sentences of a report claim, held against its table and what was approved
 * before, and what is offered where they differ.
 */
@ApplicationModule(allowedDependencies = { "period", "script", "prose", "lint", "amount", "metric", "binding",
		"revision", "report", "field", "mention" })
@NullMarked
package org.kebao.proof;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
