package org.kebao.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A real PostgreSQL that needs no installation. All that is its own lies in one folder:
 * the programs, the data, the password, the log. One application at a time has the
 * folder; a server that a killed one left running there is stopped before the next
 * starts.
 */
public class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private final FolderLock lock;

	private final PostgresServer server;

	/**
	 * Starts the server.
	 * @param folder where all is kept between runs
	 * @throws EmbeddedDatabaseFailure where that cannot be, with what PostgreSQL says of
	 * it
	 */
	public EmbeddedDatabase(Path folder) {
		Path home = folder.toAbsolutePath().normalize();
		try {
			Files.createDirectories(home);
			this.lock = FolderLock.take(home);
		}
		catch (IOException ex) {
			throw new EmbeddedDatabaseFailure("The data folder " + home + " cannot be used", ex);
		}
		try {
			this.server = PostgresServer.start(home);
			logger.info("Embedded PostgreSQL runs on port {}, data in {}", this.server.port(), home);
		}
		catch (IOException | RuntimeException ex) {
			this.lock.close();
			throw (ex instanceof EmbeddedDatabaseFailure failure) ? failure
					: new EmbeddedDatabaseFailure("The embedded PostgreSQL does not start in " + home, ex);
		}
	}

	@Override
	public String getJdbcUrl() {
		return this.server.url();
	}

	@Override
	public String getUsername() {
		return PostgresServer.USER;
	}

	@Override
	public String getPassword() {
		return this.server.password();
	}

	@Override
	public void close() throws IOException {
		try (this.lock) {
			this.server.stop();
		}
	}

}
