/**
 * 行文: reads Chinese office prose: the figures in it, its outline, what is wrong with it.
 * Pure functions over text.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.kebao.prose;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
