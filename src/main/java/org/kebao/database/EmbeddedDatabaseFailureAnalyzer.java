package org.kebao.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Puts the words on the console, without a stack trace.
 */
class EmbeddedDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedDatabaseFailure> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedDatabaseFailure cause) {
		StringBuilder words = new StringBuilder(cause.getMessage());
		for (Throwable reason = cause.getCause(); reason != null; reason = reason.getCause()) {
			words.append("\n\n").append(reason);
		}
		return new FailureAnalysis(words.toString(),
				"Mend what is said above, or name another folder with kebao.data-folder, or a database of your own with spring.datasource.url.",
				cause);
	}

}
