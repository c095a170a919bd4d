package org.kebao.period;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator types to plan a period.
 */
record PeriodForm(
		@NotNull(message = "请填年份") @Min(value = 2000, message = "年份在 2000 到 2100 之间") @Max(value = 2100,
				message = "年份在 2000 到 2100 之间") @Nullable Integer year,
		@NotNull(message = "请选类型") @Nullable PeriodKind kind, @NotNull(message = "请填截止日期") @Nullable LocalDate dueOn) {
}
