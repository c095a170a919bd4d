/**
 * 数: reads amounts as they are typed, prints them as the trade does, and holds one
 * against another. Pure functions.
 */
@ApplicationModule(allowedDependencies = "script")
@NullMarked
package org.kebao.amount;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
