/**
 * 登录: sign-in and its lockout, the security of every address, the own password.
 */
@ApplicationModule(allowedDependencies = { "audit", "account", "errand" })
@NullMarked
package org.kebao.signin;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
