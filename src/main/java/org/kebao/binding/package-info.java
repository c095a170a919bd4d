/**
 * 绑定: texts with metrics in them, and what they say with the figures put in their places.
 * Pure functions.
 */
@ApplicationModule(allowedDependencies = { "amount", "metric", "script" })
@NullMarked
package org.kebao.binding;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
