/**
 * 演示: an invented province, for those who want to look around.
 */
@ApplicationModule(allowedDependencies = { "database", "signin", "bureau", "period", "account", "amount", "metric",
		"revision", "promise", "report", "register", "field", "check", "review" })
@NullMarked
package org.kebao.demo;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
