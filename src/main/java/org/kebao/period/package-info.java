/**
 * 报告期: reporting periods, due dates, extensions.
 */
@ApplicationModule(allowedDependencies = { "audit", "refusal", "bureau" })
@NullMarked
package org.kebao.period;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
