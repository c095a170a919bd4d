/**
 * 首版排印: the renderer of the builds that kept no prints, as it stood in the last of them.
 * It prints once more what was approved in those days, when the application is first
 * started after them, and nothing else ever. So it changes with nothing and knows nobody:
 * its copies of what lives on elsewhere are not to be mended.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.kebao.firstprint;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
