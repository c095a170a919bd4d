/**
 * 行文: reads Chinese office prose: the figures in it and its outline. Pure functions over
 * text.
 */
@ApplicationModule(allowedDependencies = { "script" })
@NullMarked
package org.kebao.prose;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
