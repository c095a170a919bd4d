package org.kebao.summary;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.kebao.period.PeriodKind;

/**
 * A template as it was typed.
 *
 * @param base the version the text was written on, 0 for a new template
 */
record TemplateForm(
		@NotBlank(message = "请填写名称") @Size(max = 60, message = "名称不超过60字") @Pattern(regexp = "\\P{Cntrl}*",
				message = "名称中有不能使用的字符") String name,
		@NotNull(message = "请选择报告期类型") PeriodKind periodKind, String levelCode,
		@NotNull(message = "请选择序数样式") Numbering numbering, String text, int base) {

	TemplateForm {
		name = (name != null) ? name.strip() : "";
		levelCode = (levelCode != null) ? levelCode : "";
		// a browser sends what stood in a text area with line ends of its own
		text = (text != null) ? text.replace("\r\n", "\n") : "";
	}

	static TemplateForm of(SummaryTemplate template, TemplateVersion newest) {
		return new TemplateForm(template.getName(), template.getPeriodKind(), template.getLevelCode(),
				newest.getNumbering(), newest.getText(), newest.getNumber());
	}

	/** What a new template begins with. */
	static TemplateForm blank() {
		return new TemplateForm("", PeriodKind.wholeYear(), "", Numbering.FULL, """
				# {{bureau}}
				# {{period}}工作总结

				{{lead}}

				{{#hasAchievements}}
				## 主要工作成效
				{{#achievements}}
				### {{heading}}
				{{body}}
				{{/achievements}}
				{{/hasAchievements}}

				!落款
				""", 0);
	}

	@Nullable String level() {
		return this.levelCode.isEmpty() ? null : this.levelCode;
	}

}
