/**
 * 汇总: who has filed, and what the bureaus of a tree say together; reads other rooms' rows
 * and owns none.
 */
@ApplicationModule(allowedDependencies = { "audit", "refusal", "bureau", "period", "account", "amount", "metric",
		"report", "register" })
@NullMarked
package org.kebao.rollup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
