package org.kebao.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedDatabaseTests {

	/** Where the programs are unpacked and the data made, once for all tests. */
	@TempDir
	static Path made;

	@TempDir
	Path folder;

	private Process other;

	@BeforeAll
	static void make() throws IOException {
		new EmbeddedDatabase(made).close();
	}

	@BeforeEach
	void copy() throws IOException {
		copy(this.folder);
	}

	private static void copy(Path folder) throws IOException {
		File data = folder.resolve("postgresql").toFile();
		FileSystemUtils.copyRecursively(made.resolve("postgresql"), data.toPath());
		// PostgreSQL wants its data for itself
		assertThat(data.setReadable(false, false) && data.setExecutable(false, false) && data.setReadable(true, true)
				&& data.setExecutable(true, true))
			.isTrue();
		Path programs = PostgresPrograms.in(made).folder();
		try (Stream<Path> all = Files.walk(programs)) {
			for (Path one : all.toList()) {
				Path here = folder.resolve(made.relativize(one));
				if (Files.isDirectory(one)) {
					Files.createDirectories(here);
				}
				else {
					Files.createLink(here, one);
				}
			}
		}
	}

	@AfterEach
	void end() throws Exception {
		if (this.other != null) {
			this.other.destroyForcibly().waitFor();
		}
		ProcessHandle server = leftover().process().orElse(null);
		if (server != null && leftover().isOurs(new PostgresPrograms(this.folder.resolve("programs")))) {
			server.destroyForcibly();
			server.onExit().get();
		}
	}

	@Test
	void writesToDiskBeforeItSaysSo() throws Exception {
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.folder)) {
			assertThat(ask(database, "show fsync")).isEqualTo("on");
			assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
			assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
			assertThat(ask(database, "show server_version")).startsWith("18.");
		}
	}

	@Test
	void keepsItsDataWhenTheApplicationWasKilledAndLeftTheServerRunning() throws Exception {
		Process killed = application(Map.of());
		killed.destroyForcibly().waitFor();
		assertThat(leftover().process()).isPresent();
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.folder)) {
			assertThat(ask(database, "select what from kept")).isEqualTo("typed");
		}
		assertThat(leftover().process()).isEmpty();
	}

	@Test
	void aSecondApplicationLeavesTheFirstAlone() throws Exception {
		Process first = application(Map.of());
		long server = leftover().process().orElseThrow().pid();
		assertThatExceptionOfType(EmbeddedDatabaseFailure.class).isThrownBy(() -> new EmbeddedDatabase(this.folder))
			.withMessageContaining("runs already")
			.withMessageContaining(this.folder.toString())
			.withMessageContaining("process " + first.pid());
		assertThat(first.isAlive()).isTrue();
		assertThat(leftover().process()).map(ProcessHandle::pid).contains(server);
	}

	@Test
	void aSecondOneOfTheSameApplicationLeavesTheFirstAlone() throws Exception {
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.folder)) {
			assertThatExceptionOfType(EmbeddedDatabaseFailure.class)
				.isThrownBy(() -> new EmbeddedDatabase(this.folder));
			assertThat(ask(database, "select 1")).isEqualTo("1");
		}
	}

	/** As a power cut or a full disk leaves it. */
	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "garbage", "12345678901234567890123", "-1\n/elsewhere\n" })
	void startsOverAFileThatNamesNobody(String content) throws Exception {
		Files.writeString(pidFile(), content);
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.folder)) {
			assertThat(ask(database, "select 1")).isEqualTo("1");
		}
	}

	@Test
	void endsNoProcessThatIsNotItsOwn() throws Exception {
		sleeper();
		Files.writeString(pidFile(), this.other.pid() + "\n" + data() + "\n");
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.folder)) {
			assertThat(ask(database, "select 1")).isEqualTo("1");
		}
		assertThat(this.other.isAlive()).isTrue();
	}

	@Test
	void endsNoProcessWhereItDoesNotStart() throws Exception {
		Files.writeString(data().resolve("PG_VERSION"), "9\n");
		sleeper();
		Files.writeString(pidFile(), this.other.pid() + "\n" + data() + "\n");
		assertThatExceptionOfType(EmbeddedDatabaseFailure.class).isThrownBy(() -> new EmbeddedDatabase(this.folder));
		assertThat(this.other.isAlive()).isTrue();
	}

	@Test
	void endsNoServerThatWasStartedFromElsewhere() throws Exception {
		PostgresPrograms elsewhere = PostgresPrograms.in(made);
		this.other = elsewhere.command("postgres", "-D", data().toString()).start();
		// its first word comes when its file is there
		this.other.inputReader().readLine();
		assertThat(pidFile()).exists();
		assertThatExceptionOfType(EmbeddedDatabaseFailure.class).isThrownBy(() -> new EmbeddedDatabase(this.folder))
			.withMessageContaining("process " + this.other.pid());
		assertThat(this.other.isAlive()).isTrue();
	}

	/** After a restart of the machine any number may be that of another server. */
	@Test
	void startsOverAFileThatNamesTheServerOfAnotherFolder(@TempDir Path elsewhere) throws Exception {
		copy(elsewhere);
		try (EmbeddedDatabase other = new EmbeddedDatabase(elsewhere)) {
			String server = Files.readAllLines(elsewhere.resolve("postgresql/postmaster.pid")).get(0);
			Files.writeString(pidFile(), server + "\n" + data() + "\n");
			try (EmbeddedDatabase database = new EmbeddedDatabase(this.folder)) {
				assertThat(ask(database, "select 1")).isEqualTo("1");
			}
			assertThat(ask(other, "select 1")).isEqualTo("1");
		}
	}

	@Test
	void saysWhatPostgresSaysWhereItDoesNotStart() throws Exception {
		Files.writeString(data().resolve("PG_VERSION"), "9\n");
		assertThatExceptionOfType(EmbeddedDatabaseFailure.class).isThrownBy(() -> new EmbeddedDatabase(this.folder))
			.withMessageContaining("database files are incompatible with server")
			.withMessageContaining(data().toString())
			.satisfies((ex) -> assertThat(
					new EmbeddedDatabaseFailureAnalyzer().analyze(new RuntimeException(ex), ex).getDescription())
				.contains("incompatible", data().toString()));
		// and lets go of the folder
		Files.writeString(data().resolve("PG_VERSION"), "18\n");
		new EmbeddedDatabase(this.folder).close();
	}

	@Test
	void takesNothingForDataThatIsNone() throws Exception {
		FileSystemUtils.deleteRecursively(data());
		Files.createDirectories(data());
		Files.writeString(data().resolve("letter.txt"), "somebody's");
		assertThatExceptionOfType(EmbeddedDatabaseFailure.class).isThrownBy(() -> new EmbeddedDatabase(this.folder))
			.withMessageContaining("no database");
		assertThat(data().resolve("letter.txt")).exists();
	}

	@Test
	void makesItsDataAgainWhereThatWasCutShort() throws Exception {
		FileSystemUtils.deleteRecursively(data());
		Files.createDirectories(this.folder.resolve("initializing"));
		Files.writeString(this.folder.resolve("initializing").resolve("PG_VERSION"), "18\n");
		Files.createDirectories(this.folder.resolve("unpacking"));
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.folder)) {
			assertThat(ask(database, "select 1")).isEqualTo("1");
		}
	}

	/** Not installed here, or none that writes UTF-8. */
	@ParameterizedTest
	@ValueSource(strings = { "zh_CN.UTF-8", "zh_CN.GBK", "de_DE@euro", "nonsense" })
	void startsUnderAnyLocale(String locale) throws Exception {
		FileSystemUtils.deleteRecursively(data());
		Process application = application(Map.of("LC_ALL", locale, "LANG", locale, "LANGUAGE", "zh"));
		assertThat(application.isAlive()).isTrue();
	}

	@Test
	void keepsItsProgramsInItsFolder() throws Exception {
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.folder)) {
			assertThat(leftover().process().flatMap((process) -> process.info().command()))
				.hasValueSatisfying((command) -> assertThat(Path.of(command)).startsWith(this.folder.toAbsolutePath()));
			assertThat(ask(database, "show unix_socket_directories")).isEmpty();
			assertThat(ask(database, "show data_directory")).isEqualTo(data().toString());
		}
	}

	@Test
	void asksForAPassword() throws Exception {
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.folder)) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "postgres", "").close());
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "postgres", "postgres").close());
		}
	}

	@Test
	void givesAPasswordToDataOfAnEarlierVersion() throws Exception {
		Files.delete(data().resolve("kebao.password"));
		Files.writeString(data().resolve("pg_hba.conf"), "local all all trust\nhost all all 127.0.0.1/32 trust\n");
		asksForAPassword();
		// and the one it got stays
		try (EmbeddedDatabase database = new EmbeddedDatabase(this.folder)) {
			assertThat(ask(database, "select 1")).isEqualTo("1");
		}
	}

	/** Another process starts the server, and lives on. */
	private Process application(Map<String, String> environment) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), Application.class.getName(), this.folder.toString())
			.redirectErrorStream(true);
		builder.environment().putAll(environment);
		this.other = builder.start();
		List<String> said = new ArrayList<>();
		BufferedReader reader = this.other.inputReader();
		String line = reader.readLine();
		while (line != null && !line.equals(Application.READY)) {
			said.add(line);
			line = reader.readLine();
		}
		assertThat(line).as(() -> String.join("\n", said)).isEqualTo(Application.READY);
		return this.other;
	}

	private void sleeper() throws IOException {
		this.other = new ProcessBuilder("sleep", "600").start();
	}

	private Path data() {
		return this.folder.toAbsolutePath().resolve("postgresql");
	}

	private Path pidFile() {
		return data().resolve("postmaster.pid");
	}

	private LeftoverServer leftover() throws IOException {
		return LeftoverServer.in(data());
	}

	private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(),
				database.getPassword());
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getString(1);
		}
	}

	/** What is killed, or runs already. */
	static final class Application {

		private static final String READY = "what was typed is written";

		public static void main(String[] args) throws Exception {
			EmbeddedDatabase database = new EmbeddedDatabase(Path.of(args[0]));
			try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(),
					database.getPassword()); Statement statement = connection.createStatement()) {
				for (String sql : List.of("create table kept (what text)", "insert into kept values ('typed')")) {
					statement.execute(sql);
				}
			}
			System.out.println(READY);
			// until it is killed, or whoever started it is
			System.in.read();
		}

	}

}
