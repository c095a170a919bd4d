package org.kebao.report;

import java.time.ZoneOffset;
import java.util.List;

import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Adds to the history of figures, and does nothing else to it: one after the other as it
 * happened, however much a save changes. The database numbers them in their order: blocks
 * of numbers taken ahead would say of two copies of the application nothing about who
 * came first.
 */
@Component
@RequiredArgsConstructor
class ValueHistory {

	private static final int BATCH = 500;

	private final JdbcOperations jdbc;

	void append(List<ValueChange> changes) {
		this.jdbc.batchUpdate("""
				insert into value_changes (report_id, metric_id, kind, old_text, new_text, why, changed_by, changed_at)
				values (?, ?, ?, ?, ?, ?, ?, ?)""", changes, BATCH, (statement, change) -> {
			statement.setLong(1, change.getReportId());
			statement.setLong(2, change.getMetricId());
			statement.setString(3, change.getKind().name());
			statement.setString(4, change.getOldText());
			statement.setString(5, change.getNewText());
			statement.setString(6, change.getWhy());
			statement.setLong(7, change.getChangedBy());
			statement.setObject(8, change.getChangedAt().atOffset(ZoneOffset.UTC));
		});
	}

}
