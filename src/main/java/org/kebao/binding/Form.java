package org.kebao.binding;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a {@link Token} tells an amount.
 */
public enum Form {

	/** With its unit, money from 1 亿元 on in 亿元 (domain handbook §2.2). */
	USUAL(""),

	TEN_THOUSAND("万元"), HUNDRED_MILLION("亿元"),

	/** The number alone, in the unit that is typed behind it. */
	NUMBER("数");

	private final String word;

	Form(String word) {
		this.word = word;
	}

	/** As it is typed behind the bar, "" for the usual one. */
	public String word() {
		return this.word;
	}

	static Optional<Form> named(String word) {
		return Arrays.stream(values()).filter((form) -> form != USUAL && form.word.equals(word)).findFirst();
	}

}
