package org.kebao.bureau;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator types about a bureau.
 *
 * @param version of the bureau the form was filled from, null for a new one
 */
record BureauForm(@Nullable Integer version,
		@NotBlank(message = "请填机构名称") @Size(max = 60, message = "名称最多 60 个字") @Pattern(regexp = "\\P{Cntrl}*",
				message = "名称里有不能保存的字符") String name,
		@NotBlank(message = "请填代码") @Size(max = 32, message = "代码最多 32 个字符") @Pattern(regexp = "[A-Za-z0-9._-]*",
				message = "代码只能用字母、数字和 . _ -") String code,
		@NotBlank(message = "请选层级") String level, @Nullable Long parentId,
		@NotNull(message = "请填次序") @Min(value = 0, message = "次序在 0 到 9999 之间") @Max(value = 9999,
				message = "次序在 0 到 9999 之间") @Nullable Integer position,
		@NotNull(message = "请填起始日期") @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {

	BureauForm {
		name = Objects.requireNonNullElse(name, "").strip();
		code = Objects.requireNonNullElse(code, "").strip();
		level = Objects.requireNonNullElse(level, "");
	}

	static BureauForm below(@Nullable Long parentId, int position, LocalDate today) {
		return new BureauForm(null, "", "", "", parentId, position, LocalDate.of(today.getYear(), 1, 1), null);
	}

	static BureauForm of(Bureau bureau) {
		return new BureauForm(bureau.getVersion(), bureau.getName(), bureau.getCode(), bureau.getLevel().getCode(),
				bureau.getParentId(), bureau.getPosition(), bureau.getValidFrom(), bureau.getValidTo());
	}

}
