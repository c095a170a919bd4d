package org.kebao.report;

import java.util.Set;

/**
 * 沿用: what is to be taken over from an earlier report, chosen one by one.
 *
 * @param entries ids of entries with their paragraphs
 * @param headings ids of entries of which only the heading is wanted
 * @param targets ids of targets
 */
public record Carrying(Set<Long> entries, Set<Long> headings, Set<Long> targets, boolean lead, boolean idea) {
}
