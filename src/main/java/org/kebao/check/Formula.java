package org.kebao.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.functions.basic.SumFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.operators.booleans.PrefixNotOperator;
import com.ezylang.evalex.parser.ParseException;

/**
 * 算式: one side of a {@link Rule} as an administrator writes it, over the codes of
 * metrics: {@code PRJ01+PRJ02}, {@code prev.PRJ01}, or {@code x} in a rule over each
 * metric. Whatever he writes, reading and computing it takes a bounded time.
 */
final class Formula {

	static final int LONGEST = 300;

	private static final Pattern TOKEN = Pattern.compile("(?<number>\\d{1,15}(\\.\\d{1,6})?(?![\\d.]))"
			+ "|(?<name>[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*)?)|(?<sign><=|>=|!=|&&|\\|\\||[-+*/(),<>=!])");

	private static final Pattern NAMED = Pattern
		.compile("((?<scope>prev|lastYear|plan|below|recomputed)\\.)?(?<code>[A-Z]{3}\\d{2})");

	private static final Pattern EACH = Pattern.compile("((prev|lastYear|plan|below|recomputed)\\.)?x|low|high|band");

	private static final Set<String> FUNCTIONS = Set.of("ABS", "MIN", "MAX", "SUM", "ROUND", "IF");

	private static final int DIGITS = 34;

	/** Nothing a bureau reports has more digits before the point. */
	private static final int DIGITS_BEFORE_POINT = 30;

	private static final int KEPT = 1000;

	/** A formula is parsed once: pages ask the same ones all day. */
	private static final Map<String, Formula> parsed = new ConcurrentHashMap<>();

	private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
		.functionDictionary(MapBasedFunctionDictionary.ofFunctions(Map.entry("ABS", new AbsFunction()),
				Map.entry("MIN", new MinFunction()), Map.entry("MAX", new MaxFunction()),
				Map.entry("SUM", new SumFunction()), Map.entry("ROUND", new BoundedRound()),
				Map.entry("IF", new IfFunction())))
		.operatorDictionary(MapBasedOperatorDictionary.ofOperators(Map.entry("+", new PrefixPlusOperator()),
				Map.entry("-", new PrefixMinusOperator()), Map.entry("!", new PrefixNotOperator()),
				Map.entry("+", new InfixPlusOperator()), Map.entry("-", new InfixMinusOperator()),
				Map.entry("*", new InfixMultiplicationOperator()), Map.entry("/", new InfixDivisionOperator()),
				Map.entry("=", new InfixEqualsOperator()), Map.entry("!=", new InfixNotEqualsOperator()),
				Map.entry(">", new InfixGreaterOperator()), Map.entry(">=", new InfixGreaterEqualsOperator()),
				Map.entry("<", new InfixLessOperator()), Map.entry("<=", new InfixLessEqualsOperator()),
				Map.entry("&&", new InfixAndOperator()), Map.entry("||", new InfixOrOperator())))
		.defaultConstants(Map.of())
		.mathContext(new MathContext(DIGITS, RoundingMode.HALF_UP))
		.arraysAllowed(false)
		.structuresAllowed(false)
		.binaryAllowed(false)
		.implicitMultiplicationAllowed(false)
		.build();

	private final Expression expression;

	/** As they are written, in the order of their first use. */
	private final Set<String> variables;

	private Formula(String text) throws BrokenFormulaException {
		if (text.length() > LONGEST) {
			throw new BrokenFormulaException("算式最多 %d 个字符".formatted(LONGEST));
		}
		Set<String> variables = new LinkedHashSet<>();
		this.expression = new Expression(plain(text, variables), CONFIGURATION);
		this.variables = Collections.unmodifiableSet(variables);
		try {
			this.expression.validate();
			this.expression.getAbstractSyntaxTree();
		}
		catch (ParseException ex) {
			throw new BrokenFormulaException("算式不完整，或者括号、运算符不配对，请检查");
		}
		requireComputable();
	}

	/**
	 * Reads a formula.
	 * @throws BrokenFormulaException with the reason in Chinese
	 */
	static Formula of(String text) throws BrokenFormulaException {
		Formula known = parsed.get(text);
		if (known == null) {
			known = new Formula(text);
			if (parsed.size() >= KEPT) {
				parsed.clear();
			}
			parsed.put(text, known);
		}
		return known;
	}

