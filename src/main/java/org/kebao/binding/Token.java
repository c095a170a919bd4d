package org.kebao.binding;

import java.util.Optional;

import org.kebao.script.Span;

/**
 * A metric in a text: <code>{{技术合同成交额.去年|亿元}}</code>.
 *
 * @param span where it stands in the text as it was typed, with its braces
 * @param name of the metric, one of its aliases or its code; whatever else stands between
 * the braces where it cannot be read
 */
public record Token(Span span, String name, Aspect aspect, Form form) {

	/** As it is typed. */
	public static String write(String name, Aspect aspect, Form form) {
		return "{{" + name + ((aspect != Aspect.NOW) ? "." + aspect.word() : "")
				+ ((form != Form.USUAL) ? "|" + form.word() : "") + "}}";
	}

	/**
	 * Reads what stands between the braces, aspect and form in any order. What is neither
	 * aspect nor form belongs to the name.
	 */
	static Token read(Span span, String inside) {
		String name = inside.strip();
		Aspect aspect = Aspect.NOW;
		Form form = Form.USUAL;
		for (int i = 0; i < 2; i++) {
			int bar = lastIndexOf(name, "|｜");
			Optional<Form> typedForm = (bar < 0) ? Optional.empty() : Form.named(name.substring(bar + 1).strip());
			if (form == Form.USUAL && typedForm.isPresent()) {
				form = typedForm.get();
				name = name.substring(0, bar).strip();
			}
			int dot = lastIndexOf(name, ".．。");
			Optional<Aspect> typedAspect = (dot < 0) ? Optional.empty() : Aspect.named(name.substring(dot + 1).strip());
			if (aspect == Aspect.NOW && typedAspect.isPresent()) {
				aspect = typedAspect.get();
				name = name.substring(0, dot).strip();
			}
		}
		return new Token(span, name, aspect, form);
	}

	private static int lastIndexOf(String text, String characters) {
		int at = text.length() - 1;
		while (at >= 0 && characters.indexOf(text.charAt(at)) < 0) {
			at--;
		}
		return at;
	}

}
