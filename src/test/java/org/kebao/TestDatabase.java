package org.kebao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.util.FileSystemUtils;

import org.kebao.database.EmbeddedDatabase;

/**
 * The database of the tests: PostgreSQL 18 on Testcontainers where a Docker engine
 * answers, the embedded PostgreSQL otherwise. One server for the whole run; each
 * application context gets a database of its own: an empty one, or with
 * {@code kebao.demo=on} a copy of the one the demo data was loaded into, once. Classes
 * with the same properties share a context, and what one of them commits the next one
 * finds; whose rules are about all reports there are names a property of its own.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

	private static final AtomicInteger databases = new AtomicInteger();

	@Bean
	@Primary
	public JdbcConnectionDetails testDatabase(@Value("${kebao.demo}") String demo) {
		return demo.equals("on") ? newDemoDatabase() : newEmptyDatabase();
	}

	/** A database with the demo data as an application finds it that was just started. */
	static JdbcConnectionDetails newDemoDatabase() {
		return newDatabase(Demo.name);
	}

	/** A database with nothing in it. */
	static JdbcConnectionDetails newEmptyDatabase() {
		return newDatabase("template1");
	}

	/** A database on the server of this run, as the one that nobody is connected to. */
	private static Details newDatabase(String template) {
		JdbcConnectionDetails server = Server.details;
		String name = "kebao_" + databases.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(),
				server.getPassword()); Statement statement = connection.createStatement()) {
			statement.execute("create database " + name + " template " + template);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No test database", ex);
		}
		String url = server.getJdbcUrl().replaceFirst("(//[^/]+/)[^?]+", "$1" + name);
		return new Details(name, url, server.getUsername(), server.getPassword());
	}

	/** Loaded with the first test that asks for the demo data, which takes long. */
	private static final class Demo {

		private static final String name = load();

		private static String load() {
			Details database = newDatabase("template1");
			DemoServer.run(database, 0, QuickPasswords.class).close();
			return database.name();
		}

	}

	/** Started with the first test that asks for a database. */
	private static final class Server {

		private static final JdbcConnectionDetails details = start();

		private static JdbcConnectionDetails start() {
			if (DockerClientFactory.instance().isDockerAvailable()) {
				PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
				container.start();
				return new Details("", container.getJdbcUrl(), container.getUsername(), container.getPassword());
			}
			try {
				Path folder = Files.createTempDirectory("kebao-tests");
				EmbeddedDatabase database = new EmbeddedDatabase(folder);
				outliveNothing(database);
				Runtime.getRuntime().addShutdownHook(new Thread(() -> end(database, folder)));
				return database;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/** What the tests write is gone with them: nobody waits for it to reach the disk. */
	private static void outliveNothing(JdbcConnectionDetails server) {
		try (Connection connection = DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(),
				server.getPassword()); Statement statement = connection.createStatement()) {
			statement.execute("alter system set fsync = off");
			statement.execute("alter system set synchronous_commit = off");
			statement.execute("alter system set full_page_writes = off");
			statement.execute("select pg_reload_conf()");
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No test database", ex);
		}
	}

	private static void end(EmbeddedDatabase database, Path folder) {
		try {
			database.close();
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Details(String name, String getJdbcUrl, String getUsername,
			String getPassword) implements JdbcConnectionDetails {
	}

}
