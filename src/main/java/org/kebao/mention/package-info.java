/**
 * 提及: what the texts of a report state of its metrics, and whether that is what its table
 * says.
 */
@ApplicationModule(allowedDependencies = { "audit", "refusal", "account", "bureau", "period", "amount", "script",
		"prose", "lint", "glossary", "metric", "binding", "revision", "promise", "report", "field" })
@NullMarked
package org.kebao.mention;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
