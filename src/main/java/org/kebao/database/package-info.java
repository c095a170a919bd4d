/**
 * 数据库: starts the embedded PostgreSQL where no address of another is given.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.kebao.database;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
