package org.kebao.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A real PostgreSQL that needs no installation. Its data stay in one folder; a server
 * that a killed application left running there is stopped before the next one starts.
 */
public class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final EmbeddedPostgres server;

	/**
	 * Starts the server.
	 * @param folder where the data are kept between runs
	 */
	public EmbeddedDatabase(Path folder) {
		try {
			Files.createDirectories(folder);
			LeftoverServer.in(folder).ifPresent((leftover) -> leftover.stop(PATIENCE));
			this.server = EmbeddedPostgres.builder()
				.setDataDirectory(folder.toAbsolutePath().toFile())
				.setCleanDataDirectory(false)
				// the library is made for tests and switches durability off
				.setServerConfig("fsync", "on")
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("full_page_writes", "on")
				.setServerConfig("listen_addresses", "localhost")
				.setServerConfig("max_connections", "100")
				.setPGStartupWait(PATIENCE)
				.start();
			logger.info("Embedded PostgreSQL runs on port {}, data in {}", this.server.getPort(), folder);
		}
		catch (IOException ex) {
			throw new IllegalStateException("The embedded PostgreSQL does not start in " + folder.toAbsolutePath(), ex);
		}
	}

	@Override
	public String getJdbcUrl() {
		return this.server.getJdbcUrl("postgres", "postgres");
	}

	@Override
	public String getUsername() {
		return "postgres";
	}

	@Override
	public String getPassword() {
		return "";
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
