package org.kebao.check;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Set;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.kebao.period.PeriodKind;
import org.kebao.proof.Finding;

/**
 * What an administrator types for a rule.
 *
 * @param version of the rule that was read, null for a new one
 * @param tolerance null for the rounding of the parts
 * @param periodKind null for both
 * @param levels none for all
 */
record RuleForm(@Nullable Integer version,
		@Pattern(regexp = "([A-Z][A-Z0-9]*(-[A-Z0-9]+)*)?", message = "代码用大写字母、数字和短横线，如 C01-PRJ04") @Size(max = 20,
				message = "代码最多 {max} 个字符") String code,
		@NotBlank(message = "请填写名称") @Size(max = 60, message = "名称最多 {max} 字") String title,
		Rule.@NotNull(message = "请选择范围") Reach reach, @NotBlank(message = "请填写算式") String leftSide,
		Rule.@NotNull(message = "请选择关系") Relation relation, @NotBlank(message = "请填写算式") String rightSide,
		String appliesWhen,
		@Nullable @DecimalMin(value = "0", message = "容差不能是负数") @Digits(integer = 12, fraction = 6,
				message = "容差最多 6 位小数") BigDecimal tolerance,
		Finding.@NotNull(message = "请选择级别") Severity severity,
		@NotBlank(message = "请填写提示文字") @Size(max = 300, message = "提示文字最多 {max} 字") String message,
		@NotBlank(message = "请写明要怎么办") @Size(max = 300, message = "办法最多 {max} 字") String instruction,
		@Nullable PeriodKind periodKind, Set<String> levels) {

	RuleForm(@Nullable Integer version, @Nullable String code, @Nullable String title, Rule.@Nullable Reach reach,
			@Nullable String leftSide, Rule.@Nullable Relation relation, @Nullable String rightSide,
			@Nullable String appliesWhen, @Nullable BigDecimal tolerance, Finding.@Nullable Severity severity,
			@Nullable String message, @Nullable String instruction, @Nullable PeriodKind periodKind,
			@Nullable Set<String> levels) {
		this.version = version;
		this.code = formula(code);
		this.title = plain(title);
		this.reach = reach;
		this.leftSide = formula(leftSide);
		this.relation = relation;
		this.rightSide = formula(rightSide);
		this.appliesWhen = formula(appliesWhen);
		this.tolerance = tolerance;
		this.severity = severity;
		this.message = plain(message);
		this.instruction = plain(instruction);
		this.periodKind = periodKind;
		this.levels = (levels != null) ? Set.copyOf(levels) : Set.of();
	}

	static RuleForm of(Rule rule) {
		return new RuleForm(rule.getVersion(), rule.getCode(), rule.getTitle(), rule.getReach(), rule.getLeftSide(),
				rule.getRelation(), rule.getRightSide(), rule.getAppliesWhen(), rule.getTolerance(), rule.getSeverity(),
				rule.getMessage(), rule.getInstruction(), rule.getPeriodKind(), rule.getLevelCodes());
	}

	private static String plain(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	/** Chinese input methods type full-width signs. */
	private static String formula(@Nullable String text) {
		return Normalizer.normalize(plain(text), Normalizer.Form.NFKC)
			.replace("≤", "<=")
			.replace("≥", ">=")
			.replace('×', '*')
			.replace('÷', '/')
			.replace('−', '-');
	}

}
