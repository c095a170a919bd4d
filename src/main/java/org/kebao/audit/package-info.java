/**
 * 日志: who did what and when, added to and never rewritten.
 */
@ApplicationModule(allowedDependencies = "script")
@NullMarked
package org.kebao.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
