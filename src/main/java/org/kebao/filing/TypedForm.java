package org.kebao.filing;

import java.util.List;
import java.util.Map;

import org.springframework.util.MultiValueMap;

import org.kebao.field.Saving;

/**
 * The fields of a part as a plain form sends them: each text under the name of its field,
 * the version the writer had before him under {@code base.} and that name.
 */
record TypedForm(MultiValueMap<String, String> parameters) {

	private static final String BASE = "base.";

	List<Saving.Wish> wishes() {
		return this.parameters.keySet()
			.stream()
			.filter((name) -> this.parameters.containsKey(BASE + name))
			.map((name) -> new Saving.Wish(name, this.parameters.getFirst(name), this.parameters.getFirst(BASE + name)))
			.toList();
	}

	Map<String, String> texts() {
		return this.parameters.toSingleValueMap();
	}

}
