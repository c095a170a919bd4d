/**
 * 台账: what others read of reports, one or many at once: lists, amounts, papers. Owns no
 * table.
 */
@ApplicationModule(allowedDependencies = { "refusal", "period", "account", "amount", "revision", "report" })
@NullMarked
package org.kebao.register;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
