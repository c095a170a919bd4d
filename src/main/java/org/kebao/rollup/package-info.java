/**
 * 汇总: who has filed, what the bureaus of a tree say together; reads other rooms' rows and
 * owns none.
 */
@ApplicationModule(allowedDependencies = { "refusal", "bureau", "period", "account", "metric", "report" })
@NullMarked
package org.kebao.rollup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
