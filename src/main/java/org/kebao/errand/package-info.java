/**
 * 办理: what a form asked is done once, and whoever asks again is told what came of it.
 */
@ApplicationModule(allowedDependencies = { "refusal" })
@NullMarked
package org.kebao.errand;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
