package org.kebao.database;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedDatabaseTests {

	@TempDir
	Path folder;

	@Test
	void writesToDiskBeforeItSaysSo() throws Exception {
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.folder)) {
			assertThat(ask(database, "show fsync")).isEqualTo("on");
			assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
			assertThat(ask(database, "show server_version")).startsWith("18.");
		}
	}

	@Test
	void keepsItsDataWhenTheApplicationWasKilledAndLeftTheServerRunning() throws Exception {
		// another process starts the server and is killed without a chance to stop it
		Process killed = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Killed.class.getName(), this.folder.toString())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		File ready = this.folder.resolve("written").toFile();
		for (int i = 0; i < 600 && !ready.exists() && killed.isAlive(); i++) {
			Thread.sleep(100);
		}
		assertThat(ready).exists();
		killed.destroyForcibly().waitFor();
		assertThat(LeftoverServer.in(this.folder)).isPresent();
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.folder)) {
			assertThat(ask(database, "select what from kept")).isEqualTo("typed");
		}
		assertThat(LeftoverServer.in(this.folder)).isEmpty();
	}

	private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database.getJdbcUrl());
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getString(1);
		}
	}

	/** The application that is killed. */
	static final class Killed {

		public static void main(String[] args) throws Exception {
			EmbeddedDatabase database = new EmbeddedDatabase(Path.of(args[0]));
			try (Connection connection = DriverManager.getConnection(database.getJdbcUrl());
					Statement statement = connection.createStatement()) {
				for (String sql : List.of("create table kept (what text)", "insert into kept values ('typed')")) {
					statement.execute(sql);
				}
			}
			Path.of(args[0]).resolve("written").toFile().createNewFile();
			Thread.sleep(600_000);
		}

	}

}
