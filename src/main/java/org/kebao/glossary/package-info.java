/**
 * 词汇: which metric a figure of a text states. Pure functions.
 */
@ApplicationModule(allowedDependencies = { "prose", "script" })
@NullMarked
package org.kebao.glossary;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
