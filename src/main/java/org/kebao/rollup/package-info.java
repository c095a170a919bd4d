/**
 * 汇总: who has filed, what the bureaus of a tree say together, and what they are told to
 * reach; reads other rooms' rows and owns none.
 */
@ApplicationModule(allowedDependencies = { "refusal", "bureau", "period", "account", "metric", "promise", "report" })
@NullMarked
package org.kebao.rollup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
