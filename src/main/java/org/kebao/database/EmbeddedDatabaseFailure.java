package org.kebao.database;

import org.jspecify.annotations.Nullable;

/**
 * Why the embedded database does not start, in words for who started the application.
 */
class EmbeddedDatabaseFailure extends RuntimeException {

	EmbeddedDatabaseFailure(String message) {
		super(message);
	}

	EmbeddedDatabaseFailure(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
