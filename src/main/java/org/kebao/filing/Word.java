package org.kebao.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.kebao.amount.Units;
import org.kebao.binding.Aspect;
import org.kebao.binding.Facts;
import org.kebao.binding.Form;
import org.kebao.binding.Trouble;
import org.kebao.metric.Metric;

/**
 * A metric as it is picked for a text, and what it says there at present.
 *
 * @param initials of its pinyin, and those of its aliases
 * @param forms it can be told in besides the usual one
 * @param values what it prints as, by what is typed behind its name: "", "同比", "去年|亿元";
 * what cannot be told is not there
 * @param numbers what its number alone is before a unit of another size than its own, by
 * what is typed and the power of ten of that unit: "|数|8" before 亿
 * @param trouble why it has no figure now, "" where it has one
 */
record Word(String name, String code, String group, List<String> initials, List<String> aliases, String unit,
		List<String> forms, Map<String, String> values, Map<String, String> numbers, String trouble) {

	static Word of(Metric metric, Facts facts) {
		List<Form> forms = new ArrayList<>(List.of(Form.USUAL, Form.NUMBER));
		if (Units.factor(metric.getUnit(), Form.TEN_THOUSAND.word()).isPresent()) {
			forms.addAll(1, List.of(Form.TEN_THOUSAND, Form.HUNDRED_MILLION));
		}
		Map<String, String> values = new LinkedHashMap<>();
		Map<String, String> numbers = new LinkedHashMap<>();
		for (Aspect aspect : Aspect.values()) {
			for (Form form : forms) {
				Facts.Told told = facts.tell(metric, aspect, form);
				if (told.trouble() == Trouble.NONE) {
					values.put(key(aspect, form), told.words());
				}
			}
			facts.numbers(metric, aspect)
				.forEach((power, words) -> numbers.put(key(aspect, Form.NUMBER) + "|" + power, words));
		}
		return new Word(metric.getName(), metric.getCode(), metric.getGroup().getName(),
				Stream.concat(Stream.of(metric.getName()), metric.getAliases().stream())
					.flatMap((name) -> Initials.of(name).stream())
					.distinct()
					.toList(),
				metric.getAliases(), metric.getUnit(), forms.stream().skip(1).map(Form::word).toList(), values, numbers,
				facts.tell(metric, Aspect.NOW, Form.USUAL).why());
	}

	private static String key(Aspect aspect, Form form) {
		return aspect.word() + ((form != Form.USUAL) ? "|" + form.word() : "");
	}

}
