/**
 * 文字: Chinese writing as it stands: sentences, numerals, measure words, marks of
 * numbering, traditional characters. Pure functions.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.kebao.script;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
