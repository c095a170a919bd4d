package org.kebao.report;

import java.util.List;
import java.util.Optional;

import org.kebao.metric.Catalogue;

/**
 * The lists a report draws on: the catalogue of metrics and the themes.
 */
public record Vocabulary(Catalogue catalogue, List<Theme> themes) {

	public Optional<Theme> theme(Long id) {
		return this.themes.stream().filter((theme) -> theme.getId().equals(id)).findFirst();
	}

}
