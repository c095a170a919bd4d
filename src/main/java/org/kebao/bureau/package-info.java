/**
 * 机构: the tree of bureaus.
 */
@ApplicationModule(allowedDependencies = { "audit", "refusal" })
@NullMarked
package org.kebao.bureau;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
