/**
 * 工作台: what waits for the person who signed in.
 */
@ApplicationModule(allowedDependencies = { "period", "account", "report", "register", "review", "rollup" })
@NullMarked
package org.kebao.desk;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
