/**
 * 字段: the places of a report where something is typed, how a typed text becomes a value,
 * and that none is written over a text its writer has not seen. Owns no table.
 */
@ApplicationModule(allowedDependencies = { "account", "amount", "metric", "revision", "report", "script" })
@NullMarked
package org.kebao.field;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
