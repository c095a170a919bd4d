package org.kebao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import org.kebao.database.EmbeddedDatabase;

/**
 * The database of the tests: PostgreSQL 18 on Testcontainers where a Docker engine
 * answers, the embedded PostgreSQL otherwise. One server for the whole run; each
 * application context gets an empty database of its own.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

	private static final AtomicInteger databases = new AtomicInteger();

	@Bean
	@Primary
	public JdbcConnectionDetails testDatabase() {
		return newDatabase();
	}

	/** An empty database on the server of this run. */
	public static JdbcConnectionDetails newDatabase() {
		JdbcConnectionDetails server = Server.details;
		String name = "kebao_" + databases.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(),
				server.getPassword()); Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No test database", ex);
		}
		String url = server.getJdbcUrl().replaceFirst("(//[^/]+/)[^?]+", "$1" + name);
		return new Details(url, server.getUsername(), server.getPassword());
	}

	/** Started with the first test that asks for a database. */
	private static final class Server {

		private static final JdbcConnectionDetails details = start();

		private static JdbcConnectionDetails start() {
			if (DockerClientFactory.instance().isDockerAvailable()) {
				PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
				container.start();
				return new Details(container.getJdbcUrl(), container.getUsername(), container.getPassword());
			}
			try {
				return new EmbeddedDatabase(Files.createTempDirectory("kebao-tests").resolve("postgresql"));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	private record Details(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {
	}

}
