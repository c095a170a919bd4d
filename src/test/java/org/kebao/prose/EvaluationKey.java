package org.kebao.prose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the gold does not say of a document: which metric of the shipped catalogue each of
 * its names means, and which contradictions are in it that no metric shows.
 *
 * @param links gold name, or "whole/part", to the codes that are right for it; "" among
 * them allows for none. A name that is not here states no metric.
 */
record EvaluationKey(Map<String, List<String>> links, List<EvaluationGold.Contradiction> flaws) {

	EvaluationKey {
		links = (links != null) ? links : Map.of();
		flaws = (flaws != null) ? flaws : List.of();
	}

	/** The codes that are right for a name; only "" where it states no metric. */
	List<String> codes(String name) {
		return this.links.getOrDefault(name, List.of(""));
	}

	/** The key of a document, null where nobody made one. */
	static @Nullable EvaluationKey of(String source) {
		try (InputStream stream = EvaluationKey.class.getResourceAsStream("evaluation-key.json")) {
			Keys keys = JsonMapper.shared().readValue(Objects.requireNonNull(stream), Keys.class);
			return keys.documents().get(source);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Keys(Map<String, EvaluationKey> documents) {
	}

}
