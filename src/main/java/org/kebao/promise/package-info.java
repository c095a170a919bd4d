/**
 * 承诺: what a bureau owes for a year or a half, out of its own approved plan or assigned
 * from above.
 */
@ApplicationModule(
		allowedDependencies = { "audit", "refusal", "bureau", "period", "account", "amount", "metric", "revision" })
@NullMarked
package org.kebao.promise;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
