package org.kebao.glossary;

import org.kebao.prose.Figure;

/**
 * A figure that states a metric.
 *
 * @param confidence in per cent, 100 for a metric called by its very name
 */
public record Link(Figure figure, Glossary.Entry entry, int confidence) {
}
