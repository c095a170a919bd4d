package org.kebao.field;

import java.util.List;

import lombok.Getter;

/**
 * One of several texts that belong together was refused or stood against another's, and
 * so none of them was saved.
 */
@Getter
public class NotSavedException extends RuntimeException {

	/** What would have become of each text. */
	private final transient List<Saving> savings;

	NotSavedException(List<Saving> savings) {
		super("%d texts were to be saved together".formatted(savings.size()));
		this.savings = savings;
	}

}