	/**
	 * Takes the text apart before the evaluator sees it, so that it holds nothing else
	 * than what is allowed: no exponents, no strings, no powers, no other functions.
	 */
	private static String plain(String text, Set<String> variables) throws BrokenFormulaException {
		List<String> tokens = new ArrayList<>();
		Matcher token = TOKEN.matcher(text);
		int at = 0;
		while (at < text.length()) {
			if (Character.isWhitespace(text.charAt(at))) {
				at++;
				continue;
			}
			if (!token.find(at) || token.start() != at) {
				throw new BrokenFormulaException(
						"第 %d 个字符“%s”不能用在算式里".formatted(at + 1, text.substring(at, text.offsetByCodePoints(at, 1))));
			}
			at = token.end();
			String name = token.group("name");
			tokens.add((name != null) ? name(name, text.substring(at).stripLeading().startsWith("("), variables)
					: token.group());
		}
		if (tokens.isEmpty()) {
			throw new BrokenFormulaException("请填写算式");
		}
		return String.join(" ", tokens);
	}

	private static String name(String name, boolean called, Set<String> variables) throws BrokenFormulaException {
		if (called) {
			String function = name.toUpperCase(Locale.ROOT);
			if (!FUNCTIONS.contains(function)) {
				throw new BrokenFormulaException("不能用“%s”，只能用 ABS、MIN、MAX、SUM、ROUND、IF".formatted(name));
			}
			return function;
		}
		if (!NAMED.matcher(name).matches() && !EACH.matcher(name).matches()) {
			throw new BrokenFormulaException("看不懂“%s”：指标写代码，如 PRJ01、prev.PRJ01、lastYear.PRJ01".formatted(name));
		}
		variables.add(name);
		return name.replace('.', '_');
	}

	/** Some mistakes only show when something is computed. */
	private void requireComputable() throws BrokenFormulaException {
		try {
			Expression tried = new Expression(this.expression);
			this.variables.forEach((name) -> tried.with(name.replace('.', '_'), BigDecimal.valueOf(3)));
			if (!isNumeric(tried.evaluate())) {
				throw new BrokenFormulaException("算式要算出一个数");
			}
		}
		catch (ParseException | EvaluationException ex) {
			if (ex.getMessage() == null || !ex.getMessage().startsWith("Division by zero")) {
				throw new BrokenFormulaException("算式算不出来，请检查函数的参数；ROUND 最多保留 6 位小数");
			}
		}
	}

	private static boolean isNumeric(EvaluationValue value) {
		return value.isNumberValue() || value.isBooleanValue();
	}

	/**
	 * As they are written, such as {@code prev.PRJ01}, in the order of their first use.
	 */
	Set<String> variables() {
		return this.variables;
	}

	/** The codes of the metrics it names, in the order of their first use. */
	Set<String> codes() {
		Set<String> codes = new LinkedHashSet<>();
		for (String variable : this.variables) {
			Matcher named = NAMED.matcher(variable);
			if (named.matches()) {
				codes.add(named.group("code"));
			}
		}
		return codes;
	}

	/** Whether it speaks of the one metric of a rule over each. */
	boolean isOfEach() {
		return this.variables.stream().anyMatch((variable) -> EACH.matcher(variable).matches());
	}

	/**
	 * Computes it.
	 * @return nothing where a value is missing or the result is none, such as after a
	 * division by zero
	 */
	Optional<BigDecimal> compute(Map<String, BigDecimal> values) {
		if (!values.keySet().containsAll(this.variables)) {
			return Optional.empty();
		}
		try {
			Expression filled = new Expression(this.expression);
			this.variables.forEach((name) -> filled.with(name.replace('.', '_'), values.get(name)));
			EvaluationValue result = filled.evaluate();
			return isNumeric(result) ? Optional.of(result.getNumberValue()).filter(Formula::isOfThisWorld)
					: Optional.empty();
		}
		catch (ParseException | EvaluationException | ArithmeticException ex) {
			return Optional.empty();
		}
	}

	private static boolean isOfThisWorld(BigDecimal value) {
		return value.precision() - value.scale() <= DIGITS_BEFORE_POINT && value.scale() <= 2 * DIGITS;
	}

	/** A formula that cannot be read. */
	static final class BrokenFormulaException extends Exception {

		BrokenFormulaException(String message) {
			super(message);
		}

		@Override
		public String getMessage() {
			return String.valueOf(super.getMessage());
		}

	}

	/** ROUND to a million places would fill the memory. */
	@com.ezylang.evalex.functions.FunctionParameter(name = "value")
	@com.ezylang.evalex.functions.FunctionParameter(name = "scale")
	private static final class BoundedRound extends com.ezylang.evalex.functions.AbstractFunction {

		private static final BigDecimal MOST = BigDecimal.valueOf(6);

		private final RoundFunction round = new RoundFunction();

		@Override
		public EvaluationValue evaluate(Expression expression, com.ezylang.evalex.parser.Token token,
				EvaluationValue... parameters) throws EvaluationException {
			BigDecimal scale = parameters[1].getNumberValue();
			if (scale.signum() < 0 || scale.compareTo(MOST) > 0) {
				throw new EvaluationException(token, "ROUND keeps 0 to 6 decimals");
			}
			return this.round.evaluate(expression, token, parameters);
		}

	}

}
