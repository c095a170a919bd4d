package org.kebao.mention;

import java.util.List;

import org.kebao.binding.Facts;
import org.kebao.metric.Catalogue;

/**
 * All it takes to read the texts of a report.
 *
 * @param facts what its tokens may state
 * @param table what its figures are held against
 */
record Material(List<Text> texts, Catalogue catalogue, Facts facts, ReportTable table) {
}
