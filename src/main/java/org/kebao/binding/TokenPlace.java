package org.kebao.binding;

import org.jspecify.annotations.Nullable;

import org.kebao.script.Span;

/**
 * Where a {@link Token} stands in the printed text.
 *
 * @param printed its words there; in trouble they say in 〔〕 what is wrong
 * @param code of its metric, null where none is known
 * @param stated the amount it states, null where it states none or only a change
 */
public record TokenPlace(Token token, Span printed, @Nullable String code, Trouble trouble, @Nullable Stated stated) {

	/** Whether the figures of the report stand behind its words. */
	public boolean isBound() {
		return this.trouble != Trouble.UNPAIRED;
	}

}
