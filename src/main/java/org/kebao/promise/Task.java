package org.kebao.promise;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * 任务: what one bureau is to reach in a year.
 *
 * @param before what was asked for when the writer looked, null for nothing
 * @param goal what is asked for now, null for nothing any more
 * @param base the approved amount of the year before, null for none
 */
public record Task(Long bureauId, @Nullable BigDecimal before, @Nullable BigDecimal goal, @Nullable BigDecimal base) {
}
