/**
 * 导入: the metric table of one report as a workbook, out and in. What comes in is a
 * proposal; a person confirms it.
 */
@ApplicationModule(allowedDependencies = { "audit", "refusal", "period", "account", "script", "amount", "metric",
		"revision", "report", "register", "field" })
@NullMarked
package org.kebao.intake;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
