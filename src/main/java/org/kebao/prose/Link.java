package org.kebao.prose;

/**
 * A figure that states a metric.
 *
 * @param confidence above 0, 1 for a metric called by its very name
 */
public record Link(Figure figure, Glossary.Entry entry, double confidence) {
}
