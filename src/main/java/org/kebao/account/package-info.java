/**
 * 账号: people, roles, sign-in, and which bureaus an account may see.
 */
@ApplicationModule(allowedDependencies = { "audit", "refusal", "bureau", "errand" })
@NullMarked
package org.kebao.account;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
