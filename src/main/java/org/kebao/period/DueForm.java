package org.kebao.period;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Another due date.
 *
 * @param version of the period the form was filled from
 */
record DueForm(@Nullable Integer version, @NotNull(message = "请填截止日期") @Nullable LocalDate dueOn) {
}
