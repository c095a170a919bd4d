/**
 * 拒绝: how the house says no, politely and in Chinese.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.kebao.refusal;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
