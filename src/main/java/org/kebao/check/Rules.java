package org.kebao.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metrics;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.register.Register;
import org.kebao.report.Report;

/**
 * What an administrator does with the rules: writes one, tries it on reports of the past,
 * switches it on.
 */
@Service
@RequiredArgsConstructor
class Rules {

	private static final int TRIED = 200;

	private static final int SHOWN = 50;

	private static final Set<String> WORDS = Set.of("left", "right", "difference");

	private static final Set<String> WORDS_OF_EACH = Set.of("name", "unit", "change");

	private final RuleRepository rules;

	private final FigureReader figures;

	private final Metrics metrics;

	private final Register register;

	private final Bureaus bureaus;

	private final Periods periods;

	private final AuditLog audit;

	/** Those with the text in their code, title, formulas or message, in their order. */
	@Transactional(readOnly = true)
	List<Rule> search(String text) {
		String wanted = text.strip().toLowerCase(Locale.ROOT);
		return this.rules.findAll()
			.stream()
			.filter((rule) -> String
				.join(" ", rule.getCode(), rule.getTitle(), rule.getLeftSide(), rule.getRightSide(), rule.getMessage())
				.toLowerCase(Locale.ROOT)
				.contains(wanted))
			.toList();
	}

	@Transactional(readOnly = true)
	Optional<Rule> find(Long id) {
		return this.rules.findById(id);
	}

	/** Adds a rule, switched off, or says beside the field why not. */
	@Transactional
	Optional<Rule> add(RuleForm form, Errors errors) {
		check(null, form, errors);
		if (errors.hasErrors()) {
			return Optional.empty();
		}
		Rule rule = this.rules.saveAndFlush(new Rule(form, this.rules.lastPosition() + 1));
		this.audit.add(Act.RULE_CHANGED, rule.getCode(), "新建：" + describe(rule));
		return Optional.of(rule);
	}

	/** Changes a rule, or says beside the field why not. */
	@Transactional
	void change(Long id, RuleForm form, Errors errors) {
		Rule rule = this.rules.findById(id).orElseThrow();
		if (!Objects.equals(rule.getVersion(), form.version())) {
			errors.reject("changed");
			return;
		}
		check(rule, form, errors);
		if (errors.hasErrors()) {
			return;
		}
		String before = describe(rule);
		rule.change(form);
		this.audit.add(Act.RULE_CHANGED, rule.getCode(), "%s → %s".formatted(before, describe(rule)));
	}

	@Transactional
	void switchTo(Long id, boolean active) {
		Rule rule = this.rules.findById(id).orElseThrow();
		rule.switchTo(active);
		this.audit.add(Act.RULE_CHANGED, rule.getCode(), active ? "启用" : "停用");
	}

	/**
	 * Tries a rule as it stands in the form on the reports that were approved last, or
	 * says beside the field why it cannot be tried.
	 */
	@Transactional(readOnly = true)
	Optional<Trial> trial(RuleForm form, @Nullable Long id, Errors errors) {
		check((id != null) ? this.rules.findById(id).orElse(null) : null, form, errors);
		if (errors.hasErrors()) {
			return Optional.empty();
		}
		Rule rule = new Rule(form, 0);
		List<Report> tried = this.register.lastApproved(TRIED);
		Map<Long, Figures> figures = this.figures.read(tried, this.metrics.catalogue());
		Map<Long, Bureau> filers = this.bureaus
			.byId(tried.stream().map(Report::getBureauId).collect(Collectors.toSet()));
		Map<Long, ReportingPeriod> spans = this.periods
			.byId(tried.stream().map(Report::getPeriodId).collect(Collectors.toSet()));
		int holds = 0;
		int silent = 0;
		List<Trial.Failure> failures = new ArrayList<>();
		for (Report report : tried) {
			for (Examination.Outcome outcome : Examination.of(rule, figures.get(report.getId()))) {
				if (outcome.finding() != null) {
					failures.add(new Trial.Failure(filers.get(report.getBureauId()).getName(),
							spans.get(report.getPeriodId()).getTitle(), outcome.finding().message()));
				}
				else if (outcome.silent()) {
					silent++;
				}
				else {
					holds++;
				}
			}
		}
		return Optional
			.of(new Trial(tried.size(), holds, silent, failures.size(), failures.stream().limit(SHOWN).toList()));
	}

	private void check(@Nullable Rule rule, RuleForm form, Errors errors) {
		if (rule == null && form.code().isEmpty()) {
			errors.rejectValue("code", "blank", "请填写代码");
		}
		if (rule == null && this.rules.existsByCode(form.code())) {
			errors.rejectValue("code", "duplicate", "这个代码已被别的规则使用");
		}
		if (errors.hasFieldErrors("reach") || errors.hasFieldErrors("leftSide") || errors.hasFieldErrors("rightSide")) {
			return;
		}
		Set<String> variables = new LinkedHashSet<>();
		formula("leftSide", form.leftSide(), form, variables, errors);
		formula("rightSide", form.rightSide(), form, variables, errors);
		if (!form.appliesWhen().isEmpty()) {
			formula("appliesWhen", form.appliesWhen(), form, variables, errors);
		}
		if (errors.hasErrors()) {
			return;
		}
		if (form.reach().isNamed() && codes(form.leftSide()).isEmpty() && codes(form.rightSide()).isEmpty()) {
			errors.rejectValue("leftSide", "empty", "算式里至少要有一个指标代码");
		}
		blanks("message", form.message(), form, variables, errors);
		blanks("instruction", form.instruction(), form, variables, errors);
		if (!this.bureaus.levelNames().keySet().containsAll(form.levels())) {
			errors.rejectValue("levels", "unknown", "没有这个层级");
		}
	}

	private void formula(String field, String text, RuleForm form, Set<String> variables, Errors errors) {
		try {
			Formula formula = Formula.of(text);
			variables.addAll(formula.variables());
			Catalogue catalogue = this.metrics.catalogue();
			formula.codes()
				.stream()
				.filter((code) -> catalogue.find(code).isEmpty())
				.findFirst()
				.ifPresent((code) -> errors.rejectValue(field, "unknown", "指标目录里没有 " + code));
			if (form.reach().isNamed() && formula.isOfEach()) {
				errors.rejectValue(field, "each", "x、low、high、band 只能用在“每个……”的规则里");
			}
		}
		catch (Formula.BrokenFormulaException ex) {
			errors.rejectValue(field, "broken", ex.getMessage());
		}
	}

	private static Set<String> codes(String text) {
		try {
			return Formula.of(text).codes();
		}
		catch (Formula.BrokenFormulaException ex) {
			return Set.of();
		}
	}

	/** A message can only tell what the rule looks at. */
	private static void blanks(String field, String text, RuleForm form, Set<String> variables, Errors errors) {
		Matcher blank = Examination.BLANK.matcher(text);
		while (blank.find()) {
			String word = blank.group(1);
			boolean known = variables.contains(word) || WORDS.contains(word)
					|| (!form.reach().isNamed() && WORDS_OF_EACH.contains(word));
			if (!known) {
				errors.rejectValue(field, "unknown", "{%s} 不在算式里，不能印出来".formatted(word));
				return;
			}
		}
	}

	private static String describe(Rule rule) {
		return "%s，%s %s %s%s，%s，%s".formatted(rule.getTitle(), rule.getLeftSide(), rule.getRelation().label(),
				rule.getRightSide(), rule.getAppliesWhen().isEmpty() ? "" : "（当 " + rule.getAppliesWhen() + "）",
				rule.getSeverity().label(), rule.getMessage());
	}

}
