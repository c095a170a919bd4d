/**
 * 指标: the catalogue, and the arithmetic of one metric.
 */
@ApplicationModule(allowedDependencies = { "script", "amount", "audit", "refusal", "bureau", "period", "account" })
@NullMarked
package org.kebao.metric;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
