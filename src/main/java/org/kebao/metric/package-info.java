/**
 * 指标: the catalogue, and the arithmetic of one metric.
 */
@ApplicationModule(allowedDependencies = { "audit", "bureau", "period" })
@NullMarked
package org.kebao.metric;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
