/**
 * 挑错: what is wrong with a text that the text alone betrays. Pure functions.
 */
@ApplicationModule(allowedDependencies = { "prose", "script" })
@NullMarked
package org.kebao.lint;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
