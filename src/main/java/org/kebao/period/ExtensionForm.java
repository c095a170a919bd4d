package org.kebao.period;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * More time for one bureau.
 */
record ExtensionForm(@NotNull(message = "请选机构") @Nullable Long bureauId,
		@NotNull(message = "请填延期至哪天") @Nullable LocalDate until, @NotBlank(message = "请填原因") @Size(max = 200,
				message = "原因最多 200 个字") @Pattern(regexp = "\\P{Cntrl}*", message = "原因里有不能保存的字符") String reason) {

	static final ExtensionForm EMPTY = new ExtensionForm(null, null, "");

	ExtensionForm {
		reason = Objects.requireNonNullElse(reason, "").strip();
	}

}
