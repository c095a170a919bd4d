/**
 * 工作台: what waits for the person who signed in.
 */
@ApplicationModule(allowedDependencies = { "report", "review", "rollup", "period", "bureau", "account" })
@NullMarked
package org.kebao.desk;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
