/**
 * 定稿: what was submitted, frozen under the names of its time, with a checksum.
 */
@ApplicationModule(allowedDependencies = { "amount", "metric", "period" })
@NullMarked
package org.kebao.revision;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
