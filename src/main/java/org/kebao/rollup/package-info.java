/**
 * 汇总: who has filed and how far the others are; reads other rooms' rows and owns none.
 */
@ApplicationModule(allowedDependencies = { "refusal", "bureau", "period", "account", "report" })
@NullMarked
package org.kebao.rollup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
